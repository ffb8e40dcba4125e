"""A run that is stopped anywhere and resumed ends with the same bits as one that was not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engine.checkpoint import load_last
from engine.control import FinishReason, RunControl
from engine.errors import RunFolderError, SettingsError
from engine.events import (
    CheckpointSaved,
    Event,
    FinalEvaluated,
    PatchMapsSaved,
    PhaseChanged,
    Progress,
    RunStarted,
    StageFinished,
    StageStarted,
    StepDone,
    Validated,
)
from engine.run import run
from engine.settings import RunSettings
from tests.engine.conftest import MakeSettings, TinyData, settings_for, texture, write_images
from tests.engine.running import (
    CountingControl,
    Recorder,
    When,
    carried_out,
    copied,
    difference,
    outcome,
    stopped,
    stopped_by,
)

STEPWISE = (  # with every part of the state that outlives a step
    "stage1.optimiser=adamw",
    "stage1.epochs=2",
    "stage1.head_lr=0.5",
    "stage2.epochs=3",
    "stage2.optimiser=sgd",
    "stage2.head_lr=0.05",
    "stage2.backbone_lr=0.05",
    "stage2.schedule=plateau",
    "stage2.plateau_patience=1",
    "stage2.warmup_epochs=0.5",
    "stage2.ema_decay=0.8",
    "stage2.accumulate=3",
    "loss.distill_fade=outrun",
    "data.jpeg_probability=0.5",
    "data.label_fraction=0.3",
    "teacher.accept_weak=true",
)


@dataclass(frozen=True)
class Reference:
    """What a run ends with that nobody stopped."""

    settings: RunSettings
    end: dict[str, Any]
    checks: int


def reference(settings: RunSettings) -> Reference:
    control = CountingControl()
    result = run(settings, control, Recorder())
    assert result.state is FinishReason.FINISHED, result.error
    assert result.run is not None
    return Reference(settings, outcome(result.run), control.checks)


@pytest.fixture(scope="module")
def solved(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The recommended recipe: the head is solved, then AdamW and a cosine."""
    return reference(settings_for(tiny_data, tmp_path_factory.mktemp("solved")))


