"""Folders and CSVs as users have them: labels, splits and sources, never guessed."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from engine.control import RunControl
from engine.data.listing.walking import image_folders
from tests.engine.helpers.pictures import SPLIT, places, refused, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


@pytest.mark.parametrize("validation", ["val", "valid", "validation", "Val"])
@pytest.mark.parametrize("names", [("real", "fake"), ("0_real", "1_fake"), ("REAL", "Fake")])
def test_split_and_class_folders(make: Places, validation: str, names: tuple[str, str]) -> None:
    root = make(f"{split}/{name}/{n}.png" for split in ("train", validation) for name in names for n in range(3))
    found = run_scan(root)
    assert found.mapping == {names[0]: 0, names[1]: 1}
    assert len(found.train) == len(found.validation) == 6
    assert not found.test
    for entry in found.train + found.validation:
        assert entry.label == int(entry.path.parent.name == names[1])
        assert entry.source == "all"
        assert entry.size == entry.path.stat().st_size


@pytest.mark.parametrize(
    ("layout", "source"),
    [
        ("{split}/{name}/x.png", "all"),
        ("{split}/face/{name}/x.png", "face"),
        ("{split}/face/{name}/sub/deeper/x.png", "face"),
        ("{split}/web/2024/{name}/x.png", "web/2024"),
        ("progan/{split}/{name}/x.png", "progan"),
        ("{name}/{split}/x.png", "all"),
        ("set/{split}/face/{name}/x.png", "set/face"),
    ],
)
def test_nesting_of_split_source_and_class(make: Places, layout: str, source: str) -> None:
    root = make(
        layout.format(split=split, name=name) for split in ("train", "val", "test") for name in ("real", "fake")
    )
    found = run_scan(root)
    for split, entries in (("train", found.train), ("val", found.validation), ("test", found.test)):
        expected = sorted(layout.format(split=split, name=name) for name in ("real", "fake"))
        assert places(root, entries) == expected
        assert [entry.label for entry in entries] == [int("fake" in place) for place in expected]
        assert {entry.source for entry in entries} == {source}


def test_own_class_names_in_any_language(make: Places) -> None:
    root = make(f"{split}/{name}/{n}.jpg" for split in ("train", "val") for name in ("Echt", "ГАН") for n in range(2))
    found = run_scan(root, real_names=("echt",), fake_names=("ган",))
    assert found.mapping == {"Echt": 0, "ГАН": 1}


def test_unknown_class_folders_are_named_and_never_guessed(make: Places) -> None:
    error = refused(make(["train/cats/a.png", "train/dogs/b.png"]))
    assert "train/cats, train/dogs" in error.message
    assert "real, 0_real" in error.message
    assert "Rename" in error.remedy  # `evaluate` and `export --data` have no settings
    assert "data.real_names" in error.remedy


def test_a_third_class_beside_the_known_ones_is_refused(make: Places) -> None:
    assert "train/2_partial" in refused(make([*SPLIT, "train/2_partial/a.png"])).message


def test_a_path_that_names_both_classes_is_refused(make: Places) -> None:
    assert "fake/real" in refused(make([*SPLIT, "train/fake/real/a.png"])).message


def test_pictures_beside_the_class_folders_are_counted_not_used(make: Places) -> None:
    root = make([*SPLIT, "preview.png", "train/sheet.png"])
    found = run_scan(root, max_unreadable=0.5)
    assert len(found.train) == 4
    assert found.unreadable_count == 2
    assert all(text.endswith("lies in no folder of a class") for text in found.unreadable)


def test_the_roots_own_name_can_be_the_class(make: Places) -> None:
    root = make(f"{name}/{n}.png" for name in ("0_real", "1_fake") for n in range(10))
    found = run_scan((root / "0_real", root / "1_fake"))
    assert {entry.label for entry in found.train} == {0, 1}
    assert {entry.source for entry in found.train} == {"all"}
    assert len(found.train) + len(found.validation) == 20


def test_several_roots_are_told_apart_as_sources(make: Places) -> None:
    root = make(
        f"{s}/{split}/{name}/x.png" for s in ("a", "b") for split in ("train", "val") for name in ("real", "fake")
    )
    found = run_scan((root / "a", root / "b"))
    assert [entry.source for entry in found.train] == ["a", "a", "b", "b"]


def test_folders_in_the_settings_take_the_place_of_those_inside(make: Places) -> None:
    root = make([*SPLIT, *(f"other/{name}/{n}.png" for name in ("real", "fake") for n in range(3)), "test/real/a.png"])
    found = run_scan(root / "train", validation=root / "other", test=root / "test")
    assert {place.split("/")[0] for place in places(root, found.validation)} == {"other"}
    assert places(root, found.test) == ["test/real/a.png"]
    again = run_scan(root / "train", validation=root, real_names=("real",), fake_names=("fake",), test=root)
    assert places(root, again.test)[-1] == "test/real/a.png"


def test_a_folder_of_another_split_only_is_refused(make: Places) -> None:
    error = refused(make(place.replace("train", "test").replace("val", "test") for place in SPLIT))
    assert "No train images" in error.message
    assert "test" in error.message


def test_all_kinds_of_pictures_and_nothing_else(make: Places) -> None:
    names = ["a.jpg", "b.JPEG", "c.png", "d.WebP", "e.bmp", "f.tif", "g.TIFF"]
    root = make(f"{split}/{name}/{file}" for split in ("train", "val") for name in ("real", "fake") for file in names)
    for extra in ("notes.txt", ".hidden.png", "Thumbs.db"):
        (root / "train" / "real" / extra).write_bytes(b"no picture")
    shutil.copytree(root / "train" / "fake", root / "train" / "real" / ".thumbnails")
    found = run_scan(root)
    assert [entry.path.name for entry in found.train] == names * 2
    assert found.unreadable_count == 0
    assert found.formats == {
        kind: (n, n) for kind, n in (("BMP", 1), ("JPEG", 2), ("PNG", 1), ("TIFF", 2), ("WEBP", 1))
    }
    assert found.sizes == {"12 x 12": (7, 7)}


def test_long_and_foreign_names(make: Places) -> None:
    deep = "/".join(["ein sehr langer Ordnername mit Ümläuten und 漢字"] * 5)
    root = make([*SPLIT, f"train/real/{deep}/ß ñ.png"])
    assert len(run_scan(root).train) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege on Windows")
def test_link_loops(make: Places) -> None:
    root = make(SPLIT)
    (root / "train" / "real" / "loop").symlink_to(root / "train", target_is_directory=True)
    (root / "train" / "real" / "self.png").symlink_to("self.png")
    found = run_scan(root, max_unreadable=0.2)
    assert len(found.train) == 4
    assert found.unreadable_count == 1
    assert "self.png" in found.unreadable[0]


def test_drives_that_do_not_number_their_folders(make: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some network drives on Windows: a folder in another one is none that leads back to it."""
    root = make(SPLIT)
    if sys.platform != "win32":
        (root / "train" / "real" / "loop").symlink_to(root / "train", target_is_directory=True)

    def without_number(path: Path) -> os.stat_result:
        found = os.stat(path)  # noqa: PTH116
        return os.stat_result((found[0], 0, *found[2:10]))

    monkeypatch.setattr(Path, "stat", without_number)
    assert len(list(image_folders(root, RunControl()))) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_called_png_does_not_hang_the_scan(make: Places) -> None:
    root = make(SPLIT)
    os.mkfifo(root / "train" / "real" / "pipe.png")
    assert len(run_scan(root).train) == 4


