"""Time left, from recorded streams of reports: of a piece of work, of training, and of the final evaluation."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from engine.events import (
    DataScanned,
    PhaseChanged,
    Progress,
    SplitSummary,
    StageStarted,
    StepDone,
    StudentTimed,
    Validated,
)
from engine.events.pace import LEAST_SECONDS, Meter, WorkPace
from engine.settings import LossSettings, RunSettings
from gui.history.remaining import seconds_left
from gui.history.run_history import RunHistory
from gui.history.run_progress import task_measure
from gui.history.work_left import WorkLeft
from tests.gui.helpers import golden

STEP = next(event for event in golden.events() if isinstance(event, StepDone))
VALIDATED = next(event for event in golden.events() if isinstance(event, Validated))
STAGE = StageStarted(
    stage=2, epochs=10, steps_per_epoch=100, step=0, trainable_parameters=9, trainable="all", optimiser="adamw"
)
TRUTH = 0.25  # how far an estimate may be off


def reports(task: str, total: int, seconds_each: float, begin_s: float = 0.0, every: int = 1) -> list[Progress]:
    return [
        Progress(task=task, done=done, total=total, time_s=begin_s + done * seconds_each)
        for done in range(every, total + 1, every)
    ]


def test_a_piece_of_work_is_done_at_the_pace_of_its_later_half() -> None:
    meter = Meter()
    meter.begin(0.0, 0)
    times = [10.0 * done for done in range(1, 11)] + [100.0 + done for done in range(1, 191)]
    for done, seconds in enumerate(times, start=1):  # ten slow ones at first, as networks and caches are read
        meter.add(seconds, done)
        if done > 100:
            assert meter.seconds_left(200) == pytest.approx(200 - done, rel=TRUTH, abs=1)
    assert meter.seconds_left(200) == 0


@pytest.mark.parametrize("points", [[], [(0.0, 1)], [(0.0, 1), (LEAST_SECONDS - 1, 9)], [(0.0, 5), (10.0, 5)]])
def test_what_says_little_gives_no_estimate(points: Sequence[tuple[float, int]]) -> None:
    meter = Meter()
    for seconds, done in points:
        meter.add(seconds, done)
    assert meter.seconds_left(100) is None


def test_work_that_begins_anew_is_measured_anew() -> None:
    meter = Meter()
    for seconds, done in ((0.0, 0), (10.0, 100), (12.0, 50), (22.0, 60)):
        meter.add(seconds, done)
    assert meter.seconds_left(70) == pytest.approx(10.0)


def test_every_wait_says_its_count_and_its_time_left() -> None:
    left = WorkLeft()
    told = [left.words(event) for event in reports("calibration", 512, 1.2, every=16)]
    assert told[0] == "16 of 512 images"
    assert told[9] == "160 of 512 images, 7 min left"
    assert told[-1] == "512 of 512 images"
    history = RunHistory()
    for event in reports("teacher maps", 1000, 0.5)[:200]:
        history.add(event)
    assert task_measure(history).text == "200 of 1,000 images, 7 min left"


def test_what_has_not_begun_goes_as_its_kind_went() -> None:
    pace = WorkPace()
    assert pace.seconds_for("test", 10) is None
    for event in reports("validation", 100, 0.2):
        pace.take(event)
    assert pace.seconds_for("test", 50, like="validation") == pytest.approx(10.0)
    for event in reports("test", 100, 0.4, 100.0):
        pace.take(event)
    assert pace.seconds_for("test", 50, like="validation") == pytest.approx(20.0)


def near_the_truth(history: RunHistory, events: Sequence[tuple[float, object]]) -> None:
    """What is told is compared at each tenth of the run, from the second on."""
    end, tenth = events[-1][0], 2
    for now, event in events:
        history.add(event)  # type: ignore[arg-type]
        if now >= end * tenth / 10 and tenth < 10:
            left = seconds_left(history)
            assert left is not None, tenth
            assert left == pytest.approx(end - now, rel=TRUTH), tenth
            tenth += 1
    assert tenth == 10


def run(images: int, step_s: float, student_s: float, teacher_s: float, epochs: int = 10) -> list[tuple[float, object]]:
    """A run's events with their times: a head that is solved, a first epoch that is slower, validations between."""
    now, told = 0.0, []

    def tell(event: object, seconds: float = 0.0) -> None:
        nonlocal now
        now += seconds
        told.append((now, replace(event, time_s=now)))  # type: ignore[type-var]

    def work(task: str, count: int, each_s: float) -> None:
        tell(Progress(task=task, done=0, total=count))
        for done in range(1, 11):
            tell(Progress(task=task, done=done * count // 10, total=count), each_s * count / 10)

    splits = (SplitSummary("train", images, images, {}), SplitSummary("validation", images // 2, images // 2, {}))
    tell(DataScanned(mapping={}, splits=(*splits, SplitSummary("test", images // 2, images // 2, {}))))
    work("teacher check", images, teacher_s)
    tell(replace(STAGE, stage=1, epochs=1, steps_per_epoch=1, optimiser="solver", batches_per_epoch=1000 // epochs))
    work("validation", images, student_s)
    tell(replace(VALIDATED, stage=1, step=0))
    tell(replace(STAGE, epochs=epochs, steps_per_epoch=1000 // epochs))
    for step in range(1, 1001):
        tell(replace(STEP, step=step), step_s * (1.3 if step <= 100 else 1))
        if step % (1000 // epochs) == 0:
            work("validation", images, student_s)
            tell(replace(VALIDATED, step=step))
    tell(PhaseChanged(phase="evaluating"))
    work("validation", images, student_s)
    work("test", images, student_s)
    work("test, teacher", images, teacher_s)
    return told


@pytest.mark.parametrize(
    ("images", "step_s", "student_s", "teacher_s", "epochs"),
    [
        (240, 0.08, 0.005, 0.05, 10),
        (10_000, 0.3, 0.002, 0.005, 10),
        (300, 1.5, 0.4, 2.0, 10),
        (500, 0.02, 0.003, 0.006, 10),
        (10_000, 0.1, 0.003, 0.001, 2),
        (300, 0.5, 1.0, 0.5, 2),
    ],
    ids=[
        *("demo", "10,000 images", "large photographs"),
        *("pieces of less than three seconds", "a long first epoch", "validations as long as epochs"),
    ],
)
def test_after_a_fifth_of_a_run_the_estimate_is_near_the_truth(
    images: int, step_s: float, student_s: float, teacher_s: float, epochs: int
) -> None:
    near_the_truth(RunHistory(), run(images, step_s, student_s, teacher_s, epochs))


def test_the_validation_of_an_epoch_that_is_over_has_still_to_come() -> None:
    """Statistics of the student are taken before its first image is told, which takes a while for large photographs."""
    history, events = RunHistory(), run(300, 0.5, 1.0, 0.5, 2)
    last = next(at for at, (_, event) in enumerate(events) if isinstance(event, StepDone) and event.step == 1000)
    for _, event in events[: last + 1]:
        history.add(event)  # type: ignore[arg-type]
    left = seconds_left(history)
    assert left is not None
    assert left == pytest.approx(events[-1][0] - events[last][0], rel=0.05)


def whole_run(settings: RunSettings, teacher_s: float, forward_s: float) -> list[tuple[float, object]]:
    """A run of 1,600 + 400 + 200 images with all that comes before training, at these paces of an image and a batch."""
    now, told = 0.0, []

    def tell(event: object, seconds: float = 0.0) -> None:
        nonlocal now
        now += seconds
        told.append((now, replace(event, time_s=now)))  # type: ignore[type-var]

    def work(task: str, count: int, each_s: float) -> None:
        for done in range(1, 101):
            tell(Progress(task=task, done=done * count // 100, total=count), each_s * count / 100)

    images = (("train", 1600), ("validation", 400), ("test", 200))
    tell(DataScanned(mapping={}, splits=tuple(SplitSummary(name, n // 2, n // 2, {}) for name, n in images)), 2.0)
    tell(StudentTimed(batches=15, forward_s=forward_s, loading_s=forward_s), 32 * forward_s)
    if settings.loss.imitates:
        work("calibration", 512, teacher_s)
        work("teacher check", 400, teacher_s)
        work("teacher maps", 1600, 2 * teacher_s)
    tell(replace(STAGE, stage=1, epochs=1, steps_per_epoch=1, optimiser="solver", batches_per_epoch=100))
    work("features", 100, forward_s)
    work("validation", 400, forward_s / 16)
    tell(replace(VALIDATED, stage=1, step=0))
    epochs = settings.stage2.epochs
    tell(replace(STAGE, epochs=epochs, steps_per_epoch=100))
    for step in range(1, 100 * epochs + 1):
        tell(replace(STEP, step=step), 2.9 * forward_s)
        if step % 100 == 0:
            work("validation", 400, forward_s / 16)
            tell(replace(VALIDATED, step=step), 16 * forward_s)
    tell(PhaseChanged(phase="evaluating"))
    work("validation", 400, forward_s / 16)
    work("test", 200, forward_s / 16)
    if settings.loss.imitates:
        work("test, teacher", 200, teacher_s)
    return told


@pytest.mark.parametrize(
    ("imitation", "teacher_s", "forward_s"), [(0.3, 0.2, 0.02), (0.3, 0.03, 0.1), (0.3, 2.0, 0.02), (0.0, 0.0, 0.05)]
)
def test_the_whole_time_is_told_before_training_begins(imitation: float, teacher_s: float, forward_s: float) -> None:
    """Half of a run and more can go by before its first step: what is told rests on the pace of what was before."""
    settings = RunSettings(loss=LossSettings(alpha_distill=imitation))
    near_the_truth(RunHistory(settings), whole_run(settings, teacher_s, forward_s))
