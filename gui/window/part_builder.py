"""Parts of the window that nobody sees at first: built after it has been painted, one a turn of the event loop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer


class PartBuilder(QObject):
    """Builds parts in order; between two of them the window answers."""

    def __init__(self, parts: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = list(parts)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._build_next)

    @property
    def left(self) -> bool:
        """Whether something is not built yet."""
        return bool(self._parts)

    def begin(self) -> None:
        """Build from the next turn of the event loop on."""
        if self._parts and not self._turn.isActive():
            self._turn.start()

    def complete(self) -> None:
        """Build at once what is left."""
        while self._parts:
            self._parts.pop(0)()
        self._turn.stop()

    def _build_next(self) -> None:
        if self._parts:
            self._parts.pop(0)()
        if not self._parts:
            self._turn.stop()
