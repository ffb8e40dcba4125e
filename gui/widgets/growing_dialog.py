"""A dialog that has room for what is put into it while it is open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

from gui.widgets.dialogs import fitting


class GrowingDialog(QDialog):
    """Grows with what is said in it, and is no higher than the screen; what has no room there scrolls."""

    def event(self, event: QEvent) -> bool:
        """As Qt's own, and larger where the layout asks for it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = self.sizeHint()
            self.resize(self.size().expandedTo(fitting(self, wanted.width(), wanted.height())))
        return done
