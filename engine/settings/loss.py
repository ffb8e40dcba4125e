"""Settings of the loss: weights and forms of its terms, and the bounds on their gradient; the terms in words."""

from dataclasses import dataclass
from typing import Literal

from engine.settings.base import Section, option

LABELS_HEARD = 9.0  # labels that weigh so many times as much as imitation are heard


class LossSettings(Section):
    """Weights and forms of the loss terms, and the bounds on their gradient."""

    alpha_distill: float = option(
        0.3,
        "Weight of imitation",
        "Share of learning from the teacher. 0 trains from labels only.",
        ge=0,
        le=10,
    )
    alpha_task: float = option(
        0.7,
        "Weight of labels",
        "Share of learning from the labels. 0 trains from the teacher only.",
        ge=0,
        le=10,
    )
    temperature: float = option(
        4.0,
        "Temperature",
        "Softens both sides of the imitation loss; its gradient never exceeds this number.",
        ge=0.5,
        le=20,
    )
    use_kl_loss: bool = option(
        True,
        "KL loss",
        "On: Bernoulli divergence per patch, whose gradient is bounded. Off: squared difference.",
    )
    enable_scale_matching: bool = option(
        True,
        "Scale matching",
        "On: the teacher's logits are calibrated once to [-6, 6]. Off: raw logits, which may explode the loss.",
    )
    relation_weight: float = option(
        0.5,
        "Weight of the relation term",
        "Compares the pattern of the two maps, whatever their scale; relative to the imitation weight.",
        ge=0,
        le=10,
        level="advanced",
    )
    image_weight: float = option(
        1.0,
        "Weight of the image term",
        "Compares the two maps' means as odds of fake: the teacher's verdict on the image, which counts most where "
        "labels are few; relative to the imitation weight.",
        ge=0,
        le=100,
        level="advanced",
    )
    distill_fade: Literal["none", "linear", "cosine", "outrun"] = option(
        "cosine",
        "Fading of imitation",
        "linear and cosine fade alpha_distill over stage 2, down to the share below; where many pictures have no "
        "label they fade less, as nobody else speaks of these. outrun fades it once the student's validation AUC "
        "passes the teacher's. none keeps it.",
    )
    distill_floor: float = option(
        0.33,
        "Imitation that stays",
        "Share of its weight down to which imitation fades. 0 lets it fade away: a little better on images like the "
        "training's, worse on others and on damaged ones.",
        ge=0,
        le=1,
    )
    variance_weight: float = option(
        0.05,
        "Weight against collapse",
        "Keeps the student's patch logits from becoming a constant.",
        ge=0,
        le=10,
        level="advanced",
    )
    variance_ratio: float = option(
        0.25,
        "Least spread",
        "The spread below which the term above acts, as a share of the teacher's (at most 1 logit).",
        ge=0,
        le=1,
        level="advanced",
    )
    saturation_weight: float = option(
        0.001,
        "Weight against saturation",
        "A soft wall against huge patch logits.",
        ge=0,
        le=10,
        level="advanced",
    )
    saturation_limit: float = option(
        20.0,
        "Saturation limit",
        "Patch logits beyond this are pulled back. Of a given student whose head is kept, beyond what it begins with "
        "if that is farther.",
        gt=0,
        le=1000,
        level="advanced",
    )
    gradient_clip_value: float = option(
        1.0,
        "Clip each gradient at",
        "Bound on every single gradient value, applied before the norm is clipped. 0 switches it off.",
        ge=0,
        le=1000,
        level="advanced",
    )
    gradient_clip_norm: float = option(
        0.5,
        "Clip the gradient's norm at",
        "Bound on the length of the whole gradient. 0 switches it off.",
        ge=0,
        le=1000,
        level="advanced",
    )

    @property
    def imitates(self) -> bool:
        """Whether a teacher is learned from."""
        return self.alpha_distill > 0

    @property
    def without_teacher(self) -> dict[str, float]:
        """Changes by which it learns from labels only and weighs as much in all."""
        return {"alpha_distill": 0.0, "alpha_task": min(10.0, round(self.alpha_task + self.alpha_distill, 9))}

    @property
    def may_drown_labels(self) -> bool:
        """Whether imitation counts for so much that it may drown what the labels say."""
        return LABELS_HEARD * self.alpha_distill > self.alpha_task


@dataclass(frozen=True, slots=True)
class LossTerm:
    """A term of the loss as people read of it; its arithmetic has the same name in `engine.training.losses`."""

    name: str  # in events
    label: str  # in a plot's legend
    meaning: str
    colour: int  # of the theme's, which a term keeps whatever others come
    weight: str = ""  # the setting of the loss that weighs it
    imitates: bool = False  # whether that is relative to the weight of imitation, and fades with it
    zero_is_healthy: bool = False  # whether it acts only when something goes wrong

    def weight_in(self, loss: LossSettings, fade: float = 1.0) -> float:
        """Its weight in the sum, where ``fade`` in [0, 1] is what is left of imitation."""
        own: float = getattr(loss, self.weight) if self.weight else 1.0
        return fade * loss.alpha_distill * own if self.imitates else own


LOSS_TERMS = (
    LossTerm("task", "labels", "Cross-entropy with the labels.", 0, "alpha_task"),
    LossTerm("patch", "imitation", "Distance to the teacher's patch logits.", 1, imitates=True),
    LossTerm("relation", "pattern", "Difference between the two maps' patterns.", 2, "relation_weight", imitates=True),
    LossTerm(
        "image", "whole image", "Distance to the teacher's answer on the whole image.", 5, "image_weight", imitates=True
    ),
    LossTerm(
        "variance",
        "collapse",
        "Acts when the student's map turns into a constant.",
        3,
        "variance_weight",
        zero_is_healthy=True,
    ),
    LossTerm(
        "saturation",
        "saturation",
        "Acts when patch logits become huge.",
        4,
        "saturation_weight",
        zero_is_healthy=True,
    ),
)
"""In the order of the plots' legend."""


def find_term(name: str) -> LossTerm | None:
    """The term of that name, where this version has it."""
    return next((term for term in LOSS_TERMS if term.name == name), None)
