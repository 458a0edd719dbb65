"""Evaluates a pack on a labelled folder and prints every figure.

    python3 ml/training/evaluate.py PACK DATA [--split val] [--json FILE]

Uses onnxruntime on the pack's own files, one thread, patients never mixed with training. The folder has
the layout of the training data; whatever part of it is missing is left out of the figures.
"""

import argparse
import json
import os

import numpy as np

import free_response
import images as steps
import metrics
import records
from scan import Pack


def rounded(value):
    """Figures to four places, through lists and dicts."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(part) for part in value]
    return round(float(value), 4) if isinstance(value, (float, np.floating)) else value


def histogram(images):
    """32-bin intensity histograms [N, 32]: what a model could know without seeing a shape."""
    return np.stack([np.bincount(image.ravel() // 8, minlength=32) / image.size for image in images])


def compared(labels, scores, size, patients):
    """AUC of the model, of size alone and of their difference, with patient-level intervals."""
    labels, scores, size = np.asarray(labels), np.asarray(scores), np.asarray(size)
    return {
        "nodules": len(labels),
        "patients": len(set(patients)),
        "auc": metrics.auc(labels, scores),
        "auc_interval": metrics.patient_bootstrap(patients, lambda k: metrics.auc(labels[k], scores[k])),
        "size_auc": metrics.auc(labels, size),
        "size_auc_interval": metrics.patient_bootstrap(patients, lambda k: metrics.auc(labels[k], size[k])),
        "model_minus_size": metrics.auc(labels, scores) - metrics.auc(labels, size),
        "model_minus_size_interval": metrics.patient_bootstrap(
            patients, lambda k: metrics.auc(labels[k], scores[k]) - metrics.auc(labels[k], size[k])
        ),
    }


def rating_figures(pack, data, split):
    """Discrimination, operating point, calibration and size on central slices, 4-5 against 1-2."""
    chosen = [p for p in records.patches(data) if p.split == split and p.central and p.label is not None]
    images, masks = records.grey(data, [p.file for p in chosen]), records.masks(data, chosen)
    area = masks.reshape(len(masks), -1).sum(axis=1).astype(float)
    rated = [pack.rate(image / np.float32(255)) for image in images]
    scores = np.array([rating["suspicion"] for rating in rated])
    labels = np.array([p.label for p in chosen])
    patients = [p.patient for p in chosen]
    threshold = pack.manifest["rating"]["threshold"]
    found = compared(labels, scores, area, patients)
    sensitivity, specificity = metrics.at_threshold(labels, scores, threshold)
    raised = scores >= threshold
    train = [p for p in records.patches(data) if p.split == "train" and p.central and p.label is not None]
    if train:
        floor = metrics.fit_logistic(
            histogram(records.grey(data, [p.file for p in train])), [p.label for p in train]
        )
        found["histogram_auc"] = metrics.auc(labels, floor(histogram(images)))
    found |= {
        "threshold": threshold,
        "sensitivity": sensitivity,
        "sensitivity_interval": metrics.wilson(int(raised[labels == 1].sum()), int((labels == 1).sum())),
        "specificity": specificity,
        "specificity_interval": metrics.wilson(int((~raised)[labels == 0].sum()), int((labels == 0).sum())),
        "ece": metrics.calibration_error(labels, scores),
        "reliability": metrics.reliability(labels, scores),
    }
    diameter = 2 * np.sqrt(area / np.pi)
    known = area > 0
    error = np.abs(np.array([r["diameter"] for r in rated]) - diameter)[known]
    found["diameter_error_px"] = {"median": float(np.median(error)), "p90": float(np.percentile(error, 90))}
    return found


def held_shares(wanted, low, high):
    """How many ratings, read as suspicions, lie in their intervals, and how wide those are."""
    wanted, low, high = np.asarray(wanted), np.asarray(low), np.asarray(high)
    inside = (low <= wanted) & (wanted <= high)
    return {
        "nodules": len(wanted),
        "inside": float(inside.mean()),
        "inside_interval": metrics.wilson(int(inside.sum()), len(wanted)),
        "width": float((high - low).mean()),
    }


def interval_figures(pack, data, split):
    """What the stated interval holds: the ratings 1-5 of all central slices, the indeterminate too."""
    chosen = [p for p in records.patches(data) if p.split == split and p.central]
    rated = [pack.rate(image / np.float32(255)) for image in records.grey(data, [p.file for p in chosen])]
    wanted = [records.SOFT[p.rating] for p in chosen]
    return held_shares(wanted, [r["low"] for r in rated], [r["high"] for r in rated])


def finder_figures(pack, data, split):
    """The free-response curve per patch, and the operating point shipped, on masked nodules."""
    chosen = [p for p in records.patches(data) if p.split == split and p.mask]
    images, masks = records.grey(data, [p.file for p in chosen]), records.masks(data, chosen)
    maps = [pack.run("finder", image / np.float32(255))["heat"][0, 0] for image in images]
    hits, false = free_response.response(maps, masks)
    floor = pack.manifest["finder"]["min_heat"]
    found = [int((hits >= floor).sum()), len(hits)]
    return {
        "nodules": len(hits),
        "sensitivity": found[0] / found[1],
        "sensitivity_interval": metrics.wilson(*found),
        "false_spots_per_patch": float((false >= floor).sum() / len(images)),
        "curve": [[rate, share] for rate, share, _ in free_response.curve(hits, false, len(images))],
    }


def explanation_figures(pack, data, split, seed=5):
    """Share of heat-map peaks within 4 px of the mask: suspicious nodules, windows shifted at random."""
    chosen = [p for p in records.patches(data) if p.split == split and p.mask and p.rating > 3]
    rng = np.random.default_rng(seed)
    hit = middle = 0
    for patch in chosen:
        image = records.grey(data, [patch.file])[0] / np.float32(255)
        mask = records.masks(data, [patch])[0]
        dx, dy = rng.integers(-14, 15, 2)
        window = steps.crop(image, 64 + dx, 64 + dy)
        moved = np.zeros_like(mask)
        rows, cols = np.nonzero(mask)
        rows, cols = rows - dy, cols - dx
        inside = (rows >= 0) & (rows < 128) & (cols >= 0) & (cols < 128)
        moved[rows[inside], cols[inside]] = 1
        y, x = peak(pack, window)
        hit += near(moved, x, y)
        middle += near(moved, 64, 64)
    return {"nodules": len(chosen), "peak_on_nodule": hit / len(chosen), "always_centre": middle / len(chosen)}


def drops(pack, window):
    """(suspicion untouched, its drop for every occlusion window)."""
    explain = pack.manifest["explain"]
    fill = steps.lung_fill(window, explain["fill_percentile"])
    base = float(pack.run("explain", window)["suspicion"][0, 0])
    found = []
    for x, y in steps.occlusion_windows(explain["window"], explain["stride"], explain["span"]):
        covered = window.copy()
        covered[y : y + explain["window"], x : x + explain["window"]] = fill
        found.append(base - float(pack.run("explain", covered)["suspicion"][0, 0]))
    return base, found


def peak(pack, window):
    """(row, column): the middle of the hottest part of a patch's heat map."""
    explain = pack.manifest["explain"]
    _, found = drops(pack, window)
    heat = steps.occlusion_map(window, found, explain["window"], explain["stride"], explain["span"])
    rows, cols = np.nonzero(heat >= heat.max() - 1e-12)
    return float(rows.mean()), float(cols.mean())


