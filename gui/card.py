"""What the panels have in common: a frame with a heading, and text that can be copied and read out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui.theme import GRID, set_role


class Card(QFrame):
    """A framed column under a heading; ``column`` takes what stands below it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.column.setSpacing(GRID)
        self.column.addWidget(heading(title))


def heading(text: str) -> QLabel:
    """A line above what belongs together."""
    label = QLabel(text)
    set_role(label, "heading")
    return label


def make_readable(label: QLabel, name: str) -> None:
    """A text of the computer, such as a path: as it is, over as many lines as it needs, to be copied and read out."""
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(name)
