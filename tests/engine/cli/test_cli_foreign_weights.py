"""Weights from elsewhere, on the command line: how they were fed can be told, and what is left out is said."""

from pathlib import Path

import pytest
import torch

from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.tiny_data import SIDE, TinyData


@pytest.fixture
def scaled(tiny_data: TinyData, tmp_path: Path) -> Path:
    """A teacher that saw two thirds of the residual in its training, which its file does not note."""
    state = torch.load(tiny_data.teacher, weights_only=True)
    state["conv1.weight"] *= 1.5
    torch.save(
        {f"model.{name}": value for name, value in state.items()} | {"loss.weight": torch.ones(1)}, tmp_path / "t.pth"
    )
    return tmp_path / "t.pth"


SEEN = ("--size", SIDE, "--normalisation", "imagenet_two_thirds")


def test_evaluate_feeds_as_it_is_told(command: Run, tiny_data: TinyData, scaled: Path) -> None:
    usual, other = (
        command("evaluate", weights, "--data", tiny_data.folder / "val", "--size", SIDE, *more).data["overall"]
        for weights, more in ((tiny_data.teacher, ()), (scaled, SEEN[2:]))
    )
    assert other == pytest.approx(usual, abs=1e-5)
    wrong = command("evaluate", scaled, "--data", tiny_data.folder / "val", "--size", SIDE)
    assert wrong.data["overall"] != pytest.approx(usual, abs=1e-5)
    assert "Left out, as no part of the network: loss.weight." in wrong.err


def test_score_feeds_as_it_is_told(command: Run, tiny_data: TinyData, scaled: Path) -> None:
    folder = tiny_data.folder / "val" / "real"
    usual, other = (
        [row["logit"] for row in command("score", *words).data["scores"]]
        for words in ((tiny_data.teacher, folder, "--size", SIDE), (scaled, folder, *SEEN))
    )
    assert other == pytest.approx(usual, rel=1e-3, abs=1e-3)


def test_export_notes_what_it_was_told(command: Run, tiny_data: TinyData, scaled: Path, tmp_path: Path) -> None:
    words = ("--format", "pth", "--data", tiny_data.folder, "--output", tmp_path / "out", "--filter", "NPR", *SEEN[2:])
    done = command("export", scaled, *words)
    assert done.code == 0, done.err
    assert done.data["remarks"] == ["Left out, as no part of the network: loss.weight."]
    notes = torch.load(tmp_path / "out" / "t.pth", weights_only=True)._metadata["patchdistill"]
    assert (notes["filter"], notes["normalisation"]) == ("NPR", "imagenet_two_thirds")


@pytest.mark.parametrize("name", ["run", "run/student.pth"])
def test_how_a_runs_student_is_fed_cannot_be_told(command: Run, trained: Path, name: str) -> None:
    message = command("export", trained.parent / name, "--normalisation", "half").failed_with("settings")
    assert "known from its run" in message


@pytest.mark.parametrize("order", [("evaluate", "--data"), ("score",)])
def test_an_unknown_normalisation_is_refused(command: Run, tiny_data: TinyData, order: tuple[str, ...]) -> None:
    words = (order[0], tiny_data.teacher, *order[1:], tiny_data.folder, "--normalisation", "sepia")
    assert "no normalisation sepia" in command(*words).failed_with("settings")


def test_check_says_what_of_a_checkpoint_is_left_out(
    command: Run, tiny_data: TinyData, scaled: Path, tmp_path: Path
) -> None:
    settings = write_settings(tmp_path, tiny_data)
    words = told(f"teacher.checkpoint={scaled.as_posix()}", "teacher.accept_weak=true")
    done = command("check", settings, *words)
    left_out = [problem for problem in done.data["problems"] if "loss.weight" in problem["message"]]
    assert [(problem["setting"], problem["severity"]) for problem in left_out] == [("teacher.checkpoint", "warning")]
    assert "WARNING teacher.checkpoint: Left out" in done.err
    assert done.code == 0
