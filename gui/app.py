"""Starts the window: application, look, crash reports, then the event loop."""

import ctypes
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine import __version__
from engine.qt_thread import TrainingThread
from engine.settings import RunSettings
from gui import icons
from gui.crash import CrashReporter, default_folder
from gui.garbage_collector import GarbageCollector
from gui.main_window import MainWindow
from gui.preferences import PreferencesFile
from gui.run_controller import Training
from gui.theme import Theme
from resources.paths import resource

APP_ID = "PatchDistill.PatchDistill"


def main(
    argv: Sequence[str],
    preferences: PreferencesFile | None = None,
    on_shown: Callable[[MainWindow], object] = lambda _window: None,
) -> int:
    """Open the window and return its exit code; torch must have been imported before (on Windows, before Qt)."""
    preferences = preferences or PreferencesFile()
    app = make_application(argv, native_dialogs=preferences.value.native_dialogs)
    reporter = CrashReporter(default_folder(), app)
    reporter.install()
    theme = Theme(app, preferences.value.scheme, dressed=False)
    theme.changed.connect(lambda: icons.recolour(app))
    window = MainWindow(preferences, theme, make_training)
    theme.dress()
    window.show()
    on_shown(window)
    collector = GarbageCollector(app)
    code = app.exec()
    collector.stop()
    reporter.uninstall()
    return code


def make_application(argv: Sequence[str], *, native_dialogs: bool = True) -> QApplication:
    """The application with its name, icon and the parts of Qt that must be set before anything is shown."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, not native_dialogs)
    app = QApplication(list(argv))
    app.setApplicationName("PatchDistill")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("patchdistill")
    app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    QLocale.setDefault(QLocale.c())  # numbers as in the settings file: a point, no grouping
    logging.captureWarnings(True)
    return app


def make_training(settings: RunSettings, resume: Path | None) -> Training:
    """A thread of the engine for one run."""
    return TrainingThread(settings, resume)
