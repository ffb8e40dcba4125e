"""What is most suspicious in a picture, as lists: regions, then single patches with a close-up."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from engine.number_words import percent
from gui.inspect.inspected_photograph import letter, patch_places, region_places
from gui.inspect.patch_tile import PatchTile
from gui.widgets.card import heading
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.trained.inspection import Inspection, Region

NONE = mark("No connected part of the picture lies above the decision threshold.")
CLOSE_UP = 16  # pixels to either side of the mark


class FindingsPanel(QWidget):
    """``chosen`` tells a place, in the picture's pixels, that the user wants to see."""

    chosen = Signal(QRectF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[QListWidget, list[QRectF]] = {}
        self.regions, self.patches, self.none = QListWidget(), QListWidget(), TextLabel(tr(NONE))
        self.close_up = PatchTile(tr("Close-up of the patch"), smooth=False)
        self._arrange()
        for found in (self.regions, self.patches):
            found.itemClicked.connect(lambda item, found=found: self._choose(found, found.row(item)))
            found.itemActivated.connect(lambda item, found=found: self._choose(found, found.row(item)))
            found.currentRowChanged.connect(lambda row, found=found: self._choose(found, row))

    def show_found(self, found: "Inspection") -> None:
        """List what was found in a picture; nothing is chosen yet."""
        pixels = found.image.shape[0] * found.image.shape[1]
        regions = [
            f"{number}.  {_place_words(region)}\n{_region_words(region, percent(region.area / pixels))}"
            for number, region in enumerate(found.regions, start=1)
        ]
        patches = [
            f"{letter(number)}  {patch.logit:+.2f}   {patch.left}, {patch.top}"
            for number, patch in enumerate(found.suspicious)
        ]
        self._fill(self.regions, regions, region_places(found))
        self._fill(self.patches, patches, patch_places(found))
        self.regions.setVisible(bool(regions))
        self.none.setVisible(not regions)
        self.show_close_up(found, found.image.shape[0] // 2, found.image.shape[1] // 2)

    def show_close_up(self, found: "Inspection", row: int, column: int) -> None:
        """The pixels around a pixel."""
        top, left = (
            max(0, min(at - CLOSE_UP, side - 2 * CLOSE_UP))
            for at, side in zip((row, column), found.image.shape[:2], strict=True)
        )
        part = found.image[top : top + 2 * CLOSE_UP, left : left + 2 * CLOSE_UP]
        self.close_up.show_pixels(np.ascontiguousarray(part))

    def _arrange(self) -> None:
        names = ((self.regions, tr("Suspicious regions")), (self.patches, tr("Most suspicious patches")))
        for found, name in names:
            found.setAccessibleName(name)
            found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.regions.setSpacing(1)
        self.regions.setFixedHeight(20 * GRID)
        self.patches.setFixedHeight(12 * GRID)
        self.none.setWordWrap(True)
        set_role(self.none, "muted")
        self.close_up.setFixedSize(9 * GRID, 9 * GRID)
        self.close_up.setToolTip(tr("Close-up of the pixels at the mark"))
        row = QHBoxLayout()
        row.addWidget(self.patches)
        row.addWidget(self.close_up, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(heading(names[0][1]))
        column.addWidget(self.regions)
        column.addWidget(self.none)
        column.addWidget(heading(names[1][1]))
        column.addLayout(row)

    def _fill(self, found: QListWidget, words: list[str], places: list[QRectF]) -> None:
        blocked = found.blockSignals(True)
        found.clear()
        found.addItems(words)
        found.setCurrentRow(-1)
        found.blockSignals(blocked)
        self._places[found] = places

    def _choose(self, found: QListWidget, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._places[found][row])


def _place_words(region: "Region") -> str:
    place = {"width": region.width, "height": region.height, "left": region.left, "top": region.top}
    return tr("{width:,} × {height:,} px at {left}, {top}", **place)


def _region_words(region: "Region", area: str) -> str:
    return tr("mean logit {logit:+.2f}, area {area}", logit=region.logit, area=area)
