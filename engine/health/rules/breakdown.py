"""Rules about what ruins the weights: a loss that explodes, numbers that are none, a map that collapses."""

import math
from collections.abc import Iterable, Iterator
from statistics import median

from engine.events import Alert, StepDone
from engine.health.history import LEAST_REPORTS, History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure
from engine.remedies.loss_weights import against_collapse, bounded_imitation
from engine.remedies.new_beginning import new_weights
from engine.remedies.step_length import shorter_steps
from engine.remedies.usual_rates import rates_far_too_high
from engine.remedy import Remedy
from engine.settings import RunSettings


def loss_explosion(history: History, settings: RunSettings) -> list[Finding]:
    """Above the limit, or many times the median of the reports before; never while its terms are below 1 on average."""
    newest, usual = history.newest, _usual_loss(history)
    if newest is None or not math.isfinite(newest.loss):
        return []
    limit, evidence = settings.health.loss_limit, f"above the limit of {figure(settings.health.loss_limit)}"
    if usual is not None and newest.loss > max(settings.health.loss_ratio * usual, sum(newest.weights.values())):
        limit, times = settings.health.loss_ratio * usual, newest.loss / usual
        reports = len(history.steps) - 1
        evidence = f"{figure(times)} times its median of {figure(usual)} over the last {reports} reports"
    if not newest.loss > limit:
        return []
    message, since = f"The loss is {figure(newest.loss)}, {evidence}.", history.steps[0].step
    return [Finding(message, newest.loss, limit, since=since)]


def _usual_loss(history: History) -> float | None:
    """Median loss of the reports before the newest; None until there are enough of them, or where it is 0."""
    losses = [report.loss for report in history.steps[:-1] if math.isfinite(report.loss)]
    usual = median(losses) if len(losses) >= LEAST_REPORTS else 0.0
    return usual if usual > 0 else None


def _against_loss_explosion(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "last_healthy")
    yield shorter_steps(settings, stage, "Steps that are too long throw the weights out of reach.")


def _always(_alert: Alert) -> bool:
    return True


LOSS_EXPLOSION = Rule(
    "loss_explosion",
    "Loss explosion",
    "error",
    "The loss is far above what it was a moment ago, or above any useful size.",
    "The learning rate is too high, or raw teacher logits of a huge range are imitated.",
    "Go back to the last good checkpoint with a tenth of the learning rate (head_lr, backbone_lr); keep scale "
    "matching (enable_scale_matching) and the KL loss (use_kl_loss) on.",
    "The newest report, against the median of the window before it (50 steps).",
    watches=(Watch("steps", loss_explosion),),
    offers=_against_loss_explosion,
    rungs=("restore", "rate", "weights", "renew"),
    harms=_always,
)


def not_finite(history: History, settings: RunSettings) -> list[Finding]:
    """A step left out within the window, or a reported figure that is no number."""
    window = settings.health.window
    recent = [skip for skip in history.skipped if skip.step > history.step - window]
    if recent:
        in_a_row = _in_a_row([skip.step for skip in recent])
        were = "was" if len(recent) == 1 else "were"
        row = f", {in_a_row} in a row" if in_a_row > 1 else ""
        said = f"{len(recent)} of the last {window} steps {were} left out{row}: {recent[-1].reason}".rstrip(".") + "."
        return [Finding(said, in_a_row, settings.health.nonfinite_limit, since=recent[0].step)]
    newest = history.newest
    broken = [] if newest is None else [n for n, v in _figures(newest) if not math.isfinite(v)]
    return [Finding(f"Not a finite number: {', '.join(broken)}.")] if broken else []


def _in_a_row(steps: list[int]) -> int:
    """How many of the last steps follow each other without a gap."""
    count = 1
    while count < len(steps) and steps[-count] - steps[-count - 1] <= 1:
        count += 1
    return count


def _figures(report: StepDone) -> Iterable[tuple[str, float]]:
    yield from (("loss", report.loss), ("gradient's norm", report.grad_norm), ("student's spread", report.student_std))
    yield from ((f"loss term {name!r}", value) for name, value in report.parts.items())
    yield from [] if report.teacher_std is None else [("teacher's spread", report.teacher_std)]


def validation_loss_not_finite(history: History, settings: RunSettings) -> list[Finding]:
    """The loss on the validation images is NaN or infinite, whatever the ranking says."""
    loss = history.validations[-1].loss if history.validations else None
    if loss is None or math.isfinite(loss):
        return []
    return [Finding(f"The loss on the validation images is {figure(loss)}.", subject="validation")]


