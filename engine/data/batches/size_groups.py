"""Pictures of one size put together: until a batch is full, or too much waits."""

from typing import Generic, Protocol, TypeVar

from engine.data.images.decoding import Pixels


class HasPixels(Protocol):
    """What has pixels, (H, W, 3)."""

    @property
    def pixels(self) -> Pixels: ...


Image = TypeVar("Image", bound=HasPixels)


class SizeGroups(Generic[Image]):
    """Groups of at most ``most`` images, or as many as have ``enough`` pixels, so that large ones wait for no others.

    Of all that wait together there are at most about ``most_pixels``.
    """

    def __init__(self, most: int, most_pixels: int, enough: int) -> None:
        self._most, self._most_pixels, self._enough = most, most_pixels, enough
        self._waiting: dict[tuple[int, ...], list[Image]] = {}
        self._held = 0

    def add(self, image: Image) -> list[list[Image]]:
        """The groups that are to be taken now: the image's own, as it is full, or all."""
        shape = image.pixels.shape
        group = self._waiting.setdefault(shape, [])
        group.append(image)
        self._held += shape[0] * shape[1]
        if self._held >= self._most_pixels:
            return self.rest()
        if len(group) < self._most and len(group) * shape[0] * shape[1] < self._enough:
            return []
        self._held -= len(group) * shape[0] * shape[1]
        return [self._waiting.pop(shape)]

    def rest(self) -> list[list[Image]]:
        """All that wait."""
        groups, self._waiting, self._held = list(self._waiting.values()), {}, 0
        return groups
