"""Folders and CSVs as users have them: labels, splits, sources, groups, duplicates, and sentences where it fails."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.control import RunControl, StopRequestedError
from engine.data.scan import ImageEntry, ScannedData, fingerprint, scan, scan_test
from engine.data.splitting import choose_groups
from engine.errors import DataError
from engine.events import from_json, to_json
from engine.settings.data import DataSettings

Places = Callable[[Iterable[str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Places:
    """Writes pictures of different content at these places below a folder."""
    root = tmp_path / "data"
    root.mkdir()

    def write(places: Iterable[str]) -> Path:
        for number, place in enumerate(places):
            path = root / place
            path.parent.mkdir(parents=True, exist_ok=True)
            shade = (number % 256, number // 256, len(place) % 256)
            Image.new("RGB", (4, 4), shade).save(path)
        return root

    return write


def run_scan(train: Path | tuple[Path, ...] = (), seed: int = 0, **settings: Any) -> ScannedData:
    return scan(DataSettings(train=train, **settings), seed, RunControl(), lambda done, total: None)


def places(root: Path, entries: Iterable[ImageEntry]) -> list[str]:
    return [entry.path.relative_to(root).as_posix() for entry in entries]


def refused(train: Path | tuple[Path, ...] = (), **settings: Any) -> DataError:
    with pytest.raises(DataError) as caught:
        run_scan(train, **settings)
    assert caught.value.remedy.endswith(".")
    return caught.value


SPLIT = [f"{split}/{name}/{n}.png" for split in ("train", "val") for name in ("real", "fake") for n in range(2)]


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
    assert found.sizes == {"4 x 4": (7, 7)}


def test_link_loops_and_long_and_foreign_names(make: Places) -> None:
    deep = "/".join(["ein sehr langer Ordnername mit Ümläuten und 漢字"] * 5)
    root = make([*SPLIT, f"train/real/{deep}/ß ñ.png"])
    (root / "train" / "real" / "loop").symlink_to(root / "train", target_is_directory=True)
    (root / "train" / "real" / "self.png").symlink_to("self.png")
    found = run_scan(root, max_unreadable=0.2)
    assert len(found.train) == 5
    assert found.unreadable_count == 1
    assert "self.png" in found.unreadable[0]


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


def test_unreadable_files_are_skipped_counted_and_listed(make: Places) -> None:
    root = make([*SPLIT, *(f"train/real/x{n}.png" for n in range(96))])
    (root / "train/real/x1.png").write_bytes(b"")
    (root / "train/real/x2.png").write_text("hello", encoding="utf-8")
    (root / "train/real/x3.png").unlink()
    (root / "train/real/x3.png").symlink_to("nowhere.png")
    Image.new("L", (2000, 2000)).save(root / "train/real/x4.png")
    found = run_scan(root, max_megapixels=1)
    assert found.unreadable_count == 4
    reasons = [text.split(".png: ")[1] for text in found.unreadable if ".png: " in text]
    assert reasons[0] == "the file is empty"
    assert reasons[1].startswith("not a JPEG")
    assert "does not exist" in reasons[2]
    assert reasons[3].startswith("4.0 megapixels")
    assert len(found.train) == 96
    error = refused(root, max_megapixels=1, max_unreadable=0.03)
    assert error.message.startswith("4 of 104 images cannot be read")
    assert "x1.png: the file is empty" in error.message


def test_what_was_found_becomes_an_event_that_survives_json(make: Places) -> None:
    root = make([place.replace("/", "/web/", 1) for place in SPLIT])
    bad = os.fsencode(root / "train" / "web" / "real") + b"/\xff.png"
    Path(os.fsdecode(bad)).write_bytes(b"")  # a name that is no UTF-8
    event = run_scan(root, max_unreadable=0.5).event()
    assert [(split.name, split.real, split.fake) for split in event.splits] == [("train", 2, 2), ("validation", 2, 2)]
    assert event.splits[0].sources == {"web": {"real": 2, "fake": 2}}
    assert event.unreadable_count == 1
    line = to_json(event)
    line.encode("utf-8")
    assert from_json(line) == event


def test_what_is_missing_or_empty_gets_a_sentence(make: Places, tmp_path: Path) -> None:
    root = make(SPLIT)
    (tmp_path / "empty").mkdir()
    (tmp_path / "weights.pth").write_bytes(b"x")
    assert "No training images are chosen" in refused().message
    assert "does not exist" in refused(tmp_path / "gone").message
    assert "holds no JPEG" in refused(tmp_path / "empty").message
    assert "is a file" in refused(tmp_path / "weights.pth").message
    assert "does not exist" in refused(root, validation=tmp_path / "gone").message


def test_one_class_only_is_refused(make: Places) -> None:
    root = make([*SPLIT, "one/fake/a.png", "one/fake/b.png"])
    assert "no real training images" in refused(root / "one").message
    assert "no real validation images" in refused(root / "train", validation=root / "one").message


def test_test_images_alone_for_an_evaluation(make: Places) -> None:
    root = make(["progan/0_real/a.png", "progan/1_fake/b.png", "sdxl/1_fake/c.png"])
    settings = DataSettings(test=(root,))
    found = scan_test(settings, RunControl(), lambda done, total: None)
    assert [(entry.source, entry.label) for entry in found.test] == [("progan", 0), ("progan", 1), ("sdxl", 1)]
    assert found.train == found.validation == ()


def unsplit(sources: int, images: int = 4) -> list[str]:
    return [f"s{s}/{name}/{n}.png" for s in range(sources) for name in ("real", "fake") for n in range(images)]


def test_an_unsplit_folder_is_split_by_source_from_the_seed(make: Places) -> None:
    root = make(unsplit(sources=10))
    found = run_scan(root, validation_fraction=0.3)
    train, validation = ({entry.group for entry in entries} for entries in (found.train, found.validation))
    assert len(validation) == 3
    assert not train & validation
    assert train | validation == {f"s{n}" for n in range(10)}
    assert run_scan(root, validation_fraction=0.3) == found
    others = [{entry.group for entry in run_scan(root, seed, validation_fraction=0.3).validation} for seed in range(5)]
    assert len({frozenset(groups) for groups in others}) > 1


def test_one_source_is_split_by_the_folders_below_the_class(make: Places) -> None:
    root = make(f"{name}/video{v}/{n}.png" for name in ("real", "fake") for v in range(5) for n in range(4))
    found = run_scan(root)
    train, validation = ({entry.path.parent.name for entry in part} for part in (found.train, found.validation))
    assert len(validation) == 1
    assert not train & validation


def test_one_flat_folder_is_split_by_the_beginning_of_file_names(make: Places) -> None:
    root = make(f"{name}/photo{p}_{n}.png" for name in ("real", "fake") for p in range(10) for n in range(5))
    found = run_scan(root)
    train, validation = ({entry.path.name.split("_")[0] for entry in part} for part in (found.train, found.validation))
    assert len(validation) == 2
    assert not train & validation


def test_plain_numbers_as_names_are_split_with_their_pairs(make: Places) -> None:
    root = make(f"{name}/{n:05}.png" for name in ("real", "fake") for n in range(20))
    found = run_scan(root)
    assert len(found.validation) == 8
    assert not {entry.path.name for entry in found.train} & {entry.path.name for entry in found.validation}


def test_a_source_of_one_class_only_cannot_be_held_out_alone(make: Places) -> None:
    root = make(
        [*(f"ffhq/real/{n}.png" for n in range(10)), *(f"g{s}/fake/{n}.png" for s in range(4) for n in range(5))]
    )
    found = run_scan(root)
    for entries in (found.train, found.validation):
        assert {entry.label for entry in entries} == {0, 1}


def test_too_few_groups_to_split_is_refused(make: Places) -> None:
    error = refused(make(["real/a.png", "fake/b.png"]))
    assert "both classes on both sides" in error.message


LABELS = st.sampled_from([{0}, {1}, {0, 1}])


@given(
    st.dictionaries(st.text("abcdef", min_size=1), LABELS, min_size=1, max_size=12),
    st.floats(0.05, 0.5),
    st.integers(0, 99),
)
def test_chosen_groups_leave_both_classes_on_both_sides(
    groups: dict[str, set[int]], fraction: float, seed: int
) -> None:
    chosen = choose_groups(groups, fraction, seed)
    both = sum(labels == {0, 1} for labels in groups.values())
    real, fake = (sum(labels == {label} for labels in groups.values()) + both for label in (0, 1))
    assert chosen <= set(groups)
    if chosen:
        for side in (chosen, set(groups) - chosen):
            assert set().union(*(groups[name] for name in side)) == {0, 1}
    else:
        assert min(real, fake) < 2 or len(groups) < 4


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
        ([""], "lacks path or label"),
        (["path,label", 'a.png,"real'], "cannot be read"),
    ],
)
def test_a_csv_that_is_no_data_set_says_why(tmp_path: Path, lines: list[str], words: str) -> None:
    assert words in refused(write_csv(tmp_path, lines)).message


def test_a_csv_in_another_encoding_says_so(tmp_path: Path) -> None:
    error = refused(write_csv(tmp_path, ["path,label", "ä.png,real"], "cp1252"))
    assert "UTF-8" in error.remedy


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


def test_large_equal_beginnings_are_not_duplicates(make: Places) -> None:
    root = make(SPLIT)
    for split, last in (("train", 1), ("val", 2)):
        image = Image.new("RGB", (64, 64))
        image.putpixel((63, 0), (last, 0, 0))  # BMP stores the first row last
        image.save(root / split / "real" / "big.bmp")
    assert run_scan(root).duplicate_count == 0


def test_progress_counts_every_picture_and_a_stop_is_heard(make: Places) -> None:
    root = make([*SPLIT, *(f"train/real/x{n}.png" for n in range(250))])
    seen: list[tuple[int, int]] = []
    scan(DataSettings(train=(root,)), 0, RunControl(), lambda done, total: seen.append((done, total)))
    assert seen == [(100, 258), (200, 258), (258, 258)]
    control = RunControl()

    def stop(done: int, total: int) -> None:
        control.stop()
        assert done == 100

    with pytest.raises(StopRequestedError):
        scan(DataSettings(train=(root,)), 0, control, stop)


def test_the_fingerprint_survives_a_move_and_notices_changes(make: Places, tmp_path: Path) -> None:
    root = make(SPLIT)
    before = fingerprint(run_scan(root).train)
    moved = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(root, moved)
    assert fingerprint(run_scan(moved).train) == before
    swapped = run_scan(root, real_names=("fake",), fake_names=("real",))
    assert fingerprint(swapped.train) != before
    (moved / "train/real/0.png").rename(moved / "train/real/00.png")
    assert fingerprint(run_scan(moved).train) != before
    Image.effect_noise((64, 64), 50).save(root / "train/real/0.png")
    assert fingerprint(run_scan(root).train) != before
    assert len(fingerprint([])) == 64
