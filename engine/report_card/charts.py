"""Charts as inline SVG that follow the page's colours; values appear as tooltips, without any script."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, isfinite, log10

from engine.number_words import decimals, figure

WIDTH, HEIGHT = 460, 290
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 12, 42
MOST_POINTS = 300
Points = Sequence[tuple[float, float]]
Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    """Named points; ``colour`` is a number of the page's palette. Lines are drawn through, dots are not joined."""

    name: str
    points: Points
    colour: int = 1
    dots: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Label and limits of an axis; without limits they are those of the data, widened to round numbers."""

    label: str
    limits: Limits | None = None


class Frame:
    """The plotting area: turns values into places on the drawing."""

    def __init__(self, x: Axis, y: Axis, series: Sequence[Series]) -> None:
        self.x_ticks = _ticks(x.limits or _limits([p[0] for s in series for p in s.points]), x.limits is not None)
        self.y_ticks = _ticks(y.limits or _limits([p[1] for s in series for p in s.points]), y.limits is not None)
        self._x = x.limits or (self.x_ticks[0], self.x_ticks[-1])
        self._y = y.limits or (self.y_ticks[0], self.y_ticks[-1])
        self.labels = (x.label, y.label)

    def x(self, value: float) -> float:
        """Place of a value from the left."""
        low, high = self._x
        return LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """Place of a value from the top."""
        low, high = self._y
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    def drawn(self, title: str, content: str) -> str:
        """The whole drawing: grid, ticks, labels and content."""
        parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">']
        for value in self.x_ticks:
            place = f"{self.x(value):.1f}"
            parts.append(f'<line class="grid" x1="{place}" x2="{place}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
            parts.append(f'<text x="{place}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{_text(value)}</text>')
        for value in self.y_ticks:
            place = f"{self.y(value):.1f}"
            parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{place}" y2="{place}"/>')
            parts.append(f'<text x="{LEFT - 7}" y="{place}" dy="4" text-anchor="end">{_text(value)}</text>')
        middle = (TOP + HEIGHT - BOTTOM) / 2
        parts.append(
            f'<text class="label" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">'
            f"{escape(self.labels[0])}</text>"
            f'<text class="label" transform="translate(13 {middle}) rotate(-90)" text-anchor="middle">'
            f"{escape(self.labels[1])}</text>{content}</svg>"
        )
        return "".join(parts)


def line_chart(
    title: str, x: Axis, y: Axis, series: Sequence[Series], *, diagonal: bool = False, marks: Points = ()
) -> str:
    """Lines and dots with a legend; ``diagonal`` draws x = y, ``marks`` rings around points."""
    series = [s for s in series if s.points]
    if not series:
        return f'<figure><figcaption>{escape(title)}</figcaption><p class="muted">Nothing to draw.</p></figure>'
    frame = Frame(x, y, series)
    content = ""
    if diagonal:
        (low, high), _ = frame._x, frame._y
        content += (
            f'<line class="diagonal" x1="{frame.x(low):.1f}" y1="{frame.y(low):.1f}" '
            f'x2="{frame.x(high):.1f}" y2="{frame.y(high):.1f}"/>'
        )
    content += "".join(_dots(frame, s) if s.dots else _line(frame, s) for s in series)
    content += "".join(f'<circle class="ring" cx="{frame.x(a):.1f}" cy="{frame.y(b):.1f}" r="6"/>' for a, b in marks)
    return _figure(title, frame.drawn(title, content), series)


def histogram(
    title: str, x: Axis, y: Axis, series: Sequence[tuple[str, int, Points]], mark: tuple[str, float] | None = None
) -> str:
    """Overlaid bars: series are (name, colour, [(middle, count)...]) on one grid; ``mark`` is a named upright line."""
    drawn = [Series(name, points, colour) for name, colour, points in series]
    places = [a for a, _ in drawn[0].points]
    step = places[1] - places[0] if len(places) > 1 else 1.0
    widened = Series(
        "", [(places[0] - step, 0), (places[-1] + step, max(b for s in drawn for _, b in s.points) * 1.05)]
    )
    frame = Frame(x, y, [widened])
    content = ""
    for s in drawn:
        for middle, count in s.points:
            if count:
                left, top = frame.x(middle - step / 2), frame.y(count)
                content += (
                    f'<rect class="bar c{s.colour}" x="{left:.1f}" y="{top:.1f}" '
                    f'width="{frame.x(middle + step / 2) - left:.1f}" height="{frame.y(0) - top:.1f}">'
                    f"<title>{escape(s.name)}: {figure(count, 6)} near {decimals(middle, 2)}</title></rect>"
                )
    if mark is not None:
        place = f"{frame.x(mark[1]):.1f}"
        content += f'<line class="mark" x1="{place}" x2="{place}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
        content += f'<text x="{place}" y="{TOP + 10}" dx="5">{escape(mark[0])}</text>'
    return _figure(title, frame.drawn(title, content), drawn)


def _figure(title: str, drawing: str, series: Sequence[Series]) -> str:
    named = [s for s in series if s.name]
    legend = "".join(
        f'<span><i class="key c{s.colour}{" dashed" if s.dashed else ""}"></i>{escape(s.name)}</span>' for s in named
    )
    return f'<figure><figcaption>{escape(title)}</figcaption>{drawing}<div class="legend">{legend}</div></figure>'


def _line(frame: Frame, series: Series) -> str:
    points = _thinned(series.points)
    path = " ".join(f"{frame.x(a):.1f},{frame.y(b):.1f}" for a, b in points)
    dashed = " dashed" if series.dashed else ""
    line = f'<polyline class="line c{series.colour}{dashed}" points="{path}"/>'
    return line + (_dots(frame, series) if len(points) <= 15 and not series.dashed else "")


def _dots(frame: Frame, series: Series) -> str:
    place: Callable[[float, float], str] = lambda a, b: f'cx="{frame.x(a):.1f}" cy="{frame.y(b):.1f}"'  # noqa: E731
    return "".join(
        f'<circle class="dot c{series.colour}" {place(a, b)} r="3"><title>{escape(series.name)}: '
        f"{figure(a, 4)}, {figure(b, 4)}</title></circle>"
        for a, b in series.points
    )


def _thinned(points: Points) -> Points:
    """At most 300 points of a line, the first and the last among them."""
    step = ceil(len(points) / MOST_POINTS)
    return [*points[:-1:step], points[-1]]


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


def _text(value: float) -> str:
    return f"{figure(value / 1000, 6)}k" if abs(value) >= 10_000 else figure(value, 6)
