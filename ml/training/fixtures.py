"""Draws the parity fixtures and records what onnxruntime says of them.

    python3 ml/training/fixtures.py PACK ml/tests/fixtures/lung-ct --data DATA

The pictures are phantoms drawn from seeds by this project, but for `lidc-*.png` (validation patches of
LIDC-IDRI) and `composite-*.png` (such patches set into a drawn chest), whose licence note lies beside them:
the gate refuses phantoms as patches, so that only real ones show the path of an accepted image.
"""

import argparse
import json
import os

import numpy as np
from PIL import Image

import axial
import composites
import evaluate
import images as steps
import phantom
import records
from scan import Pack

NOTE = """# Licence of some pictures here

`lidc-*.png` are unchanged 128x128 patches of the LIDC-IDRI collection; `composite-*.png` are drawn chests with such
patches set in. LIDC-IDRI: Armato SG III et al., Data From LIDC-IDRI, The Cancer Imaging Archive,
https://doi.org/10.7937/K9/TCIA.2015.LO9QL9SX, Creative Commons Attribution 3.0 Unported (CC BY 3.0).
All other pictures are drawn by this project and carry its licence.
"""


def patch_phantom(rng, radius):
    """A 128x128 lung patch as a phantom: chest wall, parenchyma, vessels, one round spot in the middle."""
    y, x = np.mgrid[0:128, 0:128].astype(np.float64)
    wall = 1 / (1 + np.exp(-(np.hypot(x - 150, y - 64) * -1 + 75) / 1.5))
    out = 0.12 + phantom.noise(rng, 128, 128, 1.0) * 0.06 + axial.vessels(rng, 128, 60) * 0.35
    spot = 1 / (1 + np.exp((np.hypot(x - 63.5, y - 63.5) - radius) / 0.8))
    out = out * (1 - spot) + 0.62 * spot
    out = out * (1 - wall) + wall * (0.6 + phantom.noise(rng, 128, 128, 1.0) * 0.08)
    return np.clip(out + rng.normal(size=out.shape) * 0.012, 0, 1)


def drawn():
    """[(name, plane, patch mode)] of all fixtures."""
    rng = np.random.default_rng(2026)
    small, large = patch_phantom(rng, 4.0), patch_phantom(rng, 12.0)
    chest = axial.lung_slice(rng, np.zeros((0, 128, 128), dtype=np.uint8), np.zeros((0, 128, 128)), 384)
    film = np.asarray(Image.fromarray((phantom.xray(rng) * 255).astype(np.uint8)).resize((320, 280)))
    found = [
        ("patch-small", small, True),
        ("patch-large", large, True),
        ("patch-finder", np.roll(large, (20, -24), (0, 1)), False),
        ("patch-inverted", 1 - large, True),
        ("patch-odd-size", np.pad(small, ((3, 8), (10, 4)), mode="edge"), True),
        ("slice-chest", chest, False),
        ("slice-upside-down", np.flipud(chest), False),
        ("slice-dark", axial.dark_slice(rng, 256), False),
        ("film", film / 255.0, False),
        ("chart", phantom.screen(rng), False),
        ("slice-large", np.kron(chest[:250, :350], np.ones((2, 2))), False),
    ]
    return found


def real(data):
    """[(name, plane, patch mode)] of four validation patches and two composites."""
    chosen = [p for p in records.patches(data) if p.split == "val" and p.central and p.label is not None]
    picked = [next(p for p in chosen if p.rating == rating) for rating in (1, 2, 4, 5)]
    found = []
    for patch in picked:
        plane = records.grey(data, [patch.file])[0] / 255.0
        found.append((f"lidc-{patch.rating}-patch", plane, True))
    found.append(("lidc-5-slice", found[-1][1], False))
    for index, (plane, _) in enumerate(composites.drawn(data, "val", 2)):
        found.append((f"composite-{index}", plane, False))
    return found


def expected(pack, plane, patch):
    """Every number the runtime must reproduce for one fixture."""
    window = steps.gate_image(plane)
    accept, distance, residual, probs = pack.gate(window)
    found = {
        "mode": "patch" if patch else "slice",
        "gate_image_mean": float(window.mean(dtype=np.float64)),
        "gate": {"probs": [float(p) for p in probs], "accept": accept, "distance": distance, "residual": residual},
        "inspect": pack.inspect(plane, 0.0, patch),
        "rating": None,
        "explain": None,
        "spots": None,
    }
    if patch:
        centre = steps.centre_crop(plane)
        found["rating"] = pack.rate(centre)
        base, drops = evaluate.drops(pack, centre)
        found["explain"] = {"base": base, "drops": drops}
    elif max(plane.shape) <= pack.manifest["slice"]["max_side"]:
        found["spots"] = [[x, y, heat] for x, y, heat in pack.spots(plane)]
    return found


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack")
    parser.add_argument("folder")
    parser.add_argument("--data", help="adds real patches and composites, with their licence note")
    given = parser.parse_args()
    pack = Pack(given.pack)
    os.makedirs(given.folder, exist_ok=True)
    found = {}
    chosen = drawn() + (real(given.data) if given.data else [])
    if given.data:
        with open(os.path.join(given.folder, "LICENCE.md"), "w", encoding="utf-8") as file:
            file.write(NOTE)
    for name, plane, patch in chosen:
        path = os.path.join(given.folder, name + ".png")
        Image.fromarray((np.clip(plane, 0, 1) * 255 + 0.5).astype(np.uint8)).save(path, optimize=True)
        found[name + ".png"] = expected(pack, steps.read_plane(path)[0], patch)
    with open(os.path.join(given.folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(found, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
