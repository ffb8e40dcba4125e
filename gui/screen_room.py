"""How large a window may open: as wanted, as far as the screen has room for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from gui.theme import GRID

TITLE_BAR = 5 * GRID


def fitting(window: QWidget, width: int, height: int) -> QSize:
    """The wanted size, or what a small screen leaves beside the title bar."""
    return QSize(width, height).boundedTo(window.screen().availableSize() - QSize(0, TITLE_BAR))
