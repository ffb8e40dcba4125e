"""A teacher whose answers can be foretold, and that remembers what it was asked."""

from torch import Tensor

from engine.data.stores.array_cache import ArrayCache
from engine.models.geometry import PatchGeometry
from engine.teacher.maps import TeacherMaps

NINE = PatchGeometry(field=9, stride=8)


class Counting:
    """A teacher of one pixel a cell that tells the images it was asked about."""

    def __init__(self, offset: float = 0.0) -> None:
        self.asked: list[tuple[int, ...]] = []
        self.offset = offset

    def __call__(self, images: Tensor) -> Tensor:
        self.asked += [tuple(image.shape) for image in images]
        cells = images[:, :1, 4:-4:8, 4:-4:8].float() / 7 + self.offset
        return cells[:, :, : NINE.cells(images.shape[2]), : NINE.cells(images.shape[3])]

    def maps(self, cache: ArrayCache | None = None, *, slices: bool = True, name: bytes = b"one") -> TeacherMaps:
        return TeacherMaps(self, NINE, name, ArrayCache(10**6) if cache is None else cache, slices=slices)
