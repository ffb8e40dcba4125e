"""Does the runs of the queue one after the other, in the thread that trains every run of the window.

Idle -> Looking for the next entry -> its run goes on -> Looking ... -> Idle. It becomes idle where nothing is left, the
user stops a run, or holds the queue; a run that fails does not hold the next one.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.control import FinishReason, RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.queue.queue_folder import Queue
from engine.queue.runner import QueuedRun, QueueRunner
from gui.background.background_task import BackgroundTask
from gui.run.controller import RunController
from gui.run.resuming import OpenedRun, read_run
from gui.words.translation import mark, tr

HELD = mark("The queue is held: no other run is begun.")
STOPPED = mark("The run was stopped, so the queue is held. Run the queue goes on with that run.")


@dataclass(frozen=True, slots=True)
class _Next:
    """What is to be done now, and what the run has told before, where it goes on."""

    run: QueuedRun
    opened: OpenedRun | None


@dataclass(frozen=True, slots=True)
class _End:
    """How the run of an entry ended."""

    number: int
    reason: FinishReason
    message: str
    remedy: str
    folder: Path | None


class QueueDriver(QObject):
    """Starts the entries of a queue; files are read and written in a thread."""

    changed = Signal()  # another state, or something was noted in the queue
    began = Signal()  # the controller has another run
    message = Signal(str)
    failed = Signal(object)  # EngineError: the queue cannot be run

    def __init__(self, controller: RunController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._task, self._note = BackgroundTask(self), BackgroundTask(self)
        self._runner: QueueRunner | None = None
        self._number: int | None = None  # of the entry whose run goes on
        self._noted = False  # whether the queue knows the folder of that run
        self.holding = False
        self._held_words = HELD
        self._task.finished.connect(self._take)
        self._task.stopped.connect(self._rest)
        self._note.finished.connect(lambda _result, _error: self.changed.emit())  # its end is noted again
        controller.refreshed.connect(self._note_folder)
        controller.ended.connect(self._run_ended)

    @property
    def running(self) -> bool:
        """Whether the queue is being run here, also between two runs."""
        return self._runner is not None

    @property
    def number(self) -> int | None:
        """The entry whose run goes on."""
        return self._number

    def start(self, queue: Queue) -> None:
        """Do what is to do; where it is being done already, do not hold after the present run."""
        if self._runner is None and not self._controller.busy:
            self._runner = QueueRunner(queue)
            runner = self._runner

            def begin(control: RunControl, emit: Emit) -> object:
                return _next(runner.__enter__(), control)

            self._task.start(begin)
        self.holding = False
        self.changed.emit()

    def hold(self) -> None:
        """Let the present run end, and begin no other."""
        self.holding = self.running
        self.changed.emit()

    def _take(self, found: object, error: EngineError | None) -> None:
        """The next run has been looked up: begin it, unless there is none, or another was begun meanwhile."""
        if error is not None:
            self._rest()
            self.failed.emit(error)
        elif not isinstance(found, _Next):
            self._rest(tr(self._held_words) if self.holding else tr("The queue is done."))
        elif self.holding or self._controller.busy:
            self._rest(tr(HELD))  # what was looked up is found again
        else:
            self._number, self._noted = found.run.entry.number, False
            opened = found.opened
            history = opened.history if opened else None
            self._controller.start(found.run.settings, found.run.resume, history)
            self.began.emit()
            self.changed.emit()

    def _note_folder(self) -> None:
        """As soon as the run has a folder the queue must know it: a power cut may come at any time."""
        runner, number, folder = self._runner, self._number, self._controller.folder
        if runner is None or number is None or folder is None or self._noted:
            return
        self._noted = True
        self._note.start(lambda _control, _emit: runner.began(number, folder))

    def _run_ended(self) -> None:
        runner, number = self._runner, self._number
        if runner is None or number is None:
            return
        finished = self._controller.history.finished
        reason = FinishReason(finished.reason) if finished else FinishReason.FAILED
        words = (finished.message, finished.remedy) if finished and reason is FinishReason.FAILED else ("", "")
        end = _End(number, reason, *words, self._controller.folder)
        self._number = None
        self._held_words = HELD
        if reason is FinishReason.STOPPED:
            self.holding, self._held_words = True, STOPPED

        holding = self.holding

        def note(control: RunControl, emit: Emit) -> object:
            runner.ended(end.number, end.reason, end.message, end.remedy, end.folder)
            return None if holding else _next(runner, control)

        self._task.start(note)
        self.changed.emit()

    def _rest(self, text: str = "") -> None:
        """Let others run the queue."""
        runner, self._runner = self._runner, None
        if runner is not None:
            runner.close()
        self.holding = False
        self.changed.emit()
        if text:
            self.message.emit(text)


def _next(runner: QueueRunner, control: RunControl) -> object:
    """The next entry whose run, if there is one, can be read; another does not hold those after it."""
    while (found := runner.next()) is not None:
        try:
            return _Next(found, read_run(found.resume, control) if found.resume is not None else None)
        except EngineError as error:
            runner.ended(found.entry.number, FinishReason.FAILED, error.message, error.remedy)
    return None
