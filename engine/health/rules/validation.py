"""Rules over the evaluations of the stage that is under way; an undefined AUC feeds none of them."""

import math
from collections.abc import Iterator
from itertools import pairwise

from engine.health.chance import validation_chance
from engine.health.history import History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure
from engine.remedies.loss_weights import less_imitation
from engine.remedies.multiples import multiple
from engine.remedies.step_length import lower_rates
from engine.remedies.usual_rates import rates_far_too_high, rates_of
from engine.remedy import Remedy
from engine.settings import RunSettings

OUTRUN_COUNT = 2
OUTRUN_CHANCE = 1.5  # standard errors of the teacher's AUC: an upper bound each, so about 2 of what they are
LAG_COUNT = 2


def teacher_outrun(history: History, settings: RunSettings) -> list[Finding]:
    """The student's AUC above the teacher's by more than chance, twice in a row, while it still imitates it.

    Few images may underrate a teacher, and its AUC is the same one in every evaluation: looking twice is no help there.
    """
    pairs = [
        (validated.scores.auc, validated.teacher_auc)
        for validated in history.validations
        if validated.scores.auc is not None and validated.teacher_auc is not None
    ][-OUTRUN_COUNT:]
    ahead = len(pairs) == OUTRUN_COUNT and all(
        student > teacher + OUTRUN_CHANCE * validation_chance(teacher, history) for student, teacher in pairs
    )
    if not ahead or not settings.loss.imitates:
        return []
    student, teacher = pairs[-1]
    limit = teacher + OUTRUN_CHANCE * validation_chance(teacher, history)
    message = (
        f"The student's validation AUC is {student:.3f}, the teacher's {teacher:.3f}; chance may explain {limit:.3f}."
    )
    if settings.loss.distill_fade != "none":
        message += f" Imitation fades as set (distill_fade {settings.loss.distill_fade})."
    return [Finding(message, student, limit, since=history.evaluated_since(OUTRUN_COUNT))]


def _against_teacher_outrun(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if not settings.loss.imitates:
        return
    if settings.loss.distill_fade == "none":
        fade = {"loss.distill_fade": "outrun"}
        yield Remedy("Let imitation fade", fade, "next_step", "The labels lead on where the teacher holds back.")
    yield less_imitation(settings, "The teacher holds back a student that is better than it.")


TEACHER_OUTRUN = Rule(
    "teacher_outrun",
    "Teacher outrun",
    "info",
    "On validation the student is better than the teacher that it imitates, by more than chance explains.",
    "The student has learned more from the labels than the teacher knows; from here on imitation may cost AUC.",
    "Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher. On generators "
    "that neither has seen, imitation may still pay.",
    "Two evaluations in a row.",
    watches=(Watch("validation", teacher_outrun),),
    offers=_against_teacher_outrun,
)


def oscillation(history: History, settings: RunSettings) -> list[Finding]:
    """AUC turned at least twice within the evaluations looked at, and its swing is above its limit."""
    count, limit = settings.health.oscillation_count, settings.health.oscillation_swing
    aucs = history.aucs(count)
    if len(aucs) < count or turns(aucs) < 2 or not swing(aucs) > limit:
        return []
    message = (
        f"Validation AUC swung by {swing(aucs):.3f} over the last {count} evaluations "
        f"(between {min(aucs):.3f} and {max(aucs):.3f})."
    )
    return [Finding(message, swing(aucs), limit, since=history.evaluated_since(count))]


def swing(aucs: list[float]) -> float:
    """What was gained and lost again: all rises or all falls together, whichever is less. 0 for a monotone series."""
    changes = [after - before for before, after in pairwise(aucs)]
    return min(math.fsum(max(change, 0) for change in changes), math.fsum(max(-change, 0) for change in changes))


def turns(aucs: list[float]) -> int:
    """How often a rise is followed by a fall, or a fall by a rise."""
    changes = [after - before for before, after in pairwise(aucs) if after != before]
    return sum((first > 0) != (second > 0) for first, second in pairwise(changes))


def _against_oscillation(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    divisor = 10.0 if rates_far_too_high(settings, stage) else 2.0
    yield lower_rates(settings, stage, divisor, "next_step", "Shorter steps stop jumping over the best place.")
    if rates_of(settings, stage) and getattr(settings, stage).ema_decay == 0:
        average = {f"{stage}.ema_decay": 0.99}
        yield Remedy("Average the weights", average, "next_step", "The average of the last steps swings less.")


OSCILLATION = Rule(
    "oscillation",
    "Oscillation",
    "warning",
    "Validation AUC goes up and down by more than chance explains, instead of rising.",
    "The learning rate is too high for the last stretch, or there are few validation images.",
    "Halve the learning rate (head_lr, backbone_lr), or average the weights (ema_decay).",
    "The last five evaluations.",
    watches=(Watch("validation", oscillation),),
    offers=_against_oscillation,
    mild=True,
    rungs=("usual",),
)


def statistics_lag(history: History, settings: RunSettings) -> list[Finding]:
    """Train-mode and eval-mode scores lie further apart than their limit, twice: one evaluation may be noise."""
    gaps = [validated.statistics_gap for validated in history.validations[-LAG_COUNT:]]
    limit = settings.health.statistics_gap
    known = [gap for gap in gaps if gap is not None and gap > limit]
    if len(known) < LAG_COUNT:
        return []
    message = f"Scores in training and in evaluation mode differ by {figure(known[-1])} of their spread."
    return [Finding(message, known[-1], limit, since=history.evaluated_since(LAG_COUNT))]


def _against_statistics_lag(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    label, batches = multiple(settings, "student.statistics_batches", 4, "batches for statistics")
    yield Remedy(label, batches, "next_step", "Their average is then less noisy.")
    label, larger = multiple(settings, "data.batch_size", 2, "batch size")
    yield Remedy(label, larger, "new_run", "Each batch then stands better for all images.")


STATISTICS_LAG = Rule(
    "statistics_lag",
    "Statistics lag",
    "warning",
    "The student scores images differently in training and in evaluation, so what is evaluated is not what was "
    "trained.",
    "The running averages of BatchNorm, whose momentum is 0.001, have not caught up with the weights.",
    "Average the statistics over more training batches before each validation (statistics_batches), and use larger "
    "batches (batch_size).",
    "Two evaluations in a row, each over up to 8 training batches.",
    watches=(Watch("validation", statistics_lag),),
    offers=_against_statistics_lag,
    mild=True,
)


VALIDATION_RULES = (TEACHER_OUTRUN, OSCILLATION, STATISTICS_LAG)
