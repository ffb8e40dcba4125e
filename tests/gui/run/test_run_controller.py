"""The controller with a real thread of its own kind, and the rules about what can be done when."""

from itertools import groupby
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.control import FinishReason, RunPhase
from engine.events import RunFinished, RunStarted
from engine.settings import RunSettings
from gui.history.run_history import RunHistory
from gui.run.controller import RunController, RunState, can_resume, possible
from tests.gui.helpers.small_training import SmallTraining, pause_and_stop, reach


@pytest.fixture
def controller(tmp_path: Path) -> RunController:
    return RunController(lambda settings, resume: SmallTraining(resume or tmp_path))


def test_a_run_is_paused_continued_and_stopped(qtbot: QtBot, controller: RunController, tmp_path: Path) -> None:
    states: list[RunState] = []
    controller.state_changed.connect(lambda: states.append(controller.state))
    controller.start(RunSettings())
    qtbot.waitUntil(lambda: controller.folder == tmp_path)
    controller.pause()
    reach(qtbot, controller, RunState.PAUSED)
    qtbot.waitUntil(lambda: controller.history.phase == RunPhase.PAUSED)
    controller.go_on()
    qtbot.waitUntil(lambda: controller.history.phase == RunPhase.STAGE1)
    with qtbot.waitSignal(controller.ended):
        controller.stop()
    seen = [state for state, _ in groupby(states)]  # Paused may be there while Pausing is announced: it is seen twice
    passed = [state for state in seen if state != RunState.PAUSING]  # too short to be seen every time
    assert passed == [RunState.RUNNING, RunState.PAUSED, RunState.RUNNING, RunState.SAVING, RunState.STOPPED]
    assert not controller.busy
    finished = controller.history.finished
    assert finished is not None
    assert finished.step == 7


def test_a_paused_run_can_be_stopped(qtbot: QtBot, controller: RunController) -> None:
    pause_and_stop(qtbot, controller)
    assert controller.state == RunState.STOPPED


@pytest.mark.parametrize(
    ("reason", "state"),
    [(FinishReason.FINISHED, RunState.FINISHED), (FinishReason.FAILED, RunState.FAILED)],
)
def test_the_last_event_decides_how_a_run_ended(
    qtbot: QtBot, tmp_path: Path, reason: FinishReason, state: RunState
) -> None:
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path, reason))
    with qtbot.waitSignal(controller.ended):
        controller.start(RunSettings())
    assert controller.state == state


def test_a_run_that_holds_without_a_word_counts_as_paused(qtbot: QtBot, tmp_path: Path) -> None:
    controller = RunController(lambda settings, resume: SmallTraining(tmp_path, silent=True))
    controller.start(RunSettings())
    controller.pause()
    reach(qtbot, controller, RunState.PAUSED)
    controller.go_on()
    reach(qtbot, controller, RunState.RUNNING)
    with qtbot.waitSignal(controller.ended):
        controller.stop()


def test_two_runs_at_once_are_refused(qtbot: QtBot, controller: RunController) -> None:
    controller.start(RunSettings())
    with pytest.raises(RuntimeError):
        controller.start(RunSettings())
    with qtbot.waitSignal(controller.ended):
        controller.stop()


def test_pausing_without_a_run_is_refused(controller: RunController) -> None:
    with pytest.raises(RuntimeError):
        controller.pause()


def test_a_resumed_run_goes_on_in_its_own_history(qtbot: QtBot, controller: RunController, tmp_path: Path) -> None:
    earlier = RunHistory()
    earlier.add(RunStarted(run=str(tmp_path), device="cpu", version="0"))
    changed = RunSettings(seed=7)
    controller.start(changed, tmp_path / "run", earlier)
    qtbot.waitUntil(lambda: controller.folder == tmp_path / "run")
    assert controller.history is earlier
    assert earlier.settings == changed  # which the user may have taken over from Set-up
    with qtbot.waitSignal(controller.ended):
        controller.stop()


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (RunState.IDLE, {"start", "demo", "demo_control"}),
        (RunState.RUNNING, {"pause", "stop"}),
        (RunState.PAUSING, {"resume", "stop"}),
        (RunState.PAUSED, {"resume", "stop"}),
        (RunState.SAVING, set()),
        (RunState.FINISHED, {"start", "demo", "demo_control"}),
        (RunState.STOPPED, {"start", "demo", "demo_control"}),
        (RunState.FAILED, {"start", "demo", "demo_control"}),
    ],
)
def test_only_commands_that_can_do_what_they_say(state: RunState, expected: set[str]) -> None:
    assert possible(state, resumable=False, has_weights=False) == expected
    with_file = possible(state, resumable=True, has_weights=True)
    assert "export" in with_file
    assert ("resume" in with_file) == (state not in (RunState.RUNNING, RunState.SAVING))


def test_resuming_needs_a_checkpoint_and_something_left_to_do(tmp_path: Path) -> None:
    history = RunHistory()
    assert not can_resume(history, None)
    assert not can_resume(history, tmp_path)
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints" / "last.pt").touch()
    assert can_resume(history, tmp_path)
    history.add(RunFinished(reason=FinishReason.FINISHED, step=1, seconds=1))
    assert not can_resume(history, tmp_path)
    history.add(RunFinished(reason=FinishReason.FAILED, step=1, seconds=1))
    assert can_resume(history, tmp_path)
