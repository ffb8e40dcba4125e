"""The tree of what was found: counts, examples, proposals, and what remains open; proposals taken give the scan."""

import tomllib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from engine.control import RunControl
from engine.data.scan.class_lines import class_lines
from engine.data.scan.folder_tree import FoundFolder, choices_of, proposed, undecided, walk
from engine.data.scan.found_classes import find_classes
from engine.settings.data import DataSettings
from tests.engine.helpers.pictures import run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


def pictures(folders: str, each: int = 5) -> list[str]:
    return [f"{folder}/{n:03}.png" for folder in folders.split("|") for n in range(each)]


def found(*roots: Path, **settings: Any) -> tuple[FoundFolder, ...]:
    return find_classes(DataSettings(train=roots, **settings), RunControl())


def test_folders_are_counted_with_formats_sizes_and_examples(make: Places) -> None:
    root = make([*pictures("Echt/A|Echt/B"), "Echt/B/x.JPG"])
    rows = {folder.path: folder for folder, _ in walk(found(root), {})}
    assert {path: (row.images, row.here) for path, row in rows.items()} == {
        "data": (11, 0), "Echt": (11, 0), "Echt/A": (5, 5), "Echt/B": (6, 6),
    }  # fmt: skip
    assert rows["Echt"].formats == {"PNG": 10, "JPG": 1}
    assert rows["Echt/A"].size == "12 x 12"
    assert len(rows["Echt"].examples) == 4
    assert {path.parent.name for path in rows["Echt"].examples} == {"A", "B"}


@pytest.mark.parametrize(
    ("folders", "taken", "left"),
    [
        ("Echte Fotos/Kamera A|KI-Bilder/upscaler", {"Echte Fotos": "real", "KI-Bilder": "fake"}, []),
        ("ffhq|flux|sdxl|cats/a|cats/b", {"ffhq": "real", "flux": "fake", "sdxl": "fake"}, ["cats"]),
        ("real|fake|extra/midjourney", {"extra/midjourney": "fake"}, []),
        ("real|fake|2_partial", {}, ["2_partial"]),
        ("real|fake|fake/real", {}, ["fake/real"]),
        ("Echt/KI|Echt/Kamera|dogs", {}, ["Echt", "dogs"]),
        ("train/cats|train/dogs", {}, ["cats", "dogs"]),
        ("train/nature|train/ai|val/nature|val/ai", {"nature": "real", "ai": "fake"}, []),
    ],
)
def test_what_is_proposed_and_what_is_left_open(
    make: Places, folders: str, taken: dict[str, str], left: list[str]
) -> None:
    tree = found(make(pictures(folders)))
    assert proposed(tree, {}) == taken
    assert [folder.path for folder in undecided(tree, proposed(tree, {}))] == left


def test_choices_of_the_settings_hold_and_a_higher_one_answers_for_what_is_below(make: Places) -> None:
    root = make(pictures("a/x|a/y|b"))
    tree = found(root, classes={"a": "real", str(root / "b"): "left out"})
    assert {folder.name: kind for folder, kind in walk(tree, choices_of(tree))} == {
        "data": None, "a": "real", "x": "real", "y": "real", "b": "left out",
    }  # fmt: skip
    assert undecided(tree, choices_of(tree)) == []


def test_equal_paths_of_two_roots_are_written_in_full_unless_they_say_the_same(make: Places) -> None:
    root = make(pictures("one/Echt|one/x|one/y|two/Echt|two/x"))
    paths = {folder.path for folder, _ in walk(found(root / "one", root / "two"), {})}
    assert paths == {"one", "two", "Echt", "y", (root / "one/x").as_posix(), (root / "two/x").as_posix()}


def test_labels_of_a_csv_are_found_too(make: Places) -> None:
    root = make([f"{n}.png" for n in range(9)])
    rows = [f"{n}.png,{('Foto', 'KI', '')[n % 3]}" for n in range(9)]
    (root / "list.csv").write_text("\n".join(["path,label", *rows]), encoding="utf-8")
    tree = found(root / "list.csv")
    assert [(folder.name, folder.images, folder.size) for folder in tree[0].folders] == [
        ("Foto", 3, "12 x 12"), ("KI", 3, "12 x 12"), ("(empty)", 3, "12 x 12"),
    ]  # fmt: skip
    assert proposed(tree, {}) == {"Foto": "real", "KI": "fake"}
    assert [folder.path for folder in undecided(tree, proposed(tree, {}))] == ["(empty)"]


def test_what_is_proposed_can_be_pasted_and_gives_the_same_scan(make: Places) -> None:
    root = make(pictures("Echte Fotos/Kamera A|KI-Bilder/flux|KI-Bilder/x 'z' #1 = ü|Ordner.v2/Vorschau", 20))
    settings = DataSettings(train=(root,), classes={"Ordner.v2": "left out"})
    tree = find_classes(settings, RunControl())
    text = class_lines(tree)
    assert "# 20 images" in text
    pasted = tomllib.loads(f"[data]\ntrain = '{root.as_posix()}'\n\n{text}")["data"]["classes"]
    assert pasted == {**choices_of(tree), **proposed(tree, choices_of(tree))}
    assert run_scan(root, classes=pasted).mapping == {"Echte Fotos": 0, "KI-Bilder": 1}


def test_what_is_open_stands_in_the_lines_as_a_remark(make: Places) -> None:
    text = class_lines(found(make(pictures("Echt|dogs|2 partial"))))
    assert tomllib.loads(text) == {"data": {"classes": {"Echt": "real"}}}
    assert '# dogs = "left out"  # 5 images: 5 PNG, 12 x 12; real, fake or left out?' in text
