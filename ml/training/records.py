"""The labelled folder: what each patch is, who it belongs to, and how patients are split.

A fold never shares a patient with another one; `assert_disjoint` is called before every fit.
"""

import csv
import os
import zlib
from dataclasses import dataclass

import numpy as np
from PIL import Image


SOFT = {1: 0.03, 2: 0.12, 3: 0.5, 4: 0.88, 5: 0.97}  # what a rating says, as a suspicion


@dataclass(frozen=True)
class Patch:
    """One LIDC patch: file below the data folder, rating 1..5, patient, nodule, split, mask file or ''."""

    file: str
    rating: int
    patient: str
    nodule: str
    split: str
    central: bool
    mask: str

    @property
    def label(self):
        """1 for ratings 4-5, 0 for 1-2, None for the indeterminate 3."""
        return None if self.rating == 3 else int(self.rating > 3)


def read_rows(path):
    """A manifest as a list of dicts."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def patches(data):
    """All LIDC patches of a data folder, in manifest order."""
    found = []
    for row in read_rows(os.path.join(data, "lidc_manifest.csv")):
        mask = os.path.join(os.path.dirname(row["file"]), row["mask"]) if row["mask"] else ""
        found.append(
            Patch(
                row["file"],
                int(row["malignancy_1to5"]),
                row["patient"],
                row["patient"] + "/" + row["nodule"],
                row["split"],
                row["is_central"] == "1",
                mask,
            )
        )
    return found


def slices(data, split):
    """IQ-OTH files of a split (refusal only: their labels are never read)."""
    rows = read_rows(os.path.join(data, "iqoth_manifest.csv"))
    return [row["file"] for row in rows if row["split"] == split]


def strangers(data):
    """[(file, kind)] of the out-of-distribution folder: evaluation only."""
    return [(row["file"], row["kind"]) for row in read_rows(os.path.join(data, "ood_manifest.csv"))]


def grey(data, files):
    """Files as uint8 [N, H, W]; all must be of one size."""
    found = []
    for name in files:
        with Image.open(os.path.join(data, name)) as image:
            found.append(np.asarray(image.convert("L")))
    return np.stack(found)


def masks(data, chosen):
    """Consensus masks as uint8 0/1 [N, 128, 128]; all zero where a patch has none."""
    out = np.zeros((len(chosen), 128, 128), dtype=np.uint8)
    for index, patch in enumerate(chosen):
        if patch.mask:
            out[index] = grey(data, [patch.mask])[0] > 127
    return out


def fold_of(chosen, folds, seed):
    """Fold number per patch: patients are dealt to folds, balanced by their highest rating."""
    worst = {}
    for patch in chosen:
        worst[patch.patient] = max(worst.get(patch.patient, 0), patch.rating)

    def shuffled(patient):
        return zlib.crc32(f"{seed}:{patient}".encode())

    dealt = {}
    for place, patient in enumerate(sorted(worst, key=lambda p: (worst[p], shuffled(p)))):
        dealt[patient] = place % folds
    return np.array([dealt[patch.patient] for patch in chosen])


def assert_disjoint(fit, held):
    """Raise if a patient is on both sides of a split."""
    shared = {patch.patient for patch in fit} & {patch.patient for patch in held}
    if shared:
        raise ValueError(f"Patients on both sides of a split: {sorted(shared)[:5]}")
