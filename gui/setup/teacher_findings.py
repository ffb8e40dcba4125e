"""What the teacher check found: the teacher's own figures, its patch logits as a histogram, the calibration."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from engine.events import TeacherChecked
from engine.number_words import decimals, figure, percent
from gui.setup.histogram_plot import HistogramPlot
from gui.widgets.card import heading
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.translation import tr

_PLOT_HEIGHT = 180


class TeacherFindings(QWidget):
    """The figures of one TeacherChecked event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, TextLabel] = {}
        self.histogram = HistogramPlot()
        self.histogram.setMinimumHeight(_PLOT_HEIGHT)
        self.histogram.setAccessibleName(tr("Histogram of the teacher's patch logits"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setColumnStretch(1, 1)
        title = heading(tr("Patch logits of the teacher"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._grid)
        column.addWidget(title)
        column.addWidget(self.histogram)

    def show_check(self, found: TeacherChecked) -> None:
        """Show what was found."""
        for name, text in summary(found):
            if name not in self.values:
                self._add(name)
            self.values[name].setText(text)
        self.histogram.set_histogram(found.histogram_counts, found.histogram_edges)

    def _add(self, name: str) -> None:
        label, value = TextLabel(name), WrappedLabel(name)
        set_role(label, "muted")
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self.values[name] = value


def summary(found: TeacherChecked) -> list[tuple[str, str]]:
    """The check in words, as (what, figure)."""
    scores = found.scores
    return [
        ("AUC", tr("{auc} on {images:,} validation images", auc=score(scores.auc), images=scores.images)),
        ("AP", score(scores.ap)),
        (tr("Accuracy"), accuracy_text(found)),
        (
            tr("Range"),
            tr(
                "patch logits from {logit_min} to {logit_max} on training images",
                logit_min=figure(found.logit_min, 4),
                logit_max=figure(found.logit_max, 4),
            ),
        ),
        (tr("Calibration"), calibration_text(found)),
        (tr("By source"), sources_text(found)),
        (tr("Fed with"), variants_text(found)),
        (tr("Seen"), views_text(found)),
    ]


def sources_text(found: TeacherChecked) -> str:
    """The AUC on each source folder that has both classes."""
    known = [f"{name} {scores.auc:.3f}" for name, scores in sorted(found.sources.items()) if scores.auc is not None]
    return f"AUC {', '.join(known)}" if known else tr("no source has images of both classes")


def variants_text(found: TeacherChecked) -> str:
    """The filter and normalisation that are set, and any other that fits the teacher's first layer better."""
    own = next((variant for variant in found.variants if variant.chosen), None)
    if own is None:
        return tr("not looked at")
    text = f"{own.input_filter}, {own.normalisation}"
    rivals = [v for v in found.variants if v.auc is not None and not v.chosen]
    if not rivals or own.auc is None:
        return tr(
            "{text}; of {count} ways none fits this checkpoint's first layer clearly better",
            text=text,
            count=len(found.variants),
        )
    tried = ", ".join(
        tr(
            "{input_filter} with {normalisation}: {auc}",
            input_filter=v.input_filter,
            normalisation=v.normalisation,
            auc=score(v.auc),
        )
        for v in rivals
    )
    return tr(
        "{text}: AUC {auc} on a sample. Others that fit its first layer better: {tried}",
        text=text,
        auc=score(own.auc),
        tried=tried,
    )


def views_text(found: TeacherChecked) -> str:
    """The AUC in each view that was tried, the best first."""
    if not found.views:
        return tr("as set; other views were not tried, as there is little to gain")
    as_set = tr("(as set)")
    names = [f"{view.words} {as_set}" if view.chosen else view.words for view in found.views]
    tried = ", ".join(f"{name} {score(view.auc)}" for name, view in zip(names, found.views, strict=True))
    return tr("AUC on {images:,} of the validation images: {tried}", images=found.views[0].images, tried=tried)


def score(value: float | None) -> str:
    """A score with three digits, or undefined where one class is missing."""
    return tr("undefined (one class is missing)") if value is None else decimals(value)


def accuracy_text(found: TeacherChecked) -> str:
    """Accuracy over all and by class."""
    scores = found.scores
    classes = [
        f"{name} {percent(value)}"
        for name, value in ((tr("real"), scores.real_accuracy), (tr("fake"), scores.fake_accuracy))
        if value is not None
    ]
    overall = tr("undefined") if scores.accuracy is None else percent(scores.accuracy)
    return f"{overall} ({', '.join(classes)})" if classes else overall


def calibration_text(found: TeacherChecked) -> str:
    """The calibration that was chosen, and what it costs in AUC on the training images it was fitted to."""
    kind = str(found.calibration.get("method", "none"))
    raw = found.calibration.get("raw_auc")
    if found.calibrated_auc is None or not isinstance(raw, float) or math.isnan(raw):
        return kind
    return tr(
        "{kind}; AUC on training images {calibrated_auc:.3f}, raw {raw:.3f}",
        kind=kind,
        calibrated_auc=found.calibrated_auc,
        raw=raw,
    )
