"""What a run is meant to do: steps and epochs, as the settings say now."""

import math

from engine.events import StageStarted
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
    if settings is None or not settings.stage2.enabled or stage.stage == 2:
        return planned
    batches = stage.batches_per_epoch
    if batches is None and not solved:
        batches = stage.steps_per_epoch * settings.stage1.accumulate
    return None if batches is None else planned + settings.stage2.epochs * settings.stage2.steps_per_epoch(batches)


def planned_epochs(history: RunHistory, stage: StageStarted) -> int:
    """Epochs of a stage as the settings say now: it may go on for longer than it began for."""
    if history.settings is None or stage.optimiser == "solver":
        return stage.epochs
    return history.settings.stage(stage.stage).epochs


def epoch_at(stage: StageStarted, step: int) -> int:
    """The epoch of a stage that a step of the run ends or lies in; it lasts until the next one begins."""
    return max(1, math.ceil((step - stage.step) / stage.steps_per_epoch))
