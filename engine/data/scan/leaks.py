"""Pictures that show the same and lie in two sets: the same photograph twice, or a real one and its imitation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import add

import numpy as np

from engine.data.listing.class_names import printable
from engine.data.listing.image_list import NOT_COMPARED, ImageList, Split
from engine.data.scan.small_pictures import SmallPictures
from engine.events import LookAlike


def grouped_by_looks(small: SmallPictures, sets: Sequence[ImageList]) -> list[ImageList]:
    """The sets, whose ``looks`` were numbers of small pictures and now are the groups of these."""
    groups = np.append(small.groups(), NOT_COMPARED).astype(np.int32)  # -1 is the place of the last
    return [replace(images, looks=groups[images.looks]) for images in sets]


def leaked(sets: Mapping[Split, ImageList], listed: int) -> tuple[int, tuple[LookAlike, ...]]:
    """How many images show what one of an earlier set shows, and the first ones, each beside such a one.

    Copies of a file, which are found as such, are left aside.
    """
    images, names = reduce(add, sets.values()), list(sets)
    set_of = np.repeat(np.arange(len(sets)), [len(some) for some in sets.values()])
    compared = np.flatnonzero(images.looks != NOT_COMPARED)
    _, first, group = np.unique(images.looks[compared], return_index=True, return_inverse=True)
    earlier, later = compared[first][group], compared
    same_file = (images.sizes[earlier] == images.sizes[later]) & (images.heads[earlier] == images.heads[later])
    leaks = (set_of[earlier] != set_of[later]) & ~same_file
    labels, count = images.labels, int(leaks.sum())
    pairs = [
        LookAlike(
            first=printable(images.path(one)),
            other=printable(images.path(two)),
            first_split=names[set_of[one]],
            other_split=names[set_of[two]],
            kind="duplicate" if labels[one] == labels[two] else "twin",
        )
        for one, two in zip(earlier[leaks][:listed].tolist(), later[leaks][:listed].tolist(), strict=True)
    ]
    return count, tuple(pairs)
