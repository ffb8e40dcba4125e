"""What both families of patch networks share: a patch map, a head, and parts that can be frozen."""

from collections.abc import Collection
from typing import Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import EngineError
from engine.models.geometry import PatchGeometry


class PatchNetwork(nn.Module):
    """A fully convolutional network without padding: one logit per patch, higher for fake.

    Parts have names: "head" is `fc`, "layer1" (to "layer4") are themselves, "stem" is the rest.
    """

    fc: nn.Linear

    @property
    def geometry(self) -> PatchGeometry:
        """Which of the network's input pixels each cell sees."""
        raise NotImplementedError

    def features(self, images: Tensor) -> Tensor:
        """Filtered images (B, 3, H, W) to what the head reads, (B, C, h, w)."""
        raise NotImplementedError

    def forward(self, images: Tensor) -> Tensor:
        """Filtered images (B, 3, H, W) to patch logits (B, 1, h, w)."""
        return functional.conv2d(self.features(images), self.fc.weight[:, :, None, None], self.fc.bias)

    def parts(self) -> dict[str, list[nn.Parameter]]:
        """Parameters by the name of their part, in the network's order."""
        parts: dict[str, list[nn.Parameter]] = {}
        for name, parameter in self.named_parameters():
            parts.setdefault(part_of(name), []).append(parameter)
        return parts

    def train_only(self, names: Collection[str]) -> None:
        """Freeze every part but those named, including its BatchNorm statistics while in training mode."""
        parts = self.parts()
        if unknown := set(names) - set(parts):
            raise EngineError(
                f"The network has no part named {', '.join(sorted(unknown))}.",
                f"Its parts are {', '.join(parts)}.",
            )
        for name, parameters in parts.items():
            for parameter in parameters:
                parameter.requires_grad_(name in names)
        self.train(self.training)

    def train(self, mode: bool = True) -> Self:
        """Training mode, except for frozen BatchNorm layers: their running statistics must not drift."""
        super().train(mode)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d) and not module.weight.requires_grad:
                module.eval()
        return self


def part_of(parameter_name: str) -> str:
    """The part ("stem", "layer1", ..., "head") that a parameter belongs to."""
    first = parameter_name.partition(".")[0]
    if first == "fc":
        return "head"
    return first if first.startswith("layer") else "stem"


def composed_stem(first: nn.Conv2d, second: nn.Conv2d) -> Tensor:
    """The weight of the one convolution that a 1x1 and a following one make, nothing between; gradients reach both.

    The input filter is linear too, but on a CPU a pass over three channels costs less than a window of 5 x 5 pixels.
    """
    return torch.einsum("oikl,ic->ockl", second.weight, first.weight[:, :, 0, 0])


def initialise_convolutions(network: nn.Module) -> None:
    """Weights for training from nothing: variance 2 / (kernel area x output channels), arXiv 1502.01852."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d) and not module.weight.is_meta:  # for which torch would load its compiler first
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
