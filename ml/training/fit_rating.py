"""Fits rating nets: one per fold and seed, out-of-fold scores, patients never on both sides."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

import augment
import fitting
import records
from nets import Rating

@dataclass
class Recipe:
    """What a rating net is and how it is fitted."""

    side: int = 64
    widths: tuple = (32, 64, 128)
    depth: int = 1
    drop: float = 0.3
    epochs: int = 60
    batch: int = 64
    rate: float = 2e-3
    decay: float = 0.05
    middle: float = 0.4  # weight of the indeterminate threes
    zoom: float = 0.15
    shift: float = 3.0
    window: float = 0.5
    mask: float = 1.0
    ordinal: float = 0.5
    size: float = 0.5
    average: float = 0.995
    own: float = 0.25  # share of the target taken from the net's own belief (label noise)


class Patches:
    """Tensors of a set of patches on a device, grouped by nodule."""

    def __init__(self, images, masks, chosen, device):
        self.images = fitting.on_device(images, device)
        self.masks = torch.from_numpy(masks[:, None]).to(device).float()
        area = masks.reshape(len(masks), -1).sum(axis=1)
        self.masked = torch.from_numpy(area > 0).to(device)
        diameter = 2.0 * np.sqrt(np.maximum(area, 1) / math.pi)
        self.diameter = torch.from_numpy(np.log(diameter)).float().to(device)
        rating = np.array([patch.rating for patch in chosen])
        self.rating = torch.from_numpy(rating).to(device)
        self.soft = torch.tensor([records.SOFT[r] for r in rating], device=device)
        self.nodules = {}
        for index, patch in enumerate(chosen):
            self.nodules.setdefault(patch.nodule, []).append(index)

    def epoch(self, rng):
        """One patch of every nodule, shuffled: a nodule counts once, however many slices it has."""
        drawn = [members[rng.integers(len(members))] for members in self.nodules.values()]
        return rng.permutation(np.array(drawn))


def losses(net, data, picked, recipe, generator):
    """The weighted sum of suspicion, ordinal, diameter and mask losses over one batch."""
    views, matrices, scale = augment.patch_view(
        generator, data.images[picked], recipe.side, recipe.zoom, recipe.shift, recipe.window
    )
    head, mask = net(views)
    rating, soft = data.rating[picked], data.soft[picked]
    weight = torch.where(rating == 3, recipe.middle, 1.0)
    soft = (1 - recipe.own) * soft + recipe.own * torch.sigmoid(head[:, 0].detach())
    total = (F.binary_cross_entropy_with_logits(head[:, 0], soft, reduction="none") * weight).mean()
    steps = torch.arange(1, 5, device=rating.device)
    above = (rating[:, None] > steps).float() * 0.94 + 0.03
    total = total + recipe.ordinal * F.binary_cross_entropy_with_logits(head[:, 1:5], above)
    known = data.masked[picked].float()
    wanted = data.diameter[picked] + torch.log(scale)
    size = F.smooth_l1_loss(head[:, 5], wanted, reduction="none", beta=0.2)
    total = total + recipe.size * (size * known).sum() / known.sum().clamp(min=1)
    truth = augment.sampled(data.masks[picked], matrices, recipe.side, "zeros")
    truth = F.avg_pool2d(truth, 4)
    cross = F.binary_cross_entropy_with_logits(mask, truth, reduction="none").mean(dim=(1, 2, 3))
    both = (torch.sigmoid(mask) * truth).sum(dim=(1, 2, 3))
    either = torch.sigmoid(mask).sum(dim=(1, 2, 3)) + truth.sum(dim=(1, 2, 3))
    dice = 1 - (2 * both + 1) / (either + 1)
    return total + recipe.mask * ((cross + 0.3 * dice) * known).sum() / known.sum().clamp(min=1)


def fit(data, recipe, seed, device):
    """A fitted net (its weights averaged over the last steps), in evaluation mode."""
    generator, rng = fitting.seeded(seed)
    net = Rating(recipe.side, recipe.widths, recipe.depth, recipe.drop).to(device)
    steps = recipe.epochs * math.ceil(len(data.nodules) / recipe.batch)
    work = fitting.Fitting(net, recipe, steps)
    for _ in range(recipe.epochs):
        order = data.epoch(rng)
        for start in range(0, len(order), recipe.batch):
            picked = torch.from_numpy(order[start : start + recipe.batch]).to(device)
            if len(picked) >= 8:
                work.step(lambda net, picked=picked: losses(net, data, picked, recipe, generator))
    return work.fitted()


def heads(net, images, device):
    """Head outputs [N, 6] for uint8 patches."""
    return fitting.batched(images, device, lambda part: (net.rate(part),))[0]


def cross_fit(images, masks, chosen, recipe, folds, seeds, seed, device, only=None):
    """Nets per fold, the out-of-fold heads of every patch [N, 6] and the fold of each patch."""
    fold = records.fold_of(chosen, folds, seed)
    outside = np.zeros((len(chosen), 6))
    nets = []
    for number in range(folds):
        if only is not None and number not in only:
            continue
        inside = np.flatnonzero(fold != number)
        held = np.flatnonzero(fold == number)
        records.assert_disjoint([chosen[i] for i in inside], [chosen[i] for i in held])
        data = Patches(images[inside], masks[inside], [chosen[i] for i in inside], device)
        for repeat in range(seeds):
            net = fit(data, recipe, seed * 1000 + number * 10 + repeat, device)
            outside[held] += heads(net, images[held], device) / seeds
            nets.append(net)
    return nets, outside, fold
