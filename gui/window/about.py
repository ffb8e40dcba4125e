"""What the main window opens beside itself: what the program is, and the failure drills."""

from PySide6.QtWidgets import QWidget

from engine import __version__
from gui.widgets import dialogs as messages
from gui.words.translation import tr


def tell_about(window: QWidget) -> None:
    """Name, version and licence."""
    text = f"PatchDistill {__version__}"
    more = tr("Trains a tiny detector of generated pictures from a large one. MIT licence. Built with PyTorch and Qt.")
    messages.tell(window, tr("About PatchDistill"), text, more)


def open_drills(window: QWidget) -> None:
    """Open the failure drills, or bring them to the front."""
    from gui.drills.dialog import DrillsDialog

    dialog = next(iter(window.findChildren(DrillsDialog)), None) or DrillsDialog(window)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
