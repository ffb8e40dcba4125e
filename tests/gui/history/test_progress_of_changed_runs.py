"""What is said of a run that was resumed with other settings, went back, or began anew: stage, epoch, steps planned."""

from dataclasses import replace

import pytest

from engine.events import (
    ControlCompared,
    Event,
    PhaseChanged,
    RolledBack,
    RunFinished,
    RunStarted,
    Scores,
    StageStarted,
    StepDone,
    TeacherChecked,
    Validated,
)
from engine.settings import RunSettings
from engine.settings.changes import with_changes
from gui.history.planned import planned_steps
from gui.history.remaining import seconds_left
from gui.history.run_history import RunHistory
from gui.history.run_progress import run_measure, stage_measure, task_measure
from gui.plots.marks import stage_marks
from gui.results.words import headline
from gui.run.controller import RunState
from gui.window.state_badge import describe
from tests.gui.helpers import golden

SETTINGS = with_changes(RunSettings(), {"stage1.optimiser": "sgd", "stage1.epochs": 2, "stage2.epochs": 8})


def stage(number: int, step: int, **changes: object) -> StageStarted:
    """Of ten batches an epoch, and as many steps unless ``changes`` say otherwise."""
    told = {"epochs": 2 if number == 1 else 8, "steps_per_epoch": 10, "optimiser": "sgd", "trainable": "all"}
    values = told | {"batches_per_epoch": 10, "trainable_parameters": 9} | changes
    return StageStarted(stage=number, step=step, **values)  # type: ignore[arg-type]


