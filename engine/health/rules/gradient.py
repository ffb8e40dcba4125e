"""Rules about the gradient: too long, next to nothing, or clipped all the time."""

from collections.abc import Iterator
from statistics import fmean

from engine.health.history import SETTLED, History
from engine.health.reports import converged, stage_settings
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure, percent
from engine.remedies.loss_weights import bounded_imitation
from engine.remedies.multiples import multiple
from engine.remedies.step_length import lower_rates, raised_rates
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.presets import preset_settings


def gradient_explosion(history: History, settings: RunSettings) -> list[Finding]:
    """The norm before clipping is above its limit in three reports: after a solved head it may be for two."""
    limit = settings.health.gradient_max
    newest = history.sustained(lambda report: report.grad_norm > limit, SETTLED)
    if newest is None:
        return []
    message = f"The gradient's norm is {figure(newest.grad_norm)} before clipping, above {figure(limit)}."
    return [Finding(message, newest.grad_norm, limit, since=history.steps[-SETTLED].step)]


def _against_gradient_explosion(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    if settings.loss.gradient_clip_norm == 0:
        bound = {"loss.gradient_clip_norm": preset_settings("recommended").loss.gradient_clip_norm}
        yield Remedy("Clip the gradient's norm", bound, "next_step", "No single batch can then throw the weights far.")
    yield lower_rates(settings, stage, 2.0, "next_step", "Shorter steps stay where the loss is smooth.")


GRADIENT_EXPLOSION = Rule(
    "gradient_explosion",
    "Gradient explosion",
    "warning",
    "The gradient is very long before it is clipped, and stays so.",
    "The learning rate or the scale of the loss is too high; raw teacher logits are a common reason.",
    "Lower the learning rate, keep the gradient's norm clipped (gradient_clip_norm) and scale matching "
    "(enable_scale_matching) on.",
    "Three reports in a row.",
    watches=(Watch("steps", gradient_explosion),),
    offers=_against_gradient_explosion,
    mild=True,
    rungs=("usual",),
)


def gradient_vanishing(history: History, settings: RunSettings) -> list[Finding]:
    """The norm is below its limit in two reports although the loss leaves something to learn."""
    limit = settings.health.gradient_min
    newest = history.sustained(lambda report: report.grad_norm < limit and not converged(report))
    if newest is None:
        return []
    message = f"The gradient's norm is {figure(newest.grad_norm)} while the loss is {figure(newest.loss)}."
    return [Finding(message, newest.grad_norm, limit, since=history.steps[-2].step)]


def _against_gradient_vanishing(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield raised_rates(settings, stage, "Longer steps may leave the flat place.")
    if stage == "stage2":
        thawed = {"stage2.trainable": "all"}
        yield Remedy("Train every weight", thawed, "new_run", "What the loss depends on may be frozen.")


GRADIENT_VANISHING = Rule(
    "gradient_vanishing",
    "Gradient vanishing",
    "warning",
    "The gradient is practically zero while the loss is not, so the weights cannot improve.",
    "The trained layers are dead or saturated, or everything that the loss depends on is frozen.",
    "Check what is trained (trainable), raise the learning rate, or start again from other weights.",
    "Two reports in a row.",
    watches=(Watch("steps", gradient_vanishing),),
    offers=_against_gradient_vanishing,
    mild=True,
)


def clipping_dominates(history: History, settings: RunSettings) -> list[Finding]:
    """Most steps of the window were clipped; not with AdamW, whose steps do not depend on the gradient's length."""
    window = history.window(settings)
    if not window or stage_settings(window[-1], settings).optimiser == "adamw":
        return []
    share, limit = fmean(report.clipped_share for report in window), settings.health.clip_share
    if share <= limit:
        return []
    message = f"{percent(share)} of the steps in the last {len(window)} reports had their gradient clipped."
    return [Finding(message, share, limit, since=window[0].step)]


def _against_clipping_dominates(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    label, wider = multiple(settings, "loss.gradient_clip_norm", 4, "bound on the gradient")
    yield Remedy(label, wider, "next_step", "Steps keep their own length again.")


CLIPPING_DOMINATES = Rule(
    "clipping_dominates",
    "Clipping dominates",
    "info",
    "Most steps have their gradient clipped, so its length says nothing any more and only the direction counts.",
    "The scale of the loss or the learning rate does not fit the bounds. AdamW hardly minds; SGD trains more "
    "slowly than its learning rate says.",
    "With SGD lower the loss weights or raise the bound (gradient_clip_norm). With AdamW nothing needs to be done "
    "while validation AUC rises.",
    "Every step of a window (50 steps, at least 5 reports).",
    watches=(Watch("steps", clipping_dominates),),
    offers=_against_clipping_dominates,
)


GRADIENT_RULES = (GRADIENT_EXPLOSION, GRADIENT_VANISHING, CLIPPING_DOMINATES)
