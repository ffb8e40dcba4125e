"""Which files are not used, by class and kind, and why: with those that are used, all that lie in the folders."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from engine.events import DataScanned
from gui.widgets.theme import GRID
from gui.words.plain_words import plural

COLUMNS = ("Left out", "Class", "Files", "Why")
_ROWS = 8
_TALLEST = 3  # lines of a reason, in the narrowest window


class LeftOutTable(QWidget):
    """A row for each class, kind and reason; hidden where every file is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setHeaderLabels(list(COLUMNS))
        self.table.setAccessibleName("Files that are left out, by kind and class")
        self.table.setRootIsDecorated(False)
        self.table.setWordWrap(True)
        header = self.table.header()
        header.setStretchLastSection(True)
        for column in range(len(COLUMNS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.headerItem().setTextAlignment(COLUMNS.index("Files"), Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sum)
        layout.addWidget(self.table)

    def show_scan(self, found: DataScanned) -> None:
        """Show what a scan left out."""
        self.setVisible(bool(found.left_out))
        used = sum(split.real + split.fake for split in found.splits)
        left = sum(item.count for item in found.left_out)
        self.sum.setText(f"{plural(used + left, 'file', 'files')}: {used:,} used, {left:,} left out.")
        self.table.clear()
        for item in found.left_out:
            row = QTreeWidgetItem([item.kind, item.class_name or "none", f"{item.count:,}", item.reason])
            row.setTextAlignment(COLUMNS.index("Files"), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            for column in range(len(COLUMNS)):
                row.setToolTip(column, f"{item.count:,} {item.kind}: {item.reason}")
            self.table.addTopLevelItem(row)
        lines = sum(1 + min(_TALLEST - 1, len(item.reason) // 40) for item in found.left_out)
        height = min(_ROWS, max(2, lines)) * (self.fontMetrics().height() + GRID)
        self.table.setFixedHeight(height + self.table.header().sizeHint().height())
