"""Which images belong together, by what files, names and pixels say, and which of them lie in several splits."""

import os
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from operator import add
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.listing.entries import NO_LABEL
from engine.data.listing.image_list import NOT_COMPARED, ImageList, Origin
from engine.data.listing.name_clues import NameReader, merely_counts, video_ids
from engine.data.scan.duplicates import Duplicates, named

Numbers = NDArray[np.int64]
NONE = -1  # no key; hash() never returns it
LARGEST_OF_SOURCE = 0.5  # for a guess, so that both sides have some of a source
ROUNDING = 1e-9
RESTARTED = 0.05  # of the images: if so many names come again in another split, each split counts from the start
GIVEN = "the groups of the CSV"
LOOKS = "pictures that look the same"
SAME_PICTURE = "the same picture, real or imitated"
PIECES = "tiles, frames and bursts of one photograph or video"
SWAPS = "face swaps and the videos that they share"
SWAPPED_INTO = "face swaps and the video they were made in"
FOLDER = "folders"
SERIES = "names that differ in their last number"


@dataclass(frozen=True, slots=True)
class Relation:
    """Images (N,) that share a number in any of ``keys`` belong together, in groups of up to ``largest`` of a class.

    What names do not tell, such as that a folder is a video, is a guess: it holds as long as groups stay small.
    """

    words: str
    keys: tuple[Numbers, ...]
    largest: float = 0.5  # of a larger group one side gets too much, so that it can hardly be meant
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Groups:
    """The group of each image (N,), numbered by their first image, and the relations that hold and that do not."""

    numbers: Numbers
    kept: tuple[str, ...]
    given_up: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many groups there are."""
        return int(self.numbers.max(initial=-1)) + 1


def grouped(images: ImageList, relations: Sequence[Relation]) -> Groups:
    """Join images by each relation in turn, except where a group would swallow too much of a class or source."""
    numbers, classes = np.arange(len(images)), np.unique(images.labels, return_inverse=True)[1]
    kept, given_up = [], []
    for relation in relations:
        together = joined(numbers, relation.keys)
        too_large = _swallowing(together, classes, relation.largest)
        if not relation.is_told:
            too_large |= _swallowing(together, strata(images), LARGEST_OF_SOURCE)
        too_large = too_large[together]
        before = numbers
        numbers = _numbered(np.where(too_large, numbers + len(images), together))
        if numbers.max(initial=0) < before.max(initial=0):
            kept.append(relation.words)
        if too_large.any():
            given_up.append(relation.words)
    return Groups(numbers, tuple(kept), tuple(given_up))


def relations(splits: Sequence[ImageList], largest_guess: float = 0) -> list[Relation]:
    """How the images of all lists are related, the surest first; of a CSV with groups, by these alone.

    Guesses are limited to groups of ``largest_guess`` of a class, told ones to half of it. Words are compared within
    all lists, numbers alone only within one: many data sets count from 0 in every folder.
    """
    images = reduce(add, splits)
    if any(origin.group for origin in images.origins):
        groups = images.of_origin(lambda origin: hash(origin.group) if origin.group else NONE, np.int64)
        return [Relation(GIVEN, (groups,), largest=1)]
    list_of = np.repeat(np.arange(len(splits)), [len(split) for split in splits])
    guess = partial(Relation, largest=largest_guess, is_told=False)
    return _name_relations(images, list_of, guess)


def belonging_together(images: ImageList) -> Numbers:
    """The group of each image (N,) by what files and their names tell; guesses, such as folders, aside."""
    return grouped(images, [relation for relation in relations([images]) if relation.is_told]).numbers


def related_to_first(splits: Sequence[ImageList], listed: int) -> Duplicates:
    """Images of later lists that by their names belong to one of the first list."""
    if len(pairs := pairs_with_first(splits, by_looks=False)):
        return named(reduce(add, splits), pairs, listed)
    return Duplicates(0, ())


def pairs_with_first(splits: Sequence[ImageList], *, by_looks: bool = True) -> Numbers:
    """Places (P, 2) among all images of the first list and of later ones that belong together by names, or by looks."""
    images, first_list = reduce(add, splits), len(splits[0])
    if not first_list or first_list == len(images):
        return np.zeros((0, 2), np.int64)
    told = [relation for relation in relations(splits) if relation.is_told and (by_looks or relation.words != LOOKS)]
    numbers = grouped(images, told).numbers
    first = np.full(int(numbers.max()) + 1, NONE)
    first[numbers[:first_list][::-1]] = np.arange(first_list)[::-1]
    places = np.flatnonzero(first[numbers[first_list:]] != NONE) + first_list
    return np.stack([first[numbers[places]], places], 1)


def joined(numbers: Numbers, keys: Sequence[Numbers]) -> Numbers:
    """The groups (N,) made one where they share a key; each keeps the least of their numbers."""
    parents = list(range(int(numbers.max(initial=-1)) + 1))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    known = [key != NONE for key in keys]
    all_keys = np.concatenate([key[mask] for key, mask in zip(keys, known, strict=True)])
    members = np.concatenate([numbers[mask] for mask in known])
    order = np.lexsort((members, all_keys))
    all_keys, members = all_keys[order], members[order]
    linked = np.flatnonzero((all_keys[1:] == all_keys[:-1]) & (members[1:] != members[:-1]))
    for one, other in zip(members[linked].tolist(), members[linked + 1].tolist(), strict=True):
        low, high = sorted((root(one), root(other)))
        parents[high] = low
    return np.array([root(number) for number in range(len(parents))], np.int64)[numbers]


def strata(images: ImageList) -> Numbers:
    """The number of each image's class within its source (N,)."""
    numbers: dict[tuple[str, int], int] = {}
    return images.of_origin(lambda o: numbers.setdefault((o.source, o.label), len(numbers)), np.int64)


