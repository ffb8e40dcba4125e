"""What the window remembers of how it looked, from one start to the next."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from gui.project.preferences import PreferencesFile
from gui.start import windows_title_bar
from gui.widgets.dialogs import remember_choice, start_folder
from gui.window.geometry import keep_geometry, restore_geometry
from tests.gui.helpers.visit import Visit


def test_text_size_last_folder_and_maximised_window(
    open_window: Callable[..., Visit], qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    visit, usual = open_window(complete=False), qapp.font().pointSizeF()
    with qtbot.waitActive(visit.window):
        visit.window.activateWindow()
    QTest.keyClick(visit.window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert qapp.font().pointSizeF() == pytest.approx(1.1 * usual)
    remember_choice(visit.window.home_page.teacher, tmp_path / "teacher.pth")
    visit.window.showMaximized()
    visit.window.close()
    qtbot.waitUntil(lambda: not visit.window.isVisible())
    assert PreferencesFile(tmp_path / "preferences.json").value.text_size == 110
    again = open_window(complete=False)
    assert again.window.isMaximized()
    assert start_folder(again.window.home_page.images) == tmp_path
    again.press("save_as")
    (dialog,) = (dialog for dialog in again.window.findChildren(QFileDialog) if dialog.isVisible())
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()
    again.press("text_usual")
    assert qapp.font().pointSizeF() == usual


def test_title_bars_are_left_alone_where_the_system_cannot_colour_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, open_window: Callable[..., Visit]
) -> None:
    open_window(complete=False)
    if sys.platform != "win32":
        assert windows_title_bar.windows_build() == 0
        monkeypatch.setattr(windows_title_bar, "windows_build", lambda: windows_title_bar.FIRST_BUILD)
    windows_title_bar.colour_title_bars(qapp, True)


def test_a_window_that_was_left_on_a_screen_which_is_gone_opens_on_one_that_is_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    left, again = QMainWindow(), QMainWindow()
    for window in (left, again):
        qtbot.addWidget(window)
    left.setGeometry(9000, -4000, 800, 600)
    keep_geometry(left, preferences)
    restore_geometry(again, preferences)
    assert again.screen().availableGeometry().contains(again.geometry())
