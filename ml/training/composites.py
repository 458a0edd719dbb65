"""Whole lung-window slices for testing, composed: a drawn chest with real patches set into its lungs.

No such slice is in the data. What is measured on these is declared as measured on composites.
"""

import numpy as np

import axial
import records

SIDE = 512
REACH = 44


def feather():
    """A 128x128 weight: 1 in the middle, falling to 0 at REACH px."""
    y, x = np.mgrid[0:128, 0:128] - 63.5
    return np.clip((REACH - np.hypot(x, y)) / 8.0, 0, 1)


def places(rng, lungs, count):
    """Centres inside the lungs, far enough apart for `count` patches; fewer if there is no room."""
    rows, cols = np.nonzero(lungs > 0.9)
    found = []
    for index in rng.permutation(len(rows)):
        y, x = rows[index], cols[index]
        clear = all(np.hypot(y - b, x - a) > 2 * REACH for a, b in found)
        if clear and 64 <= x < SIDE - 64 and 64 <= y < SIDE - 64:
            found.append((int(x), int(y)))
        if len(found) == count:
            break
    return found


def composite(rng, images, masks):
    """(plane 512x512, [mask 512x512 per nodule]) from up to three patches and their masks."""
    body, lungs, bone, table = axial.outline(rng, SIDE)
    inside = rng.uniform(0.05, 0.15) + axial.lung_texture(rng, SIDE, images[:0]) * 0.6
    plane = axial.composed(body, lungs, bone, table, inside, rng, rng.uniform(0.55, 0.85))
    weight, level = feather(), float(np.median(plane[lungs > 0.9]))
    placed = []
    for (x, y), image, mask in zip(places(rng, lungs, len(images)), images, masks):
        patch = image / 255.0
        patch = np.clip(patch - np.percentile(patch, 25) + level, 0, 1)
        window = np.s_[y - 64 : y + 64, x - 64 : x + 64]
        plane[window] = plane[window] * (1 - weight) + patch * weight
        whole = np.zeros((SIDE, SIDE), dtype=np.uint8)
        whole[window] = mask
        placed.append(whole)
    return plane.astype(np.float32), placed


def drawn(data, split, count, seed=17):
    """`count` composites from a split's masked patches whose surroundings are mostly lung."""
    chosen = [p for p in records.patches(data) if p.split == split and p.mask]
    images, masks = records.grey(data, [p.file for p in chosen]), records.masks(data, chosen)
    middle = images[:, 24:104, 24:104].reshape(len(images), -1) / 255.0
    airy = np.flatnonzero(np.percentile(middle, 75, axis=1) < 0.25)
    rng = np.random.default_rng(seed)
    for _ in range(count):
        picked = rng.choice(airy, 3, replace=False)
        yield composite(rng, images[picked], masks[picked])
