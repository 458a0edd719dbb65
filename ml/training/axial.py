"""Axial slices composed by the project, and the ways a scan can be spoilt.

There is no whole lung-window slice in the data, so the gate learns what one looks like from composites:
an outline drawn as a phantom, or a training slice relit so that its lungs show, with lung texture and
vessels inside. They are declared as composites wherever a figure rests on them.
"""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from phantom import ellipse, noise, stretched


def vessels(rng, side, count):
    """Vessels of a lung at slice scale: short tapering strokes and dots."""
    image = Image.new("L", (side * 2, side * 2), 0)
    draw = ImageDraw.Draw(image)
    for _ in range(count):
        x, y = rng.random(2) * side * 2
        reach, turn = rng.exponential(side / 14), rng.random() * 6.3
        end = (x + reach * np.cos(turn), y + reach * np.sin(turn))
        draw.line((x, y, *end), int(rng.integers(60, 255)), max(1, int(rng.exponential(1.6))))
    return np.asarray(image.resize((side, side), Image.BOX), dtype=np.float32) / 255.0


def lung_texture(rng, side, patches):
    """Parenchyma: the dark side of training patches laid side by side over noise, and vessels."""
    out = noise(rng, side, side, rng.uniform(0.5, 1.5)) * rng.uniform(0.02, 0.08)
    if len(patches) and rng.random() < 0.7:
        small = max(16, int(side * rng.uniform(0.2, 0.5)))
        for top in range(0, side, small):
            for left in range(0, side, small):
                patch = Image.fromarray(patches[rng.integers(len(patches))]).resize((small, small), Image.BOX)
                part = np.asarray(patch, dtype=np.float32) / 255.0
                part = np.minimum(part, np.percentile(part, 60))[: side - top, : side - left]
                out[top : top + small, left : left + small] += part * rng.uniform(0.2, 0.8)
    return out + vessels(rng, side, int(rng.integers(60, 260))) * rng.uniform(0.3, 0.8)


def outline(rng, side):
    """(body, lungs, bone, table) soft maps of a phantom chest slice."""
    y, x = np.mgrid[0:side, 0:side] / side - 0.5
    y = y - rng.uniform(-0.06, 0.04)
    wide, tall = rng.uniform(0.34, 0.48), rng.uniform(0.24, 0.36)
    body = ellipse(x, y, 0, 0, wide, tall, 0.02)
    if rng.random() < 0.5:
        body = np.maximum(body, ellipse(np.abs(x), y, wide * 0.9, 0.08, 0.12, 0.1, 0.05))
    apart, thick = wide * rng.uniform(0.45, 0.55), wide * rng.uniform(0.3, 0.4)
    lungs = np.zeros((side, side))
    for turn in (-1, 1):
        lung = ellipse(x, y, turn * apart, rng.uniform(-0.03, 0.02), thick, tall * rng.uniform(0.62, 0.8), 0.03, turn * 0.15)
        lungs = np.maximum(lungs, lung)
    heart = ellipse(x, y, rng.uniform(-0.02, 0.08), rng.uniform(-0.1, 0.0), rng.uniform(0.05, 0.16), rng.uniform(0.05, 0.13), 0.05)
    spine = ellipse(x, y, 0, tall * 0.72, 0.05, 0.05, 0.1)
    lungs = lungs * (1 - heart) * (1 - spine)
    ring = np.abs(np.hypot(x / (wide * 0.86), y / (tall * 0.88)) - 1.0) < rng.uniform(0.03, 0.06)
    angle = np.arctan2(y, x)
    ribs = ring * (np.sin(angle * rng.integers(7, 12) + rng.random() * 6) > 0.2)
    bone = np.clip(spine + ribs, 0, 1)
    curve = y - (tall + rng.uniform(0.03, 0.07)) + x * x * rng.uniform(0.1, 0.6)
    table = (np.abs(curve) < rng.uniform(0.004, 0.012)) * (np.abs(x) < 0.46)
    return body, lungs, bone, table


def composed(body, lungs, bone, table, inside, rng, tissue):
    """A plane from its maps: air, table, body with tissue noise, lungs with their texture, bone."""
    side = body.shape[0]
    flesh = tissue + (noise(rng, side, side, 1.0) - 0.5) * rng.uniform(0.02, 0.15)
    out = table * rng.uniform(0.2, 0.6)
    out = out * (1 - body) + body * flesh
    out = out * (1 - lungs) + lungs * inside
    out = out + bone * body * (1 - lungs) * rng.uniform(0.05, 0.3)
    out = out + rng.normal(size=out.shape) * rng.uniform(0, 0.03)
    return np.clip(out, 0, 1).astype(np.float32)


