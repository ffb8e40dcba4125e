"""An icon for a table's row, readable on a selected row too."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui.icons import icon, pixmap
from gui.theme import colors

_SIZE = 32


def row_icon(name: str, role: str) -> QIcon:
    """The icon in a role's colour; in the colour of text on the accent where its row is selected."""
    tints = colors(QApplication.palette())
    sign = icon(name, tints, role)
    sign.addPixmap(pixmap(name, tints.on_accent, _SIZE), QIcon.Mode.Selected)
    return sign
