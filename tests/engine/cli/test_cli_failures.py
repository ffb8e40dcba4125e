"""What goes wrong on the command line is one clear sentence: no traceback, exit code not 0, nothing lost."""

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.cli.arguments import make_parser
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.tiny_data import TinyData


class RunsCode:
    """A pickle that would create a folder when it is opened."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("opened",)


def text_file(folder: Path) -> Path:
    (folder / "notes.pth").write_text("dear diary", encoding="utf-8")
    return folder / "notes.pth"


def code_in_a_pickle(folder: Path) -> Path:
    (folder / "evil.pth").write_bytes(pickle.dumps(RunsCode()))
    return folder / "evil.pth"


def code_in_a_checkpoint(folder: Path) -> Path:
    torch.save({"state_dict": RunsCode()}, folder / "evil.pth")
    return folder / "evil.pth"


def no_file(folder: Path) -> Path:
    return folder / "absent.pth"


@pytest.mark.parametrize("weights", [text_file, code_in_a_pickle, code_in_a_checkpoint, no_file])
def test_weights_that_are_none(
    weights: Callable[[Path], Path],
    command: Run,
    tiny_data: TinyData,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = weights(tmp_path)
    before = path.read_bytes() if path.exists() else None
    image = tiny_data.folder / "val" / "real" / "00.png"
    messages = [
        command("evaluate", path, "--data", tiny_data.folder / "val").failed_with("checkpoint"),
        command("score", path, image).failed_with("checkpoint"),
    ]
    kind = "settings" if weights is no_file else "checkpoint"
    settings = write_settings(tmp_path, tiny_data)
    messages.append(command("train", settings, *told(f"teacher.checkpoint={path.name}")).failed_with(kind))
    assert all(path.name in message for message in messages)
    problems = command("check", settings, *told(f"teacher.checkpoint={path.name}"))
    assert [(p["setting"], p["severity"]) for p in problems.data["problems"]] == [("teacher.checkpoint", "error")]
    assert problems.code == 1
    assert not (tmp_path / "opened").exists()
    assert (path.read_bytes() if path.exists() else None) == before


def test_data_that_are_none(command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    settings, weights = write_settings(tmp_path, tiny_data), trained / "student.pth"
    absent = command("train", settings, *told("data.train=absent")).failed_with("settings")
    assert absent.startswith("data.train: There is no ")
    assert "holds no JPEG" in command("train", settings, *told(f"data.train={tmp_path / 'empty'}")).failed_with("data")
    for name, kind in (("absent", "data"), ("empty", "data")):
        command("evaluate", weights, "--data", tmp_path / name).failed_with(kind)
        command("score", weights, tmp_path / name).failed_with(kind)
    pattern = command("score", weights, tmp_path / "*.jpg")
    pattern.failed_with("data")
    assert "Name the folder" in pattern.data["error"]["remedy"]


def test_swapped_labels(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data)
    done = command("train", settings, *told("data.real_names=fake", "data.fake_names=real"))
    assert "real and fake look swapped" in done.failed_with("teacher")


def test_settings_that_are_none(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    assert "There is no settings file" in command("train", tmp_path / "absent.toml").failed_with("settings")
    (tmp_path / "prose.toml").write_text("Dear settings,", encoding="utf-8")
    assert "not valid TOML" in command("check", tmp_path / "prose.toml").failed_with("settings")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    command("train", tmp_path / "bytes.toml").failed_with("settings")
    command("train", tmp_path).failed_with("settings")
    command("resume", tmp_path / "absent").failed_with("runfolder")
    settings = write_settings(tmp_path, tiny_data)
    assert "no such setting" in command("train", settings, "--set", "stage2.epoch=3").failed_with("settings")
    command("train", settings, "--set", "nonsense").failed_with("settings")


def test_every_problem_of_the_settings_is_told(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    done = command("train", write_settings(tmp_path, tiny_data), "--set", "seed=-1", "--set", "data.size=1")
    assert done.code == 1
    assert "1 more" in done.data["error"]["message"]
    assert "seed" in done.err
    assert "data.size" in done.err


@pytest.mark.parametrize("words", [("--size", "5"), ("--size", "0"), ("--filter", "sepia")])
def test_a_view_that_cannot_be(words: tuple[str, str], command: Run, trained: Path, tiny_data: TinyData) -> None:
    command("score", trained / "student.pth", tiny_data.folder, *words).failed_with("settings")


@pytest.mark.parametrize("words", [("fly",), ("train",), ("score", "a.pth"), ("evaluate", "a.pth", "--data")])
def test_wrong_words(words: tuple[str, ...], command: Run) -> None:
    done = command(*words)
    assert done.code == 2
    assert done.data["error"]["kind"] == "settings"
    assert "usage: " in done.err
    assert "Traceback" not in done.err
    assert "See python main.py" in done.data["error"]["remedy"]
    assert "prove" not in done.err  # which is not for people


def test_help_names_the_packed_program_as_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "D:/PatchDistill/patchdistill-cli.exe")
    assert make_parser().format_usage().startswith("usage: patchdistill-cli ")


def test_a_folder_with_settings_alone_is_not_taken_for_a_run(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data, "# my own words")
    before = settings.read_bytes()
    assert "not a run folder" in command("resume", tmp_path).failed_with("runfolder")
    assert settings.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]
