"""What a stage trains, with which optimiser, and how its learning rates move: decisions without a loop."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from engine.models.network import PatchNetwork, part_of
from engine.settings import LossSettings, StageSettings

WARMUP_START = 0.01
COSINE_FLOOR = 0.1
PLATEAU_FACTOR = 1 / 3


@dataclass(slots=True)
class Plateau:
    """Best validation AUC of the stage, validations since, and the factor on the learning rate."""

    best: float = -math.inf
    waited: int = 0
    since_best: int = 0
    factor: float = 1.0

    def update(self, auc: float | None, patience: int) -> None:
        """Count a validation; after ``patience`` without a better AUC the factor falls to a third."""
        if auc is None:
            return
        if auc > self.best:
            self.best, self.waited, self.since_best = auc, 0, 0
            return
        self.waited += 1
        self.since_best += 1
        if self.waited >= patience:
            self.factor *= PLATEAU_FACTOR
            self.waited = 0


def is_over(stage: StageSettings, epoch: int, plateau: Plateau) -> bool:
    """Whether a stage has nothing left to train after so many epochs: by its length or by early stop."""
    return epoch >= stage.epochs or 0 < stage.early_stop <= plateau.since_best


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


def lr_factor(stage: StageSettings, step: int, steps_per_epoch: int, plateau_factor: float = 1.0) -> float:
    """Factor on the base rates at optimiser step ``step`` of the stage.

    Warm-up rises from 1 % and lies inside the stage's epochs; cosine falls over the rest to a tenth.
    """
    total = max(1, stage.epochs * steps_per_epoch)
    warm = min(round(stage.warmup_epochs * steps_per_epoch), total - 1)
    if step < warm:
        return WARMUP_START + (1 - WARMUP_START) * step / warm
    if stage.schedule == "plateau":
        return plateau_factor
    if stage.schedule == "constant":
        return 1.0
    share = (step - warm) / max(1, total - warm)
    return COSINE_FLOOR + (1 - COSINE_FLOOR) * (1 + math.cos(math.pi * min(share, 1.0))) / 2


def average_decay(stage: StageSettings, step: int) -> float:
    """Decay of the averaged weights at optimiser step ``step`` of the stage.

    It rises as (1 + step) / (10 + step) to what is set: else the average of a short stage would stay its first weights.
    """
    return min(stage.ema_decay, (1 + step) / (10 + step))


def set_learning_rates(optimiser: Optimizer, factor: float) -> None:
    """Each group's base rate times the factor."""
    for group in optimiser.param_groups:
        group["lr"] = group["base_lr"] * factor


def clip_gradients(parameters: Iterable[nn.Parameter], value: float, norm: float) -> tuple[float, float]:
    """Gradient norm before and after `bounded`."""
    before, after = bounded([p.grad for p in parameters if p.grad is not None], value, norm).tolist()
    return before, after


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


def fade_at(loss: LossSettings, share: float, outrun_factor: float) -> float:
    """Factor on alpha_distill at a share in [0, 1] of stage 2: from 1 towards the floor."""
    factors = {"linear": 1 - share, "cosine": (1 + math.cos(math.pi * share)) / 2, "outrun": outrun_factor, "none": 1.0}
    return loss.distill_floor + (1 - loss.distill_floor) * factors[loss.distill_fade]
