"""Maps of pictures of any size, tile by tile: the same map as of the picture at once, in memory that is bounded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from math import ceil, lcm

import torch
from torch import Tensor

from engine.control import RunControl
from engine.models.detector import PatchDetector
from engine.models.geometry import PatchGeometry

SIDE = 512  # pixels of a tile: larger ones leave the processor's cache, smaller overlap more (tests/bench/whole.py)
AT_ONCE = SIDE**2  # pixels of pictures that are taken together, for the same reason
ON_CARD = 64  # times as many on a GPU, which is slow at small pieces


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece of one axis: pixels ``first`` .. ``end`` - 1 give cells of which ``skipped`` see the tile's own border.

    Those after them are ``cells`` of the whole map, from number ``cell`` on.
    """

    first: int
    end: int
    skipped: int
    cell: int
    cells: int


@dataclass(frozen=True, slots=True)
class Tiling:
    """How pictures are cut for a network with this geometry.

    Tiles begin at multiples of ``grid`` pixels, where strides and the filter's blocks do, and ``lead`` pixels early
    where the filter pads: what it makes of a tile's border is then left out, and what it makes of the picture's stays.
    """

    geometry: PatchGeometry
    reach: int
    grid: int
    lead: int = 0
    side: int = SIDE
    at_once: int = AT_ONCE

    @classmethod
    def of(cls, detector: PatchDetector, side: int = SIDE, at_once: int | None = None) -> "Tiling":
        """Whatever its filter and padding; ``at_once`` is what its device takes, unless told."""
        geometry, reach = detector.geometry, detector.filter.reach
        grid = lcm(geometry.stride, detector.filter.block)
        lead = ceil(reach / grid) * grid if detector.padding == "zeros" else 0
        if at_once is None:
            at_once = AT_ONCE * (ON_CARD if next(detector.network.parameters()).is_cuda else 1)
        return cls(geometry, reach, grid, lead, side, at_once)

    def along(self, pixels: int) -> Iterator[Tile]:
        """Tiles of about equal size for an axis of so many pixels."""
        stride, cells = self.geometry.stride, self.geometry.cells(pixels)
        together = self.grid // stride  # cells from one possible corner to the next
        tiles = ceil(cells * stride / self.side)
        most = max(1, ceil(cells / max(1, tiles) / together)) * together
        for cell in range(0, cells, most):
            count = min(most, cells - cell)
            first = max(0, cell * stride - self.lead)
            seen = (cell + count - 1) * stride + self.geometry.offset + self.geometry.field + self.reach
            yield Tile(first, min(seen, pixels), cell - first // stride, cell, count)

    def tiles(self, height: int, width: int) -> int:
        """In how many pieces a picture is looked at."""
        if height * width <= self.at_once:
            return 1
        return len(list(self.along(height))) * len(list(self.along(width)))

    def __call__(self, compute: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
        """``compute`` turns uint8 (B, 3, H, W) into maps (B, 1, h, w); so does this, whatever the size."""
        count, _, height, width = images.shape
        if count * height * width <= self.at_once:
            return compute(images)
        together = max(1, self.at_once // (height * width))
        if count > together:
            return torch.cat([self(compute, some) for some in torch.split(images, together)])
        return self._in_tiles(compute, images)

    def mean(self, compute: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
        """Mean over all cells (B, C) of what ``compute`` makes of images, (B, C, h, w); a tile at a time is held."""
        together = max(1, self.side**2 // (images.shape[2] * images.shape[3]))
        if len(images) > together:
            return torch.cat([self.mean(compute, some) for some in torch.split(images, together)])
        sums = [(piece.sum((2, 3)), piece[0, 0].numel()) for _, _, piece in self._pieces(compute, images)]
        if not sums:
            return compute(images).mean((2, 3))  # which says that it is too small
        return torch.stack([of_piece for of_piece, _ in sums]).sum(0) / sum(cells for _, cells in sums)

    def _in_tiles(self, compute: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
        size = [sum(tile.cells for tile in self.along(pixels)) for pixels in images.shape[-2:]]
        whole: Tensor | None = None
        for down, across, piece in self._pieces(compute, images):
            if whole is None:
                whole = piece.new_empty((len(images), 1, *size))
            whole[..., down.cell : down.cell + down.cells, across.cell : across.cell + across.cells] = piece
        return compute(images) if whole is None else whole  # which says that it is too small

    def _pieces(self, compute: Callable[[Tensor], Tensor], images: Tensor) -> Iterator[tuple[Tile, Tile, Tensor]]:
        """What is computed of every tile, without the cells that are skipped; nothing where no cell fits."""
        for down, across in product(*(list(self.along(pixels)) for pixels in images.shape[-2:])):
            piece = compute(images[..., down.first : down.end, across.first : across.end])
            yield down, across, piece[..., down.skipped :, across.skipped :][..., : down.cells, : across.cells]


@contextmanager
def watched(
    detector: PatchDetector, control: RunControl, done: Callable[[int], None] = lambda tiles: None
) -> Iterator[None]:
    """Inside, ``done`` is called with the number of tiles after each, and ``control`` can hold or end the work.

    StopRequestedError is raised before the next layer, as a tile takes a wide network seconds.
    """
    tiles = 0

    def check(*_: object) -> None:
        control.check()

    def count(*_: object) -> None:
        nonlocal tiles
        tiles += 1
        done(tiles)

    handles = [module.register_forward_pre_hook(check) for module in detector.modules()]
    handles.append(detector.register_forward_hook(count))
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
