"""Decoded images kept in memory, up to a limit, least recently used out first."""

from collections import OrderedDict
from pathlib import Path

from engine.data.images import Pixels


class DecodedImages:
    """Pixels by path, at most ``limit_bytes`` of them; used by one thread."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self.held_bytes = 0
        self._images: OrderedDict[Path, Pixels] = OrderedDict()

    def __len__(self) -> int:
        return len(self._images)

    def get(self, path: Path) -> Pixels | None:
        """The image, which then counts as used last, or None."""
        pixels = self._images.get(path)
        if pixels is not None:
            self._images.move_to_end(path)
        return pixels

    def put(self, path: Path, pixels: Pixels) -> None:
        """Keep an image, read-only, letting others go; one larger than the whole limit is not kept."""
        self._drop(path)
        if pixels.nbytes > self.limit_bytes:
            return
        while self.held_bytes + pixels.nbytes > self.limit_bytes:
            self._drop(next(iter(self._images)))
        pixels.flags.writeable = False
        self._images[path] = pixels
        self.held_bytes += pixels.nbytes

    def clear(self) -> None:
        """Let all images go."""
        self._images.clear()
        self.held_bytes = 0

    def _drop(self, path: Path) -> None:
        pixels = self._images.pop(path, None)
        if pixels is not None:
            self.held_bytes -= pixels.nbytes
