"""One page of the settings form: groups of rows that scroll, beside an optional panel of findings."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from gui.form.setting_row import SettingRow
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.words.translation import tr

_FORM_WIDTH = 640
_SIDE_WIDTH = 384
_NARROWEST = 440  # what a row of a label and an editor needs


class FormPage(QSplitter):
    """Groups of settings under headings; in the basic level only what is basic, changed or wrong is shown."""

    advanced_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups: list[_Group] = []
        self.rows: dict[str, SettingRow] = {}
        self._side: QWidget | None = None
        self._all_advanced: TextLabel
        self.show_more: QPushButton
        self.shown = 0  # settings in sight
        self._content = QWidget()
        self._content.setMaximumWidth(2 * _FORM_WIDTH)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(GRID)
        self.scroll_area = ScrollArea(self._content, takes_focus=False)
        self.addWidget(self.scroll_area)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(2 * GRID)

    @property
    def names(self) -> tuple[str, ...]:
        """Dotted names of the settings on this page."""
        return tuple(self.rows)

    def fill(self, groups: Sequence[tuple[str, Sequence[SettingRow]]]) -> None:
        """Put the settings on the page, once."""
        for heading, rows in groups:
            group = _Group(heading, rows)
            self._column.addWidget(group)
            self._groups.append(group)
            self.rows |= {row.name: row for row in rows}
        self._add_foot()
        if self._side is not None:
            self._side.setParent(None)  # so that Tab comes to it after the settings
            self.set_side(self._side)

    def _add_foot(self) -> None:
        """What stands below the settings; made after them, so that Tab comes to it after them."""
        self._all_advanced = TextLabel(tr("Everything on this page is advanced: the values rarely need to be changed."))
        set_role(self._all_advanced, "muted")
        self.show_more = QPushButton()
        self.show_more.clicked.connect(self.advanced_wanted)
        self._column.addWidget(self._all_advanced)
        self._column.addWidget(self.show_more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()

    def set_side(self, panel: QWidget) -> None:
        """Put a panel of findings beside the settings."""
        self._side = panel
        self._content.setMaximumWidth(_FORM_WIDTH)
        self.addWidget(panel)
        panel.setMinimumWidth(_SIDE_WIDTH)
        self.setSizes([_FORM_WIDTH, _SIDE_WIDTH + 10 * GRID])
        self.setStretchFactor(1, 1)

    def give_side_room(self) -> None:
        """Leave the panel most of the height, where it stands below the settings."""
        if self.orientation() == Qt.Orientation.Vertical:
            self.setSizes([1, max(1, self.height())])

    def show_level(self, advanced: bool, text: str = "") -> None:
        """Show the advanced settings too, or hide those that nobody has touched and say how many.

        While a text is searched for, show what has it, advanced or not.
        """
        if not self.rows:
            return
        searched = bool(text.strip())
        self.shown = 0
        for group in self._groups:
            wanted = [row for row in group.rows if row.matches(text)] if searched else group.rows
            group.show_rows([row for row in wanted if searched or advanced or not row.advanced or _needs_eyes(row)])
            self.shown += len(group.shown)
        hidden = 0 if searched else len(self.rows) - self.shown
        self.show_more.setText(
            tr("Show {count} advanced settings", count=hidden) if hidden > 1 else tr("Show 1 advanced setting")
        )
        set_visible(self._all_advanced, hidden == len(self.rows))
        set_visible(self.show_more, hidden > 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as one of the two parts: on a small screen they stand one above the other."""
        return QSize(_NARROWEST, 20 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the panel beside the settings where there is room, otherwise below them."""
        room = event.size().width() >= _NARROWEST + _SIDE_WIDTH
        wanted = Qt.Orientation.Horizontal if room else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
        super().resizeEvent(event)
        columns = 2 if self._side is None and event.size().width() >= 2 * _NARROWEST + 4 * GRID else 1
        for group in self._groups:
            group.set_columns(columns)

    def reveal(self, name: str) -> None:
        """Scroll to a setting and give it the focus."""
        row = self.rows[name]
        if not any(row in group.shown for group in self._groups):
            self.advanced_wanted.emit()
        self.scroll_area.ensureWidgetVisible(row)
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def set_visible(widget: QWidget, visible: bool) -> None:
    """Show or hide; what never was hidden is shown with its parent anyway, and Qt would lay it out at once."""
    if not visible or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.setVisible(visible)


class _Group(QWidget):
    """Rows under a heading, side by side where there is room; those in sight close up."""

    def __init__(self, heading: str, rows: Sequence[SettingRow]) -> None:
        super().__init__()
        self.rows, self.shown = rows, list(rows)
        self._columns = 1
        label = TextLabel(tr(heading))
        set_role(label, "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        column.addLayout(self._grid)
        for row in rows:
            row.setParent(self)
        self._arrange()

    def show_rows(self, rows: Sequence[SettingRow]) -> None:
        """Show these and hide the others."""
        if list(rows) != self.shown:
            self.shown = list(rows)
            for row in self.rows:
                set_visible(row, row in self.shown)
            self._arrange()
        set_visible(self, bool(self.shown))

    def set_columns(self, count: int) -> None:
        """Place the rows in so many columns."""
        if count != self._columns:
            self._columns = count
            self._arrange()

    def _arrange(self) -> None:
        while self._grid.takeAt(0):
            pass
        for place, row in enumerate(self.shown):
            self._grid.addWidget(row, place // self._columns, place % self._columns, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)


def _needs_eyes(row: SettingRow) -> bool:
    return row.is_changed or not row.note.isHidden()
