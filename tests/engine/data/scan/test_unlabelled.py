"""Pictures without labels: any folders or lists, each picture once and none of those that a run is judged on."""

import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from engine.cli.sentences import sentences
from engine.data.listing.left_out import JUDGED_ALREADY, LEARNED_ALREADY, LISTED_AGAIN, SHOWN_ALREADY, TWICE
from engine.data.scan.scan import ScannedData
from engine.report_card.account import data
from engine.report_card.measurements import Figures
from tests.engine.helpers.pictures import SPLIT, places, refused, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


@pytest.fixture
def others(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "others")


def reasons(found: ScannedData) -> dict[tuple[str, str, str], int]:
    return {(item.class_name, item.kind, item.reason): item.count for item in found.left_out}


def test_every_file_of_any_folder_is_used_or_left_out_with_its_reason(make: Places, others: Places) -> None:
    root = make(SPLIT)
    more = others(["real/a.png", "fake/deep/b.png", "val/c.webp", "d.png"])
    (more / "notes.txt").write_text("none", encoding="utf-8")
    (more / "fake/broken.png").write_bytes(b"no picture")
    found = run_scan(root, unlabelled=(more,), max_unreadable=0.5)
    assert places(more, found.unlabelled) == ["d.png", "fake/deep/b.png", "real/a.png", "val/c.webp"]
    assert set(found.unlabelled.labels) == {-1}
    assert found.mapping == {"real": 0, "fake": 1}
    split = found.event().splits[-1]
    assert (split.name, split.real, split.fake, split.unlabelled) == ("unlabelled", 0, 0, 4)
    assert split.sources == {"all": {"real": 0, "fake": 0, "unlabelled": 4}}
    left_out = reasons(found)
    assert sum(left_out.values()) == 2
    assert {kind for _, kind, _ in left_out} == {".txt", ".png"}
    assert {class_name for class_name, _, _ in left_out} == {""}


def test_a_picture_that_the_run_has_already_is_left_out_and_counted(make: Places, others: Places) -> None:
    root = make([*SPLIT, "test/real/t.png", "test/fake/t.png"])
    more = others([f"{n}.png" for n in range(100, 103)])
    for name, source in (
        ("judged", "val/real/0.png"),
        ("tested", "test/fake/t.png"),
        ("learned", "train/fake/1.png"),
    ):
        shutil.copy(root / source, more / f"{name}.png")
    shutil.copy(more / "100.png", more / "again.png")
    found = run_scan(root, unlabelled=(more, more))
    assert places(more, found.unlabelled) == ["100.png", "101.png", "102.png"]
    assert reasons(found) == {
        ("", *JUDGED_ALREADY): 2,
        ("", *LEARNED_ALREADY): 1,
        ("", *TWICE): 1,
        ("", *LISTED_AGAIN): 7,
    }


def test_the_folder_that_holds_everything_adds_what_has_no_label(make: Places) -> None:
    """Also where validation is split off, whose images are not taken either."""
    root = make(f"{name}/{n}.png" for name in ("real", "fake", "unsorted") for n in range(10))
    labelled = (root / "real", root / "fake")
    found = run_scan(labelled, unlabelled=(root,))
    assert places(root, found.unlabelled) == sorted(f"unsorted/{n}.png" for n in range(10))
    assert found.train == run_scan(labelled).train
    assert sum(item.count for item in found.left_out) == 20


def test_what_shows_a_judged_picture_by_its_name_is_left_out(make: Places, others: Places) -> None:
    root = make([*SPLIT, "val/real/bridge-0000-0096.png", "val/real/harbour.png"])
    more = others(["bridge-0192-0000.png", "harbour_sd.png", *(f"street {n}x.png" for n in range(40))])
    found = run_scan(root, unlabelled=(more,))
    assert len(found.unlabelled) == 40
    assert reasons(found) == {("", *SHOWN_ALREADY): 2}


def test_names_that_count_from_the_start_say_nothing(make: Places, others: Places) -> None:
    root = make(
        f"{split}/{name}/DSC_{n:04}.png" for split in ("train", "val") for name in ("real", "fake") for n in (1, 2)
    )
    found = run_scan(root, unlabelled=(others(f"DSC_{n:04}.png" for n in range(10)),))
    assert len(found.unlabelled) == 10
    assert not found.left_out


def test_a_list_needs_paths_alone(make: Places, others: Places) -> None:
    root, more = make(SPLIT), others(["a.png", "b/c.png"])
    for name, text in {"list.csv": "path\na.png\nb/c.png\n", "full.csv": "label;Path\nreal;b/c.png\n?;a.png\n"}.items():
        (more / name).write_text(text, encoding="utf-8")
        assert places(more, run_scan(root, unlabelled=(more / name,)).unlabelled) == ["a.png", "b/c.png"]


def test_what_cannot_be_used_is_told_beside_its_own_setting(make: Places, tmp_path: Path) -> None:
    root = make(SPLIT)
    (tmp_path / "empty").mkdir()
    (tmp_path / "list.csv").write_text("file\na.png\n", encoding="utf-8")
    for path, words in (("empty", "holds no"), ("absent", "does not exist"), ("list.csv", "lacks path;")):
        error = refused(root, unlabelled=(tmp_path / path,))
        assert error.setting == "data.unlabelled"
        assert words in error.message


def test_a_run_is_known_by_its_unlabelled_pictures_too(make: Places, others: Places) -> None:
    root, more = make(SPLIT), others(["a.png", "b.png"])
    alone, found = run_scan(root).fingerprint, run_scan(root, unlabelled=(more,)).fingerprint
    (more / "b.png").unlink()
    assert len({alone, found, run_scan(root, unlabelled=(more,)).fingerprint}) == 3


def test_check_and_report_card_tell_of_them(make: Places, others: Places) -> None:
    root, more = make(SPLIT), others(["a.png", "b.png"])
    alone, found = run_scan(root), run_scan(root, unlabelled=(more, root))
    assert "Unlabelled: 2, sources: others" in sentences(found.event())
    cards = [
        str(data(cast(Figures, SimpleNamespace(student=SimpleNamespace(data=d), fingerprints={}))))
        for d in (alone, found)
    ]
    assert ["unlabelled" in card for card in cards] == [False, True]
    assert "Of 18 files 10 are used and 8 are left out." in cards[1]
