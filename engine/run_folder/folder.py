"""One folder a run: settings, events, checkpoints, the best student, log and environment.

RUN/settings.toml   what the run was told (and is told at the next resume)
RUN/events.jsonl    what happened, one event a line
RUN/checkpoints/    last.pt, previous.pt
RUN/student.pth     the best student so far; where a control was trained, taught.pth is the best one that had the
                    teacher, and control.pth the best from labels only
RUN/patches/        a few validation images, and their patch maps at each validation
RUN/notes.json      tags and a note, where somebody wrote some
RUN/run.log         the log; RUN/environment.json the program and the machine
"""

import contextlib
import json
import logging
import os
import platform
import re
import shutil
import time
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from typing import Self, TextIO

from filelock import FileLock, Timeout
from platformdirs import user_documents_path

from engine import __version__
from engine.errors import RunFolderError
from engine.events import Event, Progress, to_json
from engine.files import (
    ABANDONED_S,
    atomic_write,
    is_unfinished,
    patiently,
    read_bytes,
    refuse_pipe,
    remove_unfinished,
    storage_error,
)
from engine.settings import OutputSettings, RunSettings
from engine.settings.toml_file import dump_settings

PACKAGES = (
    *("torch", "torchvision", "numpy", "scikit-learn", "pillow", "pi-heif", "onnx", "onnxruntime"),
    "PySide6-Essentials",
)
WRITTEN = ("student.pth", "taught.pth", "control.pth", "settings.toml", "environment.json")
RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(?= *(\.|$))", re.IGNORECASE)


class RunLog(logging.FileHandler):
    """run.log; on a full disk it stays short rather than print tracebacks or end the run."""

    def emit(self, record: logging.LogRecord) -> None:
        """The first line opens the file, in a folder that may be gone by then."""
        with contextlib.suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Nothing: what went wrong with the run is told by its last event."""


class RunFolder:
    """An open run folder, locked against a second program; close it in ``finally``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path / ".lock")
        self._events: TextIO | None = None
        self._log = RunLog(path / "run.log", encoding="utf-8", delay=True)
        self._log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    @classmethod
    def create(cls, settings: RunSettings) -> Self:
        """A new folder named after the run, in the runs folder; StorageError where that cannot be written."""
        parent = runs_folder(settings.output)
        name = safe_name(settings.output.name) or datetime.now().strftime("%Y-%m-%d %H-%M-%S")
        try:
            parent.mkdir(parents=True, exist_ok=True)
            path = _new_folder(parent / name)
        except OSError as error:
            raise storage_error(parent / name, error) from error
        folder = cls(path)
        folder._open()
        try:
            folder.write_settings(settings)
        except BaseException:
            folder.close()
            raise
        return folder

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing run; RunFolderError where it is none or another program has it open."""
        traces = any((path / name).exists() for name in ("events.jsonl", "checkpoints"))
        if not (traces and (path / "settings.toml").is_file()):  # settings alone may be a user's own: never overwrite
            raise not_a_run(path)
        folder = cls(path)
        folder._open()
        return folder

    @property
    def checkpoints(self) -> Path:
        """Where resumable states are."""
        return self.path / "checkpoints"

    @property
    def weights(self) -> Path:
        """The best student so far."""
        return self.path / "student.pth"

    @property
    def taught(self) -> Path:
        """The best student of the stages that have a teacher, once a control is trained beside it."""
        return self.path / "taught.pth"

    @property
    def control(self) -> Path:
        """The best student of the control stage."""
        return self.path / "control.pth"

    def keep_taught_student(self) -> None:
        """Put the best student aside before the control stage may replace it."""
        data = read_bytes(self.weights)
        atomic_write(self.taught, lambda file: file.write(data))

    def write_settings(self, settings: RunSettings) -> None:
        """Keep the settings and what they ran on."""
        text = dump_settings(settings)
        atomic_write(self.path / "settings.toml", lambda file: file.write(text.encode("utf-8")))
        versions = json.dumps(environment(), indent=2)
        atomic_write(self.path / "environment.json", lambda file: file.write(versions.encode("utf-8")))

    def must_be_there(self) -> None:
        """RunFolderError where it was moved or deleted under the run: what is written then, nobody could go on from."""
        if not (self.path / "settings.toml").is_file():
            raise RunFolderError(
                f"The run's folder {self.path} was moved, emptied or deleted while the run went on.",
                "Put it back and resume the run, or start it again.",
            )

    def record(self, event: Event) -> None:
        """Append an event to events.jsonl; progress is not kept."""
        if isinstance(event, Progress) or self._events is None:
            return
        try:
            self._events.write(to_json(event) + "\n")
            patiently(self._events.flush)
        except OSError as error:
            raise storage_error(self.path / "events.jsonl", error) from error

    def close(self) -> None:
        """Close the event file and let others have the folder."""
        logging.getLogger("engine").removeHandler(self._log)
        with contextlib.suppress(OSError):  # on a full disk; it was reported when the event was recorded
            self._log.close()
        if self._events is not None:
            with contextlib.suppress(OSError):
                self._events.close()
            self._events = None
        self._lock.release()

    def _open(self) -> None:
        try:
            patiently(lambda: self._lock.acquire(timeout=0))
        except Timeout:
            raise RunFolderError(
                f"The run in {self.path} is open in another window or program, and two cannot write to one run.",
                "Use that window, or close it first.",
            ) from None
        except OSError as error:
            raise storage_error(self.path, error) from error
        path = self.path / "events.jsonl"
        try:
            cut = patiently(lambda: _last_line_is_cut(path))
            self._events = patiently(lambda: path.open("a", encoding="utf-8", newline="\n"))
            if cut:
                self._events.write("\n")
        except OSError as error:
            self._lock.release()
            raise storage_error(path, error) from error
        for name in ("checkpoints", "patches", "incidents"):
            remove_unfinished(self.path / name)
        for name in WRITTEN:  # whoever holds the lock writes these
            remove_unfinished(self.path, name)
        remove_unfinished(self.path, older_than_s=ABANDONED_S)
        logging.getLogger("engine").addHandler(self._log)


def not_a_run(path: Path) -> RunFolderError:
    """What is said of a path that is no run's folder."""
    return RunFolderError(
        f"{path} is not a run folder: it does not hold both settings.toml and events.jsonl.",
        "Choose a folder that a run was kept in.",
    )


