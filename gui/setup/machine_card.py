"""What the cards about this computer have in common: they look only while somebody sees them."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.card import Card


class MachineCard(Card):
    """Looks at the computer whenever it is shown, and anew when a run begins or ends."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._in_use = False

    def set_in_use(self, in_use: bool) -> None:
        """Whether a run goes on."""
        if in_use != self._in_use:
            self._in_use = in_use
            self.refresh()

    def refresh(self) -> None:
        """Look again, if anybody sees it."""
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    def _look(self) -> None:
        raise NotImplementedError
