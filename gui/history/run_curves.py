"""The curves of a run: their names, and the figures that an event adds to them."""

from engine.events import StepDone, Validated

VALIDATION = "validation."
"""Prefix of the names of validation curves in ``curve``."""
TERM, PART = "term.", "part."
"""Prefixes of a loss term as it counts in the sum, and of the same term unweighted."""

_STEP_FIGURES = (
    "loss",
    "grad_norm",
    "grad_norm_clipped",
    "clipped_share",
    "head_lr",
    "backbone_lr",
    "student_std",
    "teacher_std",
    "student_saturated",
    "teacher_saturated",
    "movement",
    "images_per_s",
    "data_share",
    "stage",
    "epoch",
)
_VALIDATION_FIGURES = ("loss", "teacher_auc", "statistics_gap", "stage", "epoch")
_SCORES = ("auc", "ap", "accuracy", "real_accuracy", "fake_accuracy", "eer")


def step_figures(event: StepDone) -> dict[str, float | None]:
    """What a report adds, by name of the curve."""
    figures: dict[str, float | None] = {name: getattr(event, name) for name in _STEP_FIGURES}
    for term, part in event.parts.items():
        figures[TERM + term] = part * event.weights.get(term, 0.0)
        figures[PART + term] = part
    return figures


def validation_figures(event: Validated) -> dict[str, float | None]:
    """What a validation adds, by name of the curve without its prefix."""
    scores = {name: getattr(event.scores, name) for name in _SCORES}
    return scores | {name: getattr(event, name) for name in _VALIDATION_FIGURES}
