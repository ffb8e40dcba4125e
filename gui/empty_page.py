"""What a page says while it has nothing to show: a sign, a sentence, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.icons import set_icon
from gui.theme import GRID, set_role


class EmptyPage(QWidget):
    """An icon, a heading, a text and perhaps a button, in the middle."""

    def __init__(self, icon: str, heading: str, text: str, button: QPushButton | None = None) -> None:
        super().__init__()
        sign, title, words = QLabel(), QLabel(heading), QLabel(text)
        set_icon(sign, icon, "muted", 48)
        set_role(title, "heading")
        set_role(words, "muted")
        words.setWordWrap(True)
        words.setFixedWidth(56 * GRID)
        words.setMinimumHeight(words.heightForWidth(56 * GRID))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        for widget in (sign, title, words, button):
            if widget is not None:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
