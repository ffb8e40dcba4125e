"""Rules about learning rates that lead nowhere, or go on at another height."""

import math
from collections.abc import Iterator

from engine.events import StepDone
from engine.health.history import History
from engine.health.reports import converged, stage_settings
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure, percent
from engine.remedies.multiples import multiple
from engine.remedies.step_length import raised_rates
from engine.remedies.usual_rates import rates_of, usual_rates
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.names import stage_name

REACH_MIN = 0.25  # twice the usual size of a first weight; measured: 0.17 cost 0.16 of AUC, 0.24 0.09 and 0.55 0.04
RATE_JUMP = 1.2  # or the other way round; less is what an epoch does by itself


def learning_rate_small(history: History, settings: RunSettings) -> list[Finding]:
    """The weights hardly moved over a window whose learning rate was at least half of what is set, warm-up over."""
    window, limit = history.window(settings), settings.health.movement_min
    movement = window[-1].movement if window else None
    at_height = all(report.head_lr >= 0.5 * stage_settings(report, settings).head_lr for report in window)
    if movement is None or not at_height or converged(window[-1]) or not movement < limit:
        return []
    message = (
        f"At a learning rate of {figure(window[-1].head_lr)} the trained weights move by {percent(movement)} of "
        f"their length in 1,000 steps; {percent(limit)} is the least that gets anywhere.{_allowed(window[-1])}"
    )
    cause, remedy = _causes_of_small_movement(settings, stage_name(window[-1].stage))
    since = window[0].step
    return [Finding(message, movement, limit, since=since, cause=cause, remedy=remedy)]


def _allowed(report: StepDone) -> str:
    """What the learning rates would have allowed, where that is known."""
    allowed = report.movement_allowed
    return "" if allowed is None else f" The learning rate and the clipped gradient allow at most {percent(allowed)}."


def _causes_of_small_movement(settings: RunSettings, stage: str) -> tuple[str, str]:
    """Cause and remedy where no learning rate is below the usual one; empty, for the rule's own, where one is."""
    known = usual_rates(settings, stage)
    if any(rate < known[name] for name, rate in rates_of(settings, stage).items()):
        return "", ""
    return (
        "The learning rate is no lower than usual, but there is hardly a gradient: it is clipped to next to nothing, "
        "or what is trained is dead.",
        "Look at the bound on the gradient (gradient_clip_norm) and at the gradient's norm; where it is "
        "practically zero, start again from new weights.",
    )


def stage_out_of_reach(history: History, settings: RunSettings) -> list[Finding]:
    """All steps of stage 2, each as long as the settings allow, cannot together take random weights far enough."""
    started, stage, bound = history.stage, settings.stage2, settings.loss.gradient_clip_norm
    if started is None or started.stage != 2 or settings.student.checkpoint is not None:
        return []
    if stage.optimiser == "sgd" and bound == 0:  # only the gradient decides
        return []
    step = stage.backbone_lr
    if stage.optimiser == "sgd":
        step *= bound / (1 - stage.momentum) / math.sqrt(max(1, started.trainable_parameters))
    steps = started.epochs * started.steps_per_epoch
    reach = steps * step
    if reach >= REACH_MIN:
        return []
    message = (
        f"At a learning rate of {figure(stage.backbone_lr)} the {steps:,} steps of the stage move a weight by at most "
        f"{figure(reach)} on average; from random weights {figure(REACH_MIN)} is the least that gets anywhere."
    )
    return [Finding(message, reach, REACH_MIN, subject="stage")]


def _against_learning_rate_small(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    known, present = usual_rates(settings, stage), rates_of(settings, stage)
    if subject == "stage" and all(rate >= known[name] for name, rate in present.items()):
        label, epochs = multiple(settings, f"{stage}.epochs", 4, "epochs")
        yield Remedy(label, epochs, "new_run", "The steps are too few for usual learning rates.")
    else:
        yield raised_rates(settings, stage, "The weights then move far enough to learn something.")


LEARNING_RATE_SMALL = Rule(
    "learning_rate_small",
    "Learning rate too small",
    "warning",
    "The weights hardly move, however high their learning rate is now: the stage will end near where it began.",
    "The learning rate is too small for the clipped gradient, as the published ones are, or for so few steps.",
    "Take the learning rates of the recommended preset, or raise head_lr and backbone_lr tenfold. Where they are "
    "the usual ones, train for more epochs, or take smaller batches (batch_size, accumulate).",
    "Before the stage, how far all its steps can lead random weights; then the way since the stage began or over "
    "1,000 steps, once a window (50 steps) passed at full learning rate.",
    watches=(
        Watch("steps", learning_rate_small),
        Watch("stage", stage_out_of_reach),
    ),
    offers=_against_learning_rate_small,
    mild=True,
)


def learning_rate_jump(history: History, settings: RunSettings) -> list[Finding]:
    """Changed settings lay the schedule in another way, so that the rate does not go on where it was."""
    started = history.stage
    if started is None or not started.lr_factor or not started.lr_factor_before:
        return []
    ratio = started.lr_factor / started.lr_factor_before
    if max(ratio, 1 / ratio) <= RATE_JUMP:
        return []
    stage = settings.stage1 if started.stage == 1 else settings.stage2
    before, now = stage.head_lr * started.lr_factor_before, stage.head_lr * started.lr_factor
    message = (
        f"The learning rate of the head goes on at {figure(now)}; before the settings were changed, the schedule had "
        f"come to {figure(before)}. That of the backbone changes in proportion."
    )
    longer = started.epochs > started.planned_epochs > 0 and stage.extension == "stretch" and stage.schedule == "cosine"
    return [Finding(message, ratio, RATE_JUMP, subject="epochs" if longer else "")]


def _against_learning_rate_jump(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject != "epochs":
        return
    why = "Added epochs then go on at the rate that it ended with."
    yield Remedy("Leave the schedule as it was planned", {f"{stage}.extension": "floor"}, "next_step", why)


LEARNING_RATE_JUMP = Rule(
    "learning_rate_jump",
    "Learning rate jumps",
    "warning",
    "Where the run goes on, the learning rate is another than it was, though nobody changed it itself: AUC may "
    "fall before it rises.",
    "Epochs, warm-up or schedule of the stage were changed, which lays its schedule in another way. With more "
    "epochs cosine rises again, as the stage is then not at its end.",
    "If that is not wanted, leave the schedule as it was planned (extension: floor): added epochs then go on at "
    "the rate that it ended with. Or set warm-up and schedule back.",
    "When a stage goes on with changed settings: more than a fifth up or down.",
    watches=(Watch("stage", learning_rate_jump),),
    offers=_against_learning_rate_jump,
)


LEARNING_RATE_RULES = (LEARNING_RATE_SMALL, LEARNING_RATE_JUMP)
