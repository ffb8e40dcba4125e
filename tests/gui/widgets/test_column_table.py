"""Tables of rows: they sort by themselves, and what is selected stays selected."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from gui.widgets.column_table import Column, ColumnTable, selected_rows


class Asked(ColumnTable[tuple[str, int]]):
    """Counts how often a cell is asked for."""

    def __init__(self) -> None:
        super().__init__((Column("a", lambda row: row[0], lambda row: row[0]), Column("b", str, lambda row: row[1])))
        self.times = 0

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        self.times += 1
        return super().data(index, role)

    def tool_tip(self, row: tuple[str, int]) -> str:
        return ""

    def icon(self, row: tuple[str, int], column: int) -> QIcon | None:
        return None


def test_ten_thousand_rows_are_sorted_without_asking_for_their_cells(qtbot: QtBot) -> None:
    table, view = Asked(), QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSortingEnabled(True)
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.set_rows([(f"{number % 7}", number) for number in range(10_000)])
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    assert table.row(0) == ("3", 9999)
    view.selectRow(2)
    chosen = table.row(2)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [table.row(row)[0] for row in (0, 9999)] == ["0", "6"]
    assert [table.row(row) for row in selected_rows(view)] == [chosen]
    table.set_rows([("b", 1), ("a", 2)])
    assert table.row(0) == ("a", 2)
    view.selectAll()
    assert selected_rows(view) == [0, 1]
    assert table.times < 5_000  # those in sight
