"""What a picture loses: the same for the same seed, at its own size, in its own place, and by as much as is asked."""

from io import BytesIO
from typing import Any, Literal

import numpy as np
import pytest
from PIL import Image
from PIL.Image import Resampling

from engine.data.images import degradations
from engine.data.images.decoding import Pixels
from engine.data.images.degradations import (
    NOTHING,
    Degradation,
    Scaling,
    blurred,
    degraded,
    draw_degradation,
    noisy,
    recompressed,
    rescaled,
)
from engine.data.images.views import EpochRandom, View, draw_view, on_grid, show, show_degraded
from engine.settings import DataSettings, DegradationSettings
from engine.settings.degradations import STRENGTHS
from tests.engine.helpers.views import EVERYTHING, PROBABILITIES, training_view

BICUBIC, LANCZOS = int(Resampling.BICUBIC), int(Resampling.LANCZOS)
KINDS = {
    "blur": Degradation(blur_sigma=1.5),
    "noise": Degradation(noise_sigma=6.0, noise_seed=3),
    "smaller": Degradation(scalings=(Scaling(9, int(Resampling.BOX), BICUBIC),)),
    "screenshot": Degradation(scalings=(Scaling(20, BICUBIC, int(Resampling.BILINEAR)),)),
    "WebP": Degradation(webp_quality=70),
    "JPEG": Degradation(jpeg_quality=70),
    "JPEG 4:4:4": Degradation(jpeg_quality=70, full_colour=True),
    "all": Degradation(2.0, 6.0, 3, (Scaling(5, LANCZOS, BICUBIC), Scaling(28, LANCZOS, LANCZOS)), 60, 50),
}


def noise(height: int, width: int, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def smooth(height: int, width: int, seed: int = 0) -> Pixels:
    """As photographs are: every pixel much like its neighbours."""
    small = Image.fromarray(noise(-(-height // 16), -(-width // 16), seed))
    return np.array(small.resize((width, height), Resampling.BICUBIC))


def drawn(settings: DegradationSettings, count: int = 300) -> list[Degradation]:
    return [draw_degradation(settings, EpochRandom(0, 0).of(index)) for index in range(count)]


def own(**figures: Any) -> DegradationSettings:
    return DegradationSettings(strength="own", **figures)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sides", [(1, 1), (16, 16), (17, 40), (3, 90)])
def test_every_size_stays_what_it_is_and_nothing_depends_on_chance(kind: str, sides: tuple[int, int]) -> None:
    for picture in (smooth(*sides), np.zeros((*sides, 3), np.uint8), np.full((*sides, 3), 255, np.uint8)):
        picture.flags.writeable = False  # as the cache keeps it
        found = degraded(picture, KINDS[kind])
        assert (found.shape, found.dtype) == (picture.shape, picture.dtype)
        np.testing.assert_array_equal(found, degraded(picture.copy(), KINDS[kind]))


@pytest.mark.parametrize("kind", KINDS)
def test_something_is_lost_and_the_picture_stays_where_it_is(kind: str) -> None:
    """The best match among shifts of up to 3 pixels is none: so a teacher's cell and a student's see the same place."""
    picture = smooth(80, 96, seed=2)
    found = degraded(picture, KINDS[kind]).astype(float)
    assert not np.array_equal(found, picture)
    inner = picture[3:-3, 3:-3].astype(float)
    shifts = [(down, right) for down in range(7) for right in range(7)]
    errors = {(d, r): np.square(found[d : d + 74, r : r + 90] - inner).mean() for d, r in shifts}
    assert min(errors, key=lambda shift: errors[shift]) == (3, 3)
    assert errors[3, 3] < 300


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"noise", "all"}))
def test_a_grey_picture_stays_grey(kind: str) -> None:
    grey = np.repeat(smooth(48, 64)[:, :, :1], 3, axis=2)
    found = degraded(grey, KINDS[kind]).astype(int)
    assert np.ptp(found, axis=2).max() <= 4  # colours are rounded apart


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"WebP", "all"}))
@pytest.mark.parametrize("view", [View(0, 0), View(512, 296, flip=True), View(256, 8), View(636, 436)])
def test_of_a_large_picture_only_what_a_crop_depends_on_is_degraded(kind: str, view: View) -> None:
    picture, settings = noise(700, 500), DataSettings(view="crop", size=64)
    expected = show(on_grid(degraded(picture, KINDS[kind]), settings, 1), view, 64)
    found = show_degraded(picture, view, KINDS[kind], settings)
    np.testing.assert_allclose(found.astype(int), expected.astype(int), atol=1 if KINDS[kind].scalings else 0)


def test_a_crop_of_webp_has_traces_like_those_of_the_whole() -> None:
    picture, settings, lost = smooth(300, 300) // 2 + noise(300, 300) // 8, DataSettings(view="crop", size=64), 60
    view = View(128, 96)
    clean = show(picture, view, 64).astype(int)
    whole = show(degraded(picture, Degradation(webp_quality=lost)), view, 64) - clean
    piece = show_degraded(picture, view, Degradation(webp_quality=lost), settings) - clean
    assert piece.std() == pytest.approx(whole.std(), rel=0.2)


