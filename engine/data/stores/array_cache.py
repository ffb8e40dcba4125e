"""What is costly to make and comes again, kept by key: in memory first, then on disk; what came first stays."""

import threading
from collections.abc import Sequence

from engine.data.stores.disk_store import DiskStore, StoredArray

ENTRY_BYTES = 400  # what Python takes for an array in memory beside its contents, about


class ArrayCache:
    """At most ``memory_bytes`` of arrays in memory, and more on ``disk`` if there is one; any thread may use it.

    Nothing makes way for newer arrays: training takes every image once an epoch, in a new order each time, and then
    what was used longest ago is just what comes next.
    """

    def __init__(self, memory_bytes: int, disk: DiskStore | None = None) -> None:
        self.memory_bytes, self.disk = memory_bytes, disk
        self.held_bytes = 0
        self._lock = threading.Lock()
        self._no_room = memory_bytes == 0
        self._kept: dict[bytes, StoredArray] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def has_room(self) -> bool:
        """Whether more can be kept, as far as is known."""
        return not self._no_room or (self.disk is not None and not self.disk.full)

    def get(self, key: bytes) -> StoredArray | None:
        """The array of a key, or None."""
        kept = self._kept.get(key)
        if kept is None and self.disk is not None:
            kept = self.disk.get(key)
            if kept is not None:
                self._remember(key, kept)
        return kept

    def bytes_per_s(self) -> float | None:
        """How fast arrays come back from disk; None where there are none."""
        return None if self.disk is None else self.disk.bytes_per_s()

    def put(self, items: Sequence[tuple[bytes, StoredArray]]) -> None:
        """Keep arrays as far as there is room."""
        for key, kept in items:
            self._remember(key, kept)
        if self.disk is not None:
            self.disk.put(items)

    def close(self) -> None:
        """Let everything in memory go, and the file; the cache stays usable without it."""
        with self._lock:
            self._kept.clear()
            self.held_bytes = 0
        if self.disk is not None:
            self.disk.close()

    def _remember(self, key: bytes, kept: StoredArray) -> None:
        size = kept.array.nbytes + ENTRY_BYTES
        with self._lock:
            if key in self._kept:
                return
            if self.held_bytes + size > self.memory_bytes:
                self._no_room = True
                return
            self._kept[key] = kept
            self.held_bytes += size
