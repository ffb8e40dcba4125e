"""Holds sources out for the test: nothing is learned from them, nor from the real images they are judged beside."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.scan.class_names import some
from engine.data.scan.image_list import ImageList
from engine.data.scan.related import strata
from engine.data.scan.splitting import choose_groups, related_groups
from engine.errors import HeldOutError
from engine.number_words import percent

_HOLDING_OUT = 7919  # keeps the order apart from the one in which validation is split off
_LEAST = 2  # images of a class that are asked for: of one nothing can be told


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The sets without the sources in training and validation, and what became of them in a sentence."""

    train: ImageList
    validation: ImageList
    test: ImageList
    words: str
    left_out: ImageList  # images of the sources that belong to real ones that are trained on


def hold_out(
    sources: tuple[str, ...], sets: tuple[ImageList, ImageList, ImageList], share: float, seed: int, control: RunControl
) -> HeldOut:
    """Move all images of these sources into the test set.

    Where it has no real images, that share of the groups of real training images goes with them, chosen as validation's
    are, and with each group the fake ones that belong to it. Images of the sources that belong to real ones that are
    trained on are left out. Raises HeldOutError where there is no such source, or too little on either side.
    """
    _check_names(sources, sets)
    (train, held_train), (validation, held_validation) = (_apart(images, sources) for images in sets[:2])
    held = held_train + held_validation
    test = sets[2] + held
    labels = set(test.labels.tolist())
    _check_left(sources, train)
    if labels == {0, 1} or not len(held):
        words = f"Held out for the test: {some(sources)}, {len(_apart(test, sources)[1]):,} images of the test set."
        return HeldOut(train, validation, test, words, ImageList.of(()))
    return _beside_reals(sources, (train, validation, sets[2]), held, share, seed, control)


def _beside_reals(
    sources: tuple[str, ...],
    sets: tuple[ImageList, ImageList, ImageList],
    held: ImageList,
    share: float,
    seed: int,
    control: RunControl,
) -> HeldOut:
    train, validation, test = sets
    pool = train + held
    is_held = np.arange(len(pool)) >= len(train)
    numbers = related_groups(pool, share, control).numbers
    chosen = choose_groups(numbers, pool.labels.astype(np.int64), strata(pool), share, seed + _HOLDING_OUT)
    is_real = (pool.labels == 0) & ~is_held
    tested = (chosen & _any_of_group(numbers, is_real))[numbers]
    shown = _any_of_group(numbers, is_real & ~tested)[numbers]  # as a real picture that is trained on
    in_test, in_train = tested | (is_held & ~shown), ~is_held & ~tested
    reals, fakes, dropped = (int(of.sum()) for of in (in_test & is_real, in_test & is_held, is_held & ~in_test))
    if min(reals, fakes) < _LEAST or set(pool.labels[in_train].tolist()) != {0, 1}:
        lost = f"; {dropped:,} more belong to real images that are trained on" if dropped else ""
        raise HeldOutError(
            f"Holding {some(sources)} out leaves {reals:,} real and {fakes:,} of its images for the test{lost}.",
            "Add real images, give test images of both classes, or hold nothing out (data.test_source).",
        )
    words = (
        f"Held out for the test: {some(sources)}, {fakes:,} images beside {reals:,} real ones, "
        f"{percent(reals / int(is_real.sum()))} of those for training."
    )
    if dropped:
        words += f" {dropped:,} more are left out, as they belong to real images that are trained on."
    return HeldOut(pool.take(in_train), validation, test + pool.take(in_test), words, pool.take(is_held & ~in_test))


def _apart(images: ImageList, sources: tuple[str, ...]) -> tuple[ImageList, ImageList]:
    """The images of other sources and those of these."""
    held = images.of_origin(lambda origin: origin.source in sources, bool)
    return images.take(~held), images.take(held)


def _any_of_group(numbers: NDArray[np.int64], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether a group (G,) has an image (N,) that is marked."""
    return np.bincount(numbers[marked], minlength=int(numbers.max(initial=-1)) + 1) > 0


def _check_names(sources: tuple[str, ...], sets: tuple[ImageList, ...]) -> None:
    known = {images.origins[code].source for images in sets for code in np.unique(images.codes)}
    if missing := [name for name in sources if name not in known]:
        raise HeldOutError(
            f"There is no source {some(missing)} to hold out for the test; found: {some(known, 20)}.",
            "Take a source as Counts names it, or hold nothing out (data.test_source).",
        )


def _check_left(sources: tuple[str, ...], train: ImageList) -> None:
    present = set(train.labels.tolist())
    if present != {0, 1}:
        lacking = " and ".join(word for label, word in enumerate(("real", "fake")) if label not in present)
        raise HeldOutError(
            f"Without {some(sources)}, which is held out for the test, there are no {lacking} training images.",
            "Hold fewer sources out (data.test_source), or add training images of others.",
        )
