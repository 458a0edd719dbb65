"""What leaves as ONNX: graphs that take plain grey values and give final numbers.

Normalisation, ensemble mean, calibration, interval, Mahalanobis distance and PCA residual are all inside,
so that the runtime only compares with thresholds. Opset 17, batch 1, fixed shapes.
"""

import math
import warnings

import torch
from torch import nn
from torch.nn import functional as F

from fit_gate import THUMB
from metrics import NINE_IN_TEN
from nets import normalised


class GateGraph(nn.Module):
    """image -> probs [1, K], distance [1, 1], residual [1, 1]."""

    def __init__(self, net, statistics):
        super().__init__()
        self.net = net
        for name, value in statistics.items():
            self.register_buffer(name, torch.from_numpy(value))

    def forward(self, image):
        features = self.net.features(image)
        probs = torch.softmax(self.net.head(features), dim=1)
        white = F.linear(features - self.mean, self.whiten)
        distance = torch.sqrt((white * white).mean(dim=1, keepdim=True))
        thumb = F.avg_pool2d(normalised(image), image.shape[-1] // THUMB).flatten(1) - self.thumb
        rest = thumb - F.linear(F.linear(thumb, self.directions), self.directions.t())
        return probs, distance, torch.sqrt((rest * rest).mean(dim=1, keepdim=True))


class FinderGraph(nn.Module):
    """tile -> heat [1, 1, 64, 64] in 0..1."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, tile):
        return torch.sigmoid(self.net(tile))


class RatingGraph(nn.Module):
    """patch -> suspicion, low, high, diameter, logit, each [1, 1].

    The members' logits are averaged and calibrated (`slope`, `offset`). The interval is to hold nine in ten of the
    radiologists' ratings, read as suspicions (`records.SOFT`): it adds the members' spread, the uncertainty of the
    calibration (`covariance`) and the noise of the ratings (`label_noise`).
    """

    def __init__(self, members, calibration):
        super().__init__()
        self.members = nn.ModuleList(members)
        self.calibration = calibration

    def forward(self, patch):
        heads = torch.stack([member.rate(patch) for member in self.members], dim=0)
        return interval(heads[:, :, 0:1], heads[:, :, 5:6], self.calibration)


def interval(logits, log_diameters, calibration):
    """(suspicion, low, high, diameter, logit) from member outputs [M, B, 1]."""
    slope, offset = calibration["slope"], calibration["offset"]
    (aa, ab), (_, bb) = calibration["covariance"]
    mean = logits.mean(dim=0)
    spread = ((logits - mean) * (logits - mean)).mean(dim=0) * (slope * slope)
    own = mean * mean * aa + mean * (2 * ab) + bb
    suspicion = torch.sigmoid(mean * slope + offset)
    steep = suspicion * (1 - suspicion)
    half = torch.sqrt(steep * steep * (spread + own) + calibration["label_noise"]) * NINE_IN_TEN
    diameter = torch.exp(log_diameters.mean(dim=0))
    return suspicion, torch.clamp(suspicion - half, 0, 1), torch.clamp(suspicion + half, 0, 1), diameter, mean


class ExplainGraph(nn.Module):
    """patch -> suspicion [1, 1] of the members given: a cheap stand-in for many occluded views."""

    def __init__(self, members, calibration):
        super().__init__()
        self.members = nn.ModuleList(members)
        self.calibration = calibration

    def forward(self, patch):
        logits = torch.stack([member.rate(patch)[:, 0:1] for member in self.members], dim=0).mean(dim=0)
        return torch.sigmoid(logits * self.calibration["slope"] + self.calibration["offset"])


GRAPHS = {
    "gate": ("image", ["probs", "distance", "residual"]),
    "finder": ("tile", ["heat"]),
    "rating": ("patch", ["suspicion", "low", "high", "diameter", "logit"]),
    "explain": ("patch", ["suspicion"]),
}


def write(graph, name, path):
    """Writes one graph; its input is [1, 1, 128, 128]."""
    entry, leaves = GRAPHS[name]
    graph = graph.cpu().eval()
    example = torch.rand(1, 1, 128, 128, generator=torch.Generator().manual_seed(1))
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph, (example,), path, opset_version=17, input_names=[entry], output_names=leaves, dynamo=False
        )


def parameters(module):
    """Number of weights."""
    return int(sum(math.prod(p.shape) for p in module.parameters()))
