"""A student network that the program does not know: two convolutions, one with a bias and in groups, and a head."""

from collections.abc import Iterator
from typing import Any

from torch import nn

from engine.models.layers import ConvLayer, Layer
from engine.models.network import NetworkFamily, PatchNetwork, Shapes, initialise_convolutions


class Toy(PatchNetwork):
    """Patch map of stride 2 whose cells see 5 x 5 pixels."""

    def __init__(self, width: int = 8) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.layer1 = nn.Conv2d(width, width, 3, stride=2, groups=2)
        self.fc = nn.Linear(width, 1)
        initialise_convolutions(self)

    def layers(self) -> Iterator[Layer]:
        yield ConvLayer.of("conv1", self.conv1, self.bn1)
        yield ConvLayer.of("layer1", self.layer1)


def _arguments(shapes: Shapes) -> dict[str, Any] | None:
    stem = shapes.get("conv1.weight", ())
    return {"width": stem[0]} if stem[1:] == (3, 3, 3) and "layer1.bias" in shapes else None


FAMILY = NetworkFamily("Toy", "x_grad", _arguments, Toy)
