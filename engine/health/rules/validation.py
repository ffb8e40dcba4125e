"""Health rules over the evaluations of the stage that is under way; an undefined AUC feeds none of them."""

import math
from itertools import pairwise

from engine.health.causes import causes_of_no_signal
from engine.health.history import History
from engine.health.rule import Finding, Rule, standard_error
from engine.number_words import figure
from engine.settings import RunSettings

SWAPPED_COUNT = 2  # evaluations in a row: the first of an untrained student may lie anywhere
SIGNIFICANT = 2.0  # standard errors of what guesses have, beyond which an AUC is no guessing
OUTRUN_COUNT = 2
LAG_COUNT = 2
OUTRUN_CHANCE = 1.5  # standard errors of the teacher's AUC: an upper bound each, so about 2 of what they are


def tells_apart(auc: float, settings: RunSettings) -> bool:
    """Whether a validation AUC means that something was learned."""
    return auc > settings.health.no_signal_auc


def no_signal(history: History, settings: RunSettings) -> list[Finding]:
    """AUC at or below its limit in several evaluations in a row, unless images are told apart the wrong way round."""
    count, limit = settings.health.no_signal_count, settings.health.no_signal_auc
    aucs = history.aucs(count)
    if len(aucs) < count or tells_apart(max(aucs), settings) or _wrong_way_round(history, settings):
        return []
    message = f"Validation AUC was at most {max(aucs):.3f} in the last {count} evaluations; "
    beyond_chance = max(aucs) < _least_by_chance(history)
    message += "that is less than guessing explains (0.5)." if beyond_chance else "0.5 is chance."
    cause, remedy = causes_of_no_signal(settings, f"stage{history.validations[-1].stage}")
    since = history.evaluated_since(count)
    return [Finding("no_signal", message, aucs[-1], limit, since=since, cause=cause, remedy=remedy)]


def labels_swapped(history: History, settings: RunSettings) -> list[Finding]:
    """Images are told apart the wrong way round, and not by the random features of a student that is untrained."""
    aucs, limit = history.aucs(SWAPPED_COUNT), settings.health.swapped_auc
    untrained = settings.student.checkpoint is None and history.stage is not None and history.stage.stage == 1
    if not _wrong_way_round(history, settings) or (untrained and not _fell(history, settings)):
        return []
    message = f"Validation AUC is {aucs[-1]:.3f}; with real and fake exchanged it would be {1 - aucs[-1]:.3f}."
    return [Finding("labels_swapped", message, aucs[-1], limit, since=history.evaluated_since(SWAPPED_COUNT))]


def _wrong_way_round(history: History, settings: RunSettings) -> bool:
    """AUC below its limit in two evaluations in a row, and lower than chance makes it or fallen by more than chance."""
    aucs = history.aucs(SWAPPED_COUNT)
    if len(aucs) < SWAPPED_COUNT or max(aucs) >= settings.health.swapped_auc:
        return False
    return max(aucs) < _least_by_chance(history) or _fell(history, settings)


def _fell(history: History, settings: RunSettings) -> bool:
    known = history.aucs(settings.health.oscillation_count)
    return bool(known) and known[-1] < max(known) - _chance(known[-1], history)


def _least_by_chance(history: History) -> float:
    """The lowest AUC that guessing explains: with 50 images 0.3, with 400 0.43."""
    return 0.5 - SIGNIFICANT * _chance(0.5, history)


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
        student > teacher + OUTRUN_CHANCE * _chance(teacher, history) for student, teacher in pairs
    )
    if not ahead or not settings.loss.imitates:
        return []
    student, teacher = pairs[-1]
    limit = teacher + OUTRUN_CHANCE * _chance(teacher, history)
    message = (
        f"The student's validation AUC is {student:.3f}, the teacher's {teacher:.3f}; chance may explain {limit:.3f}."
    )
    if settings.loss.distill_fade != "none":
        message += f" Imitation fades as set (distill_fade {settings.loss.distill_fade})."
    return [Finding("teacher_outrun", message, student, limit, since=history.evaluated_since(OUTRUN_COUNT))]


