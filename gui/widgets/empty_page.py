"""What a page says while it has nothing to show: a sign, a sentence, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role


class EmptyPage(QWidget):
    """An icon, a heading, a text and perhaps a button, in the middle."""

    def __init__(self, icon: str, heading: str, text: str, button: QPushButton | None = None) -> None:
        super().__init__()
        sign, title, self._words = TextLabel(), TextLabel(heading), TextLabel()
        set_icon(sign, icon, "muted", 48)
        set_role(title, "heading")
        set_role(self._words, "muted")
        self._words.setWordWrap(True)
        self._words.setFixedWidth(56 * GRID)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        for widget in (sign, title, self._words, button):
            if widget is not None:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.say(text)

    def text(self) -> str:
        """The text under the heading."""
        return self._words.text()

    def say(self, text: str) -> None:
        """Put another text under the heading."""
        self._words.setText(text)
        self._words.setMinimumHeight(max(0, self._words.heightForWidth(56 * GRID)))  # -1 without words
