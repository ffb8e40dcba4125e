"""What a history keeps and forgets where a run goes on: alerts, steps left out, checkpoints, settings."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.events import (
    Alert,
    CheckpointSaved,
    Event,
    RemedyApplied,
    RolledBack,
    RunStarted,
    StageStarted,
    StepSkipped,
)
from engine.health.counted import counted_alerts
from engine.settings import RunSettings
from engine.settings.changes import with_changes
from gui.alerts.panel import WarningsPanel
from gui.history.run_history import RunHistory, replay_history
from gui.run.resuming import where_it_goes_on
from tests.gui.helpers import golden


def resumed(step: int) -> RunStarted:
    return RunStarted(run="runs/a", device="CPU", version="0", step=step)


def alert(step: int, **changes: object) -> Alert:
    first = next(event for event in golden.events() if isinstance(event, Alert))
    return replace(first, step=step, **changes)  # type: ignore[arg-type]


def stage(number: int, step: int) -> StageStarted:
    told = {"epochs": 5, "steps_per_epoch": 100, "trainable_parameters": 9, "trainable": "all", "optimiser": "sgd"}
    return StageStarted(stage=number, step=step, **told)  # type: ignore[arg-type]


def saved(number: int, step: int, name: str = "last") -> CheckpointSaved:
    return CheckpointSaved(stage=number, step=step, name=name, path=f"{name}.pt")


def history_of(*events: Event) -> RunHistory:
    return replay_history(events)


def test_what_is_done_again_after_a_resume_is_counted_once() -> None:
    skipped = [StepSkipped(stage=2, step=step, reason="no number") for step in (80, 150, 170)]
    told = [alert(90), alert(140, message="early"), alert(160, severity="error"), alert(165, rule="no_signal")]
    lost = [*skipped[1:], *told[2:]]
    before = [resumed(0), skipped[0], *told[:2], *lost]
    history = history_of(*before, resumed(150))
    (row,) = history.alerts.values()
    assert (row.count, row.first_step, row.last_step, row.severity, row.message) == (2, 90, 140, "warning", "early")
    assert history.skipped_steps == 1
    again = history_of(*before, resumed(150), *lost)
    once = history_of(*before)
    assert again.alerts == once.alerts
    assert again.skipped_steps == once.skipped_steps == 3


def test_a_run_that_begins_at_its_first_step_again_has_told_nothing_yet() -> None:
    early = alert(0, stage=0)
    assert history_of(resumed(0), early, resumed(0), early).alerts[early.key].count == 1


def test_what_led_back_stays_among_the_warnings() -> None:
    history = history_of(resumed(0), alert(160), RolledBack(stage=2, step=160, to_step=100, reason="It exploded."))
    assert [row.last_step for row in history.alerts.values()] == [160]


def test_the_window_and_the_report_card_count_the_same_alerts() -> None:
    events = [resumed(0), alert(90), alert(160), alert(165, rule="no_signal"), resumed(150), alert(160), resumed(160)]
    rows = history_of(*events).alerts.values()
    assert sum(row.count for row in rows) == len(counted_alerts(events)) == 2


def test_rows_that_a_resume_takes_away_leave_the_table(qtbot: QtBot) -> None:
    panel, history = WarningsPanel(), history_of(resumed(0), alert(90), alert(165, rule="no_signal"))
    qtbot.addWidget(panel)
    panel.set_history(history)
    panel.table.selectRow(1)
    history.add(resumed(150))
    panel.refresh()
    assert [panel.filter.alert(panel.filter.index(row, 0)).rule for row in range(panel.filter.rowCount())] == [
        "gradient_explosion"
    ]
    assert panel.selected() == []
    history.add(alert(170))
    panel.refresh()
    assert panel.filter.index(0, 5).data() == "2"


def test_maps_past_the_step_that_a_run_went_back_to_are_forgotten() -> None:
    history = golden.history(200)
    assert max(history.patch_maps) > 500
    history.add(RolledBack(stage=2, step=history.step, to_step=500, reason="It exploded."))
    assert max(history.patch_maps) <= 500
    assert history.last_step is None or history.last_step.step <= 500


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ((stage(1, 0), saved(1, 0)), "the beginning"),
        ((stage(1, 0), saved(1, 240), saved(1, 300, "best")), "stage 1, step 240, in epoch 3"),
        ((stage(1, 0), saved(1, 300), stage(1, 300)), "stage 1, step 300, in epoch 3"),
        ((stage(1, 0), saved(1, 500), saved(2, 500)), "the beginning of stage 2"),
        ((stage(1, 0), saved(2, 0), stage(2, 0)), "the beginning of stage 2"),  # the solver takes no steps
        ((saved(2, 0), stage(2, 0)), "the beginning"),
        ((stage(1, 0), stage(2, 500), saved(2, 700), resumed(640)), "stage 2, step 640, in epoch 2"),
    ],
)
def test_a_run_goes_on_from_its_last_checkpoint(events: tuple[Event, ...], words: str) -> None:
    assert where_it_goes_on(history_of(resumed(0), *events)) == words


def test_a_replayed_run_has_the_settings_of_its_file() -> None:
    now = with_changes(RunSettings(), {"stage2.head_lr": 0.5})
    applied = RemedyApplied(
        stage=2,
        step=9,
        rule="",
        label="Lower",
        changes={"stage2.head_lr": (0.01, 0.001)},
        origin="user",
        start="next_step",
    )
    assert replay_history([resumed(0), applied, resumed(9)], now).settings == now
    live = RunHistory(RunSettings())
    live.add(applied)
    assert live.settings is not None
    assert live.settings.stage2.head_lr == 0.001
