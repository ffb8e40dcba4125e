"""A run ends with exactly one RunFinished, whatever happens, and loses nothing that it had."""

import errno
import json
import os
import stat
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

import engine
from engine.checkpoint import load_last
from engine.control import FinishReason, RunControl
from engine.data.batches import epoch_order
from engine.data.entries import ImageEntry
from engine.errors import (
    CheckpointError,
    DataError,
    EngineError,
    MachineError,
    RunFolderError,
    SettingsError,
    StorageError,
    TeacherError,
    TrainingError,
)
from engine.events import (
    Alert,
    BestStudent,
    CheckpointSaved,
    DataScanned,
    Event,
    FinalEvaluated,
    PatchMapsSaved,
    PhaseChanged,
    Progress,
    RunFinished,
    RunStarted,
    StageFinished,
    StageStarted,
    StepDone,
    StepSkipped,
    TeacherChecked,
    Validated,
)
from engine.models.loading import load_detector
from engine.prepare import PATCH_IMAGES, sample
from engine.run import RunResult, run
from engine.run_folder import list_runs, read_events
from engine.settings import RunSettings
from engine.settings_file import load_settings, quoted
from engine.teacher import Teacher
from tests.engine.conftest import PER_CLASS, MakeSettings, TinyData, settings_for, write_images
from tests.engine.running import Recorder, When, carried_out, difference, outcome, stopped

AT_ONCE = "stage2.warmup_epochs=0"


def outcome_of(result: RunResult) -> dict[str, Any]:
    assert result.run is not None
    return outcome(result.run)