def _name_relations(images: ImageList, list_of: Numbers, guess: Callable[..., Relation]) -> list[Relation]:
    """What names and folders say."""
    origins, homes = images.origins, _homes(images.origins)
    reader = NameReader({part for origin in origins for part in (origin.source, *origin.source.split("/"))})
    of_folder = [video_ids(origin.below.rpartition("/")[2]) for origin in origins]
    columns = [array("q") for _ in range(5)]
    picture, photograph, series, video, other_video = columns
    counted = array("b")
    for code, name, number in zip(images.codes.tolist(), images.names, list_of.tolist(), strict=True):
        stem = os.path.splitext(name)[0]  # noqa: PTH122 (Path is slow for a million)
        home, clues = homes[code], reader.read(stem)
        here = (number, home, origins[code].below)
        picture.append(_key(clues.picture, here))
        counted.append(merely_counts(clues.picture))
        photograph.append(_key(clues.photograph, here))
        series.append(_key(clues.series, here) if clues.series != clues.picture else NONE)
        ids = of_folder[code] or video_ids(stem)
        video.append(hash((number, home, ids[0])) if ids else NONE)
        other_video.append(hash((number, home, ids[1])) if len(ids) > 1 else NONE)
    pictures, photographs, numbered, videos, others = (np.array(column, np.int64) for column in columns)
    below = images.of_origin(lambda origin: hash(origin.below), np.int64)
    folder_keys = [hash((home, o.below)) if o.below else NONE for home, o in zip(homes, origins, strict=True)]
    folders = np.array(folder_keys, np.int64)[images.codes]
    whole = (photographs == NONE) & np.isin(pictures, photographs)  # the photograph itself, beside its tiles
    pictures = _confirmed(pictures, np.array(counted, bool), images.looks)
    told = [
        Relation(LOOKS, (images.looks.astype(np.int64),)),
        Relation(SAME_PICTURE, (_unless_repeated(pictures, images.labels, below, list_of),)),
        Relation(PIECES, (np.where(whole, pictures, photographs),)),
    ]
    if (others != NONE).any():
        told += [Relation(SWAPS, (videos, others)), Relation(SWAPPED_INTO, (videos,))]
    return [*told, guess(FOLDER, (folders,)), guess(SERIES, (numbered,))]


