"""Tiny-LaDeDa, the student: four convolutions and a head, 1,297 parameters at width 8 (arXiv 2406.09398)."""

from collections.abc import Iterator
from typing import Any

from torch import nn

from engine.models.layers import ConvLayer, Layer
from engine.models.network import NetworkFamily, PatchNetwork, Shapes, blocks, initialise_convolutions


class TinyBlock(nn.Module):
    """1x1 and strided 3x3 convolution, each with BatchNorm and ReLU; no shortcut."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=2, bias=False)
        self.bn2 = nn.BatchNorm2d(width)

    def layers(self, name: str) -> Iterator[Layer]:
        """Both convolutions; ``name`` is the block's."""
        yield ConvLayer.of(f"{name}.conv1", self.conv1, self.bn1)
        yield ConvLayer.of(f"{name}.conv2", self.conv2, self.bn2)


class TinyLaDeDa(PatchNetwork):
    """Patch map of stride 2 whose cells see 5 x 5 pixels."""

    def __init__(self, width: int = 8) -> None:
        super().__init__()
        self.width = width
        self.conv1 = nn.Conv2d(3, width, 1, bias=False)
        self.conv2 = nn.Conv2d(width, width, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width, momentum=0.001)
        self.layer1 = nn.Sequential(TinyBlock(width))
        self.fc = nn.Linear(width, 1)
        initialise_convolutions(self)

    def layers(self) -> Iterator[Layer]:
        yield ConvLayer.of("conv1", self.conv1, relu=False)
        yield ConvLayer.of("conv2", self.conv2, self.bn1)
        for name, block in self.layer1.named_children():
            assert isinstance(block, TinyBlock)
            yield from block.layers(f"layer1.{name}")


def _arguments(shapes: Shapes) -> dict[str, Any] | None:
    stem = shapes.get("conv1.weight", ())
    if stem[1:] != (3, 1, 1) or not stem[0]:
        return None
    return {"width": stem[0]} if blocks(shapes) == {(1, 0)} and "layer1.0.conv3.weight" not in shapes else None


FAMILY = NetworkFamily("Tiny-LaDeDa", "right_diag", _arguments, TinyLaDeDa)
