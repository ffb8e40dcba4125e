"""Charts as inline SVG that follow the page's colours; values appear as tooltips, without any script."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from markupsafe import Markup

from engine.report_card.curves import Points
from engine.report_card.page import filled

MOST_POINTS = 300
MOST_DOTS = 15  # on a line: more would hide it
Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    """Named points; ``colour`` is a number of the page's palette. Lines are drawn through, dots are not joined."""

    name: str
    points: Points
    colour: int = 1
    dots: bool = False
    dashed: bool = False

    @property
    def thinned(self) -> Points:
        """At most 300 of the points, the first and the last among them."""
        step = ceil(len(self.points) / MOST_POINTS)
        return [*self.points[:-1:step], self.points[-1]]

    @property
    def dotted(self) -> bool:
        """Whether each point is drawn: on a line only where they are few."""
        return self.dots or (len(self.points) <= MOST_DOTS and not self.dashed)


@dataclass(frozen=True, slots=True)
class Axis:
    """Label and limits of an axis; without limits they are those of the data, widened to round numbers."""

    label: str
    limits: Limits | None = None


class Frame:
    """The plotting area: turns values into places on the drawing."""

    width, height = 460, 290
    left, top, right, bottom = 52, 12, 446, 248

    def __init__(self, x: Axis, y: Axis, series: Sequence[Series]) -> None:
        self.x_label, self.y_label = x.label, y.label
        self.x_ticks = _ticks(x.limits or _limits([p[0] for s in series for p in s.points]), x.limits is not None)
        self.y_ticks = _ticks(y.limits or _limits([p[1] for s in series for p in s.points]), y.limits is not None)
        self.x_limits = x.limits or (self.x_ticks[0], self.x_ticks[-1])
        self.y_limits = y.limits or (self.y_ticks[0], self.y_ticks[-1])

    def x(self, value: float) -> float:
        """Place of a value from the left."""
        low, high = self.x_limits
        return self.left + (value - low) / (high - low) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Place of a value from the top."""
        low, high = self.y_limits
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)


def line_chart(
    title: str, x: Axis, y: Axis, series: Sequence[Series], *, diagonal: bool = False, marks: Points = ()
) -> Markup:
    """Lines and dots with a legend; ``diagonal`` draws x = y, ``marks`` rings around points."""
    drawn = [s for s in series if s.points]
    if not drawn:
        return Markup('<figure><figcaption>{}</figcaption><p class="muted">Nothing to draw.</p></figure>').format(title)
    frame = Frame(x, y, drawn)
    return filled(
        "chart.html", title=title, frame=frame, lines=drawn, bars=[], diagonal=diagonal, rings=marks, mark=None
    )


def histogram(
    title: str, x: Axis, y: Axis, series: Sequence[tuple[str, int, Points]], mark: tuple[str, float] | None = None
) -> Markup:
    """Overlaid bars: series are (name, colour, [(middle, count)...]) on one grid; ``mark`` is a named upright line."""
    bars = [Series(name, points, colour) for name, colour, points in series]
    places = [a for a, _ in bars[0].points]
    step = places[1] - places[0] if len(places) > 1 else 1.0
    widened = Series("", [(places[0] - step, 0), (places[-1] + step, max(b for s in bars for _, b in s.points) * 1.05)])
    frame = Frame(x, y, [widened])
    return filled(
        "chart.html", title=title, frame=frame, lines=[], bars=bars, step=step, diagonal=False, rings=(), mark=mark
    )


def _limits(values: Sequence[float]) -> Limits:
    finite = [value for value in values if isfinite(value)]
    low, high = min(finite, default=0.0), max(finite, default=1.0)
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _ticks(limits: Limits, exact: bool) -> list[float]:
    """About five round numbers; within the limits where they are exact, else around them."""
    low, high = limits
    rough = (high - low) / 5
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    first, last = (
        (ceil(low / step - 1e-9), floor(high / step + 1e-9)) if exact else (floor(low / step), ceil(high / step))
    )
    return [round(i * step, 10) for i in range(first, last + 1)]
