"""What Start, Demo, Pause, Resume, Stop, Export and Open do, and which run is shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.control import RunControl
from engine.errors import EngineError, SettingsError
from engine.events import Emit
from engine.events.progress import progress_reporter
from engine.qt_thread import Task
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.changes import apply
from gui.alerts.remedy_box import RemedyUse
from gui.background.background_task import BackgroundTask
from gui.history.run_history import RunHistory
from gui.project.network_places import unless_refused
from gui.project.preferences import PreferencesFile
from gui.run.controller import BUSY, RunController, RunState, can_resume, has_checkpoint, possible
from gui.run.resuming import OpenedRun, ResumeDialog, changes_in, point_of, read_run
from gui.setup.setup_page import SetupPage
from gui.widgets import dialogs as messages
from gui.window.waiting_window import WaitingWindow
from gui.words.translation import tr

if TYPE_CHECKING:
    from gui.export.dialog import ExportDialog

LONG_WAIT_MS = 500  # without a word, and the click seems to have been lost


@dataclass(frozen=True, slots=True)
class ShownRun:
    """The run that the pages show; ``folder`` is None until a live run has made it."""

    history: RunHistory
    folder: Path | None = None


class RunCommands(QObject):
    """Commands on runs; engine work that takes time is done by one background task after the other."""

    shown_changed = Signal()
    settings_found = Signal(object)  # RunSettings of the demo, for the form
    settings_wanted = Signal(object, object)  # RunSettings of an earlier run, to be changed in the form; its folder
    message = Signal(str)  # what became of a remedy, for the status line
    problems_found = Signal(list)  # list[Problem]: why a run cannot start

    def __init__(
        self, window: QWidget, controller: RunController, setup: SetupPage, preferences: PreferencesFile
    ) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._setup = setup
        self.controller = controller
        self._task = BackgroundTask(self)
        self._progress = WaitingWindow(window, self._task.stop)
        self._task.event_arrived.connect(self._progress.follow)
        self._task.finished.connect(self._task_finished)
        self._task.stopped.connect(self._progress.close)
        self._then: Callable[[object], None] = lambda _: None
        self._failure_title = ""
        self._opened: ShownRun | None = None

    @property
    def shown(self) -> ShownRun:
        """The run that was opened, otherwise the live or last one."""
        return self._opened or ShownRun(self.controller.history, self.controller.folder)

    @property
    def shows_live(self) -> bool:
        """Whether the shown run is the live or last one."""
        return self._opened is None

    def possible(self) -> frozenset[str]:
        """Names of the commands that can do what they say now."""
        shown = self.shown
        busy = self.controller.busy and self.shows_live
        return possible(
            self.controller.state,
            resumable=not busy and can_resume(shown.history, shown.folder),
            has_weights=shown.folder is not None and (shown.folder / "student.pth").is_file(),
        )

    def remedy_use(self) -> RemedyUse:
        """What a remedy can do for the run that is shown."""
        if self.controller.busy and self.shows_live:
            return RemedyUse.APPLY if self.controller.state != RunState.SAVING else RemedyUse.ADVISE
        stopped = not self.controller.busy and can_resume(self.shown.history, self.shown.folder)
        return RemedyUse.RESUME if stopped else RemedyUse.ADVISE

    def use_remedy(self, remedy: Remedy, use: RemedyUse) -> None:
        """Apply a remedy to the live run, resume the shown one with it, or take it into the settings of the next."""
        if use is RemedyUse.APPLY and self.controller.busy:
            self.controller.request(remedy)
            self.message.emit(tr("{label}: asked for; the run takes it before its next step.", label=remedy.label))
        elif use is RemedyUse.RESUME and self.shown.folder is not None:
            self._read(self.shown.folder, lambda run: self._begin(run.settings, run, remedy))
        else:
            self._take_into_setup(remedy)

    def _take_into_setup(self, remedy: Remedy) -> None:
        try:
            self._setup.form.change_to(apply(self._setup.value(), remedy), remedy.label)
        except SettingsError as error:
            messages.tell_error(self._window, tr("The remedy was not taken into Set-up"), error)
        else:
            self.message.emit(tr("{label}: in Set-up now, for the next run.", label=remedy.label))

    def start(self) -> None:
        """Start a run with the form's settings, or say everything that is wrong; warnings are for the user to judge."""
        problems = self._setup.problems()
        if any(problem.severity == "error" for problem in problems):
            self.problems_found.emit(problems)
            return
        self._setup.form.show_problems(problems)
        self._begin(self._setup.value())
        if problems:
            one, many = (
                tr("One warning stands in Set-up."),
                tr("{count} warnings stand in Set-up.", count=len(problems)),
            )
            self.message.emit(f"{tr('The run begins.')} {one if len(problems) == 1 else many}")

    def demo(self, *, labels_only: bool = False) -> None:
        """Build the demo's images if need be, put its settings (or its control's) into the form, and start."""

        def build(control: RunControl, emit: Emit) -> object:
            from engine.demo.images import build_demo_data
            from engine.demo.training import LABELS_ONLY, demo_settings

            data = build_demo_data(progress=progress_reporter(emit, "demo"), should_stop=lambda: control.stopping)
            control_run = ("output.name=Demo, labels only", *LABELS_ONLY)
            return demo_settings(data, control_run if labels_only else ("output.name=Demo",))

        def begin(settings: object) -> None:
            if isinstance(settings, RunSettings) and not self.controller.busy:
                self.settings_found.emit(settings)
                self._begin(settings)

        self._do(tr("The demo could not be prepared"), build, begin)
        self._progress.open(tr("Preparing the demo's images…"))

    def pause(self) -> None:
        """Hold the live run."""
        self.controller.pause()

    def stop(self) -> None:
        """Save and end the live run."""
        self.controller.stop()

    def resume(self) -> None:
        """Go on with the paused run, or ask about the one that is shown."""
        if self.controller.state in BUSY:
            self.show_live()
            self.controller.go_on()
        elif self.shown.folder is not None:
            self.resume_run(self.shown.folder)

    def resume_run(self, folder: Path) -> None:
        """Read a run, say where it goes on, and do so when the user agrees."""
        if not self._refuse_second():
            self._read(folder, self._allow_resume)

    def open_run(self, folder: Path) -> None:
        """Show an earlier run."""
        if self.controller.folder == folder:
            self.show_live()
        else:
            self._read(folder, self._show_opened)

    def take_settings(self, folder: Path) -> None:
        """Put the settings of an earlier run into the form, for another run."""
        self._read(folder, lambda run: self.settings_wanted.emit(run.settings, run.folder))

    def follow_folder(self, old: Path, new: Path) -> None:
        """A run's folder was renamed: whatever shows it goes on with the new name."""
        for history in (self.controller.history, self.shown.history):
            if history.started is not None and Path(history.started.run) == old:
                history.started = replace(history.started, run=str(new))
                history.revision += 1
        if self._opened is not None and self._opened.folder == old:
            self._opened = ShownRun(self._opened.history, new)

    def show_live(self) -> None:
        """Show the live or last run again."""
        self._opened = None
        self.shown_changed.emit()

    def export(self, run: Path | None = None) -> None:
        """Open the export of a run, the shown one if none is named, or bring it to the front; it holds up nothing."""
        self._export_dialog(run)

    def report(self) -> None:
        """Make the shown run's report card and open it; the dialog of exports tells how far that is."""
        dialog = self._export_dialog()
        if dialog is not None and dialog.report.isEnabled():
            dialog.open_report()

    def _export_dialog(self, run: Path | None = None) -> "ExportDialog | None":
        from gui.export.dialog import ExportDialog

        folder = run or self.shown.folder
        if folder is None:
            return None
        there = [dialog for dialog in self._window.findChildren(ExportDialog) if dialog.run == folder]
        dialog = there[0] if there else ExportDialog(folder, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _begin(self, settings: RunSettings, resumed: OpenedRun | None = None, remedy: Remedy | None = None) -> None:
        if self._refuse_second():  # one that was begun while a question stood open
            return
        self._setup.stop_tasks()  # the processor is the run's now
        self._task.stop()
        self._opened = None
        history = resumed.history if resumed else None
        self.controller.start(settings, resumed.folder if resumed else None, history, remedy)
        self.shown_changed.emit()

    def _refuse_second(self) -> bool:
        """Whether a run goes on; then say that there is one at a time."""
        if self.controller.busy:
            text = tr("Another run is going on, and there is one at a time.")
            more = tr("Stop it first, or wait until it has finished.")
            messages.tell(self._window, tr("One run at a time"), text, more)
        return self.controller.busy

    def _read(self, folder: Path, then: Callable[[OpenedRun], None]) -> None:
        def read(control: RunControl, emit: Emit) -> object:
            return read_run(folder, control)

        def use(run: object) -> None:
            if isinstance(run, OpenedRun):
                then(run)

        self._do(tr("The run was not opened"), read, use)
        self._progress.open(tr('Reading the run "{name}"…', name=folder.name), LONG_WAIT_MS)

    def _show_opened(self, run: OpenedRun) -> None:
        if not run.history.revision:
            name = run.folder.name
            text = tr('The run "{name}" has no events that can be read, so there is nothing to show of it.', name=name)
            more = tr("It ended before its first event, or its events.jsonl is damaged: put that back from a copy.")
            messages.tell(self._window, tr("The run was not opened"), text, more)
            return
        self._opened = ShownRun(run.history, run.folder)
        self.shown_changed.emit()
        if run.remark:
            self.message.emit(run.remark)

    def _allow_resume(self, run: OpenedRun) -> None:
        ask = partial(self._ask_resume, run)
        unless_refused(self._window, self._preferences, run.settings, run.folder, ask)

    def _ask_resume(self, run: OpenedRun) -> None:
        if not has_checkpoint(run.folder):
            text = tr('"{name}" cannot be resumed: it has no checkpoint to go on from.', name=run.folder.name)
            messages.tell(self._window, tr("Resume"), text, tr("Start a new run with its settings."))
            return
        try:
            form = self._setup.value()
        except SettingsError:
            form = None
        if run.over and not (form and changes_in(form, run.settings, point_of(run.history)).offered):
            self._offer_settings(run)
            return
        dialog = ResumeDialog(self._window, run, form)
        dialog.go_on.clicked.connect(lambda: self._begin(dialog.settings(), run))
        dialog.open()

    def _offer_settings(self, run: OpenedRun) -> None:
        """Say how a finished run is trained further."""
        name = run.folder.name
        text = tr('"{name}" has finished, and Set-up holds no change that would train it further.', name=name)
        more = tr("Take its settings into Set-up, raise the epochs of stage 2 there, then resume it again.")
        take = partial(self.settings_wanted.emit, run.settings, run.folder)
        messages.ask(self._window, tr("Resume"), text, more, tr("Settings into Set-up"), tr("Cancel"), take)

    def _do(self, failure_title: str, task: Task, then: Callable[[object], None]) -> None:
        self._failure_title, self._then = failure_title, then
        self._task.start(task)

    def _task_finished(self, result: object, error: EngineError | None) -> None:
        self._progress.close()
        if error is not None:
            messages.tell_error(self._window, self._failure_title, error)
        else:
            self._then(result)
