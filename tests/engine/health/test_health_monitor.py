"""The monitor says a thing when it is news: not twice, again after a while, and rightly after a resume."""

import math
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.events import Alert, Event, RunStarted, Scores, StepDone, StepSkipped, Validated, to_json
from engine.health import HealthMonitor
from engine.health.history import reports_in_window
from engine.settings import RunSettings
from tests.engine.helpers.health_streams import (
    DATA,
    STAGE2,
    TEACHER,
    USUAL,
    VALIDATED,
    evaluations,
    reports,
    same,
    skips,
)

BIG = {"loss": 500.0}


def observe(events: list[Event], monitor: HealthMonitor | None = None) -> list[Alert]:
    monitor = monitor or HealthMonitor()
    return [alert for event in events for alert in monitor.observe(event, RunSettings())]


def started(step: int = 0) -> RunStarted:
    return RunStarted(run="a run", device="cpu", version="1", step=step)


def test_what_stays_ill_is_said_again_after_a_window() -> None:
    assert [alert.step for alert in observe([STAGE2, *same(12, **BIG)])] == [10, 60, 110]


def test_what_recovered_and_falls_ill_again_is_said_at_once() -> None:
    assert [alert.step for alert in observe([STAGE2, *reports(BIG, {}, BIG)])] == [10, 30]


def test_skipped_steps_are_one_alert_a_window() -> None:
    assert [alert.step for alert in observe([STAGE2, *skips(3, 4, 5, 6, 70)])] == [3, 70]


def test_a_skipped_step_is_not_said_again_by_later_reports() -> None:
    assert [alert.step for alert in observe([STAGE2, *skips(8), *same(12)])] == [8]


def test_validation_rules_speak_at_every_evaluation() -> None:
    assert [alert.step for alert in observe([STAGE2, *evaluations(0.5, 0.5, 0.5, 0.5)])] == [219, 292]


def test_terms_are_told_apart() -> None:
    silent = {"parts": {**USUAL.parts, "patch": 0.0, "relation": 0.0}}
    alerts = observe([STAGE2, *same(5, **silent)])
    assert [(alert.rule, alert.step) for alert in alerts] == [("silent_term", 50), ("silent_term", 50)]
    assert "'patch'" in alerts[0].message
    assert "'relation'" in alerts[1].message


def test_the_check_is_said_once_and_again_when_it_changes() -> None:
    copies = [replace(DATA, duplicate_count=count) for count in (2, 2, 3, 0, 3)]
    assert len(observe([started(), *copies])) == 3


def test_a_new_stage_begins_with_a_clean_sheet() -> None:
    """The loss of stage 2 is not measured by stage 1's, and a jump of AUC between them is no oscillation."""
    first = replace(STAGE2, stage=1)
    stage1 = [replace(e, stage=1, loss=0.05) for e in same(8, clipped_share=0.0) if isinstance(e, StepDone)]
    tested = [replace(e, stage=1) for e in evaluations(0.5, 0.5) if isinstance(e, Validated)]
    stage2 = [replace(STAGE2, step=146), *same(8, loss=5.0), *evaluations(0.5, 0.9, 0.6)]
    assert observe([first, *stage1, *tested, *stage2]) == []


def test_a_resumed_run_forgets_what_was_beyond() -> None:
    monitor = HealthMonitor()
    before = [started(), STAGE2, *same(5, loss=0.5), *reports({"loss": 90.0}, start=60)]
    assert [alert.step for alert in observe(before, monitor)] == [60]
    assert observe([started(50), STAGE2], monitor) == []
    assert monitor.history.step == 50
    assert [alert.step for alert in observe(reports({"loss": 90.0}, start=60), monitor)] == [60]


def test_a_fresh_start_forgets_everything() -> None:
    monitor = HealthMonitor()
    observe([started(), DATA, TEACHER, STAGE2, *same(5), *evaluations(0.9)], monitor)
    observe([started()], monitor)
    assert monitor.history == HealthMonitor().history


@given(st.lists(st.floats(0.01, 300), min_size=2, max_size=40), st.data())
def test_a_stop_at_a_checkpoint_changes_no_alert(losses: list[float], data: st.DataObject) -> None:
    steps = reports(*({"loss": loss} for loss in losses))
    saved = data.draw(st.integers(1, len(steps) - 1))
    whole = observe([started(), STAGE2, *steps])
    stopped = observe([started(), STAGE2, *steps[:saved], started(10 * saved), STAGE2, *steps[saved:]])
    assert [to_json(alert) for alert in stopped] == [to_json(alert) for alert in whole]


