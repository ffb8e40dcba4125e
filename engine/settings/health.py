"""Settings of the health rules: what may be done about an alert, and every threshold of the diagnosis."""

from typing import Literal

from engine.settings.base import Section, option


class HealthSettings(Section):
    """Thresholds of the health rules; each is compared with figures that the run streams."""

    policy: Literal["off", "suggest", "automatic"] = option(
        "suggest",
        "When something goes wrong",
        "off: warnings only. suggest: each warning offers remedies, and you decide. automatic: the run helps itself, "
        "for when nobody watches: back to the last healthy state, a lower learning rate, other loss weights, a new "
        "beginning, at last a stop.",
    )
    max_rollbacks: int = option(
        4,
        "Rollbacks allowed",
        "How often an automatic run goes back to its last healthy state before it stops.",
        ge=0,
        le=100,
        level="advanced",
    )
    max_changes: int = option(
        2,
        "Changes allowed, per warning",
        "How often an automatic run changes its settings because of the same kind of warning.",
        ge=0,
        le=100,
        level="advanced",
    )
    incidents: int = option(
        2,
        "Incidents kept, per warning",
        "Steps that are kept to be computed again when a kind of error is met; 0 keeps none.",
        ge=0,
        le=100,
        level="advanced",
    )
    loss_limit: float = option(100.0, "Loss explosion above", "Loss that counts as exploded.", gt=0, level="advanced")
    loss_ratio: float = option(
        10.0, "Loss explosion, times median", "Loss against its running median.", gt=1, level="advanced"
    )
    collapse_std: float = option(
        1e-4,
        "Collapse below",
        "Spread of patch logits within an image.",
        unit="logits",
        ge=0,
        level="advanced",
    )
    collapse_ratio: float = option(
        0.05, "Collapse, share of teacher", "Spread against the teacher's.", ge=0, le=1, level="advanced"
    )
    gradient_max: float = option(
        10.0, "Gradient explosion above", "Gradient norm before clipping.", gt=0, level="advanced"
    )
    gradient_min: float = option(
        1e-6, "Gradient vanishing below", "Gradient norm before clipping.", ge=0, level="advanced"
    )
    clip_share: float = option(
        0.5,
        "Clipping dominates above",
        "Share of recent steps whose gradient was clipped.",
        gt=0,
        le=1,
        level="advanced",
    )
    saturation_logit: float = option(
        100.0,
        "Saturated beyond",
        "Size of a patch logit that counts as saturated. Of a given student whose head is kept, what it begins with if "
        "that is more.",
        unit="logits",
        gt=0,
        level="advanced",
    )
    saturation_share: float = option(
        0.01, "Saturation above", "Share of saturated patch logits.", ge=0, le=1, level="advanced"
    )
    no_signal_auc: float = option(
        0.55,
        "No signal at or below",
        "Validation AUC that means nothing is learned.",
        ge=0.5,
        le=1,
        level="advanced",
    )
    swapped_auc: float = option(0.4, "Labels look swapped below", "Validation AUC.", ge=0, le=0.5, level="advanced")
    no_signal_count: int = option(3, "No signal, evaluations", "Evaluations in a row.", ge=1, le=100, level="advanced")
    oscillation_swing: float = option(
        0.1,
        "Oscillation above",
        "Swing of validation AUC over the last evaluations.",
        gt=0,
        le=1,
        level="advanced",
    )
    oscillation_count: int = option(
        5, "Oscillation, evaluations", "Evaluations looked at.", ge=3, le=100, level="advanced"
    )
    leak_score: float = option(
        0.75,
        "Files give the label away from",
        "AUC at which format, quality, size and metadata of the files tell the label.",
        ge=0.5,
        le=1,
        level="advanced",
    )
    movement_min: float = option(
        1e-2, "Least movement", "Relative movement of the weights in 1,000 steps.", ge=0, level="advanced"
    )
    statistics_gap: float = option(
        0.5,
        "Statistics lag above",
        "Train-mode against eval-mode scores, in their spread.",
        gt=0,
        level="advanced",
    )
    one_class_share: float = option(
        0.25,
        "One-class batches above",
        "Share of recent batches whose images are all of one class.",
        ge=0,
        le=1,
        level="advanced",
    )
    memory_free_mb: float = option(
        512.0,
        "Memory low below",
        "Memory and page file that are left.",
        unit="MB",
        ge=0,
        level="advanced",
    )
    disk_free_mb: float = option(
        500.0,
        "Disk low below",
        "Space left on the disk that holds the run.",
        unit="MB",
        ge=0,
        level="advanced",
    )
    window: int = option(
        50,
        "Steps looked at",
        "Window of the step-wise rules.",
        unit="steps",
        ge=5,
        le=10_000,
        level="advanced",
    )
    nonfinite_limit: int = option(
        3,
        "Bad steps allowed",
        "Steps in a row with NaN or infinity that are skipped before the run stops.",
        ge=1,
        le=1000,
        level="advanced",
    )
