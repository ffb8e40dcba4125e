"""The report card of a real run: all of it in one file, and the figures in it are the run's."""

import html.parser
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np

from engine.cli.main import main
from engine.control import RunControl
from engine.evaluation.reliability import expected_calibration_error
from engine.events import Alert, RemedyApplied, RolledBack, RunStarted, Validated
from engine.files import sha256_of
from engine.report_card import account, page
from engine.report_card.card import report_card, write_report
from engine.report_card.charts import Axis, Series, histogram, line_chart
from engine.report_card.measurements import Figures
from engine.report_card.results import training_curves


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


def test_it_leads_with_images_on_which_nothing_was_chosen(card: str, figures: Figures) -> None:
    assert "On 12 test images of 6 photographs or videos the student ranks" in card  # both sources hold the same
    assert "on the test images nothing was chosen" in card
    assert card.index("Test AUC") < card.index("Validation AUC")
    only = {"validation": figures.comparisons["validation"]}
    untested = report_card(replace(figures, comparisons=only, rows={"validation": figures.rows["validation"]}))
    assert re.search(r"On \d+ validation images the student", untested)
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
    assert [alarms.rate for alarms in figures.judgement.false_alarms] == [0.05, 0.01]
    for alarms in figures.judgement.false_alarms:
        assert f"{alarms.threshold:.4f} as a logit: {alarms.words}" in card
    own = figures.validation.student
    for logits in (own.logits, figures.judgement.scale.scaled(own.logits)):
        assert f"{expected_calibration_error(own.labels, logits):.4f}" in card


def test_write_report_names_its_file(run: Path, tmp_path: Path) -> None:
    target = tmp_path / "card ü.html"
    assert write_report(run, target, RunControl(), lambda _event: None) == target
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["report", str(tmp_path)]) == 1


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
