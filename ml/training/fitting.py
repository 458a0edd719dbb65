"""What every fit shares: one optimiser step with its schedule and weight average, and images in batches."""

import copy

import numpy as np
import torch


def averaged(average, net, keep):
    """Moves the exponential average of the weights; counters and statistics follow too."""
    with torch.no_grad():
        source = net.state_dict()
        for name, value in average.state_dict().items():
            if value.dtype.is_floating_point:
                value.mul_(keep).add_(source[name], alpha=1 - keep)
            else:
                value.copy_(source[name])


def narrow(device):
    """Whether products are made in bfloat16: where the processor multiplies matrices of it by itself (AMX)."""
    return device.type == "cpu" and getattr(torch.cpu, "_is_amx_tile_supported", lambda: False)()


def floats(out):
    """A tensor, or a tuple of them, as float32."""
    return tuple(part.float() for part in out) if isinstance(out, tuple) else out.float()


class Fitting:
    """A net being fitted: AdamW on one cycle, clipped gradients, averaged weights."""

    def __init__(self, net, recipe, steps):
        device = next(net.parameters()).device
        self.narrow = narrow(device)
        self.net, self.keep, self.done = net, recipe.average, 0
        if device.type == "cpu":
            net.to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(net)
        self.chooser = torch.optim.AdamW(net.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
        self.plan = torch.optim.lr_scheduler.OneCycleLR(
            self.chooser, recipe.rate, total_steps=steps + 1, pct_start=0.15
        )

    def run(self, images):
        """The net's answers as float32; weights and losses stay float32 too."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.narrow):
            return floats(self.net(images))

    def step(self, loss):
        """One step along the gradient of `loss(net)`, where `net` maps images to answers."""
        self.net.train()
        total = loss(self.run)
        self.chooser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.chooser.step()
        self.plan.step()
        self.done += 1
        averaged(self.average, self.net, min(self.keep, 1 - 1 / (1 + self.done / 10)))

    def fitted(self):
        """The net with its weights averaged over the last steps, in evaluation mode."""
        return self.average.eval()


def seeded(seed):
    """(torch generator, numpy generator), with torch's own seed set."""
    torch.manual_seed(seed)
    return torch.Generator().manual_seed(seed), np.random.default_rng(seed)


def on_device(images, device):
    """uint8 images [N, H, W] as grey values 0..1 [N, 1, H, W]."""
    return torch.from_numpy(images[:, None]).to(device).float() / 255.0


def batched(images, device, run, batch=256):
    """The arrays of `run(part)`, a tuple of tensors, over uint8 images, batch by batch."""
    found = []
    with torch.no_grad():
        for start in range(0, len(images), batch):
            found.append([v.float().cpu().numpy() for v in run(on_device(images[start : start + batch], device))])
    return tuple(np.concatenate(parts) for parts in zip(*found))
