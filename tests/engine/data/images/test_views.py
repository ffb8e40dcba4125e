"""What the networks see of a picture: resized or cropped on the teacher's grid, augmented from the seed alone."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.data.images.decoding import Pixels
from engine.data.images.views import EpochRandom, evaluation_view, extended, resized
from engine.settings.data import DataSettings
from tests.engine.helpers.views import EVERYTHING, training_view


def noise(height: int, width: int, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def crop_settings(**changes: Any) -> DataSettings:
    return DataSettings(**{"view": "crop", "size": 32, "flip": False} | changes)


def corner(view: Pixels, image: Pixels) -> tuple[int, int]:
    """Where the view was cut; fails where it is no piece of the image."""
    windows = np.lib.stride_tricks.sliding_window_view(image, view.shape)[:, :, 0]
    (places,) = [np.argwhere((windows == view).all(axis=(2, 3, 4)))]
    assert len(places) == 1
    return int(places[0][0]), int(places[0][1])


def test_resizing_is_pillows_bilinear_with_antialiasing() -> None:
    image = noise(90, 130)
    expected = np.asarray(Image.fromarray(image).resize((32, 32), Image.Resampling.BILINEAR))
    view = evaluation_view(image, DataSettings(size=32), 8)
    np.testing.assert_array_equal(view, expected)
    assert view.std() < 0.5 * image.std()  # averaged over all pixels, not picked


def test_a_picture_of_the_right_size_is_not_touched() -> None:
    image = noise(32, 32)
    np.testing.assert_array_equal(resized(image, 32), image)


@given(
    height=st.integers(32, 70),
    width=st.integers(32, 70),
    stride=st.sampled_from([1, 4, 8, 16]),
    epoch=st.integers(0, 99),
)
def test_crops_are_native_pixels_on_the_teachers_grid(height: int, width: int, stride: int, epoch: int) -> None:
    image = noise(height, width)
    view = training_view(image, crop_settings(), EpochRandom(0, epoch).of(0), stride)
    assert view.shape == (32, 32, 3)
    top, left = corner(view, image)
    assert top % stride == left % stride == 0


def test_every_aligned_corner_is_drawn_up_to_the_edge() -> None:
    image = noise(48, 40)
    views = [training_view(image, crop_settings(), EpochRandom(0, 0).of(index), 8) for index in range(100)]
    assert {corner(view, image) for view in views} == {(top, left) for top in (0, 8, 16) for left in (0, 8)}


def test_evaluation_takes_the_aligned_centre() -> None:
    image = noise(32 + 24, 32 + 50)
    assert corner(evaluation_view(image, crop_settings(), 8), image) == (8, 24)


@given(height=st.integers(1, 50), width=st.integers(1, 50), size=st.integers(32, 120))
def test_small_pictures_are_mirrored_as_often_as_needed(height: int, width: int, size: int) -> None:
    image = noise(height, width)
    large = extended(image, size)
    assert large.shape == (max(height, size), max(width, size), 3)
    np.testing.assert_array_equal(large[:height, :width], image)
    pads = [(0, max(0, size - height)), (0, max(0, size - width)), (0, 0)]
    np.testing.assert_array_equal(large, np.pad(image, pads, mode="reflect"))


def test_half_of_the_views_are_flipped() -> None:
    image = noise(32, 32)
    views = [training_view(image, DataSettings(size=32), EpochRandom(0, 0).of(index), 8) for index in range(200)]
    flipped = sum(np.array_equal(view, image[:, ::-1]) for view in views)
    assert flipped + sum(np.array_equal(view, image) for view in views) == 200
    assert 70 < flipped < 130


@given(seed=st.integers(0, 2**31 - 1), epoch=st.integers(0, 10_000), index=st.integers(0, 10**7))
def test_the_same_place_gives_the_same_view_and_another_place_other_numbers(seed: int, epoch: int, index: int) -> None:
    random = EpochRandom(seed, epoch)
    first = random.of(index).integers(2**62)
    others = [random.of(index + 1), EpochRandom(seed + 1, epoch).of(index), EpochRandom(seed, epoch + 1).of(index)]
    others.append(EpochRandom(seed, epoch, fixed=True).of(index))
    assert all(first != rng.integers(2**62) for rng in others)
    random.of(index).random(5, np.float32)  # an odd number of halves, of which a rest is left
    assert first == random.of(index).integers(2**62) == EpochRandom(seed, epoch).of(index).integers(2**62)


def test_views_leave_the_picture_alone() -> None:
    image = noise(40, 40)
    image.flags.writeable = False  # as the cache keeps it
    training_view(image, DataSettings(size=32), EpochRandom(0, 0).of(0), 8, EVERYTHING)
    evaluation_view(image, crop_settings(), 8)
    np.testing.assert_array_equal(image, noise(40, 40))
