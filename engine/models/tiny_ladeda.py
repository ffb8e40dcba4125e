"""Tiny-LaDeDa, the student: four convolutions and a head, 1,297 parameters at width 8 (arXiv 2406.09398)."""

import torch
from torch import Tensor, nn

from engine.models.geometry import PatchGeometry
from engine.models.network import PatchNetwork, composed_stem, initialise_convolutions
from engine.models.normalised_conv import normalised_relu


class TinyBlock(nn.Module):
    """1x1 and strided 3x3 convolution, each with BatchNorm and ReLU; no shortcut."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=2, bias=False)
        self.bn2 = nn.BatchNorm2d(width)

    def forward(self, cells: Tensor) -> Tensor:
        cells = normalised_relu(cells, self.conv1.weight, self.bn1)
        return normalised_relu(cells, self.conv2.weight, self.bn2, stride=2)


class TinyLaDeDa(PatchNetwork):
    """Patch map of stride 2 whose cells see 5 x 5 pixels, in channels_last because that is faster."""

    def __init__(self, width: int = 8) -> None:
        super().__init__()
        self.width = width
        self.conv1 = nn.Conv2d(3, width, 1, bias=False)
        self.conv2 = nn.Conv2d(width, width, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width, momentum=0.001)
        self.layer1 = nn.Sequential(TinyBlock(width))
        self.fc = nn.Linear(width, 1)
        initialise_convolutions(self)

    @property
    def geometry(self) -> PatchGeometry:
        return PatchGeometry.of_layers([(3, 1), (3, 2)])

    def features(self, images: Tensor) -> Tensor:
        images = images.contiguous(memory_format=torch.channels_last)
        cells = normalised_relu(images, composed_stem(self.conv1, self.conv2), self.bn1)
        return self.layer1(cells)  # type: ignore[no-any-return]
