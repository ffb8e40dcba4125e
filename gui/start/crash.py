"""What happens when the program itself is at fault: a report in a file, and a dialog that says so in plain words."""

import faulthandler
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from engine import __version__
from engine.run_folder.support_file import logs_folder
from gui.window.support import ask_for_support_file

Failure = tuple[type[BaseException], BaseException, TracebackType | None]


def default_folder() -> Path:
    """Where crash reports are kept."""
    return logs_folder()


class CrashReporter(QObject):
    """Catches what nobody caught, in any thread, writes it down and tells the user once."""

    _happened = Signal(str)

    def __init__(
        self, folder: Path, parent: QObject | None = None, run: Callable[[], Path | None] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._run = run  # that is shown, for a support file
        self._folder = folder
        self._native: TextIO | None = None
        self._dialog: QMessageBox | None = None
        self._former = sys.excepthook, threading.excepthook
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks; native crashes go to a file of their own."""
        sys.excepthook = lambda *failure: self.report(failure)
        threading.excepthook = self._report_thread
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._native = (self._folder / "native-crash.txt").open("a", encoding="utf-8")
        except OSError:
            return  # without a writable folder the dialog alone has to do
        faulthandler.enable(self._native)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._former
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def report(self, failure: Failure) -> None:
        """Write a report and have it shown from the window's thread; Ctrl-C ends the program as usual."""
        if issubclass(failure[0], KeyboardInterrupt):
            QApplication.quit()
            return
        text = describe(failure)
        if sys.stderr is not None:
            sys.stderr.write(text)
        self._happened.emit(f"{self._write(text)}\n\n{text}")

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report((args.exc_type, args.exc_value, args.exc_traceback))

    def _write(self, text: str) -> str:
        path = self._folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}.txt"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            return f"The report could not be written: {error}."
        return f"The report is in {path}."

    def _tell(self, details: str) -> None:
        if self._dialog is not None:
            return  # one dialog for a fault that repeats
        window = QApplication.activeWindow()
        self._dialog = crash_dialog(details, window)
        if window is not None:
            support = self._dialog.addButton("Create support file…", QMessageBox.ButtonRole.ActionRole)
            support.clicked.connect(lambda: ask_for_support_file(window, self._run()))
        self._dialog.finished.connect(self._told)
        self._dialog.open()

    def _told(self) -> None:
        self._dialog = None


def describe(failure: Failure) -> str:
    """The whole story for a bug report."""
    head = f"PatchDistill {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    return head + "".join(traceback.format_exception(*failure))


def crash_dialog(details: str, parent: QWidget | None) -> QMessageBox:
    """A dialog that owns up, says what is safe, and offers the details."""
    dialog = QMessageBox(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setIcon(QMessageBox.Icon.Critical)
    dialog.setWindowTitle("Something went wrong in PatchDistill")
    dialog.setText("PatchDistill made a mistake and could not finish what it was doing.")
    dialog.setInformativeText(
        "A run that is going on continues; what it saved is safe. If the window behaves oddly, stop the run (it saves) "
        "and start the program again. Show Details has the report for the developers."
    )
    dialog.setDetailedText(details)
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog
