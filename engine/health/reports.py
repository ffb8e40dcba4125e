"""What one report of a step says by itself."""

from engine.events import StepDone
from engine.settings import RunSettings, StageSettings

CONVERGED = 0.01  # loss per unit of weight at which nothing is left to learn


def converged(report: StepDone) -> bool:
    """Whether the loss leaves nothing to learn."""
    return report.loss <= CONVERGED * sum(report.weights.values())


def stage_settings(report: StepDone, settings: RunSettings) -> StageSettings:
    """Those of the stage that the step belongs to."""
    return settings.stage1 if report.stage == 1 else settings.stage2
