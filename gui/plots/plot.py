"""One plot of a run: its title, legend and switches over the canvas, and a read-out where the mouse points."""

from dataclasses import replace
from html import escape
from itertools import chain

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.history.run_curves import VALIDATION
from gui.history.run_history import RunHistory
from gui.plots.canvas import PlotCanvas
from gui.plots.catalogue import Plot, Series, series_of
from gui.plots.curves import PlotView, drawn_curves
from gui.plots.legend import Legend, LegendEntry
from gui.plots.marks import Marks, alert_marks, change_marks, stage_marks
from gui.plots.thinning import as_heights
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import RichLabel, TextLabel
from gui.widgets.theme import GRID, colors, set_role
from gui.words.translation import tr
from gui.words.values import figure_words


class PlotWidget(QFrame):
    """Draws one entry of the catalogue; which steps are shown is decided by the panel for all plots together."""

    range_chosen = Signal(float, float)
    whole_chosen = Signal()
    pointed = Signal(object)
    enlarge_requested = Signal()

    def __init__(self, plot: Plot, page: QWidget) -> None:
        super().__init__(page)
        self.page = page
        self.plot = plot
        self.history = RunHistory()
        self._window, self._smoothing = (0.0, 1.0), 1
        self.canvas = PlotCanvas(tr(plot.unit), logarithmic=plot.logarithmic, from_zero=plot.from_zero)
        self.legend = Legend([series.name for series in plot.series if not series.shown])
        self._read_out = RichLabel(parent=page)  # beside the plot, which it would cover where plots are small
        self._nothing = TextLabel(tr("No figures yet"))
        self.log_button, self.enlarge_button = QToolButton(), QToolButton()
        self._assemble()
        self._connect()

    def set_history(self, history: RunHistory) -> None:
        """Show this run from the next redraw on."""
        self.history = history
        self.canvas.fit_height_again()

    def set_window(self, low: float, high: float) -> None:
        """Show these steps from the next redraw on."""
        self._window = (low, high)

    def set_smoothing(self, width: int) -> None:
        """Mean over this many reports, drawn over the fainter figures; 1 is none."""
        self._smoothing = width

    def redraw(self) -> None:
        """Draw what is visible now; costs milliseconds however long the run is."""
        present = self._present()
        tints = colors(self).series
        self.canvas.set_steps(*self._window)
        shown = [series for series in present if series.name not in self.legend.hidden]
        view = PlotView(*self._window, self.canvas.pixels(), self._smoothing, self.canvas.logarithmic)
        drawn = [drawn_curves(self.history, s, s.name, tints[s.color % len(tints)], view) for s in shown]
        self.canvas.draw(list(chain.from_iterable(drawn)), self.marks())
        curves = [LegendEntry(s.name, s.shown_label, tints[s.color % len(tints)], s.shown_help) for s in present]
        self.legend.set_entries([*curves, *self._level_entries()])
        self._nothing.setVisible(not present)

    def set_cursor(self, step: float | None, *, read_out: bool) -> None:
        """Put the shared upright line at a step, with the figures there if the mouse is in this plot."""
        self.canvas.set_cursor(step)
        text = self._words_at(step) if read_out and step is not None else ""
        self._read_out.setVisible(bool(text))
        if text and step is not None:
            self._read_out.setText(text)
            self._read_out.adjustSize()
            self._place_read_out(step)

    def _assemble(self) -> None:
        set_role(self, "card")
        title = RichLabel(f"<b>{tr(self.plot.title)}</b>")
        self.log_button.setText(tr("log"))
        self.log_button.setCheckable(True)
        self.log_button.setChecked(self.plot.logarithmic)
        self.log_button.setToolTip(tr("Logarithmic height: for figures that span several powers of ten."))
        self.log_button.setAccessibleName(tr("{plot}: logarithmic height", plot=tr(self.plot.title)))
        self.set_enlarged(enlarged=False)
        header = QHBoxLayout()
        header.setSpacing(GRID // 2)
        header.addWidget(title, alignment=Qt.AlignmentFlag.AlignTop)
        header.addWidget(self._nothing, alignment=Qt.AlignmentFlag.AlignTop)
        header.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.log_button, self.enlarge_button):
            button.setStyleSheet("padding: 1px 3px;")
            header.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        layout.setSpacing(2)
        layout.addLayout(header)
        layout.addWidget(self.canvas, 1)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.setAccessibleName(tr("Plot: {plot}", plot=tr(self.plot.title)))
        self.canvas.setAccessibleDescription(tr("Left and Right read figures, plus and minus zoom, Home shows all."))
        self.setMinimumSize(220, 120)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for label, role in ((self._read_out, "card"), (self._nothing, "muted")):
            set_role(label, role)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._read_out.setContentsMargins(6, 4, 6, 4)
        self._read_out.hide()

    def _connect(self) -> None:
        self.canvas.range_chosen.connect(self.range_chosen)
        self.canvas.whole_chosen.connect(self.whole_chosen)
        self.canvas.pointed.connect(self.pointed)
        self.canvas.doubled.connect(self.enlarge_requested)
        self.enlarge_button.clicked.connect(self.enlarge_requested)
        self.legend.changed.connect(self.redraw)
        self.log_button.toggled.connect(self._set_logarithmic)

    def set_enlarged(self, *, enlarged: bool) -> None:
        """Say on the button what it does next."""
        words = tr("Show all plots again") if enlarged else tr("Show only {plot}", plot=tr(self.plot.within))
        set_icon(self.enlarge_button, "fit" if enlarged else "zoom")
        self.enlarge_button.setToolTip(tr("{words} (double-click)", words=words))
        self.enlarge_button.setAccessibleName(words)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """No: the legend's lines take their room from the canvas, not from the page."""
        return False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "canvas"):
            self.canvas.set_colors(colors(self))

    def _set_logarithmic(self, on: bool) -> None:
        self.canvas.set_logarithmic(on)
        self.redraw()

    def _present(self) -> list[Series]:
        names = set(self.history.names())
        return [series for series in series_of(self.plot, self.history) if series.name in names]

    def marks(self) -> Marks:
        """What stands on the plot beside its curves; heights as drawn."""
        levels = self.plot.thresholds(self.history)
        heights = as_heights(np.array([level.value for level in levels]), logarithmic=self.canvas.logarithmic)
        drawn = [replace(level, value=float(y)) for level, y in zip(levels, heights, strict=True) if np.isfinite(y)]
        return Marks(stage_marks(self.history), alert_marks(self.history), change_marks(self.history), drawn)

    def _level_entries(self) -> list[LegendEntry]:
        """Thresholds in view, named where their words cover nothing."""
        tints = colors(self)
        levels = self.canvas.levels_in_view()
        return [LegendEntry(level.label, level.label, getattr(tints, level.role), level=True) for level in levels]

    def _words_at(self, step: float) -> str:
        """Figures of the nearest report as a small table, with the alerts marked there."""
        lines, place = [], ""
        tints = colors(self).series
        for series in self._present():
            table = self.history.validations if series.name.startswith(VALIDATION) else self.history.steps
            row = table.row_at(step)
            if row is None or series.name in self.legend.hidden:
                continue
            value = float(table.column(series.name.removeprefix(VALIDATION))[row])
            stage, epoch = (round(float(table.column(name)[row])) for name in ("stage", "epoch"))
            place = tr("step {step:,} · stage {stage} · epoch {epoch}", step=table.steps[row], stage=stage, epoch=epoch)
            color = tints[series.color % len(tints)]
            lines.append(
                f"<tr><td><font color='{color}'>■</font> {escape(series.shown_label)}&nbsp;&nbsp;</td>"
                f"<td align='right'>{figure_words(value)}</td></tr>"
            )
        alerts = "".join(f"<br>{escape(text)}" for text in self.canvas.alerts_at(step))
        return f"<b>{place}</b><table cellspacing='0'>{''.join(lines)}</table>{alerts}" if lines else ""

    def _place_read_out(self, step: float) -> None:
        """Beside a small plot, in the upper corner away from the cursor of a large one: never over what it reads."""
        box, plot, around = self._read_out, self.geometry(), self.page.size()
        if plot.width() > 3 * box.width():
            at_left = step > sum(self._window) / 2
            x = plot.left() + 80 if at_left else plot.right() - box.width() - 24
            y = plot.bottom() - self.canvas.height() + GRID
        else:
            fits_right = plot.right() + box.width() < around.width()
            x = plot.right() + 4 if fits_right else plot.left() - box.width() - 4
            y = min(plot.top(), around.height() - box.height())
        box.move(max(x, 0), max(y, 0))
        box.raise_()
