"""Folders of unknown names on the command line: lines that are proposed, pasted, trained and evaluated with."""

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.tiny_data import TinyData

NAMES = {"real": "Echte Fotos/Kamera A", "fake": "KI-Bilder/flux"}


def german(data: TinyData, root: Path) -> TinyData:
    """The same images in folders whose names the settings do not know."""
    for split in ("train", "val"):
        for name, folder in NAMES.items():
            shutil.copytree(data.folder / split / name, root / split / folder)
    return replace(data, folder=root)


def test_proposed_lines_make_the_check_good(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, german(tiny_data, tmp_path / "Bilder"))
    refused = command("check", settings)
    assert refused.code == 1
    (problem,) = [problem for problem in refused.data["problems"] if problem["setting"] == "data.classes"]
    assert "train/Echte Fotos, train/KI-Bilder" in problem["message"]
    assert "check --propose" in problem["remedy"]

    done = command("check", settings, "--propose")
    assert done.code == 0
    assert done.data["classes"] == {"Echte Fotos": "real", "KI-Bilder": "fake"}
    assert done.data["proposed"] == done.data["classes"]
    assert done.data["undecided"] == []
    assert {"folder", "path", "class", "images", "formats", "size"} == set(done.data["folders"][0])
    assert done.data["toml"] in done.err
    assert tomllib.loads(done.data["toml"])["data"]["classes"] == done.data["classes"]

    with settings.open("a", encoding="utf-8") as file:
        file.write(f"\n{done.data['toml']}\n")
    checked = command("check", settings)
    assert checked.code == 0
    assert checked.data["data"]["mapping"] == {path: int(kind == "fake") for path, kind in done.data["classes"].items()}
    again = command("check", settings, "--propose")
    assert again.data["toml"] == done.data["toml"]
    assert again.data["proposed"] == {}


def test_a_run_goes_on_and_evaluates_with_the_classes_it_was_given(
    command: Run, tiny_data: TinyData, tmp_path: Path
) -> None:
    settings = write_settings(tmp_path, german(tiny_data, tmp_path / "Bilder"))
    lines = command("check", settings, "--propose").data["toml"]
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"\n{lines}\n")
    done = command("train", settings, *told("stage2.epochs=1", "stage2.warmup_epochs=0"))
    assert done.code == 0
    run = Path(done.data["run"])
    assert tomllib.loads((run / "settings.toml").read_text(encoding="utf-8"))["data"]["classes"]
    longer = command("resume", run, *told("stage2.epochs=2"))
    assert longer.code == 0
    weights, images = run / "student.pth", tmp_path / "Bilder" / "val"
    expected = command("evaluate", weights, "--data", tiny_data.folder / "val").data["overall"]
    assert command("evaluate", weights, "--data", images).data["overall"] == expected
    named = ("--real", "Echte Fotos", "--fake", "KI-Bilder")
    assert command("evaluate", weights, "--data", images, *named).data["overall"] == expected
    swapped = command("evaluate", weights, "--data", images, "--real", "KI-Bilder", "--fake", "Echte Fotos")
    assert swapped.data["overall"]["auc"] == pytest.approx(1 - expected["auc"])
