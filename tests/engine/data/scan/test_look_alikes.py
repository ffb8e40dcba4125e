"""Pictures that show the same: kept together when images are split, and listed where they lie in two sets."""

from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.cli.sentences import sentences
from engine.control import RunControl, StopRequestedError
from engine.data.images.decoding import small_grey
from engine.data.listing.left_out import SHOWN_ALREADY
from engine.data.scan.look_alikes import LARGEST_GROUP, SIDE, has_details, look_alikes
from engine.data.scan.related import belonging_together
from engine.data.scan.scan import scan
from engine.data.stores.disk_store import DiskStore
from engine.events import from_json, to_json
from engine.health import HealthMonitor
from engine.settings import RunSettings
from engine.settings.data import DataSettings
from resources.paths import resource
from tests.engine.helpers.changed_pictures import as_jpeg, cut
from tests.engine.helpers.pictures import run_scan

Change = Callable[[Image.Image], Image.Image]


@cache
def photograph(number: int, side: int = 100) -> Image.Image:
    """Smooth noise, in which no two numbers show the same."""
    rng = np.random.default_rng(number)
    layers = [
        np.asarray(
            Image.fromarray(rng.integers(0, 256, (cells, cells, 3), np.uint8)).resize(
                (side, side), Image.Resampling.BICUBIC
            )
        )
        for cells in (4, 9, 24)
    ]
    return Image.fromarray((0.5 * layers[0] + 0.35 * layers[1] + 0.15 * layers[2]).astype(np.uint8))


CHANGES: dict[str, Change] = {
    "saved again": lambda image: as_jpeg(image, 40),
    "half": lambda image: image.resize((image.width // 2, image.height // 2), Image.Resampling.BICUBIC),
    "brighter": lambda image: image.point(lambda value: min(255, int(value * 1.1 + 4))),
    "cut all around": lambda image: cut(image, 0.04, 0.04, 0.96, 0.96),
    "cut at the left": lambda image: cut(image, 0.09, 0, 1, 1),
    "cut at a corner": lambda image: cut(image, 0.06, 0.05, 1, 1),
    "cut, half and saved again": lambda image: as_jpeg(cut(image, 0.03, 0.03, 0.97, 0.97).resize((80, 80)), 70),
}


def small(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("L").resize((SIDE, SIDE), Image.Resampling.LANCZOS))


def groups(images: list[Image.Image]) -> list[int]:
    return list(look_alikes(np.stack([small(image) for image in images]), RunControl()))


@pytest.fixture(scope="module")
def photos() -> list[Image.Image]:
    real = [Image.open(path).convert("RGB").reduce(8) for path in sorted(resource("demo", "photos").rglob("*.webp"))]
    return [*real, *(photograph(n) for n in range(60))]


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_picture_is_found_and_no_stranger(photos: list[Image.Image], change: str) -> None:
    assert all(has_details(small(photo)) for photo in photos)
    numbers = list(range(len(photos)))
    assert groups([*photos, *map(CHANGES[change], photos)]) == numbers + numbers


def test_pictures_that_show_little_are_not_compared() -> None:
    rng = np.random.default_rng(0)
    slope = np.linspace(90, 220, 200)[:, None].repeat(200, 1)
    sky = Image.fromarray((slope + rng.normal(0, 2, slope.shape)).astype(np.uint8))
    page = Image.new("L", (200, 200), "white")
    ImageDraw.Draw(page).line((20, 40, 24, 40))
    night = Image.fromarray(rng.integers(0, 6, (200, 200), np.uint8))
    assert [has_details(small(image)) for image in (sky, page, night, photograph(0))] == [False, False, False, True]


def test_a_chain_of_pictures_does_not_become_one_group() -> None:
    """A slow pan, in which neighbours show nearly the same and the ends nothing in common; a still video stays one."""
    wide = np.asarray(photograph(1, 400))
    found = groups([Image.fromarray(wide[:100, n : n + 100]) for n in range(200)])
    assert max(np.bincount(found)) <= LARGEST_GROUP
    assert len(set(found)) > 5
    still = np.asarray(photograph(2)).astype(float)
    rng = np.random.default_rng(0)
    frames = [
        Image.fromarray((still + rng.normal(0, 4, still.shape)).clip(0, 255).astype(np.uint8)) for _ in range(100)
    ]
    assert len(set(groups(frames))) == 1


def test_no_picture_and_one_picture_and_a_stop() -> None:
    assert groups([photograph(0)]) == [0]
    none = np.zeros((0, SIDE, SIDE), np.uint8)
    assert look_alikes(none, RunControl()).tolist() == []
    control = RunControl()
    control.stop()
    with pytest.raises(StopRequestedError):
        look_alikes(np.stack([small(photograph(0))]), control)


def test_a_jpeg_of_which_little_is_decoded_looks_as_the_whole(tmp_path: Path) -> None:
    image = photograph(3, 800)
    for kind, orientation in (("jpg", 1), ("jpg", 6), ("png", 1)):
        exif = Image.Exif()
        exif[0x0112] = orientation
        image.save(path := tmp_path / f"{orientation}.{kind}", exif=exif)
        expected = small(image.rotate(-90) if orientation == 6 else image).astype(int)
        assert np.abs(small_grey(path, 100, SIDE) - expected).mean() < 1.5


def save(path: Path, image: Image.Image) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)
    return path


def test_what_looks_the_same_stays_together_whatever_its_name(tmp_path: Path) -> None:
    for n in range(40):
        save(tmp_path / f"real/{chr(97 + n % 26)}{n}x.bmp", photograph(n))
        save(tmp_path / f"fake/{chr(97 + n * 7 % 26)}{n}q.jpg", cut(photograph(n), 0.03, 0.03, 1, 1).resize((64, 64)))
    found = run_scan(tmp_path)
    assert found.compared == 80
    assert found.look_alike_count == 0
    assert (len(found.train), len(found.validation)) == (64, 16)
    assert found.split is not None
    assert found.split.groups == 40
    assert "pictures that look the same" in found.split.grouping
    groups_of_validation = belonging_together(found.validation)  # by which intervals are drawn
    assert len(set(groups_of_validation.tolist())) == 8


def test_numbers_as_names_pair_only_what_looks_the_same(tmp_path: Path) -> None:
    """0.png of another folder is another picture, and holding it out costs nothing of the real ones."""
    for n in range(24):
        save(tmp_path / f"real/{n}.png", photograph(n))
        save(tmp_path / f"fake/gan/{n}.png", photograph(100 + n))
        save(tmp_path / f"fake/flux/{n}.png", photograph(n if n < 4 else 200 + n))
    found = run_scan(tmp_path)
    assert found.split is not None
    assert found.split.groups == 24 + 24 + 20
    held = run_scan(tmp_path, test_source=("flux",))
    assert sum(entry.source == "flux" for entry in held.test) >= 20


def test_numbers_as_names_still_pair_what_cannot_be_compared(tmp_path: Path) -> None:
    for n in range(20):
        for name in ("real", "fake"):
            save(tmp_path / f"{name}/{n}.png", Image.new("RGB", (40, 40), (n * 9, n * 5, len(name) * n)))
    found = run_scan(tmp_path)
    assert found.compared == 0
    assert found.split is not None
    assert found.split.groups == 20


def leaky(root: Path) -> Path:
    for n in range(4):
        for split in ("train", "val", "test"):
            for label, name in enumerate(("real", "fake")):
                save(root / f"{split}/{name}/{split[0]}{name[0]}{n}z.png", photograph(n + 10 * len(split) + 5 * label))
    save(root / "val/real/again.jpg", as_jpeg(photograph(50), 60))  # train/real
    save(root / "test/fake/twin.png", cut(photograph(51), 0, 0.05, 1, 1))
    return root


def test_pairs_across_given_sets_are_listed_and_ring(tmp_path: Path) -> None:
    event = run_scan(leaky(tmp_path)).event()
    assert event.look_alike_count == 2
    again, twin = event.look_alikes
    assert (Path(again.first).name, Path(again.other).name) == ("tr0z.png", "again.jpg")
    assert (again.first_split, again.other_split, again.kind) == ("train", "validation", "duplicate")
    assert (Path(twin.first).name, Path(twin.other).name) == ("tr1z.png", "twin.png")
    assert (twin.first_split, twin.other_split, twin.kind) == ("train", "test", "twin")
    assert from_json(to_json(event)) == event
    assert asdict(event)["look_alikes"][1]["kind"] == "twin"
    assert any("twin.png (test): real and imitation" in line for line in sentences(event))
    (alert,) = HealthMonitor().observe(event, RunSettings())
    assert alert.rule == "data_duplicates"
    assert "By their pixels, 2 images show what an image of an earlier set shows" in alert.message
    assert "again.jpg (validation): the same picture" in alert.message


def test_copies_of_a_file_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "val/real").mkdir(parents=True)
    root = leaky(tmp_path)
    (root / "val/real/copy.png").write_bytes((root / "train/real/tr2z.png").read_bytes())
    found = run_scan(root)
    assert (found.duplicate_count, found.look_alike_count) == (1, 2)


