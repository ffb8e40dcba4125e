"""What the networks see of a picture: resized or cropped on the teacher's grid, augmented from the seed alone."""

from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.data.images.decoding import Pixels
from engine.data.images.views import (
    EpochRandom,
    View,
    blurred,
    degraded,
    draw_view,
    evaluation_view,
    extended,
    on_grid,
    recompressed,
    resized,
    show,
    show_degraded,
)
from engine.settings.data import DataSettings
from tests.engine.helpers.views import training_view


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


@pytest.mark.parametrize("what", ["jpeg_probability", "blur_probability"])
def test_augmentations_happen_as_often_as_asked(what: str) -> None:
    image = noise(32, 32)
    for probability, low, high in ((0.0, 0, 0), (0.5, 30, 70), (1.0, 85, 100)):
        settings = DataSettings(size=32, flip=False, **{what: probability})
        views = [training_view(image, settings, EpochRandom(0, 0).of(index), 8) for index in range(100)]
        # the weakest blurs change nothing
        assert low <= sum(not np.array_equal(view, image) for view in views) <= high


def test_jpeg_quality_stays_in_its_range() -> None:
    image = noise(32, 32)
    settings = DataSettings(size=32, flip=False, jpeg_probability=1.0, jpeg_quality_min=70, jpeg_quality_max=72)
    views = {training_view(image, settings, EpochRandom(0, 0).of(index), 8).tobytes() for index in range(40)}
    assert views == {recompressed(image, quality).tobytes() for quality in (70, 71, 72)}


@pytest.mark.parametrize("view", ["resize", "crop"])
@pytest.mark.parametrize("what", [{"jpeg_probability": 1.0}, {"blur_probability": 1.0}])
def test_a_picture_is_degraded_at_its_own_size_and_only_then_seen(view: Literal["resize", "crop"], what: Any) -> None:
    """As pictures of the web are: what JPEG does to a picture of 48 pixels is not what it does to one of 150."""
    settings = DataSettings(view=view, size=48, flip=False, **what)
    for index, sides in enumerate([(150, 201), (97, 130), (64, 40), (30, 30), (48, 300)]):
        image = noise(*sides)
        drawn = draw_view(on_grid(image, settings), settings, EpochRandom(0, 0).of(index))
        assert not drawn.plain
        expected = show(on_grid(degraded(image, drawn), settings), drawn, 48)
        np.testing.assert_array_equal(training_view(image, settings, EpochRandom(0, 0).of(index)), expected)


@pytest.mark.parametrize(
    "view", [View(0, 0, False, 2.0, 70), View(512, 296, True, 10.0, 60), View(256, 8, True, 0, 95)]
)
def test_of_a_large_picture_only_what_a_crop_depends_on_is_degraded(view: View) -> None:
    image = noise(700, 500)
    settings = DataSettings(view="crop", size=64)
    expected = show(on_grid(degraded(image, view), settings), view, 64)
    np.testing.assert_array_equal(show_degraded(image, view, settings), expected)


def test_blur_smooths_by_the_standard_deviation_given() -> None:
    image = np.zeros((65, 65, 3), np.uint8)
    image[32, 32] = 255
    spread = blurred(image * 1, 2.0)[:, :, 0].astype(float)
    rows = np.arange(65) - 32
    variance = (spread.sum(axis=1) * rows**2).sum() / spread.sum()
    assert variance == pytest.approx(4.0, rel=0.25)  # rounded to 8 bits


@given(seed=st.integers(0, 2**31 - 1), epoch=st.integers(0, 10_000), index=st.integers(0, 10**7))
def test_the_same_place_gives_the_same_view_and_another_place_other_numbers(seed: int, epoch: int, index: int) -> None:
    random = EpochRandom(seed, epoch)
    first = random.of(index).integers(2**62)
    others = [random.of(index + 1), EpochRandom(seed + 1, epoch).of(index), EpochRandom(seed, epoch + 1).of(index)]
    assert all(first != rng.integers(2**62) for rng in others)
    random.of(index).random(5, np.float32)  # an odd number of halves, of which a rest is left
    assert first == random.of(index).integers(2**62) == EpochRandom(seed, epoch).of(index).integers(2**62)


def test_views_leave_the_picture_alone() -> None:
    image = noise(40, 40)
    image.flags.writeable = False  # as the cache keeps it
    settings = DataSettings(size=32, jpeg_probability=1, blur_probability=1)
    training_view(image, settings, EpochRandom(0, 0).of(0), 8)
    evaluation_view(image, crop_settings(), 8)
    np.testing.assert_array_equal(image, noise(40, 40))
