"""A photograph under a network's map, with what can be chosen about it, its verdicts and the scale of the colours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from engine.evaluation.judgement import Judgement
from engine.number_words import sure_percent
from gui.inspect.layers import cell_at
from gui.inspect.map_legend import MapLegend
from gui.inspect.patch_maps import Map
from gui.inspect.photograph_view import STEP, Box, PhotographView, Shown
from gui.inspect.task import InspectionResult, MapLayer
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import GRID
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.models.geometry import PatchGeometry
    from engine.trained.inspection import Inspection

HOW_SURE = (0.9, 0.6)  # probability of what it is called; below, it is barely that
CALLED = {
    "fake": (mark("very likely fake"), mark("likely fake"), mark("barely fake")),
    "real": (mark("very likely real"), mark("likely real"), mark("barely real")),
}
SHOWN: tuple[tuple[str, Shown], ...] = (
    (mark("Picture and map"), "both"),
    (mark("Picture"), "picture"),
    (mark("Map"), "map"),
)
OPACITY = 70  # per cent, at first


class InspectedPhotograph(QWidget):
    """``pointed`` tells the pixel (row, column) under the mark and, in words, what the networks say there."""

    pointed = Signal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: InspectionResult | None = None
        self.view = PhotographView(tr("Picture under the map"))
        self.captions = (TextLabel(), TextLabel())
        self.shown, self.network, self.boxes = QComboBox(), QComboBox(), QCheckBox(tr("Boxes"))
        self.opacity, self.zoom_label, self.legend = QSlider(Qt.Orientation.Horizontal), TextLabel(), MapLegend()
        self._set_up()
        self._arrange()
        self._connect()

    def show_result(self, seen: InspectionResult) -> None:
        """Show a picture that was looked into; the same picture, seen by other networks, keeps its zoom."""
        before = self._seen
        again = before and before.found.path == seen.found.path and before.picture.place == seen.picture.place
        self._seen, found = seen, seen.found
        self.view.show_picture(seen.picture, seen.grey, fit=not again)
        self.captions[0].setText(verdict(tr("Student"), found.score, found.judgement))
        teacher = tr("Teacher, raw logits") if seen.raw else tr("Teacher")
        self.captions[1].setText(verdict(teacher, found.teacher_score or 0.0))
        self.captions[1].setVisible(seen.teacher is not None)
        self.network.setVisible(seen.teacher is not None)
        if seen.teacher is None:
            self.network.setCurrentIndex(0)
        self._take_map()
        self._draw_boxes()

    def go_to(self, place: QRectF) -> None:
        """Show a part of the picture large, and mark the patch at its middle."""
        self.view.go_to(place)
        self.point(int(place.center().y()), int(place.center().x()))

    def point(self, row: int, column: int) -> None:
        """Mark the patch of the map that is shown at a pixel, and tell what both networks say there."""
        if self._seen is None:
            return
        found, at = self._seen.found, (row, column)
        asked = [(tr("student"), found.student, found.geometry, self._seen.student)]
        if found.teacher is not None and found.teacher_geometry is not None and self._seen.teacher is not None:
            asked.append((tr("teacher"), found.teacher, found.teacher_geometry, self._seen.teacher))
        told = "; ".join(_said(who, logits, geometry, layer, at) for who, logits, geometry, layer in asked)
        _, logits, geometry, _ = asked[self.network.currentIndex() if len(asked) > 1 else 0]
        self.view.set_mark(at, _patch(logits, geometry, at))
        self.pointed.emit(row, column, tr("Pixel {column}, {row}: {said}", column=column, row=row, said=told))

    def _set_up(self) -> None:
        for text, value in SHOWN:
            self.shown.addItem(tr(text), value)
        self.network.addItems([tr("Student's map"), tr("Teacher's map")])
        self.opacity.setRange(0, 100)
        self.opacity.setValue(OPACITY)
        self.opacity.setFixedWidth(12 * GRID)
        self.boxes.setChecked(True)
        names = (
            (self.shown, tr("What is shown")),
            (self.network, tr("Whose map")),
            (self.opacity, tr("Opacity of the map")),
        )
        for widget, name in names:
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.boxes.setToolTip(tr("Frame the suspicious regions (numbers) and patches (letters)"))
        self.view.setToolTip(
            tr("Wheel or + and −: zoom. Drag: move. 0: fit. 1 or double click: 100 %. Arrow keys: mark")
        )
        self.zoom_label.setAccessibleName(tr("Zoom"))
        self.zoom_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("1,000 %"))

    def _arrange(self) -> None:
        verdicts, controls = QHBoxLayout(), QWidget()
        for caption in self.captions:
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setWordWrap(True)
            verdicts.addWidget(caption, 1, Qt.AlignmentFlag.AlignTop)
        flow = FlowLayout(controls, spacing=GRID)
        zoom = self._zoom_buttons()
        for widget in (self.shown, self.network, self.opacity, self.boxes, zoom, self.legend):
            widget.setMinimumHeight(self.shown.sizeHint().height())  # so that a line has one middle
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(verdicts)
        column.addWidget(self.view, 1)
        column.addWidget(controls)

    def _zoom_buttons(self) -> QWidget:
        self.fit, self.actual, self.closer, self.farther = (QToolButton() for _ in range(4))
        self.fit.setText(tr("Fit"))
        self.actual.setText("100 %")
        for button, icon, name in ((self.farther, "remove", tr("Zoom out")), (self.closer, "add", tr("Zoom in"))):
            set_icon(button, icon)
            button.setAccessibleName(name)
        for button, name in (
            (self.farther, tr("Zoom out (−)")),
            (self.closer, tr("Zoom in (+)")),
            (self.fit, tr("Show all of the picture (0)")),
            (self.actual, tr("A screen pixel for every pixel of the picture (1)")),
        ):
            button.setToolTip(name)
        row = QHBoxLayout(buttons := QWidget())
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for widget in (self.farther, self.zoom_label, self.closer, self.fit, self.actual):
            row.addWidget(widget)
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return buttons

    def _connect(self) -> None:
        self.view.pointed.connect(self.point)
        self.view.zoomed.connect(lambda dots: self.zoom_label.setText(f"{round(100 * dots):,} %"))
        self.shown.currentIndexChanged.connect(self._look)
        self.opacity.valueChanged.connect(self._look)
        self.network.currentIndexChanged.connect(self._take_map)
        self.boxes.toggled.connect(self._draw_boxes)
        self.closer.clicked.connect(lambda: self.view.zoom(STEP))
        self.farther.clicked.connect(lambda: self.view.zoom(1 / STEP))
        self.fit.clicked.connect(self.view.fit)
        self.actual.clicked.connect(lambda _checked: self.view.actual_size())
        self._look()

    def _look(self) -> None:
        shown = cast(Shown, self.shown.currentData())
        self.view.set_look(shown, self.opacity.value() / 100)
        self.opacity.setEnabled(shown == "both")

    def _take_map(self) -> None:
        """Show the map of the network that is chosen."""
        if self._seen is None:
            return
        taught = self.network.currentIndex() == 1 and self._seen.teacher is not None
        layer = self._seen.teacher if taught and self._seen.teacher else self._seen.student
        self.view.show_map(layer.layer)
        self.view.set_mark(self.view.at, None)
        self.legend.show_scale(layer.threshold, layer.span)
        self.captions[0].setToolTip(plain_tip(self._seen.found.remark))

    def _draw_boxes(self) -> None:
        shown = self._seen is not None and self.boxes.isChecked()
        self.view.set_boxes(found_boxes(self._seen.found) if shown and self._seen else ())


def region_places(found: "Inspection") -> list[QRectF]:
    """The suspicious regions, in pixels of the picture."""
    return [QRectF(region.left, region.top, region.width, region.height) for region in found.regions]


def patch_places(found: "Inspection") -> list[QRectF]:
    """The most suspicious patches, in pixels of the picture."""
    return [QRectF(patch.left, patch.top, patch.side, patch.side) for patch in found.suspicious]


def letter(number: int) -> str:
    """The name of a patch, as numbers are those of regions: A, B ..."""
    return chr(ord("A") + number)


def found_boxes(found: "Inspection") -> Sequence[Box]:
    """Regions by number, patches by letter; these only where the zoom lets them be seen."""
    patches = [Box(letter(number), place, GRID) for number, place in enumerate(patch_places(found))]
    return [*patches, *(Box(str(number), place) for number, place in enumerate(region_places(found), start=1))]


def verdict(who: str, score: float, judgement: Judgement = Judgement()) -> str:  # noqa: B008 (it is frozen)
    """An image's score in words: what it is called at the threshold, as in Try it, and how sure that is.

    Without a scale that was found on validation its probability is a plain sigmoid.
    """
    found, called = judgement.scale.probability(score), "fake" if score > judgement.threshold else "real"
    sure = found if called == "fake" else 1 - found
    *surer, barely = CALLED[called]
    words = tr(next((text for least, text in zip(HOW_SURE, surer, strict=True) if sure >= least), barely))
    figures = {"probability": sure_percent(found), "logit": score, "threshold": judgement.threshold}
    if judgement.scale.method:
        known = tr("Probability of fake {probability}, logit {logit:+.2f}, fake above {threshold:+.2f}", **figures)
    else:
        known = tr(
            "Probability of fake {probability} (not calibrated), logit {logit:+.2f}, fake above {threshold:+.2f}",
            **figures,
        )
    return f"{who}: {words}\n{known}"


def _said(who: str, logits: Map, geometry: "PatchGeometry", layer: MapLayer, at: tuple[int, int]) -> str:
    """What a network says of the patch at a pixel: verdict first."""
    row, column = (cell_at(pixel, cells, geometry) for pixel, cells in zip(at, logits.shape, strict=True))
    if row is None or column is None:
        return tr("{network} has no patch at the rim", network=who)
    logit = float(logits[row, column])
    said = mark("{network} real, logit {logit:+.2f} (cell {column}, {row})")
    if logit > layer.threshold:
        said = mark("{network} fake, logit {logit:+.2f} (cell {column}, {row})")
    return tr(said, network=who, logit=logit, column=column, row=row)


def _patch(logits: Map, geometry: "PatchGeometry", at: tuple[int, int]) -> QRectF | None:
    """The pixels that the patch at a pixel sees."""
    row, column = (cell_at(pixel, cells, geometry) for pixel, cells in zip(at, logits.shape, strict=True))
    if row is None or column is None:
        return None
    return QRectF(geometry.span(column)[0], geometry.span(row)[0], geometry.field, geometry.field)