def test_what_is_too_large_for_a_format_is_saved_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = smooth(140, 200) // 2 + 60
    whole = {kind: degraded(picture, KINDS[kind]) for kind in ("JPEG 4:4:4", "WebP")}
    monkeypatch.setattr(degradations, "LARGEST_SIDE", 64)
    np.testing.assert_array_equal(degraded(picture, KINDS["JPEG 4:4:4"]), whole["JPEG 4:4:4"])
    errors = [np.abs(found.astype(int) - picture).mean() for found in (whole["WebP"], degraded(picture, KINDS["WebP"]))]
    assert errors[1] == pytest.approx(errors[0], rel=0.2)


def test_a_strip_longer_than_any_format_takes_is_degraded() -> None:
    picture = np.zeros((1, 70_000, 3), np.uint8)
    assert degraded(picture, KINDS["all"]).shape == picture.shape


@pytest.mark.parametrize("view", ["resize", "crop"])
@pytest.mark.parametrize("what", PROBABILITIES)
def test_a_picture_is_degraded_at_its_own_size_and_only_then_seen(view: Literal["resize", "crop"], what: str) -> None:
    """As pictures of the web are: what JPEG does to a picture of 48 pixels is not what it does to one of 150."""
    settings, lossy = DataSettings(view=view, size=48, flip=False), own(**{what: 1.0})
    for index, sides in enumerate([(97, 130), (64, 40), (30, 30)]):
        image, rng = noise(*sides), EpochRandom(0, 0)
        place = draw_view(on_grid(image, settings), settings, stream := rng.of(index))
        lost = draw_degradation(lossy, stream)
        assert lost != NOTHING
        found = training_view(image, settings, rng.of(index), degradations=lossy)
        if lost.webp_quality == 0:
            np.testing.assert_array_equal(found, show(on_grid(degraded(image, lost), settings), place, 48))


@pytest.mark.parametrize("what", PROBABILITIES)
def test_degradations_happen_as_often_as_asked(what: str) -> None:
    for probability, low, high in ((0.0, 0, 0), (0.5, 110, 190), (1.0, 300, 300)):
        settings = own(**{what: probability})
        assert low <= sum(lost != NOTHING for lost in drawn(settings)) <= high
        assert settings.degraded_share == probability


@pytest.mark.parametrize("strength", ["off", "web", "strong"])
def test_a_word_stands_for_its_figures_alone(strength: Any) -> None:
    by_word = DegradationSettings(strength=strength, jpeg_probability=0.01, quality_min=11, quality_max=12)
    by_figures = own(**STRENGTHS[strength])
    assert drawn(by_word) == drawn(by_figures)
    share = sum(lost != NOTHING for lost in drawn(by_word)) / 300
    assert share == pytest.approx(by_word.degraded_share, abs=0.07)
    assert {"off": share == 0, "web": 0.35 < share < 0.55, "strong": 0.6 < share < 0.8}[strength]


def test_figures_stay_in_their_ranges() -> None:
    settings = EVERYTHING.model_copy(
        update={"quality_min": 70, "quality_max": 72, "resize_least": 0.75, "jpeg_full_colour": 0.5}
    )
    found = drawn(settings)
    assert {lost.jpeg_quality for lost in found} == {lost.webp_quality for lost in found} == {70, 71, 72}
    assert {lost.scalings[0].sixteenths for lost in found} == {12, 13, 14, 15}
    assert {lost.scalings[1].sixteenths for lost in found} == {20, 24, 28}
    assert len({lost.scalings[0].there for lost in found}) == 5
    assert 100 < sum(lost.full_colour for lost in found) < 200
    assert all(0 <= lost.blur_sigma <= 2 and 0 <= lost.noise_sigma <= 5 for lost in found)
    assert len({lost.noise_seed for lost in found}) == 300


def test_blur_smooths_by_the_standard_deviation_given() -> None:
    image = np.zeros((65, 65, 3), np.uint8)
    image[32, 32] = 255
    spread = blurred(image, 2.0)[:, :, 0].astype(float)
    rows = np.arange(65) - 32
    variance = (spread.sum(axis=1) * rows**2).sum() / spread.sum()
    assert variance == pytest.approx(4.0, rel=0.25)  # rounded to 8 bits


@pytest.mark.parametrize(("top", "left"), [(0, 0), (5, 300), (299, 1), (256, 255)])
def test_noise_has_the_deviation_given_and_belongs_to_its_place(top: int, left: int) -> None:
    grey = np.full((300, 340, 3), 128, np.uint8)
    whole = noisy(grey, 5.0, seed=1)
    np.testing.assert_array_equal(noisy(grey[top:, left:], 5.0, 1, top, left), whole[top:, left:])
    assert whole[:256, :256].std() == pytest.approx(5.0, rel=0.05)


def test_jpeg_is_that_of_pillow_with_the_colours_asked_for() -> None:
    image = smooth(64, 64)
    for full_colour, subsampling in ((False, 2), (True, 0)):
        stream = BytesIO()
        Image.fromarray(image).save(stream, "JPEG", quality=80, subsampling=subsampling)
        np.testing.assert_array_equal(recompressed(image, 80, full_colour=full_colour), np.array(Image.open(stream)))


def test_a_scaling_keeps_what_both_sizes_can_show() -> None:
    picture = smooth(90, 130).astype(int)
    errors = [np.abs(rescaled(picture.astype(np.uint8), Scaling(n, LANCZOS, BICUBIC)) - picture).mean() for n in (4, 8)]
    assert errors[0] > errors[1]
    assert errors[0] < 3
