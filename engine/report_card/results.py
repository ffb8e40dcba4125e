"""The sections about how good the student is: figures, curves, calibration, agreement and robustness."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from engine.evaluation.evaluate import Evaluation
from engine.events import Event, RolledBack, RunStarted, StepDone, Validated
from engine.report_card.charts import Axis, Series, line_chart
from engine.report_card.curves import Points, has_both, precision_recall, roc
from engine.report_card.measurements import FEWEST_FOR_INTERVALS, FEWEST_GROUPS, Figures, Row
from engine.report_card.page import charts, figure_text, paragraph, small, table
from engine.trained.comparison import Comparison

STUDENT, TEACHER = 1, 2  # colours
UNIT = (0.0, 1.0)
FIGURE_NAMES = ("auc", "ap", "accuracy", "real_accuracy", "fake_accuracy", "eer")


def accuracy_table(figures: Figures) -> Markup:
    """Per source, student and teacher, with intervals."""
    columns = ("Network", "Images from", "images", "AUC", "AP", "accuracy", "real acc.", "fake acc.", "EER")
    parts = []
    for split, rows in figures.rows.items():
        strong = [number for number, row in enumerate(rows) if row.overall]
        parts.append(Markup("<h3>{}</h3>").format(split.capitalize()))
        parts.append(table(columns, [_cells(row) for row in rows], numbers=7, strong=strong))
    return paragraph(
        "Decisions are made at logit 0. Below each figure lies its 95 % interval: what another sample of as many "
        "images of the same kind would plausibly give (bootstrap, 1,000 resamples, real and fake drawn apart). Images "
        "that belong together by their names, as tiles of one photograph do, are drawn together. Fewer than "
        f"{FEWEST_FOR_INTERVALS} images of a class, or of fewer than {FEWEST_GROUPS} photographs, cannot say that.",
        "muted",
    ) + Markup().join(parts)


def _cells(row: Row) -> list[str]:
    cells = [row.who, row.images, f"{row.scores.images:,}"]
    for name in FIGURE_NAMES:
        interval = row.intervals.get(name)
        below = small(f"{interval[0]:.3f} – {interval[1]:.3f}") if interval else ""
        cells.append(figure_text(getattr(row.scores, name)) + below)
    return cells


def ranking(figures: Figures) -> Markup:
    """ROC and precision-recall of each split."""
    drawings = []
    for split, comparison in figures.comparisons.items():
        drawings.append(
            line_chart(
                f"ROC, {split}",
                Axis("real images called fake", UNIT),
                Axis("fake images found", UNIT),
                _both(comparison, roc),
                diagonal=True,
            )
        )
        drawings.append(
            line_chart(
                f"Precision and recall, {split}",
                Axis("fake images found (recall)", UNIT),
                Axis("share of fakes in what is called fake", UNIT),
                _both(comparison, precision_recall),
            )
        )
    return charts(*drawings)


def _both(comparison: Comparison, curve: Callable[[Evaluation], Points]) -> list[Series]:
    networks = (("Student", STUDENT, comparison.student), ("Teacher", TEACHER, comparison.teacher))
    return [
        Series(name, curve(evaluation), colour, dashed=name == "Teacher")
        for name, colour, evaluation in networks
        if evaluation is not None and has_both(evaluation)
    ]


def standing(events: Iterable[Event]) -> list[StepDone | Validated]:
    """Steps and validations without those that a resumed run, or one that went back, did again."""
    kept: list[StepDone | Validated] = []
    for event in events:
        if isinstance(event, StepDone | Validated):
            kept.append(event)
        elif isinstance(event, RunStarted | RolledBack):
            last = event.step if isinstance(event, RunStarted) else event.to_step
            kept = [one for one in kept if one.step <= last]
    return kept


def training_curves(figures: Figures) -> Markup:
    """Loss and validation AUC over the steps of the run."""
    valid = standing(figures.events)
    steps = [event for event in valid if isinstance(event, StepDone)]
    validated = [event for event in valid if isinstance(event, Validated)]
    names = list(dict.fromkeys(name for event in steps for name in event.parts))
    loss = [Series("loss", [(event.step, event.loss) for event in steps], STUDENT)]
    parts = [
        Series(name, [(event.step, event.parts[name]) for event in steps if name in event.parts], 1 + place % 6)
        for place, name in enumerate(names)
    ]
    aucs = [Series("Student", [(e.step, e.scores.auc) for e in validated if e.scores.auc is not None], STUDENT)]
    taught = [(event.step, event.teacher_auc) for event in validated if event.teacher_auc is not None]
    kept = [e for e in figures.events if isinstance(e, Validated) and e.best]  # also by a run that went back since
    best = [(event.step, event.scores.auc) for event in kept if event.scores.auc is not None]
    rates = [
        Series("head", [(event.step, event.head_lr) for event in steps], STUDENT),
        Series("backbone", [(event.step, event.backbone_lr) for event in steps], TEACHER, dashed=True),
    ]
    step = Axis("step")
    return charts(
        line_chart(
            "Validation AUC (the ring is the student of this card)",
            step,
            Axis("AUC"),
            [*aucs, Series("Teacher", taught, TEACHER, dashed=True)],
            marks=best[-1:],
        ),
        line_chart("Training loss", step, Axis("weighted sum"), loss),
        line_chart("Parts of the loss, unweighted", step, Axis("value"), parts),
        line_chart("Learning rate", step, Axis("rate"), rates),
    )