def _new_folder(wanted: Path) -> Path:
    """Made under that name or, where it is taken (by a run that begins at the same time, too), with a number."""
    for number in count(1):
        path = wanted if number == 1 else wanted.with_name(f"{wanted.name} ({number})")
        with contextlib.suppress(FileExistsError):
            if _never_began(path):
                shutil.rmtree(path)
            path.mkdir()
            return path
    raise AssertionError("there is always another number")


def _never_began(path: Path) -> bool:
    """Whether a process was ended here, a day ago or longer, before it had written the settings of its run."""
    if not (path / ".lock").is_file() or time.time() - path.stat().st_mtime < ABANDONED_S:
        return False
    others = [found for found in path.iterdir() if found.name != ".lock" and not is_unfinished(found)]
    return all(found.name == "events.jsonl" and found.stat().st_size == 0 for found in others)


def _last_line_is_cut(path: Path) -> bool:
    """Whether a power cut ended the file inside a line."""
    if not path.exists():
        return False
    refuse_pipe(path)
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def runs_folder(settings: OutputSettings) -> Path:
    """Where runs are kept unless told otherwise: PatchDistill in the user's documents."""
    return settings.folder or user_documents_path() / "PatchDistill"


def safe_name(name: str) -> str:
    """A folder name that Windows takes: no reserved characters or names, no trailing dots and spaces.

    pathvalidate 3.3 lets pass "nul .txt", which is a device, too, "conin$" and the name "..".
    """
    cleaned = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", name).strip(". ")
    reserved = RESERVED.match(cleaned)  # with any ending: "aux.1" is a device, too
    return f"{reserved[0]}-{cleaned[reserved.end() :]}" if reserved else cleaned


def lines_words(passed_over: Sequence[int]) -> str:
    """A sentence about lines of events that were passed over; empty where there were none."""
    if not passed_over:
        return ""
    lines = f"Line {passed_over[0]} of its events.jsonl was left out: it is"
    if len(passed_over) > 1:
        lines = (
            f"{len(passed_over):,} lines of its events.jsonl, the first is {passed_over[0]}, were left out: they are"
        )
    return f"{lines} damaged, cut by a crash, or of a newer version of PatchDistill."


def environment() -> dict[str, str | None]:
    """Versions of the program, its packages and the system."""
    packages = {name: _version(name) for name in PACKAGES}
    return {
        "patchdistill": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
    } | packages


def _version(package: str) -> str | None:
    """A server that trains without a window needs no Qt."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None