def test_large_files_are_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise = np.random.default_rng(0).normal(0, 30, (200, 200, 3))
    for n in range(8):
        noisy = (np.asarray(photograph(n, 200)) + noise).clip(0, 255).astype(np.uint8)
        save(tmp_path / f"data/{('real', 'fake')[n % 2]}/a{n}b.png", Image.fromarray(noisy))
    settings = DataSettings(train=(tmp_path / "data",), validation_fraction=0.5)
    disk = DiskStore(tmp_path / "pictures.sqlite", 2**22)
    try:
        first = scan(settings, 0, RunControl(), lambda done, total: None, disk)
        monkeypatch.setattr("engine.data.scan.small_pictures.small_grey", lambda *_: pytest.fail("looked at again"))
        second = scan(settings, 0, RunControl(), lambda done, total: None, disk)
    finally:
        disk.close()
    assert first.compared == second.compared == 8
    assert first == second


def test_a_damaged_picture_is_not_compared_and_no_reason_to_fail(tmp_path: Path) -> None:
    for n in range(12):
        save(tmp_path / f"{('real', 'fake')[n % 2]}/k{n}v.png", photograph(n))
    path = tmp_path / "real/k0v.png"
    path.write_bytes(path.read_bytes()[:3000])
    found = run_scan(tmp_path)
    assert (found.compared, found.unreadable_count) == (11, 0)


def test_what_shows_a_judged_picture_is_no_picture_without_a_label(tmp_path: Path) -> None:
    """Saved again and under another name, it would teach what validation asks."""
    for split, first in (("train", 0), ("val", 10)):
        for number, name in enumerate(("real", "fake")):
            (tmp_path / "data" / split / name).mkdir(parents=True)
            for n in range(2):
                photograph(first + 2 * number + n).save(
                    tmp_path / "data" / split / name / f"{first + 2 * n + number}.png"
                )
    (more := tmp_path / "more").mkdir()
    CHANGES["cut, half and saved again"](photograph(10)).save(more / "seen elsewhere.png")
    photograph(40).save(more / "new.png")
    found = run_scan(tmp_path / "data", unlabelled=(more,))
    assert [Path(found.unlabelled.path(0)).name] == ["new.png"]
    assert [(item.kind, item.reason, item.count) for item in found.left_out] == [(*SHOWN_ALREADY, 1)]
