"""Finds the same picture file in two splits, by content."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from engine.control import RunControl
from engine.data.entries import ImageEntry

_HEAD = 4096
_Placed = tuple[int, ImageEntry]  # number of the split, image


def cross_split_duplicates(
    splits: Sequence[Sequence[ImageEntry]], control: RunControl
) -> list[tuple[ImageEntry, ImageEntry]]:
    """Pairs (first such image of an earlier split, image of a later split) with equal content, byte for byte.

    Only files whose size, then whose beginning, occurs in several splits are read whole.
    """
    placed = [(number, image) for number, split in enumerate(splits) for image in split if image.size > 0]
    classes: list[list[_Placed]] = [placed]
    for key in (_size, _head, _whole):
        classes = [part for members in classes for part in _shared(members, key, control)]
    pairs = []
    for members in classes:
        first_split, first = members[0]
        pairs += [(first, image) for split, image in members if split != first_split]
    return sorted(pairs, key=lambda pair: pair[1].path.as_posix())


def _shared(
    members: Sequence[_Placed], key: Callable[[ImageEntry], Hashable], control: RunControl
) -> list[list[_Placed]]:
    """The members by key, where a key occurs in more than one split."""
    by_key: dict[Hashable, list[_Placed]] = defaultdict(list)
    for split, image in members:
        control.check()
        by_key[key(image)].append((split, image))
    return [part for part in by_key.values() if len({split for split, _ in part}) > 1]


def _size(image: ImageEntry) -> Hashable:
    return image.size


def _head(image: ImageEntry) -> Hashable:
    try:
        with image.path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return image  # vanished meanwhile: like nothing else; the loader reports it


def _whole(image: ImageEntry) -> Hashable:
    try:
        with image.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return image
