"""Every loss term alone, and their weighted sum with named parts; s and t are aligned student and target maps.

A new term is a function and an entry in `STUDENT_TERMS` or `TEACHER_TERMS` here; `engine.settings.loss` has its words
and its weight.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from engine.models.pooling import pool
from engine.settings import LossSettings, StudentSettings
from engine.settings.loss import LOSS_TERMS

CONSTANT_MAP_STD = 0.05
CORRELATION_EPS = 1e-6


@dataclass(frozen=True, slots=True)
class LossTerms:
    """The weighted sum, each enabled part unweighted (scalars with gradient), and its weight."""

    total: Tensor
    parts: Mapping[str, Tensor]
    weights: Mapping[str, float]

    def detached(self) -> "LossTerms":
        """The same numbers, without what their gradients would be computed from."""
        return LossTerms(self.total.detach(), {name: part.detach() for name, part in self.parts.items()}, self.weights)


def bernoulli_kl(s: Tensor, t: Tensor, temperature: float) -> Tensor:
    """Mean of T^2 KL(sigmoid(t/T) || sigmoid(s/T)) over all cells; each cell's gradient is T (p - q), within T.

    A patch has one logit, so the softened distributions are Bernoulli (Hinton et al., arXiv 1503.02531, for two
    classes); a softmax over the single channel would be constant and teach nothing.
    """
    q = torch.sigmoid(t / temperature)
    entropy = functional.binary_cross_entropy_with_logits(t / temperature, q)
    cross_entropy = functional.binary_cross_entropy_with_logits(s / temperature, q)
    return temperature**2 * (cross_entropy - entropy)


def relation(s: Tensor, t: Tensor) -> Tensor:
    """Mean over images of 1 - corr(s_i, t_i) over cells: the maps' pattern, free of scale and level on both sides.

    Images whose target is constant (spread <= 0.05) have no pattern and are left out; 0 when none is left.
    """
    s_centred, t_centred = _centred(s), _centred(t)
    covariance = (s_centred * t_centred).mean(1)
    spreads = torch.sqrt(
        (s_centred.square().mean(1) + CORRELATION_EPS) * (t_centred.square().mean(1) + CORRELATION_EPS)
    )
    has_pattern = t_centred.square().mean(1) > CONSTANT_MAP_STD**2
    distance = torch.where(has_pattern, 1 - covariance / spreads, 0.0)
    return distance.sum() / has_pattern.sum().clamp(min=1)


def task(image_logits: Tensor, labels: Tensor, labelled: Tensor) -> Tensor:
    """Mean binary cross-entropy over the labelled images (B,); 0 when there is none."""
    each = functional.binary_cross_entropy_with_logits(image_logits, labels, reduction="none")
    return (each * labelled).sum() / labelled.sum().clamp(min=1)


def variance_hinge(s: Tensor, t: Tensor, ratio: float) -> Tensor:
    """Mean of max(0, ratio min(std(t_i), 1) - std(s_i))^2.

    The hinge is on the standard deviation: the variance's gradient dies where it is needed, at collapse.
    """
    s_std = torch.sqrt(_centred(s).square().mean(1) + 1e-4)
    t_std = _centred(t).square().mean(1).sqrt()
    return (ratio * t_std.clamp(max=1.0) - s_std).clamp(min=0).square().mean()


def saturation_wall(patch_logits: Tensor, limit: float) -> Tensor:
    """Mean of max(0, |z| - limit)^2: unlike a clamp it has a gradient that leads back."""
    return (patch_logits.abs() - limit).clamp(min=0).square().mean()


def patch_distance(s: Tensor, t: Tensor, loss: LossSettings) -> Tensor:
    """Mean distance of the maps, cell by cell: Bernoulli divergence or squared difference, whichever is set."""
    return bernoulli_kl(s, t, loss.temperature) if loss.use_kl_loss else functional.mse_loss(s, t)


def verdict(s: Tensor, t: Tensor) -> Tensor:
    """Mean Bernoulli divergence between the maps' means: the teacher's verdict on each image, as odds of fake."""
    return bernoulli_kl(s.mean((1, 2, 3)), t.mean((1, 2, 3)), 1.0)


@dataclass(frozen=True, slots=True)
class StudentOutputs:
    """What terms without a teacher look at."""

    patch_logits: Tensor  # (B, 1, H, W)
    image_logits: Tensor  # (B,)
    labels: Tensor  # (B,)
    labelled: Tensor  # bool (B,)
    wall: float  # size of a patch logit beyond which it is pulled back


STUDENT_TERMS: Mapping[str, Callable[[StudentOutputs, LossSettings], Tensor]] = {
    "task": lambda out, loss: task(out.image_logits, out.labels, out.labelled),
    "saturation": lambda out, loss: saturation_wall(out.patch_logits, out.wall),
}
TEACHER_TERMS: Mapping[str, Callable[[Tensor, Tensor, LossSettings], Tensor]] = {
    "patch": patch_distance,
    "relation": lambda s, t, loss: relation(s, t),
    "image": lambda s, t, loss: verdict(s, t),
    "variance": lambda s, t, loss: variance_hinge(s, t, loss.variance_ratio),
}
"""Of aligned and target maps (B, 1, h, w)."""


@dataclass(frozen=True, slots=True)
class DistillationLoss:
    """The sum of `LossSettings`; a term with weight 0 is not computed.

    ``own_range`` is how far a student that was given reaches by itself: the wall is never nearer than that.
    """

    settings: LossSettings
    student: StudentSettings
    own_range: float = 0.0

    def __call__(
        self,
        patch_logits: Tensor,
        aligned: Tensor | None,
        target: Tensor | None,
        labels: Tensor,
        labelled: Tensor,
        fade: float = 1.0,
        image_logits: Tensor | None = None,
    ) -> LossTerms:
        """Loss of a batch; ``fade`` in [0, 1] multiplies alpha_distill, the rest as in `parts`."""
        weights = self.weights(fade, with_teacher=target is not None)
        parts = self.parts(enabled(weights), patch_logits, aligned, target, labels, labelled, image_logits)
        return LossTerms(weighted_sum(parts, weights, patch_logits.new_zeros(())), parts, weights)

    def parts(
        self,
        names: Collection[str],
        patch_logits: Tensor,
        aligned: Tensor | None,
        target: Tensor | None,
        labels: Tensor,
        labelled: Tensor,
        image_logits: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """The named terms, unweighted.

        patch_logits (B, 1, H, W); aligned and target (B, 1, h, w), None without a teacher; labels and labelled (B,);
        image_logits (B,) where they are known, else pooled.
        """
        loss, student = self.settings, self.student
        if image_logits is None:
            image_logits = pool(patch_logits, student.pooling, student.topk_ratio, student.topk_minimum)
        outputs = StudentOutputs(patch_logits, image_logits, labels, labelled, self.wall)
        parts = {name: term(outputs, loss) for name, term in STUDENT_TERMS.items() if name in names}
        if aligned is not None and target is not None:
            parts |= {name: term(aligned, target, loss) for name, term in TEACHER_TERMS.items() if name in names}
        return parts

    @property
    def wall(self) -> float:
        """Size of a patch logit beyond which it is pulled back."""
        return max(self.settings.saturation_limit, self.own_range)

    def weights(self, fade: float, *, with_teacher: bool) -> dict[str, float]:
        """Weight of each enabled term in the sum; a term that fades keeps its name at weight 0."""
        every = {term.name: term.weight_in(self.settings, fade) for term in LOSS_TERMS}
        names = [*STUDENT_TERMS, *(TEACHER_TERMS if with_teacher else ())]
        return {name: every[name] for name in names}


def enabled(weights: Mapping[str, float]) -> tuple[str, ...]:
    """The terms that have a weight now."""
    return tuple(name for name, weight in weights.items() if weight > 0)


def weighted_sum(
    parts: Mapping[str, Tensor], weights: Mapping[str, float] | Mapping[str, Tensor], zero: Tensor
) -> Tensor:
    """The loss of its parts, or ``zero`` where there is none."""
    return sum((weights[name] * part for name, part in parts.items()), zero)


def _centred(maps: Tensor) -> Tensor:
    """(B, 1, h, w) to (B, h w) with each image's mean removed."""
    cells = maps.flatten(1)
    return cells - cells.mean(1, keepdim=True)
