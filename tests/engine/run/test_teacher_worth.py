"""What a teacher is worth: pairs of short trainings that differ in it alone, a verdict in words, and nothing kept."""

from pathlib import Path

import pytest

from engine.control import RunControl, StopRequestedError
from engine.errors import SettingsError
from engine.events import Progress
from engine.queue.grid import control_of
from engine.run.bursts import throw_away_run
from engine.run.teacher_worth import ShortTrainings, TeacherWorth, settled, teacher_worth
from engine.settings.toml_file import load_settings
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.running import Recorder
from tests.engine.helpers.tiny_data import MakeSettings, TinyData

TASK = "worth of the teacher"


def test_pairs_differ_in_the_teacher_alone_and_nothing_is_kept(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    recorder = Recorder()
    as_good_as_none = ("loss.alpha_distill=1e-9", "loss.alpha_task=1", "loss.variance_weight=0")
    found = teacher_worth(tiny_settings(*as_good_as_none), RunControl(), recorder, steps=6, seeds=2)
    assert found.with_teacher == pytest.approx(found.without, abs=0.02)
    assert found.verdict == "unclear"
    assert found.without[0] != found.without[1], "seeds begin with other weights"
    progress = [event for event in recorder.of(Progress) if event.task == TASK]
    assert [event.done for event in progress] == list(range(1, 25))
    assert progress[-1].total == 24
    assert not any(tmp_path.iterdir())


def test_a_stop_ends_it(tiny_settings: MakeSettings) -> None:
    control = RunControl()
    recorder = Recorder(lambda event: isinstance(event, Progress) and event.task == TASK, control.stop)
    with pytest.raises(StopRequestedError):
        teacher_worth(tiny_settings(), control, recorder, steps=6, seeds=2)


def test_without_imitation_there_is_nothing_to_try(tiny_settings: MakeSettings) -> None:
    with pytest.raises(SettingsError, match="labels only"):
        teacher_worth(tiny_settings("loss.alpha_distill=0"), RunControl(), Recorder())


def test_the_command_tells_gain_and_uncertainty(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    outcome = command("worth", write_settings(tmp_path, tiny_data), "--steps", 4, "--seeds", 2, *told())
    assert outcome.code == 0
    assert len(outcome.data["with_teacher"]) == len(outcome.data["without"]) == 2
    assert outcome.data["error"] > 0
    assert outcome.data["words"] in outcome.err
    assert "A control run from labels only settles it." in outcome.err


def test_where_the_teacher_costs_the_run_learns_from_labels_as_its_control_would(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings()
    for gain, loss in ((-0.03, control_of(settings).loss), (0.03, settings.loss), (0.001, settings.loss)):
        assert settled(settings, TeacherWorth((0.9,), (0.9,), gain, 0.01, 320, 0.8)).loss == loss


def test_training_begins_with_the_trial_where_that_is_asked_for(
    command: Run, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.cli.teacher_commands.STEPS", 4)
    outcome = command("train", write_settings(tmp_path, tiny_data), "--try-teacher", *told("stage2.epochs=1"))
    assert outcome.code == 0
    trained = load_settings(Path(outcome.data["run"]) / "settings.toml")
    assert trained.loss.imitates == (outcome.data["worth"]["verdict"] != "costs")
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "1")
    monkeypatch.setenv("RANK", "0")
    refused = command("train", write_settings(tmp_path, tiny_data), "--try-teacher", *told())
    assert "one process" in refused.failed_with("settings")


@pytest.mark.parametrize(
    ("gain", "error", "teacher_auc", "verdict", "words"),
    [
        (0.012, 0.004, 0.9, "helps", "The teacher is likely to help (+0.012 +- 0.004 AUC)."),
        (-0.03, 0.01, 0.8, "costs", "The teacher is likely to cost (-0.030 +- 0.010 AUC)."),
        (-0.03, 0.01, 0.95, "unclear", "a longer run may gain by it"),
        (0.012, 0.01, 0.8, "unclear", "No difference was seen between learning with the teacher and without (+0.012"),
    ],
)
def test_the_verdict_in_words(gain: float, error: float, teacher_auc: float, verdict: str, words: str) -> None:
    found = TeacherWorth((0.9,), (0.9,), gain, error, 320, teacher_auc)
    assert found.verdict == verdict
    assert words in found.words


def test_of_many_seeds_the_last_is_trained_as_the_first(tiny_settings: MakeSettings) -> None:
    recorder = Recorder()
    with throw_away_run(tiny_settings(), "test", RunControl(), recorder, {"warmup_epochs": 0.1}) as context:
        ShortTrainings(context, 3, 1, recorder).student(500, with_teacher=False)
    assert [event.done for event in recorder.of(Progress) if event.task == TASK] == [1, 2, 3]