@pytest.fixture(scope="module")
def whole(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a run of the small settings ends with when nothing happens to it."""
    return outcome_of(carried_out(settings_for(tiny_data, tmp_path_factory.mktemp("whole")))[0])


def failed(settings: RunSettings, resume: Path | None = None) -> tuple[RunResult, Recorder]:
    """A run that fails, with its error told by its one last event."""
    recorder = Recorder()
    result = run(settings, RunControl(), recorder, resume)
    assert result.state is FinishReason.FAILED
    assert isinstance(result.error, EngineError)
    assert result.error.message
    assert result.error.remedy
    end = recorder.finished
    assert (end.reason, end.message, end.remedy) == ("failed", result.error.message, result.error.remedy)
    return result, recorder


def test_a_whole_run(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    result, recorder = carried_out(tiny_settings())
    assert result.run == tmp_path / "run"
    assert result.weights == tmp_path / "run" / "student.pth"
    assert result.error is None
    kinds = [type(event) for event in recorder.events if not isinstance(event, Progress | Alert | StepDone)]
    assert kinds == [
        RunStarted,
        PhaseChanged,
        DataScanned,
        PhaseChanged,
        TeacherChecked,
        CheckpointSaved,
        PhaseChanged,
        StageStarted,
        CheckpointSaved,
        Validated,
        PatchMapsSaved,
        StageFinished,
        CheckpointSaved,
        PhaseChanged,
        StageStarted,
        *(kinds[15:-4]),
        StageFinished,
        PhaseChanged,
        FinalEvaluated,
        RunFinished,
    ]
    phases = [event.phase for event in recorder.of(PhaseChanged)]
    assert phases == ["preparing", "calibrating", "stage 1", "stage 2", "evaluating"]
    assert [event.step for event in recorder.of(StepDone)] == list(range(1, 9))
    assert list(read_events(result.run)) == [e for e in recorder.events if not isinstance(e, Progress)]


def test_the_best_student_is_what_lies_on_disk(tiny_settings: MakeSettings) -> None:
    result, recorder = carried_out(tiny_settings())
    validations = recorder.of(Validated)
    best = max(validations, key=lambda event: event.scores.auc or 0)
    assert best.scores.auc is not None
    assert best.scores.auc > 0.7, "the small data set can be learned"
    assert result.best == recorder.finished.best == BestStudent(best.scores.auc, best.stage, best.epoch)
    final = recorder.of(FinalEvaluated)[0]
    assert final.student["validation"].auc == best.scores.auc
    assert result.weights is not None
    assert load_detector(result.weights).filter_name == "right_diag"
    assert recorder.finished.weights == str(result.weights)


def test_equal_settings_give_equal_runs_and_another_seed_another(
    tiny_settings: MakeSettings, whole: dict[str, Any]
) -> None:
    again, other = (outcome_of(carried_out(tiny_settings(seed))[0]) for seed in ("seed=0", "seed=1"))
    assert difference(again, whole) == ""
    assert difference(other["weights"], whole["weights"])


def test_from_labels_alone_no_teacher_is_needed(tiny_settings: MakeSettings) -> None:
    result, recorder = carried_out(tiny_settings("loss.alpha_distill=0", "teacher.checkpoint=", "stage1.enabled=false"))
    assert not recorder.of(TeacherChecked)
    assert not recorder.of(PatchMapsSaved)
    assert {event.stage for event in recorder.of(StageStarted)} == {2}
    assert result.best is not None


def test_one_stage_alone(tiny_settings: MakeSettings) -> None:
    _, recorder = carried_out(tiny_settings("stage2.enabled=false"))
    assert [event.stage for event in recorder.of(StageFinished)] == [1]
    assert recorder.of(FinalEvaluated)


def test_test_images_are_evaluated_at_the_end_by_source_for_both_networks(tmp_path: Path, tiny_data: TinyData) -> None:
    write_images(tmp_path / "data", PER_CLASS | {"test/camera": 2, "test/scanner": 2})
    data = TinyData(tmp_path / "data", tiny_data.teacher, tiny_data.ignorant)
    _, recorder = carried_out(settings_for(data, tmp_path, "stage2.enabled=false"))
    final = recorder.of(FinalEvaluated)[0]
    tests = {"test", "test/camera", "test/scanner"}
    assert final.teacher.keys() == tests
    assert final.student.keys() == tests | {"validation", "validation/all"}
    assert (final.student["test"].images, final.student["test/camera"].images) == (8, 4)


def test_problems_of_the_settings_end_the_run_before_it_has_a_folder(tmp_path: Path) -> None:
    result, recorder = failed(load_settings(None, (f"output.folder={quoted(tmp_path)}",)))
    assert isinstance(result.error, SettingsError)
    assert (result.run, result.weights) == (None, None)
    assert [type(event) for event in recorder.events] == [RunFinished]
    assert list(tmp_path.iterdir()) == []


def no_such_device(_settings: MakeSettings, _folder: Path) -> tuple[RunSettings, type[EngineError]]:
    return _settings("machine.device=cuda"), MachineError


def empty_data(settings: MakeSettings, folder: Path) -> tuple[RunSettings, type[EngineError]]:
    (folder / "empty").mkdir()
    return settings(f"data.train={quoted(folder / 'empty')}"), DataError


def one_class(settings: MakeSettings, folder: Path) -> tuple[RunSettings, type[EngineError]]:
    write_images(folder / "half", {"train": 3})
    for path in (folder / "half" / "train" / "fake").iterdir():
        path.unlink()
    return settings(f"data.train={quoted(folder / 'half')}"), DataError


def text_as_teacher(settings: MakeSettings, folder: Path) -> tuple[RunSettings, type[EngineError]]:
    (folder / "notes.pth").write_text("dear diary", encoding="utf-8")
    return settings(f"teacher.checkpoint={quoted(folder / 'notes.pth')}"), CheckpointError


def ignorant_teacher(settings: MakeSettings, folder: Path) -> tuple[RunSettings, type[EngineError]]:
    return settings("teacher.min_auc=0.99"), TeacherError


def swapped_labels(settings: MakeSettings, folder: Path) -> tuple[RunSettings, type[EngineError]]:
    return settings("data.real_names=fake", "data.fake_names=real"), TeacherError


def runs_in_a_file(settings: MakeSettings, folder: Path) -> tuple[RunSettings, type[EngineError]]:
    (folder / "file").write_text("", encoding="utf-8")
    return settings(f"output.folder={quoted(folder / 'file')}"), StorageError


BEFORE_TRAINING = [
    empty_data,
    one_class,
    text_as_teacher,
    ignorant_teacher,
    swapped_labels,
    runs_in_a_file,
    pytest.param(no_such_device, marks=pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")),
]


@pytest.mark.parametrize("cause", BEFORE_TRAINING)
def test_what_fails_before_training(
    cause: Callable[..., tuple[RunSettings, type[EngineError]]], tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    settings, kind = cause(tiny_settings, tmp_path)
    result, _ = failed(settings)
    assert type(result.error) is kind
    if cause is swapped_labels:
        assert "swapped" in str(result.error)
    assert all(found.state == "failed" for found in list_runs(tmp_path))


MOMENTS: dict[str, When] = {
    "preparing": lambda event: isinstance(event, DataScanned),
    "calibrating": lambda event: isinstance(event, TeacherChecked),
    "stage 1": lambda event: isinstance(event, StageStarted) and event.stage == 1,
    "stage 2": lambda event: isinstance(event, StepDone) and event.step == 3,
    "validation": lambda event: isinstance(event, Validated) and event.stage == 2,
    "evaluating": lambda event: isinstance(event, PhaseChanged) and event.phase == "evaluating",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_fault_of_ours_in_any_phase_is_told_logged_and_can_be_resumed(
    moment: str, tiny_settings: MakeSettings, whole: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    def fault() -> None:
        raise ZeroDivisionError("made up")

    recorder = Recorder(MOMENTS[moment], fault)
    result = run(tiny_settings(), RunControl(), recorder)
    assert result.state is FinishReason.FAILED
    assert "ZeroDivisionError: made up" in recorder.finished.message
    assert recorder.finished.remedy
    assert result.run is not None
    assert "Traceback" in (result.run / "run.log").read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""
    assert difference(outcome_of(carried_out(tiny_settings(), result.run)[0]), whole) == ""


def test_a_failure_before_there_is_a_folder_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    failed(load_settings(None))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_two_programs_on_one_run(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    seen: list[EngineError | None] = []

    def second() -> None:
        seen.append(run(tiny_settings(), RunControl(), Recorder(), tmp_path / "run").error)

    recorder = Recorder(MOMENTS["stage 2"], second)
    assert run(tiny_settings(), RunControl(), recorder).state is FinishReason.FINISHED
    assert isinstance(seen[0], RunFolderError)
    assert "open in another window or program" in seen[0].message
    assert len([e for e in read_events(tmp_path / "run") if isinstance(e, RunStarted | RunFinished)]) == 2


def test_a_folder_that_is_no_run_cannot_be_resumed(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path):
        result, _ = failed(tiny_settings(), path)
        assert isinstance(result.error, RunFolderError)
    assert list(tmp_path.iterdir()) == []


def full_after(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The operating system takes so many more files, and then says that the disk is full."""
    left, real = [count], os.fsync

    def fsync(descriptor: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("files", [0, 1, 2, 3, 5, 8])
def test_a_disk_that_fills_up_ends_the_run_and_what_was_saved_is_good(
    files: int, tiny_settings: MakeSettings, whole: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        full_after(files, patched)
        result, _ = failed(tiny_settings())
    assert isinstance(result.error, StorageError)
    assert "disk is full" in result.error.message
    assert not list(tmp_path.rglob("*.tmp"))
    if files < 2:  # settings and environment
        return
    assert difference(outcome_of(carried_out(tiny_settings(), result.run)[0]), whole) == ""


@pytest.mark.skipif(not Path("/dev/full").exists() or not Path("/proc/self/fd").exists(), reason="needs Linux")
def test_a_disk_too_full_for_events_still_tells_whoever_watches(
    tiny_settings: MakeSettings, whole: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def fill() -> None:
        """From now on what is written to the open event file meets a full disk."""
        for entry in Path("/proc/self/fd").iterdir():
            if entry.is_symlink() and entry.readlink() == tmp_path / "run" / "events.jsonl":
                os.dup2(full, int(entry.name))
        (tmp_path / "run" / "run.log").symlink_to("/dev/full")

    full = os.open("/dev/full", os.O_WRONLY)
    recorder = Recorder(MOMENTS["stage 2"], fill)
    result = run(tiny_settings(), RunControl(), recorder)
    os.close(full)
    assert isinstance(result.error, StorageError)
    assert "disk is full" in recorder.finished.message
    assert capfd.readouterr().err == ""
    (tmp_path / "run" / "run.log").unlink()
    assert difference(outcome_of(carried_out(tiny_settings(), tmp_path / "run")[0]), whole) == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    result, _ = failed(tiny_settings(f"output.folder={quoted(tmp_path / 'locked')}"))
    assert isinstance(result.error, StorageError)
    assert "read-only" in result.error.message


def test_a_read_only_disk(tiny_settings: MakeSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stopped(tiny_settings(), MOMENTS["stage 2"])

    def read_only(*_arguments: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "fsync", read_only)
    result, _ = failed(tiny_settings(), folder)
    assert isinstance(result.error, StorageError)
    assert "read-only" in result.error.message


def data_of_one_test(tmp_path: Path, tiny_data: TinyData) -> TinyData:
    write_images(tmp_path / "data")
    return TinyData(tmp_path / "data", tiny_data.teacher, tiny_data.ignorant)


def remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink()


def batch_files(data: TinyData, seed: int, epoch: int, number: int, size: int = 10) -> list[Path]:
    """The files of a training batch."""
    entries = sorted((data.folder / "train").rglob("*.png"), key=lambda path: path.as_posix())
    order = epoch_order(len(entries), seed, epoch)
    return [entries[i] for i in order[number * size : (number + 1) * size]]


NOTHING_CACHED = ("data.decoded_cache_mb=0", "student.statistics_batches=1", "stage1.enabled=false")


def test_images_that_vanish_are_left_out_counted_and_listed(tiny_data: TinyData, tmp_path: Path) -> None:
    data = data_of_one_test(tmp_path, tiny_data)
    gone = [*batch_files(data, 0, 0, 2)[:1], *sorted((data.folder / "val").rglob("*.png"))[:1]]
    recorder = Recorder(lambda event: isinstance(event, StageStarted), partial(remove, gone))
    result = run(settings_for(data, tmp_path, *NOTHING_CACHED, "data.max_unreadable=0.2"), RunControl(), recorder)
    assert result.state is FinishReason.FINISHED, result.error
    assert [event.step for event in recorder.of(StepDone)] == list(range(1, 9))
    assert {event.scores.images for event in recorder.of(Validated)} == {19}
    found = recorder.of(DataScanned)
    assert found[0].unreadable_count == 0
    assert found[-1].unreadable_count == 2
    assert {item.partition(": ")[0] for item in found[-1].unreadable} == {str(path) for path in gone}
    assert any(alert.rule == "data_unreadable" for alert in recorder.of(Alert))


def test_one_vanished_validation_image_is_below_the_limit_though_it_is_shown(
    tiny_data: TinyData, tmp_path: Path
) -> None:
    """Four images are kept for the eye: one of them missing is a quarter of these, but a twentieth of all."""
    data = data_of_one_test(tmp_path, tiny_data)
    entries = [
        ImageEntry(path, int(path.parent.name == "fake"), "all", "")
        for path in sorted((data.folder / "val").rglob("*.png"), key=lambda path: path.as_posix())
    ]
    shown = sample(tuple(entries), PATCH_IMAGES, 0)[0].path
    settings = settings_for(data, tmp_path, *NOTHING_CACHED, "data.max_unreadable=0.05", "stage2.epochs=1", AT_ONCE)
    recorder = Recorder(lambda event: isinstance(event, StageStarted), shown.unlink)
    result = run(settings, RunControl(), recorder)
    assert result.state is FinishReason.FINISHED, result.error
    maps = np.load(tmp_path / "run" / recorder.of(PatchMapsSaved)[0].path)
    assert len(maps["images"]) == 3


def test_too_many_vanished_images_end_the_run_with_the_reason(tiny_data: TinyData, tmp_path: Path) -> None:
    data = data_of_one_test(tmp_path, tiny_data)
    gone = batch_files(data, 0, 1, 2)
    images = {path: path.read_bytes() for path in gone}

    settings = settings_for(data, tmp_path, *NOTHING_CACHED)
    recorder = Recorder(lambda event: isinstance(event, StepDone) and event.step == 5, partial(remove, gone))
    result = run(settings, RunControl(), recorder)
    assert isinstance(result.error, DataError)
    assert "the file does not exist" in recorder.finished.message
    assert "data.max_unreadable" in recorder.finished.remedy
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    assert (former.state.epoch, former.state.batch) == (1, 2), "what was trained is kept"
    for path, image in images.items():
        path.write_bytes(image)
    ends = [outcome_of(carried_out(settings, folder)[0]) for folder in (None, tmp_path / "run")]
    assert difference(ends[0], ends[1]) == ""


def test_a_whole_batch_that_vanishes_is_passed_over_and_the_position_stays_right(
    tiny_data: TinyData, tmp_path: Path
) -> None:
    data = data_of_one_test(tmp_path, tiny_data)
    gone = batch_files(data, 0, 0, 1)
    settings = settings_for(data, tmp_path, *NOTHING_CACHED, "data.max_unreadable=0.5")
    watched = Recorder(lambda event: isinstance(event, StageStarted), partial(remove, gone))
    control = RunControl()
    positions: list[tuple[int, int]] = []

    def emit(event: Event) -> None:
        watched(event)
        if isinstance(event, Progress) and event.task == "epoch":
            positions.append((event.done, event.total))
            if len(positions) == 2:
                control.stop()

    result = run(settings, control, emit)
    assert result.state is FinishReason.STOPPED, result.error
    assert positions == [(1, 4), (3, 4)]
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    assert (former.state.batch, former.state.stage_step) == (3, 2)


class SpoilsMaps:
    """A teacher whose maps are NaN at some calls: a fault in the hardware, for instance."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, calls: set[int]) -> None:
        self.calls, self.count = calls, 0
        self._targets = Teacher.targets
        spoiler = self

        def targets(teacher: Teacher, images: Tensor) -> Tensor:
            maps = spoiler._targets(teacher, images)
            spoiler.count += 1
            return maps * torch.nan if spoiler.count in spoiler.calls else maps

        monkeypatch.setattr(Teacher, "targets", targets)


def test_a_step_that_is_not_finite_is_left_out(tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    SpoilsMaps(monkeypatch, {2})
    result, recorder = carried_out(tiny_settings("stage1.enabled=false", "stage2.epochs=1", AT_ONCE))
    skipped = recorder.of(StepSkipped)
    assert [event.step for event in skipped] == [1]
    assert skipped[0].reason.startswith("the loss term patch, ")
    assert skipped[0].reason.endswith("variance is not a number")
    weights = outcome_weights(result)
    assert all(bool(torch.isfinite(value).all()) for value in weights.values())
    assert recorder.of(Validated)[0].scores.auc is not None
    monkeypatch.undo()
    clean = carried_out(tiny_settings("stage1.enabled=false", "stage2.epochs=1", AT_ONCE))[0]
    assert difference(weights, outcome_weights(clean)), "the step was applied in the clean run"


def outcome_weights(result: RunResult) -> dict[str, Tensor]:
    weights: dict[str, Tensor] = outcome_of(result)["student"]
    return weights


def test_one_bad_batch_of_several_spoils_the_step_for_all(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    SpoilsMaps(monkeypatch, {1})
    settings = tiny_settings("stage1.enabled=false", "stage2.accumulate=2")
    result, recorder = carried_out(settings)
    assert [event.step for event in recorder.of(StepSkipped)] == [0]
    assert all(bool(torch.isfinite(value).all()) for value in outcome_weights(result).values())


def test_after_too_many_bad_steps_the_run_fails_with_sound_weights(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    SpoilsMaps(monkeypatch, set(range(6, 100)))  # in the second epoch: 4 steps and the maps for the eye come before
    settings = tiny_settings("stage1.enabled=false", "health.nonfinite_limit=2")
    result, recorder = failed(settings)
    assert isinstance(result.error, TrainingError)
    assert len(recorder.of(StepSkipped)) == 3
    assert result.run is not None
    assert result.weights is not None
    former = load_last(result.run / "checkpoints")
    assert former is not None
    assert former.state.epoch == 1
    assert all(bool(torch.isfinite(value).all()) for value in former.student.values())
    monkeypatch.undo()
    again = carried_out(settings, result.run)[0]
    whole = carried_out(settings)[0]
    assert difference(outcome_weights(again), outcome_weights(whole)) == ""


def test_paths_with_letters_of_all_kinds_and_great_length(tiny_data: TinyData, tmp_path: Path) -> None:
    deep = tmp_path.joinpath("Übungen O'Brien", *(f"长路径 {number} {'ä' * 30}" for number in range(5)))
    write_images(deep / "картинки", {"train": 4, "val": 2})
    teacher = deep / "учитель.pth"
    teacher.write_bytes(tiny_data.teacher.read_bytes())
    data = TinyData(deep / "картинки", teacher, teacher)
    overrides = ("stage1.solver_images=16", "output.name=прогон", "teacher.accept_weak=true")
    settings = settings_for(data, deep / "runs", *overrides)
    folder = stopped(settings, lambda event: isinstance(event, StepDone))
    assert folder == deep / "runs" / "прогон"
    assert len(str(folder)) > 250
    kept = load_settings(folder / "settings.toml")
    assert kept == settings
    result, _ = carried_out(kept, folder)
    assert result.weights is not None
    load_detector(result.weights)


def test_events_are_strict_about_nothing_but_their_kind(tiny_settings: MakeSettings) -> None:
    """Every line of a real run is JSON, of a known kind, at a time that never goes back."""
    result, _ = carried_out(tiny_settings("stage2.epochs=1", AT_ONCE))
    assert result.run is not None
    lines = (result.run / "events.jsonl").read_text(encoding="utf-8").splitlines()
    events = list(read_events(result.run))
    assert len(events) == len(lines)
    times = [json.loads(line)["time_s"] for line in lines]
    assert times == sorted(times)
    assert engine.__version__ == next(event.version for event in events if isinstance(event, RunStarted))
