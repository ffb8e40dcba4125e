"""A picture is decoded once, for as long as its file stays the same, and is known by its pixels."""

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.data.batches.pictures import Pictures
from engine.data.images.decoding import UnreadableImageError, decode
from engine.data.images.views import resized
from engine.data.listing.entries import ImageEntry
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import DiskStore
from engine.files import FilePatience
from engine.settings.data import DataSettings


def pixels(seed: int) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (50, 60, 3), np.uint8)


def write(path: Path, seed: int) -> ImageEntry:
    Image.fromarray(pixels(seed)).save(path)
    return ImageEntry(path, 0, "all", "all")


def opened(entries: list[ImageEntry], store: Path | None = None, **changes: Any) -> Pictures:
    """As a new run has them: nothing in memory, and on disk what earlier runs have kept."""
    disk = None if store is None else DiskStore(store, 10**9)
    return Pictures(entries, DataSettings(**{"size": 32, "view": "crop"} | changes), ArrayCache(0, disk))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are decoded."""
    seen: list[Path] = []

    def watched(path: Path, limit: float, files: FilePatience) -> NDArray[np.uint8]:
        seen.append(path)
        return decode(path, limit, files)

    monkeypatch.setattr("engine.data.batches.pictures.decode", watched)
    return seen


@pytest.mark.parametrize("view", ["resize", "crop"])
@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_kept_pixels_are_the_decoded_ones(tmp_path: Path, view: str, name: str, reads: list[Path]) -> None:
    entry = write(tmp_path / name, 0)
    expected = decode(entry.path, 100)
    if view == "resize":
        expected = resized(expected, 32)
    found = [opened([entry], tmp_path / "x.sqlite", view=view)[0] for _ in range(3)]
    for picture in found:
        np.testing.assert_array_equal(picture.array, expected)
        assert picture.digest == found[0].digest
    assert len(reads) == 1


def test_jpegs_are_decoded_in_full(tmp_path: Path) -> None:
    """Pillow's reduced decoding (draft) would change the traces that are to be found."""
    path = tmp_path / "large.jpg"
    Image.fromarray(np.kron(pixels(0), np.ones((8, 8, 1), np.uint8))).save(path, quality=95)
    with Image.open(path) as image:
        full = np.asarray(image.convert("RGB").resize((32, 32), Image.Resampling.BILINEAR))
    small = opened([ImageEntry(path, 0, "all", "all")], view="resize")[0]
    np.testing.assert_array_equal(small.array, full)


def test_a_file_that_changed_is_decoded_again_in_the_next_run(tmp_path: Path, reads: list[Path]) -> None:
    entry = write(tmp_path / "a.png", 0)
    before = opened([entry], tmp_path / "x.sqlite")[0]
    state = entry.path.stat()
    write(entry.path, 1)
    os.utime(entry.path, ns=(state.st_atime_ns, state.st_mtime_ns + 10**9))
    after = opened([entry], tmp_path / "x.sqlite")[0]
    assert len(reads) == 2
    np.testing.assert_array_equal(after.array, pixels(1))
    assert after.digest != before.digest


def test_equal_pixels_are_known_whatever_file_they_come_from(tmp_path: Path) -> None:
    entries = [write(tmp_path / name, seed) for name, seed in (("a.png", 0), ("b.bmp", 0), ("c.png", 1))]
    a, b, c = (opened(entries)[index].digest for index in range(3))
    assert a == b != c


def test_what_decides_the_pixels_is_part_of_the_key(tmp_path: Path, reads: list[Path]) -> None:
    entry = write(tmp_path / "a.png", 0)
    for changes in ({}, {"view": "resize"}, {"view": "resize", "size": 40}, {"max_megapixels": 50.0}):
        opened([entry], tmp_path / "x.sqlite", **changes)[0]
    assert len(reads) == 4
    opened([entry], tmp_path / "x.sqlite", size=40)[0]  # of a crop, the whole picture is kept
    assert len(reads) == 4


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    entry = write(tmp_path / "a.png", 0)
    entry.path.unlink()
    with pytest.raises(UnreadableImageError, match="does not exist"):
        opened([entry])[0]
