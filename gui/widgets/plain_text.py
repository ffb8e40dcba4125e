"""Text as it is written: names of files, runs and keys are shown letter by letter, and open nothing.

By itself Qt takes a text with tags in it for HTML, in labels, dialogs and tooltips alike, and opens pictures named
there. So labels are made here, and lint (TID251) refuses Qt's own.
"""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class TextLabel(QLabel):
    """A label of plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if text:
            self.setText(text)


class RichLabel(TextLabel):
    """A label whose text is HTML of ours: whatever is filled in is escaped."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        if text:
            self.setText(text)


def plain_tip(text: str) -> str:
    """What to give as a tooltip so that exactly this text is shown."""
    return f"<p>{escape(text)}</p>".replace("\n", "<br>") if Qt.mightBeRichText(text) else text


def show_plain(dialog: QMessageBox, text: str, more: str) -> None:
    """Give a dialog its two texts; Qt's format for a dialog holds for the first alone."""
    dialog.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setText(text)
    dialog.setInformativeText(more)
    for label in dialog.findChildren(QLabel, "qt_msgbox_informativelabel"):
        label.setTextFormat(Qt.TextFormat.PlainText)
