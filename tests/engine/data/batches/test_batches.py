"""Batches depend on (entries, settings, seed) alone, go on from any batch, and survive files that vanish."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from engine.control import RunControl, StopRequestedError
from engine.data.batches.loader import Batch, ImageLoader
from engine.data.batches.order import epoch_order, labelled_subset
from engine.data.batches.shown import LoadedImage, ViewedPicture
from engine.data.images.views import EpochRandom, View, evaluation_view
from engine.data.listing.entries import NO_LABEL, ImageEntry
from engine.data.stores.array_cache import ENTRY_BYTES, ArrayCache
from engine.errors import DataError
from engine.settings import DataSettings, DegradationSettings
from tests.engine.helpers.views import EVERYTHING, training_view


def pixels(index: int) -> NDArray[np.uint8]:
    return np.random.default_rng(index).integers(0, 256, (40 + index, 48, 3), np.uint8)


@pytest.fixture
def entries(tmp_path: Path) -> list[ImageEntry]:
    made = []
    for index in range(11):
        path = tmp_path / f"{index:02}.png"
        Image.fromarray(pixels(index)).save(path)
        made.append(ImageEntry(path, index % 2, "all", "all", path.stat().st_size))
    return made


def data_settings(**changes: Any) -> DataSettings:
    return DataSettings(**{"size": 32, "batch_size": 4} | changes)


LOSSY = DegradationSettings(strength="own", share=0.7, jpeg_probability=0.5, blur_probability=0.5)


def assert_equal(first: Sequence[Batch], second: Sequence[Batch]) -> None:
    assert len(first) == len(second)
    for a, b in zip(first, second, strict=True):
        for name in ("images", "labels", "labelled", "indices"):
            assert torch.equal(getattr(a, name), getattr(b, name)), name


def test_batches_have_the_promised_kinds_and_the_last_is_short(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(), seed=0)
    batches = list(loader.training_batches(epoch=0))
    assert [len(batch.labels) for batch in batches] == [4, 4, 3]
    assert loader.steps_per_epoch == 3
    for batch in batches:
        count = len(batch.labels)
        assert batch.images.shape == (count, 3, 32, 32)
        assert batch.images.is_contiguous(memory_format=torch.channels_last)
        kinds = [tensor.dtype for tensor in (batch.images, batch.labels, batch.labelled, batch.indices)]
        assert kinds == [torch.uint8, torch.float32, torch.bool, torch.int64]
        assert batch.labels.tolist() == [entries[index].label for index in batch.indices]
    assert sorted(torch.cat([batch.indices for batch in batches]).tolist()) == list(range(11))


def test_a_last_single_image_is_left_out_of_training_only(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries[:9], data_settings(), seed=0)
    assert loader.steps_per_epoch == 2
    assert [len(batch.labels) for batch in loader.training_batches(0)] == [4, 4]
    assert [len(batch.labels) for batch in loader.evaluation_batches()] == [4, 4, 1]


@pytest.mark.parametrize("view", ["resize", "crop"])
@pytest.mark.parametrize("first_batch", [0, 1, 2, 3])
def test_going_on_at_any_batch_gives_equal_batches(entries: list[ImageEntry], view: str, first_batch: int) -> None:
    settings = data_settings(view=view)
    whole = list(ImageLoader(entries, settings, seed=5, degradations=LOSSY).training_batches(epoch=3))
    again = ImageLoader(entries, settings, seed=5, degradations=LOSSY)
    rest = list(again.training_batches(epoch=3, first_batch=first_batch))
    assert_equal(whole[first_batch:], rest)


def test_memory_for_decoded_images_changes_speed_not_content(entries: list[ImageEntry]) -> None:
    for view in ("resize", "crop"):
        with_cache = ImageLoader(entries, data_settings(view=view), seed=1, degradations=LOSSY)
        without = ImageLoader(entries, data_settings(view=view, decoded_cache_mb=0), seed=1, degradations=LOSSY)
        for epoch in range(2):
            assert_equal(list(with_cache.training_batches(epoch)), list(without.training_batches(epoch)))
        assert_equal(list(with_cache.evaluation_batches()), list(without.evaluation_batches()))


def test_epochs_and_seeds_differ(entries: list[ImageEntry]) -> None:
    loaders = ImageLoader(entries, data_settings(), seed=0), ImageLoader(entries, data_settings(), seed=1)
    first, second, other = (
        torch.cat([batch.indices for batch in batches])
        for batches in (
            loaders[0].training_batches(0),
            loaders[0].training_batches(1),
            loaders[1].training_batches(0),
        )
    )
    assert not torch.equal(first, second)
    assert not torch.equal(first, other)


def test_loading_neither_uses_nor_changes_pytorchs_random_state(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(), seed=0, degradations=LOSSY)
    state = torch.get_rng_state()
    first = list(loader.training_batches(0))
    assert torch.equal(state, torch.get_rng_state())
    torch.manual_seed(1234)
    assert_equal(first, list(loader.training_batches(0)))


def test_evaluation_shows_all_images_in_order_not_augmented(entries: list[ImageEntry]) -> None:
    settings = data_settings(view="crop")
    batches = list(ImageLoader(entries, settings, seed=0, degradations=EVERYTHING).evaluation_batches())
    assert torch.cat([batch.indices for batch in batches]).tolist() == list(range(11))
    seen = torch.cat([batch.images for batch in batches]).permute(0, 2, 3, 1).numpy()
    for index, image in enumerate(seen):
        np.testing.assert_array_equal(image, evaluation_view(pixels(index), settings, 8))


@pytest.mark.parametrize("view", ["resize", "crop"])
def test_training_degrades_files_at_their_own_size(entries: list[ImageEntry], view: str) -> None:
    settings = data_settings(view=view)
    for batch in ImageLoader(entries, settings, seed=0, degradations=LOSSY).training_batches(1):
        for image, index in zip(batch.images.permute(0, 2, 3, 1).numpy(), batch.indices.tolist(), strict=True):
            expected = training_view(pixels(index), settings, EpochRandom(0, 1).of(index), 8, LOSSY)
            np.testing.assert_array_equal(image, expected)


def test_the_first_batches_of_an_epoch(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(), seed=0)
    whole = list(loader.training_batches(2))
    assert_equal(list(loader.training_batches(2, count=2)), whole[:2])
    assert_equal(list(loader.training_batches(2, count=99)), whole)


def test_nothing_is_loaded_by_other_processes(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(), seed=0)

    def show(index: int) -> LoadedImage:
        image = pixels(index)[:32, :32]
        return LoadedImage(index, image, ViewedPicture(b"", image, View()))

    torch_loader = loader.data_loader(show, iter([[0, 1]]))
    assert torch_loader.num_workers == 0
    assert torch_loader.pin_memory is False
    (batch,) = torch_loader
    assert batch is not None
    assert batch.indices.tolist() == [0, 1]


def test_a_file_that_vanished_is_left_out_and_recorded(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(max_unreadable=0.1), seed=0)
    entries[3].path.unlink()
    batches = list(loader.training_batches(0))
    assert sum(len(batch.labels) for batch in batches) == 10
    assert 3 not in torch.cat([batch.indices for batch in batches])
    assert loader.unreadable == {entries[3].path: "the file does not exist"}
    list(loader.training_batches(1))  # the same file again counts once


def test_too_many_vanished_files_end_the_run_with_examples(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(max_unreadable=0.1), seed=0)
    for entry in entries[3:5]:
        entry.path.unlink()
    with pytest.raises(DataError) as caught:
        list(loader.evaluation_batches())
    assert "03.png: the file does not exist" in caught.value.message
    assert "04.png" in caught.value.message
    assert "max_unreadable" in caught.value.remedy


def test_a_batch_without_any_readable_image_is_left_out(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(max_unreadable=1), seed=0)
    for entry in entries[4:8]:
        entry.path.unlink()
    assert [batch.indices.tolist() for batch in loader.evaluation_batches()] == [[0, 1, 2, 3], [8, 9, 10]]


def test_a_stop_is_heard_before_the_next_batch(entries: list[ImageEntry]) -> None:
    control = RunControl()
    batches: Iterator[Batch] = ImageLoader(entries, data_settings(), seed=0, control=control).training_batches(0)
    next(batches)
    control.stop()
    with pytest.raises(StopRequestedError):
        next(batches)


def test_closing_frees_the_memory_and_the_loader_goes_on(entries: list[ImageEntry]) -> None:
    of_earlier_tests = set(threading.enumerate())  # whose loaders were not collected yet
    cache = ArrayCache(2**20)
    shared = ImageLoader(entries, data_settings(), seed=0, cache=cache)
    first = list(shared.evaluation_batches())
    assert cache.held_bytes == 11 * (32 * 32 * 3 + ENTRY_BYTES)  # kept as resized
    shared.close()
    assert len(cache) == 11  # for the others
    loader = ImageLoader(entries, data_settings(), seed=0)
    assert_equal(first, list(loader.evaluation_batches()))
    loader.close()
    own = set(threading.enumerate()) - of_earlier_tests
    assert not [thread for thread in own if thread.name.startswith("images")]
    assert_equal(first, list(loader.evaluation_batches()))


def test_files_are_read_once_where_memory_allows(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(max_unreadable=0), seed=0)
    first = list(loader.evaluation_batches())
    for entry in entries:
        entry.path.unlink()
    assert_equal(first, list(loader.evaluation_batches()))


@given(num_images=st.integers(0, 200), seed=st.integers(0, 2**31 - 1), epoch=st.integers(0, 10_000))
def test_the_order_is_a_permutation_of_the_images(num_images: int, seed: int, epoch: int) -> None:
    order = epoch_order(num_images, seed, epoch)
    assert sorted(order) == list(range(num_images))
    np.testing.assert_array_equal(order, epoch_order(num_images, seed, epoch))


@given(real=st.integers(1, 60), fake=st.integers(1, 60), fraction=st.floats(0.01, 1), seed=st.integers(0, 2**31 - 1))
def test_labels_are_kept_in_the_same_share_of_each_class(real: int, fake: int, fraction: float, seed: int) -> None:
    labels = np.array([0] * real + [1] * fake, np.float32)
    labelled = labelled_subset(labels, fraction, seed)
    assert labelled[labels == 0].sum() == max(1, round(fraction * real))
    assert labelled[labels == 1].sum() == max(1, round(fraction * fake))
    np.testing.assert_array_equal(labelled, labelled_subset(labels, fraction, seed))


@pytest.mark.parametrize(("share", "at_least"), [(0.5, 4), (0.75, 2), (0.2, 6), (0.8, 1)])
def test_labelled_images_keep_their_share_of_every_batch(
    entries: list[ImageEntry], share: float, at_least: int
) -> None:
    """Each as often as any other; an image without a label comes once at most."""
    unlabelled = [replace(entry, label=NO_LABEL) for entry in entries] * 5
    loader = ImageLoader([*entries, *unlabelled], data_settings(batch_size=8, unlabelled_share=share), seed=3)
    assert loader.steps_per_epoch == 6 * len(entries) // 8 + 1
    batches = list(loader.training_batches(0))
    assert all(batch.labelled.sum() >= at_least for batch in batches[:-1])
    for batch in batches:
        assert (batch.labelled == (batch.labels >= 0)).all()
    counts = Counter(i for batch in batches for i in batch.indices.tolist())
    of_labelled = [counts[i] for i in range(len(entries))]
    assert max(of_labelled) - min(of_labelled) <= 2
    assert max(counts[i] for i in range(len(entries), 6 * len(entries))) == 1


def test_which_labels_are_kept_does_not_depend_on_the_epoch(entries: list[ImageEntry]) -> None:
    loader = ImageLoader(entries, data_settings(label_fraction=0.4), seed=3)
    kept = []
    for epoch in range(3):
        batches = list(loader.training_batches(epoch))
        pairs = [(i, k) for b in batches for i, k in zip(b.indices.tolist(), b.labelled.tolist(), strict=True)]
        kept.append({index for index, keeps in pairs if keeps})
    assert kept[0] == kept[1] == kept[2]
    assert len(kept[0]) == 4  # 2 of 6 real, 2 of 5 fake
