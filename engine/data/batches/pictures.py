"""Pictures that are decoded once: kept by path, time and size of their file, and known by their content."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from engine.data.images.decoding import DECODERS, Pixels, decode
from engine.data.images.degradations import VERSION, Degradation, degraded
from engine.data.images.views import resized
from engine.data.listing.entries import ImageEntry
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import StoredArray, digest_of, keep
from engine.data.stores.file_keys import file_key
from engine.files import FilePatience
from engine.settings.data import DataSettings

KEY_BYTES = 16
_UNKNOWN = bytes(KEY_BYTES)


class Pictures:
    """The pictures of some entries, already resized where the view is the whole picture.

    A file is looked at once: changed on disk, it is decoded again in the next run. Remembering that takes 16 bytes an
    entry. The digest is of the pixels, not of the file, so whoever remembers something about them may rely on it
    whatever wrote the file, and whatever decoded it.
    """

    def __init__(self, entries: Sequence[ImageEntry], settings: DataSettings, cache: ArrayCache) -> None:
        self._entries, self._settings, self._cache = entries, settings, cache
        self._files = FilePatience()
        self._keys = np.zeros((len(entries), KEY_BYTES), np.uint8)

    def __getitem__(self, index: int) -> StoredArray:
        """The picture of an entry; UnreadableImageError where there is none."""
        return self._kept(self._key(index), lambda: self.native(index))

    def degraded(self, index: int, lost: Degradation) -> StoredArray:
        """The picture of an entry after it lost something at its own size, which is kept like a picture."""
        key = self._key(index)
        resizes = self._settings.view == "resize"
        return self._kept(
            digest_of(key, VERSION, repr(lost).encode()) if key else b"",
            lambda: degraded(self.native(index) if resizes else self[index].array, lost),
        )

    def native(self, index: int) -> Pixels:
        """The picture of an entry at its own size, decoded now; UnreadableImageError where there is none."""
        return decode(self._entries[index].path, self._settings.max_megapixels, self._files)

    def _kept(self, key: bytes, make: Callable[[], Pixels]) -> StoredArray:
        kept = self._cache.get(key) if key else None
        if kept is None:
            pixels = make()
            kept = keep(resized(pixels, self._settings.size) if self._settings.view == "resize" else pixels)
            if key:
                self._cache.put([(key, kept)])
        return kept

    def _key(self, index: int) -> bytes:
        """What the file's picture is kept by; empty where there is no file to look at."""
        key = bytes(self._keys[index])
        if key == _UNKNOWN:
            try:
                key = _file_key(self._entries[index].path, self._settings)
            except OSError:
                return b""
            self._keys[index] = np.frombuffer(key, np.uint8)
        return key


def _file_key(path: Path, settings: DataSettings) -> bytes:
    """Stands for a file as it is now and for all that decides which pixels are made of it."""
    size = settings.size if settings.view == "resize" else 0
    return file_key(path, f"{size} {settings.max_megapixels} {DECODERS}")
