"""Health rules over the loss, the gradient and the movement of the weights."""

import math
from collections.abc import Iterable
from statistics import fmean, median

from engine.events import StepDone
from engine.figures import figure, percent
from engine.health.causes import causes_of_small_movement
from engine.health.history import LEAST_REPORTS, SETTLED, History
from engine.health.rule import Finding
from engine.settings import RunSettings, StageSettings

CONVERGED = 0.01  # loss per unit of weight at which nothing is left to learn
RATE_JUMP = 1.2  # or the other way round; less is what an epoch does by itself
REACH_MIN = 0.25  # twice the usual size of a first weight; measured: 0.17 cost 0.16 of AUC, 0.24 0.09 and 0.55 0.04


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
    return [Finding("loss_explosion", message, newest.loss, limit, since=since)]


def not_finite(history: History, settings: RunSettings) -> list[Finding]:
    """A step left out within the window, or a reported figure that is no number."""
    window = settings.health.window
    recent = [skip for skip in history.skipped if skip.step > history.step - window]
    if recent:
        in_a_row = _in_a_row([skip.step for skip in recent])
        were = "was" if len(recent) == 1 else "were"
        row = f", {in_a_row} in a row" if in_a_row > 1 else ""
        said = f"{len(recent)} of the last {window} steps {were} left out{row}: {recent[-1].reason}".rstrip(".") + "."
        return [Finding("not_finite", said, in_a_row, settings.health.nonfinite_limit, since=recent[0].step)]
    newest = history.newest
    broken = [] if newest is None else [n for n, v in _figures(newest) if not math.isfinite(v)]
    return [Finding("not_finite", f"Not a finite number: {', '.join(broken)}.")] if broken else []


def gradient_explosion(history: History, settings: RunSettings) -> list[Finding]:
    """The norm before clipping is above its limit in three reports: after a solved head it may be for two."""
    limit = settings.health.gradient_max
    newest = history.sustained(lambda report: report.grad_norm > limit, SETTLED)
    if newest is None:
        return []
    message = f"The gradient's norm is {figure(newest.grad_norm)} before clipping, above {figure(limit)}."
    return [Finding("gradient_explosion", message, newest.grad_norm, limit, since=history.steps[-SETTLED].step)]


def gradient_vanishing(history: History, settings: RunSettings) -> list[Finding]:
    """The norm is below its limit in two reports although the loss leaves something to learn."""
    limit = settings.health.gradient_min
    newest = history.sustained(lambda report: report.grad_norm < limit and not _converged(report))
    if newest is None:
        return []
    message = f"The gradient's norm is {figure(newest.grad_norm)} while the loss is {figure(newest.loss)}."
    return [Finding("gradient_vanishing", message, newest.grad_norm, limit, since=history.steps[-2].step)]


def clipping_dominates(history: History, settings: RunSettings) -> list[Finding]:
    """Most steps of the window were clipped; not with AdamW, whose steps do not depend on the gradient's length."""
    window = history.window(settings)
    if not window or _stage(window[-1], settings).optimiser == "adamw":
        return []
    share, limit = fmean(report.clipped_share for report in window), settings.health.clip_share
    if share <= limit:
        return []
    message = f"{percent(share)} of the steps in the last {len(window)} reports had their gradient clipped."
    return [Finding("clipping_dominates", message, share, limit, since=window[0].step)]


def learning_rate_small(history: History, settings: RunSettings) -> list[Finding]:
    """The weights hardly moved over a window whose learning rate was at least half of what is set, warm-up over."""
    window, limit = history.window(settings), settings.health.movement_min
    movement = window[-1].movement if window else None
    at_height = all(report.head_lr >= 0.5 * _stage(report, settings).head_lr for report in window)
    if movement is None or not at_height or _converged(window[-1]) or not movement < limit:
        return []
    message = (
        f"At a learning rate of {figure(window[-1].head_lr)} the trained weights move by {percent(movement)} of "
        f"their length in 1,000 steps; {percent(limit)} is the least that gets anywhere.{_allowed(window[-1])}"
    )
    cause, remedy = causes_of_small_movement(settings, f"stage{window[-1].stage}")
    since = window[0].step
    return [Finding("learning_rate_small", message, movement, limit, since=since, cause=cause, remedy=remedy)]


def stage_out_of_reach(history: History, settings: RunSettings) -> list[Finding]:
    """All steps of stage 2, each as long as the settings allow, cannot together take random weights far enough."""
    started, stage, bound = history.stage, settings.stage2, settings.loss.gradient_clip_norm
    if started is None or started.stage != 2 or settings.student.checkpoint is not None:
        return []
    if stage.optimiser == "sgd" and bound == 0:  # only the gradient decides
        return []
    step = stage.backbone_lr
    if stage.optimiser == "sgd":
        step *= bound / (1 - stage.momentum) / math.sqrt(max(1, started.trainable_parameters))
    steps = started.epochs * started.steps_per_epoch
    reach = steps * step
    if reach >= REACH_MIN:
        return []
    message = (
        f"At a learning rate of {figure(stage.backbone_lr)} the {steps:,} steps of the stage move a weight by at most "
        f"{figure(reach)} on average; from random weights {figure(REACH_MIN)} is the least that gets anywhere."
    )
    return [Finding("learning_rate_small", message, reach, REACH_MIN, subject="stage")]


def learning_rate_jump(history: History, settings: RunSettings) -> list[Finding]:
    """Changed settings lay the schedule in another way, so that the rate does not go on where it was."""
    started = history.stage
    if started is None or not started.lr_factor or not started.lr_factor_before:
        return []
    ratio = started.lr_factor / started.lr_factor_before
    if max(ratio, 1 / ratio) <= RATE_JUMP:
        return []
    stage = settings.stage1 if started.stage == 1 else settings.stage2
    before, now = stage.head_lr * started.lr_factor_before, stage.head_lr * started.lr_factor
    message = (
        f"The learning rate of the head goes on at {figure(now)}; before the settings were changed, the schedule had "
        f"come to {figure(before)}. That of the backbone changes in proportion."
    )
    longer = started.epochs > started.planned_epochs > 0 and stage.extension == "stretch" and stage.schedule == "cosine"
    return [Finding("learning_rate_jump", message, ratio, RATE_JUMP, subject="epochs" if longer else "")]


STAGE_RULES = (stage_out_of_reach, learning_rate_jump)
TRAINING_RULES = (
    loss_explosion,
    not_finite,
    gradient_explosion,
    gradient_vanishing,
    clipping_dominates,
    learning_rate_small,
)


def _usual_loss(history: History) -> float | None:
    """Median loss of the reports before the newest; None until there are enough of them, or where it is 0."""
    losses = [report.loss for report in history.steps[:-1] if math.isfinite(report.loss)]
    usual = median(losses) if len(losses) >= LEAST_REPORTS else 0.0
    return usual if usual > 0 else None


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


def _converged(report: StepDone) -> bool:
    return report.loss <= CONVERGED * sum(report.weights.values())


def _stage(report: StepDone, settings: RunSettings) -> StageSettings:
    return settings.stage1 if report.stage == 1 else settings.stage2


def _allowed(report: StepDone) -> str:
    """What the learning rates would have allowed, where that is known."""
    allowed = report.movement_allowed
    return "" if allowed is None else f" The learning rate and the clipped gradient allow at most {percent(allowed)}."
