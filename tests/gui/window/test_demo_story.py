"""One whole story in the window on the real demo: stopped in the middle of stage 1, closed, reopened, finished."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.demo.images import DemoData
from engine.demo.training import demo_settings
from engine.settings import RunSettings
from engine.settings.toml_file import quoted
from gui.run.controller import RunState
from tests.engine.helpers.small_demo import small_demo
from tests.gui.helpers.visit import Visit, set_up

OpenWindow = Callable[[], Visit]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoData:
    torch.set_num_threads(1)
    return small_demo(tmp_path_factory.mktemp("demo"), unseen=False)


def steady_settings(demo: DemoData, runs: Path, *overrides: str) -> RunSettings:
    """Stage 1 by steps instead of the solver, so that there is a middle to stop in; every gradient is a warning."""
    return demo_settings(
        demo,
        (
            f"output.folder={quoted(runs)}",
            "output.name=Demo",
            "output.report_every=1",
            "stage1.optimiser=adamw",
            "stage1.epochs=2000",  # however busy the computer is, the story comes before the end
            "stage1.early_stop=0",
            "stage2.epochs=1",
            "stage2.warmup_epochs=0",
            "health.gradient_max=1e-6",
            *overrides,
        ),
    )


def test_a_run_of_the_demo_is_stopped_in_stage_1_and_finished_in_another_window(
    open_window: OpenWindow, qtbot: QtBot, demo: DemoData, tmp_path: Path
) -> None:
    visit = open_window()
    set_up(visit, steady_settings(demo, tmp_path / "runs"))
    visit.press("start")
    visit.train_some()
    visit.press("pause")
    visit.reach(RunState.PAUSED)
    visit.press("resume")
    visit.train_some(visit.steps() + 3)
    visit.window.close()
    visit.answer("Stop, save and close")
    qtbot.waitUntil(lambda: not visit.window.isVisible())
    stopped = visit.window.controller.history
    assert stopped.finished is not None
    assert stopped.finished.reason == FinishReason.STOPPED
    assert stopped.last_checkpoint is not None
    assert stopped.last_checkpoint.stage == 1
    assert stopped.last_checkpoint.step > 0
    enough = stopped.last_checkpoint.step // stopped.stages[1].steps_per_epoch + 2

    again = open_window()
    run = tmp_path / "runs" / "Demo"
    again.window.commands.open_run(run)
    qtbot.waitUntil(lambda: again.window.commands.shown.folder == run)
    set_up(again, steady_settings(demo, tmp_path / "runs", f"stage1.epochs={enough}"))
    again.press("resume")
    qtbot.waitUntil(lambda: again.question() is not None)
    question = again.question()
    assert question is not None
    question.checkBox().setChecked(True)
    again.answer("Resume")
    again.reach(RunState.FINISHED)
    history = again.window.controller.history
    assert set(history.stages) == {1, 2}
    assert history.steps.steps.tolist() == list(range(1, history.steps.steps[-1] + 1))  # no step lost or doubled
    assert history.best is not None
    check_warnings(again)


def check_warnings(visit: Visit) -> None:
    """They appear, are counted, and can be filtered; the plots mark them."""
    panel = visit.window.run_page.warnings
    row = visit.window.controller.history.alerts["gradient_explosion", 1, ""]
    shown, mine = panel.filter.rowCount(), panel.model.count(row.severity)
    assert shown == panel.model.rowCount() > 0
    assert panel.severity_buttons[row.severity].text().startswith(f"{mine} ")
    assert any("Gradient explosion" in mark.text for mark in visit.window.run_page.plots.plots["loss"].marks().alerts)
    panel.search.setText("gradient explosion")
    assert {found.rule for found in panel.filter.shown()} == {"gradient_explosion"}
    panel.search.clear()
    panel.severity_buttons[row.severity].click()
    assert all(found.severity != row.severity for found in panel.filter.shown())
    assert panel.filter.rowCount() == shown - mine
