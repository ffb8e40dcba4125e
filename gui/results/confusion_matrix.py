"""How many images are decided rightly and wrongly at the threshold, as four cells of a grid."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.number_words import percent
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.report_card.curves import Confusion

_CELLS = (
    ("real_right", 1, 1, "good"),
    ("real_wrong", 1, 2, "bad"),
    ("fake_wrong", 2, 1, "bad"),
    ("fake_right", 2, 2, "good"),
)
_HEADINGS = (
    (mark("said: real"), 0, 1),
    (mark("said: fake"), 0, 2),
    (mark("is real"), 1, 0),
    (mark("is fake"), 2, 0),
)


class ConfusionMatrix(QWidget):
    """Rows are what images are, columns what the student says of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = {name: TextLabel("–") for name, *_ in _CELLS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for text, row, column in _HEADINGS:
            label = TextLabel(tr(text))
            set_role(label, "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter if not row else Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, row, column)
        for name, row, column, _role in _CELLS:
            label = self.cells[name]
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            truth, said = tr(_HEADINGS[row + 1][0]), tr(_HEADINGS[column - 1][0])
            label.setAccessibleName(tr("Images: {truth}, {said}", truth=truth, said=said))
            grid.addWidget(label, row, column)

    def show_confusion(self, found: "Confusion | None") -> None:
        """Counts, with the share of their class; dashes where nothing is measured."""
        for name, row, _column, role in _CELLS:
            if found is None:
                self.cells[name].setText("–")
                set_role(self.cells[name], "muted")
                continue
            pair = (found.real_right, found.real_wrong) if row == 1 else (found.fake_right, found.fake_wrong)
            count, whole = getattr(found, name), sum(pair)
            self.cells[name].setText(f"{count:,}\n{percent(count / whole)}" if whole else "0")
            set_role(self.cells[name], role if count else "muted")
