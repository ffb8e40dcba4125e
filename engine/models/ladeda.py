"""LaDeDa, the teacher: a ResNet-50 whose receptive field is one small patch (arXiv 2406.09398)."""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import EngineError
from engine.models.folding import fold_norm
from engine.models.layers import ConvLayer, Layer, Residual
from engine.models.network import NetworkFamily, PatchNetwork, Shapes, blocks, initialise_convolutions

# Receptive field -> how many leading bottlenecks of each layer have a 3x3 middle convolution.
WIDE_BOTTLENECKS = {5: (1, 0, 0, 0), 9: (1, 1, 0, 0), 17: (1, 1, 1, 0), 33: (1, 1, 1, 1)}
STRIDES = (2, 2, 2, 1)
EXPANSION = 4


class Bottleneck(nn.Module):
    """1x1, kernel x kernel and 1x1 convolution, unpadded; the shortcut is cropped at the bottom and right."""

    def __init__(self, channels_in: int, width: int, kernel: int, stride: int) -> None:
        super().__init__()
        channels_out = width * EXPANSION
        self.stride = stride
        self.kernel = kernel
        self.conv1 = nn.Conv2d(channels_in, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        # A 1x1 convolution with a stride is a slice and a plain 1x1: the backward pass of the strided one
        # corrupts memory in channels_last on the CPU (torch 2.13, fewer than 16 channels).
        self.conv2 = nn.Conv2d(width, width, kernel, stride if kernel > 1 else 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, channels_out, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(channels_out)
        self.downsample: nn.Sequential | None = None
        if stride > 1 or channels_in != channels_out:
            self.downsample = nn.Sequential(
                nn.Conv2d(channels_in, channels_out, 1, bias=False), nn.BatchNorm2d(channels_out)
            )

    def forward(self, cells: Tensor) -> Tensor:
        step = self.stride
        branch = cells[..., ::step, ::step] if self.kernel == 1 else cells
        branch = functional.relu(self.bn1(self.conv1(branch)), inplace=True)
        branch = functional.relu(self.bn2(self.conv2(branch)), inplace=True)
        branch = self.bn3(self.conv3(branch))
        height, width = branch.shape[-2:]
        shortcut = cells[..., ::step, ::step][..., :height, :width]
        if self.downsample is not None:
            shortcut = self.downsample(shortcut)
        return functional.relu(branch + shortcut, inplace=True)

    def layer(self, name: str) -> Residual:
        """The same as plain data; ``name`` is the block's."""
        branch = (
            ConvLayer.of(f"{name}.conv1", self.conv1, self.bn1),
            ConvLayer.of(f"{name}.conv2", self.conv2, self.bn2, stride=self.stride),
            ConvLayer.of(f"{name}.conv3", self.conv3, self.bn3, relu=False),
        )
        if self.downsample is None:
            return Residual(name, branch)
        convolution, norm = self.downsample
        return Residual(
            name, branch, ConvLayer.of(f"{name}.shortcut", convolution, norm, stride=self.stride, relu=False)
        )

    def fold_norms(self) -> None:
        """Let the convolutions do the work of BatchNorm in eval mode."""
        for number in (1, 2, 3):
            fold_norm(self, f"conv{number}", f"bn{number}")
        if self.downsample is not None:
            fold_norm(self.downsample, "0", "1")


class LaDeDa(PatchNetwork):
    """Patch map of stride 8; `receptive_field` is 5, 9, 17 or 33 pixels; the published `width` is 64."""

    def __init__(self, receptive_field: int = 9, width: int = 64, depths: Sequence[int] = (3, 4, 6, 3)) -> None:
        super().__init__()
        if receptive_field not in WIDE_BOTTLENECKS:
            raise EngineError(
                f"There is no LaDeDa with a receptive field of {receptive_field} pixels.",
                f"Choose one of {', '.join(map(str, WIDE_BOTTLENECKS))}.",
            )
        self.receptive_field, self.width, self.depths = receptive_field, width, tuple(depths)
        self.conv1 = nn.Conv2d(3, width, 1, bias=False)
        self.conv2 = nn.Conv2d(width, width, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width, momentum=0.001)
        channels = [width] + [width * 2**index * EXPANSION for index in range(4)]
        self.layer1, self.layer2, self.layer3, self.layer4 = (
            _layer(channels[index], width * 2**index, depth, wide, stride)
            for index, (depth, wide, stride) in enumerate(
                zip(self.depths, WIDE_BOTTLENECKS[receptive_field], STRIDES, strict=True)
            )
        )
        self.fc = nn.Linear(channels[-1], 1)
        initialise_convolutions(self)

    def layers(self) -> Iterator[Layer]:
        if isinstance(self.conv1, nn.Conv2d):  # else conv2 does its work, too
            yield ConvLayer.of("conv1", self.conv1, relu=False)
        yield ConvLayer.of("conv2", self.conv2, self.bn1)
        for name, block in self.named_modules():
            if isinstance(block, Bottleneck):
                yield block.layer(name)

    def features(self, images: Tensor) -> Tensor:
        images = images.contiguous(memory_format=torch.channels_last)
        cells = functional.relu(self.bn1(self.conv2(self.conv1(images))), inplace=True)
        for layer in (self.layer1, self.layer2, self.layer3, self.layer4):
            cells = layer(cells)
        return cells

    def fold_norms(self) -> None:
        stem = copy.deepcopy(self.conv2)
        stem.weight = nn.Parameter(self.first_layer.weight, requires_grad=False)
        stem.in_channels = self.conv1.in_channels
        self.conv1, self.conv2 = nn.Identity(), stem  # type: ignore[assignment]
        fold_norm(self, "conv2", "bn1")
        for block in self.modules():
            if isinstance(block, Bottleneck):
                block.fold_norms()


def _layer(channels_in: int, width: int, depth: int, wide: int, stride: int) -> nn.Sequential:
    """`depth` bottlenecks; the first `wide` see 3x3 cells, and only the first has the stride."""
    blocks = []
    for index in range(depth):
        kernel = 3 if index < wide else 1
        blocks.append(Bottleneck(channels_in, width, kernel, stride if index == 0 else 1))
        channels_in = width * EXPANSION
    return nn.Sequential(*blocks)


def _arguments(shapes: Shapes) -> dict[str, Any] | None:
    stem, found = shapes.get("conv1.weight", ()), blocks(shapes)
    depths = tuple(sum(layer == of_layer for layer, _ in found) for of_layer in range(1, 5))
    wide = tuple(
        sum(shapes.get(f"layer{layer}.{block}.conv2.weight", ())[2:] == (3, 3) for block in range(depth))
        for layer, depth in enumerate(depths, 1)
    )
    fields = {bottlenecks: field for field, bottlenecks in WIDE_BOTTLENECKS.items()}
    if stem[1:] != (3, 1, 1) or not stem[0] or wide not in fields or 0 in depths:
        return None
    return {"receptive_field": fields[wide], "width": stem[0], "depths": depths}


FAMILY = NetworkFamily("LaDeDa", "NPR", _arguments, LaDeDa)
