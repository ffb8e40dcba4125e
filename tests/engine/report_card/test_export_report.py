"""The report card of a real run: all of it in one file, and the figures in it are the run's."""

import html.parser
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch

from engine.cli.main import main
from engine.control import RunControl
from engine.errors import CheckpointError, DataError, ExportError
from engine.evaluation.evaluate import Evaluation
from engine.events import Alert, Event, FinalEvaluated, RemedyApplied, RolledBack, RunStarted, StepDone, Validated
from engine.export.exporting import export
from engine.export.record import read_record
from engine.files import sha256_of
from engine.report_card import account, page
from engine.report_card import measurements as card_figures
from engine.report_card.card import report_card, write_report
from engine.report_card.charts import Axis, Series, histogram, line_chart
from engine.report_card.measurements import Figures, environment, measured, rows
from engine.report_card.results import training_curves
from engine.report_card.robustness import conditions, cropped, scaled
from engine.run_folder.event_log import read_events
from engine.settings.toml_file import dump_settings, load_settings
from engine.trained.comparison import Comparison
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import TinyData, settings_for, write_images


@pytest.fixture(scope="module")
def run(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a test set of two sources, one of which has a name that HTML would take for markup."""
    place = tmp_path_factory.mktemp("run")
    for source in ("R&amp;D", "two"):
        write_images(place / "test" / source, {"val": 3})
        (place / "test" / source / "val").rename(place / "test" / source / "test")
    settings = settings_for(tiny_data, place, f"data.test='{(place / 'test').as_posix()}'", "output.name=A & B")
    result, _ = carried_out(settings)
    assert result.run is not None
    return result.run


@pytest.fixture(scope="module")
def figures(run: Path) -> Figures:
    assert main(["export", str(run), "--format", "onnx", "--accept-weak"]) == 0
    return measured(run, RunControl(), lambda _event: None)


@pytest.fixture(scope="module")
def card(figures: Figures) -> str:
    return report_card(figures)


class Balanced(html.parser.HTMLParser):
    """Every tag that opens closes, and which tags and attributes there are."""

    void = ("meta", "img", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_is_one_file_that_needs_nothing_else(card: str) -> None:
    parsed = Balanced()
    parsed.feed(card)
    assert parsed.open == []
    assert not {"script", "link", "iframe", "object"} & parsed.tags
    assert all(link.startswith(("#", "data:image/webp;base64,")) for link in parsed.links)
    assert "http" not in card.replace("http-equiv", "")
    assert "nan" not in re.sub(r"base64,[^\"]+", "", card).lower().replace("finance", "")


def test_names_are_text_and_never_markup(card: str) -> None:
    assert "<h1>A &amp; B</h1>" in card
    assert card.count("R&amp;amp;D") >= 3  # in the tables of figures, of images and of where the two differ
    assert "R&amp;D" not in card


def test_every_part_takes_text_as_text() -> None:
    name = "<b>R&D</b>"
    axis, line = Axis(name), Series(name, [(1.0, 2.0)])
    drawn = line_chart(name, axis, axis, [line]) + histogram(name, axis, axis, [(name, 1, [(1.0, 2.0)])], (name, 1.0))
    parts = [drawn, page.table([name], [[name]]), page.pairs([(name, name)]), page.tile(name, name, name)]
    parts += [page.paragraph(name), page.note(name), page.badge(name, "good"), page.code(name), page.small(name)]
    parts += [page.listed([name]), page.picture(np.zeros((2, 2, 3), np.uint8), name)]
    parts.append(page.details(name, page.note("")))
    for part in parts:
        assert "<b>R" not in part
        assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in part


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


def test_it_leads_with_images_on_which_nothing_was_chosen(card: str, figures: Figures) -> None:
    assert "On 12 test images of 6 photographs or videos the student ranks" in card  # real and fake share names
    assert "on the test images nothing was chosen" in card
    assert card.index("Test AUC") < card.index("Validation AUC")
    only = {"validation": figures.comparisons["validation"]}
    untested = report_card(replace(figures, comparisons=only, rows={"validation": figures.rows["validation"]}))
    assert re.search(r"On \d+ validation images of \d+ photographs", untested)
    assert "There are no test images of both classes" in untested
    shared = report_card(replace(figures, shared=3))
    assert "so are those on test, as 3 of the test images show what validation images show" in shared


def test_it_accounts_for_data_settings_and_exports(card: str, figures: Figures, run: Path) -> None:
    record = json.loads((run / "exports.json").read_text(encoding="utf-8"))[0]
    assert record["sha256"] in card
    assert sha256_of(run / "student.pth") in card
    assert figures.student.teacher is not None
    assert figures.student.teacher.weights.sha256 in card
    for digest in figures.fingerprints.values():
        assert digest in card
    assert set(figures.fingerprints) == {"train", "validation", "test"}
    assert "stage2.epochs" in card
    assert f"{figures.threshold:.4f} as a logit" in card


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


def test_write_report_names_its_file(run: Path, tmp_path: Path) -> None:
    target = tmp_path / "card ü.html"
    assert write_report(run, target, RunControl(), lambda _event: None) == target
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["report", str(tmp_path)]) == 1


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


def test_curves_are_those_of_the_steps_that_stand(figures: Figures) -> None:
    """After a crash the run goes on from its last checkpoint, and the steps beyond that come a second time."""
    done = figures.events
    place = next(i for i, event in enumerate(done) if isinstance(event, Validated) and event.stage == 2)
    step = cast(Validated, done[place]).step
    again = RunStarted(run="", device="", version="", step=step)
    twice = replace(figures, events=(*done, again, *done[place + 1 :]))
    assert training_curves(twice) == training_curves(figures)
    back = RolledBack(stage=2, step=done_steps(figures), to_step=step, reason="")
    assert training_curves(replace(figures, events=(*done, back, *done[place + 1 :]))) == training_curves(figures)


def done_steps(figures: Figures) -> int:
    return max(event.step for event in figures.events if isinstance(event, Validated))


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


def test_charts_leave_out_what_is_not_there() -> None:
    assert "Nothing to draw" in line_chart("empty", Axis("x"), Axis("y"), [Series("none", [])])
    one = line_chart("one", Axis("x"), Axis("y"), [Series("flat", [(1.0, 2.0)])])
    assert "NaN" not in one
    assert one.count("<circle") == 1


def test_warnings_are_told_apart_by_subject_with_what_was_done(figures: Figures) -> None:
    silent = Alert(rule="silent_term", severity="warning", stage=2, step=1000, message="", cause="", remedy="")
    alerts = [replace(silent, subject=term, message=f"{term} is silent.") for term in ("relation", "image")]
    off = RemedyApplied(
        stage=2,
        step=1010,
        rule="silent_term",
        subject="image",
        label="Switch the image term off",
        changes={"loss.image_weight": (1.0, 0.0)},
        origin="user",
        start="next_step",
    )
    told = account.alerts(replace(figures, events=(*alerts, off)))
    assert "relation is silent." in told
    assert "image is silent." in told
    assert told.count("Answered at step 1,010: Switch the image term off; not seen again since.") == 1
    assert "step 1,000" in told


def test_the_card_tells_start_and_last_end_of_a_run_that_was_resumed(figures: Figures) -> None:
    day = 86_400.0
    once = replace(figures.summary, started_s=10 * day + 43_200, ended_s=11 * day + 43_200)
    assert "Report card of a run started 1970-01-11" in report_card(replace(figures, summary=once))
    assert "resumed" not in report_card(replace(figures, summary=once)).split("</p>")[0]
    resumed = report_card(replace(figures, summary=replace(once, starts=2)))
    assert re.search(r"started 1970-01-11 [0-9:]{5}, resumed since, and last ended 1970-01-12 [0-9:]{5}<", resumed)


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
