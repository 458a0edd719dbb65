"""Images drawn by the project itself: what the gate must refuse, and slices it must accept.

No picture here comes from a test set. `strange` draws things that are no scan, `xray` a chest film,
`slice_from` an axial lung-window slice composed of a body outline (from a training slice) and lung
texture (from training patches). All take a numpy Generator and return float32 planes in 0..1.
"""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

CLASSES = ["lung_patch", "lung_slice", "no_lung_detail", "orientation", "xray", "quality", "not_a_scan"]


def noise(rng, height, width, slope):
    """Random texture with a 1/f^slope spectrum, stretched to 0..1."""
    y = np.fft.fftfreq(height)[:, None]
    x = np.fft.rfftfreq(width)[None, :]
    radius = np.sqrt(x * x + y * y)
    radius[0, 0] = 1.0
    spectrum = np.fft.rfft2(rng.standard_normal((height, width))) / radius**slope
    spectrum[0, 0] = 0
    out = np.fft.irfft2(spectrum, s=(height, width))
    return stretched(out)


def stretched(plane):
    """To 0..1 by the minimum and maximum."""
    low, high = plane.min(), plane.max()
    return ((plane - low) / max(high - low, 1e-6)).astype(np.float32)


def canvas(rng, side=128):
    """A drawing surface of random base grey."""
    image = Image.new("L", (side, side), int(rng.integers(256)))
    return image, ImageDraw.Draw(image)


def plane(image):
    """A drawn image as a plane."""
    return np.asarray(image, dtype=np.float32) / 255.0


def leaves(rng):
    """Dead leaves: overlapping textured shapes of all sizes, whose statistics are those of photos."""
    image, draw = canvas(rng)
    for _ in range(int(rng.integers(40, 220))):
        radius = min(60.0, 2.5 / (rng.random() ** 0.6 + 0.03))
        x, y = rng.random(2) * 140 - 6
        grey = int(rng.integers(256))
        kind = rng.integers(3)
        if kind == 0:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius * rng.uniform(0.4, 1.5)), fill=grey)
        elif kind == 1:
            turn = rng.random() * 6.3
            corners = [
                (x + radius * np.cos(turn + k * 1.57) * rng.uniform(0.6, 1.6), y + radius * np.sin(turn + k * 1.57))
                for k in range(4)
            ]
            draw.polygon(corners, fill=grey)
        else:
            draw.line((x, y, x + radius * rng.normal(), y + radius * rng.normal()), grey, int(rng.integers(1, 6)))
    out = plane(image.filter(ImageFilter.GaussianBlur(rng.uniform(0, 1.2))))
    texture = noise(rng, 128, 128, rng.uniform(0.5, 2.0)) - 0.5
    light = noise(rng, 128, 128, 3.0) - 0.5
    return stretched(out + texture * rng.uniform(0, 0.5) + light * rng.uniform(0, 0.8))


