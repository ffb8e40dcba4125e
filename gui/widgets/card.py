"""What the panels have in common: a frame and a heading."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role


class Card(QFrame):
    """A framed column under a heading; ``column`` takes what stands below it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.column.setSpacing(GRID)
        self._title = heading(title)
        self.column.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """Say something else above what belongs together."""
        self._title.setText(title)


def heading(text: str) -> TextLabel:
    """A line above what belongs together."""
    label = TextLabel(text)
    set_role(label, "heading")
    return label
