"""Scored pictures as a Qt table whose verdicts follow a threshold that can be moved."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from engine.events import ScoredPicture
from engine.number_words import sure_percent
from gui.try_it.thumbnails import Thumbnails
from gui.widgets.column_table import ROOT, Column, ColumnTable, Index
from gui.widgets.icons import row_icon
from gui.widgets.theme import colors
from gui.words.translation import mark, tr

PICTURE, VERDICT, PROBABILITY, LOGIT, REASON = range(5)
VERDICTS = {
    "fake": (mark("Fake"), "warning", "bad"),
    "real": (mark("Real"), "good", "good"),
    "": (mark("Cannot be read"), "info", "muted"),
}
"""Word, icon and colour of each verdict."""

_VERDICT_ROLES = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole]


class ScoreTable(ColumnTable[ScoredPicture]):
    """One row per picture, in the order in which they came unless a column is sorted by.

    It sorts by itself: a proxy model asks for two cells in every comparison, which took 2 s for 10,000 rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)
        self.pictures: list[ScoredPicture] = []  # as they came
        self.threshold = 0.0
        self._shown: list[ScoredPicture] = []
        self._sorted_by, self._descending = -1, False
        self._logits = np.zeros(0)
        self._known: set[str] = set()
        self._icons: dict[tuple[str, bool], QIcon] = {}
        self.thumbnails = Thumbnails(self)
        self.thumbnails.arrived.connect(lambda: self._redraw(PICTURE, [Qt.ItemDataRole.DecorationRole]))
        self.set_rows(self._shown)

    def add(self, pictures: Sequence[ScoredPicture]) -> None:
        """More rows; pictures that are in the table stay as they are."""
        new = [picture for picture in pictures if picture.path not in self._known]
        if not new:
            return
        self.beginInsertRows(ROOT, len(self._shown), len(self._shown) + len(new) - 1)
        self._known |= {picture.path for picture in new}
        self.pictures += new
        self._shown += new
        self._logits = np.append(self._logits, [picture.logit for picture in new if picture.logit is not None])
        self.endInsertRows()
        if self._sorted_by >= 0:
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column's key; by -1 as they came."""
        self._sorted_by, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def clear(self) -> None:
        """No rows."""
        self.pictures, self._shown, self._known, self._logits = [], [], set(), np.zeros(0)
        self.set_rows(self._shown)

    def set_threshold(self, threshold: float) -> None:
        """Call fake what lies above another logit."""
        self.threshold = threshold
        self._redraw(VERDICT, _VERDICT_ROLES)

    def _redraw(self, column: int, roles: list[Qt.ItemDataRole]) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, column)
            self.dataChanged.emit(self.index(0, column), last, roles)

    @property
    def known(self) -> frozenset[str]:
        """Paths in the table."""
        return frozenset(self._known)

    def counts(self) -> tuple[int, int, int]:
        """Pictures, those called fake, and those that cannot be read."""
        fakes = int(np.count_nonzero(self._logits > self.threshold))
        return len(self.pictures), fakes, len(self.pictures) - self._logits.size

    def verdict(self, picture: ScoredPicture) -> str:
        """A key of VERDICTS."""
        if picture.logit is None:
            return ""
        return "fake" if picture.logit > self.threshold else "real"

    def tool_tip(self, row: ScoredPicture) -> str:
        """The file, and why it cannot be read."""
        return f"{row.path}\n{row.reason}".rstrip()

    def icon(self, row: ScoredPicture, column: int) -> QIcon | None:
        """The picture made small, or the verdict's sign."""
        if column == VERDICT:
            return self._sign(self.verdict(row))
        return self.thumbnails.of(row.path) if column == PICTURE and row.logit is not None else None

    def _sign(self, verdict: str) -> QIcon:
        """In the colours in use now."""
        tints = colors(QApplication.palette())
        if (verdict, tints.dark) not in self._icons:
            self._icons[verdict, tints.dark] = row_icon(*VERDICTS[verdict][1:])
        return self._icons[verdict, tints.dark]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """At the right of a heading is the arrow of the order."""
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].number:
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == VERDICT:
            look = VERDICTS[self.verdict(self.row(index.row()))]
            return QColor(getattr(colors(QApplication.palette()), look[2]))
        return super().data(index, role)

    def _arrange(self) -> None:
        """Put the rows in order; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        pictures = [self._shown[index.row()].path for index in held]
        if self._sorted_by < 0:
            self._shown[:] = self.pictures
        else:
            self._shown.sort(key=self.columns[self._sorted_by].key, reverse=self._descending)  # type: ignore[arg-type]
        row_of = {picture.path: row for row, picture in enumerate(self._shown)} if held else {}
        moved = [self.index(row_of[path], index.column()) for path, index in zip(pictures, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _made_columns(self) -> tuple[Column[ScoredPicture], ...]:
        return (
            Column(mark("Picture"), lambda row: Path(row.path).name, lambda row: Path(row.path).name.casefold()),
            Column(mark("Verdict"), lambda row: tr(VERDICTS[self.verdict(row)][0]), _order),
            Column(mark("Probability of fake"), _probability_words, _order, number=True),
            Column(mark("Logit"), lambda row: "" if row.logit is None else f"{row.logit:+.4f}", _order, number=True),
            Column(mark("Why it cannot be read"), lambda row: row.reason, lambda row: row.reason),
        )


def _order(row: ScoredPicture) -> float:
    """By the logit, which no threshold changes; unreadable ones at one end."""
    return -math.inf if row.logit is None else row.logit


def _probability_words(row: ScoredPicture) -> str:
    """One decimal, so that digits stand below one another; nothing is ever quite sure."""
    if row.probability is None:
        return ""
    return sure_percent(row.probability)
