"""Splits validation images off by group, so that related pictures (a source, a video, a photograph) stay together."""

import os
import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data.image_list import Grouping, ImageList, Origin, given_group
from engine.errors import DataError

_SPLITTING = 4  # keeps this random stream apart from the order's and the augmentation's


def split_by_group(images: ImageList, fraction: float, seed: int) -> tuple[ImageList, ImageList]:
    """Training and validation images, by the coarsest grouping that leaves both classes on both sides.

    The groups of a CSV are taken as they are. Else tried in turn: sources, folders below the class, beginnings
    of file names (photo3 of photo3_12.png), file names; one that would give validation far more or far less
    than its share is passed over. Raises DataError where none does.
    """
    labels = images.labels
    for grouping, limits in _groupings(images, fraction):
        grouped = replace(images, grouping=grouping)
        groups, num_groups = _numbered(grouped)
        has = np.zeros((num_groups, 2), bool)
        has[groups, labels] = True
        chosen = choose_groups(has, fraction, seed)[groups]
        if chosen.any() and limits[0] <= chosen.mean() <= limits[1]:
            return grouped.take(~chosen), grouped.take(chosen)
    raise DataError(
        "No validation images are given, and too few groups of images to split some off with both classes on both "
        "sides.",
        "Choose validation images, or add training images of the class that there is less of.",
    )


def choose_groups(has: NDArray[np.bool_], fraction: float, seed: int) -> NDArray[np.bool_]:
    """Groups for validation: that share of each kind (real, fake, both), and more until both classes are there.

    ``has`` (G, 2) says which labels are in each group. None is chosen where training would lose a class.
    """
    order = np.random.default_rng([_SPLITTING, seed]).permutation(len(has))
    real, fake = has[order].T
    kinds = [order[real & ~fake], order[fake & ~real], order[real & fake]]
    chosen = np.zeros(len(has), bool)
    for members in kinds:
        chosen[members[: round(fraction * len(members))]] = True
    for label in (0, 1):
        if not has[chosen, label].any():
            chosen[np.concatenate([kinds[label], kinds[2]])[:1]] = True
    both_sides = all(has[side].any(0).all() for side in (chosen, ~chosen))
    return chosen if both_sides else np.zeros(len(has), bool)


def _numbered(images: ImageList) -> tuple[NDArray[np.int64], int]:
    """The number of each image's group, in the order of their names, and how many there are."""
    numbers: dict[str, int] = {}
    found = np.fromiter((numbers.setdefault(group, len(numbers)) for group in images.groups()), np.int64, len(images))
    by_name = np.argsort(np.array(list(numbers), object), kind="stable")
    ranks = np.empty_like(by_name)
    ranks[by_name] = np.arange(len(by_name))
    return ranks[found], len(numbers)


def _groupings(images: ImageList, fraction: float) -> list[tuple[Grouping, tuple[float, float]]]:
    if any(origin.group for origin in images.origins):
        return [(_group_or_path, (0.0, 1.0))]
    fair = (fraction / 4, max(0.5, 2 * fraction))
    return [(given_group, fair), (_folder, fair), (_beginning, fair), (_stem, (0.0, 1.0))]


def _group_or_path(origin: Origin, name: str) -> str:
    return origin.group or os.path.join(origin.folder, name).replace(os.sep, "/")  # noqa: PTH118


def _folder(origin: Origin, _: str = "") -> str:
    return f"{origin.source}/{origin.below}" if origin.below else origin.source


def _beginning(origin: Origin, name: str) -> str:
    """What comes before the last number or word of a file name, or all of it where it is one word."""
    stem = os.path.splitext(name)[0]  # noqa: PTH122 (Path is slow for a million)
    return f"{_folder(origin)}/{re.sub(r'[ _.-]+[^ _.-]*$', '', stem) or stem}"


def _stem(origin: Origin, name: str) -> str:
    return f"{_folder(origin)}/{os.path.splitext(name)[0]}"  # noqa: PTH122
