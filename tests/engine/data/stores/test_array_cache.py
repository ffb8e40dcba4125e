"""Memory first, then disk: bounded, what came first stays, and an array is the same wherever it comes from."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.data.stores.array_cache import ENTRY_BYTES, ArrayCache
from engine.data.stores.disk_store import DiskStore, StoredArray, digest_of, keep


def item(number: int, height: int = 10) -> tuple[bytes, StoredArray]:
    return digest_of(str(number).encode()), keep(np.full((height, 100), number, np.uint8))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 30)), max_size=40), st.integers(0, 10_000))
def test_memory_never_holds_more_than_its_limit(puts: list[tuple[int, int]], limit: int) -> None:
    cache = ArrayCache(limit)
    for number, height in puts:
        cache.put([item(number, height)])
        kept = [found for n in range(6) if (found := cache.get(item(n)[0])) is not None]
        assert cache.held_bytes == sum(k.array.nbytes + ENTRY_BYTES for k in kept) <= limit
        assert len(kept) == len(cache)


def test_what_came_first_stays() -> None:
    cache = ArrayCache(2 * (1000 + ENTRY_BYTES))
    assert cache.has_room()
    for number in range(4):
        cache.put([item(number)])
    assert [cache.get(item(number)[0]) is not None for number in range(4)] == [True, True, False, False]
    assert not cache.has_room()


def test_what_memory_cannot_hold_comes_from_disk(tmp_path: Path) -> None:
    cache = ArrayCache(1500, DiskStore(tmp_path / "x.sqlite", 10**9))
    cache.put([item(number) for number in range(5)])
    assert len(cache) == 1
    assert cache.has_room()
    for number in range(5):
        found = cache.get(item(number)[0])
        assert found is not None
        np.testing.assert_array_equal(found.array, item(number)[1].array)
        assert found.digest == item(number)[1].digest
    cache.close()
    assert cache.held_bytes == len(cache) == 0
    assert cache.get(item(0)[0]) is None  # and nothing fails


def test_what_an_earlier_session_kept_is_held_in_memory_once_it_was_read(tmp_path: Path) -> None:
    earlier = ArrayCache(0, DiskStore(tmp_path / "x.sqlite", 10**9))
    earlier.put([item(1)])
    earlier.close()
    cache = ArrayCache(10_000, DiskStore(tmp_path / "x.sqlite", 10**9))
    assert len(cache) == 0
    first = cache.get(item(1)[0])
    assert len(cache) == 1
    assert cache.get(item(1)[0]) is first
    cache.close()


def test_without_any_room_nothing_is_kept() -> None:
    cache = ArrayCache(0)
    assert not cache.has_room()
    cache.put([item(1)])
    assert cache.get(item(1)[0]) is None
