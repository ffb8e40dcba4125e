"""Finds the same picture file twice: listed more than once, or by content in two splits or classes."""

import hashlib
import os
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import add
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.listing.class_names import printable
from engine.data.listing.image_list import ImageList, Split
from engine.files import FilePatience


@dataclass(frozen=True, slots=True)
class Duplicates:
    """How many images are copies of an earlier one, and the first pairs of paths (earlier, later)."""

    count: int
    pairs: tuple[tuple[str, str], ...]


def duplicates(splits: Sequence[ImageList], control: RunControl, listed: int) -> tuple[Duplicates, Duplicates]:
    """Images that equal, byte for byte, one of an earlier split, and those that equal one of the other class.

    Only files whose size and beginning occur in several splits or in both classes are read whole.
    """
    images = reduce(add, splits)
    split_of = np.repeat(np.arange(len(splits)), [len(split) for split in splits])
    label_of = images.labels
    files = FilePatience()
    in_two_splits, in_two_classes = array("q"), array("q")
    for members in _alike(images, split_of, label_of):
        first_of: dict[bytes, int] = {}
        for place in members.tolist():
            control.check()
            content = _digest(images.path(place), files)
            first = first_of.setdefault(content, place) if content else place
            if split_of[first] != split_of[place]:
                in_two_splits.extend((first, place))
            if label_of[first] != label_of[place]:
                in_two_classes.extend((first, place))
    in_splits, in_classes = (np.array(pairs, np.int64).reshape(-1, 2) for pairs in (in_two_splits, in_two_classes))
    return named(images, in_splits, listed), named(images, in_classes, listed)


def copies(images: ImageList, control: RunControl) -> NDArray[np.int64]:
    """The place of the first image with the same content, for each image (N,)."""
    first_place, files = np.arange(len(images)), FilePatience()
    for members in _alike(images, first_place):
        first_of: dict[bytes, int] = {}
        for place in members.tolist():
            control.check()
            content = _digest(images.path(place), files)
            first_place[place] = first_of.setdefault(content, place) if content else place
    return first_place


def named(images: ImageList, found: NDArray[np.int64], listed: int) -> Duplicates:
    """Pairs of places (P, 2) with the paths of the first ones."""
    shown = found[np.argsort(found[:, 1])][:listed].tolist()
    paths = [(printable(images.path(first)), printable(images.path(second))) for first, second in shown]
    return Duplicates(len(found), tuple(sorted(paths, key=lambda pair: pair[1].replace(os.sep, "/"))))


def once(images: ImageList, split: Split, control: RunControl) -> tuple[ImageList, ImageList]:
    """Each file once for a split and a label, where it came first; and the images that name one of these again."""
    file_of, hashes = RealFiles(), np.zeros(len(images), np.int64)
    for index in range(len(images)):
        control.check()
        hashes[index] = hash(file_of(images.path(index)))
    _, place, times = np.unique(hashes, return_inverse=True, return_counts=True)
    again = np.zeros(len(images), bool)
    seen: set[tuple[str, int, str]] = set()
    for index in np.flatnonzero(times[place] > 1).tolist():
        origin = images.origins[images.codes[index]]
        key = (file_of(images.path(index)), origin.label, origin.split or split)
        again[index] = key in seen
        seen.add(key)
    return images.take(~again), images.take(again)


class RealFiles:
    """The file behind a path, whatever links and spellings lead to it; folders are resolved once."""

    def __init__(self) -> None:
        self._folder = cache(_real)

    def __call__(self, path: str) -> str:
        """Equal for two paths exactly where they lead to one file (by name: two hard links are two)."""
        if os.path.islink(path):  # noqa: PTH114 (Path is slow for a million)
            return _real(path)
        folder, name = os.path.split(path)
        return os.path.join(self._folder(folder), os.path.normcase(name))  # noqa: PTH118 (the same)


def _alike(images: ImageList, *kinds: NDArray[Any]) -> Iterator[NDArray[np.int64]]:
    """Places of images of equal size and beginning that differ in any of the kinds, each group in its order."""
    known = np.flatnonzero(images.sizes > 0)
    if not known.size:
        return
    order = known[np.lexsort((known, images.heads[known], images.sizes[known]))]
    sizes, heads = images.sizes[order], images.heads[order]
    starts = np.flatnonzero(np.r_[True, (sizes[1:] != sizes[:-1]) | (heads[1:] != heads[:-1])])
    ends = np.r_[starts[1:], len(order)]
    several = np.zeros(len(starts), bool)
    for kind in kinds:
        several |= np.minimum.reduceat(kind[order], starts) != np.maximum.reduceat(kind[order], starts)
    for start, end in zip(starts[several], ends[several], strict=True):
        yield order[start:end]


def _digest(path: str, files: FilePatience) -> bytes:
    """SHA-256 of a file; empty where it has vanished meanwhile: the loader reports it."""

    def read() -> bytes:
        with open(path, "rb") as stream:  # noqa: PTH123 (Path is slow for a million)
            return hashlib.file_digest(stream, "sha256").digest()

    try:
        return files.read(read)
    except OSError:
        return b""


def _real(path: str) -> str:
    """The place behind links and other spellings."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except ValueError:  # a name with a zero byte
        return path
