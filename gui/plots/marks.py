"""What stands on a plot beside its curves, painted in pixels: stages, alerts, thresholds and the cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.events import RemedyApplied, RolledBack, Severity
from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.plots.catalogue import Threshold
from gui.words.plain_words import rule_title
from gui.words.translation import tr
from resources.colors import Colors

_ALERT_SIZE = 4.5
_NEAR_PX = 7.0
_GAP = 4.0  # px
_SEVERITY_ROLES: dict[Severity, str] = {"info": "muted", "warning": "warning", "error": "bad"}

ToPixel = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class AlertMark:
    """Where an alert was seen, its severity and a line of words."""

    first_step: int
    last_step: int
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything to paint over the curves; thresholds hold heights as drawn (log10 on a logarithmic axis)."""

    stages: Sequence[tuple[int, str]] = ()
    alerts: Sequence[AlertMark] = ()
    changes: Sequence[tuple[int, str]] = ()
    thresholds: Sequence[Threshold] = field(default_factory=tuple)


def stage_marks(history: RunHistory) -> list[tuple[int, str]]:
    """First step and name of every stage."""
    by_step: dict[int, list[str]] = {}
    for event in history.stages.values():
        by_step.setdefault(event.step, []).append(str(event.stage))
    return [(step, _stage_words(stages)) for step, stages in by_step.items()]


def _stage_words(stages: Sequence[str]) -> str:
    """Stages that begin at one step: the first has no steps where it is solved at once."""
    if len(stages) == 1:
        return tr("stage {stage}", stage=stages[0])
    return tr("stage {earlier} and {last}", earlier=", ".join(stages[:-1]), last=stages[-1])


def change_marks(history: RunHistory) -> list[tuple[int, str]]:
    """Where settings were changed while the run went on, and where it went back to an earlier state."""
    by_step: dict[int, list[str]] = {}
    for event in history.interventions:
        if isinstance(event, RolledBack):
            by_step.setdefault(event.to_step, []).append(tr("back from {step:,}", step=event.step))
        elif isinstance(event, RemedyApplied):
            by_step.setdefault(event.step, []).append(tr("changed"))
    return [(step, ", ".join(dict.fromkeys(words))) for step, words in by_step.items()]


def alert_marks(history: RunHistory) -> list[AlertMark]:
    """One mark per row of the warnings table."""
    return [AlertMark(row.first_step, row.last_step, row.severity, _alert_text(row)) for row in history.alerts.values()]


def changes_near(marks: Marks, pixel: float, to_x: ToPixel) -> list[str]:
    """Words of the changes and stages marked at a horizontal position in pixels, also where no name had room."""
    found = [(step, name) for step, name in (*marks.stages, *marks.changes) if abs(to_x(step) - pixel) <= _NEAR_PX]
    return [tr("{name} (step {step:,})", name=name, step=step) for step, name in found]


def alerts_near(marks: Marks, pixel: float, to_x: ToPixel) -> list[AlertMark]:
    """Alerts whose mark or span lies under a horizontal position in pixels."""
    return [
        mark for mark in marks.alerts if to_x(mark.first_step) - _NEAR_PX <= pixel <= to_x(mark.last_step) + _NEAR_PX
    ]


def paint_marks(painter: QPainter, area: QRectF, to_x: ToPixel, to_y: ToPixel, marks: Marks, colors: Colors) -> None:
    """Paint within ``area``; ``to_x`` and ``to_y`` turn a step and a height into pixels."""
    painter.save()
    painter.setClipRect(area)
    for threshold in marks.thresholds:
        _paint_threshold(painter, area, to_y(threshold.value), getattr(colors, threshold.role))
    for step, _ in marks.stages:
        _paint_upright(painter, area, to_x(step), _dashed(colors.muted))
    for step, _ in marks.changes:
        _paint_upright(painter, area, to_x(step), QPen(QColor(colors.accent), 1))
    painter.setClipRect(area.adjusted(-_ALERT_SIZE, 0, _ALERT_SIZE, 2 * _ALERT_SIZE))
    for mark in marks.alerts:
        _paint_alert(painter, area, to_x(mark.first_step), to_x(mark.last_step), mark.severity, colors)
    painter.setClipping(False)
    _paint_names(painter, area, to_x, marks, colors)
    painter.restore()


def placed(names: Sequence[tuple[float, float]], left: float, right: float) -> list[float | None]:
    """Where names (place of their mark, width) stand side by side on one line; None where another needs the room.

    Earlier names go first; one that would leave the line at the right ends there, and one whose mark is out of sight
    has no place.
    """
    taken: list[tuple[float, float]] = []
    places: list[float | None] = []
    for mark, width in names:
        start = min(mark + _GAP, right - width)
        clash = any(start < end + 2 * _GAP and begin < start + width + 2 * _GAP for begin, end in taken)
        fits = left <= mark <= right and start >= left and not clash
        places.append(start if fits else None)
        if fits:
            taken.append((start, start + width))
    return places


def paint_cursor(painter: QPainter, area: QRectF, x: float, colors: Colors) -> None:
    """The upright line that all plots share."""
    if area.left() <= x <= area.right():
        painter.setPen(QPen(QColor(colors.muted), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def _alert_text(row: AlertRow) -> str:
    steps = tr("step {step:,}", step=row.first_step)
    if row.last_step != row.first_step:
        steps = tr("step {first:,} to {last:,}", first=row.first_step, last=row.last_step)
    if row.count > 1:
        steps = tr("{count:,} times, {steps}", count=row.count, steps=steps)
    return f"{rule_title(row.rule)} ({steps})"


def _dashed(color: str, alpha: int = 255) -> QPen:
    tint = QColor(color)
    tint.setAlpha(alpha)
    return QPen(tint, 1, Qt.PenStyle.DashLine)


def _paint_upright(painter: QPainter, area: QRectF, x: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def _paint_threshold(painter: QPainter, area: QRectF, y: float, color: str) -> None:
    """A dashed line; its words are in the legend, where they cover no curve."""
    painter.setPen(_dashed(color, 200))
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def _paint_names(painter: QPainter, area: QRectF, to_x: ToPixel, marks: Marks, colors: Colors) -> None:
    """Names of stages and changes on a line of their own above the plot."""
    metrics = painter.fontMetrics()
    names = [(*mark, colors.muted) for mark in marks.stages] + [(*mark, colors.accent) for mark in marks.changes]
    widths = [(to_x(step), float(metrics.horizontalAdvance(name))) for step, name, _ in names]
    for (_, name, color), left in zip(names, placed(widths, area.left(), area.right()), strict=True):
        if left is not None:
            painter.setPen(QColor(color))
            painter.drawText(QPointF(left, area.top() - metrics.descent() - 1), name)


def _paint_alert(
    painter: QPainter, area: QRectF, first: float, last: float, severity: Severity, colors: Colors
) -> None:
    """A shape by severity on the step axis at the first step, and a bar to the last."""
    color = QColor(getattr(colors, _SEVERITY_ROLES[severity]))
    middle = area.bottom()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if last > first:
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(first, middle), QPointF(last, middle))
    painter.setPen(QPen(QColor(colors.surface), 1))
    painter.setBrush(color)
    _draw_shape(painter, QPointF(first, middle), severity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _draw_shape(painter: QPainter, centre: QPointF, severity: Severity) -> None:
    """A disc for a note, a triangle for a warning, a diamond for an error."""
    r = _ALERT_SIZE
    if severity == "info":
        painter.drawEllipse(centre, r - 1, r - 1)
    elif severity == "warning":
        corners = [QPointF(0, -r), QPointF(r, r - 1), QPointF(-r, r - 1)]
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
    else:
        corners = [QPointF(0, -r - 1), QPointF(r + 1, 0), QPointF(0, r + 1), QPointF(-r - 1, 0)]
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
