"""Health rules over what the networks put out, what each loss term says, and the flow of images."""

import math
from collections.abc import Sequence
from statistics import fmean

from engine.events import StepDone
from engine.health.history import SETTLED, History
from engine.health.rule import Finding
from engine.number_words import figure, percent
from engine.settings import RunSettings

DATA_SHARE = 0.5  # of the time spent waiting for images
HINGE_TERMS = ("variance", "saturation")  # 0 is their healthy value


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
    return [Finding("mode_collapse", f"{message}.", newest.student_std, limit(newest), since=history.steps[-2].step)]


def saturation_student(history: History, settings: RunSettings) -> list[Finding]:
    """Too many of the student's patch logits are huge in three reports: after a solved head they may be for two."""
    limit = settings.health.saturation_share
    newest = history.sustained(lambda report: report.student_saturated > limit, SETTLED)
    if newest is None:
        return []
    return [_saturated("saturation_student", "student", newest.student_saturated, history, settings)]


def saturation_teacher(history: History, settings: RunSettings) -> list[Finding]:
    """Too many of the teacher's are, and they are imitated as they are."""
    limit = settings.health.saturation_share
    newest = history.sustained(lambda report: (report.teacher_saturated or 0.0) > limit)
    imitated = settings.loss.imitates and not settings.loss.enable_scale_matching
    if newest is None or newest.teacher_saturated is None or not imitated:
        return []
    return [_saturated("saturation_teacher", "teacher", newest.teacher_saturated, history, settings)]


def silent_term(history: History, settings: RunSettings) -> list[Finding]:
    """An enabled term was exactly 0 all through the window, or had no gradient wherever that was looked at.

    Not the hinges, whose healthy value that is, and not the labels where only a share of them is used: then batches
    without a label are to be expected.
    """
    window = history.window(settings)
    if not window:
        return []
    healthy_at_zero = {*HINGE_TERMS, *(["task"] if settings.data.label_fraction < 1 else [])}
    silent = [
        name
        for name in window[-1].weights
        if name not in healthy_at_zero
        and all(report.weights.get(name, 0) > 0 for report in window)
        and (all(report.parts.get(name, 0) == 0 for report in window) or _without_gradient(name, window))
    ]
    said = "The loss term {!r} has a weight of {}, and its value or its gradient was exactly 0 in the last {} reports."
    return [
        Finding(
            "silent_term",
            said.format(name, figure(window[-1].weights[name]), len(window)),
            0.0,
            subject=name,
            since=window[0].step,
        )
        for name in silent
    ]


def _without_gradient(name: str, window: Sequence[StepDone]) -> bool:
    audited = [report for report in window if report.gradients]
    return bool(audited) and all(report.gradients.get(name, 0) == 0 for report in audited)


def loader_slow(history: History, settings: RunSettings) -> list[Finding]:
    """More than half of a window's time went by waiting for images."""
    window = history.window(settings)
    share = fmean(report.data_share for report in window) if window else 0.0
    if not share > DATA_SHARE:
        return []
    message = (
        f"{percent(share)} of the time is spent waiting for images ({figure(window[-1].images_per_s)} per second)."
    )
    return [Finding("loader_slow", message, share, DATA_SHARE, since=window[0].step)]


def data_one_class_batches(history: History, settings: RunSettings) -> list[Finding]:
    """Too many batches of a window hold images of one class only."""
    window, limit = history.window(settings), settings.health.one_class_share
    share = fmean(report.one_class_share for report in window) if window else 0.0
    if not share > limit:
        return []
    message = (
        f"{percent(share)} of the batches in the last {len(window)} reports hold one class only; at a batch size of "
        f"{settings.data.batch_size} that happens by chance, or one class is rare."
    )
    return [Finding("data_one_class_batches", message, share, limit, since=window[0].step)]


OUTPUT_RULES = (
    mode_collapse,
    saturation_student,
    saturation_teacher,
    silent_term,
    loader_slow,
    data_one_class_batches,
)


def _saturated(rule: str, who: str, share: float, history: History, settings: RunSettings) -> Finding:
    own_range = history.stage.own_range if history.stage is not None and who == "student" else 0.0
    beyond, limit = figure(max(settings.health.saturation_logit, own_range)), settings.health.saturation_share
    message = f"{percent(share)} of the {who}'s patch logits are beyond {beyond} in size; {percent(limit)} is allowed."
    return Finding(rule, message, share, limit, since=history.steps[-2].step)
