"""Which files are not used, by class and kind, and why: with those that are used, all that lie in the folders."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from engine.events import DataScanned
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import GRID
from gui.words.plain_words import plural
from gui.words.translation import mark, tr

COLUMNS = (mark("Left out"), mark("Class"), mark("Files"), mark("Why"))
_LINES = 9  # of text that are seen at once
_LETTERS = 40  # of a reason, in a line of a narrow window


class LeftOutTable(QWidget):
    """A row for each class, kind and reason, which is wrapped; hidden where every file is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sum = TextLabel()
        self.sum.setWordWrap(True)
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setHorizontalHeaderLabels([tr(column) for column in COLUMNS])
        self.table.setAccessibleName(tr("Files that are left out, by kind and class"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(COLUMNS.index("Why"), QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sum)
        layout.addWidget(self.table)

    def show_scan(self, found: DataScanned) -> None:
        """Show what a scan left out."""
        self.setVisible(bool(found.left_out))
        used = sum(split.images for split in found.splits)
        left = sum(item.count for item in found.left_out)
        self.sum.setText(
            tr(
                "{files}: {used:,} used, {left:,} left out.",
                files=plural(used + left, "file", "files"),
                used=used,
                left=left,
            )
        )
        self.table.setRowCount(len(found.left_out))
        for row, item in enumerate(found.left_out):
            texts = (item.kind, item.class_name or tr("none"), f"{item.count:,}", item.reason)
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setToolTip(plain_tip(f"{item.count:,} {item.kind}: {item.reason}"))
                right = Qt.AlignmentFlag.AlignRight if column == COLUMNS.index("Files") else Qt.AlignmentFlag.AlignLeft
                cell.setTextAlignment(right | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, cell)
        lines = sum(1 + len(item.reason) // _LETTERS for item in found.left_out)
        height = min(_LINES, max(2, lines)) * (self.fontMetrics().height() + GRID)
        self.table.setFixedHeight(height + self.table.horizontalHeader().sizeHint().height())
