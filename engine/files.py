"""Files that a crash or a full disk never leaves half written, and that other programs may hold for a moment.

A virus scanner or a program that synchronises folders opens what was just written, and Windows then refuses others
(errors 5, 32 and 33, all of them a PermissionError); a disk or a share that is busy fails once and answers then.
`patiently` waits for them, in writing, moving and reading alike.
"""

import contextlib
import errno
import glob
import hashlib
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import BinaryIO, TypeVar

from engine.errors import StorageError

Result = TypeVar("Result")

PATIENCE_S = 5.0  # for another program that holds a file of a run
ABANDONED_S = 86_400.0  # a temporary folder or file that nobody has changed for so long was left by a process that died
SHORT_PATIENCE_S = 0.5  # where somebody waits at the window, or many files are read in a row

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_WINDOWS_DISK_FULL = 112
_WINDOWS_HELD = (32, 33)  # another program has the file, or a part of it, for itself
_PASSING = (errno.EIO, errno.EBUSY, errno.EAGAIN, errno.ETIMEDOUT)  # of a disk or a share that may answer the next time
_WINDOWS_NAME_TOO_LONG = 206
_WINDOWS_PATH_LIMIT = 260  # unless the whole system has long paths switched on, whatever a program's manifest says
_RETRY_INTERVAL_S = 0.1
_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8}\.tmp", re.DOTALL)
_NOT_THERE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
_REFUSED_IN_VAIN = 8  # files; four seconds for each who reads many
_NAMED = 5  # files in a sentence
_NAME_KEPT = 40  # letters: with all of them, a temporary name could be too long where the file's own is not


def atomic_write(
    path: Path,
    write: Callable[[BinaryIO], object],
    verify: Callable[[Path], object] | None = None,
    patience_s: float = PATIENCE_S,
) -> None:
    """Write beside the target, check, then move into place: `path` holds the old content or the new.

    `verify` gets the finished temporary file and raises if it is not what it should be. While another program
    holds a file, checking and moving are tried again for `patience_s` seconds. Raises StorageError where the file
    cannot be written; what else `write` or `verify` raise passes through. After any failure the temporary file is
    gone and the old file untouched.
    """
    temporary = path.with_name(f".{path.name[:_NAME_KEPT]}.{secrets.token_hex(4)}.tmp")
    try:
        patiently(lambda: path.parent.mkdir(parents=True, exist_ok=True), patience_s)
        _write_to_disk(temporary, write, patience_s)
        if verify is not None:
            patiently(lambda: verify(temporary), patience_s)
        patiently(lambda: temporary.replace(path), patience_s)
    except OSError as error:
        raise storage_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):  # the failure that left it there is the one to report
            patiently(lambda: temporary.unlink(missing_ok=True), SHORT_PATIENCE_S)


def is_unfinished(path: Path) -> bool:
    """Whether a name is one that `atomic_write` gives to what it has not finished."""
    return _UNFINISHED.fullmatch(path.name) is not None


def remove_unfinished(folder: Path, names: str = "*", older_than_s: float = 0.0) -> None:
    """Take away what a process that was ended inside `atomic_write` left of files of these names (a glob).

    Without an age only where nobody else writes them now.
    """
    for left in folder.glob(f".{names}.*.tmp"):
        if is_unfinished(left):
            _remove_if_old(left, older_than_s, left.unlink)


def remove_abandoned(folder: Path, prefix: str) -> None:
    """Take away own temporary folders of this prefix that a process which was ended left a day ago or longer."""
    for left in folder.glob(f"{glob.escape(prefix)}*"):
        if left.is_dir() and not left.is_symlink():
            _remove_if_old(left, ABANDONED_S, partial(shutil.rmtree, left, ignore_errors=True))


def temporary_folder(purpose: str) -> TemporaryDirectory[str]:
    """A temporary folder; those that were abandoned by others of the same purpose are taken away before."""
    prefix = f"PatchDistill {purpose} "
    remove_abandoned(Path(gettempdir()), prefix)
    return TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)


def _remove_if_old(path: Path, older_than_s: float, remove: Callable[[], object]) -> None:
    with contextlib.suppress(OSError):  # gone, or somebody else's
        state = path.stat()
        own = not hasattr(os, "getuid") or state.st_uid == os.getuid()
        if own and time.time() - state.st_mtime >= older_than_s:
            patiently(remove, SHORT_PATIENCE_S)


def refuse_existing(files: Iterable[Path], overwrite: bool) -> None:
    """Raise StorageError where a file is in the way of one that is to be written, unless it may be replaced."""
    existing = [] if overwrite else [file for file in files if os.path.lexists(file)]
    if not existing:
        return
    existing = [file for file in existing if file.parent == existing[0].parent]
    names = ", ".join(file.name for file in existing[:_NAMED]) + (", ..." if len(existing) > _NAMED else "")
    verb = "exist" if len(existing) > 1 else "exists"
    raise StorageError(
        f"{names} already {verb} in {existing[0].parent}, and nothing was written.",
        "Choose another place, or overwrite (--overwrite).",
    )


def replace_file(source: Path, target: Path, patience_s: float = PATIENCE_S) -> None:
    """Move a file over another, with the same patience; StorageError where it cannot be moved."""
    try:
        patiently(lambda: source.replace(target), patience_s)
    except OSError as error:
        raise storage_error(target, error) from error


