"""Every problem of the settings in one list: how grave, which setting, what is wrong; choosing one leads there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from engine.errors import Problem
from gui.widgets.icons import icon
from gui.widgets.notes import message_and_remedy
from gui.widgets.plain_text import plain_tip
from gui.widgets.theme import GRID, colors
from gui.words.translation import mark, tr

_ROWS_SHOWN = 4
_NAME = Qt.ItemDataRole.UserRole

_SEVERITIES = {"error": mark("Error"), "warning": mark("Warning")}


class ProblemList(QTreeWidget):
    """Hidden while there is no problem."""

    chosen = Signal(str)  # dotted name of the setting

    def __init__(self, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._problems: tuple[Problem, ...] = ()
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(tr("Problems"))
        for column in (0, 1):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these, errors first."""
        self._problems = tuple(problems)
        self.clear()
        for problem in sorted(problems, key=lambda problem: problem.severity != "error"):
            words = [tr(_SEVERITIES[problem.severity]), self._title_of(problem.setting), message_and_remedy(problem)]
            item = QTreeWidgetItem(words)
            role = "bad" if problem.severity == "error" else "warning"
            item.setIcon(0, icon(problem.severity, colors(self), role))
            item.setToolTip(2, plain_tip(words[2]))
            item.setData(0, _NAME, problem.setting)
            self.addTopLevelItem(item)
        row_height = max(self.sizeHintForRow(0), self.fontMetrics().height())
        self.setFixedHeight(min(len(problems), _ROWS_SHOWN) * row_height + GRID)
        self.setVisible(bool(problems))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the signs again in a new colour scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_problems(self._problems)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _NAME))
