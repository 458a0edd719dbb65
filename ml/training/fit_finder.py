"""Fits the candidate finder on patches with consensus masks; background is the lung around the mask.

The patches are centred on their nodule, so every training view is shifted far off the centre (with
mirrored edges): a finder that had learned "look in the middle" would be worthless on a slice.
"""

import math
from dataclasses import dataclass

import torch
from torch.nn import functional as F

import augment
import fitting
from nets import Finder


@dataclass
class Recipe:
    """What a finder is and how it is fitted."""

    widths: tuple = (24, 32, 64, 96)
    depth: int = 1
    epochs: int = 60
    batch: int = 32
    rate: float = 2e-3
    decay: float = 0.05
    zoom: float = 0.2
    shift: float = 40.0
    window: float = 0.5
    average: float = 0.995
    spread: float = 0.22  # sigma of the target blob as a share of the diameter


def targets(masks, spread, cell=2):
    """Blob targets [N, 1, 64, 64] in 0..1 at each mask's centre, and where a nodule's inside is."""
    rows = torch.arange(masks.shape[-1], device=masks.device).float() + 0.5
    area = masks.sum(dim=(1, 2, 3))
    centre_y = (masks.sum(dim=3)[:, 0] * rows).sum(dim=1) / area.clamp(min=1)
    centre_x = (masks.sum(dim=2)[:, 0] * rows).sum(dim=1) / area.clamp(min=1)
    sigma = (2 * torch.sqrt(area / math.pi) * spread).clamp(min=1.6)
    cells = torch.arange(masks.shape[-1] // cell, device=masks.device) * float(cell) + cell / 2
    dy = (cells[None, :, None] - centre_y[:, None, None]) ** 2
    dx = (cells[None, None, :] - centre_x[:, None, None]) ** 2
    blob = torch.exp(-0.5 * (dx + dy) / sigma[:, None, None] ** 2)
    present = (area > 12).float()[:, None, None]
    return (blob * present)[:, None], F.max_pool2d(masks, cell)


def loss(logits, blob, inside):
    """Focal loss to a blob; the nodule's own body around the blob costs little."""
    p = torch.sigmoid(logits)
    peak = (blob > 0.8).float()
    rise = -F.logsigmoid(logits) * (1 - p) ** 2 * peak
    away = (1 - blob) ** 4 * torch.where(inside > 0, 0.3, 1.0)
    fall = -F.logsigmoid(-logits) * p**2 * away * (1 - peak)
    return (rise.sum() + fall.sum()) / peak.sum().clamp(min=1)


def view(generator, images, masks, recipe):
    """Shifted, turned and re-windowed views with their masks."""
    matrices, _ = augment.geometry(generator, len(images), images.device, recipe.zoom, recipe.shift)
    out = augment.sampled(augment.normalised(images), matrices, 128, "reflection")
    out = augment.roughened(generator, augment.windowed(generator, out, recipe.window))
    return out, (augment.sampled(masks, matrices, 128, "zeros") > 0.5).float()


def fit(images, masks, recipe, seed, device):
    """A fitted finder in evaluation mode, from uint8 patches and 0/1 masks."""
    generator, rng = fitting.seeded(seed)
    pixels = fitting.on_device(images, device)
    truth = torch.from_numpy(masks[:, None]).to(device).float()
    net = Finder(recipe.widths, recipe.depth).to(device)
    work = fitting.Fitting(net, recipe, recipe.epochs * (len(images) // recipe.batch))

    def lossy(net, picked):
        views, seen = view(generator, pixels[picked], truth[picked], recipe)
        return loss(net(views), *targets(seen, recipe.spread))

    for _ in range(recipe.epochs):
        order = rng.permutation(len(images))
        for start in range(0, len(order) - recipe.batch + 1, recipe.batch):
            picked = torch.from_numpy(order[start : start + recipe.batch]).to(device)
            work.step(lambda net, picked=picked: lossy(net, picked))
    return work.fitted()


def heat(net, images, device):
    """Heat maps [N, 64, 64] of uint8 patches."""
    return fitting.batched(images, device, lambda part: (torch.sigmoid(net(part))[:, 0],), 128)[0]
