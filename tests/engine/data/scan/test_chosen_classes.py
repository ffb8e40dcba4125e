"""Classes that were chosen by path: they go before names, hold below, and leave out."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from engine.cli.sentences import sentences
from engine.data.scan.image_list import fingerprint
from engine.data.scan.left_out import BY_CHOICE
from engine.data.scan.scan import ScannedData
from engine.errors import UndecidedClassesError
from engine.events import LeftOut
from tests.engine.helpers.pictures import refused, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]
GERMAN = ("Echte Fotos/Kamera A", "Echte Fotos/Kamera B", "KI-Bilder/flux", "KI-Bilder/upscaler")
CHOSEN = {"Echte Fotos": "real", "KI-Bilder": "fake"}


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


def pictures(folders: Iterable[str], each: int = 10) -> list[str]:
    return [f"{folder}/{n:03}.png" for folder in folders for n in range(each)]


def labels(root: Path, found: ScannedData) -> dict[str, int]:
    return {e.path.parent.relative_to(root).as_posix(): e.label for e in found.train + found.validation + found.test}


def test_what_is_below_a_chosen_folder_inherits_its_class(make: Places) -> None:
    root = make(pictures(GERMAN))
    found = run_scan(root, classes=CHOSEN)
    assert labels(root, found) == {folder: int(folder.startswith("KI")) for folder in GERMAN}
    assert found.mapping == CHOSEN | {"Echte Fotos": 0, "KI-Bilder": 1}
    assert run_scan(root, classes={str(root / "Echte Fotos"): "real", "KI-Bilder": "fake"}).train == found.train


def test_the_folders_of_a_chosen_class_are_its_sources(make: Places) -> None:
    found = run_scan(make(pictures(GERMAN, 40)), classes=CHOSEN)
    assert {e.source for e in found.train} == {"all", "flux", "upscaler"}
    for label in (0, 1):
        held = sum(e.label == label for e in found.validation)
        assert 0.75 * 0.2 <= held / 80 <= 1.25 * 0.2
    assert {e.source for e in found.validation} == {"all", "flux", "upscaler"}


@pytest.mark.parametrize("above", ["", "KI/"])
def test_generators_side_by_side_that_were_chosen_each_are_sources(make: Places, above: str) -> None:
    folders = ("ffhq", "coco", *(f"{above}{name}" for name in ("flux", "sdxl", "midjourney")))
    chosen = {folder: "fake" if folder not in ("ffhq", "coco") else "real" for folder in folders}
    for changes in ({}, {"KI": "fake"}) if above else ({},):
        found = run_scan(make(pictures(folders)), classes=chosen | changes)
        sources = {e.source.rpartition("/")[2] for e in found.train if e.label}
        assert sources == {"flux", "sdxl", "midjourney"}
        assert {e.source for e in found.train if not e.label} == {"all"}


def test_a_choice_goes_before_names_and_a_deeper_one_before_a_higher(make: Places) -> None:
    root = make(pictures(["real/a", "real/b", "fake", "other/real", "other/x/y"]))
    found = run_scan(root, classes={"real/b": "fake", "other": "left out", "other/x": "real"})
    assert labels(root, found) == {"real/a": 0, "real/b": 1, "fake": 1, "other/x/y": 0}
    assert found.left_out == (LeftOut("", "other", BY_CHOICE, 10),)
    event = found.event()
    assert event.left_out == found.left_out
    assert any("10 other: left out by choice" in line for line in sentences(event))


def test_a_path_that_names_both_classes_can_be_decided(make: Places) -> None:
    root = make(pictures(["real", "fake", "fake/real"]))
    assert isinstance(refused(root), UndecidedClassesError)
    assert labels(root, run_scan(root, classes={"fake/real": "left out"})) == {"real": 0, "fake": 1}


def test_chosen_roots_go_by_their_own_names(make: Places) -> None:
    root = make(pictures(["Bilder/x", "Netz"]))
    for chosen in ({"Bilder": "real", "Netz": "fake"}, {str(root / "Bilder"): "real", str(root / "Netz"): "fake"}):
        found = run_scan((root / "Bilder", root / "Netz"), classes=chosen)
        assert labels(root, found) == {"Bilder/x": 0, "Netz": 1}


def test_splits_above_and_below_a_chosen_folder(make: Places) -> None:
    root = make(pictures(["train/Echt", "train/KI", "Echt/val", "KI/val"]))
    for chosen in ({"Echt": "real", "KI": "fake"}, {"train/Echt": "real", "val/KI": "fake"}):
        found = run_scan(root, classes=chosen)
        assert {e.path.parent.parent.name for e in found.train} == {"train"}
        assert {e.path.parent.name for e in found.validation} == {"val"}


def test_the_refusal_names_the_highest_folders_and_where_to_choose(make: Places) -> None:
    error = refused(make(pictures(GERMAN)))
    assert "neither class: Echte Fotos, KI-Bilder." in error.message
    assert "check --propose" in error.remedy
    assert "Classes…" in error.remedy
    assert (error.kind, error.setting) == ("data", "data.classes")


def test_everything_left_out_is_said(make: Places) -> None:
    root = make(pictures(["a", "b"]))
    assert (
        "All folders of the training images are left out: a, b"
        in refused(root, classes={"a": "left out", "b": "left out"}).message
    )


def test_labels_of_a_csv(make: Places) -> None:
    root = make([f"{n}.png" for n in range(30)])
    rows = [f"{n}.png,{('Foto', 'KI', 'weiß nicht')[n % 3]}" for n in range(30)]
    (root / "list.csv").write_text("\n".join(["path,label", *rows]), encoding="utf-8")
    assert isinstance(refused(root / "list.csv"), UndecidedClassesError)
    chosen = {"Foto": "real", (root / "list.csv" / "KI").as_posix(): "fake", "weiß nicht": "left out"}
    found = run_scan(root / "list.csv", classes=chosen)
    assert len(found.train) + len(found.validation) == 20
    assert all(e.label == int(e.path.stem) % 3 for e in found.train)
    assert found.left_out == (LeftOut("", "weiß nicht", BY_CHOICE, 10),)


def test_other_classes_are_another_data_set(make: Places) -> None:
    root = make(pictures(GERMAN))
    prints = {
        fingerprint(found.train + found.validation)
        for found in (run_scan(root, classes=c) for c in (CHOSEN, CHOSEN | {"KI-Bilder/flux": "left out"}))
    }
    assert len(prints) == 2
