"""Settings of the loss: weights and forms of its terms, and the bounds on their gradient."""

from typing import Literal

from engine.settings.base import Section, option


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
        "linear and cosine fade alpha_distill over stage 2, down to the share below. outrun fades it once the "
        "student's validation AUC passes the teacher's. none keeps it, which is better where few images have a label "
        "(2 %).",
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
        20.0, "Saturation limit", "Patch logits beyond this are pulled back.", gt=0, le=1000, level="advanced"
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
