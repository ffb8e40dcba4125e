"""A run ends with exactly one RunFinished, whatever happens, and loses nothing that it had."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

import engine
from engine.control import FinishReason, RunControl
from engine.errors import (
    CheckpointError,
    DataError,
    EngineError,
    MachineError,
    RunFolderError,
    SettingsError,
    StorageError,
    TeacherError,
)
from engine.events import (
    Alert,
    BestStudent,
    CheckpointSaved,
    DataScanned,
    FinalEvaluated,
    MachineReport,
    PatchMapsSaved,
    PhaseChanged,
    Progress,
    RunFinished,
    RunStarted,
    ShortcutsAudited,
    StageFinished,
    StageStarted,
    StepDone,
    StudentTimed,
    TeacherChecked,
    Validated,
)
from engine.models.loading.recognition import load_detector
from engine.models.student import build_student
from engine.run.run import run
from engine.run_folder.event_log import read_events
from engine.run_folder.summaries import list_runs
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, quoted
from tests.engine.helpers.running import AT_ONCE, PHASES, Recorder, carried_out, difference, failed, outcome_of
from tests.engine.helpers.tiny_data import PER_CLASS, MakeSettings, TinyData, settings_for, write_images


def test_a_whole_run(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    result, recorder = carried_out(tiny_settings())
    assert result.run == tmp_path / "run"
    assert result.weights == tmp_path / "run" / "student.pth"
    assert result.error is None
    others = Progress | Alert | StepDone | MachineReport  # how many there are depends on the pictures and the clock
    kinds = [type(event) for event in recorder.events if not isinstance(event, others)]
    assert kinds == [
        RunStarted,
        PhaseChanged,
        DataScanned,
        ShortcutsAudited,
        PhaseChanged,
        StudentTimed,
        PhaseChanged,
        TeacherChecked,
        CheckpointSaved,
        PhaseChanged,
        PhaseChanged,
        StageStarted,
        CheckpointSaved,
        Validated,
        PatchMapsSaved,
        StageFinished,
        CheckpointSaved,
        PhaseChanged,
        StageStarted,
        *(kinds[19:-4]),
        StageFinished,
        PhaseChanged,
        FinalEvaluated,
        RunFinished,
    ]
    phases = [event.phase for event in recorder.of(PhaseChanged)]
    assert phases == ["preparing", "preparing", "calibrating", "calibrating", "stage 1", "stage 2", "evaluating"]
    assert [event.step for event in recorder.of(StepDone)] == list(range(1, 9))
    assert list(read_events(result.run)) == [e for e in recorder.events if not isinstance(e, Progress)]


def test_the_pace_is_told_early_and_every_batch_that_is_waited_for(tiny_settings: MakeSettings) -> None:
    """Large pictures take half a minute and more until all statistics are there: nothing was told meanwhile."""
    settings = tiny_settings("data.batch_size=5", "student.statistics_batches=6")
    result, recorder = carried_out(settings)
    assert result.error is None
    assert [timed.batches for timed in recorder.of(StudentTimed)] == [3, 5]
    assert all(timed.processors >= 1 for timed in recorder.of(StudentTimed))
    assert (recorder.of(StudentTimed)[-1].cache_bytes_per_s or 0) > 0, "the pictures lie in the cache by then"
    told = [(event.done, event.total) for event in recorder.of(Progress) if event.task == "statistics"]
    assert told[:6] == [(done, 6) for done in range(1, 7)]
    assert len(told) == 6 * (1 + len(recorder.of(Validated)))


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


@pytest.mark.parametrize("moment", PHASES)
def test_a_fault_of_ours_in_any_phase_is_told_logged_and_can_be_resumed(
    moment: str, tiny_settings: MakeSettings, whole: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    def fault() -> None:
        raise ZeroDivisionError("made up")

    recorder = Recorder(PHASES[moment], fault)
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

    recorder = Recorder(PHASES["stage 2"], second)
    assert run(tiny_settings(), RunControl(), recorder).state is FinishReason.FINISHED
    assert isinstance(seen[0], RunFolderError)
    assert "open in another window or program" in seen[0].message
    assert len([e for e in read_events(tmp_path / "run") if isinstance(e, RunStarted | RunFinished)]) == 2


def test_a_folder_that_is_no_run_cannot_be_resumed(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path):
        result, _ = failed(tiny_settings(), path)
        assert isinstance(result.error, RunFolderError)
    assert list(tmp_path.iterdir()) == []


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


def test_averaged_weights_follow_those_that_are_trained_in_a_short_run(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings("stage1.enabled=false", "stage2.epochs=8", "stage2.ema_decay=0.9999")
    state = outcome_of(carried_out(settings)[0])
    first = build_student(settings.student, settings.seed).network.state_dict()
    name = next(name for name, weights in first.items() if weights.dim() == 4)
    average, trained = state["average"][f"module.{name}"], state["student"][name]
    assert torch.dist(average, trained) < 0.5 * torch.dist(average, first[name])
