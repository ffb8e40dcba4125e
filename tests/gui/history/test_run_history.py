"""A run's history from its events: curves, cuts on resume, merged alerts, stages and progress."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.control import RunControl, StopRequestedError
from engine.events import (
    Alert,
    DataScanned,
    Event,
    PhaseChanged,
    Progress,
    RunFinished,
    RunStarted,
    SplitSummary,
    StageStarted,
    StepDone,
    Validated,
    to_json,
)
from gui.history.remaining import seconds_left
from gui.history.run_history import RunHistory, replay_history
from gui.history.run_progress import duration, run_measure, stage_measure, task_measure
from gui.history.series_table import SeriesTable
from tests.data.make_golden_events import GOLDEN, golden_events
from tests.gui.helpers import golden


def test_the_golden_file_is_what_its_script_makes() -> None:
    made = "".join(to_json(event) + "\n" for event in golden_events())
    assert GOLDEN.read_text(encoding="utf-8") == made


def test_curves_are_the_figures_of_the_events() -> None:
    history = golden.history()
    reports = [event for event in golden.events() if isinstance(event, StepDone)]
    steps, losses = history.curve("loss")
    assert steps.tolist() == [event.step for event in reports]
    np.testing.assert_array_equal(losses, np.array([event.loss for event in reports], np.float32))
    weighted = [event.parts["patch"] * event.weights["patch"] for event in reports]
    np.testing.assert_allclose(history.curve("term.patch")[1], weighted, rtol=1e-6)
    np.testing.assert_allclose(history.curve("part.patch")[1], [e.parts["patch"] for e in reports], rtol=1e-6)
    moved = history.curve("movement")[1]
    assert math.isnan(moved[0])
    assert moved[-1] == pytest.approx(reports[-1].movement)


def test_validation_curves_lie_at_validations() -> None:
    history = golden.history()
    seen = [event for event in golden.events() if isinstance(event, Validated)]
    steps, aucs = history.curve("validation.auc")
    assert steps.tolist() == [event.step for event in seen]
    assert aucs.tolist() == pytest.approx([event.scores.auc for event in seen])
    assert history.best is not None
    assert history.best.epoch == 19


def test_live_and_replayed_are_the_same() -> None:
    live, replayed = RunHistory(), golden.history()
    for event in golden.events():
        live.add(event)
    assert live.names() == replayed.names()
    assert live.alerts == replayed.alerts
    for name in live.names():
        np.testing.assert_array_equal(live.curve(name)[1], replayed.curve(name)[1])


def test_an_event_that_nothing_shows_changes_nothing() -> None:
    class News(Event):
        """Of a kind that this window does not know."""

    history, curves = golden.history(), golden.history().names()
    history.add(News())
    assert history.names() == curves
    assert history.alerts == golden.history().alerts


def test_alerts_are_merged_by_rule_and_stage() -> None:
    history = golden.history()
    row = history.alerts["gradient_explosion", 2, ""]
    assert (row.first_step, row.last_step, row.count, row.severity) == (410, 450, 2, "warning")
    again = next(event for event in golden.events() if isinstance(event, Alert))
    history.add(replace(again, step=900, severity="error", message="worse", value=99.0))
    history.add(replace(again, step=950))
    assert (row.last_step, row.count, row.severity, row.message) == (950, 4, "error", again.message)
    history.add(replace(again, stage=1))
    assert history.alerts["gradient_explosion", 1, ""].count == 1


def test_a_resume_forgets_what_lies_past_its_checkpoint() -> None:
    history = golden.history(200)
    assert history.latest_step > 730
    history.add(RunStarted(run="runs/golden", device="CPU", version="0.1.0", step=500))
    assert history.latest_step == 500
    assert max(history.curve("validation.auc")[0]) <= 500
    assert max(history.patch_maps) <= 500


def test_a_step_that_comes_again_replaces_what_follows_it() -> None:
    history = golden.history()
    report = [event for event in golden.events() if isinstance(event, StepDone)][-1]
    history.add(replace(report, step=1000, loss=7.0, movement=None))
    steps, losses = history.curve("loss")
    assert steps[-1] == 1000
    assert losses[-1] == 7.0
    assert math.isnan(history.curve("movement")[1][-1])


rows = st.lists(st.tuples(st.integers(0, 40), st.none() | st.floats(width=32, allow_nan=False)), max_size=60)


@given(rows)
def test_a_table_holds_the_last_figure_of_every_step_in_order(appended: list[tuple[int, float | None]]) -> None:
    table, expected = SeriesTable(), dict[int, float | None]()
    for step, figure in appended:
        table.append(step, {"a": figure})
        expected = {s: f for s, f in expected.items() if s < step} | {step: figure}
    assert table.steps.tolist() == list(expected)
    wanted = [math.nan if figure is None else figure for figure in expected.values()]
    np.testing.assert_array_equal(table.column("a"), np.array(wanted, np.float32))


def test_a_table_grows_past_its_first_capacity_and_copies_are_independent() -> None:
    table = SeriesTable()
    for step in range(5000):
        table.append(step, {"a": step, "late": 1.0 if step > 4000 else None})
    twin = table.copy()
    table.cut(10)
    assert len(table) == 10
    assert twin.column("a")[4999] == 4999
    assert np.isnan(twin.column("late")[:4001]).all()
    assert twin.row_at(2499.4) == 2499
    assert twin.row_at(1e9) == 4999
    assert SeriesTable().row_at(3) is None


def test_replay_can_be_stopped() -> None:
    control = RunControl()
    control.stop()
    many = [Progress(task="scan", done=n, total=5000) for n in range(5000)]
    with pytest.raises(StopRequestedError):
        replay_history(many, control=control)


def test_progress_of_an_epoch_a_stage_and_the_run() -> None:
    history = golden.history(120)
    last = history.last_step
    assert last is not None
    assert task_measure(history).text == f"step {(last.step - 1) % 73 + 1} of 73"
    assert stage_measure(history).text == f"epoch {last.epoch} of 20"
    assert (run_measure(history).done, run_measure(history).total) == (last.step, 1460)
    history.add(Progress(task="validation", done=30, total=240))
    assert task_measure(history).text == "30 of 240 images"


def test_time_left_leaves_pauses_out() -> None:
    history = RunHistory()
    stage = StageStarted(
        stage=2, epochs=10, steps_per_epoch=10, step=0, trainable_parameters=9, trainable="all", optimiser="sgd"
    )
    report = next(event for event in golden.events() if isinstance(event, StepDone))
    history.add(replace(stage, time_s=0.0))
    history.add(PhaseChanged(phase="paused", time_s=10.0))
    history.add(PhaseChanged(phase="stage 2", time_s=110.0))
    history.add(replace(report, step=20, time_s=120.0))
    assert seconds_left(history) == pytest.approx(80 * 20.0 / 20)


def test_the_solver_counts_no_steps_and_a_finished_run_is_full() -> None:
    solving = golden.history(7)
    assert stage_measure(solving).text == "solved at once"
    assert run_measure(solving).total == 0
    finished = run_measure(golden.history())
    assert (finished.done, finished.total, finished.text) == (1, 1, "finished after 3 min")


def test_a_stopped_run_shows_how_far_it_came() -> None:
    history = golden.history(120)
    end = next(event for event in golden.events() if isinstance(event, RunFinished))
    history.add(replace(end, reason="stopped", step=584))
    for measure, text in ((task_measure(history), "584"), (run_measure(history), "stopped after 3 min")):
        assert (measure.done, measure.total, measure.text) == (584, 1460, text)
    before_anything = golden.history(3)
    before_anything.add(replace(end, reason="stopped", step=0))
    assert (run_measure(before_anything).done, run_measure(before_anything).total) == (0, 1)


@pytest.mark.parametrize(
    ("seconds", "words"), [(7, "7 s"), (150, "2 min"), (3599, "1 h 00 min"), (11_100, "3 h 05 min")]
)
def test_durations_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def evaluating(task: str, done: int, time_s: float) -> list[Event]:
    """From the last report of training, in which four steps were left, to a place in the final evaluation."""
    return [
        PhaseChanged(phase="evaluating", time_s=1000.0),
        Progress(task="validation", done=100, total=100, time_s=1001.0),
        Progress(task=task, done=10, total=300, time_s=1010.0),
        Progress(task=task, done=done, total=300, time_s=time_s),
    ]


@pytest.mark.parametrize(
    ("task", "done", "time_s", "words"),
    [
        ("test", 200, 1020.0, "final evaluation"),  # nobody knows yet how long the teacher will take
        ("test, teacher", 20, 1011.0, "final evaluation"),  # a second says little
        ("test, teacher", 20, 1020.0, "about 5 minutes left"),  # 280 images at one a second
        ("test, teacher", 290, 1290.0, "less than a minute left"),
    ],
)
def test_the_final_evaluation_tells_its_own_time_left(task: str, done: int, time_s: float, words: str) -> None:
    history = golden.history(120)
    assert history.last_step is not None
    assert history.settings is not None
    history.data = DataScanned(mapping={}, splits=(SplitSummary("test", 150, 150, {}),))
    for event in evaluating(task, done, time_s):
        history.add(event)
    assert run_measure(history).text == words


def test_without_test_images_the_final_evaluation_ends_with_the_validation_images() -> None:
    history = golden.history(120)
    history.data = DataScanned(mapping={}, splits=(SplitSummary("test", 0, 0, {}),))
    history.add(PhaseChanged(phase="evaluating", time_s=1000.0))
    for done, time_s in ((10, 1001.0), (40, 1007.0)):
        history.add(Progress(task="validation", done=done, total=100, time_s=time_s))
    assert run_measure(history).text == "less than a minute left"
