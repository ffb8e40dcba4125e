"""The project: the settings file that is open, whether it is saved, and the dialogs around it."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import EngineError
from engine.identity import PROJECT_SUFFIX, PROJECT_SUFFIXES
from engine.settings import RunSettings
from engine.settings.presets import preset_settings
from engine.settings.toml_file import load_settings, save_settings
from gui.background.background_task import BackgroundTask
from gui.project.jump_list import add_to_jump_list
from gui.project.network_places import unless_refused
from gui.project.preferences import PreferencesFile
from gui.project.saver import ProjectSaver
from gui.widgets import dialogs as messages
from gui.widgets.dialogs import remember_choice, start_folder
from gui.words.translation import tr

_log = logging.getLogger(__name__)

SLOW_MS = 500  # without a word, and the click seems to have been lost
ENDINGS = " ".join(f"*{suffix}" for suffix in PROJECT_SUFFIXES)


class Project(QObject):
    """Opens and saves; ``opened`` hands the settings to the form, ``changed`` says that the title may differ."""

    opened = Signal(object)  # RunSettings
    changed = Signal()
    message = Signal(str)  # what takes its time, for the status line

    def __init__(self, window: QWidget, preferences: PreferencesFile, value: Callable[[], RunSettings]) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._value = value  # raises SettingsError where the form is not valid
        self._saved = RunSettings()
        self.path: Path | None = None
        self._asked_for = Path()
        self._shown_before: RunSettings | None = None
        self._taken = self._being_saved = 0  # how often other settings were taken, now and when saving began
        self._reading = BackgroundTask(self)
        self._reading.finished.connect(self._read)
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(lambda: self.message.emit(tr('Reading "{name}"…', name=self._asked_for.name)))
        self._saver = ProjectSaver(self)
        self._saver.slow.connect(lambda name: self.message.emit(tr('Saving "{name}"…', name=name)))
        self._saver.failed.connect(self._not_saved)
        self._saver.saved.connect(self._written)

    @property
    def name(self) -> str:
        """What the title bar calls it."""
        return self.path.stem if self.path else tr("New project")

    @property
    def modified(self) -> bool:
        """Whether the form holds something that is not in the file."""
        return self._shown() != self._saved

    def new(self) -> None:
        """Start from the recommended preset, after asking about unsaved changes."""
        self.unless_unsaved(lambda: self.take(preset_settings("recommended"), None))

    def ask_open(self) -> None:
        """Let the user choose a file, after asking about unsaved changes."""
        self.unless_unsaved(self._choose)

    @property
    def reading(self) -> bool:
        """Whether a file is being read that is to be shown then."""
        return self._reading.running

    def open(self, path: Path) -> None:
        """Read a file beside the window's thread and show it, perhaps after a question; a broken one changes nothing.

        It may lie on a share that does not answer: another one that is opened meanwhile is not kept waiting by it.
        """
        self._reading.leave()
        self._asked_for = path = path.absolute()  # remembered, and the next start may be elsewhere
        self._shown_before = self._shown()
        self._reading.start(lambda control, emit: load_settings(path))
        self._slow.start()

    def _read(self, settings: object, error: EngineError | None) -> None:
        """What came of `open`; what was edited meanwhile is asked about."""
        self._slow.stop()
        path = self._asked_for
        if error is not None:
            messages.tell_error(self._window, tr("The project was not opened"), error)
            self._preferences.forget_project(path)
        elif isinstance(settings, RunSettings):
            take = partial(self._take_file, settings, path)
            ask = partial(unless_refused, self._window, self._preferences, settings, path, take)
            if self._shown() == self._shown_before:
                ask()
            else:
                self.unless_unsaved(ask)

    def _shown(self) -> RunSettings | None:
        try:
            return self._value()
        except EngineError:
            return None

    def take_of_run(self, settings: RunSettings, run: Path) -> None:
        """Make the settings of an earlier run a new project, after asking what there is to ask."""
        take = partial(self.take, settings, None)
        self.unless_unsaved(lambda: unless_refused(self._window, self._preferences, settings, run, take))

    def open_recent(self, path: Path) -> None:
        """Open a file that was offered, after asking about unsaved changes."""
        self.unless_unsaved(lambda: self.open(path))

    def take(self, settings: RunSettings, path: Path | None) -> None:
        """Make these settings the project; one that is still being read is not wanted any more."""
        self._slow.stop()
        self._reading.leave()
        self._taken += 1
        self.path, self._saved = path, settings
        self.opened.emit(settings)
        self.changed.emit()

    def _take_file(self, settings: RunSettings, path: Path) -> None:
        self.take(settings, path)
        self._remember(path)

    def _remember(self, path: Path) -> None:
        self._preferences.add_recent_project(path)
        add_to_jump_list(path)

    def unless_unsaved(self, then: Callable[[], object]) -> None:
        """Do something that puts other settings into the form; changes that would be lost can be saved before."""
        self.when_saved(lambda: self._ask_if_modified(then))

    def _ask_if_modified(self, then: Callable[[], object]) -> None:
        if not self.modified:
            then()
            return
        text = tr('"{name}" has changes that are not saved.', name=self.name)
        messages.ask_to_save(self._window, text, lambda: self.save(then), then)

    def save(self, then: Callable[[], object] = lambda: None) -> None:
        """Write to the project's file, or ask for one; ``then`` is done once it is written."""
        if self.path is None:
            self.ask_save(then)
        else:
            self._write(self.path, then)

    def ask_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Let the user choose where to write."""
        dialog = QFileDialog(
            self._window,
            tr("Save project"),
            str(self.path or start_folder(self._window) / f"project{PROJECT_SUFFIX}"),
            tr("PatchDistill projects ({endings})", endings=ENDINGS),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(PROJECT_SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: remember_choice(self._window, chosen))
        dialog.fileSelected.connect(lambda chosen: self._write(Path(chosen), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def when_saved(self, then: Callable[[], object]) -> None:
        """Do something at once, or once the file that is being written is; not at all where that fails."""
        if self._saver.busy:
            self._saver.afterwards(then)
        else:
            then()

    def keep_unsaved(self, *, named_too: bool = False) -> None:
        """Before the window closes: settings that never had a file get one, which is offered at the next start.

        With ``named_too`` also changes to a file that nobody could be asked about; the file itself stays as it is.
        """
        if not self.modified or (self.path is not None and not named_too):
            return
        path = self._preferences.path.with_name(f"Unsaved project{PROJECT_SUFFIX}")
        try:
            save_settings(self._value(), path)
        except EngineError as error:
            _log.warning("The unsaved project was not kept: %s", error.message)
            return
        self._preferences.add_recent_project(path)

    def _choose(self) -> None:
        start = str(self.path.parent if self.path else start_folder(self._window))
        dialog = QFileDialog(
            self._window, tr("Open project"), start, tr("PatchDistill projects ({endings})", endings=ENDINGS)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: remember_choice(self._window, chosen))
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: Path, then: Callable[[], object]) -> None:
        """Write beside the window's thread; what was edited or opened meanwhile is as it was left."""
        try:
            settings = self._value()
        except EngineError as error:
            self._not_saved(error)
            return
        self._being_saved = self._taken
        self._saver.save(settings, path, then)

    def _not_saved(self, error: EngineError) -> None:
        messages.tell_error(self._window, tr("The project was not saved"), error)

    def _written(self, settings: RunSettings, path: Path) -> None:
        """The file has these settings; it is the project's, unless another one was opened meanwhile."""
        self._remember(path)
        if self._being_saved == self._taken:
            self.path, self._saved = path, settings
            self.changed.emit()
