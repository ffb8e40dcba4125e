"""Which weights a stage trains, with which optimiser, and how far a step may go."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from engine.models.network import PatchNetwork, part_of
from engine.settings import StageSettings


def train_only(network: PatchNetwork, trainable: str) -> None:
    """Freeze what the stage does not train, BatchNorm statistics included."""
    if trainable == "all":
        network.train_only(network.parts().keys())
    else:
        network.train_only({"head"} if trainable == "head" else {"head", trainable})


def make_optimiser(network: PatchNetwork, stage: StageSettings) -> Optimizer:
    """Parameter groups head and backbone, each with and without weight decay; base rates in ``base_lr``."""
    groups: list[dict[str, Any]] = []
    for part, base_lr in (("head", stage.head_lr), ("backbone", stage.backbone_lr)):
        parameters = [
            parameter
            for name, parameter in network.named_parameters()
            if parameter.requires_grad and (part_of(name) == "head") == (part == "head")
        ]
        weights, others = [p for p in parameters if p.dim() > 1], [p for p in parameters if p.dim() == 1]
        for chosen, decay in ((weights, stage.weight_decay), (others, 0.0)):
            groups.append({"params": chosen, "weight_decay": decay, "base_lr": base_lr, "part": part})
    groups = [group for group in groups if group["params"]]
    fused = next(network.parameters()).device.type == "cuda"  # one kernel for all of the few parameters
    if stage.optimiser == "adamw":
        return torch.optim.AdamW(groups, lr=stage.head_lr, fused=fused)
    nesterov = stage.momentum > 0
    return torch.optim.SGD(groups, lr=stage.head_lr, momentum=stage.momentum, nesterov=nesterov, fused=fused)


def set_learning_rates(optimiser: Optimizer, factor: float) -> None:
    """Each group's base rate times the factor."""
    for group in optimiser.param_groups:
        group["lr"] = group["base_lr"] * factor


def bounded(gradients: Sequence[Tensor], value: float, norm: float) -> Tensor:
    """Bound each value in place, then the norm; in this order both can act. 0 is no bound. The norms before and after.

    Gradients that are not finite are left as they are. A GPU is not waited for.
    """
    before = nn.utils.get_total_norm(gradients)
    finite = before.isfinite()
    if value > 0:
        for gradient in gradients:
            gradient.copy_(torch.where(finite, gradient.clamp(-value, value), gradient))
    after = nn.utils.get_total_norm(gradients)
    if norm > 0:
        factor = torch.where(finite, (norm / (after + 1e-6)).clamp(max=1.0), 1.0)
        for gradient in gradients:
            gradient.mul_(factor)
        after = torch.where(finite, after.clamp(max=norm), after)
    return torch.stack([before, after])
