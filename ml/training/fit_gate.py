"""Fits the gate: what an image is, and how far it lies from a real lung-window patch.

Accepted classes come from training patches and composites; refused ones from training slices, spoilt
scans and drawn pictures. The out-of-distribution folder and all validation files stay outside.
"""

import copy
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

import augment
import axial
import images as steps
import phantom
from fit_rating import averaged
from nets import Gate, normalised

THUMB = 32
CLASSES = phantom.CLASSES


@dataclass
class Recipe:
    """What the gate is and how it is fitted."""

    widths: tuple = (24, 32, 64, 96)
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
    found = [list(patches), lung, dark, wrong, films, spoilt, odd]
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
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    rng = np.random.default_rng(seed)
    tensors = [torch.from_numpy(images[:, None]).to(device) for images in pool]
    net = Gate(len(CLASSES), recipe.widths).to(device)
    average = copy.deepcopy(net)
    chooser = torch.optim.AdamW(net.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    plan = torch.optim.lr_scheduler.OneCycleLR(chooser, recipe.rate, total_steps=recipe.steps + 1, pct_start=0.15)
    share = [2, 1, 1, 1, 1, 1, 1.5]
    counts = [int(recipe.batch * s / sum(share)) for s in share]
    for step in range(recipe.steps):
        part = [tensors[k][rng.integers(len(tensors[k]), size=n)] for k, n in enumerate(counts)]
        wanted = torch.cat([torch.full((n,), k) for k, n in enumerate(counts)]).to(device)
        batch = views(generator, torch.cat(part).float() / 255.0, wanted)
        net.train()
        total = F.cross_entropy(net(batch), wanted, label_smoothing=0.02)
        chooser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        chooser.step()
        plan.step()
        averaged(average, net, min(recipe.average, 1 - 1 / (1 + step / 10)))
    return average.eval()


def pooled(net, images, device, batch=256):
    """(features [N, F], probabilities [N, K], thumbnails [N, THUMB*THUMB]) of uint8 images."""
    features, probs, thumbs = [], [], []
    with torch.no_grad():
        for start in range(0, len(images), batch):
            part = torch.from_numpy(images[start : start + batch, None]).to(device).float() / 255.0
            found = net.features(part)
            features.append(found.float().cpu().numpy())
            probs.append(torch.softmax(net.head(found), dim=1).float().cpu().numpy())
            small = F.avg_pool2d(normalised(part), part.shape[-1] // THUMB)
            thumbs.append(small.flatten(1).float().cpu().numpy())
    return np.concatenate(features), np.concatenate(probs), np.concatenate(thumbs)


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
