"""Which curves there are, by plot, with the words beside them; thresholds come from the run's settings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from engine.number_words import exact
from engine.settings.loss import LOSS_TERMS, LossTerm
from gui.history.run_curves import PART, TERM, VALIDATION
from gui.history.run_history import RunHistory
from gui.words.translation import mark, tr

Role = Literal["warning", "bad", "muted", "accent"]


@dataclass(frozen=True, slots=True)
class Series:
    """One curve: its name in the history, its word in the legend, and which of the theme's colours it has."""

    name: str
    label: str
    color: int
    shown: bool = True
    dots: bool = False
    help_text: str = ""
    smooth: bool = True
    broad: bool = False
    """Drawn broad behind the others, for a curve that often lies exactly under another."""
    weighed: bool = False
    """A part of the sum, drawn as it counts there."""

    @property
    def shown_label(self) -> str:
        """Its word in the legend, in the language of the window."""
        return tr(self.label)

    @property
    def shown_help(self) -> str:
        """What it is, in the language of the window; empty for a curve that the catalogue does not know."""
        text = tr(self.help_text) if self.help_text else ""
        return f"{text} {tr('As it counts in the sum (part x weight).')}" if self.weighed else text


@dataclass(frozen=True, slots=True)
class Threshold:
    """A level drawn across a plot, named in its legend; ``fit`` makes the plot tall enough to show it."""

    label: str
    value: float
    role: Role
    fit: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: title, unit of its height, its curves and its thresholds."""

    name: str
    title: str
    unit: str
    series: tuple[Series, ...]
    thresholds: Callable[[RunHistory], tuple[Threshold, ...]]
    logarithmic: bool = False
    from_zero: bool = False
    within: str = ""
    """Its title within a sentence."""


def _level(word: str, value: float, role: Role, *, fit: bool = False) -> Threshold:
    return Threshold(f"{word} {exact(value)}", value, role, fit)


def _loss_thresholds(history: RunHistory) -> tuple[Threshold, ...]:
    if history.settings is None:
        return ()
    return (_level(tr("explosion"), history.settings.health.loss_limit, "bad"),)


def _teacher_level(history: RunHistory) -> tuple[Threshold, ...]:
    settings, last = history.settings, history.last_validation
    auc = last.teacher_auc if last else history.teacher.scores.auc if history.teacher else None
    teacher = () if auc is None else (Threshold(tr("teacher {auc:.3f}", auc=auc), auc, "accent", fit=True),)
    if settings is None:
        return teacher
    return (*teacher, _level(tr("no signal"), settings.health.no_signal_auc, "warning"))


def _gradient_thresholds(history: RunHistory) -> tuple[Threshold, ...]:
    if history.settings is None:
        return ()
    health, clip = history.settings.health, history.settings.loss.gradient_clip_norm
    levels = [_level(tr("explosion"), health.gradient_max, "bad", fit=True)]
    if health.gradient_min > 0:
        levels.append(_level(tr("vanishing"), health.gradient_min, "warning"))
    if clip > 0:
        levels.append(_level(tr("clipped at"), clip, "muted", fit=True))
    return tuple(levels)


def _spread_thresholds(history: RunHistory) -> tuple[Threshold, ...]:
    if history.settings is None or history.settings.health.collapse_std <= 0:
        return ()
    return (_level(tr("collapse"), history.settings.health.collapse_std, "bad"),)


def _none(_history: RunHistory) -> tuple[Threshold, ...]:
    return ()


def _curve(term: LossTerm) -> Series:
    return Series(TERM + term.name, term.label, term.colour, help_text=term.meaning, weighed=True)


PLOTS = (
    Plot(
        "validation",
        mark("Validation"),
        mark("score"),
        (
            Series(
                VALIDATION + "auc",
                mark("AUC"),
                0,
                dots=True,
                help_text=mark("Area under the ROC curve of the student."),
            ),
            Series(VALIDATION + "ap", mark("AP"), 1, dots=True, help_text=mark("Average precision of the student.")),
            Series(
                VALIDATION + "accuracy",
                mark("accuracy"),
                2,
                False,
                True,
                mark("Share of images on the right side of 0."),
            ),
            Series(VALIDATION + "eer", mark("EER"), 3, False, True, mark("Equal error rate; lower is better.")),
        ),
        _teacher_level,
        within=mark("validation"),
    ),
    Plot(
        "loss",
        mark("Losses"),
        mark("loss"),
        (
            Series("loss", mark("total"), 7, help_text=mark("The sum that is trained on.")),
            *map(_curve, LOSS_TERMS),
        ),
        _loss_thresholds,
        within=mark("losses"),
    ),
    Plot(
        "gradient",
        mark("Gradient norm"),
        mark("norm"),
        (
            Series("grad_norm", mark("before"), 0, help_text=mark("Length of the gradient as computed.")),
            Series(
                "grad_norm_clipped",
                mark("after clipping"),
                1,
                help_text=mark("Length of the gradient that is applied."),
            ),
        ),
        _gradient_thresholds,
        logarithmic=True,
        within=mark("gradient norm"),
    ),
    Plot(
        "learning_rate",
        mark("Learning rates"),
        mark("learning rate"),
        (
            Series("head_lr", mark("head"), 0, help_text=mark("Step size of the last layer."), smooth=False),
            Series(
                "backbone_lr",
                mark("backbone"),
                1,
                help_text=mark("Step size of everything before the last layer."),
                smooth=False,
                broad=True,
            ),
        ),
        _none,
        from_zero=True,
        within=mark("learning rates"),
    ),
    Plot(
        "spread",
        mark("Patch differences"),
        mark("std of logits"),
        (
            Series(
                "student_std", mark("student"), 0, help_text=mark("Mean over images of the spread of patch logits.")
            ),
            Series("teacher_std", mark("teacher"), 1, help_text=mark("The same of the target made from the teacher.")),
        ),
        _spread_thresholds,
        from_zero=True,
        within=mark("patch differences"),
    ),
    Plot(
        "throughput",
        mark("Throughput"),
        mark("images/s"),
        (Series("images_per_s", mark("images/s"), 0, help_text=mark("Training images per second.")),),
        _none,
        from_zero=True,
        within=mark("throughput"),
    ),
)


MAIN = ("validation", "loss")
"""Plots that are shown at first: what counts, and what it is made of."""


def figure_words(name: str) -> str:
    """What a column of the exported table is called in words, for names that no plot shows."""
    return name.removeprefix(PART).removeprefix(TERM).removeprefix(VALIDATION).replace("_", " ")


def term_word(name: str) -> str:
    """A loss term as the legend calls it."""
    known = {series.name: series.shown_label for plot in PLOTS for series in plot.series}
    return known.get(TERM + name, figure_words(name))


def series_of(plot: Plot, history: RunHistory) -> tuple[Series, ...]:
    """The plot's curves; loss terms that the catalogue does not know follow under their own names."""
    if plot.name != "loss":
        return plot.series
    known = {series.name for series in plot.series}
    extra = [name for name in history.steps.names if name.startswith(TERM) and name not in known]
    return (
        *plot.series,
        *(Series(n, figure_words(n), (5 + i) % 7) for i, n in enumerate(extra)),
    )
