"""Rules about what batches bring: terms that say nothing, one class alone, images that are waited for."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from engine.events import StepDone
from engine.health.history import History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure, percent
from engine.remedies.multiples import multiple
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.loss import LOSS_TERMS, find_term

DATA_SHARE = 0.5  # of the time spent waiting for images


def silent_term(history: History, settings: RunSettings) -> list[Finding]:
    """An enabled term was exactly 0 all through the window, or had no gradient wherever that was looked at.

    Not the hinges, whose healthy value that is, and not the labels where some images have none: then batches without
    a label are to be expected.
    """
    window = history.window(settings)
    if not window:
        return []
    healthy_at_zero = {term.name for term in LOSS_TERMS if term.zero_is_healthy}
    if settings.data.lacks_labels:
        healthy_at_zero.add("task")
    silent = [
        name
        for name in window[-1].weights
        if name not in healthy_at_zero
        and all(report.weights.get(name, 0) > 0 for report in window)
        and (all(report.parts.get(name, 0) == 0 for report in window) or _without_gradient(name, window))
    ]
    said = "The loss term {!r} has a weight of {}, and its value or its gradient was exactly 0 in the last {} reports."
    return [
        Finding(
            said.format(name, figure(window[-1].weights[name]), len(window)),
            0.0,
            subject=name,
            since=window[0].step,
        )
        for name in silent
    ]


def _without_gradient(name: str, window: Sequence[StepDone]) -> bool:
    audited = [report for report in window if report.gradients]
    return bool(audited) and all(report.gradients.get(name, 0) == 0 for report in audited)


def _against_silent_term(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject == "task":
        everything = {"data.label_fraction": 1.0}
        yield Remedy("Use every label", everything, "new_run", "The labels' term then has something to work on.")
        return
    term = find_term(subject)
    if term is None or not term.weight or term.zero_is_healthy or (term.imitates and not settings.loss.imitates):
        return
    off = {f"loss.{term.weight}": 0.0}
    yield Remedy(f"Switch the {term.name} term off", off, "next_step", "It teaches nothing as it is.")


SILENT_TERM = Rule(
    "silent_term",
    "Silent loss term",
    "warning",
    "A part of the loss is switched on, but its value or its gradient is exactly 0, so it teaches nothing.",
    "It has nothing to work on: constant teacher maps, batches without labels, or a student that equals its target.",
    "Check the teacher and the data; if the term is not wanted, set its weight to 0.",
    "Every report of a window (50 steps, at least 5 reports).",
    watches=(Watch("steps", silent_term, turn=1),),
    offers=_against_silent_term,
    mild=True,
)


def data_one_class_batches(history: History, settings: RunSettings) -> list[Finding]:
    """Too many batches of a window hold images of one class only."""
    window, limit = history.window(settings), settings.health.one_class_share
    share = fmean(report.one_class_share for report in window) if window else 0.0
    if not share > limit:
        return []
    message = (
        f"{percent(share)} of the batches in the last {len(window)} reports hold one class only; at a batch size of "
        f"{settings.data.batch_size} that happens by chance, or one class is rare."
    )
    return [Finding(message, share, limit, since=window[0].step)]


DATA_ONE_CLASS_BATCHES = Rule(
    "data_one_class_batches",
    "One-class batches",
    "warning",
    "Many batches hold real images only or fake images only, so that steps pull the decision to and fro.",
    "The batches are very small, or one class is rare.",
    "Use larger batches (batch_size), or add images of the rarer class.",
    "Every batch of a window (50 steps, at least 5 reports).",
    watches=(Watch("steps", data_one_class_batches, turn=1),),
)


def loader_slow(history: History, settings: RunSettings) -> list[Finding]:
    """More than half of a window's time went by waiting for images."""
    window = history.window(settings)
    share = fmean(report.data_share for report in window) if window else 0.0
    if not share > DATA_SHARE:
        return []
    message = (
        f"{percent(share)} of the time is spent waiting for images ({figure(window[-1].images_per_s)} per second)."
    )
    return [Finding(message, share, DATA_SHARE, since=window[0].step)]


def _against_loader_slow(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    _, memory = multiple(settings, "data.decoded_cache_mb", 4, "memory for decoded images", least=1024)
    yield Remedy("More memory for decoded images", memory, "new_run", "Each is then decoded once, not every epoch.")


LOADER_SLOW = Rule(
    "loader_slow",
    "Loading is the bottleneck",
    "info",
    "Most of the time is spent waiting for images to be read and decoded.",
    "A slow or remote disk, large pictures, or too little memory for decoded ones.",
    "Raise the memory for decoded images (decoded_cache_mb), copy the images to a local disk, or store them smaller.",
    "The time of a whole window (50 steps, at least 5 reports).",
    watches=(Watch("steps", loader_slow, turn=1),),
    offers=_against_loader_slow,
)


BATCH_RULES = (SILENT_TERM, DATA_ONE_CLASS_BATCHES, LOADER_SLOW)
