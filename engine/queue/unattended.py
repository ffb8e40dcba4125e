"""A queue run without anybody: one entry after the other; one that fails does not hold the next."""

from collections.abc import Callable
from pathlib import Path

from engine.control import RunControl
from engine.events import Emit, Event, QueueEntryEnded, QueueEntryStarted, RunStarted
from engine.queue.entries import QueueEntry
from engine.queue.queue_folder import Queue
from engine.queue.runner import QueuedRun, QueueRunner
from engine.run.run import RunResult, run


def run_queue(
    queue: Queue, control: RunControl, emit: Emit, wanted: Callable[[QueueEntry], bool] = lambda entry: True
) -> None:
    """Do all that is to do, of the wanted entries; what came of it, the queue's entries say.

    Raises QueueError where another program runs the queue, StorageError where it cannot be kept, and
    StopRequestedError once the run that was going on when a stop was asked for has been saved.
    """
    with QueueRunner(queue, wanted) as runner:
        while True:
            control.check()
            job = runner.next()
            if job is None:
                return
            left = sum(entry.to_do and wanted(entry) for entry in queue.entries())
            number, name = job.entry.number, job.entry.name
            emit(QueueEntryStarted(number=number, name=name, left=left, resumed=job.resume is not None))
            result = _done(runner, job, control, emit)
            message, remedy = (result.error.message, result.error.remedy) if result.error else ("", "")
            runner.ended(number, result.state, message, remedy, result.run)
            ended = QueueEntryEnded(number=number, name=name, reason=str(result.state), message=message, remedy=remedy)
            emit(ended)


def _done(runner: QueueRunner, job: QueuedRun, control: RunControl, emit: Emit) -> RunResult:
    def watched(event: Event) -> None:
        if isinstance(event, RunStarted):
            runner.began(job.entry.number, Path(event.run))
        emit(event)

    return run(job.settings, control, watched, job.resume)
