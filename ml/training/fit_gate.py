"""Fits the gate: what an image is, and how far it lies from a real lung-window patch.

Accepted classes come from training patches and composites; refused ones from training slices, spoilt
scans and drawn pictures. The out-of-distribution folder and all validation files stay outside.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

import augment
import axial
import fitting
import images as steps
import phantom
from nets import Gate, normalised

THUMB = 32
CLASSES = phantom.CLASSES


@dataclass
class Recipe:
    """What the gate is and how it is fitted."""

    widths: tuple = (32, 64, 96)
    pool: int = 1500  # drawn images per class
    steps: int = 2500
    batch: int = 112
    rate: float = 2e-3
    decay: float = 0.05
    components: int = 64
    average: float = 0.995


def as_bytes(plane):
    """Plane to uint8."""
    return (np.clip(plane, 0, 1) * 255 + 0.5).astype(np.uint8)


def slice_views(planes, rng):
    """Training slices as the gate would see them: letterboxed whole, and as native windows."""
    whole = [as_bytes(steps.letterbox(plane / 255.0)) for plane in planes]
    parts = []
    for plane in planes:
        x, y = rng.integers(64, 193, 2)
        parts.append(as_bytes(steps.crop(plane / 255.0, x, y)))
    return np.stack(whole), np.stack(parts)


def off_centre(patches, rng, reach=44):
    """The patches as tiles of a slice see such tissue: anywhere but in the middle, edges mirrored."""
    padded = np.pad(patches, ((0, 0), (reach, reach), (reach, reach)), mode="reflect")
    corners = rng.integers(0, 2 * reach + 1, (len(patches), 2))
    side = patches.shape[-1]
    return np.stack([image[y : y + side, x : x + side] for image, (y, x) in zip(padded, corners)])


def pools(patches, planes, recipe, seed):
    """uint8 images per class, drawn or derived from training patches and training slices only."""
    rng = np.random.default_rng(seed)
    whole, parts = slice_views(planes, rng)
    count = recipe.pool

    def some(source):
        return source[rng.integers(len(source))] / 255.0

    lung = [as_bytes(axial.lung_slice(rng, patches, whole)) for _ in range(count)]
    dark = [as_bytes(axial.dark_slice(rng)) for _ in range(count // 4)]
    dark += [as_bytes(axial.blackened(rng, some(patches))) for _ in range(count // 2)]
    dark += list(whole) + list(parts)
    upright = [lung, dark[: count // 4], list(whole)]
    wrong = []
    for index in range(count):
        source = upright[index % 3]
        wrong.append(as_bytes(axial.turned(rng, source[rng.integers(len(source))] / 255.0)))
    spoilt = [as_bytes(axial.spoilt(rng, some(patches), patches)) for _ in range(count)]
    spoilt += [as_bytes(axial.spoilt(rng, some(whole), whole)) for _ in range(count // 3)]
    spoilt += [as_bytes(axial.spoilt(rng, some(lung), whole)) for _ in range(count // 3)]
    films = [as_bytes(phantom.xray(rng)) for _ in range(count)]
    odd = [as_bytes(phantom.strange(rng)) for _ in range(3 * count)]
    found = [list(patches) + list(off_centre(patches, rng)), lung, dark, wrong, films, spoilt, odd]
    return [np.stack(images) for images in found]


def views(generator, images, wanted):
    """Light views: mirrored sideways, zoomed, shifted, re-windowed, with noise; patches also turned."""
    count, device = len(images), images.device
    matrices, _ = augment.geometry(generator, count, device, 0.12, 8.0)
    size = torch.exp(augment.draw(generator, count, -0.12, 0.12, device))
    flip = torch.where(augment.draw(generator, count, 0, 1, device) < 0.5, -1.0, 1.0)
    upright = torch.zeros_like(matrices)
    upright[:, 0, 0], upright[:, 1, 1] = flip * size, size
    upright[:, :, 2] = matrices[:, :, 2]
    keep = (wanted != 0) & (wanted != 6)
    matrices = torch.where(keep[:, None, None], upright, matrices)
    turn = augment.draw(generator, count, 0, 1, device) < 0.6
    identity = torch.tensor([[1.0, 0, 0], [0, 1.0, 0]], device=device).expand_as(matrices)
    matrices = torch.where(turn[:, None, None], matrices, identity)
    out = augment.sampled(normalised(images), matrices, 128)
    out = augment.windowed(generator, out, 0.3)
    level = augment.draw(generator, count, 0.0, 0.02, device).reshape(-1, 1, 1, 1)
    return out + level * torch.randn_like(out)


def fit(pool, recipe, seed, device):
    """A fitted gate in evaluation mode; every class is drawn equally often, patches twice."""
    generator, rng = fitting.seeded(seed)
    tensors = [torch.from_numpy(images[:, None]).to(device) for images in pool]
    work = fitting.Fitting(Gate(len(CLASSES), recipe.widths).to(device), recipe, recipe.steps)
    share = [2, 1, 1, 1, 1, 1, 1.5]
    counts = [int(recipe.batch * s / sum(share)) for s in share]
    wanted = torch.cat([torch.full((n,), k) for k, n in enumerate(counts)]).to(device)
    for _ in range(recipe.steps):
        part = [tensors[k][rng.integers(len(tensors[k]), size=n)] for k, n in enumerate(counts)]
        batch = views(generator, torch.cat(part).float() / 255.0, wanted)
        work.step(lambda net, batch=batch: F.cross_entropy(net(batch), wanted, label_smoothing=0.02))
    return work.fitted()


def pooled(net, images, device):
    """(features [N, F], probabilities [N, K], thumbnails [N, THUMB*THUMB]) of uint8 images."""

    def run(part):
        found = net.features(part)
        small = F.avg_pool2d(normalised(part), part.shape[-1] // THUMB).flatten(1)
        return found, torch.softmax(net.head(found), dim=1), small

    return fitting.batched(images, device, run)


def statistics(features, thumbs, recipe):
    """Mahalanobis (mean, whitening) of the features and PCA (mean, components) of the thumbnails."""
    mean = features.mean(axis=0)
    spread = np.cov(features, rowvar=False)
    spread = spread + np.eye(len(spread)) * np.trace(spread) / len(spread) * 0.01
    whiten = np.linalg.inv(np.linalg.cholesky(spread))
    middle = thumbs.mean(axis=0)
    _, _, directions = np.linalg.svd(thumbs - middle, full_matrices=False)
    return {
        "mean": mean.astype(np.float32),
        "whiten": whiten.astype(np.float32),
        "thumb": middle.astype(np.float32),
        "directions": directions[: recipe.components].astype(np.float32),
    }
