"""Scores told batch by batch: with their places, at the noted judgement, and safe in a spreadsheet."""

import csv
from pathlib import Path

import pytest
import torch

from engine.cli.main import main
from engine.control import RunControl
from engine.csv_rows import write_rows
from engine.errors import SettingsError
from engine.evaluation.judgement import FalseAlarms, Judgement, ProbabilityScale
from engine.events import Event, PicturesScored, Progress, from_json, to_json
from engine.models.student import build_student, publishable_state
from engine.settings.toml_file import load_settings
from engine.trained.scoring import FIRST, judged_at, load_scorer, score_images, scored_batches
from tests.engine.helpers.command_line import Run
from tests.engine.helpers.tiny_data import SIDE, TinyData

ALARMS = FalseAlarms(0.05, 0.25, 0.04, 0.0, 0.1, 90, 30)
JUDGEMENT = Judgement(-0.1, ProbabilityScale(3.0, 0.5, "platt"), (ALARMS,))


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A random student that notes a judgement."""
    settings = load_settings(None, (f"data.size={SIDE}",))
    student = build_student(settings.student, seed=3).eval()
    torch.save(publishable_state(student, settings, JUDGEMENT.notes()), tmp_path / "student.pth")
    return tmp_path / "student.pth"


def test_every_picture_is_told_once_with_its_place_and_what_cannot_be_read_among_them(
    weights: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    good = sorted((tiny_data.folder / "val" / "real").iterdir())
    empty = [tmp_path / f"{number}.png" for number in range(10)]
    for path in empty:
        path.touch()
    asked = [empty[0], *good[:7], *empty[1:9], *good[7:], empty[9]]  # a whole batch of them, too
    events = list(scored_batches(load_scorer(weights), asked, RunControl()))
    assert len(events) > 1
    told = [picture for event in events for picture in event.pictures]
    assert sorted(picture.place for picture in told) == list(range(len(asked)))
    assert all(asked[picture.place] == Path(picture.path) for picture in told)
    assert {Path(picture.path) for picture in told if picture.reason} == set(empty)
    found = score_images(load_scorer(weights), asked, RunControl(), lambda _event: None)
    assert [Path(picture.path) for picture in found] == asked
    assert {picture.reason for picture in told} == {"", "the file is empty"}
    assert [event.done for event in events] == sorted(event.done for event in events)
    assert (events[-1].done, events[-1].total) == (len(asked), len(asked))
    assert from_json(to_json(events[0])) == events[0]


def test_the_first_scores_wait_for_two_pictures_however_many_come(weights: Path, tiny_data: TinyData) -> None:
    paths = sorted((tiny_data.folder / "train" / "real").iterdir())
    told = [len(event.pictures) for event in scored_batches(load_scorer(weights), paths, RunControl())]
    assert told[0] <= FIRST
    assert sum(told) == len(paths)
    assert [len(e.pictures) for e in scored_batches(load_scorer(weights), paths[:1], RunControl())] == [1]


def test_the_first_scores_are_told_before_the_last_are_made(weights: Path, tiny_data: TinyData) -> None:
    events: list[Event] = []
    found = score_images(load_scorer(weights), (tiny_data.folder,), RunControl(), events.append)
    told = [event for event in events if isinstance(event, PicturesScored)]
    assert len(told) >= 7  # of 60 images
    assert sorted((picture.place, picture) for event in told for picture in event.pictures) == list(enumerate(found))
    assert [event.done for event in events if isinstance(event, Progress)] == [event.done for event in told]


def test_probabilities_are_as_the_file_notes(weights: Path, tiny_data: TinyData) -> None:
    found = score_images(load_scorer(weights), (tiny_data.folder / "val",), RunControl(), lambda _event: None)
    for picture in found:
        assert picture.logit is not None
        assert picture.probability == pytest.approx(JUDGEMENT.scale.probability(picture.logit))


@pytest.mark.parametrize(
    ("words", "threshold"), [((), -0.1), (("--false-alarms", "0.05"), 0.25), (("--threshold=-0.3",), -0.3)]
)
def test_the_threshold_can_be_chosen(
    words: tuple[str, ...], threshold: float, command: Run, weights: Path, tiny_data: TinyData
) -> None:
    done = command("score", weights, tiny_data.folder / "val", *words)
    assert done.code == 0
    assert done.data["threshold"] == threshold
    assert done.data["calibration"] == {"slope": 3.0, "offset": 0.5, "method": "platt"}
    assert {row["decision"] == "fake" for row in done.data["scores"] if row["logit"] > threshold} <= {True}
    assert {row["decision"] == "real" for row in done.data["scores"] if row["logit"] <= threshold} <= {True}
    assert "calibrated by Platt's method" in done.err


def test_a_rate_that_is_not_noted_is_refused_with_those_that_are(weights: Path, tiny_data: TinyData) -> None:
    with pytest.raises(SettingsError) as refused:
        judged_at(load_scorer(weights), false_alarms=0.02)
    assert "It notes some for 0.05" in refused.value.problems[0].remedy
    with pytest.raises(SettingsError) as refused:
        judged_at(load_scorer(tiny_data.teacher, size=SIDE), false_alarms=0.05)
    assert "It notes none" in refused.value.problems[0].remedy


@pytest.mark.parametrize(
    "words", [("--threshold", "nan"), ("--threshold", "high"), ("--threshold=1", "--false-alarms=1")]
)
def test_wrong_words_are_refused(words: tuple[str, ...], weights: Path) -> None:
    assert main(["score", str(weights), str(weights.parent), *words]) == 2


def test_weights_without_notes_are_told_as_not_calibrated(command: Run, tiny_data: TinyData) -> None:
    done = command("score", tiny_data.teacher, tiny_data.folder / "val", "--size", SIDE)
    assert "Probability of fake: not calibrated." in done.err
    assert done.data["calibration"]["method"] == ""


def test_evaluate_tells_how_true_probabilities_are(command: Run, weights: Path, tiny_data: TinyData) -> None:
    done = command("evaluate", weights, "--data", tiny_data.folder / "val")
    found = done.data["calibration"]
    assert found.keys() == {
        *("slope", "offset", "method", "ece", "ece_uncalibrated", "log_loss", "log_loss_uncalibrated")
    }
    assert found["log_loss"] != found["log_loss_uncalibrated"]
    assert "; uncalibrated " in done.err


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_names_are_no_formulas_in_a_spreadsheet(
    start: str, weights: Path, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{start}cmd().png"
    (tmp_path / name).write_bytes((tiny_data.folder / "val" / "real" / "00.png").read_bytes())
    monkeypatch.chdir(tmp_path)
    words = ["score", "student.pth", "--csv", "scores.csv", "--", name]
    assert main(words) == 0
    with Path("scores.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["path"] == f"'{name}"
    assert float(row["logit"]) != 0  # numbers may be negative and stay numbers


def test_only_texts_are_defused(tmp_path: Path) -> None:
    with (tmp_path / "t.csv").open("w", newline="", encoding="utf-8") as file:
        write_rows(file, [("=1", "-x", "@a", "\tb", "-1.5", -2.5, "+3e4", "a=b", "")])
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        assert next(csv.reader(file)) == ["'=1", "'-x", "'@a", "'\tb", "-1.5", "-2.5", "+3e4", "a=b", ""]
