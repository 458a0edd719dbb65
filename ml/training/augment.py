"""Random views of patches, on whatever device the tensors live on.

Geometry: any rotation, flips, small zoom, shift. Intensity: another window (clip above the tissue or
below the lung), gamma, contrast, noise, blur. A view is never made from two patients' patches.
"""

import math

import torch
from torch.nn import functional as F

from nets import normalised


def draw(generator, count, low, high, device):
    """`count` uniform numbers."""
    return torch.rand(count, generator=generator).to(device) * (high - low) + low


def geometry(generator, count, device, zoom=0.15, shift=3.0, side=128):
    """[N, 2, 3] affine matrices for `sampled` and the zoom factors (output size / input size)."""
    angle = draw(generator, count, -math.pi, math.pi, device)
    scale = torch.exp(draw(generator, count, -zoom, zoom, device))
    flip = torch.where(draw(generator, count, 0, 1, device) < 0.5, -1.0, 1.0)
    cos, sin = torch.cos(angle) / scale, torch.sin(angle) / scale
    shifts = draw(generator, 2 * count, -shift, shift, device).reshape(2, count) * 2.0 / side
    row0 = torch.stack([cos * flip, -sin, shifts[0]], dim=1)
    row1 = torch.stack([sin * flip, cos, shifts[1]], dim=1)
    return torch.stack([row0, row1], dim=1), scale


def sampled(images, matrices, side, padding="border", mode="bilinear"):
    """The centre side x side window of each image under its affine matrix."""
    span = side / images.shape[-1]
    steps = (torch.arange(side, device=images.device) + 0.5) / side * 2 - 1
    y, x = torch.meshgrid(steps * span, steps * span, indexing="ij")
    points = torch.stack([x, y, torch.ones_like(x)], dim=-1).reshape(1, -1, 3)
    grid = points @ matrices.transpose(1, 2)
    grid = grid.reshape(len(images), side, side, 2)
    return F.grid_sample(images, grid, mode=mode, padding_mode=padding, align_corners=False)


def windowed(generator, images, chance=0.5):
    """Some images seen through another window: clipped high and low, stretched, with a gamma."""
    count, device = len(images), images.device

    def pick(low, high, else_value):
        value = draw(generator, count, low, high, device)
        used = draw(generator, count, 0, 1, device) < chance
        return torch.where(used, value, torch.full_like(value, else_value)).reshape(-1, 1, 1, 1)

    top = pick(0.55, 1.0, 1.0)
    top = torch.maximum(top, images.mean(dim=(1, 2, 3), keepdim=True) + 0.15)
    bottom = pick(0.0, 0.06, 0.0)
    out = ((images - bottom) / (top - bottom)).clamp(0, 1)
    gamma = torch.exp(pick(-0.3, 0.3, 0.0))
    return out.clamp(min=1e-4) ** gamma


def roughened(generator, images, chance=0.3):
    """Some images with added noise or a light blur."""
    count, device = len(images), images.device
    level = draw(generator, count, 0.0, 0.03, device)
    level = torch.where(draw(generator, count, 0, 1, device) < chance, level, torch.zeros_like(level))
    out = images + torch.randn_like(images) * level.reshape(-1, 1, 1, 1)
    soft = blurred(images, 0.8)
    pick = (draw(generator, count, 0, 1, device) < chance * 0.6).reshape(-1, 1, 1, 1)
    return torch.where(pick, soft, out)


def blurred(images, sigma):
    """Gaussian blur with replicated edges."""
    reach = max(1, int(math.ceil(2.5 * sigma)))
    steps = torch.arange(-reach, reach + 1, device=images.device, dtype=torch.float32)
    kernel = torch.exp(-0.5 * (steps / sigma) ** 2)
    kernel = kernel / kernel.sum()
    out = F.pad(images, (reach, reach, reach, reach), mode="replicate")
    out = F.conv2d(out, kernel.reshape(1, 1, 1, -1))
    return F.conv2d(out, kernel.reshape(1, 1, -1, 1))


def patch_view(generator, images, side, zoom=0.15, shift=3.0, chance=0.5):
    """Rating views: (centre crops [N, 1, side, side], matrices, zoom factors)."""
    matrices, scale = geometry(generator, len(images), images.device, zoom, shift)
    out = sampled(normalised(images), matrices, side)
    return roughened(generator, windowed(generator, out, chance)), matrices, scale
