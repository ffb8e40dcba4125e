"""The run page: status at the top, curves in the middle, warnings below; and a banner for an earlier run."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from engine.machine import awake
from gui.alerts.panel import WarningsPanel
from gui.alerts.remedy_box import RemedyUse
from gui.background.event_loop_delay import Delay
from gui.history.run_history import RunHistory
from gui.plots.panel import PlotsPanel
from gui.run.control_run import ControlRun
from gui.run.controller import BUSY, RunState
from gui.run.status_panel import StatusPanel
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_page import EmptyPage
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.words.translation import tr


class RunPage(QWidget):
    """Shows one run, live or earlier."""

    live_requested = Signal()
    demo_requested = Signal()
    message = Signal(str)
    remedy_chosen = Signal(object, object)  # Remedy, RemedyUse

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status, self.plots, self.warnings = StatusPanel(), PlotsPanel(), WarningsPanel()
        self.banner, self._banner_text, self.well = QFrame(), ElidedLabel(), ElidedLabel()
        self.back = QPushButton(tr("Back to the current run"))
        self._history, self._control = RunHistory(), ControlRun(self)
        self._control.found.connect(self.status.set_control)
        self._live, self._busy = True, False
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._build_empty())
        self._layers.addWidget(self._build())
        self.plots.message.connect(self.message)
        self.warnings.remedy_chosen.connect(self.remedy_chosen)
        self.warnings.jump_requested.connect(self.plots.show_steps)

    def set_run(self, history: RunHistory, earlier: str) -> None:
        """Show a run; ``earlier`` is the name of one that is not the current run, otherwise empty."""
        self._history = history
        self._banner_text.setText(tr('This is an earlier run: "{name}"', name=earlier))
        self.banner.setVisible(bool(earlier))
        self._live = not earlier
        self.status.set_history(history, live=self._live)
        self.plots.set_history(history)
        self.warnings.set_history(history)
        self.refresh()

    def set_state(self, state: RunState, delay: Delay | None) -> None:
        """The live run's state, and how late the window's event loop is."""
        self._busy = state in BUSY
        words = {True: tr("Back to the run that is going on"), False: tr("Back to the last run")}
        self.back.setText(tr("Close this run") if state == RunState.IDLE else words[self._busy])
        self.status.set_detail("Sleep", sleep_detail(self._history) if self._live and self._busy else "")
        if delay is not None:
            self.status.set_detail("Window", str(delay))

    def set_use(self, use: RemedyUse) -> None:
        """What remedies can do for the run that is shown."""
        self.warnings.set_use(use)

    def refresh(self) -> None:
        """Redraw what changed and is visible."""
        self._control.look(self._history)
        self._layers.setCurrentIndex(1 if self._busy or self._history.revision else 0)
        self.warnings.setVisible(bool(self._history.alerts))
        self.well.setVisible(not self._history.alerts)
        for panel in (self.status, self.plots, self.warnings):
            panel.refresh()

    def _build(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_banner())
        content = QVBoxLayout(panels := QWidget())
        content.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        content.setSpacing(2 * GRID)
        content.addWidget(self.status)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.plots)
        splitter.addWidget(self.warnings)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        content.addWidget(splitter, 1)
        column.addWidget(ScrollArea(panels, takes_focus=False), 1)  # a window that is too low scrolls
        column.addWidget(self._build_well())
        return page

    def _build_well(self) -> ElidedLabel:
        """In place of the warnings while there are none; it is in sight wherever the rest is scrolled to."""
        self.well.setText(
            tr("No warnings so far. While a run goes on, health rules watch its losses, gradients, outputs and scores.")
        )
        self.well.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        set_role(self.well, "muted")
        return self.well

    def _build_banner(self) -> QFrame:
        self.banner.setObjectName("banner")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        sign = TextLabel()
        set_icon(sign, "runs", "muted")
        set_icon(self.back, "left")
        self.back.clicked.connect(self.live_requested)
        row.addWidget(sign)
        row.addWidget(self._banner_text, 1)
        row.addWidget(self.back)
        return self.banner

    def _build_empty(self) -> EmptyPage:
        demo = QPushButton(tr("Try the demo"))
        set_role(demo, "primary")
        set_icon(demo, "demo", "on_accent")
        demo.clicked.connect(self.demo_requested)
        text = tr(
            "Choose images in Set-up and press Start, or see how it works with the images that come with the "
            "program. Curves, warnings and progress appear here."
        )
        return EmptyPage("run", tr("Nothing is running"), text, demo)


def sleep_detail(history: RunHistory) -> str:
    """Whether the computer may fall asleep while the run goes on; empty where nobody knows, or would send it there."""
    if history.settings is None or history.started is None:
        return ""
    if not history.settings.machine.keep_awake:
        return tr("possible, as set in Set-up")
    if "not_kept_awake" in history.troubles:
        return tr("possible")
    return "" if awake.without_desktop() else tr("held off until the run ends")
