"""Stage 3: the labels-only twin that a run trains by itself where its teacher is in doubt."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from engine.events import Alert, ControlCompared, Event, PhaseChanged, StageStarted, StepDone, Validated
from engine.run_folder.event_log import read_events
from engine.settings import CONTROL_STAGE, RunSettings
from engine.settings.changes import with_changes
from engine.settings.toml_file import quoted
from engine.training.validation import is_above_teacher
from tests.engine.conftest import TinyData, settings_for
from tests.engine.helpers.running import (
    Reference,
    When,
    carried_out,
    copied,
    difference,
    finish_and_compare,
    outcome,
    reference,
    stopped,
)


@dataclass(frozen=True)
class Doubted:
    """A run with a control, whose teacher knows nothing: where it is, and what it ended with."""

    folder: Path
    end: Reference

    @property
    def events(self) -> list[Event]:
        """All that happened in it."""
        return list(read_events(self.folder))


@pytest.fixture(scope="module")
def doubted(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Doubted:
    place, told = tmp_path_factory.mktemp("doubted"), f"teacher.checkpoint={quoted(tiny_data.ignorant)}"
    ways = ("control.when=doubt", "teacher.accept_weak=true", "stage2.ema_decay=0.5", "stage2.epochs=1")
    return Doubted(place / "run", reference(settings_for(tiny_data, place, *ways, told)))


def test_it_is_the_twin_from_labels_only_to_the_bit(doubted: Doubted, tmp_path: Path) -> None:
    alone = {**doubted.end.settings.loss.without_teacher}
    changes = {f"loss.{name}": value for name, value in alone.items()} | {"output.folder": tmp_path}
    result, _ = carried_out(with_changes(doubted.end.settings, changes))
    assert result.run is not None
    twin = outcome(result.run)
    for part in ("student", "optimiser", "average"):
        assert difference(doubted.end.end[part], twin[part]) == ""
    assert doubted.end.end["state"]["plateau"] == twin["state"]["plateau"]


def test_the_better_student_is_delivered_and_said_to_be(doubted: Doubted) -> None:
    events = doubted.events
    (compared,) = (event for event in events if isinstance(event, ControlCompared))
    validated = [event for event in events if isinstance(event, Validated) and event.scores.auc is not None]
    taught = max(event.scores.auc or 0 for event in validated if event.stage < CONTROL_STAGE)
    control = max(event.scores.auc or 0 for event in validated if event.stage == CONTROL_STAGE)
    assert (compared.taught_auc, compared.control_auc) == pytest.approx((taught, control))
    assert compared.error > 0
    is_better = control > taught and is_above_teacher(control, validated[-1].teacher_auc, validated[-1].scores.images)
    assert compared.control_delivered == is_better
    assert {e.rule for e in events if isinstance(e, Alert) and e.rule == "control_better"} == (
        {"control_better"} if is_better else set()
    )
    files = [torch.load(doubted.folder / f"{name}.pth", weights_only=True) for name in ("student", "taught", "control")]
    assert difference(dict(files[0]), dict(files[2 if is_better else 1])) == ""


def test_nobody_imitates_in_it(doubted: Doubted) -> None:
    steps = [event for event in doubted.events if isinstance(event, StepDone) and event.stage == CONTROL_STAGE]
    assert len(steps) == 4
    assert all(set(step.weights) == {"task", "saturation"} and step.weights["task"] == 1 for step in steps)
    told = [e.rule for e in doubted.events if isinstance(e, Alert) and e.stage == CONTROL_STAGE]
    assert "teacher_outrun" not in told


STOPS: tuple[When, ...] = (
    lambda event: isinstance(event, PhaseChanged) and event.text == "beginning again from labels only",
    lambda event: isinstance(event, StepDone) and event.step == 6,
    lambda event: isinstance(event, PhaseChanged) and event.text == "comparing both students",
)


def test_a_run_that_was_stopped_in_it_ends_as_if_it_had_not_been(doubted: Doubted, tmp_path: Path) -> None:
    settings = with_changes(doubted.end.settings, {"output.folder": tmp_path})
    folder: Path | None = None
    for when in STOPS:
        folder = stopped(settings, when, folder)
    assert folder is not None
    recorder = finish_and_compare(folder, Reference(settings, doubted.end.end, 0))
    assert recorder.of(ControlCompared)


def test_made_longer_it_goes_on_where_stage_2_ended_and_its_control_begins_anew(doubted: Doubted) -> None:
    settings = with_changes(doubted.end.settings, {"stage2.epochs": 2})
    folder = copied(doubted.folder, "longer")
    _, recorder = carried_out(settings, folder)
    begun = [(event.stage, event.step, event.epochs) for event in recorder.of(StageStarted)]
    assert begun == [(2, 4, 2), (3, 8, 2)]
    assert recorder.finished.step == 16
    _, again = carried_out(settings, folder)
    assert again.finished.message == "Nothing is left to train: all 2 epochs of stage 2 are done."


def test_where_teacher_and_control_are_alike_the_distilled_student_stays() -> None:
    assert is_above_teacher(0.98, 0.9, 500)
    assert not is_above_teacher(0.99, 0.98, 500), "within two standard errors"
    assert not is_above_teacher(0.98, 0.9, 20)
    assert not is_above_teacher(None, 0.9, 500)
    kept = ControlCompared(stage=3, step=9, taught_auc=0.98, control_auc=0.99, error=0.01, control_delivered=False)
    assert kept.is_kept_in_spite
    assert kept.words.endswith("not clearly above the teacher itself.")


@pytest.mark.parametrize(
    ("changes", "best", "teacher", "is_due"),
    [
        ({}, 0.95, 0.90, True),
        ({}, 0.90, 0.95, False),
        ({}, 0.90, 0.90, False),
        ({}, None, 0.95, False),
        ({}, None, 0.50, True),
        ({"teacher.min_auc": 0.96}, 0.90, 0.95, True),
        ({"control.when": "never"}, 0.95, 0.90, False),
        ({"control.when": "always"}, 0.90, 0.95, True),
        ({"control.when": "always", "loss.alpha_distill": 0.0}, 0.9, None, False),
        ({"control.when": "always", "loss.alpha_task": 0.0}, 0.9, 0.8, False),
        ({"control.when": "always", "stage2.enabled": False}, 0.9, 0.8, False),
    ],
)
def test_when_it_comes(changes: dict[str, object], best: float | None, teacher: float | None, is_due: bool) -> None:
    assert with_changes(RunSettings(), changes).control_is_due(best, teacher) is is_due