def report(number: int, step: int) -> StepDone:
    first = next(event for event in golden.events() if isinstance(event, StepDone))
    begin = 0 if number == 1 else 20
    return replace(first, stage=number, step=step, epoch=(step - begin - 1) // 10 + 1)


def resumed(step: int) -> RunStarted:
    return RunStarted(run="runs/a", device="CPU", version="0", step=step)


def history_of(*events: Event, **changes: object) -> RunHistory:
    """A run of 2 + 8 epochs of ten steps that has come to step 50 of 100, and what came then."""
    history = RunHistory(with_changes(SETTINGS, {name.replace("__", "."): value for name, value in changes.items()}))
    begin = (resumed(0), PhaseChanged(phase="stage 1"), stage(1, 0), report(1, 20))
    for event in (*begin, PhaseChanged(phase="stage 2"), stage(2, 20), report(2, 50), *events):
        history.add(event)
    return history


def said(history: RunHistory) -> tuple[str, str]:
    """The stage's bar and the badge."""
    return stage_measure(history).text, describe(RunState.RUNNING, history)


def test_a_run_resumed_for_longer_counts_to_its_new_end() -> None:
    end = RunFinished(reason="finished", step=100, seconds=9.0)
    history = history_of(report(2, 100), end, resumed(100), stage2__epochs=16)
    assert run_measure(history).total == 180  # known before the stage goes on
    for event in (PhaseChanged(phase="stage 2"), replace(stage(2, 100, epochs=16), time_s=0.0)):
        history.add(event)
    history.add(replace(report(2, 130), time_s=60.0))
    assert said(history) == ("epoch 11 of 16", "Stage 2, epoch 11 of 16")
    assert (stage_measure(history).done, stage_measure(history).total) == (110, 160)
    assert seconds_left(history) == pytest.approx(50 * 60 / 30)


def test_a_run_resumed_for_a_shorter_time_never_tells_of_more_epochs_than_it_has() -> None:
    history = history_of(resumed(50), PhaseChanged(phase="stage 2"), stage(2, 50, epochs=4), stage2__epochs=4)
    assert said(history) == ("epoch 3 of 4", "Stage 2, epoch 3 of 4")
    assert planned_steps(history) == 60


def test_a_control_is_counted_from_where_it_is_in_doubt_and_said_while_it_trains() -> None:
    teacher = next(event for event in golden.events() if isinstance(event, TeacherChecked))
    validated = next(event for event in golden.events() if isinstance(event, Validated))
    history = history_of(teacher, replace(validated, step=50, scores=Scores(images=50, auc=0.9)))
    assert planned_steps(history) == 100
    history.add(replace(validated, step=60, scores=Scores(images=50, auc=0.95), best=True))
    assert planned_steps(history) == 180
    for event in (PhaseChanged(phase="stage 3"), stage(3, 100), report(2, 115)):
        history.add(event)
    assert said(history) == ("epoch 2 of 8", "Stage 3, epoch 2 of 8")
    assert planned_steps(history) == 180
    assert stage_marks(history)[-1] == (100, "stage 3")
    found = ControlCompared(stage=3, step=180, taught_auc=0.95, control_auc=0.97, error=0.01, control_delivered=True)
    history.add(found)
    assert headline(history)[0].startswith("AUC 0.950 on 50 validation images; its teacher's is 0.925. It learned from")
    history.add(resumed(100))
    assert history.control is None, "its second half is trained again"


def test_after_new_weights_stage_1_is_said_while_it_trains() -> None:
    back = RolledBack(stage=1, step=50, to_step=0, reason="Nothing else helped.", new_weights=True)
    history = history_of(back, PhaseChanged(phase="stage 1"), stage(1, 0), report(1, 11))
    assert said(history) == ("epoch 2 of 2", "Stage 1, epoch 2 of 2")
    assert task_measure(history).text == "step 1 of 10"
    assert (run_measure(history).done, run_measure(history).total) == (11, 100)
    history.add(PhaseChanged(phase="paused"))
    assert describe(RunState.PAUSED, history) == "Paused in stage 1, epoch 2 of 2"
    for event in (PhaseChanged(phase="stage 2"), stage(2, 20), report(2, 31)):
        history.add(event)
    assert said(history) == ("epoch 2 of 8", "Stage 2, epoch 2 of 8")


def test_after_going_back_the_run_stands_where_it_went_back_to() -> None:
    history = history_of(RolledBack(stage=2, step=50, to_step=30, reason="The loss exploded."))
    assert (run_measure(history).done, stage_measure(history).text) == (30, "epoch 1 of 8")
    history = history_of(RolledBack(stage=1, step=50, to_step=20, reason="It was ill from the first."))
    assert (stage_measure(history).label, stage_measure(history).text) == ("Stage 1", "epoch 2 of 2")


def test_a_run_that_was_cut_off_stands_at_its_checkpoint_when_it_goes_on() -> None:
    assert run_measure(history_of(resumed(40))).done == 40
    history = history_of(resumed(10), PhaseChanged(phase="stage 1"), stage(1, 10))
    assert said(history) == ("epoch 1 of 2", "Stage 1, epoch 1 of 2")
    assert list(history.stages) == [1]


@pytest.mark.parametrize(
    ("accumulated", "steps", "planned"), [((1, 4), 10, 20 + 8 * 3), ((4, 1), 3, 6 + 80), ((4, 4), 3, 6 + 24)]
)
def test_each_stage_s_steps_are_its_own(accumulated: tuple[int, int], steps: int, planned: int) -> None:
    changes = dict(zip(("stage1.accumulate", "stage2.accumulate"), accumulated, strict=True))
    history = RunHistory(with_changes(SETTINGS, changes))
    history.add(stage(1, 0, steps_per_epoch=steps))
    assert planned_steps(history) == planned


def test_while_the_solver_works_the_steps_of_stage_2_are_known() -> None:
    history = RunHistory(SETTINGS)
    history.add(stage(1, 0, epochs=1, steps_per_epoch=1, optimiser="solver"))
    assert planned_steps(history) == 80


def test_a_run_of_an_earlier_version_has_as_many_batches_as_its_steps_took() -> None:
    history = RunHistory(with_changes(SETTINGS, {"stage2.accumulate": 4}))
    history.add(stage(1, 0, batches_per_epoch=None))
    assert planned_steps(history) == 20 + 8 * 3


def test_a_stage_that_is_switched_off_is_not_waited_for() -> None:
    history = RunHistory(with_changes(SETTINGS, {"stage2.enabled": False}))
    history.add(stage(1, 0))
    assert planned_steps(history) == 20
    history = history_of(resumed(50), PhaseChanged(phase="evaluating"), stage2__enabled=False)
    assert (run_measure(history).done, run_measure(history).total) == (50, 50)
