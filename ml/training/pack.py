"""Writes a pack: ONNX files, card, calibration plot, manifest with the hash of every file."""

import hashlib
import json
import os

import numpy as np

import card
import evaluate
import export
import fit_gate
import metrics
import records
from scan import Pack, digest

LICENCE = (
    "Weights: MIT, as the project. Trained on LIDC-IDRI (TCIA, CC BY 3.0); refusal trained with "
    "IQ-OTH/NCCD (DOI 10.17632/bhmdr45bh2, CC BY 4.0 as stated by third parties)."
)


def cross_validated(course, outside, threshold, calibration):
    """Five-fold figures, pooled over training patients, every score out of fold."""
    chosen = [k for k, p in enumerate(course.patches) if p.central and p.label is not None]
    labels = np.array([course.patches[k].label for k in chosen])
    patients = [course.patches[k].patient for k in chosen]
    logits = outside[chosen, 0]
    scores, _ = metrics.stated(calibration, logits)
    area = course.masks[chosen].reshape(len(chosen), -1).sum(axis=1).astype(float)
    found = evaluate.compared(labels, scores, area, patients)
    found["sensitivity"], found["specificity"] = metrics.at_threshold(labels, scores, threshold)
    counted = evaluate.histogram(course.images[chosen])
    fold = course.fold[chosen]
    floor, nested = np.zeros(len(chosen)), np.zeros(len(chosen))
    for number in range(fold.max() + 1):
        inside, held = fold != number, fold == number
        floor[held] = metrics.fit_logistic(counted[inside], labels[inside])(counted[held])
        slope, offset, _ = metrics.fit_platt(labels[inside], logits[inside])
        nested[held] = 1 / (1 + np.exp(-(slope * logits[held] + offset)))
    found["histogram_auc"] = metrics.auc(labels, floor)
    found["ece_nested"] = metrics.calibration_error(labels, nested)
    found["predicted_diameter_auc"] = metrics.auc(labels, outside[chosen, 5])
    return found


def interval_out_of_fold(course, outside, calibration):
    """What the interval holds of training patients, each rated by the one net that never saw him."""
    chosen = [k for k, p in enumerate(course.patches) if p.central]
    middle, own = metrics.stated(calibration, outside[chosen, 0])
    wanted = [records.SOFT[course.patches[k].rating] for k in chosen]
    return evaluate.held_shares(wanted, *metrics.around(middle, own, calibration["label_noise"]))


def given_up(scores, limits):
    """The share of held windows that the gate refuses."""
    passing = scores["accept"] >= limits["min_accept"]
    passing &= (scores["distance"] <= limits["max_distance"]) & (scores["residual"] <= limits["max_residual"])
    return float(1 - passing.mean())


def graphs(parts, calibration):
    """{name: module} of the four ONNX files."""
    return {
        "gate": export.GateGraph(parts["gate"], parts["statistics"]),
        "finder": export.FinderGraph(parts["finder"]),
        "rating": export.RatingGraph(parts["members"], calibration),
        "explain": export.ExplainGraph(parts["members"][:1], calibration),
    }


def data_digest(data):
    """One hash of what was trained on: the manifests of the data folder."""
    total = hashlib.sha256()
    for name in ("lidc_manifest.csv", "iqoth_manifest.csv"):
        with open(os.path.join(data, name), "rb") as file:
            total.update(file.read())
    return total.hexdigest()


def manifest_of(folder, course, calibration, limits):
    """The manifest without files and figures (see README.md for its fields)."""
    models = {}
    for name, (entry, leaves) in export.GRAPHS.items():
        models[name] = {"file": name + ".onnx", "input": entry, "shape": [1, 1, 128, 128], "outputs": leaves}
    identity, version = os.path.normpath(os.path.abspath(folder)).split(os.sep)[-2:]
    return {
        "format": 1,
        "id": identity,
        "version": version,
        "name": "Lung nodule suspicion, axial CT",
        "modality": "CT",
        "use": "research",
        "licence": LICENCE,
        "card": "card.md",
        "files": {},
        "models": models,
        "gate": {
            "classes": fit_gate.CLASSES,
            "accept": ["lung_patch", "lung_slice"],
            "patch": limits["patch"],
            "slice": limits["slice"],
            "max_chroma": 4.0,
            "min_range": 0.06,
            "min_side": 96,
            "patch_max_side": 192,
            "reasons": {
                "no_lung_detail": "no_lung_detail",
                "orientation": "orientation",
                "xray": "no_model_for_modality",
                "quality": "quality",
                "not_a_scan": "not_a_scan",
            },
        },
        "finder": {
            "tile": 128,
            "stride": 96,
            "cell": 2,
            "min_heat": limits["min_heat"],
            "separation_cells": 5,
            "max_spots": 16,
        },
        "rating": {"threshold": calibration["threshold"], "crop": 128},
        "explain": {"window": 14, "stride": 7, "span": 70, "fill_percentile": 25},
        "slice": {"max_side": 640, "resample_to": 512},
        "window": {"centre_hu": -600, "width_hu": 1500},
        "calibration": {k: calibration[k] for k in ("slope", "offset", "covariance", "label_noise")},
        "training": {"seed": course.seed, "folds": course.folds, "data_sha256": data_digest(course.data)},
    }


def write(folder, data, course, parts, calibration, limits):
    """Exports, evaluates the exported files, writes card, plot and manifest."""
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    for name, graph in graphs(parts, calibration).items():
        export.write(graph, name, os.path.join(folder, name + ".onnx"))
    manifest = manifest_of(folder, course, calibration, limits)
    manifest["training"]["fitted"] = evaluate.rounded(parts["fitted"])
    pooled = cross_validated(course, parts["outside"], calibration["threshold"], calibration)
    figures = evaluate.rounded(
        {
            "five_fold": pooled,
            "five_fold_interval": interval_out_of_fold(course, parts["outside"], calibration),
            "finder_held_fold": parts["curve"],
            "gate_held_fold": {
                "patches_refused": given_up(parts["held"], limits["patch"]),
                "tiles_refused": given_up(parts["tiles"], limits["slice"]["tile"]),
            },
        }
    )
    if any(patch.split == "val" for patch in records.patches(data)):
        figures["val"] = evaluate.figures(Pack(folder, manifest), data)
    manifest["figures"] = figures
    card.plot(figures["val"]["rating"]["reliability"], os.path.join(folder, "calibration.png"))
    sums = {name: digest(os.path.join(folder, name)) for name in sorted(os.listdir(folder))}
    with open(os.path.join(folder, "card.md"), "w", encoding="utf-8") as file:
        file.write(card.text(manifest, sums))
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        manifest["files"][name] = {"sha256": digest(path), "bytes": os.path.getsize(path)}
    with open(os.path.join(folder, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1)
        file.write("\n")
    print(json.dumps(figures, indent=1))
