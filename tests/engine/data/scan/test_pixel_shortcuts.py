"""What saving left in the pixels gives labels away in files that are saved alike now; what cannot be seen is said."""

from collections.abc import Callable
from contextlib import closing
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from engine.control import RunControl
from engine.data.images.decoding import Pixels, decode
from engine.data.images.pixel_traits import LEAST_SIDE, pixel_traits
from engine.data.listing.entries import ImageEntry
from engine.data.scan import shortcuts
from engine.data.scan.shortcuts import LEAST_PER_CLASS, audit_shortcuts
from engine.data.stores.disk_store import DiskStore
from engine.events import JPEG_TRACES, RESAMPLING, SHARPNESS, ShortcutsAudited
from engine.files import FilePatience
from engine.health import HealthMonitor
from engine.settings import RunSettings
from resources.paths import resource

SIDE = 96
Change = Callable[[Image.Image], Image.Image]


def photographs(count: int, side: int = SIDE) -> list[Image.Image]:
    """As many of `tiles_of_photographs`, in an order of chance."""
    tiles = tiles_of_photographs(side)
    return [tiles[place] for place in np.random.default_rng(0).permutation(len(tiles))[:count]]


@cache
def tiles_of_photographs(side: int) -> list[Image.Image]:
    """Tiles of real photographs at half their size, so that what their own files left is gone."""
    tiles: list[Image.Image] = []
    for path in sorted(resource("demo", "photos").rglob("*.webp")):
        with Image.open(path) as photo:
            half = photo.convert("RGB").resize((photo.width // 2, photo.height // 2), Image.Resampling.LANCZOS)
        tiles += [
            half.crop((left, top, left + side, top + side))
            for top in range(0, half.height - side, side)
            for left in range(0, half.width - side, side)
        ]
    return tiles


def as_jpeg(image: Image.Image, quality: int = 75) -> Image.Image:
    stream = BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return Image.open(stream).convert("RGB")


def audited(folder: Path, tiles: list[Image.Image], change_reals: Change) -> ShortcutsAudited:
    folder.mkdir(exist_ok=True)
    entries = []
    for number, tile in enumerate(tiles):
        label, path = number % 2, folder / f"{number}.png"
        (tile if label else change_reals(tile)).save(path)
        entries.append(ImageEntry(path, label, "all", ""))
    return audit_shortcuts(entries, 100, 0, RunControl())


@pytest.mark.parametrize("quality", [75, 95])
def test_reals_that_were_jpegs_before_they_were_saved_as_png_are_seen(tmp_path: Path, quality: int) -> None:
    """Case 4: the leak score of such files was 0.50."""
    found = audited(tmp_path, photographs(60), lambda tile: as_jpeg(tile, quality))
    assert found.leak_score is not None
    assert found.leak_score > 0.95
    assert found.traits[0].name == JPEG_TRACES
    (alert,) = HealthMonitor().observe(found, RunSettings())
    assert alert.rule == "data_shortcut"
    assert JPEG_TRACES in alert.message


def test_traces_of_jpeg_are_found_where_its_blocks_do_not_begin_at_the_corner() -> None:
    def jpeg_traces(tile: Image.Image) -> float:
        found = pixel_traits(np.asarray(tile))
        assert found is not None
        return found.jpeg

    clean = [jpeg_traces(tile) for tile in photographs(20)]
    cropped = [jpeg_traces(as_jpeg(tile).crop((3, 5, SIDE, SIDE))) for tile in photographs(20)]
    assert np.median(cropped) > 5 * max(clean)  # a tile of sky has none that could be seen


def test_files_alike_in_their_pixels_give_nothing_away(tmp_path: Path) -> None:
    found = audited(tmp_path, photographs(60), lambda tile: tile)
    assert found.leak_score is not None
    assert found.leak_score < 0.7
    assert HealthMonitor().observe(found, RunSettings()) == []


@pytest.mark.parametrize(
    ("change", "trait"),
    [
        (lambda tile: tile.resize((SIDE * 3 // 2,) * 2, Image.Resampling.BICUBIC).crop((0, 0, SIDE, SIDE)), RESAMPLING),
        (lambda tile: tile.filter(ImageFilter.UnsharpMask(2, 200, 0)), SHARPNESS),
    ],
    ids=["enlarged", "sharpened"],
)
def test_what_generators_do_too_is_shown_and_is_no_leak(tmp_path: Path, change: Change, trait: str) -> None:
    found = audited(tmp_path, photographs(80), change)
    leak = next(leak for leak in found.traits if leak.name == trait)
    assert leak.auc > 0.7
    assert leak.words
    assert found.leak_score is not None
    assert found.leak_score < 0.75
    assert HealthMonitor().observe(found, RunSettings()) == []


def test_what_cannot_be_seen_is_said(tmp_path: Path) -> None:
    small = [tile.crop((0, 0, LEAST_SIDE - 1, SIDE)) for tile in photographs(2 * LEAST_PER_CLASS)]
    found = audited(tmp_path, small, as_jpeg)
    assert found.decoded == 0
    assert JPEG_TRACES in found.not_seen
    assert JPEG_TRACES not in {leak.name for leak in found.traits}


def test_a_flat_picture_has_no_traces() -> None:
    found = pixel_traits(np.full((100, 100, 3), 7, np.uint8))
    assert found is not None
    assert (found.jpeg, found.resampling, found.sharpness) == (0, 0, 0)


def test_of_large_pictures_fewer_are_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "DECODED_MEGAPIXELS", 10 * SIDE * SIDE / 1e6)
    monkeypatch.setattr(shortcuts, "LEAST_DECODED", 20)
    assert audited(tmp_path, photographs(80), as_jpeg).decoded == 2 * 20


def test_pixels_that_were_seen_once_are_not_decoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run on the same photographs decoded all of them anew, half a minute where they are large."""
    decoded = list[Path]()

    def counted(path: Path, max_megapixels: float, files: FilePatience) -> Pixels:
        decoded.append(path)
        return decode(path, max_megapixels, files)

    monkeypatch.setattr(shortcuts, "decode", counted)
    tiles = photographs(2 * LEAST_PER_CLASS)
    entries = [ImageEntry(tmp_path / f"{number}.png", number % 2, "all", "") for number in range(len(tiles))]
    for entry, tile in zip(entries, tiles, strict=True):
        tile.save(entry.path)
    found = []
    for _ in range(3):
        with closing(DiskStore(tmp_path / "pictures.sqlite", 2**20)) as disk:
            found.append(audit_shortcuts(entries, 100, 0, RunControl(), disk=disk))
        if len(found) == 2:
            as_jpeg(tiles[0], 20).save(entries[0].path)
    assert sorted(decoded) == sorted([*(entry.path for entry in entries), entries[0].path])
    assert found[0].traits == found[1].traits != found[2].traits
