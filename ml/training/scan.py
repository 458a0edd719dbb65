"""The reference runtime: a pack run by onnxruntime exactly as `ml/runtime` runs it with tract.

`Pack.inspect` gives the outcome of an image, in patch or slice mode, with reasons in the fixed order.
"""

import hashlib
import json
import os

import numpy as np

import images as steps


class Refused(Exception):
    """An image that cannot be assessed; the message is the reason code."""


def digest(path):
    """SHA-256 of a file, hex."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Pack:
    """A model pack on disk; every file but the manifest is checked against its hash."""

    def __init__(self, folder, manifest=None):
        import onnxruntime

        self.folder = folder
        if manifest is None:
            with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
                manifest = json.load(file)
            for name, entry in manifest["files"].items():
                if digest(os.path.join(folder, name)) != entry["sha256"]:
                    raise ValueError(f"The pack's {name} was changed")
        self.manifest = manifest
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.sessions = {
            name: onnxruntime.InferenceSession(
                os.path.join(folder, model["file"]), options, providers=["CPUExecutionProvider"]
            )
            for name, model in manifest["models"].items()
        }

    def run(self, name, window):
        """One net on one 128x128 window: {output name: array}."""
        model = self.manifest["models"][name]
        entry = np.ascontiguousarray(window, dtype=np.float32)[None, None]
        found = self.sessions[name].run(model["outputs"], {model["input"]: entry})
        return dict(zip(model["outputs"], found))

    def rate(self, window):
        """{suspicion, low, high, diameter, logit} of a patch as floats."""
        return {name: float(value[0, 0]) for name, value in self.run("rating", window).items()}

    def gate(self, window):
        """(accept probability, distance, residual, probabilities)."""
        found = self.run("gate", window)
        probs = found["probs"][0]
        classes = self.manifest["gate"]["classes"]
        accept = float(sum(probs[classes.index(name)] for name in self.manifest["gate"]["accept"]))
        return accept, float(found["distance"][0, 0]), float(found["residual"][0, 0]), probs

    def strongest_refusal(self, probs):
        """The most probable class that is not accepted."""
        gate = self.manifest["gate"]
        named = [(probs[k], name) for k, name in enumerate(gate["classes"]) if name not in gate["accept"]]
        return max(named, key=lambda pair: pair[0])[1]

    def patch_reason(self, window, limits=None):
        """None, or why a native window is no lung patch."""
        gate = self.manifest["gate"]
        limits = limits or gate["patch"]
        accept, distance, residual, probs = self.gate(window)
        strongest = self.strongest_refusal(probs)
        if accept < limits["min_accept"]:
            return gate["reasons"][strongest]
        if distance > limits["max_distance"] or residual > limits["max_residual"]:
            return "not_a_scan" if strongest in ("not_a_scan", "xray") else "quality"
        return None

    def slice_reason(self, plane):
        """None, or why a large image is no lung-window slice."""
        gate = self.manifest["gate"]
        accept, _, _, probs = self.gate(steps.letterbox(plane))
        if accept < gate["slice"]["min_accept"]:
            return gate["reasons"][self.strongest_refusal(probs)]
        tile = gate["slice"].get("tile", gate["patch"])
        good = sum(self.patch_reason(window, tile) is None for _, _, window in steps.tiles(plane))
        return None if good >= gate["slice"]["min_tiles"] else "no_lung_detail"

    def plain_reason(self, plane, chroma):
        """None, or what needs no net to see: colour, a blank or a tiny image."""
        gate = self.manifest["gate"]
        if chroma > gate["max_chroma"]:
            return "not_a_scan"
        if float(plane.max() - plane.min()) < gate["min_range"] or min(plane.shape) < gate["min_side"]:
            return "quality"
        return None

    def spots(self, plane):
        """The finder's spots [(x, y, heat)] over a plane."""
        finder = self.manifest["finder"]
        placed = []
        for x, y, window in steps.tiles(plane, finder["stride"]):
            placed.append((x, y, self.run("finder", window)["heat"][0, 0]))
        heat = steps.stitch(plane.shape, placed, finder["cell"])
        return steps.spots(heat, finder["min_heat"], finder["separation_cells"], finder["max_spots"])

    def inspect(self, plane, chroma=0.0, patch=False):
        """{outcome, reason, suspicion, interval, candidates} of an image."""
        try:
            return self.assessed(plane, chroma, patch)
        except Refused as refusal:
            return {
                "outcome": "cannot_assess",
                "reason": str(refusal),
                "suspicion": None,
                "interval": None,
                "candidates": [],
            }

    def assessed(self, plane, chroma, patch):
        """`inspect` for images that pass; raises `Refused` for the rest."""
        reason = self.plain_reason(plane, chroma)
        scale = 1.0
        if reason is None and max(plane.shape) > self.manifest["slice"]["max_side"]:
            scale = max(plane.shape) / self.manifest["slice"]["resample_to"]
            plane = steps.longer_side_to(plane, self.manifest["slice"]["resample_to"])
        small = max(plane.shape) <= self.manifest["gate"]["patch_max_side"]
        if reason is None:
            reason = self.patch_reason(steps.centre_crop(plane)) if small else self.slice_reason(plane)
        if reason is None and patch and not small:
            reason = "quality"
        if reason is not None:
            raise Refused(reason)
        if patch:
            places = [(plane.shape[1] / 2, plane.shape[0] / 2)]
        else:
            places = [(x, y) for x, y, _ in self.spots(plane)]
        rated = [(x, y, self.rate(steps.crop(plane, x, y))) for x, y in places]
        return outcome(rated, self.manifest["rating"]["threshold"], scale)


def outcome(rated, threshold, scale):
    """The file's outcome from its rated spots."""
    best = max((rating for _, _, rating in rated), key=lambda rating: rating["suspicion"], default=None)
    raised = best is not None and best["suspicion"] >= threshold
    return {
        "outcome": "raised" if raised else "not_raised",
        "reason": None,
        "suspicion": best["suspicion"] if best else None,
        "interval": [best["low"], best["high"]] if best else None,
        "candidates": [
            {
                "x": x * scale,
                "y": y * scale,
                "diameter_px": rating["diameter"] * scale,
                "suspicion": rating["suspicion"],
            }
            for x, y, rating in rated
        ],
    }
