"""Labels that hide in the files and not in the pictures are found, and named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from engine.control import RunControl
from engine.data.images.file_traits import NO_QUALITY, read_traits
from engine.data.scan.entries import ImageEntry
from engine.data.scan.shortcuts import LEAST_PER_CLASS, audit_shortcuts, cross_validated_auc
from engine.events import FILE_SIZE, ShortcutsAudited, from_json, to_json
from engine.health import HealthMonitor
from engine.settings import RunSettings

COUNT = 24
Save = Callable[[Image.Image, Path, int, bool], Path]


def picture(number: int, side: int = 32) -> Image.Image:
    rng = np.random.default_rng(number)
    return Image.fromarray(rng.integers(0, 256, (side, side, 3), dtype=np.uint8))


def audited(folder: Path, save: Save, count: int = COUNT) -> ShortcutsAudited:
    folder.mkdir(exist_ok=True)
    entries = [
        ImageEntry(save(picture(2 * number + fake), folder / f"{number}{fake}", number, bool(fake)), fake, "all", "")
        for number in range(count)
        for fake in (0, 1)
    ]
    return audit_shortcuts(entries, 100, 0, RunControl())


def saved(image: Image.Image, path: Path, **options: Any) -> Path:
    image.save(path, **options)
    return path


def alike(image: Image.Image, stem: Path, number: int, _fake: bool) -> Path:
    return saved(image, stem.with_suffix(".jpg"), quality=70 + number % 20)


def by_format(image: Image.Image, stem: Path, number: int, fake: bool) -> Path:
    return saved(image, stem.with_suffix(".png" if fake else ".jpg"))


def by_quality(image: Image.Image, stem: Path, number: int, fake: bool) -> Path:
    return saved(image, stem.with_suffix(".jpg"), quality=95 if fake else 75)


def by_size(image: Image.Image, stem: Path, number: int, fake: bool) -> Path:
    return saved(image.resize((40, 40)) if fake else image, stem.with_suffix(".png"))


def by_metadata(image: Image.Image, stem: Path, number: int, fake: bool) -> Path:
    prompt = PngImagePlugin.PngInfo()
    prompt.add_text("parameters", "a dog")
    return saved(image, stem.with_suffix(".png"), pnginfo=prompt if fake else None)


def by_smoothness(image: Image.Image, stem: Path, number: int, fake: bool) -> Path:
    return saved(image.resize((8, 8)).resize((32, 32)) if fake else image, stem.with_suffix(".png"))


LEAKS = [
    (by_format, "format", "JPEG: 100 % of real, 0 % of fake files"),
    (by_quality, "JPEG quality", "median quality: real 75, fake 95"),
    (by_size, "picture size", "median width: real 32, fake 40"),
    (by_metadata, "metadata", "text: 0 % of real, 100 % of fake files"),
]


@pytest.mark.parametrize(("save", "trait", "words"), LEAKS, ids=[trait for _, trait, _ in LEAKS])
def test_what_gives_the_label_away_is_named(tmp_path: Path, save: Save, trait: str, words: str) -> None:
    found = audited(tmp_path, save)
    assert found.leak_score is not None
    assert found.leak_score > 0.95
    leak = next(leak for leak in found.traits if leak.name == trait)
    assert leak.auc > 0.95
    assert words in leak.words
    alerts = HealthMonitor().observe(found, RunSettings())
    assert [alert.rule for alert in alerts] == ["data_shortcut"]
    assert trait in alerts[0].message
    assert from_json(to_json(found)) == found


def test_files_that_were_saved_alike_give_nothing_away(tmp_path: Path) -> None:
    found = audited(tmp_path, alike)
    assert found.leak_score is not None
    assert found.leak_score < 0.7
    assert HealthMonitor().observe(found, RunSettings()) == []


def test_the_size_of_a_lossless_file_is_the_pictures_own_and_no_leak(tmp_path: Path) -> None:
    found = audited(tmp_path, by_smoothness)
    assert found.traits[0].name == FILE_SIZE
    assert found.traits[0].auc > 0.95
    assert found.leak_score == 0.5


def test_too_few_files_have_no_leak_score(tmp_path: Path) -> None:
    found = audited(tmp_path, by_format, LEAST_PER_CLASS - 1)
    assert found.leak_score is None
    assert HealthMonitor().observe(found, RunSettings()) == []


def test_files_that_vanish_or_break_are_left_out(tmp_path: Path) -> None:
    def spoiled(image: Image.Image, stem: Path, number: int, fake: bool) -> Path:
        path = by_format(image, stem, number, fake)
        if number == 0:
            path.write_bytes(b"no picture") if fake else path.unlink()
        return path

    assert audited(tmp_path, spoiled).images == 2 * COUNT - 2


@pytest.mark.parametrize("quality", [25, 50, 75, 90, 100])
def test_jpeg_quality_is_read_from_the_tables(tmp_path: Path, quality: int) -> None:
    path = saved(picture(0), tmp_path / "a.jpg", quality=quality)
    assert read_traits(path, 100).quality == pytest.approx(quality, abs=2)


def test_lossless_files_are_beyond_every_jpeg(tmp_path: Path) -> None:
    assert read_traits(saved(picture(0), tmp_path / "a.png"), 100).quality == NO_QUALITY


def test_traits_are_in_the_header_alone(tmp_path: Path) -> None:
    path = by_metadata(picture(0), tmp_path / "a", 0, fake=True)
    path.write_bytes(path.read_bytes()[:200])
    assert read_traits(path, 100).metadata == {"text"}


def test_columns_that_say_nothing_have_chance() -> None:
    labels = np.arange(60) % 2
    assert cross_validated_auc(np.ones((60, 2)), labels, 0) == 0.5
