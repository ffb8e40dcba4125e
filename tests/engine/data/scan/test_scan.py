"""From folders to the images of a run: what is skipped, split off, found twice, and refused in a sentence."""

import gc
import os
import shutil
import sys
import tracemalloc
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.control import RunControl, StopRequestedError
from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageList
from engine.data.scan.scan import fingerprint, scan, scan_test
from engine.data.scan.splitting import choose_groups
from engine.events import from_json, to_json
from engine.settings.data import DataSettings
from tests.engine.helpers.pictures import SPLIT, refused, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


def test_unreadable_files_are_skipped_counted_and_listed(make: Places) -> None:
    root = make([*SPLIT, *(f"train/real/x{n}.png" for n in range(96))])
    (root / "train/real/x1.png").write_bytes(b"")
    (root / "train/real/x2.png").write_text("hello", encoding="utf-8")
    Image.new("L", (2000, 2000)).save(root / "train/real/x3.png")
    found = run_scan(root, max_megapixels=1)
    assert found.unreadable_count == 3
    reasons = [text.split(".png: ")[1] for text in found.unreadable if ".png: " in text]
    assert reasons[0] == "the file is empty"
    assert reasons[1].startswith("not a JPEG")
    assert reasons[2].startswith("4.0 megapixels")
    assert len(found.train) == 97
    error = refused(root, max_megapixels=1, max_unreadable=0.02)
    assert error.message.startswith("3 of 104 images cannot be read")
    assert "x1.png: the file is empty" in error.message


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege on Windows")
def test_a_link_to_nowhere_is_unreadable(make: Places) -> None:
    root = make(SPLIT)
    (root / "train/real/link.png").symlink_to("nowhere.png")
    found = run_scan(root, max_unreadable=0.5)
    assert found.unreadable_count == 1
    assert "does not exist" in found.unreadable[0]


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 on Windows")
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


def test_validation_images_of_which_none_can_be_read_are_not_replaced_by_training_images(make: Places) -> None:
    numbers = range(40)
    root = make([f"train/{label}/{n}.png" for label in ("real", "fake") for n in numbers])
    for label in ("real", "fake"):
        (root / "val" / label).mkdir(parents=True)
        (root / "val" / label / "0.png").write_bytes(b"")
    assert "None of the validation images can be read" in refused(root).message


def test_test_images_alone_for_an_evaluation(make: Places) -> None:
    root = make(["progan/0_real/a.png", "progan/1_fake/b.png", "sdxl/1_fake/c.png"])
    settings = DataSettings(test=(root,))
    found = scan_test(settings, RunControl(), lambda done, total: None)
    assert [(entry.source, entry.label) for entry in found.test] == [("progan", 0), ("progan", 1), ("sdxl", 1)]
    assert found.train == found.validation == ()


def unsplit(sources: int, images: int = 4) -> list[str]:
    return [f"s{s}/{name}/{n}.png" for s in range(sources) for name in ("real", "fake") for n in range(images)]


def test_an_unsplit_folder_is_split_within_each_source_from_the_seed(make: Places) -> None:
    root = make(unsplit(sources=10))
    found = run_scan(root, validation_fraction=0.3)
    train, validation = ({entry.source for entry in entries} for entries in (found.train, found.validation))
    assert train == validation == {f"s{n}" for n in range(10)}
    assert len(found.validation) == 24
    pairs = [{(e.source, e.path.name) for e in entries} for entries in (found.train, found.validation)]
    assert not pairs[0] & pairs[1]
    assert run_scan(root, validation_fraction=0.3) == found
    others = [tuple(e.path for e in run_scan(root, seed, validation_fraction=0.3).validation) for seed in range(5)]
    assert len(set(others)) > 1


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
    names = sorted(groups)
    numbers, labels = np.array([(n, label) for n, name in enumerate(names) for label in sorted(groups[name])]).T
    taken = choose_groups(numbers, labels, labels, fraction, seed)
    chosen = {name for name, is_taken in zip(names, taken, strict=True) if is_taken}
    both = sum(labels == {0, 1} for labels in groups.values())
    real, fake = (sum(labels == {label} for labels in groups.values()) + both for label in (0, 1))
    if chosen:
        for side in (chosen, set(groups) - chosen):
            assert set().union(*(groups[name] for name in side)) == {0, 1}
    else:
        assert min(real, fake) < 2 or len(groups) < 4


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


def test_entries_come_back_from_columns_as_they_went_in() -> None:
    entries = [ImageEntry(Path(f"f{n % 3}") / f"{n}.png", n % 2, f"s{n % 2}", "g", n) for n in range(10)]
    images = ImageList.of(entries)
    assert images == entries
    assert images[-1] == entries[-1]
    assert images[2:7] == entries[2:7]
    assert images + images == entries * 2
    assert images.take(np.array([7, 1])) == [entries[7], entries[1]]
    assert images != entries[:9]
    assert images.labels.tolist() == [entry.label for entry in entries]
    with pytest.raises(IndexError):
        images[10]


def csv_of_copies(root: Path, rows: int) -> Path:
    """A list of copies of four pictures, each of these a group of its own."""
    file, lines = root / f"{rows}.csv", ["path,label,group"]
    for name in ("real", "fake"):
        originals = [(root / "train" / name / f"{n}.png").read_bytes() for n in range(2)]
        copies = root / f"{rows}" / name
        copies.mkdir(parents=True)
        for n in range(rows // 2):
            (copies / f"{n}.png").write_bytes(originals[n % 2])
            lines.append(f"{rows}/{name}/{n}.png,{name},{name}{n % 2}")
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_memory_grows_by_little_with_every_image(make: Places) -> None:
    root = make(SPLIT)

    def held_and_peak(rows: int) -> tuple[int, int]:
        file = csv_of_copies(root, rows)
        tracemalloc.start()
        found = run_scan(file)
        gc.collect()
        held, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(found.train) == len(found.validation) == rows // 2
        return held, peak

    held_and_peak(100)  # what is imported and cached on first use
    few, many = held_and_peak(500), held_and_peak(2000)
    assert (many[0] - few[0]) / 1500 < 130
    assert (many[1] - few[1]) / 1500 < 500


def test_duplicates_without_number_are_counted_and_a_thousand_named(make: Places) -> None:
    root = make(SPLIT)
    first, second = csv_of_copies(root, 4), csv_of_copies(root, 3000)
    found = run_scan(first, validation=(second,))
    assert found.duplicate_count == 3000
    assert len(found.duplicates) == 1000
    for earlier, copy in found.duplicates:
        assert Path(earlier).read_bytes() == Path(copy).read_bytes()
