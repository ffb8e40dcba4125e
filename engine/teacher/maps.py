"""The teacher asked once: maps kept by picture, view and teacher; those of crops are pieces of one map."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.data.batches.shown import ViewedPicture
from engine.data.images.decoding import Pixels
from engine.data.images.views import View, show
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import StoredArray, digest_of, keep
from engine.models.geometry import PatchGeometry

Maps = NDArray[np.floating]  # (h, w), raw logits
Shape = tuple[int, int]  # of a view, in pixels
MOST_TOGETHER = 64  # pictures of 256 x 256 pixels: a large GPU gains nothing from more
WHOLE_PIXELS = 2**20  # of larger pictures only the crops are shown to the teacher: a whole photograph costs 200 of them


class TeacherMaps:
    """Raw maps (B, 1, h, w) of batches, from ``compute`` or from ``cache``: which of the two changes no bit of them.

    ``compute`` takes uint8 (B, 3, H, W). A picture goes to it whole and alone, so that its numbers depend on neither
    the crop nor the batch, and they are rounded to float16 whether they will be kept or not (float32 where a map has
    values that float16 lacks). Without padding a map of a crop whose corner lies on the teacher's grid is a piece of
    the whole map; ``slices`` says whether teacher and filter allow that. ``teacher`` stands for all that decides a map.
    """

    def __init__(
        self,
        compute: Callable[[Tensor], Tensor],
        geometry: PatchGeometry,
        teacher: bytes,
        cache: ArrayCache,
        *,
        slices: bool,
    ) -> None:
        self._compute, self._geometry, self._teacher = compute, geometry, teacher
        self.cache = cache
        self._slices = slices
        self._together = MOST_TOGETHER

    def __call__(self, images: Tensor, seen: Sequence[ViewedPicture], kept: Maps | None = None) -> Tensor:
        """Maps of a batch, on the device of ``images`` and in float32; ``kept`` is what `kept` gave for it."""
        maps = self._asked_for(images, seen) if kept is None else kept
        return torch.from_numpy(maps)[:, None].to(images.device).float()

    def kept(self, seen: Sequence[ViewedPicture], size: int) -> Maps | None:
        """Maps (B, h, w) of views of ``size`` where all of them are kept, else None; any thread may ask."""
        shape = (size, size)
        pieces, keys = self._questions(seen, shape)
        answers = [self.cache.get(key) if key else None for key in keys]
        known = [answer.array for answer in answers if answer is not None]
        return self._of_views(seen, shape, pieces, known) if len(known) == len(seen) > 0 else None

    def ask(self, seen: Sequence[ViewedPicture], size: int, flips: Sequence[bool], device: torch.device) -> None:
        """Have the maps of whole pictures ready, mirrored or not, where views of ``size`` are pieces of them."""
        shape = (size, size)
        wholes = [replace(one, view=View(flip=flip)) for one in seen if self._is_piece(one, shape) for flip in flips]
        keys = [self._key(one, shape, piece=True) for one in wholes]
        self._answers(keys, lambda number: _whole(wholes[number]), device)

    def _asked_for(self, images: Tensor, seen: Sequence[ViewedPicture]) -> Maps:
        shape = (images.shape[-2], images.shape[-1])
        pieces, keys = self._questions(seen, shape)

        def image(number: int) -> Tensor:
            one = seen[number]
            if not one.digest:
                return images[number]
            return _whole(one) if pieces[number] else _channels_first(show(one.whole, one.view, shape[1]))

        return self._of_views(seen, shape, pieces, self._answers(keys, image, images.device))

    def _questions(self, seen: Sequence[ViewedPicture], shape: Shape) -> tuple[list[bool], list[bytes]]:
        """Whether each view's map is a piece of its picture's, and the key of the map that is to be asked for."""
        pieces = [self._is_piece(one, shape) for one in seen]
        return pieces, [self._key(one, shape, piece=piece) for one, piece in zip(seen, pieces, strict=True)]

    def _of_views(
        self, seen: Sequence[ViewedPicture], shape: Shape, pieces: Sequence[bool], answers: Sequence[Maps]
    ) -> Maps:
        """(B, h, w) from the map of each view, or of its whole picture."""
        views = zip(seen, pieces, answers, strict=True)
        return np.stack([self._piece(one, shape, answer) if piece else answer for one, piece, answer in views])

    def _answers(self, keys: Sequence[bytes], image: Callable[[int], Tensor], device: torch.device) -> list[Maps]:
        """The map of each key, kept ones first; the teacher is asked about the ``image`` (3, H, W) of the others."""
        answers = [self.cache.get(key) if key else None for key in keys]
        missing = [number for number, answer in enumerate(answers) if answer is None]
        asked = self._asked([image(number).to(device) for number in missing])
        self.cache.put([(keys[number], kept) for number, kept in zip(missing, asked, strict=True) if keys[number]])
        fresh = iter(asked)
        return [(next(fresh) if answer is None else answer).array for answer in answers]

    def _asked(self, images: list[Tensor]) -> list[StoredArray]:
        """Rounded maps of images (3, H, W): on a CPU one at a time, as a batch may change the last bits."""
        if len({image.shape for image in images}) > 1 or (images and images[0].device.type == "cpu"):
            return [_rounded(self._compute(image[None])[0].float().cpu()) for image in images]
        maps, self._together = as_many_as_fit(self._compute, images, self._together)
        return [_rounded(logits) for logits in maps]

    def _piece(self, seen: ViewedPicture, shape: Shape, whole_map: Maps) -> Maps:
        """The cells of a crop; mirrored, it begins at what was its right edge."""
        view, stride = seen.view, self._geometry.stride
        left = seen.whole.shape[1] - shape[1] - view.left if view.flip else view.left
        row, column = view.top // stride, left // stride
        rows, columns = map(self._geometry.cells, shape)
        return whole_map[row : row + rows, column : column + columns]

    def _is_piece(self, seen: ViewedPicture, shape: Shape) -> bool:
        height, width = seen.whole.shape[:2]
        if not seen.digest:
            return False
        return (height, width) == shape or (self._slices and height * width <= WHOLE_PIXELS)

    def _key(self, seen: ViewedPicture, shape: Shape, *, piece: bool) -> bytes:
        """What a map is kept by: of the whole picture, whose sides tell how it was put on the grid, or of a view of it.

        Empty where it will hardly come again.
        """
        height, width = seen.whole.shape[:2]
        view = seen.view
        if not seen.digest:
            return b""
        shown = f"0 0 0 {view.flip}" if piece else f"{shape[1]} {view.top} {view.left} {view.flip}"
        return digest_of(self._teacher, seen.digest, f"{height} {width} {shown}".encode())


def _whole(seen: ViewedPicture) -> Tensor:
    """The picture (3, H, W) of which a view shows a piece, mirrored as the view is."""
    return _channels_first(seen.whole[:, ::-1] if seen.view.flip else seen.whole)


def _channels_first(pixels: Pixels) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(pixels.transpose(2, 0, 1)))


def as_many_as_fit(
    compute: Callable[[Tensor], Tensor], images: Sequence[Tensor], together: int
) -> tuple[list[Tensor], int]:
    """Maps (1, h, w) on the CPU of equal images (3, H, W), and how many of them at a time the GPU's memory holds.

    Begins with ``together`` at a time, and halves that number each time the memory is full; torch.OutOfMemoryError
    where it does not hold a single one.
    """
    maps: list[Tensor] = []
    while len(maps) < len(images):
        some = images[len(maps) : len(maps) + together]
        try:
            maps.extend(compute(torch.stack(list(some))).float().cpu())
        except torch.OutOfMemoryError:
            if len(some) == 1:
                raise
            together = len(some) // 2
    return maps, together


def _rounded(logits: Tensor) -> StoredArray:
    """A map (1, h, w) as it is kept."""
    half = logits[0].half()
    return keep((half if bool(half.isfinite().all()) else logits[0]).numpy())
