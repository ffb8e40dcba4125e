"""Sources of images: folders that name generators, and which images tell how well a source is recognised."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from engine.data.listing.image_list import ImageList
from engine.data.listing.name_clues import is_serial

UNNAMED = "all"  # the source of images of which nothing says another
MOST_GENERATORS = 20  # each costs time in every validation; more folders are videos or albums
_BESIDE = "/"  # between folders of a source


def generators(below_fakes: Iterable[str], below_reals: Iterable[str]) -> frozenset[str]:
    """The folders just below the fake class that name generators, given all folders below each class.

    Such are a few that name something, with all fake images in them: not videos, albums or parts by number. None
    where a single folder, which tells nothing apart, or where the real class has just these and others too.
    """
    fakes, reals = ({below.partition(_BESIDE)[0] for below in folders} for folders in (below_fakes, below_reals))
    telling = 1 < len(fakes) <= MOST_GENERATORS and not any(folder == "" or is_serial(folder) for folder in fakes)
    same_or_apart = reals == fakes or not reals & fakes
    return frozenset(fakes) if telling and same_or_apart else frozenset()


def places_by_source(images: ImageList) -> dict[str, NDArray[np.int64]]:
    """Places of the images by which each source is judged, sorted by its name.

    A source of fakes alone is judged beside the reals of the source it is in (those of web for web/sd), else beside all
    reals whose source has no fakes. Reals of no named source that serve others so are no source themselves.
    """
    names = sorted({origin.source for origin in images.origins})
    number_of = {name: number for number, name in enumerate(names)}
    numbers = images.of_origin(lambda origin: number_of[origin.source], np.int64)
    order = np.argsort(numbers, kind="stable")
    ends = np.cumsum(np.bincount(numbers, minlength=len(names)))[:-1]
    own = {name: places for name, places in zip(names, np.split(order, ends), strict=True) if places.size}
    labels = images.labels
    reals = {name: places for name, places in own.items() if labels[places].max() == 0}
    fakes = {name: places for name, places in own.items() if labels[places].min() == 1}
    if not reals or not fakes:
        return own
    lent = np.concatenate(list(reals.values()))
    beside = {name: reals.get(name.rpartition(_BESIDE)[0], lent) for name in fakes}
    judged = own | {name: np.sort(np.concatenate([places, beside[name]])) for name, places in fakes.items()}
    return {name: places for name, places in judged.items() if name != UNNAMED or name not in reals}
