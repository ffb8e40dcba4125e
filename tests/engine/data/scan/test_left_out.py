"""Every file below the chosen folders is used, or counted as left out with its class, kind and reason."""

import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from engine.control import RunControl
from engine.data.images.decoding import UnreadableImageError
from engine.data.scan.left_out import (
    LISTED_AGAIN,
    NO_CLASS,
    OTHER_SPLIT,
    TOO_SMALL,
    LeftOutFiles,
    also_unreadable,
    counted,
    in_words,
)
from engine.data.scan.scan import ScannedData, scan_test
from engine.events import LeftOut, from_json, to_json
from engine.settings.data import DataSettings
from tests.engine.helpers.pictures import SPLIT, refused, run_scan, write_pictures

CLASSES = [f"{name}/{n}.png" for name in ("real", "fake") for n in range(10)]
RAW = "raw camera file, which is not read: develop it and save it as PNG or JPEG"


def write(root: Path, *places: str) -> None:
    """Files that are no pictures."""
    for place in places:
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_bytes(b"no picture")


def on_disk(root: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(root))


def used(found: ScannedData) -> int:
    return len(found.train) + len(found.validation) + len(found.test)


def rows(found: ScannedData) -> set[tuple[str, str, int]]:
    return {(item.class_name, item.kind, item.count) for item in found.left_out}


def test_a_folder_as_people_have_it_is_accounted_for(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, [*CLASSES, "real/._0.png", "fake/small.bmp", "sheet.png"])
    Image.new("RGB", (40, 8)).save(root / "fake" / "small.bmp")
    write(root, "real/a.CR2", "real/b.cr2", "real/notes.txt", "fake/clip.mp4", "fake/README", "list.json")
    write(root, "real/@eaDir/0.png/thumb.jpg", "real/@eaDir/SYNO.db", "fake/#recycle/old.png", "fake/.git/objects/a/b")
    write(
        root,
        "real/Thumbs.db",
        "fake/desktop.ini",
        "real/.DS_Store",
        "__MACOSX/real/._0.png",
        "real/0.xmp",
        "real/0.THM",
    )
    write(
        root,
        "__MACOSX/real/._0.png",
        "$RECYCLE.BIN/x.jpg",
        "System Volume Information/y",
        "lost+found/z.png",
        "fake/broken.jpg",
    )
    found = run_scan(root, max_unreadable=0.5)
    assert used(found) + counted(found.left_out) == on_disk(root)
    assert used(found) == 20
    assert rows(found) == {
        ("", ".png", 1),
        ("", ".json", 1),
        ("", "macOS extra", 1),
        ("", "recycle bin", 1),
        ("", "system file", 2),
        ("real", ".cr2", 2),
        ("real", ".txt", 1),
        ("real", "macOS extra", 1),
        ("real", "thumbnails of a network drive", 2),
        ("real", "system file", 2),
        ("real", "camera extra", 2),
        ("fake", ".mp4", 1),
        ("fake", "no ending", 1),
        ("fake", "recycle bin", 1),
        ("fake", "hidden", 1),
        ("fake", "system file", 1),
        ("fake", ".bmp", 1),
        ("fake", ".jpg", 1),
    }
    reasons = {item.kind: item.reason for item in found.left_out}
    assert reasons[".cr2"] == RAW
    assert reasons[".mp4"] == "not a picture"
    assert reasons[".bmp"] == TOO_SMALL
    assert reasons[".png"] == NO_CLASS
    assert reasons[".jpg"].startswith("not a JPEG")
    event = found.event()
    assert from_json(to_json(event)) == event, "saved runs have it too"


def test_a_class_that_is_all_left_out_is_refused_with_the_real_reason(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, (place for place in CLASSES if place.startswith("fake")))
    write(root, *(f"real/{n}.nef" for n in range(30)), "real/notes.txt")
    error = refused(root)
    assert "no real training images" in error.message
    assert f"the 31 files of that class are left out, 30 .nef ({RAW}), 1 .txt (not a picture)" in error.message
    assert "save them in another kind" in error.remedy


def test_a_folder_without_pictures_says_what_it_holds(tmp_path: Path) -> None:
    write(tmp_path, "real/a.dng", "real/b.dng", "fake/a.zip")
    message = refused(tmp_path).message
    assert f"2 .dng ({RAW}), 1 .zip (not a picture)" in message
    (tmp_path / "empty").mkdir()
    assert refused(tmp_path / "empty").message.endswith("picture.")