def _chance(auc: float, history: History) -> float:
    return standard_error(auc, history.validations[-1].scores.images)


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
    return [Finding("oscillation", message, swing(aucs), limit, since=history.evaluated_since(count))]


def swing(aucs: list[float]) -> float:
    """What was gained and lost again: all rises or all falls together, whichever is less. 0 for a monotone series."""
    changes = [after - before for before, after in pairwise(aucs)]
    return min(math.fsum(max(change, 0) for change in changes), math.fsum(max(-change, 0) for change in changes))


def turns(aucs: list[float]) -> int:
    """How often a rise is followed by a fall, or a fall by a rise."""
    changes = [after - before for before, after in pairwise(aucs) if after != before]
    return sum((first > 0) != (second > 0) for first, second in pairwise(changes))


def statistics_lag(history: History, settings: RunSettings) -> list[Finding]:
    """Train-mode and eval-mode scores lie further apart than their limit, twice: one evaluation may be noise."""
    gaps = [validated.statistics_gap for validated in history.validations[-LAG_COUNT:]]
    limit = settings.health.statistics_gap
    known = [gap for gap in gaps if gap is not None and gap > limit]
    if len(known) < LAG_COUNT:
        return []
    message = f"Scores in training and in evaluation mode differ by {figure(known[-1])} of their spread."
    return [Finding("statistics_lag", message, known[-1], limit, since=history.evaluated_since(LAG_COUNT))]


def validation_loss_not_finite(history: History, settings: RunSettings) -> list[Finding]:
    """The loss on the validation images is NaN or infinite, whatever the ranking says."""
    loss = history.validations[-1].loss if history.validations else None
    if loss is None or math.isfinite(loss):
        return []
    return [Finding("not_finite", f"The loss on the validation images is {figure(loss)}.", subject="validation")]


VALIDATION_RULES = (
    no_signal,
    labels_swapped,
    teacher_outrun,
    oscillation,
    statistics_lag,
    validation_loss_not_finite,
)


VALIDATION_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "no_signal",
        "No signal",
        "warning",
        "Validation AUC stays near 0.5: so far the student tells real from fake no better than a coin.",
        "The learning rate is far too high or hardly moves the weights, imitation drowns the labels, or the traces are "
        "not in the images (resizing destroys them).",
        "Take the usual learning rates (head_lr, backbone_lr); where a teacher is imitated, raise the weight of labels "
        "(alpha_task) to 0.9 and lower that of imitation (alpha_distill); try crops at native resolution.",
        "Three evaluations in a row.",
    ),
    Rule(
        "labels_swapped",
        "Labels look swapped",
        "error",
        "Validation AUC is well below 0.5: images are told apart, but the wrong way round.",
        "Real and fake are exchanged in one of the folders, in the names of the classes, or in the checkpoint's own "
        "training.",
        "Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names).",
        "Two evaluations in a row; of the teacher, its check before training.",
    ),
    Rule(
        "teacher_outrun",
        "Teacher outrun",
        "info",
        "On validation the student is better than the teacher that it imitates, by more than chance explains.",
        "The student has learned more from the labels than the teacher knows; from here on imitation may cost AUC.",
        "Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher. On generators "
        "that neither has seen, imitation may still pay.",
        "Two evaluations in a row.",
    ),
    Rule(
        "oscillation",
        "Oscillation",
        "warning",
        "Validation AUC goes up and down by more than chance explains, instead of rising.",
        "The learning rate is too high for the last stretch, or there are few validation images.",
        "Halve the learning rate (head_lr, backbone_lr), or average the weights (ema_decay).",
        "The last five evaluations.",
    ),
    Rule(
        "statistics_lag",
        "Statistics lag",
        "warning",
        "The student scores images differently in training and in evaluation, so what is evaluated is not what was "
        "trained.",
        "The running averages of BatchNorm, whose momentum is 0.001, have not caught up with the weights.",
        "Average the statistics over more training batches before each validation (statistics_batches), and use larger "
        "batches (batch_size).",
        "Two evaluations in a row, each over up to 8 training batches.",
    ),
)
