"""Which entry of a queue comes next, and what is noted of it: whoever trains asks, window and command line alike."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.control import FinishReason
from engine.errors import EngineError
from engine.queue.entries import QueueEntry, QueueList
from engine.queue.figures import figures_of
from engine.queue.queue_folder import Queue
from engine.run_folder.summaries import summarise
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings


@dataclass(frozen=True, slots=True)
class QueuedRun:
    """A run that is to be done now: from the start, or from the last checkpoint of the folder ``resume``."""

    entry: QueueEntry
    settings: RunSettings
    resume: Path | None = None


class QueueRunner:
    """Runs a queue alone while it is open; use it in a ``with``. Everything raises QueueError or StorageError."""

    def __init__(self, queue: Queue, wanted: Callable[[QueueEntry], bool] = lambda entry: True) -> None:
        self.queue, self._wanted = queue, wanted
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self._open.enter_context(self.queue.run_alone())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others run the queue."""
        self._open.close()

    def next(self) -> QueuedRun | None:
        """The first entry that is to do, noted as running; None where there is none.

        An entry whose run has a folder is gone on with. One that cannot be begun is noted as failed and passed over,
        and one whose run had finished when the program ended as finished.
        """
        for entry in self.queue.entries():
            if not (entry.to_do and self._wanted(entry)):
                continue
            try:
                run = self._prepared(entry)
            except EngineError as error:
                self.ended(entry.number, FinishReason.FAILED, error.message, error.remedy)
                continue
            if run is not None:
                self._note(entry.number, state="running", message="", remedy="")
                return run
        return None

    def began(self, number: int, run: Path) -> None:
        """The run of an entry has this folder: after a power cut it is gone on with there."""
        self._note(number, run=run)

    def ended(
        self, number: int, reason: FinishReason, message: str = "", remedy: str = "", run: Path | None = None
    ) -> None:
        """Note how the run of an entry ended, and its figures, which are read from its folder (None: it has none)."""
        figures: dict[str, object] = {}
        if run is not None:
            found = figures_of(run)
            figures = {"run": run, "auc": found.auc, "seconds": found.seconds}
        self._note(number, state=str(reason), message=message, remedy=remedy, **figures)

    def _prepared(self, entry: QueueEntry) -> QueuedRun | None:
        run = entry.run
        if run is None or not (run / "settings.toml").is_file():  # deleted since: there is nothing to go on with
            return QueuedRun(entry, self.queue.settings(entry.number))
        if summarise(run).state == FinishReason.FINISHED:
            self.ended(entry.number, FinishReason.FINISHED, run=run)
            return None
        return QueuedRun(entry, load_settings(run / "settings.toml"), run)

    def _note(self, number: int, **changes: object) -> None:
        def change(listed: QueueList) -> QueueList:
            entries = [
                entry.model_copy(update=changes) if entry.number == number else entry for entry in listed.entries
            ]
            return listed.of(entries)  # one that was removed meanwhile stays away

        self.queue.change(change)
