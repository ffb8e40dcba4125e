"""The smoke test's driver: it goes on when a wait is over, and a failure ends it with its place in the result file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import EngineError
from gui.project.preferences import PreferencesFile
from gui.start.app import make_training
from gui.start.smoke_driver import SmokeDriver, SmokeResult, Wait
from gui.start.smoke_test import refuse_qt_first
from gui.widgets import dialogs as messages
from gui.widgets.theme import Theme
from gui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    theme = Theme(qapp, "light")
    window = MainWindow(PreferencesFile(tmp_path / "preferences.json"), theme, make_training)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    theme.deleteLater()


@pytest.fixture
def result(tmp_path: Path) -> SmokeResult:
    return SmokeResult(tmp_path / "results" / "smoke.json", quick=True)


def said(result: SmokeResult) -> dict[str, object]:
    found: dict[str, object] = json.loads(result.file.read_text(encoding="utf-8"))
    return found


def test_every_step_that_is_over_is_noted(window: MainWindow, result: SmokeResult, qtbot: QtBot) -> None:
    def script() -> Iterator[Wait]:
        yield Wait("window is shown", window.isVisible)
        window.show_page("help")
        yield Wait("guide is shown", lambda: window.page_name() == "help")

    SmokeDriver(window, script(), result, limit_s=60, leave=lambda _: None)
    assert said(result)["ok"] is False
    qtbot.waitUntil(lambda: result.ok)
    assert [step["name"] for step in result.steps] == ["window is shown", "guide is shown"]
    assert said(result)["ok"] is True


def test_a_dialog_that_reports_a_failure_ends_it(window: MainWindow, result: SmokeResult, qtbot: QtBot) -> None:
    left: list[int] = []

    def script() -> Iterator[Wait]:
        yield Wait("window is shown", window.isVisible)
        messages.tell(window, "The run has failed", "The disk is full.", bad=True)
        yield Wait("what never comes", lambda: False)

    SmokeDriver(window, script(), result, limit_s=60, leave=left.append)
    qtbot.waitUntil(lambda: left == [1])
    assert "The disk is full." in result.error
    assert "what never comes" in result.error
    assert said(result)["ok"] is False


def test_a_step_that_takes_too_long_ends_it(window: MainWindow, result: SmokeResult, qtbot: QtBot) -> None:
    left: list[int] = []
    SmokeDriver(window, iter([Wait("what never comes", lambda: False)]), result, limit_s=0, leave=left.append)
    qtbot.waitUntil(lambda: left == [1])
    assert "time limit" in result.error
    assert not result.ok


def test_a_program_that_loads_qt_before_torch_is_refused() -> None:
    refuse_qt_first(["os", "torch", "torch.nn", "PySide6"])
    with pytest.raises(EngineError, match="PySide6, torch"):
        refuse_qt_first(["PySide6", "torch"])
