"""What a network computes, as plain data: forward pass, geometry, ONNX and INT8 all follow from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.normalised_conv import normalised_relu


@dataclass(frozen=True, slots=True)
class ConvLayer:
    """An unpadded square convolution, weight (out, in / groups, k, k); then BatchNorm and ReLU, where it has them."""

    name: str
    weight: Tensor
    bias: Tensor | None = None
    norm: nn.BatchNorm2d | None = None
    stride: int = 1
    groups: int = 1
    relu: bool = True

    @classmethod
    def of(
        cls,
        name: str,
        convolution: nn.Module,
        norm: nn.Module | None = None,
        *,
        stride: int | None = None,
        relu: bool = True,
    ) -> "ConvLayer":
        """The layer of modules as they are; ``stride`` where it is not the convolution that has it."""
        assert isinstance(convolution, nn.Conv2d)
        height, width = convolution.kernel_size
        assert height == width and convolution.padding == (0, 0) and convolution.dilation == (1, 1), name
        return cls(
            name,
            convolution.weight,
            convolution.bias,
            norm if isinstance(norm, nn.BatchNorm2d) else None,  # nn.Identity where it was folded
            convolution.stride[0] if stride is None else stride,
            convolution.groups,
            relu,
        )

    @property
    def kernel(self) -> int:
        return self.weight.shape[-1]

    @property
    def only_mixes_channels(self) -> bool:
        """Whether a convolution that follows can do its work as well."""
        alone = self.bias is None and self.norm is None and not self.relu
        return alone and self.kernel == self.stride == self.groups == 1

    def folded(self) -> tuple[Tensor, Tensor]:
        """Weight and bias with BatchNorm's fixed statistics in them, in float64."""
        weight = self.weight.double()
        bias = weight.new_zeros(len(weight)) if self.bias is None else self.bias.double()
        if self.norm is None:
            return weight, bias
        assert self.norm.running_mean is not None and self.norm.running_var is not None
        scale = self.norm.weight.double() / torch.sqrt(self.norm.running_var.double() + self.norm.eps)
        shift = self.norm.bias.double() - (self.norm.running_mean.double() - bias) * scale
        return weight * scale[:, None, None, None], shift

    def __call__(self, cells: Tensor) -> Tensor:
        """Cells (B, in, H, W), in channels_last, to (B, out, h, w)."""
        stride = self.stride
        if self.kernel == 1 and stride > 1:
            # The backward pass of a strided 1x1 corrupts memory in channels_last on the CPU (torch 2.13, fewer than 16
            # channels); of a slice and a plain 1x1 it does not.
            cells, stride = cells[..., ::stride, ::stride], 1
        if self.norm is not None and self.relu and self.bias is None and self.groups == 1:
            return normalised_relu(cells, self.weight, self.norm, stride)
        cells = functional.conv2d(cells, self.weight, self.bias, stride, groups=self.groups)
        if self.norm is not None:
            cells = self.norm(cells)
        return functional.relu(cells, inplace=True) if self.relu else cells


@dataclass(frozen=True, slots=True)
class Residual:
    """A branch and a shortcut (None: the input itself) that is cropped to its size, added; then ReLU."""

    name: str
    branch: tuple[ConvLayer, ...]
    shortcut: ConvLayer | None = None


Layer: TypeAlias = ConvLayer | Residual


def composed(layers: Iterable[Layer]) -> Iterator[Layer]:
    """The same layers, those that only mix channels taken into the convolution after them; gradients reach both.

    The input filter is linear too, but on a CPU a pass over three channels costs less than a window of 5 x 5 pixels.
    """
    held: ConvLayer | None = None
    for layer in layers:
        if held is not None and isinstance(layer, ConvLayer) and layer.groups == 1:
            weight = torch.einsum("oikl,ic->ockl", layer.weight, held.weight[:, :, 0, 0])
            layer = replace(layer, weight=weight)  # noqa: PLW2901
        elif held is not None:
            yield held
        held = layer if isinstance(layer, ConvLayer) and layer.only_mixes_channels else None
        if held is None:
            yield layer
    if held is not None:
        yield held


def kernels_and_strides(layers: Iterable[Layer]) -> Iterator[tuple[int, int]]:
    """Of the convolutions that decide what a cell sees, first layer first."""
    for layer in layers:
        for convolution in layer.branch if isinstance(layer, Residual) else (layer,):
            yield convolution.kernel, convolution.stride
