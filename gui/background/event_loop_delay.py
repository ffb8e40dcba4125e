"""Measures how late the window's event loop is: what a user would feel as stutter."""

import time
from collections import deque
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

from gui.words.translation import tr

INTERVAL_MS = 100
KEPT = 4096


@dataclass(frozen=True, slots=True)
class Delay:
    """Delays in milliseconds over the last few minutes."""

    p99_ms: float
    worst_ms: float
    samples: int

    def __str__(self) -> str:
        return tr(
            "answers 99 times in 100 within {usual:.0f} ms, at worst after {worst:.0f} ms",
            usual=self.p99_ms,
            worst=self.worst_ms,
        )


class EventLoopDelay(QObject):
    """A timer that compares when it should fire with when it does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late_ms: deque[float] = deque(maxlen=KEPT)
        self._due_s = 0.0
        self._timer = QTimer(self, interval=INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self._late_ms.clear()
        self._due_s = time.perf_counter() + INTERVAL_MS / 1000
        self._timer.start()

    def stop(self) -> None:
        """Measure no more; what was measured stays."""
        self._timer.stop()

    def late_ms(self) -> list[float]:
        """Every delay that is still kept."""
        return list(self._late_ms)

    def figures(self) -> Delay | None:
        """What was measured; None before the first sample."""
        if not self._late_ms:
            return None
        late = np.fromiter(self._late_ms, np.float64)
        return Delay(float(np.percentile(late, 99)), float(late.max()), len(late))

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late_ms.append(max(0.0, 1000 * (now - self._due_s)))
        self._due_s = now + INTERVAL_MS / 1000
