"""Which steps the plots show, and how that moves on while a run grows."""

from dataclasses import dataclass, replace
from typing import Self

_LEAST_WIDTH = 10.0
_EDGE = 0.02


@dataclass(frozen=True, slots=True)
class StepWindow:
    """Steps from ``low`` to ``high``; ``width`` None means the whole run, ``follow`` that the end stays in view."""

    low: float = 0.0
    high: float = _LEAST_WIDTH
    width: float | None = None
    follow: bool = True

    def advanced(self, latest: int) -> Self:
        """The window once the run has come to ``latest``."""
        if not self.follow:
            return self
        high = max(float(latest), _LEAST_WIDTH)
        low = 0.0 if self.width is None else high - self.width
        return replace(self, low=low, high=high)

    def whole(self, latest: int) -> Self:
        """All steps, growing with the run."""
        return replace(self, width=None, follow=True).advanced(latest)

    def followed(self, latest: int) -> Self:
        """The newest steps at the present width."""
        return replace(self, follow=True).advanced(latest)

    def held(self) -> Self:
        """The present steps, whatever the run does."""
        return replace(self, follow=False, width=self.high - self.low)

    def chosen(self, low: float, high: float, latest: int) -> Self:
        """What the user zoomed or moved to; it goes on following if the newest step is still in view."""
        if low <= 0 and high >= latest:
            return self.whole(latest)
        middle, width = (low + high) / 2, max(high - low, _LEAST_WIDTH)
        low, high = middle - width / 2, middle + width / 2
        at_end = self.follow and low < latest <= high + _EDGE * width
        return replace(self, low=low, high=high, width=width, follow=at_end)

    def around(self, first: int, last: int, latest: int) -> Self:
        """A place in the run with some room on both sides; stays there."""
        room = max(0.05 * latest, 0.5 * (last - first), _LEAST_WIDTH)
        return replace(self, low=first - room, high=last + room, width=last - first + 2 * room, follow=False)
