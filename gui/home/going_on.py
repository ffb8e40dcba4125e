"""What can be gone on with: a queue or runs that were stopped or broken off, projects that were open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.errors import EngineError
from engine.number_words import date_and_time
from engine.queue.entries import QueueEntry
from engine.queue.queue_folder import Queue
from engine.run_folder.summaries import RunSummary, unfinished_runs
from gui.background.background_task import BackgroundTask
from gui.earlier_runs.list import is_open
from gui.widgets.card import Card
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import plain_tip
from gui.widgets.theme import GRID
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.translation import mark, tr

OFFERED = 3
_STATES = {"stopped": mark("stopped"), "failed": mark("failed"), "interrupted": mark("broken off")}


class UnfinishedRuns(Card):
    """Read in a thread; hidden while there are none."""

    resume_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Runs that can go on"), parent)
        self._task = BackgroundTask(self)
        self._task.finished.connect(self._show)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self.column.addLayout(self._rows)
        self.buttons: list[QPushButton] = []
        self.hide()

    def look(self, folder: Path) -> None:
        """Look for runs in a folder."""
        self._task.start(lambda control, _emit: [r for r in unfinished_runs(folder, control) if not is_open(r.path)])

    def close_task(self) -> None:
        """Let the thread end when it can."""
        self._task.leave()

    def _show(self, runs: Sequence[RunSummary] | None, _error: EngineError | None) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.buttons = [self._add(row, run) for row, run in enumerate((runs or ())[:OFFERED])]
        self.setVisible(bool(self.buttons))

    def _add(self, row: int, run: RunSummary) -> QPushButton:
        words = WrappedLabel()
        words.setText(in_a_sentence(run))
        button = QPushButton(tr("Resume"))
        button.setAccessibleName(tr("Resume {name}", name=run.path.name))
        button.setToolTip(plain_tip(str(run.path)))
        set_icon(button, "resume")
        button.clicked.connect(lambda: self.resume_requested.emit(run.path))
        self._rows.addWidget(words, row, 0)
        self._rows.addWidget(button, row, 1, Qt.AlignmentFlag.AlignVCenter)
        return button


class InterruptedQueue(Card):
    """Read in a thread; hidden unless one of the queue's runs was begun and is neither done nor going on."""

    go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Queue"), parent)
        self._task = BackgroundTask(self)
        self._task.finished.connect(self._show)
        self.words, self.button = WrappedLabel(), QPushButton(tr("Go on"))
        set_icon(self.button, "resume")
        self.button.setToolTip(tr("Do what is left of the queue, one run after the other."))
        self.button.clicked.connect(self.go_on_requested)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.hide()

    def look(self, queue: Queue) -> None:
        """Look how a queue stands."""
        self._task.start(lambda _control, _emit: queue.entries())

    def close_task(self) -> None:
        """Let the thread end when it can."""
        self._task.leave()

    def _show(self, entries: Sequence[QueueEntry] | None, _error: EngineError | None) -> None:
        listed = entries or ()  # the queue's own page says what is wrong with one that cannot be read
        done = sum(not entry.to_do for entry in listed)
        asked = tr("The queue was interrupted: {done} of {all} done. Go on?", done=done, all=len(listed))
        self.words.setText(asked)
        self.setVisible(any(entry.broken_off for entry in listed))


class RecentProjects(Card):
    """A button for each; hidden while there are none."""

    project_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Recent projects"), parent)
        self.buttons: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.column.addLayout(self._list)

    def show_projects(self, paths: Sequence[Path]) -> None:
        """Offer the first of these."""
        for button in self.buttons:
            self._list.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(path) for path in paths[:OFFERED]]
        for button in self.buttons:
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(self.buttons))

    def _button(self, path: Path) -> QPushButton:
        button = QPushButton(path.stem.replace("&", "&&"))
        button.setToolTip(plain_tip(str(path)))
        button.setAccessibleName(tr("Open project {path}", path=path))
        set_icon(button, "open")
        button.clicked.connect(lambda: self.project_requested.emit(path))
        return button


def in_a_sentence(run: RunSummary) -> str:
    """Name, how it ended and where it goes on, such as "Demo": stopped; goes on from step 138."""
    when = f", {date_and_time(run.ended_s)}" if run.ended_s is not None else ""
    where = (
        tr("goes on from step {step:,}", step=run.saved_step) if run.saved_step else tr("goes on from the beginning")
    )
    return f'"{run.path.name}": {tr(_STATES.get(run.state, run.state))}{when}; {where}.'
