"""A store that was damaged gives back what was put in or nothing, and goes on."""

import os
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.data.stores.disk_store import DiskStore, keep, remove_store
from tests.engine.helpers.stored_arrays import LARGE, array, filled, key, numbers_kept


@pytest.mark.parametrize("content", [b"", b"no database", os.urandom(50_000)])
def test_a_file_that_is_no_store_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.sqlite").write_bytes(content)
    store = filled(tmp_path / "x.sqlite", 3)
    assert store.problem is None
    assert numbers_kept(store, 3) == [0, 1, 2]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), length=st.integers(1, 5000), seed=st.integers(0, 99))
def test_damage_is_never_believed(tmp_path: Path, place: float, length: int, seed: int) -> None:
    path = tmp_path / "x.sqlite"
    remove_store(path)
    filled(path, 60).close()
    data = bytearray(path.read_bytes())
    at = int(place * len(data))
    end = min(at + length, len(data))
    data[at:end] = np.random.default_rng(seed).bytes(end - at)
    path.write_bytes(data)
    store = DiskStore(path, LARGE)
    numbers_kept(store, 60)  # compares what is still there
    store.close()
    again = filled(path, 60)
    assert numbers_kept(again, 60) == list(range(60)) or again.problem is not None
    again.close()


@pytest.mark.parametrize("damaged", [b"tablearr\xff\xfesarrays", b"tablearraysarrays\x02CR\xffATE TABLE"])
def test_a_file_whose_damage_is_no_text_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    """SQLite quotes what it could not read, and Python cannot decode the quotation."""
    path = tmp_path / "x.sqlite"
    filled(path, 3).close()
    sound = b"tablearraysarrays\x02CREATE TABLE"
    content = path.read_bytes()
    assert content.count(sound) == 1
    path.write_bytes(content.replace(sound[: len(damaged)], damaged))
    store = filled(path, 3)
    assert store.problem is None
    assert numbers_kept(store, 3) == [0, 1, 2]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_file_that_was_cut_short_loses_entries_only(tmp_path: Path, share: float) -> None:
    path = tmp_path / "x.sqlite"
    filled(path, 60).close()
    os.truncate(path, int(share * path.stat().st_size))
    store = DiskStore(path, LARGE)
    numbers_kept(store, 60)
    store.close()


def test_a_damaged_array_is_put_in_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    filled(path, 3).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE arrays SET value = zeroblob(300) WHERE key = ?", (key(1),))
    database.close()
    store = DiskStore(path, LARGE)
    assert numbers_kept(store, 3) == [0, 2]
    store.put([(key(1), keep(array(1)))])
    assert numbers_kept(store, 3) == [0, 1, 2]


def test_an_entry_under_another_key_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    filled(path, 1).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE arrays SET key = ?", (key(7),))
    database.close()
    assert DiskStore(path, LARGE).get(key(7)) is None
