"""Pictures as verdicts on them are given: whole, of equal sizes together, in bounded memory."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.data.batches import loader as loader_module
from engine.data.batches.loader import ImageLoader
from engine.data.images.decoding import UnreadableImageError
from engine.data.images.views import judged_size, judged_view
from engine.data.listing.entries import ImageEntry
from engine.data.stores.array_cache import ArrayCache
from engine.machine.processes import ALONE, World
from engine.settings.data import DataSettings

SIZES: list[tuple[int, int]] = [(40, 50)] * 3 + [(33, 47)] + [(40, 50)] * 2 + [(33, 47), (20, 20)]


def picture(height: int, width: int, seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def settings(**changes: Any) -> DataSettings:
    return DataSettings(**{"view": "crop", "size": 32, "batch_size": 4, "max_unreadable": 1.0} | changes)


def written(folder: Path, sizes: list[tuple[int, int]]) -> list[ImageEntry]:
    entries = []
    for index, (height, width) in enumerate(sizes):
        path = folder / f"{index:02}.png"
        Image.fromarray(picture(height, width, index)).save(path)
        entries.append(ImageEntry(path, index % 2, "all", "all"))
    return entries


def loader(entries: list[ImageEntry], world: World = ALONE, least_side: int = 1, **changes: Any) -> ImageLoader:
    return ImageLoader(entries, settings(**changes), 0, cache=ArrayCache(0), world=world, least_side=least_side)


def test_sizes_come_together_and_every_picture_as_it_is(tmp_path: Path) -> None:
    batches = list(loader(written(tmp_path, SIZES)).judged_batches())
    assert [batch.indices.tolist() for batch in batches] == [[0, 1, 2, 4], [3, 6], [5], [7]]
    assert [batch.number for batch in batches] == [0, 1, 2, 3]
    for batch in batches:
        for index, image, seen in zip(batch.indices.tolist(), batch.images, batch.seen, strict=True):
            height, width = SIZES[int(index)]
            np.testing.assert_array_equal(image.permute(1, 2, 0), picture(height, width, index))
            np.testing.assert_array_equal(seen.whole, picture(height, width, index))


def test_equal_tiles_come_in_batches_as_ever(tmp_path: Path) -> None:
    of = loader(written(tmp_path, [(32, 32)] * 9))
    for judged, fixed in zip(of.judged_batches(), of.evaluation_batches(), strict=True):
        assert torch.equal(judged.images, fixed.images)
        assert torch.equal(judged.indices, fixed.indices)


def test_what_waits_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader_module, "PIXELS_AHEAD", 3 * 40 * 50)
    batches = list(loader(written(tmp_path, SIZES)).judged_batches())
    assert [batch.indices.tolist() for batch in batches] == [[0, 1, 2], [3, 6], [4, 5], [7]]


def test_large_pictures_wait_for_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader_module, "ENOUGH_PIXELS", 2 * 40 * 50)
    batches = list(loader(written(tmp_path, [(40, 50), (120, 90), (40, 50), (40, 50), (120, 90)])).judged_batches())
    assert [batch.indices.tolist() for batch in batches] == [[1], [0, 2], [4], [3]]


@pytest.mark.parametrize("changes", [{"judged": "middle"}, {"view": "resize"}])
def test_where_settings_say_so_they_are_as_in_training(changes: dict[str, Any], tmp_path: Path) -> None:
    of = loader(written(tmp_path, SIZES), **changes)
    assert {tuple(batch.images.shape[2:]) for batch in of.judged_batches()} == {(32, 32)}


def test_a_picture_without_a_patch_is_left_out_in_words(tmp_path: Path) -> None:
    of = loader(written(tmp_path, [(40, 50), (8, 30), (9, 9)]), least_side=9)
    assert sorted(index for batch in of.judged_batches() for index in batch.indices.tolist()) == [0, 2]
    assert list(of.unreadable.values()) == ["30 x 8 pixels, smaller than a single patch (9 pixels)"]
    with pytest.raises(UnreadableImageError):
        judged_view(picture(8, 30), settings(), least_side=9)


def test_of_a_large_picture_the_middle_is_judged() -> None:
    limited = settings(judged_megapixels=0.01)  # 10,000 pixels
    whole = picture(400, 100)
    piece = judged_view(whole, limited)
    assert piece.shape == (200, 50, 3)
    np.testing.assert_array_equal(piece, whole[96:296, 24:74])
    assert judged_view(picture(99, 101), limited).shape == (99, 101, 3)


@pytest.mark.parametrize("sides", [(10, 100_000), (5000, 40), (31, 4000), (2000, 2000)])
def test_no_side_is_cut_below_the_crop(sides: tuple[int, int]) -> None:
    rows, columns = judged_size(*sides, settings(judged_megapixels=0.01))
    assert min(sides[0], 32) <= rows <= sides[0]
    assert min(sides[1], 32) <= columns <= sides[1]
    assert rows * columns <= 10_000


def test_processes_share_the_pictures(tmp_path: Path) -> None:
    entries = written(tmp_path, SIZES)
    shares = [
        [index for batch in loader(entries, World(rank, 2)).judged_batches() for index in batch.indices.tolist()]
        for rank in (0, 1)
    ]
    assert sorted(shares[0] + shares[1]) == list(range(len(SIZES)))
    assert all(shares)