def relit(rng, slice_plane):
    """(body, lungs, bone, table) from a training slice: filled outline, its dark inside, its bright parts."""
    side = slice_plane.shape[0]
    bright = Image.fromarray((np.clip(slice_plane, 0, 1) * 255).astype(np.uint8))
    closed = bright.point(lambda v: 255 if v > 20 else 0).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.MinFilter(9))
    framed = Image.new("L", (side + 2, side + 2), 0)
    framed.paste(closed, (1, 1))
    ImageDraw.floodfill(framed, (0, 0), 128)
    body = (np.asarray(framed)[1:-1, 1:-1] != 128).astype(np.float32)
    flesh = np.asarray(closed.filter(ImageFilter.GaussianBlur(1.5)), dtype=np.float32) / 255.0
    inner = Image.fromarray((body * 255).astype(np.uint8)).filter(ImageFilter.MinFilter(9))
    lungs = np.clip(1.0 - flesh * 1.4, 0, 1) * (np.asarray(inner.filter(ImageFilter.GaussianBlur(1)), dtype=np.float32) / 255.0)
    return body, lungs, np.clip(slice_plane - 0.5, 0, 1) * 2, np.zeros_like(body)


def lung_slice(rng, patches, planes, side=128):
    """A lung-window slice as a composite, upright."""
    if len(planes) and rng.random() < 0.45:
        maps = relit(rng, planes[rng.integers(len(planes))].astype(np.float32) / 255.0)
        if not 0.08 < maps[1].mean() < 0.5:
            maps = outline(rng, side)
    else:
        maps = outline(rng, side)
    inside = rng.uniform(0.04, 0.22) + lung_texture(rng, side, patches)
    return composed(*maps, inside, rng, rng.uniform(0.5, 0.95))


def dark_slice(rng, side=128):
    """A soft-tissue slice: lungs black, no vessel left."""
    inside = np.zeros((side, side)) + vessels(rng, side, int(rng.integers(0, 12))) * rng.uniform(0, 0.4)
    out = composed(*outline(rng, side), inside, rng, rng.uniform(0.15, 0.7))
    return np.clip((out - 0.08) / 0.92, 0, 1)


def turned(rng, plane):
    """A slice lying wrong: a quarter turn, upside down, or mirrored top to bottom."""
    kind = rng.integers(4)
    return np.ascontiguousarray(np.flipud(plane) if kind == 3 else np.rot90(plane, kind + 1))


def blackened(rng, patch):
    """A lung patch seen through a soft-tissue window: everything below the vessels is black."""
    low, high = np.percentile(patch, [30, 97])
    bottom = low + (high - low) * rng.uniform(0.35, 0.85)
    top = high + (1 - high) * rng.uniform(0.0, 1.0)
    return stretched(np.clip(patch, bottom, max(top, bottom + 0.05)))


def spoilt(rng, plane, others):
    """A scan that cannot be judged: inverted, blurred, drowned in noise, tiled, pixelated or torn."""
    kind = rng.integers(7)
    side = plane.shape[0]
    image = Image.fromarray((np.clip(plane, 0, 1) * 255).astype(np.uint8))
    if kind <= 1:
        return (1.0 - plane).astype(np.float32)
    if kind == 2:
        return np.asarray(image.filter(ImageFilter.GaussianBlur(rng.uniform(2.2, 8))), dtype=np.float32) / 255.0
    if kind == 3:
        if rng.random() < 0.5:
            return stretched(plane + rng.normal(size=plane.shape) * rng.uniform(0.25, 1.0))
        hit = rng.random(plane.shape) < rng.uniform(0.06, 0.4)
        return np.where(hit, rng.random(plane.shape) > 0.5, plane).astype(np.float32)
    if kind == 4:
        parts = int(rng.integers(2, 5))
        small = side // parts
        out = np.zeros((side, side), dtype=np.float32)
        for row in range(parts):
            for col in range(parts):
                pick = image if rng.random() < 0.3 else Image.fromarray(others[rng.integers(len(others))])
                part = np.asarray(pick.resize((small, small), Image.BOX), dtype=np.float32) / 255.0
                out[row * small : (row + 1) * small, col * small : (col + 1) * small] = part
        return out
    if kind == 5:
        coarse = int(rng.integers(8, 24))
        return np.asarray(image.resize((coarse, coarse), Image.BOX).resize((side, side), Image.NEAREST), dtype=np.float32) / 255.0
    parts = int(rng.integers(2, 9))
    small = side // parts
    cut = plane[: small * parts, : small * parts].reshape(parts, small, parts, small).transpose(0, 2, 1, 3)
    cut = cut.reshape(parts * parts, small, small)[rng.permutation(parts * parts)]
    torn = cut.reshape(parts, parts, small, small).transpose(0, 2, 1, 3).reshape(parts * small, parts * small)
    out = np.zeros_like(plane)
    out[: torn.shape[0], : torn.shape[1]] = torn
    return out