def test_the_order_is_by_path_whatever_the_file_system(make: Places) -> None:
    names = ["b", "a-c", "a/x", "a", "Z", "ä", "10", "9"]
    root = make(f"{split}/{name}/{n}.png" for split in ("train", "val") for name in ("real", "fake") for n in names)
    listed = places(root, run_scan(root).train)
    assert listed == sorted(listed)
    assert len(listed) == 16


def write_csv(root: Path, lines: list[str], encoding: str = "utf-8", name: str = "list.csv") -> Path:
    (root / name).write_text("\n".join(lines) + "\n", encoding=encoding)
    return root / name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_with_split_and_group(make: Places, encoding: str, separator: str) -> None:
    root = make(["a/ä 1.png", "a/2.png", "b/3.png", "b/4.png", "c/5.png"])
    rows = [
        ("Path", "LABEL", "split", "group"),
        ("a/ä 1.png", "real", "train", "g1"),
        ("a/2.png", "Fake", "train", "g2"),
        (str(root / "b/3.png"), "real", "val", ""),
        ("b/4.png", "fake", "valid", ""),
        ("c/5.png", "1_fake", "test", ""),
    ]
    found = run_scan(write_csv(root, [separator.join(row) for row in rows], encoding))
    assert sorted(places(root, found.train)) == ["a/2.png", "a/ä 1.png"]
    assert places(root, found.validation) == ["b/3.png", "b/4.png"]
    assert places(root, found.test) == ["c/5.png"]
    assert [(entry.label, entry.group) for entry in found.train] == [(1, "g2"), (0, "g1")]
    assert found.mapping == {"real": 0, "1_fake": 1, "Fake": 1, "fake": 1}


