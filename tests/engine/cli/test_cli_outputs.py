"""What the command line writes replaces nothing that was there before, unless it is told to."""

import shutil
from pathlib import Path

import pytest

from engine.settings.toml_file import quoted
from engine.trained.score_files import planned
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.tiny_data import TinyData


def test_heat_maps_replace_no_picture_of_another_folder(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    picture = tiny_data.folder / "val" / "real" / "00.png"
    album, new = tmp_path / "album", tmp_path / "new"
    album.mkdir()
    new.mkdir()
    kept, cat = Path(shutil.copy(picture, album / "cat.png")), Path(shutil.copy(picture, new / "cat.png"))
    before = kept.read_bytes()
    words = ("score", trained / "student.pth", cat, "--heatmaps", album)
    message = command(*words).failed_with("storage")
    assert message == f"cat.png already exists in {album}, and nothing was written."
    assert kept.read_bytes() == before
    done = command(*words, "--overwrite")
    assert done.code == 0
    assert done.data["scores"][0]["heatmap"] == str(kept)
    assert kept.read_bytes() != before


def test_a_table_and_a_report_replace_no_file(command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("mine")
    scoring = ("score", trained / "student.pth", tiny_data.folder / "val", "--csv", mine)
    reporting = ("report", trained, "--output", mine)
    for words in (scoring, reporting):
        assert "already exists" in command(*words).failed_with("storage")
        assert mine.read_text() == "mine"
        assert command(*words, "--overwrite").code == 0
        assert mine.read_text("utf-8") != "mine"
        mine.write_text("mine")


def test_images_of_one_name_get_heat_maps_of_their_own_and_are_told(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    picture = tiny_data.folder / "val" / "real" / "00.png"
    pictures = [tmp_path / place for place in ("a/cat.png", "b/Cat.png", "b/cat (2).png")]
    for path in pictures:
        path.parent.mkdir(exist_ok=True)
        shutil.copy(picture, path)
    done = command("score", trained / "student.pth", *pictures, "--heatmaps", tmp_path / "maps")
    names = [Path(row["heatmap"]).name for row in done.data["scores"]]
    assert names == ["cat.png", "Cat (2).png", "cat (2) (2).png"]
    assert f"heat map of  {pictures[1]}: {tmp_path / 'maps' / names[1]}" in done.err
    assert str(tmp_path / "maps" / names[0]) not in done.err
    table = tmp_path / "cat.png"
    assert planned(pictures[:1], table, tmp_path / "other").heatmaps[pictures[0]].name == "cat (2).png"


@pytest.mark.parametrize("option", ["--csv", "--heatmaps"])
def test_what_is_in_the_way_is_told_before_anything_is_scored(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path, option: str
) -> None:
    place = tmp_path / "00.png" if option == "--csv" else tmp_path
    (tmp_path / "00.png").write_text("mine")
    done = command("score", trained / "student.pth", tiny_data.folder / "val" / "real", option, place)
    done.failed_with("storage")
    assert "scoring" not in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["00.png"]


@pytest.mark.parametrize(
    ("words", "code", "kind", "message"),
    [
        (("score", "{run}/student.pth", ""), 2, "settings", "Argument PATH: the path is empty."),
        (("report", " "), 2, "settings", "Argument RUN: the path is empty."),
        (("export", "{run}", "--format", ""), 1, "settings", "--format: There is no format without a name."),
        (("resume", "{run}/absent"), 1, "runfolder", "{run}/absent is not a run folder"),
        (("resume", "{run}/student.pth"), 1, "runfolder", "{run}/student.pth is not a run folder"),
        (("demo", "--set", "x=1"), 1, "settings", "x: There is no such setting."),
        (("drill", "--set", "x=1"), 1, "settings", "x: There is no such setting."),
    ],
)
def test_words_that_mean_nothing_are_refused_at_once(
    command: Run,
    trained: Path,
    words: tuple[str, ...],
    code: int,
    kind: str,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("engine.demo.training", "engine.demo.drills.runner"):
        monkeypatch.setattr(f"{module}.build_demo_data", lambda **_: pytest.fail("a minute for nothing"))
    done = command(*(word.replace("{run}", trained.as_posix()) for word in words))
    assert done.code == code
    assert done.data["error"]["kind"] == kind
    assert message.replace("{run}", trained.as_posix()) in done.data["error"]["message"].replace("\\", "/")


def test_what_is_known_of_a_failed_run_is_told(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    data = TinyData(tiny_data.folder, tiny_data.ignorant, tiny_data.ignorant)
    done = command("train", write_settings(tmp_path, data), *told("teacher.accept_weak=false"))
    done.failed_with("teacher")
    assert (done.data["run"], done.data["state"]) == (str(tmp_path / "run"), "failed")
    assert (done.data["step"], done.data["resumable"], done.data["best"]) == (0, False, None)
    run = Path(shutil.copytree(trained, tmp_path / "copy"))
    other = f"teacher.checkpoint={quoted(tiny_data.ignorant)}"
    done = command("resume", run, "--set", "stage2.epochs=3", "--set", other)
    done.failed_with("runfolder")
    assert (done.data["run"], done.data["state"], done.data["resumable"]) == (str(run), "failed", True)
    assert done.data["step"] > 0
    assert done.data["best"]["auc"] is not None


def test_an_evaluation_tells_what_was_left_out(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(tiny_data.folder / "val", tmp_path / "val"))
    (folder / "real" / "notes.txt").write_text("no picture", encoding="utf-8")
    (folder / "real" / "torn.png").write_bytes((folder / "real" / "00.png").read_bytes()[:2000])
    done = command("evaluate", trained / "student.pth", "--data", folder)
    assert done.code == 0
    assert sum(item["count"] for item in done.data["left_out"]) == 2
    assert [line.partition(": ")[0] for line in done.data["unreadable"]] == [str(folder / "real" / "torn.png")]
    assert done.data["overall"]["images"] == 20
