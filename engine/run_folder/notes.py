"""What people write of a run that is over or goes on: its folder's name, a note and tags."""

import logging
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from engine.errors import RunFolderError
from engine.files import SHORT_PATIENCE_S, atomic_write, patiently, read_bytes, storage_error
from engine.run_folder.folder import safe_name

FILE_NAME = "notes.json"

_log = logging.getLogger(__name__)


class RunNotes(BaseModel):
    """A note, and words to find the run by."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    note: str = ""
    tags: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """All of it in one line: #baseline #night and the note's first line."""
        return " ".join([*(f"#{tag}" for tag in self.tags), *self.note.splitlines()[:1]])


def tags_of(text: str) -> tuple[str, ...]:
    """Tags as people type them: between spaces or commas, each once, with or without #."""
    return tuple(dict.fromkeys(tag for word in text.replace(",", " ").split() if (tag := word.lstrip("#"))))


def read_notes(run: Path) -> RunNotes:
    """What was noted; nothing where that cannot be read or is no notes: it hides no run."""
    path = run / FILE_NAME
    try:
        return RunNotes.model_validate_json(read_bytes(path, SHORT_PATIENCE_S))
    except FileNotFoundError:
        return RunNotes()
    except (OSError, ValidationError) as error:
        _log.warning("The notes of %s are left out: %s", run, error)
        return RunNotes()


def write_notes(run: Path, notes: RunNotes) -> None:
    """Keep what was noted; StorageError where it cannot be written."""
    text = notes.model_dump_json(indent=2)
    atomic_write(run / FILE_NAME, lambda file: file.write(text.encode("utf-8")))


def rename_run(run: Path, name: str) -> Path:
    """Give a run's folder another name, which is made safe for Windows; the new path.

    RunFolderError where the name is empty or taken, or a program has the run open; StorageError where the system
    refuses.
    """
    target = run.with_name(safe_name(name) or run.name)
    if not safe_name(name):
        raise RunFolderError("A run needs a name.", "Type one that holds a letter or a figure.")
    if target == run:
        return run
    if target.exists() and not target.samefile(run):  # Windows takes a name in other letters for the same
        raise RunFolderError(f"There is already something called {target.name} beside the run.", "Choose another name.")
    try:
        with FileLock(run / ".lock", timeout=0):
            pass
        patiently(lambda: run.rename(target))
    except Timeout:
        raise RunFolderError(f"The run in {run} is going on, so it keeps its name.", "Stop it first.") from None
    except OSError as error:
        raise storage_error(target, error) from error
    return target
