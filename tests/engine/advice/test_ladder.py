"""The ladder's decisions: rung after rung, bounded whatever happens, and the policy's milder changes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from engine.advice.ladder import MILD, Change, Ladder
from engine.events import Alert, Event, RemedyApplied, RolledBack, RunFinished, Rung, StepDone, StepSkipped
from engine.health import RULES, rule_named
from engine.health.suspicion import Suspicion
from engine.settings import RunSettings
from engine.settings.changes import apply, difference, with_changes
from engine.settings.presets import preset_settings
from tests.engine.helpers.health_streams import USUAL, reports

USUAL_RATES = with_changes(preset_settings("recommended"), {"health.policy": "automatic"})
AUTOMATIC = with_changes(USUAL_RATES, {"stage2.head_lr": 1.0})


def alert(rule: str = "loss_explosion", step: int = 100) -> Alert:
    severity = rule_named(rule).severity
    return Alert(rule=rule, severity=severity, stage=2, step=step, message="Seen.", cause="", remedy="", threshold=5.0)


def skip(step: int) -> StepSkipped:
    return StepSkipped(stage=2, step=step, reason="the gradient is not a number")


def carried_out(ladder: Ladder, change: Change, settings: RunSettings) -> tuple[Ladder, RunSettings]:
    """What the run tells of a change, taken in again."""
    after = apply(settings, change.remedy)
    if change.remedy.start != "next_step":
        back = RolledBack(stage=2, step=100, to_step=50, reason="", origin=change.origin, left_out=change.left_out)
        ladder = ladder.after(replace(back, rung=change.rung))
    if changed := difference(settings, after):
        told = RemedyApplied(
            stage=2,
            step=50,
            rule=change.remedy.rule,
            label=change.remedy.label,
            changes=changed,
            origin=change.origin,
            start="next_step" if change.remedy.start == "next_step" else "last_healthy",  # as new weights come alone
        )
        ladder = ladder.after(told)
    return ladder, after


def climbed(rule: str, settings: RunSettings, times: int, ladder: Ladder | None = None) -> list[Change]:
    """The answers to the same alert again and again."""
    ladder, changes = ladder or Ladder(), list[Change]()
    for _ in range(times):
        change = ladder.decide(alert(rule), settings)
        if change is None:
            break
        changes.append(change)
        ladder, settings = carried_out(ladder, change, settings)
    return changes


def test_an_explosion_is_answered_rung_by_rung_and_at_last_by_a_stop() -> None:
    restore, rate, weights, renew, stop = climbed("loss_explosion", AUTOMATIC, 5)
    assert (restore.remedy.changes, restore.remedy.start) == ({}, "last_healthy")
    assert restore.left_out is not None
    assert rate.remedy.changes == {"stage2.head_lr": 0.01, "stage2.backbone_lr": 0.001}, "at most the recommended"
    assert weights.remedy.changes == {"loss.alpha_task": 0.9, "loss.alpha_distill": 0.1}
    assert renew.remedy.start == "new_weights"
    assert stop.stops
    assert [change.stops for change in (restore, rate, weights, renew)] == [False] * 4


def test_shorter_steps_bring_back_the_bounds_that_were_switched_off() -> None:
    """A run that begins again with them is then as good as one that never went wrong."""
    off = {"loss.gradient_clip_norm": 0.0, "loss.gradient_clip_value": 0.0, "stage2.warmup_epochs": 0.0}
    wild = with_changes(AUTOMATIC, {**off, "stage2.backbone_lr": 1.0})
    usual = preset_settings("recommended")
    for rule, rungs in (("mode_collapse", 1), ("loss_explosion", 2)):
        *_, rate = climbed(rule, wild, rungs)
        assert set(difference(usual, apply(wild, rate.remedy))) == {"health.policy"}


def test_raw_logits_are_answered_by_scale_matching_rather_than_by_labels() -> None:
    raw = with_changes(AUTOMATIC, {"loss.enable_scale_matching": False, "loss.use_kl_loss": False})
    weights = climbed("loss_explosion", raw, 3)[-1]
    assert weights.remedy.changes == {"loss.enable_scale_matching": True, "loss.use_kl_loss": True}


def test_a_collapse_begins_with_the_learning_rate_as_no_single_batch_is_to_blame() -> None:
    rate, weights, *_ = climbed("mode_collapse", AUTOMATIC, 4)
    assert rate.remedy.changes == {"stage2.head_lr": 0.01}, "the other is no higher than usual"
    assert set(weights.remedy.changes) == {"loss.variance_weight", "loss.alpha_task"}


def test_a_collapse_from_every_healthy_state_is_answered_by_new_weights_and_then_a_stop() -> None:
    weights, renew, rate, stop = climbed("mode_collapse", USUAL_RATES, 4)
    assert [change.rung for change in (weights, renew, rate)] == ["weights", "renew", "rate"]
    assert (renew.remedy.start, renew.remedy.changes, renew.stops) == ("new_weights", {}, False)
    assert stop.stops


def test_a_student_that_learns_nothing_after_a_rollback_was_not_healed() -> None:
    back = RolledBack(stage=2, step=60, to_step=38, reason="", origin="policy", rung="rate")
    assert [change.rung for change in climbed("no_signal", USUAL_RATES, 3, Ladder().after(back))] == ["renew"]
    own = Ladder().after(replace(back, origin="user"))
    assert climbed("no_signal", USUAL_RATES, 1, own)[0].remedy.start == "next_step", "the user's own is left alone"


def test_a_student_that_learns_nothing_is_helped_mildly_then_begun_anew_but_never_stopped() -> None:
    changes = climbed("no_signal", USUAL_RATES, 9)
    assert [change.remedy.start for change in changes] == ["next_step", "new_weights"]


def test_at_rates_far_too_high_a_milder_alert_leads_back_too_and_is_answered_mildly_from_then_on() -> None:
    for rule in ("no_signal", "oscillation", "saturation_student", "gradient_explosion"):
        first, second, *_ = climbed(rule, AUTOMATIC, 3)
        assert (first.rung, first.remedy.start, first.remedy.changes) == (
            "usual",
            "last_healthy",
            {"stage2.head_lr": 0.01},
        )
        assert second.rung == ("renew" if rule == "no_signal" else "")
    high = with_changes(AUTOMATIC, {"stage2.head_lr": 0.09, "stage2.backbone_lr": 0.009})
    assert climbed("oscillation", high, 1)[0].remedy.start == "next_step", "high, but not far too high"


def test_steps_in_a_row_go_back_past_themselves_only_beyond_the_limit() -> None:
    ladder, settings = Ladder(), AUTOMATIC
    for step in (7, 8, 9):
        ladder = ladder.after(skip(step))
        assert ladder.decide(skip(step), settings) is None
    ladder = ladder.after(skip(10))
    change = ladder.decide(skip(10), settings)
    assert change is not None
    assert change.left_out == (7, 11)
    assert Ladder().after(skip(7)).after(skip(9)).skipped == (9, 1), "there was a good one between them"


def test_steps_left_out_one_by_one_are_no_reason_to_go_back() -> None:
    skipped = alert("not_finite")
    counted = Alert(**{name: getattr(skipped, name) for name in Alert.__slots__} | {"value": 1.0})
    assert Ladder().decide(counted, AUTOMATIC) is None


def test_the_steps_between_the_last_two_reports_are_passed_over() -> None:
    ladder = Ladder()
    for report in reports({}, {}, {"loss": 999.0}):
        ladder = ladder.after(report)
    change = ladder.decide(alert(step=30), AUTOMATIC)
    assert change is not None
    assert change.left_out == (20, 30)


def test_milder_alerts_change_settings_from_the_next_step_and_only_so_often() -> None:
    slow = with_changes(AUTOMATIC, {"stage2.head_lr": 1e-6, "stage2.backbone_lr": 1e-6})
    changes = climbed("learning_rate_small", slow, 9)
    assert len(changes) == slow.health.max_changes
    assert {change.remedy.start for change in changes} == {"next_step"}
    assert changes[0].remedy.changes == {"stage2.head_lr": 0.01, "stage2.backbone_lr": 0.01}


def test_what_is_not_the_weights_fault_is_left_to_people() -> None:
    people = [rule.name for rule in RULES if rule.name not in (*MILD, "loss_explosion", "not_finite", "mode_collapse")]
    assert "labels_swapped" in people
    assert all(Ladder().decide(alert(rule), AUTOMATIC) is None for rule in people)


def test_a_run_that_failed_and_is_resumed_begins_on_the_first_rung() -> None:
    ladder = Ladder(rollbacks=3, tried=frozenset[Rung]({"restore"}))
    assert ladder.after(RunFinished(reason="stopped", step=1, seconds=1)) == ladder
    assert ladder.after(RunFinished(reason="failed", step=1, seconds=1)) == Ladder()


@hypothesis_settings(deadline=None)
@given(
    st.lists(st.sampled_from(["loss_explosion", "mode_collapse", "no_signal", "oscillation", "skips"]), max_size=40),
    st.integers(0, 5),
    st.integers(0, 3),
)
def test_it_is_bounded_whatever_happens(alarms: list[str], max_rollbacks: int, max_changes: int) -> None:
    bounds = {"health.max_rollbacks": max_rollbacks, "health.max_changes": max_changes}
    ladder, settings, changes = Ladder(), with_changes(AUTOMATIC, bounds), list[Change]()
    for number, alarm in enumerate(alarms):
        event: Event = alert(alarm) if alarm != "skips" else skip(10 * number + 3)
        for step in range(10 * number, 10 * number + 4) if alarm == "skips" else ():
            ladder = ladder.after(skip(step))
        change = ladder.decide(event, settings)
        if change is None:
            continue
        changes.append(change)
        if change.stops:
            break
        ladder, settings = carried_out(ladder, change, settings)
    rollbacks = [change for change in changes if change.remedy.start != "next_step" and not change.stops]
    assert len(rollbacks) <= max_rollbacks
    assert len(changes) - len(rollbacks) <= max_changes * len(MILD) + 1
    assert all(change.remedy.changes or change.rung or change.stops for change in changes), "none does nothing"
    assert len({change.rung for change in rollbacks}) == len(rollbacks), "no rung twice"
    assert settings.loss.alpha_distill > 0, "it never turns into training without the teacher"


def suspicion_after(events: list[Event]) -> Suspicion:
    found = Suspicion()
    for event in events:
        found = found.after(event, 50)
    return found


def test_a_state_is_suspect_until_a_window_has_passed_and_the_loss_is_usual_again() -> None:
    seen: list[Event] = [USUAL, alert("loss_explosion", 10)]
    assert suspicion_after(seen).since == 10
    assert suspicion_after([*seen, *reports(*[{"loss": 9.0}] * 20)]).since == 10, "the loss stays above 5"
    assert suspicion_after([*seen, *reports(*[{"loss": 1.0}] * 5)]).since == 10, "too soon"
    assert suspicion_after([*seen, *reports(*[{"loss": 1.0}] * 8)]).since is None
    assert suspicion_after([*seen, RolledBack(stage=2, step=20, to_step=0, reason="")]).since is None


def test_milder_alerts_and_the_teachers_own_cast_no_suspicion() -> None:
    assert suspicion_after([alert("gradient_explosion"), alert("labels_swapped")]).since is None
    assert isinstance(USUAL, StepDone)
