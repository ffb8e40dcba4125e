"""Says in words why the program cannot start, where PyTorch itself cannot be loaded."""

import sys

from PySide6.QtWidgets import QApplication, QMessageBox

from engine.machine.memory import COMMIT_LIMIT, PAGE_FILE_TOO_SMALL
from gui.widgets.plain_text import show_plain


def words(error: Exception) -> tuple[str, str]:
    """What happened, and what to do."""
    if getattr(error, "winerror", None) == COMMIT_LIMIT:
        return PAGE_FILE_TOO_SMALL
    return (
        "PyTorch, which does the arithmetic, could not be loaded.",
        "Install PatchDistill again. If that does not help, look whether an antivirus program has removed one of its "
        f"files. The system says: {error}",
    )


def tell(error: Exception) -> int:
    """Show it, on the console too where there is one, and return the exit code."""
    message, remedy = words(error)
    if sys.stderr is not None:
        sys.stderr.write(f"ERROR: {message} {remedy}\n")
    _app = QApplication.instance() or QApplication(["PatchDistill"])
    failure_dialog(message, remedy).exec()
    return 1


def failure_dialog(message: str, remedy: str) -> QMessageBox:
    """The dialog that says why there is no window."""
    dialog = QMessageBox(QMessageBox.Icon.Critical, "PatchDistill cannot start", "")
    show_plain(dialog, message, remedy)
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog
