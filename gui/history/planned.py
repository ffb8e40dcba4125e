"""What a run is meant to do: steps and epochs, as the settings say now."""

import math

from engine.events import StageStarted
from engine.settings import CONTROL_STAGE
from gui.history.run_history import RunHistory


def planned_steps(history: RunHistory) -> int | None:
    """Steps of all stages; None before that is known."""
    stage, settings = history.stage, history.settings
    if stage is None:
        return None
    if settings is not None and not settings.stage2.enabled and stage.stage == 2:
        return history.step  # it was switched off on the way
    solved = stage.optimiser == "solver"  # in no steps
    planned = stage.step + (0 if solved else planned_epochs(history, stage) * stage.steps_per_epoch)
    if settings is None or not (stages := _stages_behind(history, stage.stage)):
        return planned
    batches = stage.batches_per_epoch
    if batches is None and not solved:
        batches = stage.steps_per_epoch * settings.stage(stage.stage).accumulate
    each = settings.stage2  # the control is trained as stage 2 is
    return None if batches is None else planned + stages * each.epochs * each.steps_per_epoch(batches)


def _stages_behind(history: RunHistory, number: int) -> int:
    """How many stages come after the one of that number, as far as can be said now."""
    stage2 = history.settings is not None and history.settings.stage2.enabled and number < CONTROL_STAGE - 1
    return stage2 + control_comes(history, number)


def control_comes(history: RunHistory, number: int) -> bool:
    """Whether a control comes after that stage, by the best student so far."""
    teacher = history.teacher.scores.auc if history.teacher is not None else None
    best = history.best.scores.auc if history.best is not None else None
    settings = history.settings
    return number < CONTROL_STAGE and settings is not None and settings.control_is_due(best, teacher)


def planned_epochs(history: RunHistory, stage: StageStarted) -> int:
    """Epochs of a stage as the settings say now: it may go on for longer than it began for."""
    if history.settings is None or stage.optimiser == "solver":
        return stage.epochs
    return history.settings.stage(stage.stage).epochs


def epoch_at(stage: StageStarted, step: int) -> int:
    """The epoch of a stage that a step of the run ends or lies in; it lasts until the next one begins."""
    return max(1, math.ceil((step - stage.step) / stage.steps_per_epoch))
