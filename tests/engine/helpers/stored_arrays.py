"""Small arrays with keys, and a store filled with them."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.stores.disk_store import DiskStore, digest_of, keep

LARGE = 10**9


def key(number: int) -> bytes:
    return digest_of(str(number).encode())


def array(number: int, size: int = 100) -> NDArray[Any]:
    return np.random.default_rng(number).integers(0, 255, (size, 3), np.uint8)


def filled(path: Path, count: int, limit: int = LARGE) -> DiskStore:
    store = DiskStore(path, limit)
    for number in range(count):
        store.put([(key(number), keep(array(number)))])
    return store


def numbers_kept(store: DiskStore, count: int) -> list[int]:
    """Which of the first arrays are there, each with the contents that belong to it."""
    kept = {number: store.get(key(number)) for number in range(count)}
    for number, found in kept.items():
        if found is not None:
            np.testing.assert_array_equal(found.array, array(number))
    return [number for number, found in kept.items() if found is not None]
