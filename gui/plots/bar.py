"""The buttons over the plots: follow, whole run, smoothing, which plots, and export."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from gui.plots.catalogue import MAIN, Plot
from gui.widgets.icons import set_icon
from gui.widgets.theme import GRID
from gui.words.translation import tr

_SMOOTHINGS = (1, 5, 20, 100, 500)


class PlotsBar(QWidget):
    """Tells what was chosen."""

    follow_chosen = Signal(bool)
    whole_chosen = Signal()
    smoothing_chosen = Signal(int)  # reports to take the mean of
    plots_chosen = Signal(tuple)  # names
    png_wanted = Signal()
    csv_wanted = Signal()

    def __init__(self, plots: Sequence[Plot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow = _button("follow", tr("Follow"), tr("Keep the newest step in view while the run goes on."))
        self.whole = _button("fit", tr("Whole run"), tr("Show every step again (Home)."))
        self.smoothing = _button("filter", "", tr("Draw the mean over several reports."), self._smoothing_menu())
        self._names, self._choices = tuple(plot.name for plot in plots), dict[str, QAction]()
        self.all_plots = _button("patches", tr("All plots"), tr("Show every plot, or only the two that matter most."))
        self.plots = _button("eye", tr("Plots"), tr("Choose which plots are shown."), self._plots_menu(plots))
        words = tr("Save what is shown as a picture, or every figure as CSV.")
        self.export = _button("export", tr("Export plots"), words, self._export_menu())
        self.follow.setCheckable(True)
        self.follow.setChecked(True)
        self.follow.clicked.connect(self.follow_chosen)
        self.whole.clicked.connect(self.whole_chosen)
        self.all_plots.setCheckable(True)
        self.all_plots.clicked.connect(lambda all_: self.plots_chosen.emit(self._names if all_ else MAIN))
        self.show_smoothing(1)
        self._arrange()

    def show_smoothing(self, width: int) -> None:
        """Say over how many reports the mean is taken; 1 is none."""
        words = tr("Smoothing: off") if width == 1 else tr("Smoothing: {reports}", reports=width)
        self.smoothing.setText(words)
        self.smoothing.setAccessibleName(words)

    def show_chosen(self, names: Collection[str]) -> None:
        """Say which plots are shown."""
        self.all_plots.setChecked(len(names) == len(self._names))
        for name, action in self._choices.items():
            action.setChecked(name in names)

    def _arrange(self) -> None:
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(GRID // 2)
        for button in (self.follow, self.whole, self.smoothing, self.all_plots, self.plots):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.export)

    def _smoothing_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for width in _SMOOTHINGS:
            action = menu.addAction(tr("Off") if width == 1 else tr("Mean of {reports} reports", reports=width))
            action.setCheckable(True)
            action.setChecked(width == 1)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, width=width: self.smoothing_chosen.emit(width))
        return menu

    def _plots_menu(self, plots: Sequence[Plot]) -> QMenu:
        menu = QMenu(self)
        for plot in plots:
            action = menu.addAction(tr(plot.title))
            action.setCheckable(True)
            action.triggered.connect(self._choose)
            self._choices[plot.name] = action
        return menu

    def _choose(self) -> None:
        self.plots_chosen.emit(tuple(name for name, action in self._choices.items() if action.isChecked()))

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Picture of the plots (PNG)…"), self.png_wanted.emit)
        menu.addAction(tr("All figures (CSV)…"), self.csv_wanted.emit)
        return menu


def _button(icon: str, text: str, help_text: str, menu: QMenu | None = None) -> QToolButton:
    button = QToolButton()
    set_icon(button, icon)
    button.setText(text)
    button.setToolTip(help_text)
    button.setAccessibleName(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if menu is not None:
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
