"""Where student and teacher disagree most in a folder of labelled images; a click opens the image."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit, Event, Progress
from engine.number_words import percent
from gui.background.background_task import BackgroundTask
from gui.inspect.task import Networks, Pair, worst_disagreements
from gui.widgets import dialogs as messages
from gui.widgets.card import heading
from gui.widgets.path_fields import PathField
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.trained.comparison import Disagreement

HINT = mark("Choose a folder with real and fake images, and compare: where the two differ most comes first.")


class DisagreementsPanel(QWidget):
    """``pair`` tells the networks to compare, or None after it has told the user what is missing."""

    open_requested = Signal(Path)

    def __init__(self, pair: Callable[[], Pair | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair, self._networks = pair, Networks()
        self.folder = PathField("folder")
        self.folder.setAccessibleName(tr("Folder of labelled images"))
        self.start, self.progress = QPushButton(tr("Compare")), QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the comparison"))
        self.found, self.list = TextLabel(tr(HINT)), QListWidget()
        self.found.setWordWrap(True)
        set_role(self.found, "muted")
        self.list.setAccessibleName(tr("Worst disagreements"))
        self.list.setSpacing(2)
        self.task = BackgroundTask(self)
        self._arrange()
        self.start.clicked.connect(self._start_or_stop)
        self.folder.changed.connect(self._follow)
        for signal in (self.list.itemClicked, self.list.itemActivated):
            signal.connect(lambda item: self.open_requested.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.task.event_arrived.connect(self._show_progress)
        self.task.finished.connect(self._finished)
        self.task.stopped.connect(lambda: self._say(tr("Stopped.")))
        self._follow()

    def _arrange(self) -> None:
        title = heading(tr("Worst disagreements"))
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addStretch()
        row.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(self.folder)
        column.addLayout(row)
        column.addWidget(self.found)
        column.addWidget(self.list, 100)
        column.addStretch(1)

    def _follow(self) -> None:
        running = self.task.running
        self.start.setText(tr("Stop") if running else tr("Compare"))
        self.start.setEnabled(running or self.folder.value() is not None)
        self.folder.setEnabled(not running)
        self.progress.setVisible(running)
        self.list.setVisible(self.list.count() > 0)

    def _start_or_stop(self) -> None:
        if self.task.running:
            self.task.stop()
            return
        pair, folder, networks = self._pair(), self.folder.value(), self._networks
        if pair is None or folder is None:
            return

        def work(control: RunControl, emit: Emit) -> object:
            return worst_disagreements(networks, pair, folder, control, emit)

        self.list.clear()
        self.progress.setRange(0, 0)
        self.task.start(work)
        self._say(tr("Comparing…"))

    def _show_progress(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)

    def _finished(self, result: object, error: EngineError | None) -> None:
        if error is not None:
            self._say(tr(HINT))
            messages.tell_error(self.window(), tr("The folder was not compared"), error)
            return
        found = cast("tuple[Disagreement, ...]", result)
        for item in found:
            self._add(item)
        self._say(tr("Probabilities of fake. Choose one to look into it."))

    def _add(self, found: "Disagreement") -> None:
        label = tr("fake") if found.label else tr("real")
        said = {"student": percent(found.student), "teacher": percent(found.teacher)}
        words = tr("student {student}, teacher {teacher}", **said)
        item = QListWidgetItem(f"{found.path.parent.name}/{found.path.name}, {label}\n{words}")
        item.setData(Qt.ItemDataRole.UserRole, found.path)
        item.setToolTip(plain_tip(str(found.path)))
        self.list.addItem(item)

    def _say(self, text: str) -> None:
        self.found.setText(text)
        self._follow()
