"""The store on disk is bounded, shared, survives kills and damage, and gives back what was put in or nothing."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import tests
from engine.data.stores import disk_store
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import SPARE_BYTES, DiskStore, keep, remove_store, store_bytes
from engine.errors import StorageError
from tests.engine.helpers.stored_arrays import LARGE, array, filled, key, numbers_kept

ROOT = Path(tests.__file__).resolve().parents[1]


@pytest.mark.parametrize("dtype", ["uint8", "float16", "float32"])
@pytest.mark.parametrize("shape", [(5, 7, 3), (31, 31), (0, 3)])
def test_arrays_come_back_in_another_session(tmp_path: Path, dtype: str, shape: tuple[int, ...]) -> None:
    made = (np.random.default_rng(0).random(shape) * 200).astype(dtype)
    store = DiskStore(tmp_path / "x.sqlite", LARGE)
    put = keep(made)
    store.put([(key(1), put)])
    store.close()
    found = DiskStore(tmp_path / "x.sqlite", LARGE).get(key(1))
    assert found is not None
    np.testing.assert_array_equal(found.array, made)
    assert (found.array.dtype, found.array.shape, found.digest) == (made.dtype, shape, put.digest)
    with pytest.raises(ValueError, match="read-only"):
        found.array[...] = 0


def test_old_arrays_make_way_and_those_of_this_session_stay(tmp_path: Path) -> None:
    path, limit = tmp_path / "x.sqlite", 400_000
    first = DiskStore(path, limit)
    for number in range(20):
        first.put([(key(number), keep(array(number, 10_000)))])
    assert first.full
    early = [number for number in range(20) if first.get(key(number)) is not None]
    assert early == list(range(len(early)))  # what came first stays
    first.close()
    second = DiskStore(path, limit)
    assert not second.full
    for number in range(100, 103):
        second.put([(key(number), keep(array(number, 10_000)))])
    left = [number for number in range(20) if second.get(key(number)) is not None]
    assert left == early[3:]  # the oldest went
    assert all(second.get(key(number)) is not None for number in range(100, 103))
    second.close()
    assert path.stat().st_size < 1.1 * limit


def test_a_lower_limit_holds_from_the_next_array_on(tmp_path: Path) -> None:
    filled(tmp_path / "x.sqlite", 50).close()
    store = DiskStore(tmp_path / "x.sqlite", 1000)
    store.put([(key(99), keep(array(99)))])
    assert store.full
    assert numbers_kept(store, 50) == []


def test_under_a_much_lower_limit_only_so_many_go_at_once_as_nobody_waits_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_store, "GONE_AT_ONCE", 20)
    filled(tmp_path / "x.sqlite", 300).close()
    store = DiskStore(tmp_path / "x.sqlite", 65_000)
    left = []
    for number in range(300, 330):
        store.put([(key(number), keep(array(number)))])
        left.append(len(numbers_kept(store, 330)))
    assert max(before - after for before, after in pairwise([300, *left])) <= 20
    kept = numbers_kept(store, 330)
    assert kept[-1] == 329
    assert kept == list(range(kept[0], 300)) + kept[kept.index(299) + 1 :]  # the newest of before stay
    assert not store.full
    assert sum(array(number).nbytes for number in kept) <= 65_000


def test_an_array_too_large_for_the_store_makes_nothing_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "x.sqlite", 50).close()
    store = DiskStore(tmp_path / "x.sqlite", 200_000)
    store.put([(key(98), keep(array(98, 100_000)))])
    monkeypatch.setattr(disk_store, "LARGEST_BYTES", 150_000)  # of SQLite, which raises OverflowError beyond 2 GB
    store.put([(key(99), keep(array(99, 60_000)))])
    assert not store.full
    assert store.problem is None
    assert numbers_kept(store, 100) == list(range(50))


def test_a_disk_that_is_nearly_full_is_left_to_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "x.sqlite", 50).close()
    usage = shutil.disk_usage(tmp_path)
    free = SPARE_BYTES + 30_000
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=free))
    store = DiskStore(tmp_path / "x.sqlite", LARGE)
    store.put([(key(number), keep(array(number))) for number in range(50, 60)])
    assert numbers_kept(store, 60) == list(range(60))
    free = SPARE_BYTES - 3000
    store.put([(key(number), keep(array(number))) for number in range(60, 70)])
    kept = numbers_kept(store, 70)
    assert 0 < kept[0] < 60 <= kept[-1]  # the oldest made way
    assert store.problem is None
    free = 0
    store.put([(key(99), keep(array(99)))])
    assert store.full
    assert "Less than 1 GB is free" in str(store.problem)
    assert numbers_kept(store, 70)[-1] == 69  # still read


_FILLER = """
import sys
from pathlib import Path
from engine.data.stores import disk_store
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import DiskStore, keep
from tests.engine.helpers.stored_arrays import array, key
disk_store.PATIENCE_S = 60  # the other one may be kept waiting, too
store = DiskStore(Path(sys.argv[1]), 10**9)
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    store.put([(key(number), keep(array(number)))])
    print(number, flush=True)
