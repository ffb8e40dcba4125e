"""What a resumed run takes over from its checkpoint, what it refuses, and when nothing is left to do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.advice.allowed_changes import RunPoint, refused_on_resume
from engine.errors import Problem, SettingsError
from engine.run_folder.checkpoint import Checkpoint, load_last, load_taught
from engine.run_folder.training_state import TrainingState
from engine.settings import CONTROL_STAGE, RunSettings
from engine.settings.changes import changed_settings
from engine.settings.toml_file import parse_settings
from engine.training.schedule import is_over


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence for the end of a run that did not fail, and what can be done; empty where there is nothing to say."""

    message: str = ""
    remedy: str = ""


def resumable_changes(former: Checkpoint, settings: RunSettings) -> tuple[str, ...]:
    """Settings that differ from the checkpoint's; SettingsError where one of them must not change."""
    before, state = as_begun(parse_settings(former.settings), former), former.state
    point = RunPoint(state.stage, state.stage_step, calibrated=former.calibration is not None)
    refuse(refused_on_resume(before, settings, point))
    return changed_settings(before, settings)


def as_begun(settings: RunSettings, former: Checkpoint) -> RunSettings:
    """A run of an older version, whose filter pads, goes on judging the crop in the middle: figures must compare."""
    if former.filter_padding == "none" or settings.data.view != "crop":
        return settings
    return settings.model_copy(update={"data": settings.data.model_copy(update={"judged": "middle"})})


def where_to_go_on(checkpoints: Path, settings: RunSettings) -> Checkpoint | None:
    """The newest checkpoint; the end of stage 2, where that is to be longer than when its control was begun.

    None where there never was one.
    """
    last = load_last(checkpoints)
    if last is None or last.state.stage != CONTROL_STAGE:
        return last
    taught = load_taught(checkpoints)
    if taught is None or is_over(settings.stage2, taught.state.epoch, taught.state.plateau):
        return last
    return replace(taught, state=replace(taught.state, best=last.state.best))


def nothing_left(settings: RunSettings, state: TrainingState, teacher_auc: float | None) -> Advice:
    """Words for a run whose training is complete; empty ones where there is something left to train."""
    stage = settings.stage2
    if state.stage < 2 or (stage.enabled and not is_over(stage, state.epoch, state.plateau)):
        return Advice()
    if state.stage < CONTROL_STAGE and settings.control_is_due(state.best_auc, teacher_auc):
        return Advice()
    if not stage.enabled:
        return Advice("Nothing is left to train: stage 1 is done and stage 2 is switched off.", "Switch stage 2 on.")
    if state.epoch < stage.epochs:
        message = f"Nothing is left to train: stage 2 ended early after {state.epoch} of {stage.epochs} epochs."
        return Advice(message, "Raise stage2.early_stop, or set it to 0, to go on.")
    message = f"Nothing is left to train: all {stage.epochs} epochs of stage 2 are done."
    return Advice(message, "Raise stage2.epochs to go on.")


def refuse(problems: Sequence[Problem]) -> None:
    """Raise SettingsError if any problem is an error rather than a warning."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise SettingsError(errors)
