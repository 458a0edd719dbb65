"""Runs a pack's networks in onnxruntime, one thread, for comparison with tract.

onnx.py run PACK PLANES     PLANES: float32 windows of 128 x 128, one after another. Prints {model: [[output, ...], ...]}.
onnx.py time PACK RUNS BIN FILE   Prints milliseconds of one run of each network (median of RUNS), and the peak memory of
                            `BIN scan FILE` as this system counts it.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime


def session(pack, model):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(pack / model["file"]), options, providers=["CPUExecutionProvider"])


def models(pack):
    listed = json.loads((pack / "manifest.json").read_text())["models"]
    return {name: session(pack, model) for name, model in listed.items()}


def ask(network, plane):
    return network.run(None, {network.get_inputs()[0].name: plane.reshape(1, 1, 128, 128)})


def run(pack, planes):
    windows = np.fromfile(planes, dtype="<f4").reshape(-1, 128, 128)
    answers = {}
    for name, network in models(pack).items():
        answers[name] = [[np.asarray(out, dtype=float).ravel().tolist() for out in ask(network, w)] for w in windows]
    print(json.dumps(answers))


def timed(pack, runs, binary, file):
    plane = np.random.default_rng(3).random((128, 128), dtype=np.float32)
    figures = {}
    for name, network in models(pack).items():
        ask(network, plane)
        took = []
        for _ in range(runs):
            began = time.perf_counter()
            ask(network, plane)
            took.append(time.perf_counter() - began)
        figures[name] = round(sorted(took)[len(took) // 2] * 1000, 3)
    subprocess.run([binary, "scan", file], check=True, stdout=subprocess.DEVNULL)
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"ms": figures, "peak_mb": round(peak_mb, 1), "onnxruntime": onnxruntime.__version__}))


if sys.argv[1] == "run":
    run(Path(sys.argv[2]), sys.argv[3])
else:
    timed(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5])