assert store.problem is None, store.problem
"""


def filler(path: Path, first: int, end: int) -> "subprocess.Popen[str]":
    """Another process that puts arrays in and says each number once it is in."""
    words = [sys.executable, "-c", _FILLER, str(path), str(first), str(end)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_process_killed_while_it_writes_leaves_what_it_had_put_in(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with filler(path, 0, 10**6) as process:
        assert process.stdout is not None
        while int(process.stdout.readline()) < 50:
            pass
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        rest = process.stdout.read().splitlines()
    told = 51 + len(rest)
    store = DiskStore(path, LARGE)
    assert store.problem is None
    kept = numbers_kept(store, told + 10)
    assert kept[:told] == list(range(told))


def test_two_processes_share_a_store(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with filler(path, 0, 150) as one, filler(path, 100, 250) as other:
        told = [process.communicate()[0].split() for process in (one, other)]
    assert one.returncode == other.returncode == 0
    assert told == [[str(number) for number in range(first, first + 150)] for first in (0, 100)]
    assert numbers_kept(DiskStore(path, LARGE), 250) == list(range(250))


def test_where_no_folder_can_be_made_it_says_so_and_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = filled(tmp_path / "file" / "x.sqlite", 2)
    assert store.problem is not None
    assert "goes on without it" in store.problem.message
    assert "machine.cache_folder" in store.problem.remedy
    assert store.full
    assert store.get(key(0)) is None


def test_a_full_disk_ends_keeping_and_is_told(tmp_path: Path) -> None:
    store = filled(tmp_path / "x.sqlite", 3)
    assert store._database is not None
    store._database.execute("PRAGMA max_page_count = 20")  # as SQLite meets a disk without room
    for number in range(10, 20):
        store.put([(key(number), keep(array(number, 10_000)))])
    assert store.problem is not None
    assert "disk is full" in store.problem.message
    store.close()
    assert numbers_kept(DiskStore(tmp_path / "x.sqlite", LARGE), 3) == [0, 1, 2]


def test_while_another_process_writes_for_long_an_array_is_just_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.stores.disk_store.PATIENCE_S", 0.05)
    store = filled(tmp_path / "x.sqlite", 1)
    other = sqlite3.connect(tmp_path / "x.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put([(key(1), keep(array(1)))])
    assert numbers_kept(store, 2) == [0]
    other.execute("ROLLBACK")
    other.close()
    store.put([(key(1), keep(array(1)))])
    assert numbers_kept(store, 2) == [0, 1]
    assert store.problem is None


def test_deleting_leaves_nothing_and_tells_how_much(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    (tmp_path / "mine.txt").write_text("not the store's")
    store = filled(path, 10)
    size = store_bytes(path)
    store.close()
    assert 0 < remove_store(path) <= size
    assert list(tmp_path.iterdir()) == [tmp_path / "mine.txt"]
    assert remove_store(path) == store_bytes(path) == 0


def test_files_that_a_run_takes_away_while_they_are_counted_count_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _path: True)  # a moment ago
    assert store_bytes(tmp_path / "x.sqlite") == 0


def test_a_file_that_cannot_be_deleted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "x.sqlite", 1).close()

    def held(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(StorageError, match="could not be deleted"):
        remove_store(tmp_path / "x.sqlite")


def test_how_fast_arrays_come_back_is_known_where_there_are_any(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "x.sqlite", LARGE)
    assert store.bytes_per_s() is None
    store.put([(key(number), keep(array(number, 10_000))) for number in range(20)])
    rate = store.bytes_per_s()
    assert rate is not None
    assert 1e5 < rate < 1e12
    store.close()
    assert store.bytes_per_s() is None
    assert ArrayCache(LARGE).bytes_per_s() is None
