"""A run that is stopped anywhere and resumed ends with the same bits as one that was not."""

from pathlib import Path
from typing import Any

import pytest

from engine.control import FinishReason, RunControl
from engine.errors import RunFolderError
from engine.events import (
    CheckpointSaved,
    Event,
    FinalEvaluated,
    PatchMapsSaved,
    PhaseChanged,
    Progress,
    RunStarted,
    Validated,
)
from engine.run.run import run
from tests.engine.helpers.running import (
    CountingControl,
    Recorder,
    Reference,
    When,
    at_step,
    copied,
    elsewhere,
    finish_and_compare,
    in_phase,
    in_task,
    stage_end,
    stopped,
    stopped_by,
)


def in_validation_after(step: int) -> When:
    seen = [0]

    def when(event: Event) -> bool:
        seen[0] = max(seen[0], getattr(event, "step", 0))
        return seen[0] == step and isinstance(event, Progress) and event.task == "validation"

    return when


MOMENTS: dict[str, When] = {
    "start": lambda event: isinstance(event, RunStarted),
    "scan": in_task("scan"),
    "calibration": in_phase("calibrating"),
    "teacher check": in_task("teacher check"),
    "features for the solver": in_task("features"),
    "validation of stage 1": in_task("validation"),
    "between the stages": stage_end(1),
    "first step": at_step(1),
    "middle of an epoch": at_step(2),
    "validation of stage 2": in_validation_after(4),
    "between epochs": lambda event: isinstance(event, PatchMapsSaved) and event.stage == 2,
    "last step": at_step(8),
    "end of stage 2": stage_end(2),
    "final evaluation": in_phase("evaluating"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_stopped_at_a_moment_and_resumed(moment: str, solved: Reference, tmp_path: Path) -> None:
    settings = elsewhere(solved.settings, tmp_path)
    folder = stopped(settings, MOMENTS[moment])
    finish_and_compare(folder, solved)


def test_the_stepwise_run_uses_all_of_its_state(stepwise: Reference) -> None:
    state = stepwise.end["state"]
    assert state["outrun_factor"] < 1
    assert state["plateau"]["factor"] < 1
    assert state["stage_step"] == 6  # 4 batches an epoch, 3 and 1 to a step
    assert stepwise.end["average"] is not None
    assert any("momentum_buffer" in values for values in stepwise.end["optimiser"]["state"].values())


@pytest.mark.parametrize("before_the_end", [1, 3, 8, 13, 19, 26, 33, 41])
def test_stopped_at_a_batch_and_resumed(before_the_end: int, stepwise: Reference, tmp_path: Path) -> None:
    control = CountingControl(stop_at=stepwise.checks - before_the_end)
    folder = stopped_by(elsewhere(stepwise.settings, tmp_path), control, Recorder())
    finish_and_compare(folder, stepwise)


def test_stopped_three_times_in_a_row(stepwise: Reference, tmp_path: Path) -> None:
    settings = elsewhere(stepwise.settings, tmp_path)
    folder = stopped(settings, at_step(3))
    assert stopped(settings, at_step(9), resume=folder) == folder
    stopped(settings, in_validation_after(10), resume=folder)
    recorder = finish_and_compare(folder, stepwise)
    assert recorder.of(RunStarted)[0].step == 10


def test_a_pause_changes_nothing_and_can_be_ended_by_a_stop(solved: Reference, tmp_path: Path) -> None:
    control = RunControl()

    def when(event: Event) -> bool:
        return isinstance(event, PhaseChanged) and event.phase == "paused"

    pausing = Recorder(at_step(2), control.pause)
    waking = Recorder(when, control.stop)

    def emit(event: Event) -> None:
        pausing(event)
        waking(event)

    result = run(elsewhere(solved.settings, tmp_path), control, emit)
    assert (result.state, waking.happened) == (FinishReason.STOPPED, True)
    assert result.run is not None
    finish_and_compare(result.run, solved)


@pytest.mark.parametrize("at", ["save 2", "step 3", "validated", "best", "save 6", "final"])
def test_a_power_cut_loses_nothing_that_was_saved(at: str, solved: Reference, tmp_path: Path) -> None:
    """The run folder as it lies on disk at some moment, with what a killed writer leaves beside the files."""
    saved = [0]

    def when(event: Event) -> bool:
        saved[0] += isinstance(event, CheckpointSaved)
        happened = {
            "save 2": saved[0] == 2,
            "step 3": at_step(3)(event),
            "validated": isinstance(event, Validated) and event.epoch == 2,
            "best": isinstance(event, CheckpointSaved) and event.name == "best" and event.stage == 2,
            "save 6": saved[0] == 6,
            "final": isinstance(event, FinalEvaluated),
        }
        return happened[at]

    settings = elsewhere(solved.settings, tmp_path)
    settings = settings.model_copy(update={"output": settings.output.model_copy(update={"save_every_minutes": 1e-6})})
    cut = Recorder(when, lambda: copied(tmp_path / "run", "cut"))
    run(settings, RunControl(), cut)
    assert cut.happened
    for name in ("checkpoints/incoming.pt", "checkpoints/.incoming.pt.0a1b2c3d.tmp", ".student.pth.0a1b2c3d.tmp"):
        (tmp_path / "cut" / name).write_bytes(b"half a f")
    finish_and_compare(tmp_path / "cut", solved)


def shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-500])


def blank(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [Path.unlink, shorten, blank, flip])
def test_the_previous_checkpoint_serves_where_the_last_is_lost(damage: Any, solved: Reference, tmp_path: Path) -> None:
    folder = stopped(elsewhere(solved.settings, tmp_path), at_step(6))
    damage(folder / "checkpoints" / "last.pt")
    recorder = finish_and_compare(folder, solved)
    assert recorder.of(RunStarted)[0].step == 4


def test_both_checkpoints_damaged_is_said_and_nothing_is_lost(solved: Reference, tmp_path: Path) -> None:
    folder = stopped(elsewhere(solved.settings, tmp_path), at_step(6))
    for name in ("last.pt", "previous.pt"):
        blank(folder / "checkpoints" / name)
    before = (folder / "student.pth").read_bytes()
    recorder = Recorder()
    result = run(solved.settings, RunControl(), recorder, folder)
    assert isinstance(result.error, RunFolderError)
    assert "damaged" in recorder.finished.message
    assert (folder / "student.pth").read_bytes() == before


def test_a_line_of_events_that_was_cut_is_passed_over(solved: Reference, tmp_path: Path) -> None:
    folder = stopped(elsewhere(solved.settings, tmp_path), at_step(6))
    events = folder / "events.jsonl"
    shortened = events.read_bytes()[:-25]
    events.write_bytes(shortened)
    finish_and_compare(folder, solved)
    assert events.read_bytes().startswith(shortened + b"\n")
