"""All plots of a run on one step axis: follow, zoom, smoothing, which plots, and export as PNG or CSV."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from gui.background.background_task import BackgroundTask
from gui.history.run_history import RunHistory
from gui.plots.bar import PlotsBar
from gui.plots.catalogue import MAIN, PLOTS
from gui.plots.export import RunFigures, write_png
from gui.plots.plot import PlotWidget
from gui.plots.step_window import StepWindow
from gui.plots.turns import PlotTurns
from gui.widgets.dialogs import remember_choice, start_folder
from gui.widgets.empty_page import EmptyPage
from gui.widgets.theme import GRID
from gui.words.plain_words import plain_words
from gui.words.translation import tr

_NARROW, _WIDE = 560, 860
_LOWEST, _LOWEST_OF_ONE = 120, 26 * GRID  # px of height; a page that is too low for them scrolls


class PlotsPanel(QWidget):
    """Plots share their steps and cursor; ``refresh`` redraws those that are visible if there is anything new."""

    message = Signal(str)  # what an export did, for the status line
    chosen_changed = Signal(tuple)  # names of the plots that the user wants to see

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = RunHistory()
        self._drawn_revision = -1
        self._window = StepWindow()
        self._enlarged: str | None = None
        self._export = BackgroundTask(self)
        self._grid_page, self._stack = QWidget(), QStackedWidget()
        self._grid = QGridLayout(self._grid_page)
        self.plots = {plot.name: PlotWidget(plot, self._grid_page) for plot in PLOTS}
        self._chosen: frozenset[str] = frozenset(MAIN)
        self._turns = PlotTurns(self.plots.values(), self._advance, self._draw, self)
        self.bar = PlotsBar(PLOTS)
        self._assemble()
        self._connect()
        self.set_chosen(MAIN)

    def set_history(self, history: RunHistory) -> None:
        """Show another run, whole."""
        self._history, self._drawn_revision = history, -1
        self._window = StepWindow().whole(history.latest_step)
        for plot in self.plots.values():
            plot.set_history(history)
        self._point(None)
        self._take_in()
        self._turns.draw_now()

    def refresh(self) -> None:
        """Take in what is new; cheap when nothing is, or when the panel is hidden."""
        if self._take_in():
            self._turns.draw_when_due()

    def _take_in(self) -> bool:
        """Whether there is anything new to draw."""
        revision = self._history.curves_revision + self._history.alerts_revision
        if not self.isVisible() or revision == self._drawn_revision:
            return False
        self._drawn_revision = revision
        empty = not (len(self._history.steps) or len(self._history.validations))
        self._stack.setCurrentIndex(0 if empty else 1)
        return True

    @property
    def is_drawn(self) -> bool:
        """Whether the last refresh or redraw has come to every plot."""
        return self._turns.is_done

    def redraw(self, first: PlotWidget | None = None) -> None:
        """Draw every plot on screen for the present window; ``first``, which the user has touched, at once."""
        self._turns.draw(first)

    def _advance(self) -> None:
        """All plots show the same steps, though they are drawn one after the other."""
        self._window = self._window.advanced(self._history.latest_step)
        self.bar.follow.setChecked(self._window.follow)
        for plot in self.plots.values():
            plot.set_window(self._window.low, self._window.high)

    def _draw(self, plot: PlotWidget) -> None:
        if plot.isVisible():
            plot.redraw()

    def show_steps(self, first: int, last: int) -> None:
        """Go to a place in the run, with the cursor at its beginning (from the warnings table)."""
        self._window = self._window.around(first, last, self._history.latest_step)
        self.redraw()
        self._point(float(first))

    def save_png(self, path: Path) -> None:
        """The plots as they look now; StorageError where the file cannot be written."""
        self._turns.draw_now()
        write_png(self._grid_page, path)

    def save_csv(self, path: Path) -> None:
        """Every figure of the run, written by a thread of its own; ``message`` tells the end."""
        figures = RunFigures(self._history)

        def write(control: RunControl, _emit: Emit) -> Path:
            figures.write_csv(path, control)
            return path

        self.bar.export.setEnabled(False)
        self.message.emit(tr("Writing {file}…", file=path.name))
        self._export.start(write)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._take_in():
            self._turns.draw_now()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_stack"):
            self._drawn_revision = -1  # where nobody sees the plots now, they are drawn when they are shown
            self.redraw()

    def _assemble(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        text = tr("Curves appear here with the first steps of training.")
        self._stack.addWidget(EmptyPage("run", tr("No figures yet"), text))
        self._stack.addWidget(self._grid_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def set_smoothing(self, width: int) -> None:
        """Mean over this many reports; 1 switches it off."""
        self.bar.show_smoothing(width)
        for plot in self.plots.values():
            plot.set_smoothing(width)
        self.redraw()

    def _connect(self) -> None:
        self._export.finished.connect(self._exported)
        self.bar.follow_chosen.connect(self._toggle_follow)
        self.bar.whole_chosen.connect(self._show_whole)
        self.bar.smoothing_chosen.connect(self.set_smoothing)
        self.bar.plots_chosen.connect(self._choose)
        self.bar.png_wanted.connect(self._ask_png)
        self.bar.csv_wanted.connect(self._ask_csv)
        for name, plot in self.plots.items():
            plot.range_chosen.connect(lambda low, high, plot=plot: self._choose_steps(low, high, plot))
            plot.whole_chosen.connect(self._show_whole)
            plot.pointed.connect(lambda step, plot=plot: self._point(step, plot))
            plot.enlarge_requested.connect(lambda name=name: self._enlarge(name))

    def _toggle_follow(self, on: bool) -> None:
        latest, here = self._history.latest_step, self._window
        self._window = here.followed(latest) if on else here.held()
        self.redraw()

    def _show_whole(self) -> None:
        self._window = self._window.whole(self._history.latest_step)
        for plot in self.plots.values():
            plot.canvas.fit_height_again()
        self.redraw()

    def _choose_steps(self, low: float, high: float, plot: PlotWidget) -> None:
        self._window = self._window.chosen(low, high, self._history.latest_step)
        self.redraw(plot)

    def _point(self, step: float | None, plot: PlotWidget | None = None) -> None:
        for other in self.plots.values():
            other.set_cursor(step, read_out=other is plot)

    def _choose(self, names: tuple[str, ...]) -> None:
        self.set_chosen(names)
        self.chosen_changed.emit(names)

    def set_chosen(self, names: Collection[str]) -> None:
        """Show these plots; the two that matter most where none of them is known."""
        self._chosen = frozenset(names) & frozenset(self.plots) or frozenset(MAIN)
        self.bar.show_chosen(self._chosen)
        self._enlarged = None
        self._arrange()
        self.redraw()

    def _enlarge(self, name: str) -> None:
        self._enlarged = None if self._enlarged == name else name
        self._arrange()
        self.redraw()

    def _arrange(self) -> None:
        """As many columns as there is room for; an enlarged plot stands alone."""
        names = [name for name in self.plots if name in self._chosen]
        if self._enlarged:
            names = [self._enlarged]
        columns = 1 if self.width() < _NARROW else 2 if self.width() < _WIDE or len(names) in (2, 4) else 3
        for name, plot in self.plots.items():
            self._grid.removeWidget(plot)
            plot.setVisible(name in names)
            plot.set_enlarged(enlarged=name == self._enlarged)
        for place, name in enumerate(names):
            self._grid.addWidget(self.plots[name], place // columns, place % columns)
        rows = -(-len(names) // columns) if names else 0
        for plot in self.plots.values():
            plot.setMinimumHeight(_LOWEST if rows > 1 else _LOWEST_OF_ONE)
        for line in range(len(self.plots)):
            self._grid.setRowStretch(line, int(line < rows))
            self._grid.setColumnStretch(line, int(line < min(columns, len(names))))

    def _ask_png(self) -> None:
        self._ask_file(tr("Save the plots"), "plots.png", tr("Pictures (*.png)"), self._export_png)

    def _ask_csv(self) -> None:
        self._ask_file(tr("Save the figures"), "figures.csv", tr("Tables (*.csv)"), self.save_csv)

    def _ask_file(self, title: str, name: str, kind: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, title, str(start_folder(self) / name), kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.fileSelected.connect(lambda name: remember_choice(self, name))
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def _export_png(self, path: Path) -> None:
        try:
            self.save_png(path)
        except EngineError as error:
            self._exported(None, error)
        else:
            self._exported(path, None)

    def _exported(self, path: Path | None, error: EngineError | None) -> None:
        self.bar.export.setEnabled(True)
        self.message.emit(plain_words(error) if error else tr("Saved {file}.", file=path))
