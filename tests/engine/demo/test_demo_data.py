"""The demo's data set: what lies in it, that it is the same every time, and that a broken one is never used."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from sklearn.metrics import roc_auc_score

from engine.control import StopRequestedError
from engine.demo.images import (
    SPLITS,
    TILE,
    DemoSplit,
    build_demo_data,
    chosen_tiles,
    demo_images,
    imitate,
    load_generator,
    read_photo,
)
from engine.errors import StorageError
from engine.models.loading.recognition import load_detector
from resources.paths import resource

FEW = (
    DemoSplit("train", "train/[cf]o*.webp", "nearest", "seen", tiles=6),
    DemoSplit("val", "val/ch*.webp", "nearest", "seen", tiles=4),
    DemoSplit("test/unseen_generator", "val/ch*.webp", "transposed", "unseen", tiles=2, offset=TILE // 2),
)
IMAGES = 2 * (6 + 4 + 2)


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    counted: list[tuple[int, int]] = []
    first = build_demo_data(tmp_path / "a", progress=lambda *step: counted.append(step), splits=FEW)
    second = build_demo_data(tmp_path / "b", splits=FEW)
    assert contents(first.folder) == contents(second.folder)
    assert len(list(first.folder.rglob("*.jpg"))) == IMAGES
    assert counted == [(done, IMAGES) for done in range(1, IMAGES + 1)]
    assert [path.name for path in (tmp_path / "a").iterdir()] == [first.folder.name]


def test_real_and_fake_files_differ_in_nothing_but_the_picture(tmp_path: Path) -> None:
    folder = build_demo_data(tmp_path, splits=FEW).folder
    for split in FEW:
        real, fake = (sorted((folder / split.folder / label).iterdir()) for label in ("real", "fake"))
        assert [path.name for path in real] == [path.name for path in fake]
        assert len({encoding(path) for path in real + fake}) == 1
        assert all(a.read_bytes() != b.read_bytes() for a, b in zip(real, fake, strict=True))


def encoding(path: Path) -> tuple[object, ...]:
    with Image.open(path) as image:
        tables = tuple(map(tuple, image.quantization.values()))  # type: ignore[attr-defined]
        return image.format, image.mode, image.size, tables, tuple(sorted(image.info))


def test_no_photograph_is_in_two_splits() -> None:
    train, val, unseen = (set(chosen_tiles(split)) for split in SPLITS)
    assert len(train) >= 10
    assert not train & (val | unseen)
    assert {path.stem for path in train}.isdisjoint(path.stem for path in val | unseen)


def test_full_size_as_promised() -> None:
    tiles = [sum(map(len, chosen_tiles(split).values())) for split in SPLITS]
    assert 1000 <= 2 * tiles[0] <= 1600
    assert 400 <= 2 * tiles[1] <= 600
    assert 300 <= 2 * tiles[2] <= 400


def test_the_unseen_generator_serves_one_split_only() -> None:
    unseen = {split.folder for split in SPLITS if split.generator == "unseen"}
    assert unseen == {"test/unseen_generator"}
    assert {split.upsampling for split in SPLITS if split.generator == "seen"} == {"nearest"}


def test_a_complete_build_is_reused(tmp_path: Path) -> None:
    folder = build_demo_data(tmp_path, splits=FEW).folder
    written = (folder / "complete.json").stat().st_mtime_ns
    calls: list[int] = []
    assert build_demo_data(tmp_path, lambda done, total: calls.append(done), splits=FEW).folder == folder
    assert (folder / "complete.json").stat().st_mtime_ns == written
    assert calls == []


def test_a_build_that_another_process_finished_first_is_left_to_it(tmp_path: Path) -> None:
    written: list[int] = []

    def other_process(done: int, total: int) -> None:
        if done == total:
            folder = build_demo_data(tmp_path, splits=FEW).folder
            written.append((folder / "complete.json").stat().st_ino)

    folder = build_demo_data(tmp_path, other_process, splits=FEW).folder
    assert [(folder / "complete.json").stat().st_ino] == written
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("damage", ["missing image", "changed image", "no marker", "broken marker"])
def test_a_broken_build_is_made_again(tmp_path: Path, damage: str) -> None:
    folder = build_demo_data(tmp_path, splits=FEW).folder
    before = contents(folder)
    image = next(folder.rglob("*.jpg"))
    match damage:
        case "missing image":
            image.unlink()
        case "changed image":
            image.write_bytes(image.read_bytes()[:-10])
        case "no marker":
            (folder / "complete.json").unlink()
        case _:
            (folder / "complete.json").write_text("{", encoding="utf-8")
    assert contents(build_demo_data(tmp_path, splits=FEW).folder) == before


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(StopRequestedError):
        build_demo_data(tmp_path, should_stop=lambda: True, splits=FEW)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageError):
        build_demo_data(blocked, splits=FEW)


@pytest.mark.parametrize("split", FEW[1:], ids=lambda split: split.upsampling)
def test_imitating_by_strips_leaves_no_seams(split: DemoSplit) -> None:
    photo = read_photo(resource("demo", "photos", "val", "china.webp"))
    assert photo.shape[0] > TILE
    generator = load_generator(split)
    with torch.inference_mode():
        whole = generator(torch.from_numpy(photo.copy()).permute(2, 0, 1)[None] / 255)[0]
    expected = (whole * 255).round().permute(1, 2, 0).numpy()
    assert np.abs(imitate(photo, generator) - expected).max() <= 1


def test_every_photograph_is_listed_with_author_and_licence() -> None:
    demo = resource("demo")
    rows = (demo / "LICENCES.md").read_text(encoding="utf-8").splitlines()
    for photo in (demo / "photos").rglob("*.webp"):
        row = next(row for row in rows if f"| {photo.relative_to(demo).as_posix()} |" in row)
        author, licence = row.split("|")[2:4]
        assert author.strip()
        assert licence.strip().startswith(("CC0", "CC-BY", "public domain"))


def test_everything_shipped_is_at_most_8_mb() -> None:
    assert sum(path.stat().st_size for path in resource("demo").rglob("*") if path.is_file()) <= 8 * 2**20


def test_the_teacher_tells_fakes_from_photographs_it_never_saw() -> None:
    teacher = load_detector(resource("demo", "weights", "teacher.safetensors"))
    assert (teacher.geometry.field, teacher.filter_name) == (9, "NPR")
    split = DemoSplit("val", "val/[cn]*.webp", "nearest", "seen", tiles=40)
    labels, images = [], []
    for name, pixels in demo_images({split: chosen_tiles(split)}):
        labels.append("/fake/" in name)
        images.append(torch.from_numpy(pixels.copy()).permute(2, 0, 1))
    with torch.inference_mode():
        scores = teacher(torch.stack(images)).mean((1, 2, 3))
    assert roc_auc_score(labels, scores.numpy()) >= 0.95
