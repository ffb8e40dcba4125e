"""A sentence in the tool bar that goes away: after a while, or as soon as it is no longer true."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.theme import set_role

SHOWN_MS = 10_000


class Notice(ElidedLabel):
    """Takes what room is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], str] = str
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._forget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(self, "muted")

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        self.follow(lambda: text)

    def follow(self, words: Callable[[], str]) -> None:
        """Show what ``words`` gives now and at each ``refresh``, for a while."""
        self._words = words
        self._timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Ask again what there is to say."""
        self.setText(self._words())

    def sizeHint(self) -> QSize:  # noqa: N802
        """As little as there is: what stands beside it needs its room more."""
        return QSize(1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _forget(self) -> None:
        self._words = str
        self.refresh()
