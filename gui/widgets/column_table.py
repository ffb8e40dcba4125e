"""A Qt table of rows of one kind, whose columns say what they show of a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView

from gui.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, marked for translation, what it shows of a row, and what it is sorted by."""

    heading: str
    text: Callable[[Row], str]
    key: Callable[[Row], object]
    number: bool = False


class ColumnTable(QAbstractTableModel, Generic[Row]):
    """What is sorted by lies in the UserRole; ``tool_tip`` and ``icon`` are for subclasses to say.

    It sorts by itself: a proxy of Qt asks for two keys at each comparison, which takes seconds of 10,000 rows.
    """

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._all: Sequence[Row] = ()
        self._rows: Sequence[Row] = ()  # those that are shown, in order
        self._words = ""
        self._searched: Sequence[str] = ()  # words of each row; made for the first search, as 10,000 rows take a while
        self._order: tuple[int, bool] | None = None  # column, descending

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._all, self._searched = rows, ()
        self._choose()
        self.endResetModel()

    def show_only(self, words: str) -> None:
        """Show the rows that have these words in a column, whatever their case; all of them for none."""
        self.beginResetModel()
        self._words = words.casefold()
        self._choose()
        self.endResetModel()

    def _choose(self) -> None:
        self._rows = self._all
        if self._words:
            self._searched = self._searched or [
                "\n".join(c.text(r) for c in self.columns).casefold() for r in self._all
            ]
            self._rows = [r for r, words in zip(self._all, self._searched, strict=True) if self._words in words]
        self._put_in_order()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order by a column, now and whenever others are shown; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        rows = [self._rows[index.row()] for index in held]
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._put_in_order()
        places = {id(row): place for place, row in enumerate(self._rows)} if held else {}
        moved = [self.index(places[id(row)], index.column()) for row, index in zip(rows, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        if self._order is not None:
            column, descending = self._order
            self._rows = sorted(self._rows, key=self.columns[column].key, reverse=descending)  # type: ignore[arg-type]

    def row(self, number: int) -> Row:
        """The row at a place in this table."""
        return self._rows[number]

    def tool_tip(self, row: Row) -> str:
        """What pointing at the row shows: HTML where it is written as such, else by way of `plain_tip`."""
        raise NotImplementedError

    def icon(self, row: Row, column: int) -> QIcon | None:
        """The sign before a row's text in a column, if there is one."""
        raise NotImplementedError

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].heading)
        return _alignment(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.UserRole:
                return column.key(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tool_tip(row)
            case Qt.ItemDataRole.DecorationRole:
                return self.icon(row, index.column())
        return None


def selected_rows(view: QAbstractItemView) -> list[int]:
    """Rows that are selected, from the top; Qt's own list makes an object of every row."""
    spans = view.selectionModel().selection()
    rows = (range(span.top(), span.bottom() + 1) for span in spans)  # type: ignore[attr-defined]
    return sorted(set(chain.from_iterable(rows)))


def _alignment(column: Column[Row]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
