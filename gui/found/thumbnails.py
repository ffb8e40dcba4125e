"""Small pictures of a few images of each class: decoded with Pillow in a worker thread, shown as a strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.control import RunControl
from engine.data.listing.entries import NO_LABEL
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.thumbnail import read_thumbnail, thumbnail_pixmap
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.data.listing.image_list import ImageList

SIDE = 56
PER_CLASS = 6
CLASS_WORDS = (mark("real"), mark("fake"))


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture scaled to fit SIDE pixels, or why there is none."""

    path: Path
    label: int | None  # None where nobody has said it yet
    pixels: NDArray[np.uint8] | None  # (H, W, 3)
    problem: str = ""


def load_thumbnails(images: "ImageList", max_megapixels: float, control: RunControl) -> tuple[Thumbnail, ...]:
    """PER_CLASS pictures of each class and without a label, spread over the images; StopRequestedError where asked."""
    loaded = []
    for label in (0, 1, NO_LABEL):
        for index in _spread(np.flatnonzero(images.labels == label), PER_CLASS).tolist():
            control.check()
            loaded.append(_load(images[index].path, None if label == NO_LABEL else label, max_megapixels))
    return tuple(loaded)


def load_examples(paths: Sequence[Path], max_megapixels: float, control: RunControl) -> tuple[Thumbnail, ...]:
    """Pictures whose class is open; StopRequestedError where asked to stop."""
    loaded = []
    for path in paths:
        control.check()
        loaded.append(_load(path, None, max_megapixels))
    return tuple(loaded)


def _load(path: Path, label: int | None, max_megapixels: float) -> Thumbnail:
    from engine.data.images.decoding import UnreadableImageError

    try:
        return Thumbnail(path, label, read_thumbnail(path, SIDE, max_megapixels))
    except UnreadableImageError as error:
        return Thumbnail(path, label, None, str(error))


def _spread(places: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """At most ``count`` of them at equal distances, so that every source has its chance."""
    if len(places) <= count:
        return places
    return places[(2 * np.arange(count) + 1) * len(places) // (2 * count)]


class ThumbnailStrip(QWidget):
    """Pictures side by side, as many to a line as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self.labels: list[TextLabel] = []

    def show_thumbnails(self, thumbnails: Sequence[Thumbnail]) -> None:
        """Show these in place of those before."""
        for label in self.labels:
            self._flow.removeWidget(label)
            label.deleteLater()
        self.labels = [self._label(thumbnail) for thumbnail in thumbnails]
        for label in self.labels:
            self._flow.addWidget(label)
        self.updateGeometry()

    def _label(self, thumbnail: Thumbnail) -> TextLabel:
        label = TextLabel(parent=self)
        label.setFixedSize(SIDE, SIDE)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = (
            str(thumbnail.path) if thumbnail.label is None else f"{tr(CLASS_WORDS[thumbnail.label])}: {thumbnail.path}"
        )
        if thumbnail.pixels is None:
            set_icon(label, "warning", "warning", 24)
            name += f" ({thumbnail.problem})"
        else:
            label.setPixmap(thumbnail_pixmap(thumbnail.pixels, SIDE))
        label.setToolTip(plain_tip(name))
        label.setAccessibleName(name)
        return label
