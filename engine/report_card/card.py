"""Writes the report card of a run."""

import time
from dataclasses import asdict
from pathlib import Path

from markupsafe import Markup

from engine import __version__
from engine.control import RunControl
from engine.evaluation.reliability import expected_calibration_error
from engine.events import ControlCompared, Emit, Scores
from engine.files import atomic_write, refuse_existing
from engine.number_words import date_and_time, percent
from engine.report_card import account, results, trust
from engine.report_card.measurements import Figures, Row, measured
from engine.report_card.page import badge, details, figure_text, filled, note, pairs, tile
from engine.run_folder.summaries import RunSummary
from resources.colors import DARK, LIGHT

FILE_NAME = "report.html"
STATES = {"finished": "info", "stopped": "warning", "interrupted": "warning", "failed": "error"}
TERMS = (
    ("AUC", "The chance that a fake image scores higher than a real one: 0.5 is guessing, 1 is perfect."),
    ("AP", "Average precision: how purely fakes come first when images are sorted by score."),
    ("Accuracy", "Share of images on the right side of logit 0; real and fake accuracy are those of one class."),
    ("EER", "Equal error rate: the error at the threshold where false alarms and misses are equally frequent."),
    ("ECE", "Expected calibration error: how far probabilities are from observed shares, 0 is best."),
    ("Logit", "The network's score before it becomes a probability; above 0 means more likely fake than not."),
)


def write_report(run: Path, output: Path | None, control: RunControl, emit: Emit, *, overwrite: bool = False) -> Path:
    """Measure and write one self-contained HTML file; its path.

    Without ``output`` it is the run's own report.html, made anew. StorageError where another file is in the way.
    """
    refuse_existing([output] if output else (), overwrite)
    figures = measured(run, control, emit)
    target = output or figures.run / FILE_NAME
    content = report_card(figures).encode("utf-8")
    atomic_write(target, lambda file: file.write(content))
    return target


def report_card(figures: Figures) -> str:
    """The document."""
    sections = (
        ("How good it is", results.accuracy_table(figures)),
        ("ROC and precision", results.ranking(figures)),
        ("Threshold and calibration", trust.calibration(figures)),
        ("Agreement with the teacher", trust.agreement(figures)),
        ("Robustness", trust.robustness(figures)),
        ("Surest mistakes", trust.mistakes(figures)),
        ("Training", results.training_curves(figures)),
        ("Warnings of the run", account.alerts(figures)),
        ("Images", account.data(figures)),
        ("Teacher", account.teacher(figures)),
        ("Settings", account.settings(figures)),
        ("Exports", account.exports(figures)),
        ("Program and computer", account.making(figures)),
    )
    return filled(
        "card.html",
        light=asdict(LIGHT),
        dark=asdict(DARK),
        name=figures.run.name,
        when=_when(figures.summary),
        badge=badge(figures.summary.state, STATES.get(figures.summary.state, "info")),
        verdict=" ".join(filter(None, (_verdict(figures), _which_student(figures)))),
        chosen_on=_chosen_on(figures),
        remarks=[note(remark) for remark in (*figures.student.remarks, figures.remark) if remark],
        tiles=_tiles(figures),
        sections=sections,
        words=details("What the words mean", pairs(TERMS)),
        version=__version__,
        made=date_and_time(time.time()),
    )


def _when(summary: RunSummary) -> str:
    started = f"started {date_and_time(summary.started_s)}"
    if summary.starts > 1 and summary.ended_s is not None:
        return f"{started}, resumed since, and last ended {date_and_time(summary.ended_s)}"
    return started


def _verdict(figures: Figures) -> str:
    """The card in a sentence or two, by the images on which nothing was chosen, where there are some."""
    first = figures.rows[figures.judged_on][0]
    if first.scores.auc is None:
        return f"The {figures.judged_on} images are of one class, so it cannot be said how well real and fake differ."
    words = (
        f"On {first.scores.images:,} {figures.judged_on} images{_of_groups(first)} the student ranks a fake above a "
        f"real one in {percent(first.scores.auc)} of all pairs"
    )
    if interval := first.intervals.get("auc"):
        words += f" (95 % interval {percent(interval[0])} to {percent(interval[1])})"
    teacher = figures.comparisons[figures.judged_on].teacher
    auc = teacher.overall.auc if teacher else None
    if auc is None:
        return f"{words}."
    return f"{words}; its teacher does in {percent(auc)}."


def _which_student(figures: Figures) -> str:
    """Whether it had the teacher, where the run trained a control beside it."""
    compared = [event.words for event in figures.events if isinstance(event, ControlCompared)]
    return compared[-1] if compared else ""


def _chosen_on(figures: Figures) -> str:
    """What was decided by which images, and so how far their figures can be taken at their word."""
    chosen = "The epoch that was kept and the threshold were chosen on the validation images, so figures on them are a "
    if figures.judged_on == "validation":
        return f"{chosen}little too good. There are no test images of both classes, which would say what new ones give."
    if figures.shared:
        shows = "1 of the test images shows" if figures.shared == 1 else f"{figures.shared:,} of the test images show"
        return f"{chosen}little too good; so are those on test, as {shows} what validation images show, by their names."
    return f"{chosen}little too good; on the test images nothing was chosen."


def _of_groups(row: Row) -> str:
    """Of how many photographs or videos the images are, where they are fewer."""
    return f" of {row.groups:,} photographs or videos" if row.groups < row.scores.images else ""


def _tiles(figures: Figures) -> list[Markup]:
    own, parameters = figures.validation.student, figures.student.student.weights.recognised.parameters
    tiles = [
        _auc_tile("Validation AUC", own.overall, figures.rows["validation"][0].intervals),
        tile(figure_text(own.overall.accuracy, 3), "Accuracy at logit 0", "validation"),
        tile(figure_text(expected_calibration_error(own.labels, own.logits), 3), "Calibration error", "validation"),
        tile(f"{parameters:,}", "Parameters", str(figures.student.student.weights.recognised.family)),
    ]
    if "test" in figures.comparisons:
        test = figures.comparisons["test"].student.overall
        tiles.insert(0, _auc_tile("Test AUC", test, figures.rows["test"][0].intervals))
    fastest = [item["proof"]["latency_ms"] for item in figures.exports if item["format"] == "onnx"]
    if fastest:
        tiles.append(tile(f"{fastest[-1]:.2f} ms", "One image, ONNX", "one CPU thread"))
    return tiles


def _auc_tile(name: str, scores: Scores, intervals: dict[str, tuple[float, float]]) -> Markup:
    interval = intervals.get("auc")
    return tile(figure_text(scores.auc, 3), name, f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "")