def teacher_not_finite(history: History, settings: RunSettings) -> list[Finding]:
    """The teacher put out NaN or infinity."""
    teacher = history.teacher
    if teacher is None or (math.isfinite(teacher.logit_min) and math.isfinite(teacher.logit_max)):
        return []
    message = f"The teacher's patch logits run from {figure(teacher.logit_min)} to {figure(teacher.logit_max)}."
    return [Finding(message, subject="teacher")]


def _against_not_finite(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject:  # the teacher's own numbers, or the validation loss: no step of ours
        return
    amp = {f"{stage}.amp": False}
    yield Remedy("Mixed precision off", amp, "last_healthy", "Half-precision numbers overflow early.")
    yield bounded_imitation(settings, "last_healthy")
    yield shorter_steps(settings, stage, "Shorter steps keep the numbers small.")


def _reached_the_weights(alert: Alert) -> bool:
    """Not what the teacher put out, nor a step that was left out in time, whose alert counts such steps."""
    return alert.subject != "teacher" and alert.value is None


NOT_FINITE = Rule(
    "not_finite",
    "Not a number",
    "error",
    "A loss, gradient or output was NaN or infinite. Such a step is left out before it reaches the weights.",
    "Numbers overflowed: a learning rate that is too high, mixed precision, or huge values in a checkpoint.",
    "One such step does no harm. If they go on, resume from the last good checkpoint with a tenth of the learning "
    "rate, and switch mixed precision (amp) off.",
    "Every step; those of the last window (50 steps) count together.",
    watches=(
        Watch("steps", not_finite),
        Watch("validation", validation_loss_not_finite, turn=1),
        Watch("teacher", teacher_not_finite, turn=1),
    ),
    offers=_against_not_finite,
    rungs=("restore", "rate", "weights", "renew"),
    harms=_reached_the_weights,
)


def mode_collapse(history: History, settings: RunSettings) -> list[Finding]:
    """The spread within images is next to nothing, or (past the first window) far below the teacher's.

    As in the variance term, a teacher's spread counts as 1 logit at most: wide teachers do not make a student flat.
    """

    def limit(report: StepDone) -> float:
        begun = history.stage is not None and report.step - history.stage.step < settings.health.window
        if begun or report.teacher_std is None or not math.isfinite(report.teacher_std):
            return settings.health.collapse_std
        return max(settings.health.collapse_std, settings.health.collapse_ratio * min(report.teacher_std, 1.0))

    newest = history.sustained(lambda report: report.student_std < limit(report))
    if newest is None:
        return []
    message = f"The student's patch logits spread by {figure(newest.student_std)} within an image"
    if newest.teacher_std is not None:
        message += f", the teacher's by {figure(newest.teacher_std)}"
    return [Finding(f"{message}.", newest.student_std, limit(newest), since=history.steps[-2].step)]


def _against_mode_collapse(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    shorter = shorter_steps(settings, stage, "A step that was too long is a common reason.")
    weights = against_collapse(settings, "last_healthy")
    yield from (shorter, weights) if rates_far_too_high(settings, stage) else (weights, shorter)
    yield new_weights(settings, stage, "If it collapses from every healthy state.")
    drawn = {"student.checkpoint": None}
    yield Remedy(
        "Random weights in place of the given student", drawn, "new_run", "If that student is a constant itself."
    )


def _weights_against_collapse(settings: RunSettings) -> Remedy:
    return against_collapse(settings, "last_healthy")


MODE_COLLAPSE = Rule(
    "mode_collapse",
    "Mode collapse",
    "error",
    "The student gives every patch of an image nearly the same logit: its map has become a constant.",
    "A constant answer was the easiest way to a small loss, often after a learning rate that was too high.",
    "Raise the weight against collapse (variance_weight) and the weight of labels (alpha_task), lower the learning "
    "rate; if the map stays constant, start again from new weights, or from another student.",
    "Two reports in a row.",
    watches=(Watch("steps", mode_collapse, turn=1),),
    offers=_against_mode_collapse,
    rungs=("usual", "weights", "renew", "rate"),  # it does not come from one batch
    other_weights=_weights_against_collapse,
    harms=_always,
)


BREAKDOWN_RULES = (LOSS_EXPLOSION, NOT_FINITE, MODE_COLLAPSE)
