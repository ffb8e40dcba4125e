"""What resuming takes over, what it refuses, and how it says that nothing is left to do."""

from pathlib import Path

import pytest
import torch

from engine.control import FinishReason, RunControl
from engine.errors import SettingsError
from engine.events import (
    FinalEvaluated,
    RunStarted,
    StageFinished,
    StageStarted,
    StepDone,
    Validated,
)
from engine.models.detector import PatchDetector
from engine.models.student import publishable_state
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run.run import run
from engine.run_folder.checkpoint import load_last
from engine.settings import RunSettings
from engine.settings.toml_file import quoted
from tests.engine.helpers.running import (
    Recorder,
    Reference,
    at_step,
    carried_out,
    copied,
    difference,
    elsewhere,
    finish_and_compare,
    in_phase,
    outcome,
    stopped,
)
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for, texture, write_images


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


def test_a_student_that_was_taken_away_is_written_again(tiny_settings: MakeSettings) -> None:
    """Moved rather than copied: further training leaves a student, though it is no better than the one before."""
    still = ("stage2.schedule=constant", "stage2.warmup_epochs=0", "stage2.head_lr=1e-12", "stage2.backbone_lr=1e-12")
    first, _ = carried_out(tiny_settings("stage2.epochs=1", *still))
    assert first.run is not None
    (first.run / "student.pth").unlink()
    further, recorder = carried_out(tiny_settings("stage2.epochs=2", *still), first.run)
    assert further.weights == first.weights
    assert further.best is not None
    assert further.best.epoch == 2
    assert recorder.of(FinalEvaluated)


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
        "student.pooling=topk_mean",
        "teacher.calibration=asinh",
        "loss.enable_scale_matching=false",
        "loss.alpha_distill=0",
        "stage2.optimiser=sgd",
        "stage2.trainable=layer1",
        "stage2.accumulate=2",
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


def test_the_student_checkpoint_may_move_as_long_as_it_is_of_the_same_network(
    tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    def kept(name: str, width: int, filter_name: str) -> Path:
        detector = PatchDetector(TinyLaDeDa(width), filter_name)
        torch.save(publishable_state(detector, tiny_settings(), {}), tmp_path / name)
        return tmp_path / name

    def settings(student: Path, name: str = "cut") -> RunSettings:
        return tiny_settings(f"student.checkpoint={quoted(student)}", "stage2.epochs=1", f"output.name={name}")

    began, moved = kept("began.pth", 8, "NPR"), tmp_path / "moved.pth"
    whole, _ = carried_out(settings(began, "whole"))
    folder = stopped(settings(began), at_step(2))
    began.rename(moved)
    assert "There is no file" in refusal(settings(began), folder)
    for other in (kept("narrow.pth", 4, "NPR"), kept("raw.pth", 8, "raw")):
        assert "not of the network" in refusal(settings(other), folder)
    carried_out(settings(moved), folder)
    assert whole.run is not None
    assert difference(outcome(folder), outcome(whole.run)) == ""


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
