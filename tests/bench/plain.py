"""Both networks as their modules in sequence, in the plain layout (NCHW): what faster arithmetic is measured by."""

import torch
from torch import Tensor
from torch.nn import functional

from engine.models.detector import PatchDetector
from engine.models.filters import InputFilter
from engine.models.ladeda import Bottleneck, LaDeDa
from engine.models.network import PatchNetwork
from engine.models.tiny_ladeda import TinyBlock, TinyLaDeDa

MEAN, STD = (torch.tensor(values).view(3, 1, 1) for values in ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))


def plain_map(detector: PatchDetector, images: Tensor) -> Tensor:
    """Patch logits (B, 1, h, w) of uint8 images (B, 3, H, W)."""
    mean, std = MEAN.to(images.device), STD.to(images.device)
    filtered = InputFilter(detector.filter_name).to(images.device)((images / 255 - mean) / std).contiguous()
    return plain_network_map(detector.network, filtered)


def plain_network_map(network: PatchNetwork, filtered: Tensor) -> Tensor:
    """Patch logits (B, 1, h, w) of filtered images (B, 3, H, W)."""
    assert isinstance(network, TinyLaDeDa | LaDeDa)
    cells = functional.relu(network.bn1(network.conv2(network.conv1(filtered))))
    for block in network.modules():
        if isinstance(block, TinyBlock):
            cells = functional.relu(block.bn1(block.conv1(cells)))
            cells = functional.relu(block.bn2(block.conv2(cells)))
        elif isinstance(block, Bottleneck):
            cells = _bottleneck(block, cells)
    return functional.conv2d(cells, network.fc.weight[:, :, None, None], network.fc.bias)


def _bottleneck(block: Bottleneck, cells: Tensor) -> Tensor:
    branch = functional.relu(block.bn1(block.conv1(cells)))
    if block.kernel == 1:
        branch = branch[..., :: block.stride, :: block.stride].contiguous()
    branch = functional.relu(block.bn2(block.conv2(branch)))
    branch = block.bn3(block.conv3(branch))
    shortcut = cells[..., :: block.stride, :: block.stride].contiguous()
    if block.downsample is not None:
        shortcut = block.downsample(shortcut)
    return functional.relu(branch + shortcut[..., : branch.shape[2], : branch.shape[3]])
