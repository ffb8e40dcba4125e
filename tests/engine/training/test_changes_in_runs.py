"""Settings that change while a run goes on, going back to a healthy state, and the ladder healing sabotaged runs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.control import FinishReason, RunControl
from engine.errors import TrainingError
from engine.events import (
    CheckpointSaved,
    Event,
    RemedyApplied,
    RemedyRefused,
    RolledBack,
    StepDone,
    StepSkipped,
    Validated,
)
from engine.remedy import Remedy
from engine.run.run import run
from engine.run_folder.checkpoint import load_last
from engine.settings import RunSettings
from engine.settings.changes import undo
from engine.settings.toml_file import load_settings, quoted
from tests.engine.helpers.running import (
    Recorder,
    at_step,
    carried_out,
    copied,
    difference,
    failed,
    outcome,
    outcome_of,
    stopped,
    stopped_by,
)
from tests.engine.helpers.spoilt_maps import SpoilsMaps
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for

LOWER = Remedy("Lower", {"stage2.head_lr": 1e-3, "loss.alpha_task": 0.9}, "next_step", "Why.", "oscillation")
BACK = Remedy("Back", {"stage2.head_lr": 1e-3}, "last_healthy", "Why.", "loss_explosion")


def run_with(settings: RunSettings, remedy: Remedy, step: int, resume: Path | None = None) -> tuple[Path, Recorder]:
    """A whole run that is asked for a remedy at a step."""
    control = RunControl()
    recorder = Recorder(at_step(step), lambda: control.request(remedy))
    result = run(settings, control, recorder, resume)
    assert result.state is FinishReason.FINISHED, result.error
    assert result.run is not None
    return result.run, recorder


def test_a_remedy_holds_from_the_next_step_and_is_told_and_kept(tiny_settings: MakeSettings) -> None:
    folder, recorder = run_with(tiny_settings("stage2.schedule=constant", "stage2.warmup_epochs=0"), LOWER, 3)
    (applied,) = recorder.of(RemedyApplied)
    assert (applied.step, applied.origin, applied.start, applied.rule) == (3, "user", "next_step", "oscillation")
    assert applied.changes == {"stage2.head_lr": (0.01, 1e-3), "loss.alpha_task": (0.7, 0.9)}
    rates = [(event.step, event.head_lr, event.weights["task"]) for event in recorder.of(StepDone)]
    assert [(rate, weight) for step, rate, weight in rates if step <= 3] == [(0.01, 0.7)] * 3
    assert [(rate, weight) for step, rate, weight in rates if step > 3] == [(1e-3, 0.9)] * 5
    kept = load_settings(folder / "settings.toml")
    assert (kept.stage2.head_lr, kept.loss.alpha_task) == (1e-3, 0.9)


def test_a_run_with_a_remedy_that_is_stopped_and_resumed_ends_in_the_same_bits(tiny_settings: MakeSettings) -> None:
    whole, _ = run_with(tiny_settings("output.name=whole", "stage2.epochs=3"), LOWER, 3)
    control = RunControl()

    def watch(event: Event) -> bool:
        if isinstance(event, StepDone) and event.step == 3:
            control.request(LOWER)
        return isinstance(event, StepDone) and event.step == 6

    parts = stopped_by(tiny_settings("stage2.epochs=3"), control, Recorder(watch, control.stop))
    carried_out(load_settings(parts / "settings.toml"), parts)
    assert difference(outcome(parts), outcome(whole)) == ""


def test_undoing_a_remedy_brings_the_settings_back(tiny_settings: MakeSettings, whole: dict[str, Any]) -> None:
    settings, control = tiny_settings(), RunControl()
    recorder = Recorder()

    def emit(event: Event) -> None:
        recorder(event)
        if isinstance(event, StepDone) and event.step == 2:
            control.request(LOWER)
        elif isinstance(event, RemedyApplied) and event.label == "Lower":
            control.request(undo(event.label, event.changes, event.rule))

    result = run(settings, control, emit)
    assert [event.label for event in recorder.of(RemedyApplied)] == ["Lower", "Undo: Lower"]
    assert result.run is not None
    assert load_settings(result.run / "settings.toml") == settings
    assert difference(outcome(result.run), whole) == "", "no step was taken between"


def test_going_back_starts_from_the_bits_of_the_healthy_checkpoint(tiny_settings: MakeSettings) -> None:
    """As if the run had been stopped there and resumed with the change; its third validation speaks for it."""
    common = ("stage2.epochs=4", "stage1.enabled=false", "stage2.head_lr=0.05", "stage2.backbone_lr=0.05")
    settings = tiny_settings(*common)
    folder, recorder = run_with(settings, BACK, 15)
    (back,) = recorder.of(RolledBack)
    assert (back.step, back.to_step, back.origin) == (15, 12, "user")
    assert [event.step for event in recorder.of(StepDone)] == [*range(1, 16), *range(13, 17)]

    control = RunControl()
    third = Recorder(lambda event: isinstance(event, Validated) and event.step == 12, control.stop)
    other = stopped_by(tiny_settings(*common, "output.name=b"), control, third)
    former = load_last(other / "checkpoints")
    assert former is not None
    assert former.state.step == 12
    changed = load_settings(other / "settings.toml", ["stage2.head_lr=1e-3"])
    carried_out(changed, other)
    assert difference(outcome(folder)["student"], outcome(other)["student"]) == ""


def test_going_back_passes_by_states_that_no_validation_speaks_for(tiny_settings: MakeSettings) -> None:
    """What ruins a student may have done so before the state was saved that is the last without an alert."""
    _, recorder = run_with(
        tiny_settings("stage2.epochs=3", "stage1.enabled=false", "health.no_signal_auc=0.99"), BACK, 7
    )
    (back,) = recorder.of(RolledBack)
    assert (back.step, back.to_step) == (7, 0)


REFUSED: tuple[tuple[Remedy, str], ...] = (
    (Remedy("Batches", {"data.batch_size": 4}, "next_step", "Why."), "data.batch_size"),
    (Remedy("Optimiser", {"stage2.optimiser": "sgd"}, "next_step", "Why."), "stage2.optimiser"),
    (Remedy("Labels only", {"loss.alpha_distill": 0.0}, "next_step", "Why."), "loss.alpha_distill"),
    (Remedy("Less than none", {"stage2.head_lr": -1.0}, "next_step", "Why."), "greater than 0"),
    (Remedy("Another seed", {"seed": 5}, "new_run", "Why."), "new run"),
)


def test_what_cannot_change_now_is_refused_in_words_and_harms_nothing(
    tiny_settings: MakeSettings, whole: dict[str, Any]
) -> None:
    """One after the other, in a run that ends as if nobody had asked."""
    control, asked = RunControl(), iter(REFUSED)
    recorder = Recorder()

    def emit(event: Event) -> None:
        recorder(event)
        if isinstance(event, StepDone) and event.step > 1 and (following := next(asked, None)):
            control.request(following[0])

    result = run(tiny_settings(), control, emit)
    told = {event.label: event.reason for event in recorder.of(RemedyRefused)}
    assert [remedy.label for remedy, word in REFUSED if word in told.get(remedy.label, "")] == list(told)
    assert len(told) == len(REFUSED)
    assert not recorder.of(RemedyApplied)
    assert difference(outcome_of(result), whole) == ""


def test_a_change_that_comes_too_late_is_told(tiny_settings: MakeSettings) -> None:
    control = RunControl()
    recorder = Recorder(lambda event: isinstance(event, Validated) and event.epoch == 2, lambda: control.request(LOWER))
    run(tiny_settings("stage1.enabled=false"), control, recorder)
    assert [event.label for event in recorder.of(RemedyRefused)] == ["Lower"]
    assert recorder.finished


def test_scale_matching_can_be_switched_on_in_the_middle(tiny_settings: MakeSettings) -> None:
    on = Remedy("On", {"loss.enable_scale_matching": True}, "next_step", "Why.")
    folder, recorder = run_with(tiny_settings("loss.enable_scale_matching=false"), on, 3)
    spreads = [event.teacher_std or 0.0 for event in recorder.of(StepDone)]
    assert min(spreads[:3]) > 10 > max(spreads[3:])
    assert load_settings(folder / "settings.toml").loss.enable_scale_matching


AUTOMATIC = ("health.policy=automatic", "stage1.enabled=false", "stage2.epochs=12")


@pytest.fixture(scope="module")
def clean(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> float:
    """The best AUC of the run when nothing is wrong with it."""
    result, _ = carried_out(settings_for(tiny_data, tmp_path_factory.mktemp("clean"), *AUTOMATIC))
    assert result.best is not None
    assert result.best.auc is not None
    return result.best.auc


@pytest.mark.parametrize("seed", [0, 1, 3])  # noticed first as oscillation or as nothing learned
def test_a_far_too_high_learning_rate_is_healed(seed: int, tiny_settings: MakeSettings, clean: float) -> None:
    high = tiny_settings(*AUTOMATIC, "stage2.head_lr=10", "stage2.backbone_lr=10", f"seed={seed}")
    result, recorder = carried_out(high)
    assert recorder.of(RolledBack)
    assert {event.origin for event in recorder.of(RemedyApplied)} == {"policy"}
    assert result.best is not None
    assert result.best.auc is not None
    assert result.best.auc >= clean - 0.02


@dataclass(frozen=True)
class FromAfar:
    """A short run with a teacher far off that would be imitated as it is: its settings, events and end."""

    told: tuple[str, ...]
    recorder: Recorder
    end: dict[str, Any]


@pytest.fixture(scope="module")
def drifted(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> FromAfar:
    place = tmp_path_factory.mktemp("drifted")
    teacher = torch.load(tiny_data.teacher, weights_only=True)
    teacher["fc.bias"] -= 1000.0
    torch.save(teacher, place / "teacher.pth")
    raw = ("loss.enable_scale_matching=false", "loss.use_kl_loss=false", "health.policy=automatic")
    told = (f"teacher.checkpoint={quoted(place / 'teacher.pth')}", "stage2.epochs=1", *raw)
    result, recorder = carried_out(settings_for(tiny_data, place, *told))
    return FromAfar(told, recorder, outcome_of(result))


def test_what_the_teacher_check_calls_for_is_changed_before_the_head_is_solved(drifted: FromAfar) -> None:
    """A head that was solved for raw logits could not be gone back from: every checkpoint would hold it."""
    recorder = drifted.recorder
    (applied,) = recorder.of(RemedyApplied)
    assert (applied.rule, applied.stage) == ("teacher_range", 1)
    assert recorder.events.index(applied) < recorder.events.index(recorder.of(Validated)[0])
    assert not recorder.of(RolledBack)


@pytest.mark.parametrize(("at", "due"), [(CheckpointSaved, True), (StepDone, False)])
def test_what_was_due_when_the_run_was_stopped_is_changed_when_it_goes_on(
    tiny_settings: MakeSettings, drifted: FromAfar, at: type[Event], due: bool
) -> None:
    """The teacher's check is not made again, so nobody would call for it a second time."""
    assert [event.rule for event in drifted.recorder.of(RemedyApplied)] == ["teacher_range"]

    folder = stopped(tiny_settings(*drifted.told), lambda event: isinstance(event, at))
    _, recorder = carried_out(load_settings(folder / "settings.toml"), folder)
    assert [event.rule for event in recorder.of(RemedyApplied)] == ["teacher_range"] * due
    assert difference(outcome(folder), drifted.end) == ""


