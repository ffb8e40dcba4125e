"""Rules about patch logits that are huge, the student's and the teacher's."""

from collections.abc import Iterator

from engine.health.history import SETTLED, History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure, percent
from engine.remedies.loss_weights import bounded_imitation, scale_matching
from engine.remedies.multiples import multiple
from engine.remedies.step_length import lower_rates
from engine.remedy import Remedy
from engine.settings import RunSettings


def saturation_student(history: History, settings: RunSettings) -> list[Finding]:
    """Too many of the student's patch logits are huge in three reports: after a solved head they may be for two."""
    limit = settings.health.saturation_share
    newest = history.sustained(lambda report: report.student_saturated > limit, SETTLED)
    if newest is None:
        return []
    return [_saturated("student", newest.student_saturated, history, settings)]


def _saturated(who: str, share: float, history: History, settings: RunSettings) -> Finding:
    own_range = history.stage.own_range if history.stage is not None and who == "student" else 0.0
    beyond, limit = figure(max(settings.health.saturation_logit, own_range)), settings.health.saturation_share
    message = f"{percent(share)} of the {who}'s patch logits are beyond {beyond} in size; {percent(limit)} is allowed."
    return Finding(message, share, limit, since=history.steps[-2].step)


def _against_saturation_student(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    label, weight = multiple(settings, "loss.saturation_weight", 10, "weight against saturation", least=0.01)
    yield Remedy(label, weight, "next_step", "The soft wall leads huge logits back.")
    yield lower_rates(settings, stage, 2.0, "next_step", "Shorter steps keep the logits small.")


SATURATION_STUDENT = Rule(
    "saturation_student",
    "Student saturated",
    "warning",
    "Many of the student's patch logits are so large that their probability is exactly 0 or 1 and hardly learns.",
    "The student imitates raw teacher logits, or the learning rate is too high.",
    "Keep scale matching on (enable_scale_matching), raise the weight against saturation (saturation_weight), "
    "lower the learning rate.",
    "Three reports in a row.",
    watches=(Watch("steps", saturation_student, turn=1),),
    offers=_against_saturation_student,
    mild=True,
    rungs=("usual",),
)


def saturation_teacher(history: History, settings: RunSettings) -> list[Finding]:
    """Too many of the teacher's are, and they are imitated as they are."""
    limit = settings.health.saturation_share
    newest = history.sustained(lambda report: (report.teacher_saturated or 0.0) > limit)
    imitated = settings.loss.imitates and not settings.loss.enable_scale_matching
    if newest is None or newest.teacher_saturated is None or not imitated:
        return []
    return [_saturated("teacher", newest.teacher_saturated, history, settings)]


def _against_saturation_teacher(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield from scale_matching(settings)


SATURATION_TEACHER = Rule(
    "saturation_teacher",
    "Teacher saturated",
    "warning",
    "Many of the teacher's patch logits are huge, and they are imitated as they are.",
    "Teachers of this family drift to a wide, heavy-tailed range; scale matching, which absorbs it, is off.",
    "Switch scale matching on (enable_scale_matching).",
    "Two reports in a row.",
    watches=(Watch("steps", saturation_teacher, turn=1),),
    offers=_against_saturation_teacher,
    mild=True,
)


SATURATION_RULES = (SATURATION_STUDENT, SATURATION_TEACHER)
