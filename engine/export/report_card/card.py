"""Writes the report card of a run."""

import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from engine import __version__
from engine.control import RunControl
from engine.events import Event, Scores
from engine.export.report_card import account, results, trust
from engine.export.report_card.figures import Figures, measured
from engine.export.report_card.page import badge, details, figure_text, note, page, pairs, tile
from engine.figures import percent
from engine.files import atomic_write, refuse_existing
from engine.reliability import expected_calibration_error

Emit = Callable[[Event], None]
FILE_NAME = "report.html"
STATES = {"finished": "good", "stopped": "warning", "interrupted": "warning", "failed": "error"}
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
    made = time.strftime("%Y-%m-%d %H:%M")
    footer = details("What the words mean", pairs((name, escape(text)) for name, text in TERMS))
    footer += escape(f"Made by PatchDistill {__version__} on {made}.")
    return page(f"Report card: {figures.run.name}", _header(figures), sections, footer)


def _header(figures: Figures) -> str:
    summary = figures.summary
    started = time.strftime("%Y-%m-%d %H:%M", time.localtime(summary.started_s))
    remarks = "".join(note(remark) for remark in figures.student.remarks)
    return (
        f"<h1>{escape(figures.run.name)}</h1>"
        f'<span class="muted">Report card of a run started {started}</span> '
        f"{badge(summary.state, STATES.get(summary.state, 'info'))}"
        f'<p class="lead">{escape(_verdict(figures))}</p>{remarks}<div class="tiles">{_tiles(figures)}</div>'
    )


def _verdict(figures: Figures) -> str:
    """The card in a sentence or two."""
    first = figures.rows["validation"][0]
    if first.scores.auc is None:
        return "The validation images are of one class, so it cannot be said how well real and fake are told apart."
    words = (
        f"On {first.scores.images:,} validation images the student ranks a fake above a real one in "
        f"{percent(first.scores.auc)} of all pairs"
    )
    if interval := first.intervals.get("auc"):
        words += f" (95 % interval {percent(interval[0])} to {percent(interval[1])})"
    teacher = figures.validation.teacher
    auc = teacher.overall.auc if teacher else None
    if auc is None:
        return f"{words}."
    return f"{words}; its teacher does in {percent(auc)}."


def _tiles(figures: Figures) -> str:
    own, parameters = figures.validation.student, figures.student.student.weights.recognised.parameters
    tiles = [
        _auc_tile("Validation AUC", own.overall, figures.rows["validation"][0].intervals),
        tile(figure_text(own.overall.accuracy, 3), "Accuracy at logit 0", "validation"),
        tile(figure_text(expected_calibration_error(own.labels, own.logits), 3), "Calibration error", "validation"),
        tile(f"{parameters:,}", "Parameters", str(figures.student.student.weights.recognised.family)),
    ]
    if "test" in figures.comparisons:
        test = figures.comparisons["test"].student.overall
        tiles.insert(1, _auc_tile("Test AUC", test, figures.rows["test"][0].intervals))
    fastest = [item["proof"]["latency_ms"] for item in figures.exports if item["format"] == "onnx"]
    if fastest:
        tiles.append(tile(f"{fastest[-1]:.2f} ms", "One image, ONNX", "one CPU thread"))
    return "".join(tiles)


def _auc_tile(name: str, scores: Scores, intervals: dict[str, tuple[float, float]]) -> str:
    interval = intervals.get("auc")
    return tile(figure_text(scores.auc, 3), name, f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "")
