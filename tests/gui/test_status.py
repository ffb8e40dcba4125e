"""The status panel: bars and words at several moments of a run."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from engine.events import Progress, RunFinished
from gui.event_loop_delay import Delay
from gui.run_controller import RunState
from gui.run_history import RunHistory
from gui.state_badge import describe
from gui.status_panel import StatusPanel
from tests.gui import golden


def shown(qtbot: QtBot, history: RunHistory) -> StatusPanel:
    panel = StatusPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_history(history)
    return panel


def test_bars_move_with_the_run(qtbot: QtBot) -> None:
    history = golden.history(119)
    panel = shown(qtbot, history)
    before = panel.bars["Run"].bar.value()
    assert 0 < before < 1000
    assert not panel.bars["Run"].words.endswith("left")  # reopened, nothing is going on
    history.add(golden.events()[119])
    panel.refresh()
    assert panel.bars["Run"].words.endswith("left")
    assert panel.detail("Speed").endswith("images/s")
    assert panel.detail("Device").startswith("CPU")
    assert "GB" in panel.detail("Memory")
    for event in golden.events()[120:180]:
        history.add(event)
    panel.refresh()
    assert panel.bars["Run"].bar.value() > before


def test_work_without_steps_is_shown_too(qtbot: QtBot) -> None:
    history = golden.history(2)
    panel = shown(qtbot, history)
    history.add(Progress(task="scan", done=50, total=200))
    panel.refresh()
    assert panel.bars["Step"].words == "Looking through the folders: 50 of 200 images"
    assert panel.bars["Step"].bar.value() == 250
    assert panel.bars["Run"].bar.maximum() == 0  # busy: nobody knows yet


def test_a_finished_and_a_failed_run_say_how_they_ended(qtbot: QtBot) -> None:
    panel = shown(qtbot, golden.history())
    assert "0.951 (stage 2, epoch 19)" in panel.outcome
    assert "0.925" in panel.outcome
    end = next(event for event in golden.events() if isinstance(event, RunFinished))
    failed = golden.history(100)
    failed.add(replace(end, reason="failed", message="The disk is full.", remedy="Free some space."))
    panel.set_history(failed)
    assert panel.outcome == "The run failed. The disk is full. Free some space."


def test_terms_of_the_loss_are_told_by_their_share_and_left_out_where_they_do_nothing(qtbot: QtBot) -> None:
    history = golden.history()
    panel = shown(qtbot, history)
    step = history.last_step
    assert step is not None
    parts, pulls = {"task": 0.6, "patch": 0.4, "saturation": 1e-5}, {"task": 3.0, "patch": 1.0, "saturation": 0.0}
    history.add(replace(step, parts=parts, weights=dict.fromkeys(parts, 1.0), gradients=pulls))
    panel.refresh()
    assert panel.detail("Loss terms") == (
        f"labels 60% and 75%, imitation 40% and 25% of the sum and of the gradient at step {step.step:,}"
    )


def test_an_empty_detail_takes_no_room(qtbot: QtBot) -> None:
    panel = shown(qtbot, RunHistory())
    assert panel.detail("Speed") == ""
    panel.set_detail("Window delay", str(Delay(12.4, 61.0, 100)))
    assert panel.detail("Window delay") == "99 % within 12 ms, worst 61 ms"


def test_a_run_that_was_stopped_before_its_first_save_does_not_claim_one() -> None:
    history = golden.history(3)
    assert history.last_checkpoint is None
    assert describe(RunState.STOPPED, history) == "Stopped before anything was saved"
    assert describe(RunState.STOPPED, golden.history()) == "Stopped and saved"
