"""Starts the window: application, look, crash reports, then the event loop."""

import ctypes
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine import __version__
from engine.identity import APP_ID
from engine.machine.stop_signals import told_to_end
from engine.qt_thread import TrainingThread, end_threads
from engine.settings import RunSettings
from gui.background.garbage_collector import GarbageCollector
from gui.commands.options import use_native_dialogs
from gui.project.preferences import PreferencesFile
from gui.run.controller import Training
from gui.start.crash import CrashReporter, default_folder
from gui.start.given import open_given
from gui.start.languages import language_for, speak, system_wishes
from gui.start.native_crash import tell_of_breakdown
from gui.start.program_log import end_log, keep_log
from gui.start.second_start import channel, left_to_first
from gui.start.single_instance import FirstWindow
from gui.start.windows_title_bar import colour_title_bars
from gui.widgets import icons
from gui.widgets.theme import Theme
from gui.window.main_window import MainWindow
from resources.paths import resource

THREADS_END_MS = 5_000


def main(
    argv: Sequence[str],
    preferences: PreferencesFile | None = None,
    on_shown: Callable[[MainWindow], object] = lambda _window: None,
    logs: Path | None = None,
) -> int:
    """Open the window and return its exit code; torch must have been imported before (on Windows, before Qt).

    ``logs`` is where the program's log and reports of crashes go, if not to the usual folder.
    """
    logs = logs or default_folder()
    preferences = preferences or PreferencesFile()
    app = make_application(argv, native_dialogs=preferences.value.native_dialogs)
    speak(app, language_for(preferences.value.language, system_wishes()))
    given = [Path(word) for word in argv[1:]]
    if left_to_first(preferences.path, given):  # one that began while this start loaded PyTorch
        return 0
    first = FirstWindow(channel(preferences.path), app)
    reporter = CrashReporter(logs, app, run=lambda: window.commands.shown.folder)
    reporter.install()
    log = keep_log(logs)
    theme = Theme(app, preferences.value.scheme, dressed=False)
    theme.changed.connect(lambda: icons.recolour(app))
    window = MainWindow(preferences, theme, make_training)
    theme.dress()
    window.show()
    icons.follow_screens(window, app)
    theme.changed.connect(lambda: colour_title_bars(app, theme.current().dark))
    colour_title_bars(app, theme.current().dark)
    on_shown(window)
    if reporter.breakdown is not None:
        tell_of_breakdown(window, reporter.breakdown, lambda: window.commands.shown.folder)
    first.asked.connect(window.come_forward)
    if given:
        open_given(window, given)
    collector = GarbageCollector(app)
    with told_to_end(app.exit, app.exit):  # nobody may be there to be asked: what runs is saved, as at a log-off
        code = app.exec()
    ended = end_threads(THREADS_END_MS)
    first.close()
    collector.stop()
    end_log(log)
    reporter.uninstall()
    if not ended:  # it hangs in the system, and Qt aborts where the object of a running thread is destroyed
        os._exit(code)
    return code


def make_application(argv: Sequence[str], *, native_dialogs: bool = True) -> QApplication:
    """The application with its name, icon and the parts of Qt that must be set before anything is shown."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
    use_native_dialogs(native_dialogs)
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
