"""Looks through the chosen image folders in a worker thread and shows what it finds, to be confirmed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.control import RunControl
from engine.errors import EngineError, Problem, UndecidedClassesError
from engine.events import DataScanned, Emit, Event, Progress, ShortcutsAudited
from engine.events.progress import progress_reporter
from engine.settings import DataSettings, MachineSettings
from engine.settings.classes import FolderClasses
from gui.background.background_task import BackgroundTask
from gui.found.classes_panel import ClassesPanel
from gui.found.data_findings import DataFindings
from gui.found.thumbnails import Thumbnail, load_thumbnails
from gui.history.work_left import WorkLeft
from gui.project.preferences import PreferencesFile
from gui.widgets.card import heading
from gui.widgets.icons import set_icon
from gui.widgets.notes import ProblemNote
from gui.widgets.plain_text import TextLabel
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

_NOTHING = mark("Choose training images: what is found in them is shown here, to be confirmed.")
PAUSE_MS = 500  # of typing or dropping, before the folders are looked through
SCANNED = (
    *("train", "validation", "test", "test_source", "classes", "real_names", "fake_names", "validation_fraction"),
    *("max_unreadable", "max_megapixels", "unlabelled"),
)
LISTED = {"train", "validation", "test", "classes", "real_names", "fake_names"}
"""What decides the folders and classes that are listed."""


class DataPanel(QFrame):
    """Nothing chosen -> looking -> findings, a question about classes, or why there is nothing."""

    classes_asked = Signal()
    classes_chosen = Signal(object)  # FolderClasses
    scanned = Signal(object)  # DataScanned
    confirmed_changed = Signal(bool)
    swap_requested = Signal()
    state_changed = Signal()  # how far it is, or what it knows

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._data, self._machine = DataSettings(), MachineSettings()
        self._seed = 0
        self._key = ""
        self.found: DataScanned | None = None
        self.undecided = False  # whether some folders have no class yet
        self._confirmed_classes: FolderClasses = ()  # which the user has just taken from the panel
        self.classes, self.choose_classes = ClassesPanel(), QPushButton(tr("Classes…"))
        self.nothing, self.findings, self.note = TextLabel(tr(_NOTHING)), DataFindings(), ProblemNote()
        self.again, self.stop = QPushButton(tr("Look again")), QPushButton(tr("Stop"))
        self.progress, self.doing = QProgressBar(), TextLabel()
        self._task, self._left = BackgroundTask(self), WorkLeft()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._arrange()
        self._pause.timeout.connect(self.look)
        self.again.clicked.connect(self.look)
        self.stop.clicked.connect(self._task.stop)
        self._task.event_arrived.connect(self._hear)
        self._task.finished.connect(self._finish)
        self._task.stopped.connect(self._say_stopped)
        self.choose_classes.clicked.connect(self.open_classes)
        self.classes.used.connect(self._use_classes)
        self.classes.closed.connect(self.classes.hide)
        self.findings.confirmed_changed.connect(self._confirm)
        self.findings.swap_requested.connect(self.swap_requested)
        self._show_idle()

    @property
    def looking(self) -> bool:
        """Whether the folders are being looked through, or soon will be."""
        return self._task.running or self._pause.isActive()

    @property
    def labels_confirmed(self) -> bool:
        """Whether the user has said that the labels found in these folders are right."""
        return self.found is not None and self.findings.confirmed.isChecked()

    def set_data(self, data: DataSettings, seed: int, machine: MachineSettings | None = None) -> None:
        """Look through the folders of these settings, after a pause, where they are not those shown."""
        self._machine = machine or self._machine
        changed = {key for key in SCANNED if getattr(data, key) != getattr(self._data, key)}
        same = seed == self._seed and not changed
        if changed & LISTED:
            self.classes.hide()
        self._data, self._seed = data, seed
        if same:
            return
        self.found, self.undecided = None, False
        self._task.stop()
        self.note.show_problem(None)
        if data.train:
            self._pause.start()
        else:
            self._pause.stop()
        self._show_idle(tr("Looking through the folders…") if data.train else "")

    def open_classes(self) -> None:
        """Ask for the classes of the folders."""
        if self._data.train:
            self.classes.show()
            self.classes.look(self._data)
            self.classes_asked.emit()
            self._scroll.ensureWidgetVisible(self.classes)

    def look(self) -> None:
        """Look through the folders now."""
        self._pause.stop()
        self.found, self.undecided = None, False
        self.note.show_problem(None)
        self.progress.setRange(0, 0)
        self.doing.setText(tr("Looking through the folders…"))
        self._task.start(_scan_task(self._data, self._seed, self._machine))
        self._show_state()

    def close_task(self) -> None:
        """Stop looking; the thread ends when it can."""
        self._pause.stop()
        self._task.leave()
        self.classes.close_tasks()
        self._show_idle()

    def _hear(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)
            self.doing.setText(self._left.words(event))
            self.state_changed.emit()
        elif isinstance(event, DataScanned):
            self.show_scan(event)
        elif isinstance(event, ShortcutsAudited):
            self.findings.show_shortcuts(event)

    def show_scan(self, found: DataScanned) -> None:
        """Show what was found; a mapping that was confirmed before for these folders still is."""
        self.found = found
        self._key = labels_key(found.mapping, self._data.train)
        if self._data.classes and self._data.classes == self._confirmed_classes:
            self._preferences.confirm_labels(self._key, True)
        self.findings.show_scan(found, self._key in self._preferences.value.confirmed_labels)
        self._show_state()
        self.scanned.emit(found)

    def _finish(self, thumbnails: tuple[Thumbnail, ...] | None, error: EngineError | None) -> None:
        if isinstance(error, UndecidedClassesError):
            self.found, self.undecided = None, True
            self.open_classes()
        elif error is not None:
            self.found = None
            self.note.show_problem(Problem(getattr(error, "setting", "data.train"), error.message, error.remedy))
        elif thumbnails is not None:
            self.findings.show_thumbnails(thumbnails)
        self._show_idle()

    def _say_stopped(self) -> None:
        self._show_idle("" if self._pause.isActive() else tr("Stopped before the end."))

    def _use_classes(self, classes: FolderClasses) -> None:
        """The user has looked at the classes: labels that they give are confirmed."""
        self._confirmed_classes = classes
        self.classes.hide()
        if classes != self._data.classes:
            self.classes_chosen.emit(classes)
        elif self.undecided:
            self.look()  # and be asked again

    def _confirm(self, confirmed: bool) -> None:
        self._preferences.confirm_labels(self._key, confirmed)
        self.state_changed.emit()
        self.confirmed_changed.emit(confirmed)

    def _show_idle(self, text: str = "") -> None:
        self.doing.setText(text)
        self._show_state()

    def _show_state(self) -> None:
        chosen, running = bool(self._data.train), self._task.running
        self.nothing.setVisible(not chosen)
        self.findings.setVisible(chosen and self.found is not None)
        self.again.setVisible(chosen and not running)
        self.choose_classes.setVisible(chosen)
        self.classes.setVisible(chosen and not self.classes.isHidden())
        self.stop.setVisible(running)
        self.progress.setVisible(running)
        self.doing.setVisible(chosen and bool(self.doing.text()))
        self.state_changed.emit()

    def _arrange(self) -> None:
        set_role(self, "card")
        title = heading(tr("What was found"))
        for text in (self.doing, self.nothing):
            set_role(text, "muted")
        self.nothing.setWordWrap(True)
        set_icon(self.again, "refresh")
        set_icon(self.choose_classes, "folder")
        self.choose_classes.setToolTip(tr("Say which folders are real, fake or left out"))
        set_icon(self.stop, "stop")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Images looked at"))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.choose_classes)
        head.addWidget(self.again)
        head.addWidget(self.stop)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        for widget in (self.note, self.nothing, self.classes, self.findings):
            column.addWidget(widget)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addLayout(head)
        layout.addWidget(self.progress)
        layout.addWidget(self.doing)
        self._scroll = ScrollArea(content)
        layout.addWidget(self._scroll, 1)


def labels_key(mapping: dict[str, int], folders: tuple[Path, ...]) -> str:
    """Names a label mapping together with the folders in which it was confirmed."""
    labels = ", ".join(f"{name}={label}" for name, label in sorted(mapping.items()))
    return f"{labels} in {' | '.join(map(str, folders))}"


def _scan_task(
    data: DataSettings, seed: int, machine: MachineSettings
) -> Callable[[RunControl, Emit], tuple[Thumbnail, ...]]:
    """Find the images and tell, then load a few thumbnails."""

    def look(control: RunControl, emit: Emit) -> tuple[Thumbnail, ...]:
        from engine.data.scan.scan import scan
        from engine.data.scan.shortcuts import audit_shortcuts
        from engine.data.stores.caches import pictures_on_disk

        with pictures_on_disk(data, machine) as disk:
            found = scan(data, seed, control, progress_reporter(emit, "scan"), disk)
            emit(found.event())
            progress = progress_reporter(emit, "shortcut audit")
            emit(audit_shortcuts(found.train, data.max_megapixels, seed, control, progress, disk))
        return load_thumbnails(found.train + found.unlabelled, data.max_megapixels, control)

    return look
