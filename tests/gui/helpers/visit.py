"""A window with the real engine behind it, and what a user does with it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.settings import RunSettings
from gui.run.controller import RunState
from gui.window.main_window import MainWindow


@dataclass
class Visit:
    """A window, and what a user does with it."""

    window: MainWindow
    qtbot: QtBot

    def press(self, name: str) -> None:
        action = self.window.actions_by_name[name]
        assert action.isEnabled(), name
        action.trigger()

    def open_project(self, path: Path) -> bool:
        """Open a project's file, and whether it is the project then."""
        self.window.project.open(path)
        self.qtbot.waitUntil(lambda: not self.window.project.reading)
        return self.window.project.path == path.absolute()

    def enabled(self) -> set[str]:
        names = ("start", "pause", "resume", "stop", "export")
        return {name for name in names if self.window.actions_by_name[name].isEnabled()}

    def reach(self, state: RunState) -> None:
        self.qtbot.waitUntil(lambda: self.window.controller.state == state)

    def answer(self, button: str) -> None:
        """Press a button of the question that is shown, as soon as it is."""
        self.qtbot.waitUntil(lambda: self.question() is not None)
        question = self.question()
        assert question is not None
        found = [b for b in question.findChildren(QPushButton) if b.text().replace("&", "") == button]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def question(self) -> QMessageBox | None:
        shown = [box for box in self.window.findChildren(QMessageBox) if box.isVisible()]
        return shown[0] if shown else None

    def steps(self) -> int:
        return len(self.window.controller.history.steps)

    def train_some(self, steps: int = 3) -> None:
        self.qtbot.waitUntil(lambda: self.steps() >= steps)


def leave(window: MainWindow, qtbot: QtBot) -> None:
    """Stop what runs, close the window, let it go."""
    if window.controller.busy:
        window.controller.stop()
        qtbot.waitUntil(lambda: not window.controller.busy)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.deleteLater()


def set_up(visit: Visit, settings: RunSettings) -> None:
    """Settings in the form, and the labels confirmed."""
    visit.window.project.take(settings, None)
    panel = visit.window.setup_page.data_panel
    visit.qtbot.waitUntil(lambda: panel.found is not None and not panel.looking)
    panel.findings.confirmed.setChecked(True)
