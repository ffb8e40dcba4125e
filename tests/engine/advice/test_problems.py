"""What is wrong with settings before any image is opened: each problem is found, named and told apart from its like."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from platformdirs import user_data_path

from engine.advice.allowed_changes import RunPoint, refused_on_resume
from engine.advice.problems import at_once, find_problems
from engine.advice.synced_folder import placeholder_problems, synced_folder_problems
from engine.errors import Problem
from engine.settings import DataSettings, OutputSettings, RunSettings
from engine.settings.changes import with_changes
from engine.settings.toml_file import load_settings


@pytest.fixture
def sound(tmp_path: Path) -> list[str]:
    """Overrides that leave nothing to complain about."""
    (tmp_path / "images").mkdir()
    (tmp_path / "teacher.pth").touch()
    return [f"data.train={tmp_path / 'images'}", f"teacher.checkpoint={tmp_path / 'teacher.pth'}"]


def found(overrides: list[str]) -> dict[str, Problem]:
    problems = find_problems(load_settings(None, overrides))
    assert len({problem.setting for problem in problems}) == len(problems)
    return {problem.setting: problem for problem in problems}


@pytest.mark.parametrize("preset", ["recommended", "from_scratch"])
def test_sound_settings_have_no_problem(sound: list[str], preset: str) -> None:
    assert found([*sound, f"preset={preset}"]) == {}


def test_the_bare_defaults_ask_for_images_and_a_teacher() -> None:
    assert {problem.setting for problem in find_problems(RunSettings())} == {"data.train", "teacher.checkpoint"}


TRAINED = f"student.checkpoint={Path(__file__).as_posix()}"  # any file will do
CASES: dict[str, tuple[list[str], str, str]] = {
    "one of both stages must run": (
        ["stage1.enabled=false", "stage2.enabled=false"],
        "stage2.enabled",
        "error",
    ),
    "something must be learned": (["loss.alpha_distill=0", "loss.alpha_task=0"], "loss.alpha_task", "error"),
    "raw logits may explode": (["loss.enable_scale_matching=false"], "loss.enable_scale_matching", "warning"),
    "warm-up as long as the stage": (
        ["stage2.epochs=2", "stage2.warmup_epochs=2"],
        "stage2.warmup_epochs",
        "warning",
    ),
    "pictures without labels that nobody says anything of": (
        ["loss.alpha_distill=0", "data.unlabelled=."],
        "data.unlabelled",
        "warning",
    ),
    "warm-up of a stage 1 that takes steps": (
        ["stage1.optimiser=sgd", "stage1.warmup_epochs=5"],
        "stage1.warmup_epochs",
        "warning",
    ),
    "a patience that outlasts the stage": (
        ["stage1.optimiser=sgd", "stage1.plateau_patience=5"],
        "stage1.plateau_patience",
        "warning",
    ),
    "a patience that runs out with the stage": (
        ["stage1.optimiser=sgd", "stage1.plateau_patience=4"],
        "stage1.plateau_patience",
        "warning",
    ),
    "too few validations for the patience": (
        ["stage2.schedule=plateau", "stage2.epochs=12", "stage2.validate_every=4"],
        "stage2.plateau_patience",
        "warning",
    ),
    "learning rates that move nothing": (["preset=conservative", TRAINED], "stage2.backbone_lr", "warning"),
    "only the head of random weights": (["stage2.enabled=false"], "stage2.enabled", "warning"),
    "layers that stay random": (["stage2.trainable=layer1"], "stage2.trainable", "warning"),
    "ten times the usual learning rate": (["stage2.backbone_lr=0.1"], "stage2.backbone_lr", "warning"),
    "the same of the head": (["stage2.head_lr=0.1"], "stage2.head_lr", "warning"),
    "the same of SGD": (
        ["stage2.optimiser=sgd", "stage2.head_lr=1", "stage2.backbone_lr=0.5"],
        "stage2.head_lr",
        "warning",
    ),
    "so tightly clipped that no rate is too high": (
        ["stage2.optimiser=sgd", "stage2.backbone_lr=1", "loss.gradient_clip_norm=1e-6"],
        "stage2.backbone_lr",
        "warning",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_found_alone(case: str, sound: list[str]) -> None:
    overrides, setting, severity = CASES[case]
    problems = found([*sound, *overrides])
    assert list(problems) == [setting]
    assert problems[setting].severity == severity
    assert problems[setting].message.endswith(".")
    assert problems[setting].remedy.endswith(".")


@pytest.mark.parametrize(
    "overrides",
    [
        ["loss.alpha_distill=0", "loss.enable_scale_matching=false"],
        ["stage1.warmup_epochs=9"],
        ["stage1.enabled=false", "stage1.optimiser=sgd", "stage1.warmup_epochs=9"],
        ["stage1.optimiser=sgd", "stage1.plateau_patience=3"],
        ["stage2.schedule=plateau", "stage2.epochs=13", "stage2.validate_every=4"],
        ["preset=conservative", TRAINED, "stage2.backbone_lr=1e-4"],
        ["preset=conservative", TRAINED, "loss.gradient_clip_norm=0"],
        ["stage2.enabled=false", TRAINED],
        ["stage2.backbone_lr=5e-6"],
        ["stage2.head_lr=0.09", "stage2.backbone_lr=0.09"],
        ["stage2.optimiser=sgd", "stage2.head_lr=0.9", "stage2.backbone_lr=0.9"],
    ],
    ids=" ".join,
)
def test_what_only_looks_like_a_problem_is_none(overrides: list[str], sound: list[str]) -> None:
    assert found([*sound, *overrides]) == {}


@pytest.mark.parametrize("setting", ["data.train", "data.validation", "data.test", "data.unlabelled"])
def test_image_folders_must_exist(setting: str, sound: list[str], tmp_path: Path) -> None:
    problems = found([*sound, f"{setting}={tmp_path / 'nowhere'}"])
    assert list(problems) == [setting]
    assert str(tmp_path / "nowhere") in problems[setting].message


@pytest.mark.parametrize("setting", ["teacher.checkpoint", "student.checkpoint"])
@pytest.mark.parametrize("name", ["none.pth", "images", "long" * 80])
def test_checkpoints_must_be_files(setting: str, name: str, sound: list[str], tmp_path: Path) -> None:
    assert list(found([*sound, f"{setting}={tmp_path / name}"])) == [setting]


def test_a_folder_whose_name_no_disk_can_hold_is_a_problem_like_any_other(sound: list[str]) -> None:
    assert list(found([*sound, f"data.train=/{'long' * 80}"])) == ["data.train"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such a folder cannot be made")
def test_a_folder_whose_name_no_settings_file_can_hold_is_a_problem(sound: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "photos\udcff"
    folder.mkdir()
    assert list(found([*sound, f"data.train={folder}"])) == ["data.train"]
    assert list(found([*sound, f"machine.cache_folder={folder}"])) == ["machine.cache_folder"]


def test_without_imitation_no_teacher_is_needed(sound: list[str]) -> None:
    assert found([sound[0], "loss.alpha_distill=0"]) == {}


def test_a_form_can_ask_without_loading_torch() -> None:
    code = "import sys, engine.advice.problems; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_run_whose_images_were_moved_takes_the_paths_of_their_classes_anew() -> None:
    """Resuming compares the images with their labels; another source for the test is another run."""
    before = with_changes(RunSettings(), {"data.classes": {"/old/a": "real", "/old/b.2": "fake"}})
    moved = with_changes(before, {"data.classes": {"/new/a": "real", "/new/b.2": "fake"}})
    assert refused_on_resume(before, moved, RunPoint(calibrated=True)) == []
    held = with_changes(before, {"data.test_source": ("flux",)})
    assert [problem.setting for problem in refused_on_resume(before, held, RunPoint(calibrated=True))] == [
        "data.test_source"
    ]


def test_runs_in_onedrive_are_said_with_a_local_folder(tmp_path: Path) -> None:
    cloud = {"OneDrive": str(tmp_path / "OneDrive")}
    synced = OutputSettings(folder=tmp_path / "OneDrive" / "Documents" / "PatchDistill")
    problems = list(synced_folder_problems(synced, cloud))
    assert [(problem.setting, problem.severity) for problem in problems] == [("output.folder", "warning")]
    assert "OneDrive copies to the internet" in problems[0].message
    assert str(user_data_path("PatchDistill", appauthor=False)) in problems[0].remedy
    assert not list(synced_folder_problems(OutputSettings(folder=tmp_path / "OneDrive elsewhere"), cloud))
    assert not list(synced_folder_problems(synced, {}))


def test_pictures_that_are_only_in_onedrive_are_said_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = {"OneDriveConsumer": str(tmp_path / "OneDrive")}
    folder, elsewhere = tmp_path / "OneDrive" / "Pictures", tmp_path / "here"
    for place in (folder / "fake", elsewhere / "fake"):
        place.mkdir(parents=True)
        (place / "a.jpg").write_bytes(b"")
    data = DataSettings(train=(folder, elsewhere), test=(folder / "fake",))
    assert not list(placeholder_problems(data, at_once, cloud))

    asked = os.stat

    def stat(path: Any, **words: Any) -> Any:
        """As Windows, for a file of which the cloud alone has the content."""
        return SimpleNamespace(st_file_attributes=0x400020) if str(path).endswith(".jpg") else asked(path, **words)

    monkeypatch.setattr(os, "stat", stat)
    problems = list(placeholder_problems(data, at_once, cloud))
    assert [(problem.setting, problem.severity) for problem in problems] == [
        ("data.train", "warning"),
        ("data.test", "warning"),
    ]
    assert str(folder) in problems[0].message
    assert "Always keep on this device" in problems[0].remedy
    assert not list(placeholder_problems(data, lambda *_: None, cloud))  # no answer in time
    assert not list(placeholder_problems(data, at_once, {}))
