"""Try a student on pictures of your own: drop them, and each is called real or fake as soon as it has been judged."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.control import RunControl
from engine.errors import EngineError
from engine.evaluation.judgement import JudgementFound
from engine.events import Emit, Event, PicturesScored, ScoredPicture
from gui.background.background_task import BackgroundTask
from gui.history.run_progress import duration
from gui.history.shown_run import ShownRun
from gui.try_it.browsing import browse_folder, browse_pictures, browse_save
from gui.try_it.table import LOGIT, ScoreTable
from gui.try_it.table_view import ScoreTableView
from gui.try_it.task import Asked, Student, score, write_csv
from gui.try_it.threshold_bar import ThresholdBar
from gui.widgets import dialogs as messages
from gui.widgets.empty_page import EmptyPage
from gui.widgets.icons import set_icon
from gui.widgets.path_fields import PathField, dropped_paths
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import plural
from gui.words.translation import mark, tr

_TELLING_S = 2.0  # before the pace says anything


class TryItPage(QWidget):
    """Pictures come by dropping or browsing and are scored in a thread; ``inspect_requested`` names a picture."""

    inspect_requested = Signal(Path, Path)  # student's weights, picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = ShownRun()
        self._asked: list[Path] = []  # everything that was dropped, in case another student is chosen
        self._waiting: list[Path] = []
        self._opened: Path | None = None  # the weights that were asked last
        self._began = 0.0
        self._before = 0  # pictures that were in the list when those that are being judged were asked for
        self._student = Student()
        self._scoring, self._saving = BackgroundTask(self), BackgroundTask(self)
        self.model = ScoreTable(self)
        self.table = ScoreTableView(self.model)
        self.student, self.threshold = PathField("checkpoint"), ThresholdBar()
        self.add_pictures, self.add_folder = QPushButton(tr("Add pictures…")), QPushButton(tr("Add folder…"))
        self.save, self.clear_button = QPushButton(tr("Save…")), QPushButton(tr("Clear"))
        self.stop_button = QPushButton(tr("Stop"))
        self.advanced = QCheckBox(tr("Logits"))
        self.progress, self.left, self.count = QProgressBar(), TextLabel(), TextLabel()
        self._stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self._follow()

    def set_run(self, folder: Path | None) -> None:
        """The run whose student is taken, as soon as it has one."""
        self._run.folder = folder
        self.refresh()

    def refresh(self) -> None:
        """Take the shown run's student, once; what the user chooses afterwards stays."""
        student = self._run.new_student() if self.isVisible() else None
        if student is not None:
            self.student.set_value(student)

    def add(self, paths: Sequence[Path]) -> None:
        """Judge more pictures, and those in folders, after those that are being judged."""
        if self.student.value() is None:
            text = tr("No student is chosen.")
            messages.tell(self.window(), tr("Try it"), text, tr("Choose its weights, or open a run from Runs."))
            return
        self._asked += paths
        self._waiting += paths
        self._go_on()

    def clear(self) -> None:
        """Forget all pictures."""
        self._scoring.stop()
        self._asked, self._waiting = [], []
        self.model.clear()
        self._follow()

    def stop_tasks(self) -> None:
        """End what goes on and wait for it."""
        self.model.thumbnails.stop()
        self._scoring.close()
        self._saving.close()

    def save_csv(self, path: Path) -> None:
        """Write the table as `score --csv` does, in the order in which pictures were asked for."""
        pictures = sorted(self.model.pictures, key=lambda picture: picture.place)
        threshold = self.model.threshold
        self._saving.start(lambda _control, _emit: write_csv(path, pictures, threshold))

    @property
    def busy(self) -> bool:
        """Whether pictures are being judged."""
        return self._scoring.running

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.add(dropped_paths(event.mimeData()))

    def _go_on(self) -> None:
        weights = self.student.value()
        if self._scoring.running or weights is None:
            return
        if not self._waiting and (weights == self._opened or not weights.is_file()):
            return
        asked = Asked(weights, tuple(self._waiting), self.model.known)
        self._waiting, student = [], self._student

        def work(control: RunControl, emit: Emit) -> object:
            return score(student, asked, control, emit)

        self.progress.setRange(0, 0)
        self._began, self._opened, self._before = time.monotonic(), weights, 1 + self._last_place()
        self._scoring.start(work)
        self._follow()

    def _last_place(self) -> int:
        return max((picture.place for picture in self.model.pictures), default=-1)

    def _hear(self, event: Event) -> None:
        if isinstance(event, JudgementFound):
            self.threshold.set_judgement(event.judgement)
        elif isinstance(event, PicturesScored):
            self.model.add([replace(picture, place=self._before + picture.place) for picture in event.pictures])
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)
            self._show_time(event.done, event.total)
            self._follow()

    def _show_time(self, done: int, total: int) -> None:
        passed = time.monotonic() - self._began
        telling = passed > _TELLING_S and 0 < done < total
        words = mark("{done:,} of {total:,}, {time} left") if telling else mark("{done:,} of {total:,}")
        left = duration(passed / done * (total - done)) if telling else ""
        self.left.setText(tr(words, done=done, total=total, time=left))

    def _finished(self, _result: object, error: EngineError | None) -> None:
        if error is not None:
            title = tr("Not all pictures were judged") if self._asked else tr("The student cannot be used")
            messages.tell_error(self.window(), title, error)
        self._follow()
        self._go_on()

    def _stop(self) -> None:
        self._waiting = []
        self._scoring.stop()

    def _saved(self, _result: object, error: EngineError | None) -> None:
        if error is not None:
            messages.tell_error(self.window(), tr("The table was not saved"), error)

    def _judge_again(self) -> None:
        """Another student, once its file is there: it is opened at once, and everything is judged anew."""
        weights = self.student.value()
        if weights is None or weights == self._opened or not weights.is_file():
            return
        asked = list(self._asked)
        self.clear()
        self._asked, self._waiting = asked, list(asked)
        self._go_on()

    def _take_threshold(self, threshold: float) -> None:
        self.model.set_threshold(threshold)
        self._follow()

    def _follow(self) -> None:
        """What can be pressed, and how many pictures are called what."""
        running, (total, fakes, unread) = self._scoring.running, self.model.counts()
        words = mark("{pictures}: {fakes:,} called fake")
        if unread:
            words = mark("{pictures}: {fakes:,} called fake, {unread:,} cannot be read")
        pictures = plural(total, "picture", "pictures")
        self.count.setText(tr(words, pictures=pictures, fakes=fakes, unread=unread) if total else "")
        for widget in (self.progress, self.left, self.stop_button):
            widget.setVisible(running)
        if not running:
            self.left.clear()
        for widget in (self.save, self.clear_button):
            widget.setEnabled(total > 0)
        self._stack.setCurrentIndex(1 if total or self._asked else 0)

    def _inspect(self, picture: ScoredPicture) -> None:
        if self._opened is not None and picture.logit is not None:
            self.inspect_requested.emit(self._opened, Path(picture.path))

    def _connect(self) -> None:
        self._scoring.event_arrived.connect(self._hear)
        self._scoring.finished.connect(self._finished)
        self._scoring.stopped.connect(self._stopped)
        self._saving.finished.connect(self._saved)
        self.student.changed.connect(self._judge_again)
        self.threshold.changed.connect(self._take_threshold)
        self.table.opened.connect(self._inspect)
        self.advanced.toggled.connect(lambda shown: self.table.setColumnHidden(LOGIT, not shown))
        self.add_pictures.clicked.connect(lambda: browse_pictures(self, self.add))
        self.add_folder.clicked.connect(lambda: browse_folder(self, self.add))
        self.save.clicked.connect(lambda: browse_save(self, self.save_csv))
        self.clear_button.clicked.connect(self.clear)
        self.stop_button.clicked.connect(self._stop)

    def _stopped(self) -> None:
        self._follow()
        self._go_on()

    def _arrange(self) -> None:
        self._stack.addWidget(
            EmptyPage(
                "image",
                tr("Drop pictures or folders here"),
                tr(
                    "Or add them. The student says of each how probably it is fake, and from which probability on it "
                    "is called so is yours to choose. The student is that of the run that is shown; another can be "
                    "chosen above."
                ),
            )
        )
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        inner.addWidget(self.threshold)
        inner.addWidget(self.table, 1)
        inner.addLayout(self._foot())
        self._stack.addWidget(listed)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addLayout(self._field())
        column.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        title = TextLabel(tr("Try it"))
        set_role(title, "title")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(title, 1)
        for button, sign in ((self.add_pictures, "image"), (self.add_folder, "folder")):
            set_icon(button, sign)
            head.addWidget(button)
        return head

    def _field(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.student.setAccessibleName(tr("Student"))
        row.addWidget(TextLabel(tr("Student")))
        row.addWidget(self.student, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        set_role(self.left, "muted")
        self.progress.setMaximumWidth(24 * GRID)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Pictures judged"))
        self.save.setToolTip(tr("Save the table as CSV, with the columns of the command score."))
        self.clear_button.setToolTip(tr("Take all pictures out of the list; nothing happens on the disk."))
        self.advanced.setToolTip(tr("Show the raw scores that probabilities are made of."))
        for button, sign in ((self.save, "save"), (self.clear_button, "remove"), (self.stop_button, "stop")):
            set_icon(button, sign)
        foot.addWidget(self.count)
        foot.addStretch(1)
        for widget in (self.progress, self.left, self.stop_button, self.advanced, self.clear_button, self.save):
            foot.addWidget(widget)
        return foot
