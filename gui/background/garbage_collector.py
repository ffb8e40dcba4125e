"""Collects reference cycles in the window's thread only: Qt objects must not be destroyed in a training thread."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GarbageCollector(QObject):
    """Takes over from Python's automatic collection while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._modules = 0
        self._leave_modules_out()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due by Python's own thresholds."""
        if len(sys.modules) != self._modules:
            self._leave_modules_out()
            return
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def _leave_modules_out(self) -> None:
        """What modules bring stays, and to go through it takes a fifth of a second once a first run has loaded them."""
        self._modules = len(sys.modules)
        gc.freeze()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()
