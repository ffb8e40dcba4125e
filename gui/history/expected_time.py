"""How long a run will take before its training has shown its own pace: from how fast the pieces of work before it went.

Timed before are the student on its first batches (StudentTimed), and the teacher on a sample of training images
("calibration") and on the validation images ("teacher check").
"""

import math
from dataclasses import dataclass

from engine.events import StageStarted
from engine.settings import CONTROL_STAGE, RunSettings, StageSettings
from gui.history.planned import control_comes
from gui.history.reading_time import reading_again, with_reading
from gui.history.run_history import RunHistory

BACKWARD = 2.75  # forward passes that a step of all weights takes; the demo's steps, one core
HEAD_ONLY = 1.3  # the same, where only the last layer is trained
_BYTES_OF_A_SQUARE = 4.5  # a picture is half as long again as it is wide, in three colours


@dataclass(frozen=True, slots=True)
class _Pace:
    """Seconds of the student for a batch and for an image that is judged whole, and of the teacher for an image."""

    batch: float  # a forward pass over training images
    reading: float  # of the pictures of a batch, not for the first time
    processors: int
    judged: float
    asked: float  # the teacher, about a training image
    asked_whole: float

    @classmethod
    def of(cls, history: RunHistory) -> "_Pace | None":
        settings, counts, timed = history.settings, _images(history), history.student_timed
        teacher = history.work.seconds_for("calibration", 1)
        if settings is None or not any(counts.values()) or timed is None:
            return None
        if teacher is None and settings.loss.imitates:
            return None
        asked = teacher or 0.0
        whole = history.work.seconds_for("teacher check", 1) or asked
        larger = whole / asked if asked else 1.0  # so many times the pixels
        size, reading = settings.data.batch_size, reading_again(settings, timed, counts, _picture_bytes(history))
        judged = with_reading(larger * timed.forward_s / size, reading.validation, timed.processors)
        judged = history.work.seconds_for("validation", 1) or judged
        return cls(timed.forward_s, size * reading.train, timed.processors, judged, asked, whole)

    def pass_over(self, passes: float = 1.0) -> float:
        """A batch, of so many forward passes."""
        return with_reading(passes * self.batch, self.reading, self.processors)


@dataclass(frozen=True, slots=True)
class _Coming:
    """What a stage still has to do: batches, each of so many forward passes, and validations."""

    batches: float
    passes: float
    validations: int


def expected_seconds(history: RunHistory) -> float | None:
    """Seconds from now to the end of the run; None before the pace of student and teacher is known."""
    settings, counts, pace = history.settings, _images(history), _Pace.of(history)
    if settings is None or pace is None:
        return None
    final = (counts["validation"] + counts["test"]) * pace.judged
    if settings.loss.imitates:
        final += counts["test"] * pace.asked_whole + _asking(history, settings, counts, pace)
    for stage in _stages(history, settings, counts):
        step = history.work.seconds_for("epoch", 1) or pace.pass_over(stage.passes)
        final += stage.batches * step + stage.validations * _validation(history, settings, pace)
    return final


def expected_validation(history: RunHistory) -> float | None:
    """Seconds for one validation, before one has been made in this stage."""
    pace = _Pace.of(history)
    return None if history.settings is None or pace is None else _validation(history, history.settings, pace)


def _validation(history: RunHistory, settings: RunSettings, pace: _Pace) -> float:
    """The images, and before them the statistics of BatchNorm, which are taken anew."""
    return _images(history)["validation"] * pace.judged + settings.student.statistics_batches * pace.pass_over()


def _picture_bytes(history: RunHistory) -> float:
    side = history.data.usual_side if history.data is not None else 0
    return _BYTES_OF_A_SQUARE * side**2


def _images(history: RunHistory) -> dict[str, int]:
    """Images of each split."""
    counts = dict.fromkeys(("train", "validation", "test", "unlabelled"), 0)
    return counts | {split.name: split.images for split in (history.data.splits if history.data else ())}


def _asking(history: RunHistory, settings: RunSettings, counts: dict[str, int], pace: _Pace) -> float:
    """Seconds in which the teacher is still asked before training."""
    if history.stage is not None:
        return 0.0
    sample = min(settings.teacher.calibration_images, counts["train"])
    maps = (counts["train"] + counts["unlabelled"]) * (2 if settings.data.flip else 1) - sample  # both ways round
    takes = {"calibration": sample * pace.asked, "teacher check": counts["validation"] * pace.asked_whole}
    takes["teacher maps"] = maps * pace.asked
    now, tasks = history.progress, list(takes)
    if now is None or now.task not in takes:
        return sum(takes[task] for task in tasks[0 if history.teacher is None else 2 :])
    own = history.work.seconds_left()
    if own is None:
        own = takes[now.task] * (1 - now.done / max(1, now.total))
    return own + sum(takes[task] for task in tasks[tasks.index(now.task) + 1 :])


def _stages(history: RunHistory, settings: RunSettings, counts: dict[str, int]) -> list[_Coming]:
    """What is still to come of each stage that is not over."""
    images = counts["train"] + (counts["unlabelled"] if settings.loss.imitates else 0)
    batches, begun = math.ceil(images / settings.data.batch_size), history.stage
    at = 0 if begun is None else begun.stage
    coming = []
    for number in (1, 2, CONTROL_STAGE):
        stage = settings.stage(number)
        planned = control_comes(history, at) if number == CONTROL_STAGE else stage.enabled
        if number == at or (planned and number > at):
            done = _epochs_done(history, begun) if begun is not None and number == at else 0.0
            coming.append(_coming(stage, batches, done))
    return coming


def _coming(stage: StageSettings, batches: int, done: float) -> _Coming:
    if stage.optimiser == "solver":
        return _Coming(batches * (1.0 - done), 1.0, 1)
    epochs = max(stage.epochs - done, 0.0)
    passes = HEAD_ONLY if stage.trainable == "head" else BACKWARD
    return _Coming(epochs * batches, passes, math.ceil(epochs / stage.validate_every))


def _epochs_done(history: RunHistory, stage: StageStarted) -> float:
    now = history.progress
    if stage.optimiser == "solver":
        return now.done / max(1, now.total) if now is not None and now.task == "features" else 1.0
    return (history.step - stage.step) / stage.steps_per_epoch
