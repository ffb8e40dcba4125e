"""What the tool bar says: which run is shown, what the live one does, what stands against starting."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.run.controller import RunState
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.wrapped_label import WrappedLabel
from gui.window.notice import Notice
from gui.window.run_commands import ShownRun
from tests.gui.helpers import golden
from tests.gui.helpers.small_run import small_settings
from tests.gui.helpers.visit import Visit, set_up


def open_earlier(visit: Visit, folder: Path) -> None:
    visit.window.commands.open_run(folder)
    visit.qtbot.waitUntil(lambda: visit.window.commands.shown.folder == folder)


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("finished", "Earlier run: finished, best AUC 0.951"),
        ("stopped", "Earlier run: stopped"),
        ("failed", "Earlier run: failed"),
        ("", "Earlier run: not finished"),
    ],
)
def test_while_nothing_runs_the_badge_tells_of_the_run_that_is_shown(
    open_window: Callable[[], Visit], tmp_path: Path, end: str, words: str
) -> None:
    visit = open_window()
    assert visit.window.badge.text == "Ready"
    open_earlier(visit, golden.write_run(tmp_path / "earlier", 20_000, end=end))
    assert visit.window.badge.text == words
    visit.window.run_page.back.click()
    assert visit.window.badge.text == "Ready"


def test_the_live_run_stays_in_sight_beside_an_earlier_one(
    open_window: Callable[[], Visit], small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    earlier = golden.write_run(tmp_path / "earlier", 20_000, end="finished")
    set_up(visit, small_settings(small_images, tmp_path / "runs"))
    visit.press("start")
    visit.train_some()
    open_earlier(visit, earlier)
    shown, _, live = visit.window.badge.text.partition(" | ")
    assert shown == "Earlier run: finished, best AUC 0.951"
    assert live.startswith("Stage 1, epoch")
    visit.press("stop")
    visit.reach(RunState.STOPPED)
    assert visit.window.badge.text == shown
    visit.window.run_page.back.click()
    assert visit.window.badge.text == "Stopped and saved"


def test_what_stood_against_starting_is_said_only_while_it_does(
    open_window: Callable[[], Visit], tmp_path: Path
) -> None:
    visit = open_window()
    window, rows = visit.window, visit.window.setup_page.form.rows
    visit.press("start")
    assert window.notice.text() == "2 things stand against starting."
    rows["teacher.checkpoint"].field.set_value(tmp_path / "teacher.pth")
    assert window.notice.text() == "One thing stands against starting."
    rows["data.train"].field.set_value((tmp_path,))
    assert window.notice.text() == ""


def test_warnings_alone_are_shown_and_do_not_hold_up_a_run(
    open_window: Callable[[], Visit], small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    window = visit.window
    set_up(visit, small_settings(small_images, tmp_path / "runs", "stage2.warmup_epochs=3"))
    visit.press("start")
    assert window.controller.busy
    assert window.notice.text().endswith("warnings stand in Set-up.")
    assert not window.setup_page.form.rows["stage2.warmup_epochs"].note.isHidden()
    visit.press("stop")
    visit.reach(RunState.STOPPED)


def test_a_notice_goes_after_a_while_and_does_not_come_back(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("Saved.")
    assert notice.text() == "Saved."
    notice._timer.timeout.emit()
    notice.refresh()
    assert notice.text() == ""
    notice._timer.stop()


def test_long_names_and_paths_leave_the_window_its_width(open_window: Callable[[], Visit], tmp_path: Path) -> None:
    window = open_window().window
    width, status = window.minimumSizeHint().width(), window.run_page.status
    window.run_page.set_run(golden.history(), "a run")
    of_status = status.minimumSizeHint().width()
    window.runs_panel.set_folder(tmp_path / ("folder with a long name " * 12))
    window.run_page.set_run(golden.history(), "a run with a long name " * 12)
    window.run_page.plots.message.emit("Saved " + "a path " * 40)
    status.set_detail("Loss terms", "imitation 50 % and 52 %, " * 12)
    assert status.minimumSizeHint().width() == of_status < width
    assert window.minimumSizeHint().width() == width


def test_a_path_of_windows_is_wrapped_shown_whole_and_copied_as_it_is(qtbot: QtBot) -> None:
    words = r"Error: C:\Users\somebody\Documents\PatchDistill\checkpoints\teacher of last year.pth cannot be read."
    label = WrappedLabel("What is wrong")
    qtbot.addWidget(label)
    label.setText(words)
    label.show()
    assert label.minimumSizeHint().width() < 160
    label.setMinimumWidth(160)
    assert label.height_needed() >= 3 * label.fontMetrics().height()
    assert label.text() == words
    label.setSelection(0, len(words) + words.count("\\"))
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words


def test_what_does_not_fit_is_cut_short_and_whole_in_the_tooltip(
    open_window: Callable[[], Visit], tmp_path: Path
) -> None:
    window = open_window().window
    window.commands._opened = ShownRun(golden.history(), tmp_path)
    window.badge.show_state(RunState.RUNNING, golden.history(100), golden.history())
    window.notice.say("A sentence that is far too long for what room is left beside the two others.")
    window.resize(window.minimumSizeHint().width(), 600)
    QApplication.processEvents()
    assert window.badge.isVisible()
    labels = [window.notice, *(label for label in window.badge.findChildren(ElidedLabel) if label.isVisible())]
    assert len(labels) == 3
    for label in labels:
        assert label.toolTip() == ("" if label.fitting() == label.text() else label.text())
    assert window.notice.toolTip()