def test_nan_batches_are_healed(tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch, clean: float) -> None:
    """More bad steps in a row than are allowed: back, past them, and on."""
    SpoilsMaps(monkeypatch, {5, 6, 7, 8, 9, 10})
    result, recorder = carried_out(tiny_settings(*AUTOMATIC))
    assert len(recorder.of(StepSkipped)) >= 4
    assert recorder.of(RolledBack)[0].left_out is not None
    assert result.best is not None
    assert result.best.auc is not None
    assert result.best.auc >= clean - 0.02


def test_the_last_rung_stops_with_the_reason_and_can_be_resumed(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    SpoilsMaps(monkeypatch, set(range(6, 10_000)))
    settings = tiny_settings("health.policy=automatic", "stage1.enabled=false", "stage2.epochs=3")
    result, recorder = failed(settings)
    assert isinstance(result.error, TrainingError)
    assert len(recorder.of(RolledBack)) == settings.health.max_rollbacks + 1
    assert result.run is not None
    former = load_last(result.run / "checkpoints")
    assert former is not None
    assert former.healthy
    assert all(bool(torch.isfinite(value).all()) for value in former.student.values())
    monkeypatch.undo()
    again = copied(result.run, "again")
    _, recorder = carried_out(load_settings(again / "settings.toml"), again)
    assert recorder.of(Validated)