def test_the_same_events_give_the_same_alerts() -> None:
    events = [started(), DATA, TEACHER, STAGE2, *same(9, grad_norm=50.0), *evaluations(0.5, 0.5, 0.5)]
    live, replayed = observe(events), observe(events)
    assert live
    assert [to_json(alert) for alert in live] == [to_json(alert) for alert in replayed]


def test_memory_is_bounded() -> None:
    monitor = HealthMonitor()
    observe([STAGE2, *skips(*range(1, 200)), *same(2_000), *evaluations(*[0.9] * 100)], monitor)
    history = monitor.history
    assert (len(history.steps), len(history.validations)) == (6, 5)
    assert len(history.skipped) <= 50


@pytest.mark.parametrize(("report_every", "reports_kept"), [(1, 50), (10, 5), (100, 5)])
def test_a_window_is_counted_in_steps_and_holds_five_reports_at_least(report_every: int, reports_kept: int) -> None:
    settings = RunSettings.model_validate({"output": {"report_every": report_every}})
    assert reports_in_window(settings) == reports_kept


def healthy_run(seed: int, epochs: int = 8) -> list[Event]:
    """A run of the shape that the recommended preset was seen to take on photographs: 73 steps an epoch."""
    noise, total = random.Random(seed), 73 * epochs
    events: list[Event] = [started(), DATA, TEACHER, replace(STAGE2, epochs=epochs)]
    for step in range(1, total + 1):
        epoch, progress = (step - 1) // 73, step / total
        height = min(1.0, step / 73) * (0.1 + 0.45 * (1 + math.cos(math.pi * progress)))
        if step % 10 == 0:
            loss = (0.28 + 0.45 * math.exp(-5 * progress)) * noise.lognormvariate(0, 0.25)
            change: dict[str, Any] = {
                "epoch": epoch,
                "step": step,
                "loss": loss,
                "parts": {"task": loss, "patch": loss, "relation": 0.5, "variance": 0.0, "saturation": 0.0},
                "grad_norm": noise.lognormvariate(-0.3, 0.6),
                "clipped_share": noise.uniform(0, 1),
                "head_lr": 1e-2 * height,
                "student_std": 0.17 + 1.8 * (1 - math.exp(-6 * progress)),
                "movement": 6 * height * noise.lognormvariate(0, 0.3),
            }
            events.append(replace(USUAL, **change))
        if step % 73 == 0:
            auc = 1 - 0.3 * math.exp(-epoch) - 0.02 * noise.random()
            scores = Scores(images=500, auc=auc)
            events.append(
                replace(VALIDATED, epoch=epoch, step=step, scores=scores, teacher_auc=1.0, statistics_gap=0.1)
            )
    return events


@pytest.mark.parametrize("seed", range(20))
def test_a_healthy_run_is_left_in_peace(seed: int) -> None:
    assert [alert.message for alert in observe(healthy_run(seed))] == []


FIGURE = st.sampled_from([0.0, 1e-9, 0.3, 7.0, 1e9, float("nan"), float("inf")])


@given(st.lists(st.tuples(FIGURE, FIGURE, FIGURE, st.none() | FIGURE, st.none() | FIGURE), max_size=20))
def test_no_figures_can_break_it(rows: list[tuple[float, float, float, float | None, float | None]]) -> None:
    events: list[Event] = []
    for i, (loss, norm, spread, movement, teacher) in enumerate(rows):
        change = {"loss": loss, "grad_norm": norm, "student_std": spread, "movement": movement, "teacher_std": teacher}
        events += reports({**change, "parts": {"task": loss}, "student_saturated": norm}, start=10 * i)
        scores = Scores(images=500, auc=None if movement is None else min(abs(loss), 1.0))
        events += [replace(VALIDATED, step=10 * i, scores=scores, loss=teacher, statistics_gap=movement)]
        events += [StepSkipped(stage=2, step=10 * i, reason="")]
    for alert in observe([STAGE2, *events]):
        assert alert.message.endswith(".")
        assert alert.value is None or not math.isnan(alert.value)
