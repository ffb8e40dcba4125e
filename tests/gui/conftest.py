"""What every window test stands on: no screen needed, no Qt warning, and nothing left running afterwards."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
import torch  # before Qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.qt_thread import end_threads, running_threads
from gui.project.preferences import PreferencesFile
from gui.start.app import make_training
from gui.widgets.theme import Theme
from gui.window.main_window import MainWindow
from resources.paths import resource
from tests.gui.helpers.small_run import write_images
from tests.gui.helpers.visit import Visit, leave

PATIENCE_MS = 60_000 if sys.platform != "win32" else 240_000  # Wine takes ten seconds to import torch in a new process
HARMLESS = (
    "This plugin does not support",
    "propagateSizeHints",
    "Unable to set geometry",  # Windows makes a small window larger than was asked for
    *("EnableNonClientDpiScaling", "DpiAwareness::PerMonitorVersion2"),  # which Wine 8 lacks
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning that Qt prints fails the test that caused it."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS))


@pytest.fixture(autouse=True, scope="session")
def icon(qapp: QApplication) -> None:
    """As the program has it: where there is a tray, Qt warns of a notification without one."""
    qapp.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail where a test leaves a thread or timer running or a top-level widget alive; torn down last.

    What is there before the test is frozen out of the search, which else goes through all of torch, test by test.
    As in the program (gui.background.garbage_collector), garbage is collected in the window's thread only: a worker
    that happens to collect would destroy widgets.
    """
    gc.freeze()
    gc.disable()
    widgets_before = set(qapp.topLevelWidgets())
    threads_before = set(threading.enumerate())
    yield
    forgotten = [thread for thread in running_threads() if not thread.control.stopping]
    end_threads(PATIENCE_MS)  # those that a page has left were told to stop, and end when they can
    gc.enable()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    leaks = [
        *(f"widget {w!r}" for w in _left(qapp.topLevelWidgets(), widgets_before)),
        *(f"QThread {t!r}" for t in forgotten),
        *(f"QThread {t!r}" for t in _alive(QThread) if t.isRunning()),
        *(f"QTimer {t!r}" for t in _alive(QTimer) if t.isActive()),
        *(f"thread {t.name}" for t in threading.enumerate() if t not in threads_before and not t.daemon),
    ]
    assert not leaks, f"left behind: {', '.join(leaks)}"


@pytest.fixture(autouse=True)
def no_key_held(qapp: QApplication) -> Iterator[None]:
    """A key that QTest clicks with Ctrl leaves Ctrl held for the whole program, whose lists then select otherwise."""
    yield
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


class PatientBot(QtBot):
    """Waits longer where pytest-qt gives up after five seconds: the machine may have other work."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The program's look, light at first and in the end."""
    theme = Theme(qapp, "light")
    yield theme
    theme.set_scheme("light")
    theme.deleteLater()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    torch.set_num_threads(1)
    theme = Theme(qapp, "light")
    visits: list[Visit] = []

    def make(*, complete: bool = True) -> Visit:
        window = MainWindow(PreferencesFile(tmp_path / "preferences.json"), theme, make_training)
        window.show()
        if complete:
            window.complete()
        visits.append(Visit(window, qtbot))
        return visits[-1]

    yield make
    for visit in visits:
        leave(visit.window, qtbot)
    theme.deleteLater()


@pytest.fixture(scope="session")
def small_images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that small_run's settings train from."""
    return write_images(tmp_path_factory.mktemp("images"))


def _left(widgets: list[QWidget], before: set[QWidget]) -> list[QWidget]:
    return [widget for widget in widgets if widget not in before and isValid(widget)]


def _alive(kind: type[Any]) -> list[Any]:
    """Every living Qt object of a kind that Python knows."""
    found = [obj for obj in gc.get_objects() if issubclass(type(obj), kind) and isValid(obj)]
    return [obj for obj in found if obj.thread() is not None]
