"""What a report card is written from: measured anew, whatever of the run is lost or damaged."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch

from engine.control import RunControl
from engine.errors import CheckpointError, DataError, ExportError
from engine.evaluation.evaluate import Evaluation
from engine.events import Event, FinalEvaluated, StepDone, Validated
from engine.export.exporting import export
from engine.export.record import read_record
from engine.report_card import measurements as card_figures
from engine.report_card.card import report_card
from engine.report_card.measurements import Figures, environment, measured, rows
from engine.report_card.robustness import conditions, cropped, scaled
from engine.run_folder.event_log import read_events
from engine.settings.toml_file import dump_settings, load_settings
from engine.trained.comparison import Comparison


def test_figures_are_those_of_the_final_evaluation(figures: Figures, run: Path) -> None:
    final = next(event for event in read_events(run) if isinstance(event, FinalEvaluated))
    by_name = {(row.who, row.images): row.scores for row in figures.rows["test"]}
    assert figures.rows["validation"][0].scores == final.student["validation"]
    assert by_name["Student", "all images"] == final.student["test"]
    assert by_name["Teacher", "two"] == final.teacher["test/two"]
    for row in figures.rows["validation"]:
        low, high = row.intervals["auc"]
        assert row.scores.auc is not None
        assert low <= row.scores.auc <= high


def test_robustness_begins_with_the_untouched_pictures(figures: Figures) -> None:
    untouched = figures.robustness[0]
    assert untouched.kind == "untouched"
    assert untouched.auc == pytest.approx(figures.rows["validation"][0].scores.auc)
    assert len({item.auc for item in figures.robustness}) > 3
    assert [item.strength for item in figures.robustness if item.kind == "JPEG"] == [95, 90, 80, 70, 60, 50]


def test_changes_to_pictures() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    assert scaled(picture, 1.5).shape == (30, 45, 3)
    assert (cropped(picture, 0.5) == picture[5:15, 7:22]).all()
    for condition in conditions()[1:]:
        changed = condition.apply(picture)
        assert changed.shape != picture.shape or (changed != picture).any(), condition


def test_of_a_long_run_only_as_many_reports_are_held_as_its_curves_can_show(
    figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_figures, "MOST_REPORTS", 50)
    report = next(event for event in figures.events if isinstance(event, StepDone))
    validated = next(event for event in figures.events if isinstance(event, Validated))

    def long_run() -> Iterator[Event]:
        for step in range(1, 2001):
            yield replace(report, step=step)
            if step % 100 == 0:
                yield replace(validated, step=step)

    found = cast(tuple[StepDone | Validated, ...], card_figures.few_reports(long_run()))
    steps = [event.step for event in found if isinstance(event, StepDone)]
    assert len(steps) <= 50
    assert steps == list(range(1, 2001, steps[1] - steps[0]))
    assert [event.step for event in found if isinstance(event, Validated)] == list(range(100, 2001, 100))
    assert [event.step for event in found] == sorted(event.step for event in found)


def test_too_few_images_of_a_class_for_intervals(figures: Figures) -> None:
    """A lone fake that ranks first would have the interval 1 to 1, and so would nine."""
    student = figures.validation.student
    for fakes in (1, 9, 10):
        kept = np.concatenate([np.flatnonzero(student.labels == 0), np.flatnonzero(student.labels == 1)[:fakes]])
        part = Evaluation(student.entries.take(kept), student.labels[kept], student.logits[kept])
        (row,) = rows(Comparison(part))
        assert bool(row.intervals) == (fakes == 10)
    bare = {split: [replace(row, intervals={}) for row in found] for split, found in figures.rows.items()}
    card = report_card(replace(figures, rows=bare))
    assert "of all pairs; its teacher" in card


def test_a_student_whose_scores_overflow_has_no_card(run: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(run, tmp_path / "copy"))
    state = torch.load(copy / "student.pth", weights_only=True)
    state["fc.weight"].fill_(3e38)
    torch.save(state, copy / "student.pth")
    with pytest.raises(CheckpointError, match="weights are broken"):
        measured(copy, RunControl(), lambda _event: None)


@pytest.mark.parametrize("lost", ["images", "checkpoints"])
def test_a_student_leaves_although_something_of_its_run_is_lost(lost: str, run: Path, tmp_path: Path) -> None:
    """As after moving a run's folder alone to another computer, or where both checkpoints are damaged."""
    copy = Path(shutil.copytree(run, tmp_path / "copy"))
    if lost == "images":
        settings = load_settings(copy / "settings.toml", (f"data.train='{(tmp_path / 'gone').as_posix()}'",))
        (copy / "settings.toml").write_text(dump_settings(settings), encoding="utf-8")
    else:
        for name in ("last.pt", "previous.pt"):
            (copy / "checkpoints" / name).write_bytes(b"damaged")
    outcome = export(copy, ["onnx"], tmp_path / "out", RunControl(), lambda _event: None, accept_weak=True)
    assert not outcome.failed
    (remark,) = outcome.student.remarks
    assert "left out" in remark
    assert (outcome.threshold is None) == (lost == "images")
    if lost == "images":
        with pytest.raises(DataError, match="measures the student on its run's images"):
            measured(copy, RunControl(), lambda _event: None)


def test_without_images_a_student_is_judged_by_what_its_run_found(run: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(run, tmp_path / "copy"))
    gone = f"data.train='{(tmp_path / 'gone').as_posix()}'"
    settings = load_settings(copy / "settings.toml", (gone, "health.no_signal_auc=1.0"))
    (copy / "settings.toml").write_text(dump_settings(settings), encoding="utf-8")
    with pytest.raises(ExportError, match="it hardly tells real from fake"):
        export(copy, ["pth"], tmp_path / "out", RunControl(), lambda _event: None)
    assert export(copy, ["pth"], tmp_path / "out", RunControl(), lambda _event: None, accept_weak=True).exported


@pytest.mark.parametrize("content", [b"[" * 10**5, b"[1" + b"1" * 5000 + b"]", b"\xff", b"null", b"[3]"])
def test_notes_of_the_run_that_are_rubbish_cost_the_card_nothing_else(tmp_path: Path, content: bytes) -> None:
    for name in ("exports.json", "environment.json"):
        (tmp_path / name).write_bytes(content)
    assert read_record(tmp_path) == []
    assert environment(tmp_path) == {"Program and packages": "environment.json is damaged"}


def test_an_entry_of_the_exports_that_is_none_hides_no_other(figures: Figures, run: Path, tmp_path: Path) -> None:
    good = json.loads((run / "exports.json").read_text("utf-8"))
    bad = [3, {"file": "a"}, good[0] | {"proof": {}}, good[0] | {"bytes": -1}]
    (tmp_path / "exports.json").write_text(json.dumps([*bad, *good]), "utf-8")
    assert [item["sha256"] for item in read_record(tmp_path)] == [good[0]["sha256"]]
    assert figures.exports
