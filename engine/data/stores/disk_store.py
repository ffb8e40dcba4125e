"""Arrays kept on disk between runs in one bounded SQLite file, which processes share and a crash cannot spoil."""

import contextlib
import hashlib
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from engine.errors import StorageError
from engine.parser_errors import SQLITE_ERRORS

SCHEMA = 1
PAGE_BYTES = 8192  # four maps of 31 x 31 cells to a page
MAPPED_BYTES = 2**30  # read through the system's file cache; takes address space, not memory
LARGEST_BYTES = 900_000_000  # of an array; SQLite takes 10**9 in a row
GONE_AT_ONCE = 1024  # arrays that make way when others come
SPARE_BYTES = 2**30  # left free on the disk for what cannot be computed again, such as checkpoints
TIMED_ARRAYS = 8
PATIENCE_S = 5.0  # for another process that writes at the moment
_FILES = ("", "-wal", "-shm")
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True, slots=True)
class StoredArray:
    """A read-only array and the digest of its kind, shape and bytes."""

    array: NDArray[Any]
    digest: bytes


def keep(array: NDArray[Any]) -> StoredArray:
    """The array, not to be written to any more, with its digest."""
    array = np.ascontiguousarray(array)
    array.flags.writeable = False
    return StoredArray(array, digest_of(_kind(array), array.tobytes() if not array.size else array.data.cast("B")))


def digest_of(*parts: bytes | memoryview) -> bytes:
    """16 bytes that stand for the parts, each told from the next."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()


class DiskStore:
    """At most about ``limit_bytes`` in ``path``, which grows up to there and then lets the oldest arrays go.

    It stops growing, too, where the disk has less than SPARE_BYTES left. Only arrays of earlier sessions make way: once
    all that is left was put in through this object, the store is ``full`` and takes nothing more. An array that is not
    what was written counts as missing. Where the disk fails, ``problem`` says so once in words, and from then on the
    store finds and takes nothing: what it keeps can always be computed again. Any thread may use it.
    """

    def __init__(self, path: Path, limit_bytes: int) -> None:
        self.path, self.limit_bytes = path, limit_bytes
        self.problem: StorageError | None = None
        self.full = False
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = _opened(path)
            (self._first_own,) = self._database.execute("SELECT ifnull(max(id), 0) + 1 FROM arrays").fetchone()

    def get(self, key: bytes) -> StoredArray | None:
        """The array of a key, checked, or None."""
        row = None
        with self._lock, self._told():
            if self._database is not None:
                query = "SELECT kind, digest, seal, value FROM arrays WHERE key = ?"
                row = self._database.execute(query, (key,)).fetchone()
        return None if row is None else _unsealed(key, row)

    def bytes_per_s(self) -> float | None:
        """How fast the newest arrays are read and checked, tried now; None where there are none."""
        rows = []
        with self._lock, self._told():
            if self._database is not None:
                query = "SELECT key FROM arrays ORDER BY id DESC LIMIT ?"
                rows = self._database.execute(query, (TIMED_ARRAYS,)).fetchall()
        began = time.perf_counter()
        read = sum(kept.array.nbytes for (key,) in rows if (kept := self.get(key)) is not None)
        return read / (time.perf_counter() - began) if read else None

    def put(self, items: Sequence[tuple[bytes, StoredArray]]) -> None:
        """Keep arrays by their keys, all or none of those that could fit alone."""
        items = [(key, kept) for key, kept in items if kept.array.nbytes <= min(self.limit_bytes, LARGEST_BYTES)]
        with self._lock, self._told():
            if self._database is None or self.full or not items:
                return
            with _writing(self._database):
                if self._make_room(self._database, sum(kept.array.nbytes for _, kept in items)):
                    self._database.executemany(
                        "INSERT OR REPLACE INTO arrays (key, kind, digest, seal, value) VALUES (?, ?, ?, ?, ?)",
                        [_row(key, kept) for key, kept in items],
                    )

    def close(self) -> None:
        """Let the file go; what is put in afterwards is not kept."""
        with self._lock:
            self._close()

    def _make_room(self, database: sqlite3.Connection, wanted: int) -> bool:
        """Let the oldest go until there is room, as long as any are left that are not of this session.

        After the limit was lowered there may be millions: at most GONE_AT_ONCE go, as others wait meanwhile.
        """
        pages, unused = _pages(database), _pages(database, "freelist_count")
        on_disk = pages + shutil.disk_usage(self.path.parent).free - SPARE_BYTES
        surplus = pages - unused + wanted - min(self.limit_bytes, on_disk)
        gone = 0
        while surplus > 0 and gone < GONE_AT_ONCE and not self.full:
            oldest = database.execute(
                "SELECT id, length(value) FROM arrays WHERE id < ? ORDER BY id LIMIT 256", (self._first_own,)
            ).fetchall()
            self.full = not oldest
            for number, size in oldest:
                database.execute("DELETE FROM arrays WHERE id = ?", (number,))
                surplus, gone = surplus - size, gone + 1
                if surplus <= 0 or gone == GONE_AT_ONCE:
                    break
        if self.full and on_disk < self.limit_bytes:
            self.problem = _little_space(self.path.parent)
        return surplus <= 0

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong with the file inside ends the store's service and nothing else; a busy file not even that."""
        try:
            yield
        except (*SQLITE_ERRORS, OSError) as error:
            if _code(error) == sqlite3.SQLITE_BUSY and self._database is not None:
                return
            self.problem = _explained(self.path, error)
            self._close()
            if _code(error) in _DAMAGE:
                with contextlib.suppress(OSError):
                    _remove(self.path)

    def _close(self) -> None:
        database, self._database, self.full = self._database, None, True
        if database is not None:
            with contextlib.suppress(sqlite3.Error):
                database.close()


