"""Splits validation images off: related ones stay together, and each class and source gives its share."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.scan.duplicates import copies
from engine.data.scan.image_list import ImageList
from engine.data.scan.related import GIVEN, ROUNDING, Groups, Relation, grouped, relations, strata
from engine.errors import DataError
from engine.number_words import percent

_SPLITTING = 4  # keeps this random stream apart from the order's and the augmentation's
_TRIES = 8  # orders that are tried where groups are so large that the order matters
_COPIES = "copies of one file"
NEAR = 0.25  # a class's share may be off by so much of what was asked for
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SplitOff:
    """Training and validation images, how they were told apart, and why a class misses its share ("" where none)."""

    train: ImageList
    validation: ImageList
    grouping: str
    groups: int
    share_missed: str


def split_off(images: ImageList, fraction: float, seed: int, control: RunControl) -> SplitOff:
    """Choose groups of related images for validation, that share of each class and source.

    Raises DataError where not even single images leave both classes on both sides.
    """
    labels, groups = images.labels.astype(np.int64), related_groups(images, fraction, control)
    chosen = choose_groups(groups.numbers, labels, strata(images), fraction, seed)
    if not chosen.any() and GIVEN not in groups.kept:
        groups = Groups(np.arange(len(images)), (), (*groups.kept, *groups.given_up))
        chosen = choose_groups(groups.numbers, labels, strata(images), fraction, seed)
    if not chosen.any():
        raise DataError(
            "No validation images are given, and too few groups of images to split some off with both classes on both "
            "sides.",
            "Choose validation images, or add training images of the class that there is less of.",
        )
    in_validation = chosen[groups.numbers]
    return SplitOff(
        images.take(~in_validation),
        images.take(in_validation),
        _sentence(groups),
        groups.count,
        _missed(groups.numbers, labels, in_validation, fraction),
    )


def choose_groups(
    numbers: Numbers, labels: Numbers, of_source: Numbers, fraction: float, seed: int
) -> NDArray[np.bool_]:
    """Which groups (G,) go to validation, that share of each class and of each class within a source.

    ``numbers``, ``labels`` and ``of_source`` (N,) are each image's group, label and class within its source. Groups
    come in an order that the seed decides and are taken while they bring the counts nearer to the shares. None is
    chosen where training or validation would lose a class.
    """
    draw = np.random.default_rng([_SPLITTING, seed])
    by_label, by_source = _counts(numbers, labels), _counts(numbers, of_source)
    totals = np.bincount(labels, minlength=2)
    num_groups = int(numbers.max(initial=-1)) + 1
    best, least = np.zeros(num_groups, bool), np.inf
    for _ in range(_TRIES):
        order = draw.permutation(num_groups).tolist()
        order.sort(key=lambda group: -len(by_source[group]))  # single images make up for what pairs leave
        chosen = _taken(order, by_label, by_source, fraction)
        _complete(order, chosen, by_label)
        held = np.bincount(labels[chosen[numbers]], minlength=2)
        both_sides = bool((held > 0).all() and (held < totals).all())
        off = float(np.max(np.abs(held - fraction * totals) - _tolerance(fraction, totals))) if both_sides else np.inf
        if off < least:
            best, least = chosen, off
        if off <= 0:
            break
    return best


def related_groups(images: ImageList, fraction: float, control: RunControl) -> Groups:
    """Images that belong together, where that share of each class is to be split off."""
    found = relations((images,), (1 + NEAR) * fraction)
    if found[0].words != GIVEN:
        found = [Relation(_COPIES, (copies(images, control),)), *found]
    return grouped(images, found)


_Counts = list[tuple[tuple[int, int], ...]]  # of each group: (kind, how many of its images are of that kind)


def _counts(numbers: Numbers, kinds: Numbers) -> _Counts:
    """Equal counts are kept once: most groups of a large data set are alike."""
    num_kinds, num_groups = int(kinds.max(initial=0)) + 1, int(numbers.max(initial=-1)) + 1
    pairs, counts = np.unique(numbers * num_kinds + kinds, return_counts=True)
    once: dict[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]] = {}
    found: _Counts = [()] * num_groups
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        counted = (*found[pair // num_kinds], (pair % num_kinds, count))
        found[pair // num_kinds] = once.setdefault(counted, counted)
    return found


class _Shares:
    """How many images of each kind validation still lacks; below 0 where it has too many."""

    def __init__(self, counts: _Counts, fraction: float) -> None:
        self._counts = counts
        self._lacking: dict[int, float] = {}
        for counted in counts:
            for kind, count in counted:
                self._lacking[kind] = self._lacking.get(kind, 0) + fraction * count

    def gain(self, group: int) -> float:
        """By how much taking the group brings the counts nearer to what is wanted."""
        lacking = self._lacking
        return sum(abs(lacking[kind]) - abs(lacking[kind] - count) for kind, count in self._counts[group])

    def fits(self, group: int) -> bool:
        """Whether no kind would get far more than its share."""
        return all(count <= (1 + NEAR) * max(1, self._lacking[kind]) for kind, count in self._counts[group])

    def take(self, group: int) -> None:
        """Count the group's images in."""
        for kind, count in self._counts[group]:
            self._lacking[kind] -= count


def _taken(order: Sequence[int], by_label: _Counts, by_source: _Counts, fraction: float) -> NDArray[np.bool_]:
    """Groups that bring sources nearer to their shares, then those that bring classes nearer as well."""
    chosen = np.zeros(len(order), bool)
    classes, sources = _Shares(by_label, fraction), _Shares(by_source, fraction)
    for finish in (False, True):
        for group in order:
            if chosen[group] or not (finish or classes.fits(group)):
                continue
            if sources.gain(group) + (classes.gain(group) if finish else 0) > ROUNDING:
                chosen[group] = True
                classes.take(group)
                sources.take(group)
    return chosen


def _complete(order: Sequence[int], chosen: NDArray[np.bool_], by_label: _Counts) -> None:
    """Take a group of a class that validation has nothing of: of that class alone and small, where there is one."""
    for label in (0, 1):
        having = [group for group in order if any(kind == label for kind, _ in by_label[group])]
        if having and not chosen[having].any():
            chosen[min(having, key=lambda group: (len(by_label[group]), sum(n for _, n in by_label[group])))] = True


def _tolerance(fraction: float, totals: Numbers) -> NDArray[np.float64]:
    """By how many images a class may miss its share; one cannot be halved."""
    return np.asarray(np.maximum(NEAR * fraction * totals, 1), np.float64)


def _sentence(groups: Groups) -> str:
    if groups.kept:
        kept = f"Validation was split off from {groups.count:,} groups that stay together: {', '.join(groups.kept)}."
    else:
        kept = "Validation was split off image by image, as nothing says which images belong together."
    if not groups.given_up:
        return kept
    return f"{kept} Not all kept together, as groups would be too large: {', '.join(groups.given_up)}."


def _missed(numbers: Numbers, labels: Numbers, in_validation: NDArray[np.bool_], fraction: float) -> str:
    """Which classes miss their share, and why; "" where none does."""
    totals, held = np.bincount(labels, minlength=2), np.bincount(labels[in_validation], minlength=2)
    told = []
    for label in np.flatnonzero(np.abs(held - fraction * totals) > _tolerance(fraction, totals)).tolist():
        largest = int(np.bincount(numbers[labels == label]).max())
        told.append(
            f"Validation took {percent(held[label] / totals[label])} of the {('real', 'fake')[label]} images, where "
            f"{percent(fraction)} was asked for: images that belong together are not torn apart, and the largest group "
            f"holds {largest:,} of {totals[label]:,}."
        )
    return " ".join(told)
