"""Remedies by the length of steps: learning rates lowered or raised, and the bounds that were switched off."""

from dataclasses import replace

from engine.remedies.multiples import WORDS, times
from engine.remedies.usual_rates import rates_far_too_high, rates_far_too_low, rates_of, usual_rates
from engine.remedy import Remedy, Start
from engine.settings import RunSettings
from engine.settings.changes import useful
from engine.settings.names import value_of
from engine.settings.presets import preset_settings


def lower_rates(settings: RunSettings, stage: str, divisor: float, start: Start, why: str) -> Remedy:
    """The learning rates of a stage divided; at a tenth or less, one above the usual falls at least to that.

    Rates far below the usual ones stay: that their steps are too long cannot be what is wrong.
    """
    known, small = usual_rates(settings, stage), rates_far_too_low(settings, stage)
    lower = {n: times(rate, 1 / divisor) for n, rate in rates_of(settings, stage).items() if n not in small}
    bounded = {name: min(rate, known[name]) if divisor >= 10 else rate for name, rate in lower.items()}
    changes = {f"{stage}.{name}": rate for name, rate in bounded.items()}
    return Remedy(_lowered_words(divisor, lower, bounded), changes, start, why)


def _lowered_words(divisor: float, lower: dict[str, float], bounded: dict[str, float]) -> str:
    """What becomes of the rates: a rate that falls to the usual one may fall by far more than by the divisor."""
    lowered = f"{WORDS[1 / divisor]} the learning rate"
    if bounded == lower:
        return lowered
    all_bounded = all(bounded[name] != rate for name, rate in lower.items())
    return "Down to the usual learning rate" if all_bounded else f"{lowered}, or the usual one where that is lower"


def shorter_steps(settings: RunSettings, stage: str, why: str) -> Remedy:
    """A tenth of the learning rates, from the last healthy state; clipping and warm-up too, where they are off."""
    remedy = lower_rates(settings, stage, 10.0, "last_healthy", why)
    return _bounded(settings, stage, remedy) if remedy.changes else remedy


def usual_steps(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The usual learning rates where they are higher, from the last healthy state; clipping and warm-up likewise."""
    known = usual_rates(settings, stage)
    rates = {f"{stage}.{name}": min(rate, known[name]) for name, rate in rates_of(settings, stage).items()}
    remedy = Remedy("At most the usual learning rates", rates, "last_healthy", why)
    return _bounded(settings, stage, remedy) if rates else remedy


def raised_rates(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The usual rates where these are higher, else ten times the present ones, unless they are far too high already."""
    known, present = usual_rates(settings, stage), rates_of(settings, stage)
    if any(rate < known[name] for name, rate in present.items()):
        changes = {f"{stage}.{name}": max(rate, known[name]) for name, rate in present.items()}
        return Remedy("At least the usual learning rates", changes, "next_step", why)
    high = rates_far_too_high(settings, stage)
    changes = {f"{stage}.{name}": times(rate, 10) for name, rate in present.items() if name not in high}
    return Remedy("Ten times the learning rate", changes, "next_step", why)


def _bounded(settings: RunSettings, stage: str, remedy: Remedy) -> Remedy:
    """The remedy, with the recommended preset's clipping and warm-up where they are switched off."""
    bounds = ("loss.gradient_clip_norm", "loss.gradient_clip_value", f"{stage}.warmup_epochs")
    present, usual = settings.model_dump(), preset_settings("recommended").model_dump()
    missing = {name: value_of(usual, name) for name in bounds if not value_of(present, name)}
    if not missing:
        return remedy
    label = f"{remedy.label}, with the usual bounds" if useful(settings, remedy) else "The usual bounds on steps"
    return replace(remedy, label=label, changes={**remedy.changes, **missing})
