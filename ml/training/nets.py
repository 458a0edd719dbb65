"""The networks. Small residual nets from scratch; every one starts with its own min-max normalisation,
so that the runtime hands over plain grey values and parity is in the graph.

Shapes are [batch, 1, 128, 128] in; see `export.py` for what leaves as ONNX.
"""

import torch
from torch import nn
from torch.nn import functional as F


def normalised(x):
    """Each image stretched to 0..1 by its own minimum and maximum, as the LIDC patches were."""
    low = x.amin(dim=(2, 3), keepdim=True)
    high = x.amax(dim=(2, 3), keepdim=True)
    return (x - low) / torch.clamp(high - low, min=1e-3)


def conv(inside, outside, size=3, stride=1):
    """Convolution, batch norm, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inside, outside, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )


class Block(nn.Module):
    """Two 3x3 convolutions with a skip; the first may stride."""

    def __init__(self, inside, outside, stride=1):
        super().__init__()
        self.first = conv(inside, outside, 3, stride)
        self.second = nn.Sequential(
            nn.Conv2d(outside, outside, 3, 1, 1, bias=False), nn.BatchNorm2d(outside)
        )
        same = inside == outside and stride == 1
        self.skip = (
            nn.Identity()
            if same
            else nn.Sequential(nn.Conv2d(inside, outside, 1, stride, bias=False), nn.BatchNorm2d(outside))
        )

    def forward(self, x):
        return F.relu(self.second(self.first(x)) + self.skip(x))


def stem(width):
    """Two convolutions to `width` maps of half the side."""
    return nn.Sequential(conv(1, width // 2), conv(width // 2, width, 3, 2))


def encoder(widths, depth=1):
    """A stage of `depth` blocks per width; every stage but the first halves the side."""
    stages, inside = [], widths[0]
    for index, width in enumerate(widths):
        blocks = [Block(inside, width, 1 if index == 0 else 2)]
        blocks += [Block(width, width) for _ in range(depth - 1)]
        stages.append(nn.Sequential(*blocks))
        inside = width
    return nn.ModuleList(stages)


class Rating(nn.Module):
    """Suspicion, ordinal rating, diameter and (in training) a mask, from the centre of a patch.

    `forward` takes the centre crop already normalised over its whole patch; `rate` takes the patch.
    """

    def __init__(self, side=64, widths=(32, 64, 128), depth=1, drop=0.3):
        super().__init__()
        self.side = side
        self.stem = stem(widths[0])
        self.stages = encoder(widths, depth)
        self.drop = nn.Dropout(drop)
        self.mask = nn.Conv2d(widths[1] + widths[-1], 1, 1)
        self.head = nn.Linear(3 * widths[-1], 6)

    def features(self, x):
        """Pooled features [B, 3*width] and the coarse mask logits [B, 1, side/4, side/4]."""
        maps = [self.stem(x)]
        for stage in self.stages:
            maps.append(stage(maps[-1]))
        last = maps[-1]
        up = F.interpolate(last, scale_factor=2.0, mode="nearest")
        mask = self.mask(torch.cat([maps[2], up], dim=1))
        weight = F.avg_pool2d(torch.sigmoid(mask), 2) + 1e-3
        inside = (last * weight).sum(dim=(2, 3)) / weight.sum(dim=(2, 3))
        pooled = torch.cat([last.mean(dim=(2, 3)), last.amax(dim=(2, 3)), inside], dim=1)
        return pooled, mask

    def forward(self, x):
        """(head [B, 6]: suspicion logit, four ordinal logits, log diameter; mask logits)."""
        pooled, mask = self.features(x)
        return self.head(self.drop(pooled)), mask

    def centre(self, patch):
        """The normalised patch's centre crop."""
        edge = (patch.shape[-1] - self.side) // 2
        return normalised(patch)[:, :, edge : edge + self.side, edge : edge + self.side]

    def rate(self, patch):
        """Head of raw patches [B, 1, 128, 128] in 0..1."""
        return self.forward(self.centre(patch))[0]


class Finder(nn.Module):
    """A small U-Net whose output has one cell per 2x2 pixels; logits [B, 1, 64, 64]."""

    def __init__(self, widths=(24, 32, 64, 96), depth=1):
        super().__init__()
        self.stem = stem(widths[0])
        self.down = encoder(widths, depth)
        self.up = nn.ModuleList(
            Block(widths[k] + widths[k - 1], widths[k - 1]) for k in range(len(widths) - 1, 0, -1)
        )
        self.heat = nn.Conv2d(widths[0], 1, 1)
        nn.init.constant_(self.heat.bias, -3.0)

    def forward(self, tile):
        x = self.stem(normalised(tile))
        skips = []
        for stage in self.down:
            x = stage(x)
            skips.append(x)
        for block, skip in zip(self.up, skips[-2::-1]):
            x = block(torch.cat([F.interpolate(x, scale_factor=2.0, mode="nearest"), skip], dim=1))
        return self.heat(x)


class Gate(nn.Module):
    """What an image is (see `phantom.CLASSES`), with the pooled features the distance is taken on."""

    def __init__(self, classes, widths=(32, 64, 96), drop=0.2):
        super().__init__()
        self.stem = nn.Sequential(conv(1, widths[0] // 2, 3, 2), conv(widths[0] // 2, widths[0], 3, 2))
        self.stages = nn.Sequential(*encoder(widths))
        self.drop = nn.Dropout(drop)
        self.head = nn.Linear(2 * widths[-1], classes)

    def features(self, image):
        """Pooled features [B, 2*width]: mean and spread over the map."""
        last = self.stages(self.stem(normalised(image)))
        mean = last.mean(dim=(2, 3))
        square = (last * last).mean(dim=(2, 3))
        return torch.cat([mean, torch.sqrt(square + 1e-6)], dim=1)

    def forward(self, image):
        return self.head(self.drop(self.features(image)))
