"""A text over as many lines as it needs, also where it holds a long path of Windows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.widgets.plain_text import TextLabel
from gui.words.translation import tr

_BREAK = "\u200b"  # takes no room; Qt ends a line after a slash by itself, but not after a backslash


class WrappedLabel(TextLabel):
    """Plain text that can be selected; ``text`` and what is copied are what was set, without the places to break."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(name)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text."""
        super().setText(text.replace("\\", f"\\{_BREAK}"))

    def text(self) -> str:
        """The text as it was set."""
        return super().text().replace(_BREAK, "")

    def height_needed(self) -> int:
        """For all lines at the least width; a layout by itself lets its window cut off all but the first."""
        return self.heightForWidth(self.minimumWidth())

    def copy(self) -> None:
        """Copy what is selected."""
        QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy"), self.copy).setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())
