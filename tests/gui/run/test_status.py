"""The status panel: bars and words at several moments of a run."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.events import BestStudent, MachineReport, MachineTrouble, PhaseChanged, Progress, RunFinished, RunStarted
from engine.machine import awake
from engine.settings.toml_file import load_settings
from gui.background.event_loop_delay import Delay
from gui.history.run_history import RunHistory
from gui.history.run_progress import duration, run_measure, stage_measure
from gui.run.controller import RunState
from gui.run.page import RunPage
from gui.run.status_panel import StatusPanel
from gui.window.state_badge import StateBadge, describe
from tests.gui.helpers import golden


def shown(qtbot: QtBot, history: RunHistory, *, live: bool = False) -> StatusPanel:
    panel = StatusPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_history(history, live=live)
    return panel


def test_bars_move_with_the_run(qtbot: QtBot) -> None:
    history = golden.history(119)
    panel = shown(qtbot, history)
    before = panel.bars["Run"].bar.value()
    assert 0 < before < 1000
    assert not panel.bars["Run"].words.endswith("left")  # reopened, nothing is going on
    assert panel.detail("Memory") == ""  # what this program takes says nothing of that run
    history.add(golden.events()[119])
    panel.set_history(history, live=True)
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
    panel = shown(qtbot, history, live=True)
    assert panel.bars["Run"].bar.maximum() == 0  # busy: nobody knows yet
    history.add(Progress(task="scan", done=50, total=200))
    panel.refresh()
    assert panel.bars["Step"].words == "Looking through the folders: 50 of 200 images"
    assert panel.bars["Step"].bar.value() == 250
    assert panel.bars["Run"].bar.value() == 250  # of the piece, as the run's steps cannot be counted yet


def test_a_finished_and_a_failed_run_say_how_they_ended(qtbot: QtBot) -> None:
    panel = shown(qtbot, golden.history())
    assert "0.951 (stage 2, epoch 19)" in panel.outcome
    assert "0.925" in panel.outcome
    end = next(event for event in golden.events() if isinstance(event, RunFinished))
    failed = golden.history(100)
    failed.add(replace(end, reason="failed", message="The disk is full.", remedy="Free some space."))
    panel.set_history(failed)
    assert panel.outcome == "The run failed. The disk is full. Free some space."


@pytest.mark.parametrize(
    ("best", "role", "words"),
    [
        (BestStudent(0.951, 2, 19), "good", "0.951"),
        (BestStudent(0.52, 2, 19), "bad", "hardly better than guessing (0.5)"),
        (BestStudent(0.498, 2, 19), "bad", "0.498 (stage 2, epoch 19); the teacher's is 0.925; that is no better"),
        (BestStudent(0.951, 2, 19, healthy=False), "warning", "after an error of the weights"),
    ],
)
def test_a_bad_result_is_never_green(qtbot: QtBot, best: BestStudent, role: str, words: str) -> None:
    history, end = golden.history(), next(event for event in golden.events() if isinstance(event, RunFinished))
    history.add(replace(end, best=best))
    panel = shown(qtbot, history)
    assert words in panel.outcome
    assert panel.figures["best"].property("role") == panel.sentence.property("role") == role
    badge = StateBadge()
    qtbot.addWidget(badge)
    badge.show_state(RunState.FINISHED, history)
    assert badge._live._shown[1] == role


def test_the_stage_s_bar_is_full_at_the_end_though_not_every_step_is_reported() -> None:
    history, end = RunHistory(), next(event for event in golden.events() if isinstance(event, RunFinished))
    for event in golden.events()[:-20]:
        if not isinstance(event, RunFinished):
            history.add(event)
    assert stage_measure(history).done < stage_measure(history).total
    history.add(end)
    assert stage_measure(history).done == stage_measure(history).total


def test_a_run_that_went_on_tells_the_time_of_all_its_parts() -> None:
    history = golden.history()
    end = next(event for event in golden.events() if isinstance(event, RunFinished))
    whole = f"finished after {duration(2 * end.seconds)}"
    history.add(end)
    assert run_measure(history).text == whole


def test_terms_of_the_loss_are_told_by_their_share_and_left_out_where_they_do_nothing(qtbot: QtBot) -> None:
    history = golden.history()
    panel = shown(qtbot, history)
    step = history.last_step
    assert step is not None
    parts, pulls = {"task": 0.6, "patch": 0.4, "saturation": 1e-5}, {"task": 3.0, "patch": 1.0, "saturation": 0.0}
    history.add(replace(step, parts=parts, weights=dict.fromkeys(parts, 1.0), gradients=pulls))
    panel.refresh()
    assert panel.detail("Loss terms") == (
        f"labels 60 % and 75 %, imitation 40 % and 25 % of the sum and of the gradient at step {step.step:,}"
    )


def test_an_empty_detail_takes_no_room(qtbot: QtBot) -> None:
    panel = shown(qtbot, RunHistory())
    assert panel.detail("Speed") == ""
    panel.set_detail("Window", str(Delay(12.4, 61.0, 100)))
    assert panel.detail("Window") == "answers 99 times in 100 within 12 ms, at worst after 61 ms"


def test_a_run_that_was_stopped_before_its_first_save_does_not_claim_one() -> None:
    history = golden.history(3)
    assert history.last_checkpoint is None
    assert describe(RunState.STOPPED, history) == "Stopped before anything was saved"
    assert describe(RunState.STOPPED, golden.history()) == "Stopped and saved"


def test_a_run_that_pauses_by_itself_says_what_it_waits_for() -> None:
    history = golden.history()
    history.add(PhaseChanged(phase="paused", text="The folder D: is away."))
    assert describe(RunState.PAUSED, history) == "Paused. The folder D: is away."


TROUBLES = (
    MachineTrouble(what="gpu_unused", step=0, message="The driver is too old.", remedy="Install the newest."),
    MachineTrouble(what="memory_short", step=0, message="It may break off later.", remedy="Close other programs."),
    MachineTrouble(what="not_kept_awake", step=0, message="It may fall asleep.", remedy="Switch sleep off."),
)


def test_what_the_computer_does_to_a_run_is_said_in_words(qtbot: QtBot) -> None:
    history = golden.history(100)
    panel = shown(qtbot, history, live=True)
    assert panel.troubles.texts == []
    for trouble in TROUBLES:
        history.add(trouble)
    panel.refresh()
    assert panel.troubles.texts == [
        "The driver is too old. Install the newest.",
        "It may break off later. Close other programs.",
        "It may fall asleep. Switch sleep off.",
    ]
    panel.set_history(history)  # as an earlier run: only what explains its figures
    assert panel.troubles.texts == ["The driver is too old. Install the newest."]
    history.add(RunStarted(run="runs/golden", device="CPU", version="0", step=100))
    panel.refresh()
    assert panel.troubles.texts == []  # a start tells anew


def test_memory_of_the_gpu_is_shown_where_a_run_uses_one(qtbot: QtBot) -> None:
    history = golden.history(100)
    panel = shown(qtbot, history, live=True)
    history.add(MachineReport(stage=2, step=100))
    panel.refresh()
    assert panel.detail("GPU memory") == ""
    history.add(MachineReport(stage=2, step=110, gpu_used_mb=3174.4, gpu_whole_mb=8192.0))
    panel.refresh()
    assert panel.detail("GPU memory") == "3.1 of 8 GB in use"


def test_the_run_page_says_whether_the_computer_may_fall_asleep(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awake, "without_desktop", lambda: False)
    history, page = golden.history(100), RunPage()
    qtbot.addWidget(page)
    page.set_run(history, "")
    page.set_state(RunState.RUNNING, None)
    assert page.status.detail("Sleep") == "held off until the run ends"
    history.add(TROUBLES[2])
    page.set_state(RunState.RUNNING, None)
    assert page.status.detail("Sleep") == "possible"
    history.settings = load_settings(None, ("machine.keep_awake=false",))
    page.set_state(RunState.RUNNING, None)
    assert page.status.detail("Sleep") == "possible, as set in Set-up"
    page.set_state(RunState.FINISHED, None)
    assert page.status.detail("Sleep") == ""
    page.set_run(history, "earlier")
    page.set_state(RunState.RUNNING, None)
    assert page.status.detail("Sleep") == ""  # it is another run that goes on
