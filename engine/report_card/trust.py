"""The sections about how far scores can be taken at their word: calibration, agreement, robustness, mistakes."""

import numpy as np
from markupsafe import Markup

from engine.evaluation.evaluate import Evaluation
from engine.evaluation.judgement import ProbabilityScale
from engine.evaluation.reliability import expected_calibration_error
from engine.number_words import figure, percent
from engine.report_card import curves
from engine.report_card.charts import Axis, Series, histogram, line_chart
from engine.report_card.curves import Points, reliability_points
from engine.report_card.measurements import Figures, Mistake
from engine.report_card.page import charts, code, figure_text, pairs, paragraph, picture, table
from engine.report_card.results import STUDENT, UNIT

REAL, FAKE = 6, 2  # colours


def calibration(figures: Figures) -> Markup:
    """Thresholds, scores by class, and whether probabilities mean what they say, before calibration and after."""
    validation, scale = figures.validation.student, figures.judgement.scale
    rows = [
        ("Probabilities", f"{scale.words}: sigmoid of {figure(scale.slope, 4)} × logit {scale.offset:+.4f}"),
        ("Threshold", f"{figures.threshold:.4f} as a logit, {_chance(scale, figures.threshold)} as a probability"),
    ]
    rows += [
        (f"Threshold for {percent(alarms.rate)} false alarms", f"{alarms.threshold:.4f} as a logit: {alarms.words}")
        for alarms in figures.judgement.false_alarms
    ]
    for split, comparison in figures.comparisons.items():
        own = comparison.student
        found = curves.confusion(own, figures.threshold)
        fake, real = _share(found.fake_right, found.fake_wrong), _share(found.real_right, found.real_wrong)
        rows.append((f"At the threshold, {split}", f"{fake} of the fake and {real} of the real images are right"))
        errors = (expected_calibration_error(own.labels, each) for each in (own.logits, scale.scaled(own.logits)))
        before, after = map(figure_text, errors)
        rows.append((f"Calibration error (ECE), {split}", f"{before} before calibration, {after} after"))
    return (
        paragraph(
            "The threshold is where the mean of real and fake accuracy is highest on validation; every export carries "
            "it, those for false alarms and the scale of probabilities. A well calibrated probability of 0.8 is right "
            "8 times in 10, so the dots lie on the diagonal. Calibration was fitted to validation and holds for "
            "pictures like those."
        )
        + pairs(rows)
        + charts(
            histogram(
                "Scores on validation",
                Axis("logit"),
                Axis("images"),
                _score_bars(validation),
                ("threshold", figures.threshold),
            ),
            line_chart(
                "Calibration on validation",
                Axis("probability of fake, as said", UNIT),
                Axis("share of fakes, in truth", UNIT),
                [
                    Series("Before", reliability_points(validation.labels, validation.logits), REAL),
                    Series("After", reliability_points(validation.labels, scale.scaled(validation.logits)), STUDENT),
                ],
                diagonal=True,
            ),
        )
    )


def _score_bars(evaluation: Evaluation) -> list[tuple[str, int, Points]]:
    edges = np.histogram_bin_edges(evaluation.logits, bins=30)
    middles = (edges[1:] + edges[:-1]) / 2
    bars: list[tuple[str, int, Points]] = []
    for name, colour, label in (("real", REAL, 0), ("fake", FAKE, 1)):
        counts, _ = np.histogram(evaluation.logits[evaluation.labels == label], bins=edges)
        bars.append((name, colour, list(zip(middles.tolist(), counts.tolist(), strict=True))))
    return bars


