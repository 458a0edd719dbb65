"""Gets fitted parts back from a pack, so that thresholds, interval, graphs and card are made anew without fitting.

    python3 ml/training/restore.py PACK DATA --work target/ml-training [--only rating|finder]

Weights come from the ONNX graphs, where each batch norm is folded into its convolution. Out-of-fold scores are
computed again: every rating net is run over the patients of the fold that it never saw. The gate is not restored.
"""

import argparse
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

import fit_finder
import fit_gate
import fit_rating
import free_response
import train
from nets import Finder, Rating
from scan import Pack


def weights(path):
    """[(weight, bias)] of the convolutions and linear layers of a graph, in the order they run."""
    graph = onnx.load(path).graph
    known = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    layers = [node for node in graph.node if node.op_type in ("Conv", "Gemm")]
    return [(known[node.input[1]], known[node.input[2]]) for node in layers]


def refill(net, layers):
    """Puts weights into a net, in evaluation mode; batch norms keep only the bias."""
    modules = list(net.modules())
    for place, module in enumerate(modules):
        if not isinstance(module, (nn.Conv2d, nn.Linear)):
            continue
        weight, bias = (torch.from_numpy(part.copy()) for part in layers.pop(0))
        module.weight.data.copy_(weight)
        if module.bias is not None:
            module.bias.data.copy_(bias)
            continue
        norm = modules[place + 1]
        norm.weight.data.fill_(1)
        norm.bias.data.copy_(bias)
        norm.running_mean.zero_()
        norm.running_var.fill_(1 - norm.eps)
    return net.eval()


def rating(pack, course):
    """The five nets and their out-of-fold heads."""
    layers = weights(os.path.join(pack.folder, "rating.onnx"))
    nets = [refill(Rating(), layers) for _ in range(train.FOLDS)]
    outside = np.zeros((len(course.patches), 6))
    for number, net in enumerate(nets):
        held = course.fold == number
        outside[held] = fit_rating.heads(net, course.images[held], "cpu")
    return {"members": [net.state_dict() for net in nets], "outside": outside}


def finder(pack, course):
    """The finder and the free response of the held fold."""
    net = refill(Finder(), weights(os.path.join(pack.folder, "finder.onnx")))
    _, held = course.held()
    held = held[course.masks[held].reshape(len(held), -1).any(axis=1)]
    hits, false = free_response.response(fit_finder.heat(net, course.images[held], "cpu"), course.masks[held])
    return {"net": net.state_dict(), "curve": free_response.curve(hits, false, len(held), train.POINTS)}


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack")
    parser.add_argument("data")
    parser.add_argument("--work", default="target/ml-training")
    parser.add_argument("--only", choices=["rating", "finder"])
    given = parser.parse_args()
    pack = Pack(given.pack)
    recipe = fit_rating.Recipe(), fit_finder.Recipe(), fit_gate.Recipe()
    course = train.Course(given.data, given.work, "cpu", recipe)
    for name, found in (("rating", rating), ("finder", finder)):
        if given.only in (None, name):
            part = found(pack, course) | pack.manifest["training"]["fitted"][name]
            torch.save(part, os.path.join(given.work, name + ".pt"))
            print(f"{name}: restored from {pack.manifest['id']} {pack.manifest['version']}", flush=True)


if __name__ == "__main__":
    main()
