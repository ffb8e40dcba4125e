"""The arithmetic of one training batch: student, targets beside it, loss. It knows nothing of progress or of files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.machine.processes import World
from engine.models.detector import PatchDetector
from engine.models.geometry import Alignment, align
from engine.training.losses import DistillationLoss, weighted_sum


@dataclass(frozen=True, slots=True)
class BatchInputs:
    """What a batch asks of the student, on its device: this process's share of the images."""

    images: Tensor  # uint8 (B, 3, H, W)
    labels: Tensor  # float32 (B,)
    labelled: Tensor  # bool (B,)
    target: Tensor | None  # (B, 1, h, w)

    def tensors(self) -> list[Tensor]:
        """Images, labels, labelled and, with a teacher, target: in the order in which the class takes them."""
        return [value for value in (self.images, self.labels, self.labelled, self.target) if value is not None]


@dataclass(frozen=True, slots=True)
class BatchLoss:
    """The loss of a batch (a scalar), its unweighted parts, and what they were computed from, of all processes."""

    total: Tensor
    parts: Mapping[str, Tensor]
    patch_logits: Tensor
    target: Tensor | None
    labels: Tensor
    labelled: Tensor


@dataclass(frozen=True, slots=True)
class BatchArithmetic:
    """From inputs to loss; ``half`` lets the student compute in bfloat16."""

    student: PatchDetector
    loss: DistillationLoss
    matching: Alignment | None
    world: World
    half: bool

    def __call__(
        self, inputs: BatchInputs, names: Sequence[str], weights: Mapping[str, float] | Mapping[str, Tensor]
    ) -> BatchLoss:
        """The named terms and their weighted sum, with gradients."""
        with torch.autocast(inputs.images.device.type, torch.bfloat16, enabled=self.half):
            patch_logits = self.student(inputs.images)
        patch_logits = self.world.gather(patch_logits.float())
        aligned = target = None
        if inputs.target is not None and self.matching is not None:
            target = self.world.gather(inputs.target)
            aligned = align(patch_logits, self.matching, (target.shape[2], target.shape[3]))
        labels, labelled = self.world.gather(inputs.labels), self.world.gather(inputs.labelled)
        parts = self.loss.parts(names, patch_logits, aligned, target, labels, labelled)
        total = weighted_sum(parts, weights, patch_logits.new_zeros(()))
        return BatchLoss(total, parts, patch_logits, target, labels, labelled)
