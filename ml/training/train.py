"""Trains the lung scan model and writes its pack: one command.

    python3 ml/training/train.py DATA --out ml/packs/lung-ct/1.1.0

Fits the gate, the finder and five rating nets (one per fold of the training patients), takes calibration
and every threshold from patients the scored net had not seen, exports, evaluates the written files on the
validation split with onnxruntime, and writes card and manifest. Fitted weights are kept under --work, so
that an interrupted run goes on; `--only PART` fits one part (parts may be fitted side by side).
"""

import argparse
import dataclasses
import os
import time

import numpy as np
import torch

import axial
import fit_finder
import fit_gate
import fit_rating
import free_response
import metrics
import pack
import records
from nets import Finder, Gate, Rating

SEED = 1
FOLDS = 5
HELD = 0  # the fold whose patients set the gate's and the finder's thresholds
FALSE_SPOTS = 0.35  # wanted at most per held patch
POINTS = (0.125, 0.25, FALSE_SPOTS, 0.5, 1, 2, 4)
TOLD = ("seconds", "processor_seconds", "device", "recipe")  # of each fit, in the manifest
WANTED = (0.90, 0.75)  # sensitivity and specificity; the threshold keeps an equal margin above both
REFUSED = {"accept": 0.015, "distance": 0.015, "residual": 0.01}  # shares of held patches given up


def recipes(quick, device):
    """(rating, finder, gate); shorter without a GPU, to stay within an hour on two cores.

    `quick` is for trying the code, not for a pack to use.
    """
    if quick:
        return (
            fit_rating.Recipe(epochs=2),
            fit_finder.Recipe(epochs=2),
            fit_gate.Recipe(pool=60, steps=40, batch=56),
        )
    if device == "cpu":
        return fit_rating.Recipe(epochs=50), fit_finder.Recipe(epochs=40), fit_gate.Recipe(pool=1000, steps=1500)
    return fit_rating.Recipe(), fit_finder.Recipe(epochs=100), fit_gate.Recipe()


class Course:
    """The training patches of a folder and where fitted parts are kept."""

    def __init__(self, data, work, device, recipe):
        self.data, self.work, self.device = data, work, device
        self.seed, self.folds = SEED, FOLDS
        self.rating, self.finder, self.gate = recipe
        self.patches = [p for p in records.patches(data) if p.split == "train"]
        self.images = records.grey(data, [p.file for p in self.patches])
        self.masks = records.masks(data, self.patches)
        self.fold = records.fold_of(self.patches, FOLDS, SEED)
        outside = [p for p in records.patches(data) if p.split != "train"]
        records.assert_disjoint(self.patches, outside)
        os.makedirs(work, exist_ok=True)

    def part(self, name, make):
        """A fitted part from the work folder, or made and kept there."""
        path = os.path.join(self.work, name + ".pt")
        if not os.path.exists(path):
            start, worked = time.monotonic(), time.process_time()
            found = make()
            found["seconds"] = time.monotonic() - start
            found["processor_seconds"] = time.process_time() - worked
            found["recipe"] = dataclasses.asdict(getattr(self, name))
            found["device"] = torch.cuda.get_device_name() if self.device == "cuda" else "CPU"
            torch.save(found, path + ".new")
            os.replace(path + ".new", path)
            taken = f"{found['seconds']:.0f} s ({found['processor_seconds']:.0f} s of processors)"
            print(f"{name}: fitted in {taken}", flush=True)
        return torch.load(path, map_location="cpu", weights_only=False)

    def held(self):
        """(fitting, held) indices for gate and finder, by patient."""
        inside, held = np.flatnonzero(self.fold != HELD), np.flatnonzero(self.fold == HELD)
        records.assert_disjoint([self.patches[i] for i in inside], [self.patches[i] for i in held])
        return inside, held

    def fit_rating(self):
        """Five nets, each blind to its fold, and the heads they give that fold."""
        nets, outside, _ = fit_rating.cross_fit(
            self.images, self.masks, self.patches, self.rating, FOLDS, 1, SEED, self.device
        )
        return {"members": [net.cpu().state_dict() for net in nets], "outside": outside}

    def fit_finder(self):
        """One finder and the free response of the held fold."""
        inside, held = self.held()
        known = self.masks.reshape(len(self.masks), -1).any(axis=1)
        inside, held = inside[known[inside]], held[known[held]]
        net = fit_finder.fit(self.images[inside], self.masks[inside], self.finder, SEED + 4, self.device)
        maps = fit_finder.heat(net, self.images[held], self.device)
        hits, false = free_response.response(maps, self.masks[held])
        curve = free_response.curve(hits, false, len(held), POINTS)
        return {"net": net.cpu().state_dict(), "curve": curve}

    def fit_gate(self):
        """The gate, its statistics, and what held patches and fresh composites score."""
        inside, held = self.held()
        planes = records.grey(self.data, records.slices(self.data, "train"))
        pool = fit_gate.pools(self.images[inside], planes, self.gate, SEED + 6)
        net = fit_gate.fit(pool, self.gate, SEED + 6, self.device)
        rng = np.random.default_rng(SEED + 60)
        tiles = fit_gate.off_centre(self.images, rng)
        known = np.concatenate([self.images[inside], tiles[inside]])
        features, _, thumbs = fit_gate.pooled(net, known, self.device)
        statistics = fit_gate.statistics(features, thumbs, self.gate)
        whole = pool[2][-2 * len(planes) : -len(planes)]
        fresh = np.stack(
            [fit_gate.as_bytes(axial.lung_slice(rng, self.images[held], whole)) for _ in range(200)]
        )
        found = {"net": net.cpu().state_dict(), "statistics": statistics}
        net.to(self.device)
        for name, images in (("held", self.images[held]), ("tiles", tiles[held]), ("fresh", fresh)):
            found[name] = scored(net, statistics, images, self.device)
        return found

    def fitted(self):
        """All parts, fitted or read back, as nets in evaluation mode with their figures."""
        rating = self.part("rating", self.fit_rating)
        finder = self.part("finder", self.fit_finder)
        gate = self.part("gate", self.fit_gate)
        members = []
        for state in rating["members"]:
            members.append(loaded(Rating(self.rating.side, self.rating.widths, self.rating.depth), state))
        return {
            "members": members,
            "outside": rating["outside"],
            "finder": loaded(Finder(self.finder.widths, self.finder.depth), finder["net"]),
            "curve": finder["curve"],
            "gate": loaded(Gate(len(fit_gate.CLASSES), self.gate.widths), gate["net"]),
            "statistics": gate["statistics"],
            "held": gate["held"],
            "tiles": gate["tiles"],
            "fresh": gate["fresh"],
            "fitted": {
                name: {key: part[key] for key in TOLD if key in part}
                for name, part in (("rating", rating), ("finder", finder), ("gate", gate))
            },
        }


