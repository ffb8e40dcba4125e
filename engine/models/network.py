"""What all patch networks share: a patch map, a head, parts that can be frozen; and how a family tells of itself."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import EngineError
from engine.models.geometry import PatchGeometry
from engine.models.layers import ConvLayer, Layer, Residual, composed, kernels_and_strides

Shapes: TypeAlias = Mapping[str, tuple[int, ...]]  # of a state dict
_BLOCK = re.compile(r"layer(\d{1,4})\.(\d{1,4})\.")


class PatchNetwork(nn.Module):
    """A fully convolutional network without padding: one logit per patch, higher for fake.

    The first convolution is `conv1` and the head `fc`: weights in a file are found by these names. Parts have names:
    "head" is `fc`, "layer1" (to "layer4") are themselves, "stem" is the rest. A student's last block is its "layer1".
    """

    fc: nn.Linear

    def layers(self) -> Iterator[Layer]:
        """What the network computes before its head, from the modules as they are; the first is a convolution."""
        raise NotImplementedError

    @property
    def geometry(self) -> PatchGeometry:
        """Which of the network's input pixels each cell sees."""
        return PatchGeometry.of_layers(kernels_and_strides(self.layers()))

    @property
    def first_layer(self) -> ConvLayer:
        """The first convolution, with those before it that only mix channels."""
        first = next(composed(self.layers()))
        assert isinstance(first, ConvLayer)
        return first

    @property
    def crops(self) -> bool:
        """Whether a shortcut is cropped to a size that the image's decides."""
        return any(isinstance(layer, Residual) for layer in self.layers())

    def features(self, images: Tensor) -> Tensor:
        """Filtered images (B, 3, H, W) to what the head reads, (B, C, h, w); in channels_last as that is faster.

        A network with shortcuts computes its own.
        """
        cells = images.contiguous(memory_format=torch.channels_last)
        for layer in composed(self.layers()):
            assert isinstance(layer, ConvLayer)
            cells = layer(cells)
        return cells

    def fold_norms(self) -> None:
        """Let convolutions do the work of the BatchNorm after them, in eval mode, where that is worth it: in place."""

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


@dataclass(frozen=True, slots=True)
class NetworkFamily:
    """What must be known of a kind of network without having one; its module declares it as FAMILY.

    ``recognise`` gives the arguments for ``build`` that shapes under the published keys (one output, BatchNorm's
    counters aside) point to, or None for weights of something else. Only what tells them apart need be looked at: all
    shapes are compared with the built network's. ``build`` takes a ``width`` at least.
    """

    name: str
    usual_filter: str  # where neither settings nor weights name one
    recognise: Callable[[Shapes], dict[str, Any] | None]
    build: Callable[..., PatchNetwork]


def blocks(shapes: Shapes) -> set[tuple[int, int]]:
    """(layer, block) of every block that has keys, such as (1, 0) for layer1.0.conv1.weight."""
    return {(int(found[1]), int(found[2])) for name in shapes if (found := _BLOCK.match(name))}


def part_of(parameter_name: str) -> str:
    """The part ("stem", "layer1", ..., "head") that a parameter belongs to."""
    first = parameter_name.partition(".")[0]
    if first == "fc":
        return "head"
    return first if first.startswith("layer") else "stem"


def initialise_convolutions(network: nn.Module) -> None:
    """Weights for training from nothing: variance 2 / (kernel area x output channels), arXiv 1502.01852."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d) and not module.weight.is_meta:  # for which torch would load its compiler first
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
