"""A frozen network in fewer steps: BatchNorm in eval mode is linear, so the convolution before it can do its work."""

import copy

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from engine.models.ladeda import Bottleneck, LaDeDa
from engine.models.network import PatchNetwork, composed_stem


def folded(network: PatchNetwork) -> PatchNetwork:
    """A copy for inference with the same outputs, in channels_last; the original and its keys are left alone.

    Within 1e-4 of the outputs' spread in float32. Only LaDeDa has BatchNorm worth folding; others come back as copies.
    """
    network = copy.deepcopy(network).eval().requires_grad_(False)
    if isinstance(network, LaDeDa):
        stem = copy.deepcopy(network.conv2)
        stem.weight = nn.Parameter(composed_stem(network.conv1, network.conv2), requires_grad=False)
        stem.in_channels = network.conv1.in_channels
        network.conv1, network.conv2 = nn.Identity(), stem  # type: ignore[assignment]
        _fold(network, "conv2", "bn1")
        for block in network.modules():
            if isinstance(block, Bottleneck):
                for number in (1, 2, 3):
                    _fold(block, f"conv{number}", f"bn{number}")
                if block.downsample is not None:
                    _fold(block.downsample, "0", "1")
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def _fold(owner: nn.Module, convolution: str, norm: str) -> None:
    first, second = owner.get_submodule(convolution), owner.get_submodule(norm)
    assert isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d)
    setattr(owner, convolution, fuse_conv_bn_eval(first, second).requires_grad_(False))
    setattr(owner, norm, nn.Identity())