@pytest.fixture(scope="module")
def stepwise(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """Both stages in steps, with a teacher that the student outruns."""
    ignorant = f"teacher.checkpoint={tiny_data.ignorant.as_posix()}"
    return reference(settings_for(tiny_data, tmp_path_factory.mktemp("stepwise"), *STEPWISE, ignorant))


def finish_and_compare(folder: Path, expected: Reference) -> Recorder:
    result, recorder = carried_out(expected.settings, folder)
    assert result.run == folder
    assert difference(outcome(folder), expected.end) == ""
    return recorder


def in_task(task: str) -> When:
    return lambda event: isinstance(event, Progress) and event.task == task


def in_phase(phase: str) -> When:
    return lambda event: isinstance(event, PhaseChanged) and event.phase == phase


def at_step(step: int) -> When:
    return lambda event: isinstance(event, StepDone) and event.step == step


def in_validation_after(step: int) -> When:
    seen = [0]

    def when(event: Event) -> bool:
        seen[0] = max(seen[0], getattr(event, "step", 0))
        return seen[0] == step and isinstance(event, Progress) and event.task == "validation"

    return when


def stage_end(stage: int) -> When:
    return lambda event: isinstance(event, StageFinished) and event.stage == stage


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


def elsewhere(settings: RunSettings, folder: Path) -> RunSettings:
    return settings.model_copy(update={"output": settings.output.model_copy(update={"folder": folder})})


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


def test_early_stop_holds_after_a_resume(tiny_settings: MakeSettings) -> None:
    """The stage was over; only the final evaluation was left to do."""
    settings = tiny_settings("stage2.epochs=4", "stage2.early_stop=1", "stage2.head_lr=1e-9", "stage2.backbone_lr=1e-9")
    folder = stopped(settings, in_phase("evaluating"))
    ended = outcome(folder)
    assert ended["state"]["epoch"] == 2
    recorder = carried_out(settings, folder)[1]
    assert difference(outcome(folder) | {"figures": []}, ended) == ""
    assert [event.reason for event in recorder.of(StageFinished)] == ["early stop"]
    assert "ended early" in recorder.finished.message


def test_a_finished_run_has_nothing_left_to_do_until_more_epochs_are_asked_for(
    tiny_settings: MakeSettings,
) -> None:
    settings = tiny_settings("stage2.epochs=1", "stage2.schedule=constant", "stage2.warmup_epochs=0")
    first, _ = carried_out(settings)
    assert first.run is not None
    before = outcome(first.run)
    again, recorder = carried_out(settings, first.run)
    assert "Nothing is left to train" in recorder.finished.message
    assert "stage2.epochs" in recorder.finished.remedy
    assert [type(event) for event in recorder.events[:-1]] == [RunStarted]
    assert (again.best, again.weights) == (first.best, first.weights)
    assert difference(outcome(first.run), before) == ""

    longer = tiny_settings("stage2.epochs=2", "stage2.schedule=constant", "stage2.warmup_epochs=0")
    _, recorder = carried_out(longer, first.run)
    assert recorder.of(RunStarted)[0].changed_settings == ("stage2.epochs",)
    assert [event.epoch for event in recorder.of(Validated)] == [2]
    assert recorder.finished.message == ""
    assert outcome(first.run)["state"]["epoch"] == 2


def test_changes_that_may_be_made_are_named_and_take_effect(tiny_settings: MakeSettings) -> None:
    folder = stopped(tiny_settings("stage2.optimiser=sgd"), at_step(2))
    changed = tiny_settings(
        "stage2.optimiser=sgd",
        "stage2.head_lr=0.25",
        "stage2.momentum=0.5",
        "stage2.weight_decay=0.125",
        "loss.alpha_task=0.9",
        "data.decoded_cache_mb=0",
    )
    _, recorder = carried_out(changed, folder)
    assert recorder.of(RunStarted)[0].changed_settings == (
        "data.decoded_cache_mb",
        "loss.alpha_task",
        "stage2.head_lr",
        "stage2.momentum",
        "stage2.weight_decay",
    )
    former = load_last(folder / "checkpoints")
    assert former is not None
    assert former.optimiser is not None
    head = [group for group in former.optimiser["param_groups"] if group["part"] == "head"]
    assert [(group["base_lr"], group["momentum"]) for group in head] == [(0.25, 0.5)] * 2
    assert [group["weight_decay"] for group in head] == [0.125, 0.0]
    assert recorder.of(StepDone)[-1].weights["task"] == 0.9


@pytest.mark.parametrize(
    "override",
    [
        "seed=1",
        "data.size=48",
        "data.flip=false",
        "student.width=4",
        "teacher.calibration=asinh",
        "loss.enable_scale_matching=false",
        "loss.alpha_distill=0",
        "stage2.optimiser=sgd",
        "stage2.trainable=layer1",
    ],
)
def test_changes_that_would_break_the_run_are_refused(
    override: str, stopped_once: tuple[Path, MakeSettings, Reference], tmp_path: Path
) -> None:
    folder, settings, expected = stopped_once
    run_folder = copied(folder, tmp_path.name)
    settings_before = (run_folder / "settings.toml").read_bytes()
    recorder = Recorder()
    result = run(settings(override), RunControl(), recorder, run_folder)
    assert isinstance(result.error, SettingsError)
    assert [problem.setting for problem in result.error.problems] == [override.partition("=")[0]]
    assert recorder.finished.step == 2
    assert (run_folder / "settings.toml").read_bytes() == settings_before
    assert load_last(run_folder / "checkpoints") is not None
    if override == "seed=1":
        finish_and_compare(run_folder, expected)


@pytest.fixture(scope="module")
def stopped_once(
    solved: Reference, tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, MakeSettings, Reference]:
    """A stopped run to be copied, and what makes its settings."""
    place = tmp_path_factory.mktemp("stopped")

    def settings(*overrides: str) -> RunSettings:
        return settings_for(tiny_data, place, *overrides)

    return stopped(settings(), at_step(2)), settings, solved


def test_other_images_or_another_teacher_are_refused_and_nothing_is_lost(tiny_data: TinyData, tmp_path: Path) -> None:
    write_images(tmp_path / "data")
    teacher = tmp_path / "teacher.pth"
    teacher.write_bytes(tiny_data.teacher.read_bytes())
    settings = settings_for(TinyData(tmp_path / "data", teacher, teacher), tmp_path)
    folder = stopped(settings, at_step(2))
    added = tmp_path / "data" / "train" / "real" / "added.png"
    texture("train", 99, fake=False).save(added)
    assert "images are not those" in refusal(settings, folder)
    added.unlink()
    teacher.write_bytes(tiny_data.ignorant.read_bytes())
    assert "teacher's file is not the one" in refusal(settings, folder)
    teacher.unlink()
    assert "There is no file" in refusal(settings, folder)
    teacher.write_bytes(tiny_data.teacher.read_bytes())
    result, recorder = carried_out(settings, folder)
    assert recorder.of(RunStarted)[0].step == 2
    assert result.best is not None


def refusal(settings: RunSettings, folder: Path) -> str:
    recorder = Recorder()
    result = run(settings, RunControl(), recorder, folder)
    assert result.state is FinishReason.FAILED
    assert recorder.finished.remedy
    return recorder.finished.message


def test_images_and_teacher_may_move_as_long_as_they_stay_the_same(
    solved: Reference, tiny_data: TinyData, tmp_path: Path
) -> None:
    folder = stopped(elsewhere(solved.settings, tmp_path), at_step(2))
    write_images(tmp_path / "moved")
    teacher = tmp_path / "moved.pth"
    teacher.write_bytes(tiny_data.teacher.read_bytes())
    moved = settings_for(TinyData(tmp_path / "moved", teacher, teacher), tmp_path)
    _, recorder = carried_out(moved, folder)
    assert set(recorder.of(RunStarted)[0].changed_settings) == {"data.train", "teacher.checkpoint"}
    assert difference(outcome(folder), solved.end) == ""


def test_a_resumed_run_says_where_it_goes_on(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings("stage2.epochs=1", "stage2.warmup_epochs=0.5")
    folder = stopped(settings, at_step(3))
    _, recorder = carried_out(settings, folder)
    assert recorder.of(RunStarted)[0].step == 3
    assert [(event.stage, event.step) for event in recorder.of(StageStarted)] == [(2, 3)]
    assert [event.step for event in recorder.of(StepDone)] == [4]
