"""Splits validation images off by group, so that related pictures (a source, a video, a photograph) stay together."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from engine.data.entries import ImageEntry
from engine.data.listing import ListedImage
from engine.errors import DataError

_SPLITTING = 4  # keeps this random stream apart from the order's and the augmentation's
Grouping = Callable[[ListedImage], str]


def entry(image: ListedImage, group: str = "") -> ImageEntry:
    """The image as the loaders take it; its group is the one given, else the CSV's, else its source."""
    return ImageEntry(image.path, image.label, image.source, group or image.group or image.source, image.size)


def split_by_group(
    images: Sequence[ListedImage], fraction: float, seed: int
) -> tuple[list[ImageEntry], list[ImageEntry]]:
    """Training and validation images, by the coarsest grouping that leaves both classes on both sides.

    The groups of a CSV are taken as they are. Else tried in turn: sources, folders below the class, beginnings
    of file names (photo3 of photo3_12.png), file names; one that would give validation far more or far less
    than its share is passed over. Raises DataError where none does.
    """
    for grouping, limits in _groupings(images, fraction):
        groups: dict[str, set[int]] = defaultdict(set)
        for image in images:
            groups[grouping(image)].add(image.label)
        chosen = choose_groups(groups, fraction, seed)
        share = sum(grouping(image) in chosen for image in images) / len(images)
        if chosen and limits[0] <= share <= limits[1]:
            entries = [entry(image, grouping(image)) for image in images]
            return [e for e in entries if e.group not in chosen], [e for e in entries if e.group in chosen]
    raise DataError(
        "No validation images are given, and too few groups of images to split some off with both classes on both "
        "sides.",
        "Choose validation images, or add training images of the class that there is less of.",
    )


def choose_groups(groups: dict[str, set[int]], fraction: float, seed: int) -> set[str]:
    """Groups for validation: that share of each kind (real, fake, both), and more until both classes are there.

    ``groups`` holds the labels in each group. Empty where training would lose a class.
    """
    rng = np.random.default_rng([_SPLITTING, seed])
    names = [str(name) for name in rng.permutation(sorted(groups))]
    kinds = [[name for name in names if groups[name] == kind] for kind in ({0}, {1}, {0, 1})]
    chosen = {name for members in kinds for name in members[: round(fraction * len(members))]}
    for label in (0, 1):
        if not any(label in groups[name] for name in chosen):
            chosen |= set((kinds[label] + kinds[2])[:1])
    sides = ([groups[name] for name in names if (name in chosen) == side] for side in (True, False))
    return chosen if all(set().union(*side) == {0, 1} for side in sides) else set()


def _groupings(images: Sequence[ListedImage], fraction: float) -> list[tuple[Grouping, tuple[float, float]]]:
    if any(image.group for image in images):
        return [(lambda image: image.group or image.path.as_posix(), (0.0, 1.0))]
    fair = (fraction / 4, max(0.5, 2 * fraction))
    return [
        (lambda image: image.source, fair),
        (_folder, fair),
        (lambda image: f"{_folder(image)}/{_beginning(image.path.stem)}", fair),
        (lambda image: f"{_folder(image)}/{image.path.stem}", (0.0, 1.0)),
    ]


def _folder(image: ListedImage) -> str:
    return f"{image.source}/{image.folder}" if image.folder else image.source


def _beginning(stem: str) -> str:
    """What comes before the last number or word of a file name, or all of it where it is one word."""
    return re.sub(r"[ _.-]+[^ _.-]*$", "", stem) or stem