def test_links_and_rows_that_lead_to_a_file_again_are_counted(tmp_path: Path) -> None:
    root = write_pictures(tmp_path / "data", CLASSES)
    table = root / "list.csv"
    lines = [f"{place},{place[:4]}" for place in CLASSES]
    table.write_text("\n".join(["path,label", *lines, *lines[:3], "gone.png,real"]), "utf-8")
    found = run_scan(table, max_unreadable=0.5)
    assert used(found) + counted(found.left_out) == 24
    assert used(found) == 20
    again, gone = found.left_out
    assert (again.class_name, again.kind, again.reason, again.count) == ("real", *LISTED_AGAIN, 3)
    assert (gone.class_name, gone.kind, gone.reason) == ("real", ".png", "the file does not exist")


def test_images_of_another_split_than_the_chosen_one_are_counted(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, [*SPLIT, *(f"other/{name}/{n}.png" for name in ("real", "fake") for n in range(3))])
    found = run_scan(root / "train", validation=root / "other")
    assert found.left_out == ()
    found = run_scan(root, validation=root / "other", real_names=("real",), fake_names=("fake",))
    kinds = Counter({item.kind: item.count for item in found.left_out})
    assert found.left_out
    assert {item.class_name for item in found.left_out if item.kind == OTHER_SPLIT[0]} == {"real", "fake"}
    assert kinds[OTHER_SPLIT[0]] == 2
    tested = scan_test(DataSettings(test=(root / "val",)), RunControl(), lambda done, total: None)
    assert (len(tested.test), tested.left_out) == (4, ())


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege on Windows, and pipes are no files")
def test_links_that_lead_nowhere_and_pipes_are_counted(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, CLASSES)
    (root / "real" / "gone.png").symlink_to("nowhere.png")
    (root / "real" / "gone").symlink_to("nowhere")
    (root / "real" / "again").symlink_to(root / "fake" / ".." / "real", target_is_directory=True)
    os.mkfifo(root / "fake" / "pipe.png")
    found = run_scan(root, max_unreadable=0.5)
    assert rows(found) == {("real", ".png", 1), ("real", "no ending", 1), ("fake", "no file", 1)}


def test_hidden_copies_of_pictures_are_counted_not_used(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, CLASSES)
    shutil.copytree(root / "fake", root / "real" / ".thumbnails")
    found = run_scan(root)
    assert rows(found) == {("real", "hidden", 10)}
    assert used(found) + counted(found.left_out) == on_disk(root)


def test_animations_are_used_and_said(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, CLASSES)
    frames = [Image.new("RGB", (12, 12), colour) for colour in ("red", "blue")]
    frames[0].save(root / "real" / "moving.gif", save_all=True, append_images=frames[1:])
    found = run_scan(root)
    assert (used(found), found.several_count, found.left_out) == (21, 1, ())


def test_kinds_beyond_all_measure_are_counted_together() -> None:
    left_out = LeftOutFiles()
    for number in range(1000):
        left_out.add("real", f".{number}", "not a picture")
    found = left_out.found()
    assert counted(found) == 1000
    assert found[-1] == LeftOut("real", "other kinds", "not a picture", 700)
    assert in_words(found).endswith("995 of other kinds")


def test_reasons_without_the_figures_of_each_file_are_one_kind(tmp_path: Path) -> None:
    root = write_pictures(tmp_path, CLASSES)
    for side in (1500, 1600):
        Image.new("L", (side, side)).save(root / "real" / f"{side}.png", compress_level=1)
    found = run_scan(root, max_megapixels=2, max_unreadable=0.5)
    assert [(item.kind, item.count) for item in found.left_out] == [(".png", 2)]
    assert "above the limit of 2" in found.left_out[0].reason
    assert UnreadableImageError("a").kind == "a"


def test_images_that_prove_unreadable_later_are_left_out_of_the_counts(tmp_path: Path) -> None:
    found = run_scan(write_pictures(tmp_path, SPLIT))
    before = found.event()
    image = found.train[0]
    after = also_unreadable(before, {"train": [(image, "cut off or damaged")]}, listed=10)
    assert after.unreadable == (f"{image.path}: cut off or damaged",)
    assert after.left_out == (LeftOut("fake", ".png", "cut off or damaged", 1),)
    train = after.splits[0]
    assert (train.real, train.fake, train.sources) == (2, 1, {"all": {"real": 2, "fake": 1}})
    assert after.splits[1:] == before.splits[1:]
