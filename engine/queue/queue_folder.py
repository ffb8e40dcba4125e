"""A queue's folder: the list in queue.json, and the settings of each entry in a file of its own.

QUEUE/queue.json   the entries in their order, and what came of each
QUEUE/NUMBER.toml  the settings of an entry, as in a project

Beside them lie two locks: one is held for a moment by whoever changes the list, the other by whoever runs it. Several
windows and programs may use one queue: every change reads the file, and writes it anew, under the first of them.
"""

import contextlib
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import QueueError
from engine.files import (
    ABANDONED_S,
    SHORT_PATIENCE_S,
    atomic_write,
    patiently,
    read_bytes,
    remove_unfinished,
    storage_error,
    why_unreadable,
)
from engine.queue.entries import FILE, QueueEntry, QueueList, moved, read_list, shifted, written
from engine.queue.grid import control_of
from engine.run_folder.folder import runs_folder
from engine.settings import OutputSettings, RunSettings
from engine.settings.toml_file import load_settings, save_settings

CHANGE_PATIENCE_S = 5.0  # for another program's change
LOOK_PATIENCE_S = 1.0  # for another program that only looks whether the queue is being run


def usual_folder() -> Path:
    """The queue that window and command line share, beside the runs in the user's documents."""
    return runs_folder(OutputSettings()) / "queue"


class Queue:
    """The queue of a folder, which need not be there yet. Everything raises QueueError or StorageError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def entries(self) -> tuple[QueueEntry, ...]:
        """All entries in order; one that was being run when its program ended is interrupted."""
        listed = self._read()
        if not any(entry.state == "running" for entry in listed.entries) or self.being_run():
            return listed.entries
        # read anew: whoever ran the queue may have finished between the two looks
        return tuple(
            entry.model_copy(update={"state": "interrupted"}) if entry.state == "running" else entry
            for entry in self._read().entries
        )

    def settings(self, number: int) -> RunSettings:
        """Of an entry; SettingsError names file and line where they cannot be used."""
        return load_settings(self.file_of(number))

    def file_of(self, number: int) -> Path:
        """Where an entry's settings are."""
        return self.folder / f"{number}.toml"

    def stamp(self) -> tuple[int, int]:
        """Something that is different after each change of the list: to look at often, it reads no file."""
        with contextlib.suppress(OSError):
            state = (self.folder / FILE).stat()
            return state.st_mtime_ns, state.st_size
        return 0, 0

    def add(
        self, settings: Sequence[RunSettings], study: str = "", after: Sequence[int] | None = None
    ) -> list[QueueEntry]:
        """Put runs at the end, or each of them after an entry, in its study; returns the new entries."""
        with self._lock():
            listed = self._read()
            leaders = [None] * len(settings) if after is None else [listed.entry(number) for number in after]
            added, entries = [], list(listed.entries)
            for number, (one, leader) in enumerate(zip(settings, leaders, strict=True), listed.next_number):
                save_settings(one, self.file_of(number))
                entry = QueueEntry(
                    number=number,
                    name=one.output.name or f"Run {number}",
                    study=leader.study if leader else study,
                    seed=one.seed,
                )
                added.append(entry)
                entries.insert(entries.index(leader) + 1 if leader else len(entries), entry)
            following = listed.next_number + len(added)
            self._write(listed.of(entries).model_copy(update={"next_number": following}))
        return added

    def add_controls(self, numbers: Sequence[int]) -> list[QueueEntry]:
        """After each of these entries its twin from labels only; SettingsError where one has no teacher."""
        listed = QueueList(entries=self.entries())
        chosen = [listed.entry(number).number for number in numbers]
        return self.add([control_of(self.settings(number)) for number in chosen], after=chosen)

    def move(self, number: int, place: int) -> None:
        """Put an entry at a place, counted from 0."""
        self.change(lambda listed: listed.of(moved(listed.entries, listed.entry(number).number, place)))

    def shift(self, numbers: Collection[int], *, down: bool) -> None:
        """Move entries by one place."""
        self.change(lambda listed: listed.of(shifted(listed.entries, numbers, down)))

    def remove(self, numbers: Collection[int]) -> None:
        """Take entries out of the list; their runs stay. QueueError for one that is going on, and none is removed."""
        going_on = self.being_run()

        def without(listed: QueueList) -> QueueList:
            for number in numbers:
                entry = listed.entry(number)
                if going_on and entry.state == "running":
                    raise QueueError(f'"{entry.name}" is being run, so nothing was removed.', "Stop it first.")
            return listed.of([entry for entry in listed.entries if entry.number not in numbers])

        self.change(without)
        for number in numbers:
            with contextlib.suppress(OSError):  # nobody reads it any more
                self.file_of(number).unlink(missing_ok=True)

    def again(self, numbers: Collection[int]) -> None:
        """Have failed entries run again, from their last checkpoint where there is one; others stay as they are."""

        def waiting(entry: QueueEntry) -> QueueEntry:
            chosen = entry.number in numbers and entry.state == "failed"
            return entry.model_copy(update={"state": "waiting", "message": "", "remedy": ""}) if chosen else entry

        def change(listed: QueueList) -> QueueList:
            for number in numbers:
                listed.entry(number)
            return listed.of([waiting(entry) for entry in listed.entries])

        self.change(change)

    def change(self, change: Callable[[QueueList], QueueList]) -> None:
        """Read the list, change it and write it, while nobody else does."""
        with self._lock():
            self._write(change(self._read()))

    def being_run(self) -> bool:
        """Whether a window or program is running the queue."""
        lock = self.runner_lock()
        if not Path(lock.lock_file).exists():
            return False
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            return True
        lock.release()
        return False

    def runner_lock(self) -> FileLock:
        """The lock of whoever runs the queue; the system lets go of it when that program ends, however it ends."""
        return FileLock(
            self.folder / ".queue-run.lock", thread_local=False
        )  # the window takes it in one, frees it in another

    def run_alone(self) -> contextlib.AbstractContextManager[None]:
        """The queue is run by this program alone; QueueError where another one does."""
        busy = QueueError(
            f"The queue in {self.folder} is being run by another window or program.",
            "Runs that are added here are done there, too; or stop it there first.",
        )
        lock = self.runner_lock()
        return self._held(lock, lambda: lock.acquire(timeout=LOOK_PATIENCE_S), busy)

    def _lock(self) -> contextlib.AbstractContextManager[None]:
        busy = QueueError(
            f"Another program is changing the queue in {self.folder}, so nothing was changed here.",
            "Try again; close the other window if that does not help.",
        )
        lock = FileLock(self.folder / ".queue-change.lock")
        return self._held(lock, lambda: patiently(lambda: lock.acquire(timeout=CHANGE_PATIENCE_S)), busy)

    @contextlib.contextmanager
    def _held(self, lock: FileLock, acquire: Callable[[], object], busy: QueueError) -> Iterator[None]:
        """The lock is held inside; ``busy`` is raised where somebody else has it."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            acquire()
        except Timeout:
            raise busy from None
        except OSError as error:
            raise storage_error(self.folder, error) from error
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> QueueList:
        try:
            return read_list(self.folder, read_bytes(self.folder / FILE, SHORT_PATIENCE_S))
        except FileNotFoundError:
            return read_list(self.folder, None)
        except OSError as error:
            reason = why_unreadable(error)
            raise QueueError(f"The queue in {self.folder} cannot be read: {reason}.", "Look again later.") from error

    def _write(self, listed: QueueList) -> None:
        remove_unfinished(self.folder, older_than_s=ABANDONED_S)
        atomic_write(self.folder / FILE, lambda file: file.write(written(listed)))