def loaded(net, state):
    """A net with its weights, in evaluation mode."""
    net.load_state_dict(state)
    return net.eval()


def scored(net, statistics, images, device):
    """{accept, distance, residual} arrays of the gate over uint8 images."""
    features, probs, thumbs = fit_gate.pooled(net, images, device)
    white = (features - statistics["mean"]) @ statistics["whiten"].T
    rest = thumbs - statistics["thumb"]
    rest = rest - rest @ statistics["directions"].T @ statistics["directions"]
    return {
        "accept": probs[:, 0] + probs[:, 1],
        "distance": np.sqrt((white * white).mean(axis=1)),
        "residual": np.sqrt((rest * rest).mean(axis=1)),
    }


def calibration(course, outside):
    """Platt calibration, label noise and the shipped threshold from out-of-fold scores of central slices."""
    chosen = [k for k, p in enumerate(course.patches) if p.central and p.label is not None]
    labels = np.array([course.patches[k].label for k in chosen])
    slope, offset, covariance = metrics.fit_platt(labels, outside[chosen, 0])
    found = {"slope": slope, "offset": offset, "covariance": covariance.tolist()}
    scores, _ = metrics.stated(found, outside[chosen, 0])
    found["threshold"] = metrics.balanced_threshold(labels, scores, *WANTED)
    rated = [k for k, p in enumerate(course.patches) if p.central]
    wanted = [records.SOFT[course.patches[k].rating] for k in rated]
    found["label_noise"] = metrics.label_noise(wanted, *metrics.stated(found, outside[rated, 0]))
    return found


def limits(held):
    """What a window must reach so that the wanted shares of held ones are given up."""
    return {
        "min_accept": float(np.quantile(held["accept"], REFUSED["accept"])),
        "max_distance": float(np.quantile(held["distance"], 1 - REFUSED["distance"])),
        "max_residual": float(np.quantile(held["residual"], 1 - REFUSED["residual"])),
    }


def thresholds(parts):
    """The gate's and finder's thresholds, from held training patients and fresh composites only."""
    floor = next(at for rate, _, at in parts["curve"] if rate == FALSE_SPOTS)
    return {
        "patch": limits(parts["held"]),
        "slice": {
            "min_accept": float(max(0.5, np.quantile(parts["fresh"]["accept"], 0.02))),
            "min_tiles": 1,
            "tile": limits(parts["tiles"]),
        },
        "min_heat": float(floor),
    }


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data")
    parser.add_argument("--out", help="pack folder to write, …/<id>/<version>")
    parser.add_argument("--work", default="target/ml-training", help="where fitted weights are kept")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--only", choices=["rating", "finder", "gate"])
    parser.add_argument("--quick", action="store_true", help="a few steps, to try the code")
    given = parser.parse_args()
    course = Course(given.data, given.work, given.device, recipes(given.quick, given.device))
    if given.only:
        course.part(given.only, getattr(course, "fit_" + given.only))
        return
    if not given.out:
        parser.error("--out is needed to write a pack")
    parts = course.fitted()
    pack.write(given.out, given.data, course, parts, calibration(course, parts["outside"]), thresholds(parts))


if __name__ == "__main__":
    main()
