"""Maps of the teacher are asked for once and equal whether computed or kept; those of crops are pieces of one map."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.data.batches.loader import Batch
from engine.data.batches.shown import ViewedPicture
from engine.data.images.views import EpochRandom, View, draw_view, fixed_view, on_grid, show
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import DiskStore, keep
from engine.settings import DataSettings, TeacherSettings
from engine.teacher.maps import as_many_as_fit
from engine.teacher.teacher import Teacher, load_teacher
from tests.engine.helpers.counting_teacher import Counting
from tests.engine.helpers.tiny_data import TinyData

CPU = torch.device("cpu")
SIZE = 48


def picture(seed: int, height: int = 70, width: int = 93) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def batch_of(pictures: list[np.ndarray], views: list[View] | None = None, **changes: Any) -> Batch:
    """The pictures as a loader shows them; drawn views from the seed where none are given."""
    settings = DataSettings(**{"size": SIZE, "view": "crop"} | changes)
    seen = []
    for index, pixels in enumerate(pictures):
        whole = on_grid(pixels, settings)
        view = views[index] if views else draw_view(whole, settings, EpochRandom(0, 0).of(index))
        seen.append(ViewedPicture(keep(pixels).digest, whole, view))
    images = np.stack([show(one.whole, one.view, SIZE) for one in seen]).transpose(0, 3, 1, 2)
    some = torch.zeros(len(seen))
    return Batch(torch.from_numpy(images.copy()), some, some.bool(), some.long(), tuple(seen))


@pytest.mark.parametrize("filter_name", ["NPR", "raw", "x_grad", "right_diag"])
@pytest.mark.parametrize("shape", [(70, 93), (48, 48), (49, 50), (30, 20), (101, 64)])
def test_maps_are_those_of_the_images_themselves(tiny_data: TinyData, filter_name: Any, shape: tuple[int, int]) -> None:
    """Flips, crops at every corner, pictures smaller than the crop: exact but for rounding to 11 bits."""
    teacher = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher, input_filter=filter_name), CPU)
    for number in range(4):
        batch = batch_of([picture(number * 10 + index, *shape) for index in range(4)])
        expected = teacher.maps(batch.images)
        found = teacher.remembered(batch.images, batch.seen)
        spread = float(expected.std())
        torch.testing.assert_close(found, expected, rtol=2**-10, atol=1e-3 * spread)


def test_every_crop_and_flip_of_a_picture_takes_two_questions() -> None:
    teacher = Counting()
    maps = teacher.maps()
    for epoch in range(20):
        settings = DataSettings(size=SIZE, view="crop")
        whole = on_grid(picture(0), settings)
        batch = batch_of([picture(0)], [draw_view(whole, settings, EpochRandom(1, epoch).of(0))])
        maps(batch.images, batch.seen)
    assert teacher.asked == [(3, 64, 88)] * 2


def test_a_filter_that_looks_beyond_the_crop_is_asked_about_each_crop() -> None:
    teacher = Counting()
    maps = teacher.maps(slices=False)
    views = [View(), View(8, 0), View(8, 0), View(8, 0, flip=True)]
    for _ in range(2):
        batch = batch_of([picture(0)] * 4, views)
        maps(batch.images, batch.seen)
    assert teacher.asked == [(3, SIZE, SIZE)] * 4  # the second and third are the same, asked together

    whole = batch_of([picture(0, SIZE, SIZE)], [View(flip=True)])
    maps(whole.images, whole.seen)
    maps.ask(whole.seen, SIZE, (False, True), CPU)
    assert len(teacher.asked) == 6  # what is no crop is asked about whole


def test_large_pictures_are_asked_about_by_the_crop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.teacher.maps.WHOLE_PIXELS", 5000)
    teacher = Counting()
    batch = batch_of([picture(0)])
    teacher.maps()(batch.images, batch.seen)
    assert teacher.asked == [(3, SIZE, SIZE)]


@pytest.mark.parametrize("memory", [0, 2000, 10**6])
@pytest.mark.parametrize("on_disk", [False, True])
def test_numbers_do_not_depend_on_what_is_kept(tmp_path: Path, tiny_data: TinyData, memory: int, on_disk: bool) -> None:
    reference = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), CPU, ArrayCache(0))
    for _ in range(2):
        cache = ArrayCache(memory, DiskStore(tmp_path / "x.sqlite", 10**9) if on_disk else None)
        teacher = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), CPU, cache)
        for number in range(4):
            batch = batch_of([picture(number % 2 * 3 + index) for index in range(3)])
            kept = teacher.remembered(batch.images, batch.seen)
            alone = [reference.remembered(batch.images[i : i + 1], batch.seen[i : i + 1]) for i in range(3)]
            assert torch.equal(kept, torch.cat(alone))
        cache.close()


def test_the_first_pass_leaves_nothing_to_ask() -> None:
    teacher = Counting()
    maps = teacher.maps()
    pictures = [picture(index) for index in range(3)]
    maps.ask(batch_of(pictures, [View()] * 3).seen, SIZE, (False, True), CPU)
    assert len(teacher.asked) == 6
    for seed in range(10):
        batch = batch_of(pictures, [View(0, 8 * (seed % 6), flip=seed % 2 == 0)] * 3)
        maps(batch.images, batch.seen)
    assert len(teacher.asked) == 6


def test_what_is_kept_is_looked_up_without_the_teacher() -> None:
    teacher = Counting()
    maps = teacher.maps()
    pictures = [picture(index) for index in range(3)]
    batch = batch_of(pictures, [View(), View(0, 8, flip=True), View(8, 0)])
    maps.ask(batch.seen[:2], SIZE, (False, True), CPU)
    assert maps.kept(batch.seen, SIZE) is None, "one of three is missing"
    expected = maps(batch.images, batch.seen)
    asked = len(teacher.asked)
    kept = maps.kept(batch.seen, SIZE)
    assert kept is not None
    assert torch.equal(maps(batch.images, batch.seen, kept), expected)
    assert len(teacher.asked) == asked
    not_again = tuple(replace(one, digest=b"") for one in batch.seen)
    assert maps.kept(not_again, SIZE) is maps.kept((), SIZE) is None


def test_another_teacher_has_other_maps() -> None:
    cache = ArrayCache(10**6)
    batch = batch_of([picture(0)], [View()])
    first = Counting().maps(cache, name=b"one")(batch.images, batch.seen)
    other = Counting(offset=1.0).maps(cache, name=b"other")(batch.images, batch.seen)
    torch.testing.assert_close(other, first + 1, rtol=2**-9, atol=0)


@pytest.mark.parametrize("offset", [1e6, float("nan"), float("inf")])
def test_values_that_float16_lacks_are_kept_in_float32(offset: float) -> None:
    teacher = Counting(offset)
    batch = batch_of([picture(0)], [View()])
    maps = teacher.maps()
    for _ in range(2):
        torch.testing.assert_close(
            maps(batch.images, batch.seen), teacher(batch.images), rtol=0, atol=0, equal_nan=True
        )


def test_a_kept_map_cannot_be_changed_from_outside() -> None:
    maps = Counting().maps()
    batch = batch_of([picture(0)], [View()])
    first = maps(batch.images, batch.seen).clone()
    maps(batch.images, batch.seen).zero_()
    assert torch.equal(maps(batch.images, batch.seen), first)


def test_the_centre_crop_is_a_piece_as_well(tiny_data: TinyData) -> None:
    teacher: Teacher = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), CPU)
    settings = DataSettings(size=SIZE, view="crop")
    batch = batch_of([picture(0)], [fixed_view(on_grid(picture(0), settings), settings)])
    torch.testing.assert_close(teacher.batch_logits(batch), teacher.image_logits(batch.images), rtol=2**-10, atol=1e-2)


@pytest.mark.parametrize("room", [1, 3, 5, 64])
def test_as_many_images_at_a_time_as_the_memory_holds(room: int) -> None:
    asked: list[int] = []

    def compute(images: Tensor) -> Tensor:
        asked.append(len(images))
        if len(images) > room:
            raise torch.OutOfMemoryError
        return images[:, :1].float()

    images = [torch.full((3, 2, 2), number) for number in range(11)]
    maps, together = as_many_as_fit(compute, images, 8)
    assert [int(one[0, 0, 0]) for one in maps] == list(range(11))
    assert together == {1: 1, 3: 2, 5: 4, 64: 8}[room]
    assert sum(count > room for count in asked) == {1: 3, 3: 2, 5: 1, 64: 0}[room], (
        "what did not fit is not tried again"
    )


def test_memory_that_holds_no_single_image_is_told() -> None:
    def compute(_images: Tensor) -> Tensor:
        raise torch.OutOfMemoryError

    with pytest.raises(torch.OutOfMemoryError):
        as_many_as_fit(compute, [torch.zeros(3, 2, 2)] * 3, 2)
