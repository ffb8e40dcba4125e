"""Many images in about a hundred bytes each: what they share is kept once, and entries are made when asked for."""

import hashlib
import os
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Self, overload

import numpy as np
from numpy.typing import NDArray

from engine.data.listing.entries import ImageEntry

Split = Literal["train", "validation", "test"]
NOT_COMPARED = -1


@dataclass(frozen=True, slots=True)
class Origin:
    """What the images of a folder, or like rows of a CSV, have in common; ``split`` is None where nothing says it."""

    folder: str
    label: int  # 0 real, 1 fake, or NO_LABEL
    source: str
    split: Split | None = None
    below: str = ""  # folders between class and file, joined by "/", without one that is the source
    group: str = ""  # as given by a CSV


@dataclass(frozen=True, slots=True, eq=False)
class ImageList(Sequence[ImageEntry]):
    """Images in an order; equal to any sequence of the same entries."""

    origins: Sequence[Origin]
    codes: NDArray[np.int32]  # (N,) place in origins
    names: NDArray[np.object_]  # (N,) file names
    sizes: NDArray[np.int64]  # (N,) bytes; -1 where unknown
    heads: NDArray[np.uint64]  # (N,) digest of the file's beginning; 0 before it is read
    looks: NDArray[np.int32]  # (N,) equal for images of a scan that show the same; NOT_COMPARED where nobody looked

    @classmethod
    def of(cls, entries: Iterable[ImageEntry]) -> "ImageList":
        """The same entries in columns; a list that is in columns already as it is."""
        if isinstance(entries, ImageList):
            return entries
        builder = ImageListBuilder()
        for entry in entries:
            folder, name = os.path.split(entry.path)
            builder.add(Origin(folder, entry.label, entry.source, group=entry.group), (name,), (entry.size,))
        return builder.built()

    @property
    def labels(self) -> NDArray[np.int8]:
        """0 real, 1 fake, or NO_LABEL, (N,)."""
        return self.of_origin(lambda origin: origin.label, np.int8)

    def of_origin(self, value: Callable[[Origin], Any], dtype: Any) -> NDArray[Any]:
        """A value of each image's origin, (N,)."""
        return np.array([value(origin) for origin in self.origins], dtype)[self.codes]

    def take(self, chosen: NDArray[Any]) -> Self:
        """The images at these places, or where a mask is true."""
        return replace(
            self,
            codes=self.codes[chosen],
            names=self.names[chosen],
            sizes=self.sizes[chosen],
            heads=self.heads[chosen],
            looks=self.looks[chosen],
        )

    def path(self, index: int) -> str:
        """Where an image is."""
        name: str = self.names[index]
        return os.path.join(self.origins[self.codes[index]].folder, name)  # noqa: PTH118 (Path is slow for a million)

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> ImageEntry: ...
    @overload
    def __getitem__(self, index: slice) -> "ImageList": ...
    def __getitem__(self, index: int | slice) -> "ImageEntry | ImageList":
        if isinstance(index, slice):
            return self.take(np.arange(len(self))[index])
        origin, name = self.origins[self.codes[index]], self.names[index]
        path, group = Path(origin.folder, name), origin.group or origin.source
        return ImageEntry(path, origin.label, origin.source, group, int(self.sizes[index]))

    def __add__(self, other: "ImageList") -> "ImageList":
        return ImageList(
            origins=(*self.origins, *other.origins),
            codes=np.concatenate([self.codes, other.codes + np.int32(len(self.origins))]),
            names=np.concatenate([self.names, other.names]),
            sizes=np.concatenate([self.sizes, other.sizes]),
            heads=np.concatenate([self.heads, other.heads]),
            looks=np.concatenate([self.looks, other.looks]),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class ImageListBuilder:
    """Grows by runs of files of one origin."""

    def __init__(self) -> None:
        self._origins: dict[Origin, int] = {}
        self._codes = array("i")
        self._names: list[str] = []
        self._sizes = array("q")

    def add(self, origin: Origin, names: Sequence[str], sizes: Sequence[int]) -> None:
        """Files of one origin, with their bytes."""
        code = self._origins.setdefault(origin, len(self._origins))
        self._codes.extend(array("i", [code]) * len(names))
        self._names.extend(names)
        self._sizes.extend(sizes)

    def __len__(self) -> int:
        return len(self._names)

    def built(self) -> ImageList:
        """The list of all that was added."""
        return ImageList(
            origins=tuple(self._origins),
            codes=np.array(self._codes, np.int32),
            names=np.array(self._names, object),
            sizes=np.array(self._sizes, np.int64),
            heads=np.zeros(len(self._codes), np.uint64),
            looks=np.full(len(self._codes), NOT_COMPARED, np.int32),
        )


def fingerprint(entries: Iterable[ImageEntry]) -> str:
    """SHA-256 over place below the common folder, size and label of the entries, in their order.

    It stays the same when the data set is moved, and changes when files are added, removed, relabelled, or edited to
    another size.
    """
    images = ImageList.of(entries)
    folders = [images.origins[code].folder for code in np.unique(images.codes)]
    one_drive = len({os.path.splitdrive(folder)[0].casefold() for folder in folders}) == 1
    common = len(os.path.commonpath(folders)) if one_drive else 0
    digest = hashlib.sha256()
    for index, (size, label) in enumerate(zip(images.sizes.tolist(), images.labels.tolist(), strict=True)):
        place = images.path(index)[common:].replace("\\", "/").lstrip("/")
        digest.update(f"{place}\0{size}\0{label}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
