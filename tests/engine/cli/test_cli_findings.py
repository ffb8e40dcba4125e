"""What a command found is told whole: to people in words, to programs in the JSON."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.tiny_data import TinyData


@pytest.mark.parametrize("name", ["check", "train"])
def test_what_the_files_give_away_is_in_the_json_and_nobody_says_that_all_is_well(
    command: Run, tiny_data: TinyData, tmp_path: Path, name: str
) -> None:
    for path in shutil.copytree(tiny_data.folder, tmp_path / "data").glob("*/real/*.png"):
        Image.open(path).save(path.with_suffix(".jpg"))
        path.unlink()
    settings = write_settings(tmp_path, replace(tiny_data, folder=tmp_path / "data"))
    done = command(name, settings, *told("stage2.epochs=1", "stage2.warmup_epochs=0"))
    assert done.code == 0
    assert done.data["shortcuts"]["leak_score"] == 1
    assert {leak["name"]: leak["auc"] for leak in done.data["shortcuts"]["traits"]}["format"] == 1
    (alert,) = [alert for alert in done.data["alerts"] if alert["rule"] == "data_shortcut"]
    assert alert["severity"] == "warning"
    assert alert["message"] in done.err
    assert alert["remedy"] in done.err
    assert "No problem" not in done.err
    assert f"Found: {len(done.data['alerts'])} warning" in done.err


def test_every_wrong_setting_is_in_the_json(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    done = command("train", write_settings(tmp_path, tiny_data), *told("stage2.epochs=0", "stage2.head_lr=0"))
    assert done.code == 1
    assert [problem["setting"] for problem in done.data["error"]["problems"]] == ["stage2.epochs", "stage2.head_lr"]
    for problem in done.data["error"]["problems"]:
        assert problem["message"] in done.err


def test_score_scores_each_file_once_and_says_which_was_named_again(
    command: Run, trained: Path, tiny_data: TinyData, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_data.folder / "val" / "real"
    monkeypatch.chdir(folder.parent)
    again = (folder.parent / "fake" / ".." / "real" / "00.png", Path("real", "01.png"))
    done = command("score", trained / "student.pth", folder, *again)
    assert done.code == 0
    assert [row["path"] for row in done.data["scores"]] == [str(path) for path in sorted(folder.iterdir())]
    assert done.data["repeated"] == [str(path) for path in again]
    assert f"named again, scored once  {again[1]}" in done.err


def test_check_accounts_for_every_file(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    root = shutil.copytree(tiny_data.folder, tmp_path / "data")
    for number in range(3):
        (root / "train" / "real" / f"{number}.CR2").write_bytes(b"raw")
    (root / "train" / "fake" / "prompt.txt").write_text("a cat", "utf-8")
    settings = write_settings(tmp_path, replace(tiny_data, folder=root))
    done = command("check", settings, *told())
    raw = "raw camera file, which is not read: develop it and save it as PNG or JPEG"
    assert done.data["data"]["left_out"] == [
        {"class": "real", "kind": ".cr2", "reason": raw, "count": 3},
        {"class": "fake", "kind": ".txt", "reason": "not a picture", "count": 1},
    ]
    used = sum(split["real"] + split["fake"] for split in done.data["data"]["splits"])
    assert used + 4 == sum(path.is_file() for path in root.rglob("*"))
    assert "Left out: 4" in done.err
    assert f"  3 real, .cr2: {raw}" in done.err
    assert "Every file" not in done.err


def test_a_folder_and_its_files_get_one_answer(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    picture = Image.open(tiny_data.folder / "val" / "real" / "00.png")
    picture.save(folder / "a.gif")
    picture.save(folder / "b.png")
    for name in ("c.dng", "d.txt", ".e.png", "._f.png"):
        shutil.copy(folder / "b.png", folder / name)
    by_folder = command("score", trained / "student.pth", folder)
    assert by_folder.code == 0
    assert [Path(row["path"]).name for row in by_folder.data["scores"]] == ["a.gif", "b.png"]
    left_out = {row["kind"]: row["reason"] for row in by_folder.data["left_out"]}
    assert left_out.keys() == {".dng", ".txt", "hidden", "macOS extra"}
    assert "Left out: 4" in by_folder.err
    by_file = command("score", trained / "student.pth", *sorted(folder.iterdir()))
    assert by_file.data["scores"] == by_folder.data["scores"]
    assert {row["reason"] for row in by_file.data["unreadable"]} == set(left_out.values())
    assert by_file.code == 1, "what was named itself was not scored"