def agreement(figures: Figures) -> Markup:
    """How far the student does as its teacher does; empty without a teacher."""
    comparison = figures.validation
    found = curves.agreement(comparison)
    if found is None or comparison.targets is None:
        return Markup()
    own, labels = comparison.student.logits, comparison.student.labels
    rows = [
        ("Same decision", f"{percent(found.same)} of the validation images"),
        ("Correlation of image scores", figure_text(found.scores)),
        ("Correlation of patch maps, mean over images", figure_text(found.maps)),
    ]
    dots = [
        Series(name, _thin_pairs(comparison.targets[labels == label], own[labels == label]), colour, dots=True)
        for name, colour, label in (("real", REAL, 0), ("fake", FAKE, 1))
    ]
    worst = [
        [
            code(item.path.name),
            item.source,
            ("real", "fake")[item.label],
            f"{item.student:.3f}",
            f"{item.teacher:.3f}",
        ]
        for item in comparison.disagreements(8)
    ]
    columns = ("Image", "source", "label", "student", "teacher")
    return pairs(rows) + charts(
        line_chart("Image scores", Axis("teacher, calibrated logit"), Axis("student, logit"), dots),
        Markup("<figure><figcaption>Where they differ most (probability of fake)</figcaption>{}</figure>").format(
            table(columns, worst, numbers=2)
        ),
    )


def _thin_pairs(x: np.ndarray, y: np.ndarray, most: int = 400) -> Points:
    step = max(1, -(-len(x) // most))
    return list(zip(x[::step].tolist(), y[::step].tolist(), strict=True))


def robustness(figures: Figures) -> Markup:
    """AUC after recompression, resizing and cropping."""
    untouched = figures.robustness[0]
    kinds = (
        ("JPEG", "Compressed again", "JPEG quality (100: untouched)", 100.0),
        ("size", "Resized", "side, times the original", 1.0),
        ("crop", "Cropped to the middle", "share of each side", 1.0),
    )
    drawings = []
    for kind, title, label, neutral in kinds:
        found = [(neutral, untouched), *((item.strength, item) for item in figures.robustness if item.kind == kind)]
        found.sort(key=lambda item: item[0])
        points = [(place, item.auc) for place, item in found if item.auc is not None]
        drawings.append(
            line_chart(
                title,
                Axis(label),
                Axis("AUC", (0.4, 1.0)),
                [Series("Student", points, STUDENT)],
            )
        )
    rows = [[_condition(item.kind, item.strength), figure_text(item.auc)] for item in figures.robustness]
    return paragraph(
        f"AUC on {figures.robustness_images:,} validation images, changed before the student sees them.", "muted"
    ) + charts(*drawings, table(("Change", "AUC"), rows, numbers=1))


def mistakes(figures: Figures) -> Markup:
    """The validation images on which the student is most surely wrong, each with its map."""
    if not figures.mistakes:
        return Markup()
    return paragraph(
        "Orange patches look fake to the student, blue ones real. Small pictures are shown enlarged. "
        f"{figures.student.student.detector.rim_words}",
        "muted",
    ) + Markup('<div class="pictures">{}</div>').format(
        Markup().join(_mistake(mistake, figures.judgement.scale) for mistake in figures.mistakes)
    )


def _mistake(mistake: Mistake, scale: ProbabilityScale) -> Markup:
    truth = ("real", "fake")[mistake.label]
    name = f"{mistake.path.parent.name}/{mistake.path.name}"
    return Markup("<div>{} {}<div>{}<br>{}, said to be fake with probability {}</div></div>").format(
        picture(mistake.picture, name),
        picture(mistake.heatmap, "patch map"),
        code(name),
        truth,
        _chance(scale, mistake.logit),
    )


def _condition(kind: str, strength: float) -> str:
    return {
        "JPEG": f"JPEG quality {figure(strength)}",
        "size": f"size × {figure(strength)}",
        "crop": f"middle {percent(strength)}",
    }.get(kind, kind)


def _chance(scale: ProbabilityScale, logit: float) -> str:
    return f"{scale.probability(logit):.3f}"


def _share(right: int, wrong: int) -> str:
    return percent(right / (right + wrong)) if right + wrong else "none"
