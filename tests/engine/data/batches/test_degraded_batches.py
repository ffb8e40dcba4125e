"""Degraded images in batches: fixed views come again, and what the teacher is asked about is the same place."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import torch
from PIL import Image

from engine.data.batches.loader import Batch, ImageLoader
from engine.data.images.decoding import Pixels
from engine.data.images.degradations import Degradation, degraded
from engine.data.images.views import show
from engine.data.listing.entries import ImageEntry
from engine.data.stores.array_cache import ArrayCache
from engine.settings import DataSettings, DegradationSettings
from tests.engine.helpers.views import EVERYTHING

VIEWS = 3
Sides = tuple[int, int]


def entry(folder: Path, index: int, sides: Sides = (75, 90)) -> ImageEntry:
    coarse = np.random.default_rng(index).integers(0, 256, (12, 12, 3), np.uint8)
    path = folder / f"{index:02}.png"
    Image.fromarray(coarse).resize(sides[::-1], Image.Resampling.BICUBIC).save(path)
    return ImageEntry(path, index % 2, "all", "all", path.stat().st_size)


def settings(view: Literal["resize", "crop"]) -> DataSettings:
    return DataSettings(view=view, size=48, batch_size=4)


def shown(batches: Iterator[Batch]) -> dict[int, tuple[bytes, bytes, Any]]:
    """Of each index: the image, the digest of what the teacher is asked about, and the place."""
    found = {}
    for batch in batches:
        for image, index, seen in zip(batch.images, batch.indices.tolist(), batch.seen, strict=True):
            found[index] = image.numpy().tobytes(), seen.digest, seen.view
    return found


@pytest.mark.parametrize("view", ["resize", "crop"])
@pytest.mark.parametrize("teacher", ["clean", "seen"])
@pytest.mark.parametrize("views", [0, VIEWS])
def test_the_teacher_is_asked_about_the_place_that_the_student_sees(
    tmp_path: Path, view: Literal["resize", "crop"], teacher: Literal["clean", "seen"], views: int
) -> None:
    """Seen: the very pixels. Clean: those of the picture that lost nothing, at the same place and mirrored alike."""
    entries = [entry(tmp_path, index) for index in range(6)]
    lossy = EVERYTHING.model_copy(update={"teacher": teacher, "views": views, "blur_sigma_max": 1.0})
    plain = {
        seen.digest for batch in ImageLoader(entries, settings(view), 0).evaluation_batches() for seen in batch.seen
    }
    for batch in ImageLoader(entries, settings(view), 0, degradations=lossy).training_batches(1):
        for image, seen in zip(batch.images.permute(0, 2, 3, 1).numpy(), batch.seen, strict=True):
            if teacher == "seen" and not views:
                assert seen.digest == b""
                continue
            asked = show(seen.whole, seen.view, 48)
            assert np.array_equal(image, asked) == (teacher == "seen")
            assert (seen.digest in plain) == (teacher == "clean")
            assert np.corrcoef(image.ravel(), asked.ravel())[0, 1] > 0.9, "another place would hardly correlate"


@pytest.mark.parametrize("view", ["resize", "crop"])
def test_fixed_views_come_again_in_turn_and_others_never(tmp_path: Path, view: Literal["resize", "crop"]) -> None:
    entries = [entry(tmp_path, index) for index in range(4)]
    for views in (0, VIEWS):
        lossy = EVERYTHING.model_copy(update={"teacher": "seen", "views": views})
        loader = ImageLoader(entries, settings(view), 0, degradations=lossy)
        epochs = [shown(loader.training_batches(epoch)) for epoch in range(2 * VIEWS + 1)]
        for index in range(4):
            asked = [epoch[index][1] for epoch in epochs]
            assert len(set(asked)) == (VIEWS if views else 1)
            assert asked[:VIEWS] == asked[VIEWS : 2 * VIEWS]
            flips = [epoch[index][2].flip for epoch in epochs]
            assert not views or flips[:VIEWS] == flips[VIEWS : 2 * VIEWS]
            pixels = [epoch[index][0] for epoch in epochs]
            assert len(set(pixels)) == VIEWS if views and view == "resize" else len(set(pixels)) > VIEWS


def test_fixed_views_are_degraded_once_where_they_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries, made = [entry(tmp_path, index) for index in range(4)], list[Degradation]()

    def counted(picture: Pixels, lost: Degradation) -> Pixels:
        made.append(lost)
        return degraded(picture, lost)

    monkeypatch.setattr("engine.data.batches.pictures.degraded", counted)
    lossy = EVERYTHING.model_copy(update={"views": VIEWS})
    cache = ArrayCache(10**7)
    for _ in range(2):
        loader = ImageLoader(entries, settings("resize"), 0, degradations=lossy, cache=cache)
        for epoch in range(2 * VIEWS):
            shown(loader.training_batches(epoch))
    assert len(made) == 4 * VIEWS


def test_of_a_large_picture_fixed_views_are_degraded_by_the_crop(tmp_path: Path) -> None:
    entries = [entry(tmp_path, index, (1100, 1000)) for index in range(2)]
    lossy = EVERYTHING.model_copy(update={"teacher": "seen", "views": VIEWS})
    (batch,) = ImageLoader(entries, settings("crop"), 0, degradations=lossy).training_batches(1)
    assert [seen.digest for seen in batch.seen] == [b"", b""]


@pytest.mark.parametrize("views", [0, VIEWS])
def test_batches_depend_on_the_seed_alone(tmp_path: Path, views: int) -> None:
    entries = [entry(tmp_path, index) for index in range(6)]
    lossy = DegradationSettings(strength="strong", views=views)

    def images(seed: int, first: int = 0) -> torch.Tensor:
        loader = ImageLoader(entries, settings("crop"), seed, degradations=lossy)
        return torch.cat([batch.images for batch in loader.training_batches(2, first)])

    assert torch.equal(images(1), images(1))
    assert torch.equal(images(1)[4:], images(1, first=1))
    assert not torch.equal(images(1), images(2))


def test_without_degradations_nothing_is_lost(tmp_path: Path) -> None:
    loader = ImageLoader([entry(tmp_path, index) for index in range(4)], settings("crop"), 0)
    for batch in loader.training_batches(0):
        for image, seen in zip(batch.images.permute(0, 2, 3, 1).numpy(), batch.seen, strict=True):
            np.testing.assert_array_equal(image, show(seen.whole, seen.view, 48))


def test_several_threads_give_the_same_batches_and_end_with_the_loader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries, lossy = [entry(tmp_path, index) for index in range(12)], DegradationSettings(strength="strong")
    entries[5].path.write_bytes(b"")
    found, before = [], set(threading.enumerate())
    for processors in (1, 12):
        monkeypatch.setattr("os.cpu_count", lambda count=processors: count)
        loader = ImageLoader(
            entries, settings("crop").model_copy(update={"max_unreadable": 1.0}), 0, degradations=lossy
        )
        found.append([(batch.images, batch.indices.tolist()) for batch in loader.training_batches(1)])
        started = {thread.name for thread in set(threading.enumerate()) - before}
        assert any("degraded" in name for name in started) == (processors > 1)
        loader.close()
        assert not {thread for thread in set(threading.enumerate()) - before if thread.name.startswith("images")}
        assert list(loader.unreadable) == [entries[5].path]
    for (images, indices), (others, same) in zip(*found, strict=True):
        assert indices == same
        assert torch.equal(images, others)
