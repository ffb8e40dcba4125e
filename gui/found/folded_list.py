"""Lists that one line stands for until somebody opens them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QListWidget, QToolButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from gui.widgets.icons import set_icon
from gui.widgets.notes import SignedText
from gui.widgets.plain_text import plain_tip
from gui.widgets.theme import GRID
from gui.words.translation import tr

_ROWS, _TABLE_ROWS = 6, 12


class FoldedList(QWidget):
    """A line that says how many there are, and opens into the list of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = SignedText()
        self.head = QToolButton()
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list = QListWidget()
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.hide()
        self.head.toggled.connect(self.list.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.nothing)
        layout.addWidget(self.head)
        layout.addWidget(self.list)

        set_icon(self.head, "warning", "warning")
        self.head.setToolTip(tr("Show or hide the list"))

    def show_nothing(self, text: str) -> None:
        """Say that all is well."""
        self.head.setChecked(False)
        self.head.hide()
        self.nothing.show_text("good", "good", "muted", text)

    def show_lines(self, text: str, lines: Sequence[str]) -> None:
        """Say ``text``, which has to fit into one line of the panel, and keep the lines folded."""
        self.nothing.hide()
        self.head.show()
        self.head.setText(text)
        self.head.setChecked(False)
        self.list.clear()
        for line in lines:
            self.list.addItem(line)
            self.list.item(self.list.count() - 1).setToolTip(plain_tip(line))
        self.list.setAccessibleName(text)
        row_height = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        self.list.setFixedHeight(min(len(lines), _ROWS) * row_height + 3 * GRID)


class UnreadableFiles(FoldedList):
    """A table of file and reason, which can be sorted and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = _CopiedTable()
        self.table.setHeaderLabels([tr("File"), tr("Why it cannot be read")])
        self.table.hide()
        self.head.toggled.connect(self.table.setVisible)
        self.head.toggled.connect(self.list.hide)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.table)

    def show_files(self, text: str, lines: Sequence[str], count: int) -> None:
        """Rows of "path: reason"; of ``count`` only the first may be told, and then the last row says so."""
        self.show_lines(text, ())
        self.table.setAccessibleName(text)
        self.table.setSortingEnabled(False)
        self.table.clear()
        rows = [(path, reason) for path, _, reason in (line.partition(": ") for line in lines)]
        if count > len(lines):
            rows.append(
                (
                    tr("and {count:,} more", count=count - len(lines)),
                    tr("only the first {count:,} are listed", count=len(lines)),
                )
            )
        for row in rows:
            item = QTreeWidgetItem(row)
            item.setToolTip(0, plain_tip(row[0]))
            item.setToolTip(1, plain_tip(row[1]))
            self.table.addTopLevelItem(item)
        self.table.setSortingEnabled(count == len(lines))
        row_height = max(self.table.sizeHintForRow(0), self.fontMetrics().height())
        header = self.table.header().sizeHint().height()
        self.table.setFixedHeight(min(len(rows), _TABLE_ROWS) * row_height + header + GRID)


class _CopiedTable(QTreeWidget):
    """Selected rows are copied as lines of a spreadsheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = (f"{item.text(0)}\t{item.text(1)}" for item in self.selectedItems())
            QGuiApplication.clipboard().setText("\n".join(rows))
        else:
            super().keyPressEvent(event)
