"""Health rules over the loss, the gradient and the movement of the weights."""

import math
from collections.abc import Iterable
from statistics import fmean, median

from engine.events import StepDone
from engine.health.causes import causes_of_small_movement
from engine.health.history import LEAST_REPORTS, SETTLED, History
from engine.health.rule import Finding, Rule
from engine.number_words import figure, percent
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


STEP_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "loss_explosion",
        "Loss explosion",
        "error",
        "The loss is far above what it was a moment ago, or above any useful size.",
        "The learning rate is too high, or raw teacher logits of a huge range are imitated.",
        "Go back to the last good checkpoint with a tenth of the learning rate (head_lr, backbone_lr); keep scale "
        "matching (enable_scale_matching) and the KL loss (use_kl_loss) on.",
        "The newest report, against the median of the window before it (50 steps).",
    ),
    Rule(
        "not_finite",
        "Not a number",
        "error",
        "A loss, gradient or output was NaN or infinite. Such a step is left out before it reaches the weights.",
        "Numbers overflowed: a learning rate that is too high, mixed precision, or huge values in a checkpoint.",
        "One such step does no harm. If they go on, resume from the last good checkpoint with a tenth of the learning "
        "rate, and switch mixed precision (amp) off.",
        "Every step; those of the last window (50 steps) count together.",
    ),
    Rule(
        "mode_collapse",
        "Mode collapse",
        "error",
        "The student gives every patch of an image nearly the same logit: its map has become a constant.",
        "A constant answer was the easiest way to a small loss, often after a learning rate that was too high.",
        "Raise the weight against collapse (variance_weight) and the weight of labels (alpha_task), lower the learning "
        "rate; if the map stays constant, start again from new weights, or from another student.",
        "Two reports in a row.",
    ),
    Rule(
        "gradient_explosion",
        "Gradient explosion",
        "warning",
        "The gradient is very long before it is clipped, and stays so.",
        "The learning rate or the scale of the loss is too high; raw teacher logits are a common reason.",
        "Lower the learning rate, keep the gradient's norm clipped (gradient_clip_norm) and scale matching "
        "(enable_scale_matching) on.",
        "Three reports in a row.",
    ),
    Rule(
        "gradient_vanishing",
        "Gradient vanishing",
        "warning",
        "The gradient is practically zero while the loss is not, so the weights cannot improve.",
        "The trained layers are dead or saturated, or everything that the loss depends on is frozen.",
        "Check what is trained (trainable), raise the learning rate, or start again from other weights.",
        "Two reports in a row.",
    ),
    Rule(
        "clipping_dominates",
        "Clipping dominates",
        "info",
        "Most steps have their gradient clipped, so its length says nothing any more and only the direction counts.",
        "The scale of the loss or the learning rate does not fit the bounds. AdamW hardly minds; SGD trains more "
        "slowly than its learning rate says.",
        "With SGD lower the loss weights or raise the bound (gradient_clip_norm). With AdamW nothing needs to be done "
        "while validation AUC rises.",
        "Every step of a window (50 steps, at least 5 reports).",
    ),
    Rule(
        "saturation_student",
        "Student saturated",
        "warning",
        "Many of the student's patch logits are so large that their probability is exactly 0 or 1 and hardly learns.",
        "The student imitates raw teacher logits, or the learning rate is too high.",
        "Keep scale matching on (enable_scale_matching), raise the weight against saturation (saturation_weight), "
        "lower the learning rate.",
        "Three reports in a row.",
    ),
    Rule(
        "saturation_teacher",
        "Teacher saturated",
        "warning",
        "Many of the teacher's patch logits are huge, and they are imitated as they are.",
        "Teachers of this family drift to a wide, heavy-tailed range; scale matching, which absorbs it, is off.",
        "Switch scale matching on (enable_scale_matching).",
        "Two reports in a row.",
    ),
    Rule(
        "learning_rate_small",
        "Learning rate too small",
        "warning",
        "The weights hardly move, however high their learning rate is now: the stage will end near where it began.",
        "The learning rate is too small for the clipped gradient, as the published ones are, or for so few steps.",
        "Take the learning rates of the recommended preset, or raise head_lr and backbone_lr tenfold. Where they are "
        "the usual ones, train for more epochs, or take smaller batches (batch_size, accumulate).",
        "Before the stage, how far all its steps can lead random weights; then the way since the stage began or over "
        "1,000 steps, once a window (50 steps) passed at full learning rate.",
    ),
    Rule(
        "learning_rate_jump",
        "Learning rate jumps",
        "warning",
        "Where the run goes on, the learning rate is another than it was, though nobody changed it itself: AUC may "
        "fall before it rises.",
        "Epochs, warm-up or schedule of the stage were changed, which lays its schedule in another way. With more "
        "epochs cosine rises again, as the stage is then not at its end.",
        "If that is not wanted, leave the schedule as it was planned (extension: floor): added epochs then go on at "
        "the rate that it ended with. Or set warm-up and schedule back.",
        "When a stage goes on with changed settings: more than a fifth up or down.",
    ),
    Rule(
        "silent_term",
        "Silent loss term",
        "warning",
        "A part of the loss is switched on, but its value or its gradient is exactly 0, so it teaches nothing.",
        "It has nothing to work on: constant teacher maps, batches without labels, or a student that equals its "
        "target.",
        "Check the teacher and the data; if the term is not wanted, set its weight to 0.",
        "Every report of a window (50 steps, at least 5 reports).",
    ),
    Rule(
        "data_one_class_batches",
        "One-class batches",
        "warning",
        "Many batches hold real images only or fake images only, so that steps pull the decision to and fro.",
        "The batches are very small, or one class is rare.",
        "Use larger batches (batch_size), or add images of the rarer class.",
        "Every batch of a window (50 steps, at least 5 reports).",
    ),
    Rule(
        "loader_slow",
        "Loading is the bottleneck",
        "info",
        "Most of the time is spent waiting for images to be read and decoded.",
        "A slow or remote disk, large pictures, or too little memory for decoded ones.",
        "Raise the memory for decoded images (decoded_cache_mb), copy the images to a local disk, or store them "
        "smaller.",
        "The time of a whole window (50 steps, at least 5 reports).",
    ),
)