def _homes(origins: Sequence[Origin]) -> list[str]:
    """Within which source numbers are compared: its own where it has both classes, else one for all such sources."""
    classes: dict[str, set[int]] = {}
    for origin in origins:
        classes.setdefault(origin.source, set()).add(origin.label)
    return [origin.source if len(classes[origin.source]) > 1 else "" for origin in origins]


def _key(clue: str, here: tuple[int, str, str]) -> int:
    """Of a clue that is a number only within a folder; a word means the same everywhere."""
    if not clue:
        return NONE
    return hash(clue) if clue != clue.upper() else hash((here, clue))


def _confirmed(pictures: Numbers, counted: NDArray[np.bool_], looks: NDArray[np.int32]) -> Numbers:
    """Names (N,) as keys; those that merely count stand for what is seen, where all of that name could be compared."""
    unseen = pictures[counted & (looks == NOT_COMPARED)]
    return np.where(counted & ~np.isin(pictures, unseen), _pair(pictures, looks), pictures)


def _unless_repeated(pictures: Numbers, labels: NDArray[np.int8], below: Numbers, list_of: Numbers) -> Numbers:
    """Names (N,) as keys; those that stand in several folders or lists count pictures and name none.

    Several imitations of one real picture, each in its generator's folder, keep their name. Where some images have no
    label, names that come again are compared whatever the class.
    """
    places = _pair(below, list_of)
    class_names = _pair(pictures, labels)
    repeated, is_real = _differ(class_names, places), labels == 0
    real_repeated = np.isin(pictures, pictures[is_real & repeated])
    repeated = np.where(np.isin(pictures, pictures[is_real]), real_repeated, repeated)
    restarts = _differ(class_names if NO_LABEL not in labels else pictures, list_of)
    later = list_of > 0
    if later.any() and restarts[later].mean() > RESTARTED:
        return _pair(_pair(pictures, list_of), np.where(repeated, below, 0))
    return np.where(repeated, _pair(pictures, places), pictures)


def _differ(keys: Numbers, values: Numbers) -> NDArray[np.bool_]:
    """Whether an image's key comes with several values (N,)."""
    _, numbers = np.unique(keys, return_inverse=True)
    least, most = np.full((2, int(numbers.max(initial=-1)) + 1), NONE)
    order = np.lexsort((values, numbers))
    most[numbers[order]] = values[order]
    least[numbers[order[::-1]]] = values[order[::-1]]
    return np.asarray((least != most)[numbers])


def _pair(keys: NDArray[Any], others: NDArray[Any]) -> Numbers:
    """One number for each pair (N,); arrays wrap around where they overflow."""
    mixed = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) ^ others.astype(np.uint64)
    mixed = (mixed ^ mixed >> np.uint64(29)) * np.uint64(0xBF58476D1CE4E5B9)
    return (mixed ^ mixed >> np.uint64(32)).view(np.int64)


def _swallowing(numbers: Numbers, kinds: NDArray[Any], limit: float) -> NDArray[np.bool_]:
    """Which groups (G,) hold more than the limit of the images of a kind, and more than one of them."""
    num_kinds = int(kinds.max(initial=-1)) + 1
    pairs, counts = np.unique(numbers * num_kinds + kinds, return_counts=True)
    allowed = limit * np.bincount(kinds, minlength=num_kinds)[pairs % num_kinds] + ROUNDING
    swallowing = np.zeros(int(numbers.max(initial=-1)) + 1, bool)
    swallowing[pairs[(counts > 1) & (counts > allowed)] // num_kinds] = True
    return swallowing


def _numbered(numbers: Numbers) -> Numbers:
    """The same groups, numbered in the order of their first images."""
    _, first, inverse = np.unique(numbers, return_index=True, return_inverse=True)
    ranks = np.empty_like(first)
    ranks[np.argsort(first)] = np.arange(len(first))
    return np.asarray(ranks[inverse])
