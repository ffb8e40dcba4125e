"""What the teacher says of degraded images: of the clean picture, or of what is seen; asked once where it can be."""

from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import torch
from PIL import Image

from engine.data.batches.loader import ImageLoader
from engine.data.images.views import show
from engine.data.listing.entries import ImageEntry
from engine.data.stores.array_cache import ArrayCache
from engine.settings import DataSettings, DegradationSettings
from tests.engine.helpers.counting_teacher import Counting

CPU = torch.device("cpu")
SIZE, IMAGES, VIEWS, EPOCHS = 48, 6, 3, 10
View = Literal["resize", "crop"]


@pytest.fixture
def entries(tmp_path: Path) -> list[ImageEntry]:
    made = []
    for index in range(IMAGES):
        path = tmp_path / f"{index}.png"
        pixels = np.random.default_rng(index).integers(0, 256, (70, 93, 3), np.uint8)
        Image.fromarray(pixels).save(path)
        made.append(ImageEntry(path, index % 2, "all", "all", path.stat().st_size))
    return made


def lossy(**changes: Any) -> DegradationSettings:
    return DegradationSettings(
        **{"strength": "own", "share": 0.7, "jpeg_probability": 1.0, "quality_max": 70} | changes
    )


def asked_by_epoch(
    entries: list[ImageEntry], view: View, degradations: DegradationSettings, *, slices: bool = True
) -> list[int]:
    """How often the teacher is asked before training, and then in each epoch."""
    teacher = Counting()
    maps = teacher.maps(ArrayCache(10**7), slices=slices)
    data = DataSettings(view=view, size=SIZE, batch_size=4)
    loader = ImageLoader(entries, data, 0, degradations=degradations, kept_maps=maps.kept)
    for batch in loader.evaluation_batches():
        maps.ask(batch.seen, SIZE, (False, True), CPU)
    counts = [len(teacher.asked)]
    for epoch in range(EPOCHS):
        for batch in loader.training_batches(epoch):
            maps(batch.images, batch.seen, batch.maps)
        counts.append(len(teacher.asked) - sum(counts))
    return counts


@pytest.mark.parametrize("view", ["resize", "crop"])
def test_about_clean_pictures_the_teacher_is_asked_once(entries: list[ImageEntry], view: View) -> None:
    assert asked_by_epoch(entries, view, lossy(teacher="clean")) == [2 * IMAGES, *[0] * EPOCHS]


@pytest.mark.parametrize("view", ["resize", "crop"])
def test_about_fixed_views_it_is_asked_until_each_had_its_turn(entries: list[ImageEntry], view: View) -> None:
    first, *epochs = asked_by_epoch(entries, view, lossy(teacher="seen", views=VIEWS))
    assert first == 2 * IMAGES
    assert min(epochs[:VIEWS]) > 0
    assert epochs[VIEWS:] == [0] * (EPOCHS - VIEWS)


@pytest.mark.parametrize("view", ["resize", "crop"])
def test_about_what_is_new_it_is_asked_in_every_epoch(entries: list[ImageEntry], view: View) -> None:
    _, *epochs = asked_by_epoch(entries, view, lossy(teacher="seen", share=1.0))
    assert epochs == [IMAGES] * EPOCHS


@pytest.mark.parametrize("view", ["resize", "crop"])
@pytest.mark.parametrize("slices", [True, False])
@pytest.mark.parametrize("teacher", ["clean", "seen"])
@pytest.mark.parametrize("views", [0, VIEWS])
def test_the_answer_is_that_about_the_place_itself(
    entries: list[ImageEntry], view: View, slices: bool, teacher: Literal["clean", "seen"], views: int
) -> None:
    """Whatever is kept, and whether a crop's map is a piece of the picture's: of the pixels at the student's place."""
    maps = Counting().maps(slices=slices)
    loader = ImageLoader(
        entries,
        DataSettings(view=view, size=SIZE, batch_size=4),
        0,
        degradations=lossy(teacher=teacher, views=views, share=1.0),
    )
    for epoch in range(2):
        for batch in loader.training_batches(epoch):
            found = maps(batch.images, batch.seen)
            clean = [show(one.whole, one.view, SIZE) for one in batch.seen]
            pixels = batch.images if teacher == "seen" else torch.from_numpy(np.stack(clean)).permute(0, 3, 1, 2)
            torch.testing.assert_close(found, Counting()(pixels), rtol=2**-10, atol=0)
            assert teacher == "seen" or not torch.equal(pixels, batch.images)


def test_what_will_not_come_again_takes_no_room(entries: list[ImageEntry]) -> None:
    cache = ArrayCache(10**7)
    maps = Counting().maps(cache)
    loader = ImageLoader(entries, DataSettings(size=SIZE), 0, degradations=lossy(teacher="seen", share=1.0))
    for batch in loader.training_batches(0):
        maps(batch.images, batch.seen)
    assert len(cache) == 0
