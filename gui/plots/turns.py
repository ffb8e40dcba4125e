"""Draws plots one a turn of the event loop, and new figures of a run only as often as that may cost."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from gui.background.pace import Pace
from gui.plots.plot import PlotWidget

SHARE = 0.01  # of a processor, for drawing what a run reports
LEAST_S, MOST_S = 0.25, 4.0


class PlotTurns(QObject):
    """What the user does waits for one plot, not for all; ``draw`` is the user's, ``draw_when_due`` the run's."""

    def __init__(
        self,
        plots: Iterable[PlotWidget],
        prepare: Callable[[], None],
        draw: Callable[[PlotWidget], None],
        parent: QObject,
    ) -> None:
        """``prepare`` decides for all plots together, before the first is drawn, what they show."""
        super().__init__(parent)
        self._plots, self._prepare, self._draw = tuple(plots), prepare, draw
        self._waiting: list[PlotWidget] = []
        self._stale = False  # there are figures that the present drawing may have missed
        self._pace = Pace(SHARE, least_s=LEAST_S, most_s=MOST_S)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.draw)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)

    @property
    def is_done(self) -> bool:
        """Whether everything that was asked for is drawn."""
        return not (self._turn.isActive() or self._stale)

    def draw(self, first: PlotWidget | None = None) -> None:
        """Draw ``first`` now, and every other plot in a turn of its own."""
        self._begin()
        if not self._turn.isActive():
            self._pace.begin()
        late = [plot for plot in self._waiting if plot is not first]  # they come before those just drawn
        self._waiting = late + [plot for plot in self._plots if plot is not first and plot not in late]
        if first is not None:
            self._draw(first)
        self._turn.start()

    def draw_now(self) -> None:
        """Draw every plot before this returns."""
        self._begin()
        self._waiting.clear()
        for plot in self._plots:
            self._draw(plot)

    def draw_when_due(self) -> None:
        """Draw new figures, soon: now if the last drawing has been paid for, otherwise once it has."""
        self._stale = True
        if not self._turn.isActive():
            self._wait()

    def _begin(self) -> None:
        self._stale = False
        self._rest.stop()
        self._prepare()

    def _wait(self) -> None:
        if not self._rest.isActive():
            self._rest.start(round(1000 * self._pace.seconds_left))

    def _next(self) -> None:
        """One plot; the turn after the last one ends the measurement, as by then that plot has been painted."""
        if self._waiting:
            self._draw(self._waiting.pop(0))
            return
        self._turn.stop()
        self._pace.end()
        if self._stale:
            self._wait()
