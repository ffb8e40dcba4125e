"""A picture under the student's map beside the same under the teacher's, with one mark on both and one slider."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QWidget

from engine.evaluation.judgement import ProbabilityScale
from engine.number_words import percent
from gui.inspect.inspected_picture import InspectedPicture, Square
from gui.inspect.patch_maps import Map
from gui.inspect.task import InspectionResult, probability
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role

if TYPE_CHECKING:
    from engine.models.geometry import PatchGeometry

WORDS = ((0.9, "very likely fake"), (0.6, "likely fake"), (0.4, "undecided"), (0.1, "likely real"))
PLAIN = ProbabilityScale()
OPACITY = 70  # per cent, at first


class InspectedPair(QWidget):
    """``pointed`` tells the pixel (row, column) under the mark and, in words, what the networks say there."""

    pointed = Signal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: InspectionResult | None = None
        self.views = (InspectedPicture("Picture under the student's map"), InspectedPicture("Under the teacher's map"))
        self.captions = (TextLabel(), TextLabel())
        self.opacity, self.legend = QSlider(Qt.Orientation.Horizontal), TextLabel()
        self._arrange()
        self.opacity.valueChanged.connect(self._fade)
        self.opacity.setValue(OPACITY)

    def show_result(self, seen: InspectionResult) -> None:
        """Show a picture that was looked into; the teacher's half only if there is one."""
        self._seen, found = seen, seen.found
        squares = [Square(patch.top, patch.left, patch.side) for patch in found.suspicious]
        self.views[0].show_map(found.image, seen.student, found.geometry.stride, squares)
        self.captions[0].setText(verdict("Student", found.score, found.scale))
        if seen.teacher is not None and found.teacher_geometry is not None:
            self.views[1].show_map(found.image, seen.teacher, found.teacher_geometry.stride)
            who = "Teacher, raw logits" if seen.raw else "Teacher"  # in the line that has room for it
            self.captions[1].setText(verdict(who, found.teacher_score or 0.0))
        for widget in (self.views[1], self.captions[1]):
            widget.setVisible(seen.teacher is not None)
        self.legend.setToolTip(plain_tip(found.remark))
        self.legend.setText(f"blue real, orange fake, full at logit ±{seen.span:.1f}")

    def point(self, row: int, column: int) -> None:
        """Mark the patches at a pixel, and tell what they say."""
        if self._seen is None:
            return
        found = self._seen.found
        value = _mark(self.views[0], found.student, found.geometry, (row, column))
        words = f"Pixel {column}, {row}: student {value}"
        if found.teacher is not None and found.teacher_geometry is not None:
            value = _mark(self.views[1], found.teacher, found.teacher_geometry, (row, column))
            words = f"{words}; teacher {value}"
        self.pointed.emit(row, column, words)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        for column, (view, caption) in enumerate(zip(self.views, self.captions, strict=True)):
            grid.addWidget(caption, 0, column)
            grid.addWidget(view, 1, column)
            view.pointed.connect(self.point)
        grid.setRowStretch(1, 1)
        self.opacity.setRange(0, 100)
        self.opacity.setAccessibleName("Opacity of the maps")
        set_role(self.legend, "muted")
        row = QHBoxLayout()
        for widget in (TextLabel("Picture"), self.opacity, TextLabel("Map"), self.legend):
            row.addWidget(widget, int(widget is self.opacity))
        grid.addLayout(row, 2, 0, 1, 2)

    def _fade(self, percent: int) -> None:
        for view in self.views:
            view.set_opacity(percent / 100)


def chance(logit: float) -> str:
    """The probability of being fake, in per cent."""
    return percent(probability(logit))


def verdict(who: str, score: float, scale: ProbabilityScale = PLAIN) -> str:
    """An image's score in words; without a scale that was found on validation its probability is a plain sigmoid."""
    found = scale.probability(score)
    words = next((text for least, text in WORDS if found >= least), "very likely real")
    known = "" if scale.method else " (not calibrated)"
    return f"{who}: {words}\nProbability of fake {percent(found)}{known}, logit {score:+.2f}"


def _mark(view: InspectedPicture, logits: Map, geometry: "PatchGeometry", at: tuple[int, int]) -> str:
    """Frame the patch whose middle is nearest to a pixel; its value in words."""
    row, column = (_nearest(pixel, cells, geometry) for pixel, cells in zip(at, logits.shape, strict=True))
    view.set_mark(at, Square(geometry.span(row)[0], geometry.span(column)[0], geometry.field))
    return f"{logits[row, column]:+.2f} ({chance(float(logits[row, column]))} fake)"


def _nearest(pixel: int, cells: int, geometry: "PatchGeometry") -> int:
    middle = geometry.offset + (geometry.field - 1) / 2
    return min(max(round((pixel - middle) / geometry.stride), 0), cells - 1)
