"""Says in words why the program cannot start, where PyTorch itself cannot be loaded."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.packages.first_import import why_not_loaded
from gui.widgets.plain_text import show_plain


def tell(error: Exception) -> int:
    """Show it, on the console too where there is one, and return the exit code."""
    message, remedy = why_not_loaded(error)
    if sys.stderr is not None:
        sys.stderr.write(f"ERROR: {message} {remedy}\n")
    _app = QApplication.instance() or QApplication(["PatchDistill"])
    failure_dialog(message, remedy).exec()
    return 1


def tell_open_already(given: Sequence[Path]) -> None:
    """Say that the window which is open was not told of what this start was given."""
    _app = QApplication.instance() or QApplication(["PatchDistill"])
    open_already_dialog(given).exec()


def open_already_dialog(given: Sequence[Path]) -> QMessageBox:
    """The dialog that names what was not opened."""
    names = ", ".join(path.name for path in given)
    dialog = QMessageBox(QMessageBox.Icon.Information, "PatchDistill is open already", "")
    dialog.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setText(f"PatchDistill is open already, and takes one project from outside. Not opened: {names}.")
    dialog.setInformativeText("Drop pictures, folders and checkpoints on their fields in its window.")
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog


def failure_dialog(message: str, remedy: str) -> QMessageBox:
    """The dialog that says why there is no window."""
    dialog = QMessageBox(QMessageBox.Icon.Critical, "PatchDistill cannot start", "")
    show_plain(dialog, message, remedy)
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog
