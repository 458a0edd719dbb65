"""Image steps shared by training, evaluation and the Rust runtime's parity fixtures.

Numpy only, every step defined exactly (see README.md, "Planes and steps"); `ml/scan` does the same in Rust.
A plane is a float32 array [H, W] in 0..1, rows downwards. Nothing here knows about a model.
"""

import numpy as np
from PIL import Image

PATCH = 128
PATCH_MAX_SIDE = 192
Image.MAX_IMAGE_PIXELS = 64_000_000


def read_plane(path):
    """File to (plane, chroma): grey 0..1 and the mean colour spread 0..255 (0 for grey files)."""
    with Image.open(path) as image:
        if image.mode in ("I", "I;16", "I;16B"):
            raw = np.asarray(image, dtype=np.float32)
            low, high = float(raw.min()), float(raw.max())
            plane = (raw - low) / (high - low) if high > low else np.zeros_like(raw)
            return plane.astype(np.float32), 0.0
        if image.mode in ("L", "1", "LA"):
            return np.asarray(image.convert("L"), dtype=np.float32) / 255.0, 0.0
        rgb = np.asarray(image.convert("RGB"), dtype=np.float32)
    chroma = float((rgb.max(axis=2) - rgb.min(axis=2)).mean())
    weights = np.array([299.0, 587.0, 114.0], dtype=np.float32)
    return (rgb @ weights / 1000.0 / 255.0).astype(np.float32), chroma


def area_weights(source, target):
    """[target, source] matrix: row i averages the input interval [i*s/t, (i+1)*s/t) by overlap."""
    edges = np.arange(target + 1, dtype=np.float64) * source / target
    pixels = np.arange(source, dtype=np.float64)
    low = np.maximum(edges[:-1, None], pixels[None, :])
    high = np.minimum(edges[1:, None], pixels[None, :] + 1.0)
    overlap = np.maximum(high - low, 0.0)
    return overlap / (source / target)


def area_resample(plane, height, width):
    """Area mean resampling, separable, exact at the pixel edges."""
    rows = area_weights(plane.shape[0], height)
    cols = area_weights(plane.shape[1], width)
    return (rows @ plane.astype(np.float64) @ cols.T).astype(np.float32)


def longer_side_to(plane, side):
    """Area-resample so that the longer side becomes `side`, aspect kept."""
    longer = max(plane.shape)
    height = max(1, int(np.floor(plane.shape[0] * side / longer + 0.5)))
    width = max(1, int(np.floor(plane.shape[1] * side / longer + 0.5)))
    return area_resample(plane, height, width)


def crop(plane, centre_x, centre_y, side=PATCH):
    """The side x side window around a point; outside the image the nearest edge pixel repeats."""
    left = int(np.floor(centre_x + 0.5)) - side // 2
    top = int(np.floor(centre_y + 0.5)) - side // 2
    rows = np.clip(np.arange(top, top + side), 0, plane.shape[0] - 1)
    cols = np.clip(np.arange(left, left + side), 0, plane.shape[1] - 1)
    return plane[np.ix_(rows, cols)].astype(np.float32)


def centre_crop(plane):
    """The window around the image's centre."""
    return crop(plane, plane.shape[1] / 2, plane.shape[0] / 2)


def letterbox(plane, side=PATCH):
    """The whole image in a side x side square, aspect kept, zeros around."""
    small = longer_side_to(plane, side)
    out = np.zeros((side, side), dtype=np.float32)
    top, left = (side - small.shape[0]) // 2, (side - small.shape[1]) // 2
    out[top : top + small.shape[0], left : left + small.shape[1]] = small
    return out


def gate_image(plane):
    """What the gate looks at: a patch as it is, anything larger letterboxed whole."""
    return centre_crop(plane) if max(plane.shape) <= PATCH_MAX_SIDE else letterbox(plane)


def tile_origins(size, tile=PATCH, stride=96):
    """Left edges of the finder's tiles along one axis (even, the last one flush with the end)."""
    if size <= tile:
        return [0]
    origins = list(range(0, size - tile, stride))
    last = size - tile - ((size - tile) & 1)
    if origins[-1] != last:
        origins.append(last)
    return origins


def tiles(plane, stride=96):
    """[(x, y, 128x128 window)] covering the plane; a small plane is centred in one window."""
    found = []
    for y in tile_origins(plane.shape[0], stride=stride):
        for x in tile_origins(plane.shape[1], stride=stride):
            centre_x = x + PATCH // 2 if plane.shape[1] > PATCH else plane.shape[1] / 2
            centre_y = y + PATCH // 2 if plane.shape[0] > PATCH else plane.shape[0] / 2
            left = int(np.floor(centre_x + 0.5)) - PATCH // 2
            top = int(np.floor(centre_y + 0.5)) - PATCH // 2
            found.append((left, top, crop(plane, centre_x, centre_y)))
    return found


def stitch(shape, placed, cell=2):
    """Tiles' heat maps [(x, y, heat 64x64)] to one map over the plane, tent-weighted mean."""
    height, width = -(-shape[0] // cell), -(-shape[1] // cell)
    total = np.zeros((height, width))
    weight = np.zeros((height, width))
    side = PATCH // cell
    ramp = 1.0 + np.minimum(np.arange(side), side - 1 - np.arange(side))
    tent = ramp[:, None] * ramp[None, :]
    for x, y, heat in placed:
        top, left = y // cell, x // cell
        rows = slice(max(top, 0), min(top + side, height))
        cols = slice(max(left, 0), min(left + side, width))
        inner = np.s_[rows.start - top : rows.stop - top, cols.start - left : cols.stop - left]
        total[rows, cols] += (heat * tent)[inner]
        weight[rows, cols] += tent[inner]
    return (total / np.maximum(weight, 1e-9)).astype(np.float32)


def spots(heat, min_heat, separation=5, limit=16, cell=2):
    """Local maxima of a heat map as [(x, y, heat)] in pixels, strongest first."""
    padded = np.pad(heat, 1, constant_values=-1.0)
    around = [
        padded[1 + dy : 1 + dy + heat.shape[0], 1 + dx : 1 + dx + heat.shape[1]]
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
        if (dy, dx) != (0, 0)
    ]
    peak = (heat >= min_heat) & np.all([heat >= other for other in around], axis=0)
    order = sorted(zip(*np.nonzero(peak)), key=lambda at: (-heat[at], at))
    kept = []
    for row, col in order:
        if len(kept) == limit:
            break
        if all(max(abs(row - r), abs(col - c)) >= separation for r, c in kept):
            kept.append((row, col))
    return [centred(heat, row, col, cell) for row, col in kept]


def centred(heat, row, col, cell):
    """A peak's heat-weighted 3x3 mean position in pixels, with its heat."""
    rows = range(max(row - 1, 0), min(row + 2, heat.shape[0]))
    cols = range(max(col - 1, 0), min(col + 2, heat.shape[1]))
    total = x = y = 0.0
    for r in rows:
        for c in cols:
            value = float(heat[r, c])
            total += value
            x += value * (cell * c + cell / 2)
            y += value * (cell * r + cell / 2)
    return (x / total, y / total, float(heat[row, col]))


def occlusion_windows(window=14, stride=7, span=70):
    """Top-left corners (x, y) of the occlusion windows over a patch's centre, row by row."""
    start = PATCH // 2 - span // 2
    places = [start + stride * k for k in range((span - window) // stride + 1)]
    return [(x, y) for y in places for x in places]


def lung_fill(patch, percentile=25):
    """The fill value: a lung-valued low percentile of the patch."""
    ordered = np.sort(patch, axis=None)
    return float(ordered[int(np.floor(percentile / 100.0 * (ordered.size - 1)))])


def occlusion_map(patch, drops, window=14, stride=7, span=70):
    """Mean drop over the windows covering each pixel; zero where none does."""
    total = np.zeros(patch.shape)
    count = np.zeros(patch.shape)
    for (x, y), drop in zip(occlusion_windows(window, stride, span), drops):
        total[y : y + window, x : x + window] += max(0.0, drop)
        count[y : y + window, x : x + window] += 1
    return total / np.maximum(count, 1)
