"""Small grey pictures of the files of a scan, read by several threads and kept on disk, and their groups."""

import os
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.images.absent_folders import read_when_there
from engine.data.images.decoding import DECODERS, UnreadableImageError, small_grey
from engine.data.listing.image_list import NOT_COMPARED, ImageList
from engine.data.scan.look_alikes import SIDE, has_details, look_alikes
from engine.data.stores.disk_store import DiskStore, StoredArray, keep
from engine.data.stores.file_keys import file_key
from engine.files import FilePatience

MOST_COMPARED = 200_000  # of more pictures so many are taken by chance; each takes 1 KB while it is compared
_WORTH_KEEPING = 2**16  # bytes of a file; a smaller one is decoded as fast as looked up
_AT_ONCE = 64
_THREADS = 8


class SmallPictures:
    """Looks at the files of a scan, ``total`` in all, and remembers those that show enough to be compared."""

    def __init__(self, max_megapixels: float, control: RunControl, total: int, disk: DiskStore | None) -> None:
        self._max_megapixels, self._control, self._disk = max_megapixels, control, disk
        self._chosen = iter(np.random.default_rng(0).random(total) * total < MOST_COMPARED)
        self._pixels = bytearray()
        self._files = FilePatience()
        self._new: list[tuple[bytes, StoredArray]] = []

    @property
    def count(self) -> int:
        """How many are remembered."""
        return len(self._pixels) // SIDE**2

    def numbers(self, images: ImageList) -> Generator[int]:
        """For each image its number among those remembered, or NOT_COMPARED."""
        with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as threads:
            for start in range(0, len(images), _AT_ONCE):
                paths = [images.path(place) for place in range(start, min(start + _AT_ONCE, len(images)))]
                for small in threads.map(self._looked_at, paths, [next(self._chosen) for _ in paths]):
                    yield self._remembered(small)
                if self._disk is not None:
                    self._disk.put(self._new)
                self._new.clear()

    def groups(self) -> NDArray[np.int64]:
        """The group of each picture that is remembered, by the number of its first one."""
        pixels = np.frombuffer(bytes(self._pixels), np.uint8).reshape(-1, SIDE, SIDE)
        return look_alikes(pixels, self._control)

    def _remembered(self, small: NDArray[np.uint8] | None) -> int:
        if small is None:
            return NOT_COMPARED
        self._pixels += small.tobytes()
        return self.count - 1

    def _looked_at(self, path: str, chosen: bool) -> NDArray[np.uint8] | None:
        """None for what is not to be compared or shows too little. That a file is damaged is told when it is used."""
        self._control.check()
        if not chosen:
            return None
        try:
            small = read_when_there(path, partial(self._kept, path), self._control)
        except (UnreadableImageError, OSError, ValueError):  # a name with a zero byte is a value error
            return None
        return small if has_details(small) else None

    def _kept(self, path: str) -> NDArray[np.uint8]:
        if self._disk is None or os.path.getsize(path) < _WORTH_KEEPING:  # noqa: PTH202 (Path is slow for a million)
            return small_grey(path, self._max_megapixels, SIDE, self._files)
        key = file_key(path, f"{SIDE} grey {self._max_megapixels} {DECODERS}")
        kept = self._disk.get(key)
        if kept is None:
            kept = keep(small_grey(path, self._max_megapixels, SIDE, self._files))
            self._new.append((key, kept))
        return kept.array
