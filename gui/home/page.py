"""The way from images to a student in four steps that say how they stand; every setting is one click away."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.errors import SettingsError
from engine.queue.queue_folder import Queue
from engine.settings import RunSettings
from gui.history.run_history import RunHistory
from gui.home.going_on import InterruptedQueue, RecentProjects, UnfinishedRuns
from gui.home.step_card import StepCard
from gui.home.steps import Situation, check_state, data_state, train_state, try_state
from gui.project.preferences import PreferencesFile
from gui.run.controller import BUSY, RunState
from gui.setup.setup_page import SetupPage
from gui.widgets.icons import set_icon
from gui.widgets.path_fields import FoldersField, PathField
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

TITLES = (mark("Images and teacher"), mark("Check"), mark("Train"), mark("Try it"))
_STEPS_WIDTH, _SIDE_WIDTH = 840, 400
_BESIDE = 1080  # the least width at which two columns have room


class HomePage(QWidget):
    """Shows and edits what Set-up holds: what is done here is done there."""

    start_requested = Signal()
    demo_requested = Signal()
    export_requested = Signal()
    page_requested = Signal(str)  # a name in actions.PAGES
    project_requested = Signal(object)  # Path
    resume_requested = Signal(object)  # Path
    queue_requested = Signal()

    def __init__(self, setup: SetupPage, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup, self._preferences = setup, preferences
        self._state, self._history, self._student = RunState.IDLE, RunHistory(), ""
        self._possible: Collection[str] = ("start", "demo")
        self.cards = [StepCard(number, tr(title)) for number, title in enumerate(TITLES, start=1)]
        self.images, self.teacher = FoldersField(), PathField("checkpoint")
        self.confirmed = QCheckBox(tr("These labels are right"))
        self.demo, self.all_settings = QPushButton(tr("Try the demo")), QPushButton(tr("All settings"))
        self.classes, self.found = QPushButton(tr("Say which are which…")), QPushButton(tr("Look at the images"))
        self.check_teacher, self.start = QPushButton(tr("Check the teacher")), QPushButton(tr("Start"))
        self.watch, self.try_it = QPushButton(tr("Watch")), QPushButton(tr("Try pictures"))
        self.export = QPushButton(tr("Export"))
        self.queue_left, self.unfinished, self.projects = InterruptedQueue(), UnfinishedRuns(), RecentProjects()
        self._queue: Queue | None = None
        self._later = QTimer(self, interval=0, singleShot=True)  # many changes at once, one look at them
        self._looked_in: Path | None = None
        self._arrange()
        self._connect()
        self.refresh()

    def set_run(self, state: RunState, history: RunHistory, student: str, possible: Collection[str]) -> None:
        """The live or last run, the name of the shown one if it has a student, and the commands that can be given."""
        ended = state != self._state
        self._state, self._history, self._student, self._possible = state, history, student, possible
        if ended:
            self._looked_in = None
        if self.isVisible():
            self._later.start()

    def look_at_queue(self, queue: Queue) -> None:
        """The queue, which may stand otherwise than before."""
        self._queue = queue
        if self.isVisible():
            self.queue_left.look(queue)

    def close_tasks(self) -> None:
        """Let the thread end when it can."""
        self._later.stop()
        for card in (self.queue_left, self.unfinished):
            card.close_task()

    def refresh(self) -> None:
        """Show how everything stands."""
        now = self._situation()
        states = (data_state(now), check_state(now), train_state(now), try_state(now))
        for card, state in zip(self.cards, states, strict=True):
            card.show_state(state)
        busy = self._state in BUSY
        self.confirmed.setVisible(now.found is not None)
        self.confirmed.setChecked(now.confirmed)
        self.classes.setVisible(now.undecided)
        self.found.setVisible(now.chosen and not now.undecided)
        self.check_teacher.setVisible(now.chosen and self.teacher.value() is not None and not busy)
        self.start.setVisible(not busy)
        for button in (self.start, self.queue_left.button):
            button.setEnabled("start" in self._possible)
        self.watch.setVisible(busy or self._history.finished is not None)
        self.demo.setEnabled("demo" in self._possible)
        for button in (self.try_it, self.export):
            button.setEnabled(bool(self._student))
        set_role(self.demo, "" if now.chosen or busy else "primary")
        set_role(self.start, "primary" if now.chosen else "")
        set_icon(self.demo, "demo", "text" if now.chosen or busy else "on_accent")
        set_icon(self.start, "start", "on_accent" if now.chosen else "text")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._take_settings()
        self.projects.show_projects(self._preferences.value.recent_projects)
        self.images.set_recent(self._preferences.value.recent_folders)
        self._look_for_runs()
        if self._queue is not None:
            self.queue_left.look(self._queue)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What can be gone on with stands beside the steps where there is room, otherwise below them."""
        super().resizeEvent(event)
        room = event.size().width() >= _BESIDE
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom)
        self._side.setMaximumWidth(_SIDE_WIDTH if room else _STEPS_WIDTH)

    def _situation(self) -> Situation:
        settings, panel = self._settings(), self._setup.data_panel
        problem = panel.note.text.text() if not panel.note.isHidden() else ""
        return Situation(
            chosen=bool(settings and settings.data.train),
            teacher=bool(settings and (settings.teacher.checkpoint or not settings.loss.imitates)),
            looking=panel.doing.text() if panel.looking else "",
            found=panel.found,
            undecided=panel.undecided,
            confirmed=panel.labels_confirmed,
            refused=problem,
            problems=() if self._state in BUSY else self._setup.problems(),
            state=self._state,
            history=self._history,
            student=self._student,
        )

    def _settings(self) -> RunSettings | None:
        try:
            return self._setup.value()
        except SettingsError:
            return None

    def _take_settings(self) -> None:
        """Show what Set-up holds."""
        settings = self._settings()
        if settings is not None:
            self.images.set_value(settings.data.train)
            self.teacher.set_value(settings.teacher.checkpoint)

    def _look_for_runs(self) -> None:
        folder = self._setup.runs_folder()
        if folder != self._looked_in and self._state not in BUSY:
            self._looked_in = folder
            self.unfinished.look(folder)

    def _follow(self) -> None:
        if self.isVisible():
            self._take_settings()
            self._look_for_runs()
            self.refresh()

    def _edit(self, name: str, field: FoldersField | PathField) -> None:
        self._setup.form.rows[name].field.set_value(field.value())

    def _confirm(self, right: bool) -> None:
        self._setup.data_panel.findings.confirmed.setChecked(right)
        self._setup.data_panel.findings.confirmed_changed.emit(right)

    def _turn_to(self, title: str) -> None:
        self.page_requested.emit("setup")
        self._setup.form.show_page(title)

    def _say_classes(self) -> None:
        self._turn_to("Images")
        self._setup.data_panel.open_classes()

    def _check_teacher(self) -> None:
        self._turn_to("Networks")
        self._setup.teacher_panel.start_check()

    def _connect(self) -> None:
        self._later.timeout.connect(self._follow)
        self._setup.changed.connect(self._later.start)
        self._setup.state_changed.connect(self._later.start)
        self.images.changed.connect(partial(self._edit, "data.train", self.images))
        self.images.added.connect(self._setup.remember)
        self.teacher.changed.connect(partial(self._edit, "teacher.checkpoint", self.teacher))
        self.confirmed.clicked.connect(self._confirm)
        self.classes.clicked.connect(self._say_classes)
        self.found.clicked.connect(partial(self._turn_to, "Images"))
        self.check_teacher.clicked.connect(self._check_teacher)
        self.all_settings.clicked.connect(partial(self.page_requested.emit, "setup"))
        self.watch.clicked.connect(partial(self.page_requested.emit, "run"))
        self.try_it.clicked.connect(partial(self.page_requested.emit, "try_it"))
        self.start.clicked.connect(self.start_requested)
        self.demo.clicked.connect(self.demo_requested)
        self.export.clicked.connect(self.export_requested)
        self.queue_left.go_on_requested.connect(self.queue_requested)
        self.unfinished.resume_requested.connect(self.resume_requested)
        self.projects.project_requested.connect(self.project_requested)

    def _arrange(self) -> None:
        self._fill_cards()
        steps = QVBoxLayout()
        steps.setSpacing(GRID)
        for card in (self.queue_left, *self.cards):
            steps.addWidget(card)
        steps.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GRID)
        for part in (self.unfinished, self.projects):
            side.addWidget(part)
        side.addStretch(1)
        left = QWidget()
        left.setLayout(steps)
        left.setMaximumWidth(_STEPS_WIDTH)
        steps.setContentsMargins(0, 0, 0, 0)
        self._columns = QHBoxLayout(content := QWidget())
        self._columns.setContentsMargins(0, 0, GRID, 0)
        self._columns.setSpacing(2 * GRID)
        self._columns.addWidget(left, 2)
        self._columns.addWidget(self._side, 1)
        self._columns.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addLayout(self._head())
        layout.addWidget(ScrollArea(content, takes_focus=False), 1)

    def _head(self) -> QHBoxLayout:
        title = TextLabel(tr("From images to a detector"))
        set_role(title, "title")
        set_icon(self.all_settings, "setup")
        self.demo.setToolTip(tr("No images at hand? The demo brings its own, and a teacher. It works offline."))
        self.all_settings.setToolTip(tr("The page Set-up, with everything that a run can be told"))
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(title)
        head.addStretch()
        for widget in (self.demo, self.all_settings):
            head.addWidget(widget)
        return head

    def _fill_cards(self) -> None:
        data, check, train, try_it = self.cards
        self.images.label.setText(tr("Images"))
        self.images.setAccessibleName(tr("Training images, in short"))
        self.teacher.setAccessibleName(tr("Teacher checkpoint, in short"))
        label = TextLabel(tr("Teacher"))
        label.setBuddy(self.teacher)
        data.content.addWidget(self.images, 0, 0, 1, 2)
        data.content.addWidget(label, 1, 0)
        data.content.addWidget(self.teacher, 1, 1)
        data.content.setColumnStretch(1, 1)
        data.content.setHorizontalSpacing(2 * GRID)
        icons = {self.classes: "folder", self.found: "image", self.check_teacher: "teacher", self.watch: "run"}
        for button, name in (icons | {self.try_it: "try_it", self.export: "export"}).items():
            set_icon(button, name)
        rows = (
            (check, (self.confirmed, self.classes, self.found, self.check_teacher)),
            (train, (self.watch, self.start)),
            (try_it, (self.try_it, self.export)),
        )
        for card, widgets in rows:
            for widget in widgets:
                card.buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
