"""Says in words why no window opens: PyTorch cannot be loaded, there is one already, or a command was given."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.packages.first_import import why_not_loaded
from gui.project.preferences import PreferencesFile
from gui.start.languages import language_for, speak, system_wishes
from gui.widgets.plain_text import show_plain
from gui.words.translation import tr

CONSOLE_PROGRAM = "patchdistill-cli"


def tell(error: Exception) -> int:
    """Show it, on the console too where there is one, and return the exit code."""
    message, remedy = why_not_loaded(error)
    if sys.stderr is not None:
        sys.stderr.write(f"ERROR: {message} {remedy}\n")
    _app = _application()
    failure_dialog(message, remedy).exec()
    return 1


def tell_open_already(given: Sequence[Path]) -> None:
    """Say that the window which is open was not told of what this start was given."""
    _app = _application()
    open_already_dialog(given).exec()


def where_commands_go() -> str:
    """Where the command line lies, in the user's language: for who gave a command to the window's program."""
    _app = _application()
    return tr(
        "This program is the window. Commands are for the one beside it, in a console:\n{program}\n"
        "The guide's page on the command line, and {name} --help, list them.",
        program=Path(sys.executable).with_name(f"{CONSOLE_PROGRAM}.exe"),
        name=CONSOLE_PROGRAM,
    )


def _application() -> QCoreApplication:
    """The one that there is, or one that speaks the user's language."""
    if (there := QApplication.instance()) is not None:
        return there
    app = QApplication(["PatchDistill"])
    speak(app, language_for(PreferencesFile().value.language, system_wishes()))
    return app


def open_already_dialog(given: Sequence[Path]) -> QMessageBox:
    """The dialog that names what was not opened."""
    names = ", ".join(path.name for path in given)
    dialog = QMessageBox(QMessageBox.Icon.Information, tr("PatchDistill is open already"), "")
    dialog.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setText(
        tr("PatchDistill is open already, and takes one project from outside. Not opened: {names}.", names=names)
    )
    dialog.setInformativeText(tr("Drop pictures, folders and checkpoints on their fields in its window."))
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog


def failure_dialog(message: str, remedy: str) -> QMessageBox:
    """The dialog that says why there is no window."""
    dialog = QMessageBox(QMessageBox.Icon.Critical, tr("PatchDistill cannot start"), "")
    show_plain(dialog, message, remedy)
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog
