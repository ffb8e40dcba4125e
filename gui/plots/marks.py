"""What stands on a plot beside its curves, painted in pixels: stages, alerts, thresholds and the cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.events import RemedyApplied, RolledBack, Severity
from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.plots.catalogue import Threshold
from gui.words.plain_words import rule_title
from resources.colors import Colors

_ALERT_SIZE = 4.5
_NEAR_PX = 7.0
_EDGE = 4
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
    return [(step, f"stage {' and '.join(stages)}") for step, stages in by_step.items()]


def change_marks(history: RunHistory) -> list[tuple[int, str]]:
    """Where settings were changed while the run went on, and where it went back to an earlier state."""
    by_step: dict[int, list[str]] = {}
    for event in history.interventions:
        if isinstance(event, RolledBack):
            by_step.setdefault(event.to_step, []).append(f"back from {event.step:,}")
        elif isinstance(event, RemedyApplied):
            by_step.setdefault(event.step, []).append("changed")
    return [(step, ", ".join(dict.fromkeys(words))) for step, words in by_step.items()]


def alert_marks(history: RunHistory) -> list[AlertMark]:
    """One mark per row of the warnings table."""
    return [AlertMark(row.first_step, row.last_step, row.severity, _alert_text(row)) for row in history.alerts.values()]


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
        _paint_threshold(painter, area, to_y(threshold.value), threshold, colors)
    for step, label in marks.stages:
        _paint_stage(painter, area, to_x(step), label, colors)
    for step, label in marks.changes:
        _paint_change(painter, area, to_x(step), label, colors)
    painter.setClipRect(area.adjusted(-_ALERT_SIZE, 0, _ALERT_SIZE, 2 * _ALERT_SIZE))
    for mark in marks.alerts:
        _paint_alert(painter, area, to_x(mark.first_step), to_x(mark.last_step), mark.severity, colors)
    painter.restore()


def paint_cursor(painter: QPainter, area: QRectF, x: float, colors: Colors) -> None:
    """The upright line that all plots share."""
    if area.left() <= x <= area.right():
        painter.setPen(QPen(QColor(colors.muted), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def _alert_text(row: AlertRow) -> str:
    steps = f"step {row.first_step:,}" if row.count == 1 else f"{row.count:,} times, step {row.first_step:,}"
    last = f" to {row.last_step:,}" if row.last_step != row.first_step else ""
    return f"{rule_title(row.rule)} ({steps}{last})"


def _dashed(color: str, alpha: int = 255) -> QPen:
    tint = QColor(color)
    tint.setAlpha(alpha)
    return QPen(tint, 1, Qt.PenStyle.DashLine)


def _paint_stage(painter: QPainter, area: QRectF, x: float, label: str, colors: Colors) -> None:
    painter.setPen(_dashed(colors.muted))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    _paint_label(painter, QPointF(x + 4, area.top() + 1), label, colors.muted, colors)


def _paint_change(painter: QPainter, area: QRectF, x: float, label: str, colors: Colors) -> None:
    """A whole line, its words below those of the stages."""
    painter.setPen(QPen(QColor(colors.accent), 1))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    top = area.top() + QFontMetricsF(painter.font()).height() + 2
    _paint_label(painter, QPointF(x + 4, top), label, colors.accent, colors)


def _paint_threshold(painter: QPainter, area: QRectF, y: float, threshold: Threshold, colors: Colors) -> None:
    """A dashed line with its words; beyond the plot's edge nothing, so that labels never pile up there."""
    if not area.top() <= y <= area.bottom() - _EDGE:
        return
    color = getattr(colors, threshold.role)
    painter.setPen(_dashed(color, 200))
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    metrics = QFontMetricsF(painter.font())
    above = y - metrics.height() - 1
    top = above if above >= area.top() + metrics.height() else y + 1  # the stages' names stand at the top
    right = area.right() - metrics.horizontalAdvance(threshold.label) - 4
    left = area.left() + 4 if threshold.at_left else right
    _paint_label(painter, QPointF(left, top), threshold.label, color, colors)


def _paint_label(painter: QPainter, top_left: QPointF, text: str, color: str, colors: Colors) -> None:
    metrics = QFontMetricsF(painter.font())
    box = QRectF(top_left.x() - 2, top_left.y(), metrics.horizontalAdvance(text) + 4, metrics.height())
    ground = QColor(colors.surface)
    ground.setAlpha(225)
    painter.fillRect(box, ground)
    painter.setPen(QColor(color))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


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
