"""A fault of ours is written down and told once, from any thread; measuring and collecting stop when told."""

import gc
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.background.event_loop_delay import EventLoopDelay
from gui.background.garbage_collector import GarbageCollector
from gui.start.crash import CrashReporter


def dialogs(app: QApplication) -> list[QMessageBox]:
    return [widget for widget in app.topLevelWidgets() if isinstance(widget, QMessageBox)]


def test_faults_in_both_threads_are_reported_with_one_dialog(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = CrashReporter(tmp_path / "logs")
    former = sys.excepthook
    reporter.install()
    try:
        error = ValueError("the first fault")
        sys.excepthook(ValueError, error, None)
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(dialogs(qapp)) == 1)
    finally:
        reporter.uninstall()
    assert sys.excepthook is former
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "logs").glob("crash-*.txt"))
    assert "ZeroDivisionError" in text or "the first fault" in text
    assert "ZeroDivisionError" in capsys.readouterr().err
    (dialog,) = dialogs(qapp)
    assert "the first fault" in dialog.detailedText()
    dialog.close()


def test_a_folder_that_cannot_be_written_still_tells(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    reporter = CrashReporter(blocked / "logs")
    reporter.install()
    reporter.uninstall()
    reporter.report((ValueError, ValueError("fault"), None))
    qtbot.waitUntil(lambda: len(dialogs(qapp)) == 1)
    assert "could not be written" in dialogs(qapp)[0].detailedText()
    dialogs(qapp)[0].close()


def test_a_blocked_event_loop_is_measured(qtbot: QtBot) -> None:
    delay = EventLoopDelay()
    assert delay.figures() is None
    began = time.perf_counter()
    delay.start()
    qtbot.wait(120)
    time.sleep(0.3)
    qtbot.waitUntil(lambda: (figures := delay.figures()) is not None and figures.worst_ms > 200)
    delay.stop()
    figures = delay.figures()
    assert figures is not None
    assert figures.worst_ms <= 1000 * (time.perf_counter() - began)
    assert figures.p99_ms <= figures.worst_ms


def test_cycles_are_collected_by_the_window_only(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    try:
        assert not gc.isenabled()
        cycles = [[] for _ in range(3000)]  # type: list[list[object]]
        for cycle in cycles:
            cycle.append(cycle)
        waiting = gc.get_count()[0]
        del cycles, cycle
        collector.collect()
        assert gc.get_count()[0] < waiting
    finally:
        collector.stop()
    assert gc.isenabled()


def test_the_crash_dialog_offers_a_support_file(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[QWidget, Path | None]] = []
    monkeypatch.setattr("gui.start.crash.ask_for_support_file", lambda parent, run: asked.append((parent, run)))
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)
    reporter = CrashReporter(tmp_path, run=lambda: tmp_path / "run")
    reporter.report((ValueError, ValueError("fault"), None))
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (dialog,) = window.findChildren(QMessageBox)
    next(button for button in dialog.buttons() if button.text() == "Create support file…").click()
    assert asked == [(window, tmp_path / "run")]
    dialog.close()
