"""The same picture twice: in overlapping folders, in two splits, in both classes."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from engine.events import from_json, to_json
from tests.engine.helpers.pictures import SPLIT, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]


def linked(link: Path, target: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("making links takes a privilege on Windows")
    link.symlink_to(target, target_is_directory=target.is_dir())


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


def test_equal_files_in_two_splits_are_found_by_content(make: Places) -> None:
    root = make([*SPLIT, "test/real/t.png", "test/fake/t.png"])
    shutil.copy(root / "train/real/0.png", root / "val/real/copy.png")
    shutil.copy(root / "train/real/0.png", root / "test/real/another.png")
    shutil.copy(root / "train/real/1.png", root / "train/real/same split.png")
    head = bytes(6000)
    (root / "train/real/long.bmp").write_bytes(head + b"a")  # equal size and beginning, another end
    (root / "val/real/long.bmp").write_bytes(head + b"b")
    found = run_scan(root, max_unreadable=0.5)
    expected = [
        (root / "train/real/0.png", root / "test/real/another.png"),
        (root / "train/real/0.png", root / "val/real/copy.png"),
    ]
    assert found.duplicates == tuple((str(first), str(second)) for first, second in expected)
    assert found.duplicate_count == 2


@pytest.mark.parametrize("also", ["train", "train/real", ".", "val/../train", "link"])
def test_folders_that_overlap_hold_each_file_once(make: Places, also: str) -> None:
    root = make(SPLIT)
    if also == "link":
        linked(root.parent / "link", root)
        also = "../link"
    alone = run_scan(root)
    for both in ((root, root / also), (root / also, root)):
        found = run_scan(both)
        for name, images, expected in (
            ("train", found.train, alone.train),
            ("validation", found.validation, alone.validation),
        ):
            assert sorted(entry.path.resolve() for entry in images) == [entry.path for entry in expected], name
        assert found.duplicate_count == 0


def test_overlapping_folders_hide_no_file_that_is_used_twice(make: Places) -> None:
    """A validation folder named as one for training, and a list that labels otherwise, stay."""
    root = make(SPLIT)
    assert run_scan((root, root / "val")).duplicate_count == 4
    (root / "list.csv").write_text(
        "path,label\ntrain/real/0.png,fake\n" + "val/real/0.png,real\n" * 3, encoding="utf-8"
    )
    assert len(run_scan((root, root / "list.csv")).train) == 6
    (root / "odd.csv").write_text("path,label\na\0b/x.png,fake\n", encoding="utf-8")
    assert run_scan((root, root / "odd.csv"), max_unreadable=0.5).unreadable_count == 1


@pytest.mark.parametrize("spelling", ["{}", "./{}", "train/../{}", "{root}/{}", "link/{}"])
def test_rows_that_name_a_file_again_count_once_and_are_told(make: Places, spelling: str) -> None:
    root = make(SPLIT)
    if spelling.startswith("link"):
        linked(root / "link", root)
    rows = [f"{place},{Path(place).parent.name}" for place in SPLIT]
    again = [spelling.format(row, root=root) for row in rows[:3]]
    (root / "list.csv").write_text("\n".join(["path,label", *rows, *again]), encoding="utf-8")
    found = run_scan(root / "list.csv", validation_fraction=0.5)
    assert len(found.train) + len(found.validation) == len(SPLIT)
    assert (found.repeated_count, len(found.repeated), found.duplicate_count) == (3, 3, 0)
    assert {Path(path).resolve() for path in found.repeated} == {root / place for place in SPLIT[:3]}
    assert found.event().repeated_count == 3
    (root / "other.csv").write_text("\n".join(["path,label", *rows, f"{SPLIT[0]},fake"]), encoding="utf-8")
    contradicting = run_scan(root / "other.csv", validation_fraction=0.5)
    assert (contradicting.repeated_count, contradicting.contradiction_count) == (0, 1)


def test_a_link_in_the_same_folder_is_the_file_that_it_leads_to(make: Places) -> None:
    root = make(SPLIT)
    linked(root / "train/real/again.png", root / "train/real/0.png")
    linked(root / "train/fake/more", root / "train/fake")
    linked(root / "train/fake/other class.png", root / "train/real/1.png")
    found = run_scan(root)
    assert (len(found.train), found.repeated_count) == (5, 1)
    assert (found.contradiction_count, found.duplicate_count) == (1, 0)


def test_folders_that_overlap_say_how_many_files_they_share(make: Places) -> None:
    root = make(SPLIT)
    assert run_scan((root, root / "train")).repeated_count == 4
    assert run_scan(root / "train", validation=(root / "val", root / "val")).repeated_count == 4


def test_equal_files_that_are_both_real_and_fake_are_found(make: Places) -> None:
    root = make([*SPLIT, *(f"train/{name}/{n}.png" for name in ("real", "fake") for n in (2, 3))])
    first, second = root / "train/real/0.png", root / "train/real/1.png"
    inside, across = root / "train/fake/same set.png", root / "val/fake/other set.png"
    for source, copy in ((first, inside), (first, root / "train/real/same class.png"), (second, across)):
        shutil.copy(source, copy)
    found = run_scan(root)
    expected = [(inside, first), (inside, root / "train/real/same class.png"), (second, across)]
    assert found.contradictions == tuple((str(one), str(other)) for one, other in expected)
    assert found.contradiction_count == 3
    assert found.duplicates == ((str(second), str(across)),)
    event = found.event()
    assert (event.contradictions, event.contradiction_count) == (found.contradictions, 3)
    old = json.loads(to_json(event))
    del old["contradictions"], old["contradiction_count"]
    assert from_json(json.dumps(old)) == replace(event, contradictions=(), contradiction_count=0)


def test_large_equal_beginnings_are_not_duplicates(make: Places) -> None:
    root = make(SPLIT)
    for split, last in (("train", 1), ("val", 2)):
        image = Image.new("RGB", (64, 64))
        image.putpixel((63, 0), (last, 0, 0))  # BMP stores the first row last
        image.save(root / split / "real" / "big.bmp")
    assert run_scan(root).duplicate_count == 0
