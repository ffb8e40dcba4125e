"""The health label of checkpoints: rotation never drops the last healthy one, and a suspect student never slips in."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.advice.guard import Guard
from engine.events import BestStudent, RolledBack, Scores
from engine.run_folder.checkpoint import Checkpoint, go_back, load_healthy, load_last, save_checkpoint
from engine.run_folder.training_state import TrainingState
from engine.settings import HealthSettings
from engine.settings.presets import preset_settings
from engine.training.validation import is_better, is_proof
from tests.engine.helpers.checkpoints import checkpoint


def state(step: int, *, healthy: bool = True) -> Checkpoint:
    made = checkpoint(step)
    return replace(made, state=replace(made.state, stage_step=step), healthy=healthy)


def steps(folder: Path) -> list[int]:
    """What can be gone back to, newest first."""
    found = (load_healthy(folder, until) for until in range(100, -1, -1))
    return list(dict.fromkeys(item.state.step for item in found if item is not None))


@given(st.lists(st.booleans(), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_the_last_healthy_one_is_never_dropped(labels: list[bool]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for step, healthy in enumerate(labels, start=1):
            save_checkpoint(state(step, healthy=healthy), Path(name))
        newest = max((step for step, healthy in enumerate(labels, start=1) if healthy), default=None)
        found = load_healthy(Path(name), 100)
        assert (found.state.step if found else None) == newest
        last = load_last(Path(name))
        assert last is not None
        assert last.state.step == len(labels), "and resuming still goes on from the newest"


def test_what_is_too_new_or_led_to_trouble_again_is_passed_over(tmp_path: Path) -> None:
    for step in (0, 10, 20):
        save_checkpoint(state(step), tmp_path)
    assert steps(tmp_path) == [20, 10, 0]
    found = load_healthy(tmp_path, 25, {20, 10})
    assert found is not None
    assert found.state.step == 0, "the beginning of the stage is kept"
    assert load_healthy(tmp_path / "none", 100) is None


def test_harm_before_its_alert_is_gone_back_behind(tmp_path: Path) -> None:
    """Without an alert a state counts as healthy; only a validation of just these weights proves that it is."""
    for step in (0, 10, 20, 30):
        made = state(step)
        save_checkpoint(replace(made, state=replace(made.state, proven=10)), tmp_path)
    assert steps(tmp_path) == [30, 20, 10, 0]
    found = [load_healthy(tmp_path, 100, distrusted, proven=True) for distrusted in ((), {10})]
    assert [checkpoint.state.step for checkpoint in found if checkpoint is not None] == [10, 0]


@pytest.mark.parametrize(
    ("auc", "images", "best", "proof"),
    [
        (0.6, 300, None, True),
        (0.5, 300, None, False),
        (None, 300, None, False),
        (0.85, 300, 0.9, True),
        (0.7, 300, 0.9, False),
        (0.7, 300, 0.6, True),
        (0.8, 20, None, False),  # may be chance
        (0.85, 20, None, True),
    ],
)
def test_a_validation_proves_weights_that_tell_real_from_fake_as_well_as_before(
    auc: float | None, images: int, best: float | None, proof: bool
) -> None:
    known = None if best is None else BestStudent(best, 2, 1)
    assert is_proof(Scores(images=images, auc=auc), known, HealthSettings()) == proof


def test_going_back_lets_go_what_came_after(tmp_path: Path) -> None:
    for step, healthy in ((0, True), (10, True), (20, True), (30, False)):
        save_checkpoint(state(step, healthy=healthy), tmp_path)
    go_back(state(10), tmp_path)
    assert steps(tmp_path) == [10, 0]
    last = load_last(tmp_path)
    assert last is not None
    assert last.state.step == 10


def test_a_checkpoint_of_an_older_version_counts_as_healthy() -> None:
    values = TrainingState().as_dict()
    del values["left_out"]
    assert TrainingState.from_dict(values) == TrainingState()


def test_a_suspect_student_never_takes_the_place_of_a_healthy_one() -> None:
    healthy, suspect = BestStudent(0.7, 2, 1), BestStudent(0.9, 2, 1, healthy=False)
    assert not is_better(0.99, healthy, healthy=False)
    assert is_better(0.6, suspect, healthy=True)
    assert is_better(0.95, suspect, healthy=False)
    assert is_better(None, None, healthy=False), "something to look at, marked as suspect"


def gone_back(step: int, **what: Any) -> RolledBack:
    return RolledBack(stage=2, step=90, to_step=step, reason="", **what)


@pytest.mark.parametrize(
    ("events", "distrusted"),
    [
        ([gone_back(40), gone_back(20)], {20}),  # a state at step 40 will be another one
        ([gone_back(20), gone_back(40)], {20, 40}),
        ([gone_back(40), gone_back(10, left_out=(15, 20))], set()),
        ([gone_back(40), gone_back(0, new_weights=True)], set()),
    ],
)
def test_what_led_to_trouble_is_distrusted_only_as_long_as_it_is_there(
    events: list[RolledBack], distrusted: set[int]
) -> None:
    guard, settings = Guard(), preset_settings("recommended")
    for event in events:
        guard.observe(event, settings)
    assert guard.distrusted == distrusted