def remove_store(path: Path) -> int:
    """Delete a store's files and return the bytes they took; StorageError where another process uses them."""
    size = store_bytes(path)
    try:
        _remove(path)
    except OSError as error:
        raise StorageError(
            f"{path} could not be deleted: {error.strerror or error}.",
            "It may be in use by a run of this program. Wait for it to end, then try again.",
        ) from error
    return size


def store_bytes(path: Path) -> int:
    """How much a store takes on disk; 0 where there is none."""
    size = 0
    for ending in _FILES:
        with contextlib.suppress(OSError):  # a run that ends takes the second and third away
            size += path.with_name(path.name + ending).stat().st_size
    return size


def _opened(path: Path) -> sqlite3.Connection:
    """The database, ready to be written to; one that is damaged is replaced by an empty one."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return _connected(path)
        except SQLITE_ERRORS as error:
            if _code(error) in _DAMAGE:
                _remove(path)
            elif _code(error) != sqlite3.SQLITE_BUSY:
                raise
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)  # another process makes the file at this moment


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False)
    try:
        database.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        database.execute("PRAGMA journal_mode = WAL")  # readers and one writer at a time, and nothing torn by a crash
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        with _writing(database):
            database.execute(
                "CREATE TABLE IF NOT EXISTS arrays (id INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, "
                "kind BLOB NOT NULL, digest BLOB NOT NULL, seal BLOB NOT NULL, value BLOB NOT NULL)"
            )
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def _writing(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _pages(database: sqlite3.Connection, which: str = "page_count") -> int:
    """Bytes of the file's pages, all or those that are free."""
    (count,) = database.execute(f"PRAGMA {which}").fetchone()
    return int(count) * PAGE_BYTES


def _row(key: bytes, kept: StoredArray) -> tuple[bytes, bytes, bytes, bytes, memoryview]:
    return key, _kind(kept.array), kept.digest, digest_of(key, kept.digest), kept.array.data


def _unsealed(key: bytes, row: tuple[object, ...]) -> StoredArray | None:
    """The array of a row, if every byte of the row is what was written."""
    if not all(isinstance(part, bytes) for part in row):
        return None
    kind, digest, seal, value = cast(tuple[bytes, bytes, bytes, bytes], row)
    if digest_of(kind, value) != digest or digest_of(key, digest) != seal:
        return None
    dtype, *shape = kind.decode().split()
    return StoredArray(np.frombuffer(value, np.dtype(dtype)).reshape([int(side) for side in shape]), digest)


def _kind(array: NDArray[Any]) -> bytes:
    return " ".join([array.dtype.str, *map(str, array.shape)]).encode()


def _code(error: BaseException) -> int:
    """SQLite's primary result code; 0 for what is no error of SQLite's."""
    if isinstance(error, UnicodeDecodeError):
        return sqlite3.SQLITE_CORRUPT
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _remove(path: Path) -> None:
    for ending in _FILES:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _explained(path: Path, error: Exception) -> StorageError:
    place, code = path.parent, _code(error)
    if code == sqlite3.SQLITE_FULL:
        return StorageError(
            f"The disk is full, so the cache in {place} takes up nothing more. {_GOING_ON}", _FREE_SPACE
        )
    if code in _DAMAGE:
        return StorageError(f"The cache file {path} was damaged and has been emptied. {_GOING_ON}", _NEXT_TIME)
    reason = getattr(error, "strerror", None) or error
    return StorageError(f"The cache file {path} cannot be used ({reason}). {_GOING_ON}", _ANOTHER_FOLDER)


def _little_space(place: Path) -> StorageError:
    return StorageError(
        f"Less than 1 GB is free on the disk of {place}, so the cache there takes up nothing more. {_GOING_ON}",
        _FREE_SPACE,
    )


_GOING_ON = "The run goes on without it, but asks the teacher, or reads the images, more often."
_FREE_SPACE = "Free some space on that disk, or choose another cache folder (machine.cache_folder)."
_NEXT_TIME = "Nothing needs to be done: the next run fills it again."
_ANOTHER_FOLDER = "Check that the cache folder can be written to, or choose another (machine.cache_folder)."