def texture(rng):
    """Grass, gravel, fabric, brick, cloud: band-limited noise, cells and bricks."""
    kind = rng.integers(4)
    if kind == 0:
        return noise(rng, 128, 128, rng.uniform(0.0, 3.0))
    if kind == 1:
        points = rng.random((int(rng.integers(15, 300)), 2)) * 128
        y, x = np.mgrid[0:128, 0:128]
        distance = np.full((128, 128), 1e9)
        cell = np.zeros((128, 128), dtype=int)
        for index, (py, px) in enumerate(points):
            d = (y - py) ** 2 + (x - px) ** 2
            closer = d < distance
            distance[closer], cell[closer] = d[closer], index
        grey = rng.random(len(points))
        return stretched(grey[cell] - np.sqrt(distance) * rng.uniform(-0.06, 0.06))
    if kind == 2:
        y, x = np.mgrid[0:128, 0:128]
        out = np.zeros((128, 128))
        for _ in range(int(rng.integers(1, 4))):
            a, b = rng.normal(size=2) * rng.uniform(0.05, 1.0)
            out += np.sin(a * x + b * y + rng.random() * 6)
        return stretched(out + noise(rng, 128, 128, 1.0) * rng.uniform(0, 2))
    image, draw = canvas(rng)
    high, wide = int(rng.integers(6, 40)), int(rng.integers(10, 60))
    for row, top in enumerate(range(-2, 128, high)):
        for left in range(-wide + (row % 2) * wide // 2, 128, wide):
            draw.rectangle((left, top, left + wide - 2, top + high - 2), fill=int(rng.integers(60, 256)))
    return stretched(plane(image) + noise(rng, 128, 128, 1.0) * rng.uniform(0, 0.6))


def screen(rng):
    """Charts, pages of text, chats, tables, curves on a flat ground."""
    ground = int(rng.choice([255, 250, 245, 0, 20, 40, int(rng.integers(256))]))
    ink = 255 - ground if rng.random() < 0.7 else int(rng.integers(256))
    image = Image.new("L", (128, 128), ground)
    draw = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(1, 4))):
        kind = rng.integers(6)
        if kind == 0:
            step = int(rng.integers(4, 14))
            for top in range(int(rng.integers(0, 20)), 128, step):
                left = int(rng.integers(0, 20))
                while left < 120:
                    word = int(rng.integers(2, 18))
                    if rng.random() < 0.8:
                        draw.rectangle((left, top, left + word, top + max(1, step // 2 - 1)), fill=ink)
                    left += word + int(rng.integers(2, 6))
        elif kind == 1:
            wide = int(rng.integers(5, 24))
            for left in range(int(rng.integers(2, 14)), 124, wide + int(rng.integers(2, 9))):
                draw.rectangle((left, int(rng.integers(8, 112)), left + wide, 118), fill=int(rng.integers(256)))
        elif kind == 2:
            x = np.arange(0, 128, 2)
            y = 64 + np.cumsum(rng.normal(size=len(x)) * rng.uniform(0.5, 8))
            draw.line([(int(a), float(b)) for a, b in zip(x, y)], ink, int(rng.integers(1, 4)))
        elif kind == 3:
            for _ in range(int(rng.integers(3, 10))):
                left, top = rng.integers(0, 100, 2)
                size = rng.integers(8, 70, 2)
                box = (int(left), int(top), int(left + size[0]), int(top + size[1] // 2))
                draw.rounded_rectangle(box, 4, fill=int(rng.integers(256)))
        elif kind == 4:
            step = int(rng.integers(6, 32))
            for at in range(0, 128, step):
                draw.line((at, 0, at, 128), ink)
                draw.line((0, at, 128, at), ink)
        else:
            left, top = rng.integers(0, 90, 2)
            draw.pieslice((int(left), int(top), int(left) + 60, int(top) + 60), 0, int(rng.integers(20, 360)), fill=ink)
    return plane(image)


def simple(rng):
    """Gradients, blobs, fans, stars, silhouettes: other instruments and synthetic pictures."""
    y, x = np.mgrid[0:128, 0:128] / 128.0
    kind = rng.integers(5)
    if kind == 0:
        a, b = rng.normal(size=2)
        out = (a * x + b * y) ** int(rng.integers(1, 3)) + 0 * noise(rng, 128, 128, 1)
    elif kind == 1:
        out = noise(rng, 128, 128, 2.0) * rng.uniform(0, 0.3)
        for _ in range(int(rng.integers(1, 6))):
            cx, cy, s = rng.random(), rng.random(), rng.uniform(0.03, 0.3)
            d = np.hypot((x - cx) * rng.uniform(0.6, 1.6), y - cy)
            out = out + rng.normal() * 1.0 / (1 + np.exp((d - s) * rng.uniform(10, 120)))
    elif kind == 2:
        apex = rng.uniform(-0.2, 0.2)
        angle = np.arctan2(x - 0.5, y - apex)
        radius = np.hypot(x - 0.5, y - apex)
        fan = (np.abs(angle) < rng.uniform(0.4, 0.9)) & (radius > 0.1) & (radius < rng.uniform(0.7, 1.1))
        speckle = np.abs(noise(rng, 128, 128, rng.uniform(0.2, 1.5)) - 0.5)
        rings = 0.5 + 0.5 * np.sin(radius * rng.uniform(10, 200))
        out = fan * (speckle * 2 + rng.uniform(0, 1) * rings + rng.uniform(0, 0.4))
    elif kind == 3:
        out = np.zeros((128, 128))
        for _ in range(int(rng.integers(20, 300))):
            r, c = rng.integers(1, 126, 2)
            out[r - 1 : r + 2, c - 1 : c + 2] += rng.random() ** 4
        out += noise(rng, 128, 128, rng.uniform(0, 2)) * rng.uniform(0, 0.2)
    else:
        field = noise(rng, 128, 128, rng.uniform(2.0, 3.5))
        out = (field > rng.uniform(0.3, 0.7)).astype(float) + noise(rng, 128, 128, 1.0) * rng.uniform(0, 0.2)
    out = stretched(out)
    return 1 - out if rng.random() < 0.3 else out


def strange(rng):
    """One picture that is no scan."""
    return [leaves, leaves, texture, screen, simple][int(rng.integers(5))](rng)


def ellipse(x, y, cx, cy, rx, ry, edge=0.02, turn=0.0):
    """A soft ellipse, 1 inside."""
    cos, sin = np.cos(turn), np.sin(turn)
    u, v = ((x - cx) * cos + (y - cy) * sin) / rx, (-(x - cx) * sin + (y - cy) * cos) / ry
    return 1.0 / (1.0 + np.exp((np.hypot(u, v) - 1.0) / edge))


def xray(rng):
    """A frontal chest film as a phantom: trunk, two lungs, spine, heart, diaphragms, ribs, clavicles."""
    y, x = np.mgrid[0:128, 0:128] / 128.0
    x = (x - 0.5) / rng.uniform(0.75, 1.4) + rng.uniform(-0.05, 0.05)
    y = (y - 0.5) / rng.uniform(0.75, 1.4) + rng.uniform(-0.06, 0.06)
    trunk = ellipse(x, y, 0, 0.3, rng.uniform(0.42, 0.6), rng.uniform(0.75, 0.95), 0.04)
    neck = ellipse(x, y, 0, -0.55, rng.uniform(0.1, 0.18), 0.4, 0.1)
    out = np.maximum(trunk, neck * 0.8) * rng.uniform(0.45, 0.7)
    apart, wide = rng.uniform(0.18, 0.24), rng.uniform(0.12, 0.17)
    tall, low = rng.uniform(0.27, 0.38), rng.uniform(-0.08, 0.05)
    air = rng.uniform(0.25, 0.5)
    for side in (-1, 1):
        lung = ellipse(x, y, side * apart, low, wide, tall, rng.uniform(0.03, 0.12), side * rng.uniform(0.0, 0.2))
        floor = y - (low + tall * rng.uniform(0.5, 0.8)) + rng.uniform(0, 0.8) * (np.abs(x) - apart) ** 2 * 4
        lung = lung / (1 + np.exp(floor / 0.012))
        out = out - air * lung * (0.8 + 0.4 * noise(rng, 128, 128, 2.0))
        slope, gap = rng.uniform(0.2, 0.7), rng.uniform(0.045, 0.075)
        bend = y - slope * (np.abs(x) - apart) ** 2 * 3 - slope * 0.3 * np.abs(x)
        ribs = np.maximum(0, np.sin(bend * 2 * np.pi / gap)) ** 2
        out = out + ribs * rng.uniform(0.01, 0.16) * (np.abs(x) < 0.45) * (np.sign(x) == side)
        collar = np.abs(y - (low - tall * 0.75) - side * x * rng.uniform(-0.35, 0.0)) < rng.uniform(0.01, 0.02)
        out = out + collar * (side * x > 0.05) * rng.uniform(0.03, 0.15) * trunk
    heart = ellipse(x, y, rng.uniform(0.0, 0.08), low + 0.16, rng.uniform(0.1, 0.17), rng.uniform(0.12, 0.2), 0.08)
    spine = np.exp(-0.5 * (x / rng.uniform(0.025, 0.05)) ** 2)
    out = out + heart * rng.uniform(0.1, 0.35) + spine * rng.uniform(0.05, 0.3) * trunk
    arms = ellipse(np.abs(x), y, rng.uniform(0.5, 0.62), rng.uniform(-0.1, 0.4), 0.1, 0.5, 0.08, 0.2)
    belly = 1 / (1 + np.exp(-(y - low - tall * 0.9) / 0.05))
    out = np.maximum(out, arms * rng.uniform(0, 0.6)) + belly * trunk * rng.uniform(-0.1, 0.25)
    out = out + (noise(rng, 128, 128, 3.0) - 0.5) * rng.uniform(0, 0.3) + rng.normal() * 0.15 * x + rng.normal() * 0.15 * y
    out = np.clip(out + (noise(rng, 128, 128, rng.uniform(0.8, 2.0)) - 0.5) * rng.uniform(0, 0.15), 0, 1)
    if rng.random() < 0.3:
        edge = int(rng.integers(1, 14))
        bar = np.s_[:, :edge] if rng.random() < 0.5 else np.s_[:, -edge:]
        out[bar] = float(rng.random() < 0.6)
    blur = Image.fromarray((out * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(rng.uniform(0, 1.0)))
    out = stretched(plane(blur) ** rng.uniform(0.6, 1.6))
    if rng.random() < 0.3:
        ImageDraw.Draw(blur).rectangle((4, 4, 9, 10), fill=255)
        out = np.maximum(out, (plane(blur) >= 1.0) * 1.0).astype(np.float32)
    return 1 - out if rng.random() < 0.08 else out
