"""Which image comes when, which images keep their label, and fair samples of a list."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.listing.entries import NO_LABEL, ImageEntry
from engine.data.listing.image_list import ImageList

_ORDER, _LABELLED, _REPEATS = 1, 2, 4  # keep the random streams apart
ROUNDING = 1e-9


def epoch_order(num_images: int, seed: int, epoch: int) -> NDArray[np.int64]:
    """The order of the images in an epoch: a permutation of 0 .. num_images - 1."""
    return np.random.default_rng([_ORDER, seed, epoch]).permutation(num_images)


def training_order(
    labelled: NDArray[np.bool_], batch_size: int, unlabelled_share: float, seed: int, epoch: int
) -> NDArray[np.int64]:
    """The order of an epoch, in which images without a label take at most that share of a batch, but for one place.

    Where there are more, labelled ones take the first places of every batch again and again, each as often as any
    other: else most of a batch would say nothing to the task loss, and each label would be seen once where it could be
    seen often.
    """
    order = epoch_order(len(labelled), seed, epoch)
    if not 0 < labelled.mean() < 1 - unlabelled_share:
        return order
    rng = np.random.default_rng([_REPEATS, seed, epoch])
    taken = max(1, math.floor(batch_size * (1 - unlabelled_share) + ROUNDING))
    places = np.arange(len(order)) % batch_size < taken
    pool = np.flatnonzero(labelled)
    rounds = math.ceil(places.sum() / len(pool))
    repeated = np.concatenate([rng.permutation(pool) for _ in range(rounds)])
    mixed = order.copy()
    mixed[places] = repeated[: places.sum()]
    return mixed


def labelled_subset(labels: NDArray[np.float32], fraction: float, seed: int) -> NDArray[np.bool_]:
    """Which images have a label and keep it: that share of each class, at least one, the same in every epoch."""
    rng = np.random.default_rng([_LABELLED, seed])
    labelled = np.zeros(len(labels), bool)
    for label in np.unique(labels[labels != NO_LABEL]):
        members = rng.permutation(np.flatnonzero(labels == label))
        labelled[members[: max(1, round(fraction * len(members)))]] = True
    return labelled


def sample(entries: Sequence[ImageEntry], count: int, seed: int) -> ImageList:
    """At most ``count`` entries, drawn from the seed with equal shares of both classes as far as they go."""
    images = ImageList.of(entries)
    order = np.random.default_rng(seed).permutation(len(images))
    by_class = [order[images.labels[order] == label] for label in (0, 1)]
    fewer = min(len(group) for group in by_class)
    first = min(fewer, count // 2)
    rest = count - first
    smaller, larger = sorted(by_class, key=len)
    return images.take(np.concatenate([smaller[:first], larger[:rest]]))


def labelled_entries(images: ImageList, share: float, seed: int) -> ImageList:
    """The images whose labels may be used."""
    return images.take(labelled_subset(images.labels.astype(np.float32), share, seed))
