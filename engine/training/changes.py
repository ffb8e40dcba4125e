"""Settings that change while a run goes on: taken between two batches, kept on disk, told, and gone on from."""

from collections.abc import Callable
from dataclasses import replace

from engine.advice.allowed_changes import RunPoint, refused_while_running
from engine.advice.ladder import Change
from engine.control import RunControl
from engine.errors import EngineError, TrainingError
from engine.events import CheckpointSaved, Emit, RemedyApplied, RemedyRefused, RolledBack
from engine.remedy import Remedy
from engine.run_folder.checkpoint import Checkpoint, go_back, load_healthy, load_last
from engine.run_folder.training_state import TrainingState
from engine.settings import RunSettings
from engine.settings.changes import apply, difference
from engine.settings.toml_file import dump_settings
from engine.training.context import RunContext
from engine.training.saving import checkpoint_of


class ChangeDueError(Exception):
    """Leaves the training loop between two batches; the loop is then built anew, as when a run is resumed."""

    def __init__(self, change: Change, save: Callable[[], None]) -> None:
        super().__init__(change.remedy.label)
        self.change, self.save = change, save


def leave_if_due(run: RunContext, state: TrainingState, save: Callable[[], None]) -> None:
    """Raise ChangeDueError for the next change, the policy's before the user's; say why one cannot be made."""
    change = run.guard.take_change()
    while change is None and (remedy := run.control.take_request()) is not None:
        if reason := _refusal(run, state, remedy):
            run.emit(_refused(state, remedy, reason))
        else:
            change = Change(remedy, "user", remedy.label)
    if change is not None:
        raise ChangeDueError(change, save)


def refuse_the_rest(control: RunControl, emit: Emit, state: TrainingState) -> None:
    """Tell which changes were asked for too late."""
    while (remedy := control.take_request()) is not None:
        emit(_refused(state, remedy, "The run ended before its next step."))


def _refused(state: TrainingState, remedy: Remedy, reason: str) -> RemedyRefused:
    return RemedyRefused(stage=state.stage, step=state.step, rule=remedy.rule, label=remedy.label, reason=reason)


def carry_out(run: RunContext, state: TrainingState, due: ChangeDueError) -> tuple[TrainingState, Checkpoint]:
    """Make the change, on disk first; returns where training goes on. TrainingError where the change is to stop."""
    change, before = due.change, run.settings
    after = apply(before, change.remedy)
    run.folder.write_settings(after)
    run.adopt(after)
    if change.remedy.start == "next_step":
        due.save()
    else:
        state = _roll_back(run, state, change)
    _tell(run, state, change, before)
    if change.stops:
        raise TrainingError(
            f"{change.reason} Everything that may be tried by itself was tried, so the run stopped; it went back to "
            "its last healthy state.",
            "Look at the warnings, change the settings that they name, and resume.",
        )
    former = load_last(run.folder.checkpoints)
    assert former is not None
    if change.remedy.start == "next_step":
        # The loop compares these settings with the run's, to tell what has changed.
        former = replace(former, settings=dump_settings(before))
    return state, former


def _refusal(run: RunContext, state: TrainingState, remedy: Remedy) -> str:
    """Why a user's change cannot be made now; empty where it can."""
    if remedy.start == "new_run":
        return "It decides what a run is built from: take it into the settings of a new run."
    try:
        after = apply(run.settings, remedy)
        point = RunPoint(state.stage, state.stage_step, calibrated=run.fitted is not None)
        if problems := refused_while_running(run.settings, after, point):
            return f"{problems[0].message} {problems[0].remedy}"
        if remedy.start == "last_healthy" and _last_healthy(run, state, proven=True) is None:
            return "No healthy checkpoint is left to go back to: begin the run again, or start a new one."
    except EngineError as error:
        return error.message
    return ""


def _last_healthy(run: RunContext, state: TrainingState, *, proven: bool) -> Checkpoint | None:
    until, distrusted = run.guard.healthy_until(state.step, run.settings), run.guard.distrusted
    return load_healthy(run.folder.checkpoints, until, distrusted, proven=proven)


def _roll_back(run: RunContext, state: TrainingState, change: Change) -> TrainingState:
    """Go back to a healthy checkpoint, or begin again without one; later checkpoints go, the best student stays."""
    asked = change.remedy.start == "new_weights"
    healthy = None if asked else _last_healthy(run, state, proven=change.left_out is None)
    drawn = healthy is None  # no healthy checkpoint, or new weights were asked for: the run begins again
    if healthy is None:
        run.renew_student(run.settings.seed + 1 + state.step)
        healthy = replace(checkpoint_of(run, TrainingState()), healthy=True)
    run.student.network.load_state_dict(healthy.student)
    best = state.best if state.best is not None and state.best.healthy else healthy.state.best
    restored = replace(healthy.state, best=best, left_out=change.left_out)
    path = go_back(replace(healthy, state=restored, settings=dump_settings(run.settings)), run.folder.checkpoints)
    run.emit(
        RolledBack(
            stage=restored.stage,
            step=state.step,
            to_step=restored.step,
            reason=change.reason,
            origin=change.origin,
            left_out=change.left_out,
            rung=change.rung,
            new_weights=drawn,
            rule=change.remedy.rule,
            subject=change.remedy.subject,
            given=drawn and run.given is not None,
        )
    )
    run.emit(CheckpointSaved(stage=restored.stage, step=restored.step, name="last", path=str(path)))
    return restored


def _tell(run: RunContext, state: TrainingState, change: Change, before: RunSettings) -> None:
    changed, start = difference(before, run.settings), change.remedy.start
    assert start != "new_run"  # refused before
    if not changed:
        return
    run.emit(
        RemedyApplied(
            stage=state.stage,
            step=state.step,
            rule=change.remedy.rule,
            subject=change.remedy.subject,
            label=change.remedy.label,
            changes=changed,
            origin=change.origin,
            start=start,
        )
    )
