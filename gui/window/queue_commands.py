"""What the queue's page asks of the window: present settings, studies, the runs; and how the end of a run is told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.errors import EngineError
from engine.queue.entries import QueueEntry
from engine.queue.queue_folder import Queue, usual_folder
from engine.queue.study import add_study
from engine.settings import RunSettings
from gui.background.background_task import BackgroundTask
from gui.queue.driver import QueueDriver
from gui.run.controller import RunController, RunState
from gui.setup.setup_page import SetupPage
from gui.widgets import dialogs as messages
from gui.window.run_commands import RunCommands
from gui.words.plain_words import plural
from gui.words.translation import tr

if TYPE_CHECKING:
    from gui.queue.page import QueuePage

WHILE_IT_RUNS = frozenset({"start", "demo", "demo_control"})
"""What would come between two runs of the queue."""


class QueueCommands(QObject):
    """Holds queue and driver; ``set_page`` connects the page, which is built later than the window."""

    changed = Signal(object)  # the Queue: it is another one, or is run or not

    def __init__(self, window: QWidget, controller: RunController, setup: SetupPage, commands: RunCommands) -> None:
        super().__init__(window)
        self._window, self._controller, self._setup, self._commands = window, controller, setup, commands
        self._page: QueuePage | None = None
        self.queue = Queue(usual_folder())
        self._adding = BackgroundTask(self)  # many entries are many files
        self._adding.finished.connect(self._added)
        self.driver = QueueDriver(controller, self)
        self.driver.message.connect(commands.message)
        self.driver.failed.connect(lambda error: messages.tell_error(window, tr("The queue was not run"), error))
        self.driver.changed.connect(self.refresh)
        self.driver.changed.connect(lambda: self.changed.emit(self.queue))
        controller.state_changed.connect(self.refresh)
        controller.ended.connect(self._tell_end)

    def use(self, queue: Queue) -> None:
        """Take another queue."""
        self.queue = queue
        if self._page is not None:
            self._page.set_queue(queue)
        self.changed.emit(queue)

    def set_page(self, page: "QueuePage") -> None:
        """Do what the page asks for."""
        self._page = page
        page.set_queue(self.queue)
        page.add_requested.connect(self.add_present)
        page.study_requested.connect(self.ask_study)
        page.control_requested.connect(self.add_controls)
        page.run_requested.connect(self.run)
        page.hold_requested.connect(self.driver.hold)
        page.open_requested.connect(self._commands.open_run)
        page.export_requested.connect(self._commands.export)

    def run(self) -> None:
        """Do what is to do, one run after the other."""
        self.driver.start(self.queue)

    def possible(self, commands: frozenset[str]) -> frozenset[str]:
        """Of the commands that can be done those that do not come between two runs of the queue."""
        return commands - WHILE_IT_RUNS if self.driver.running else commands

    def refresh(self) -> None:
        """Bring the page up to date."""
        if self._page is not None:
            driver = self.driver
            self._page.set_state(running=driver.running, holding=driver.holding, busy=self._controller.busy)
            if self._page.isVisible():
                self._page.reload()

    def add_present(self) -> None:
        """Put a run with the form's settings at the end, or say everything that is wrong with them."""
        settings, queue = self._present(), self.queue
        if settings is not None:
            self._adding.start(lambda _control, _emit: queue.add([settings]))

    def add_controls(self, numbers: list[int]) -> None:
        """Put the twin from labels only after each of these entries."""
        queue = self.queue
        self._adding.start(lambda _control, _emit: queue.add_controls(numbers))

    def ask_study(self) -> None:
        """Ask what is varied, and put the runs into the queue."""
        from gui.queue.study_dialog import StudyDialog

        settings = self._present()
        if settings is not None:
            dialog = StudyDialog(settings, self._window)
            dialog.chosen.connect(self._add_study)
            dialog.open()

    def _add_study(self, name: str, runs: list[RunSettings]) -> None:
        queue = self.queue
        self._adding.start(lambda _control, _emit: add_study(queue, name, runs))

    def _present(self) -> RunSettings | None:
        problems = self._setup.problems()
        if any(problem.severity == "error" for problem in problems):
            self._commands.problems_found.emit(problems)
            return None
        return self._setup.value()

    def _added(self, added: list[QueueEntry] | None, error: EngineError | None) -> None:
        if error is not None or added is None:
            if error is not None:
                messages.tell_error(self._window, tr("Nothing was added to the queue"), error)
            return
        self._commands.message.emit(tr("{runs} added to the queue.", runs=plural(len(added), "run was", "runs were")))
        if self._page is not None:
            self._page.reload()
            self._page.select([entry.number for entry in added])

    def _tell_end(self) -> None:
        """A run that somebody started by hand; what becomes of the queue's runs, its page says."""
        finished, state = self._controller.history.finished, self._controller.state
        if finished is None or self.driver.running:
            return
        if state == RunState.FAILED:
            messages.tell(self._window, tr("The run has failed"), finished.message, finished.remedy, bad=True)
        elif finished.message and state == RunState.FINISHED:
            messages.tell(self._window, tr("The run has finished"), finished.message, finished.remedy)
