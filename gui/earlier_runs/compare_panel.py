"""Several runs side by side: one figure over their steps, and what came of them with the settings that differ."""

from collections.abc import Mapping
from html import escape
from itertools import chain

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.earlier_runs.compare_table import CompareTable
from gui.history.run_history import RunHistory
from gui.plots.canvas import PlotCanvas
from gui.plots.catalogue import PLOTS, Plot, Series
from gui.plots.curves import PlotView, drawn_curves
from gui.plots.legend import Legend, LegendEntry
from gui.plots.marks import Marks
from gui.plots.step_window import StepWindow
from gui.plots.thinning import visible_rows
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import RichLabel
from gui.widgets.theme import GRID, colors, set_role
from gui.words.translation import tr
from gui.words.values import figure_words

# Their names are keys, in English whatever the language of the window.
_FIGURES = {f"{plot.title}: {series.label}": (plot, series) for plot in PLOTS for series in plot.series}
_FIRST = "Validation: AUC"


class ComparePanel(QFrame):
    """Curves of one figure by run; the runs are switched on and off in the legend."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histories: Mapping[str, RunHistory] = {}
        self._window = StepWindow()
        self._figure: tuple[Plot, Series] = _FIGURES[_FIRST]
        self.canvas = PlotCanvas("", logarithmic=False, from_zero=False)
        self.legend = Legend()
        self.figure_button, self.log_button, close = QToolButton(), QToolButton(), QToolButton()
        self._read_out, self.table = RichLabel(), QTableView()
        self.model = CompareTable({}, self)
        self._assemble(close)
        self.legend.changed.connect(self.redraw)
        self.log_button.toggled.connect(self._set_logarithmic)
        self.canvas.range_chosen.connect(self._choose_steps)
        self.canvas.whole_chosen.connect(self._show_whole)
        self.canvas.doubled.connect(self._show_whole)
        self.canvas.pointed.connect(self._point)
        close.clicked.connect(self.closed)

    def set_histories(self, histories: Mapping[str, RunHistory]) -> None:
        """Compare these runs, by name."""
        self.legend.show_all()
        self._histories = histories
        self.model = CompareTable(histories, self)
        self.table.setModel(self.model)
        self.table.resizeColumnsToContents()
        self.show_figure(_FIRST)

    def show_figure(self, name: str) -> None:
        """Draw another figure, such as "Losses: total"; KeyError where there is none."""
        self._figure = _FIGURES[name]
        self.figure_button.setText(_shown_name(name))
        next(action for action in self.figure_button.menu().actions() if action.data() == name).setChecked(True)
        self.log_button.setChecked(self._figure[0].logarithmic)
        self.canvas.set_unit(tr(self._figure[0].unit))
        self._show_whole()

    def redraw(self) -> None:
        """Draw the runs that the legend shows."""
        tints, series = colors(self).series, self._figure[1]
        self.legend.set_entries([LegendEntry(n, n, tints[i % len(tints)]) for i, n in enumerate(self._histories)])
        view = PlotView(self._window.low, self._window.high, self.canvas.pixels(), logarithmic=self.canvas.logarithmic)
        curves = [
            drawn_curves(history, series, name, tints[place % len(tints)], view)
            for place, (name, history) in enumerate(self._histories.items())
            if name not in self.legend.hidden
        ]
        self.canvas.set_steps(view.low, view.high)
        self.canvas.draw(list(chain.from_iterable(curves)), Marks())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "canvas"):
            self.canvas.set_colors(colors(self))
            self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.redraw()

    def _assemble(self, close: QToolButton) -> None:
        set_role(self, "card")
        self.figure_button.setMenu(self._menu())
        self.figure_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.figure_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.figure_button.setToolTip(tr("Choose which figure is compared."))
        self.figure_button.setAccessibleName(tr("Figure that is compared"))
        set_icon(self.figure_button, "down")
        self.log_button.setText(tr("log"))
        self.log_button.setCheckable(True)
        self.log_button.setToolTip(tr("Logarithmic height."))
        set_icon(close, "close")
        close.setToolTip(tr("Close the comparison"))
        close.setAccessibleName(tr("Close the comparison"))
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.setAccessibleName(tr("Plot: comparison of runs"))
        self.canvas.set_colors(colors(self))
        bar = QHBoxLayout()
        for widget in (self.figure_button, self.log_button):
            bar.addWidget(widget)
        bar.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addLayout(bar)
        layout.addWidget(self._beside(), 1)
        layout.addWidget(self._read_out)

    def _beside(self) -> QSplitter:
        """The curves, and at their right the table."""
        table = self.table
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(tr("Results and settings of the compared runs"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(3 * GRID + 4)
        table.horizontalHeader().setMaximumSectionSize(26 * GRID)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.addWidget(self.canvas)
        splitter.addWidget(table)
        splitter.setSizes([600, 420])
        return splitter

    def _menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for name in _FIGURES:
            action = menu.addAction(_shown_name(name))
            action.setData(name)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, name=name: self.show_figure(name))
        return menu

    def _set_logarithmic(self, on: bool) -> None:
        self.canvas.set_logarithmic(on)
        self.redraw()

    def _choose_steps(self, low: float, high: float) -> None:
        self._window = self._window.chosen(low, high, self._latest())
        self.redraw()

    def _show_whole(self) -> None:
        self._window = self._window.whole(self._latest())
        self.canvas.fit_height_again()
        self.redraw()

    def _latest(self) -> int:
        return max((history.latest_step for history in self._histories.values()), default=0)

    def _point(self, step: float | None) -> None:
        """Figures of every run at the step, in a line under the plot."""
        self.canvas.set_cursor(step)
        words, tints = [], colors(self).series
        for place, (name, history) in enumerate(self._histories.items()):
            steps, values = history.curve(self._figure[1].name)
            rows = visible_rows(steps, step, step) if step is not None else slice(0)
            if name not in self.legend.hidden and rows.stop > rows.start:
                swatch = f"<font color='{tints[place % len(tints)]}'>■</font>"
                words.append(f"{swatch} {escape(name)}: {figure_words(float(values[rows][0]))}")
        begin = f"<b>{tr('step {step:,.0f}', step=step)}</b>&nbsp;&nbsp; " if step is not None else ""
        self._read_out.setText(begin + "&nbsp;&nbsp; ".join(words) or tr("Point at the plot to read figures."))


def _shown_name(name: str) -> str:
    plot, series = _FIGURES[name]
    return f"{tr(plot.title)}: {series.shown_label}"