def near(mask, x, y, reach=4.0):
    """1 if a point lies within `reach` px of the mask."""
    rows, cols = np.nonzero(mask)
    return int(len(rows) > 0 and np.hypot(rows - y, cols - x).min() <= reach)


def refusals(pack, planes):
    """(share refused, {reason: count}) over [(plane, chroma)], each as the command line would see it."""
    reasons = {}
    for plane, chroma in planes:
        reason = pack.inspect(plane, chroma, patch=max(plane.shape) <= steps.PATCH)["reason"] or "accepted"
        reasons[reason] = reasons.get(reason, 0) + 1
    total = sum(reasons.values())
    return (total - reasons.get("accepted", 0)) / total, dict(sorted(reasons.items()))


def refusal_figures(pack, data, split):
    """Refusal of real patches, of soft-tissue slices and of images that are no lung CT."""
    found = {}
    real = [p for p in records.patches(data) if p.split == split]
    planes = ((image / np.float32(255), 0.0) for image in records.grey(data, [p.file for p in real]))
    share, reasons = refusals(pack, planes)
    found["real_patches"] = {"images": len(real), "refused": share, "reasons": reasons}
    if os.path.exists(os.path.join(data, "iqoth_manifest.csv")):
        files = records.slices(data, split)
        if files:
            share, reasons = refusals(pack, (steps.read_plane(os.path.join(data, f)) for f in files))
            found["soft_tissue_slices"] = {"images": len(files), "refused": share, "reasons": reasons}
    if os.path.exists(os.path.join(data, "ood_manifest.csv")):
        kinds = {}
        for file, kind in records.strangers(data):
            kinds.setdefault(kind, []).append(steps.read_plane(os.path.join(data, file)))
        found["strangers"] = {}
        for kind, planes in sorted(kinds.items()):
            share, reasons = refusals(pack, planes)
            found["strangers"][kind] = {"images": len(planes), "refused": share, "reasons": reasons}
        total = sum(len(planes) for planes in kinds.values())
        kept = sum(e["reasons"].get("accepted", 0) for e in found["strangers"].values())
        found["strangers_all"] = {"images": total, "refused": (total - kept) / total}
    return found


def composite_figures(pack, data, split, count=24):
    """Slices composed from a phantom chest and real patches: refusals and free response, as such."""
    import composites

    refused, hit, total, false = 0, 0, 0, 0
    for plane, masks in composites.drawn(data, split, count):
        if pack.slice_reason(plane) is not None:
            refused += 1
        used = np.zeros(len(masks), dtype=bool)
        for x, y, _ in pack.spots(plane):
            on = [near(mask, x, y) for mask in masks]
            used |= np.array(on, dtype=bool)
            false += not any(on)
        hit, total = hit + int(used.sum()), total + len(masks)
    return {
        "slices": count,
        "refused": refused / count,
        "nodules": total,
        "sensitivity": hit / total,
        "false_spots_per_slice": false / count,
    }


def figures(pack, data, split="val"):
    """Every figure of a pack on one split of a folder."""
    return rounded(
        {
            "split": split,
            "rating": rating_figures(pack, data, split),
            "interval": interval_figures(pack, data, split),
            "finder": finder_figures(pack, data, split),
            "explanation": explanation_figures(pack, data, split),
            "refusal": refusal_figures(pack, data, split),
            "composites": composite_figures(pack, data, split),
        }
    )


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack")
    parser.add_argument("data")
    parser.add_argument("--split", default="val")
    parser.add_argument("--json")
    given = parser.parse_args()
    found = figures(Pack(given.pack), given.data, given.split)
    text = json.dumps(found, indent=1)
    print(text)
    if given.json:
        with open(given.json, "w", encoding="utf-8") as file:
            file.write(text + "\n")


if __name__ == "__main__":
    main()