def patiently(
    action: Callable[[], Result],
    patience_s: float = PATIENCE_S,
    may_pass: Callable[[BaseException], bool] | None = None,
) -> Result:
    """Do what may be kept from being done for a moment; raises what it still raises after `patience_s`.

    Waited for is what `may_pass` says, by default every refusal and what `is_passing`: on Windows a scanner is
    answered with a plain refusal, too. An error that was made of one, as readers of files do, counts as that one.
    """
    deadline = time.monotonic() + patience_s
    while True:
        try:
            return action()
        except Exception as error:
            if not (may_pass or _is_waited_for)(error) or time.monotonic() >= deadline:
                raise
            time.sleep(_RETRY_INTERVAL_S)


class FilePatience:
    """Reads many files, each of which another program may hold for a moment, as a scanner does with what is new.

    Windows answers then as it does where a file may not be read at all, and a share that falters answers with anything.
    So whatever the system refuses is waited for; but once that was in vain for a few, only what is passing by its
    number, as a thousand files that may not be read would take minutes.
    """

    def __init__(self) -> None:
        self._in_vain = 0

    def read(self, action: Callable[[], Result]) -> Result:
        """Do it `patiently`, for SHORT_PATIENCE_S at most; raises what it still raises then."""
        waits = self._in_vain < _REFUSED_IN_VAIN
        try:
            return patiently(action, SHORT_PATIENCE_S, _is_the_systems if waits else is_passing)
        except Exception as error:
            self._in_vain += _is_the_systems(error)
            raise


def is_refused(error: BaseException) -> bool:
    """Whether an error is, or was made of, a refusal to open a file: it is held or not permitted, not damaged."""
    return any(isinstance(cause, PermissionError) for cause in _causes(error))


def is_passing(error: BaseException) -> bool:
    """Whether an error is, or was made of, one that says that another program holds the file, or the disk is busy."""
    systems = (cause for cause in _causes(error) if isinstance(cause, OSError))
    return any(getattr(e, "winerror", None) in _WINDOWS_HELD or e.errno in _PASSING for e in systems)


def _is_the_systems(error: BaseException) -> bool:
    """Whether the system refused a file that is there; what readers find in one has no number."""
    systems = [cause for cause in _causes(error) if isinstance(cause, OSError) and cause.errno is not None]
    return bool(systems) and not any(isinstance(cause, _NOT_THERE) for cause in systems)


def _is_waited_for(error: BaseException) -> bool:
    return is_refused(error) or is_passing(error)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def read_bytes(path: Path, patience_s: float = PATIENCE_S) -> bytes:
    """All of a file, waited for as `patiently` does. Raises OSError where it cannot be read."""

    def read() -> bytes:
        refuse_pipe(path)
        with path.open("rb") as file:
            return file.read()

    return patiently(read, patience_s)


def read_text(path: Path, patience_s: float = PATIENCE_S) -> str:
    """All of a text in UTF-8, with or without byte order mark. Raises OSError, or UnicodeDecodeError for others."""
    return read_bytes(path, patience_s).decode("utf-8-sig")


def refuse_pipe(path: Path) -> None:
    """Raise OSError for what would be waited for or read for ever, as a named pipe or a device in a run's folder."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a folder is refused by opening it
        raise OSError(errno.EINVAL, "it is no ordinary file")


def why_unreadable(error: OSError | ValueError) -> str:
    """The words after "cannot be read: "; a file that may not be opened is not called damaged.

    A ValueError is what Python makes of a name with a zero byte in it.
    """
    if isinstance(error, PermissionError):
        return "another program holds it, or it may not be read"
    return getattr(error, "strerror", None) or str(error)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal. Raises OSError where it cannot be read."""

    def read() -> str:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    return patiently(read)


def disk_is_full(error: OSError) -> bool:
    """Whether the operating system refused for want of space."""
    return error.errno in _DISK_FULL or getattr(error, "winerror", None) == _WINDOWS_DISK_FULL


def storage_error(path: Path, error: OSError) -> StorageError:
    """An operating system's refusal to write to `path`, in plain words."""
    if disk_is_full(error):
        return StorageError(
            f"The disk is full, so {path.name} was not written.",
            f"Free some space on the disk that holds {path.parent}.",
        )
    if _is_too_long(path, error):
        return StorageError(
            f"{path} could not be written: the path, or a name in it, is longer than this computer takes.",
            "Choose a folder with a shorter path, or switch on long paths in Windows.",
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return StorageError(
            f"{path} could not be written: it is read-only, or another program holds it.",
            "Close programs that have it open (an antivirus scanner also counts), or choose another folder.",
        )
    return StorageError(f"{path} could not be written: {error.strerror or error}.", "Choose another folder.")


def _is_too_long(path: Path, error: OSError) -> bool:
    """Windows says of a path that is too long for it mostly that there is no such thing."""
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _WINDOWS_NAME_TOO_LONG:
        return True
    return os.name == "nt" and error.errno == errno.ENOENT and len(str(path.absolute())) >= _WINDOWS_PATH_LIMIT


def _write_to_disk(path: Path, write: Callable[[BinaryIO], object], patience_s: float) -> None:
    with patiently(lambda: path.open("xb"), patience_s) as file:
        try:
            write(file)
        except RuntimeError as error:
            if isinstance(error.__context__, OSError):  # torch.save hides a full disk in a RuntimeError
                raise error.__context__ from error
            raise
        file.flush()
        os.fsync(file.fileno())
