"""Finds the same picture file twice: listed from two folders, or by content in two splits or classes."""

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
from engine.data.image_list import ImageList, Origin, Split
from engine.data.listing import printable


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
    in_two_splits, in_two_classes = array("q"), array("q")
    for members in _alike(images, split_of, label_of):
        first_of: dict[bytes, int] = {}
        for place in members.tolist():
            control.check()
            content = _digest(images.path(place))
            first = first_of.setdefault(content, place) if content else place
            if split_of[first] != split_of[place]:
                in_two_splits.extend((first, place))
            if label_of[first] != label_of[place]:
                in_two_classes.extend((first, place))
    in_splits, in_classes = (np.array(pairs, np.int64).reshape(-1, 2) for pairs in (in_two_splits, in_two_classes))
    return named(images, in_splits, listed), named(images, in_classes, listed)


def copies(images: ImageList, control: RunControl) -> NDArray[np.int64]:
    """The place of the first image with the same content, for each image (N,)."""
    first_place = np.arange(len(images))
    for members in _alike(images, first_place):
        first_of: dict[bytes, int] = {}
        for place in members.tolist():
            control.check()
            content = _digest(images.path(place))
            first_place[place] = first_of.setdefault(content, place) if content else place
    return first_place


def named(images: ImageList, found: NDArray[np.int64], listed: int) -> Duplicates:
    """Pairs of places (P, 2) with the paths of the first ones."""
    shown = found[np.argsort(found[:, 1])][:listed].tolist()
    paths = [(printable(images.path(first)), printable(images.path(second))) for first, second in shown]
    return Duplicates(len(found), tuple(sorted(paths, key=lambda pair: pair[1].replace(os.sep, "/"))))


def once(images: ImageList, root_of: NDArray[np.int64], split: Split) -> ImageList:
    """The images without those that an earlier root holds too, for the same split and with the same label."""
    real = cache(_real)
    places: dict[tuple[str, int, str], int] = {}

    def place(origin: Origin) -> int:
        key = (real(origin.folder), origin.label, origin.split or split)
        return places.setdefault(key, len(places))

    place_of = images.of_origin(place, np.int64)
    first_root, last_root = np.zeros((2, len(places)), np.int64)
    last_root[place_of] = root_of  # of several the last one stays, and roots are in their order
    first_root[place_of[::-1]] = root_of[::-1]
    kept = np.ones(len(images), bool)
    seen: dict[tuple[int, str], int] = {}  # root that was first to hold an image
    for index in np.flatnonzero((first_root < last_root)[place_of]).tolist():
        root, key = int(root_of[index]), (int(place_of[index]), os.path.normcase(images.names[index]))
        kept[index] = seen.setdefault(key, root) == root
    return images.take(kept)


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


def _digest(path: str) -> bytes:
    """SHA-256 of a file; empty where it has vanished meanwhile: the loader reports it."""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 (Path is slow for a million)
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return b""


def _real(folder: str) -> str:
    """The folder behind links and other spellings."""
    try:
        return os.path.normcase(os.path.realpath(folder))
    except ValueError:  # a name with a zero byte
        return folder