def test_a_csv_without_split_is_split_by_its_groups(make: Places) -> None:
    files = [f"{n}.png" for n in range(20)]
    root = make(files)
    rows = [f"{file},{('real', 'fake')[n % 2]},g{n // 4},web" for n, file in enumerate(files)]
    found = run_scan(write_csv(root, ["path,label,group,source", *rows]))
    assert {entry.source for entry in found.train} == {"web"}
    assert len({entry.group for entry in found.validation}) == 1
    assert not {entry.group for entry in found.train} & {entry.group for entry in found.validation}


def test_a_csv_entry_that_does_not_exist_is_unreadable(make: Places) -> None:
    files = [f"{n}.png" for n in range(40)]
    root = make(files)
    rows = [f"{file},{('real', 'fake')[n % 2]}" for n, file in enumerate(files)]
    found = run_scan(write_csv(root, ["path,label", *rows, "gone.png,real"]))
    assert found.unreadable == (f"{root / 'gone.png'}: the file does not exist",)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["file,kind", "a.png,real"], "lacks path or label"),
        (["path,label"], "no rows"),
        (["path,label", "a.png"], "Line 2"),
        (["path,label", "a.png,0", "b.png,1"], "neither class: 0, 1"),
        (["path,label", ",real"], "Line 2"),
        (["path,label,split", "a.png,real,holdout"], "'holdout'"),
        ([""], "no rows"),
        (["", "path,label", "", "a.png"], "Line 4"),
        (["path,label", "a.png,"], "neither class: (empty)"),
        (["path,label", 'a.png,"real'], "cannot be read"),
    ],
)
def test_a_csv_that_is_no_data_set_says_why(tmp_path: Path, lines: list[str], words: str) -> None:
    assert words in refused(write_csv(tmp_path, lines)).message


def test_a_csv_in_another_encoding_says_so(tmp_path: Path) -> None:
    error = refused(write_csv(tmp_path, ["path,label", "ä.png,real"], "cp1252"))
    assert "no text in UTF-8" in error.message
    assert "UTF-8" in error.remedy


def test_empty_lines_and_those_of_blanks_are_no_rows(make: Places) -> None:
    files = [f"{n}.png" for n in range(20)]
    root = make(files)
    rows = [f"{file},{('real', 'fake')[n % 2]}" for n, file in enumerate(files)]
    found = run_scan(write_csv(root, ["", " ", "path,label", "", *rows, "  ", ",", ""]))
    assert len(found.train) + len(found.validation) == 20
