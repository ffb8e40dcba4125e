"""Each health rule fires on a stream that is ill, when it should, and not on one that only looks alike."""

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.advice.offers import remedies_for
from engine.events import Event, Scores, ShortcutsAudited, Validated
from engine.health import RULES, HealthMonitor, rule_named
from engine.health.rules.validation import swing, turns
from engine.number_words import figure
from engine.settings import RunSettings
from engine.settings.changes import apply
from tests.engine.helpers.health_streams import (
    CROPPED,
    FED_AS_SET,
    FED_WELL,
    PARTS,
    SCALED,
    STAGE2,
    TEACHER,
    WEIGHTS,
    alerts_of,
    checked,
    compared,
    evaluations,
    machine,
    reports,
    same,
    scanned,
    skips,
    splits,
    without,
)

NAN, INF = float("nan"), float("inf")
RAW_TEACHER, LABELS_ONLY = {"loss": {"enable_scale_matching": False}}, {"loss": {"alpha_distill": 0}}
SGD = {"stage2": {"optimiser": "sgd"}}
LOST_RANKING = [*scanned(), *checked(calibrated_auc=0.93, calibration={"raw_auc": 0.96})]


GIVEN = {"student": {"checkpoint": "own.pth"}}
SOLVED_LATER = replace(STAGE2, stage=1)  # by steps, on features that are random unless the student was given


def of_images(images: int, *aucs: float) -> list[Event]:
    told = [event for event in evaluations(*aucs) if isinstance(event, Validated)]
    return [replace(event, scores=replace(event.scores, images=images)) for event in told]


# rule, number of events at which it must first fire, the stream, settings
ILL: list[tuple[str, int, list[Event], dict[str, Any]]] = [
    ("loss_explosion", 1, same(1, loss=101.0), {}),
    ("loss_explosion", 6, same(5) + reports({"loss": 6.5}, start=60), {}),
    ("not_finite", 1, skips(3), {}),
    ("not_finite", 1, same(1, loss=NAN), {}),
    ("not_finite", 2, reports({}, {"grad_norm": INF}), {}),
    ("not_finite", 1, same(1, parts={**PARTS, "relation": NAN}), {}),
    ("not_finite", 1, evaluations(0.9, loss=NAN), {}),
    ("not_finite", 1, checked(logit_max=INF), {}),
    ("mode_collapse", 2, same(2, student_std=5e-5), {}),
    ("mode_collapse", 6, same(8, student_std=0.04, teacher_std=1.0), {}),
    ("mode_collapse", 2, same(2, student_std=5e-5, teacher_std=None), LABELS_ONLY),
    ("gradient_explosion", 4, reports({}, {"grad_norm": 11.0}, {"grad_norm": 30.0}, {"grad_norm": 12.0}), {}),
    ("gradient_vanishing", 2, same(2, grad_norm=1e-7), {}),
    ("gradient_vanishing", 2, same(2, grad_norm=0.0), {}),
    ("clipping_dominates", 5, same(6, clipped_share=0.6), SGD),
    ("saturation_student", 3, same(3, student_saturated=0.02), {}),
    ("saturation_teacher", 2, same(2, teacher_saturated=0.02), RAW_TEACHER),
    ("no_signal", 3, evaluations(0.54, 0.47, 0.55), {}),
    ("no_signal", 4, evaluations(0.54, None, 0.47, 0.55), {}),
    ("labels_swapped", 2, evaluations(0.2, 0.1), {}),
    ("labels_swapped", 2, of_images(400, 0.06, 0.05, 0.05), {}),
    ("labels_swapped", 2, of_images(400, 0.3, 0.3, 0.3), {}),
    ("labels_swapped", 3, of_images(50, 0.45, 0.25, 0.25), {}),
    ("labels_swapped", 3, [SOLVED_LATER, *evaluations(0.2, 0.2)], GIVEN),
    ("no_signal", 3, of_images(50, 0.35, 0.38, 0.38), {}),
    ("labels_swapped", 1, checked(scores=Scores(images=500, auc=0.3)), {}),
    ("teacher_outrun", 2, evaluations(0.975, 0.98), {}),
    ("oscillation", 5, evaluations(0.9, 0.75, 0.88, 0.74, 0.9), {}),
    ("learning_rate_small", 5, same(5, movement=0.006), {}),
    ("statistics_lag", 2, evaluations(0.9, 0.9, statistics_gap=0.6), {}),
    ("learning_rate_jump", 1, [replace(STAGE2, lr_factor=0.9, lr_factor_before=0.11)], {}),
    ("learning_rate_jump", 1, [replace(STAGE2, lr_factor=0.1, lr_factor_before=1.0)], {}),
    ("silent_term", 5, same(5, parts=without("patch")), {}),
    ("silent_term", 5, same(5, parts=without("relation")), {}),
    ("silent_term", 5, same(5, parts={"task": 0.5}, weights={"task": 0.7, "patch": 0.3}), {}),
    ("teacher_weak", 1, checked(scores=Scores(images=500, auc=0.55)), {}),
    ("teacher_constant", 1, checked(logit_min=0.3, logit_max=0.3), {}),
    ("teacher_range", 1, checked(logit_min=-1190.0, logit_max=8.0), RAW_TEACHER),
    ("teacher_calibration", 1, checked(calibrated_auc=0.95, calibration={"raw_auc": 0.96}), {}),
    ("teacher_calibration", 2, LOST_RANKING, {}),
    ("data_imbalance", 1, splits(("train", 900, 100)), {}),
    ("data_one_class", 1, splits(("train", 900, 800), ("validation", 0, 70)), {}),
    ("data_duplicates", 1, scanned(duplicates=(("a.png", "b.png"),), duplicate_count=1), {}),
    ("data_duplicates", 1, scanned(contradictions=(("a.png", "b.png"),), contradiction_count=1), {}),
    ("data_unreadable", 1, scanned(unreadable=("a.png: empty",), unreadable_count=1), {}),
    ("teacher_variant", 1, [replace(TEACHER, variants=(FED_WELL, FED_AS_SET))], {}),
    ("teacher_view", 1, checked(views=(CROPPED, SCALED)), {}),
    ("control_better", 1, compared(control_delivered=True), {}),
    ("data_view", 1, scanned(usual_side=512), {"loss": {"alpha_distill": 0, "alpha_task": 1}}),
    ("data_shortcut", 1, [ShortcutsAudited(images=40, leak_score=0.9)], {}),
    ("loader_slow", 5, same(5, data_share=0.7), {}),
    ("data_one_class_batches", 5, same(5, one_class_share=0.5), {}),
    ("page_file", 1, machine(failure="page file"), {}),
    ("gpu_memory", 1, machine(failure="gpu memory"), {}),
    ("memory_low", 1, machine(failure="memory"), {}),
    ("memory_low", 2, [*machine(), *machine(memory_free_mb=400.0)], {}),
    ("disk_low", 1, machine(failure="disk"), {}),
    ("disk_low", 2, [*machine(), *machine(disk_free_mb=400.0)], {}),
]

SMALL_LOSS = {"loss": 0.01, "parts": {**PARTS, "task": 0.005}}
WARM_UP = [{"head_lr": 1e-2 * (i + 1) / 10, "movement": 0.0018 * (i + 1)} for i in range(9)]
NEAR_MISS: list[tuple[str, list[Event], dict[str, Any]]] = [
    ("usual figures", same(30), {}),
    ("a schedule as it was", [replace(STAGE2, lr_factor=0.9)], {}),
    ("a schedule that moved a little", [replace(STAGE2, lr_factor=0.9, lr_factor_before=0.78)], {}),
    ("no median yet", reports({"loss": 0.3}, {"loss": 5.0}), {}),
    ("loss under 10 medians", same(5) + reports({"loss": 5.9}, start=60), {}),
    ("a hard batch of a run that has learned", same(5, **SMALL_LOSS) + reports({"loss": 0.5}, start=60), {}),
    ("the loss falls", reports(*({"loss": 90 / 2**i} for i in range(12))), {}),
    ("a head that was just solved", reports(*[{"student_saturated": 0.05, "grad_norm": 30.0}] * 2, {}, {}), {}),
    ("below 0.4 by chance", of_images(50, 0.32, 0.32, 0.32), {"health": {"no_signal_count": 9}}),
    ("an untrained student the wrong way round", [SOLVED_LATER, *evaluations(0.2, 0.2, 0.2)], {}),
    ("one report of a long gradient", reports({}, {"grad_norm": 40.0}, {}, {"grad_norm": 40.0}, {}), {}),
    ("a converged stage", same(20, **SMALL_LOSS, grad_norm=1e-8, movement=1e-5), {}),
    ("flat at first", reports(*[{"student_std": 0.03}] * 4, {"student_std": 0.2}, {"student_std": 0.3}), {}),
    ("a wide teacher", same(9, student_std=1.0, teacher_std=73.0), RAW_TEACHER),
    ("every AdamW step clipped", same(30, clipped_share=1.0), {}),
    ("half of the SGD steps clipped", same(30, clipped_share=0.5), SGD),
    ("a saturated teacher that is matched", same(9, teacher_saturated=0.5), {}),
    ("a few saturated patches", same(9, student_saturated=0.01, teacher_saturated=0.01), RAW_TEACHER),
    ("two evaluations by chance", evaluations(0.5, 0.52, 0.56), {}),
    ("undefined AUC", evaluations(*[None] * 8), {}),
    ("one evaluation the wrong way round", evaluations(0.3, 0.6, 0.8), {}),
    ("ahead of the teacher once", evaluations(0.98, 0.94, 0.98), {}),
    ("ahead of the teacher by no more than chance", evaluations(0.96, 0.97, 0.97), {}),
    ("as good as the teacher", evaluations(0.9505, 0.95, 0.9509), {}),
    ("ahead of a teacher that does not teach", evaluations(0.97, 0.98, 0.99), LABELS_ONLY),
    ("a steep rise", evaluations(0.5, 0.6, 0.75, 0.85, 0.93), {}),
    ("a peak, then a fall", evaluations(0.6, 0.9, 0.85, 0.8, 0.75), {}),
    ("small swings", evaluations(0.9, 0.86, 0.91, 0.87, 0.92), {}),
    ("warm-up", reports(*WARM_UP), {}),
    ("the end of the cosine", same(20, head_lr=5e-4, movement=0.009), {}),
    ("movement not known", same(20, movement=None), {}),
    ("one noisy comparison of modes", [*evaluations(0.9, statistics_gap=0.9), *evaluations(0.9, 0.9)[1:]], {}),
    ("scores alike in both modes", evaluations(0.8, 0.9, statistics_gap=0.5), {}),
    ("hinges at rest", same(20, parts=without("saturation")), {}),
    ("a term silent for less than a window", reports(*[{"parts": without("patch")}] * 4, {}), {}),
    ("imitation faded", same(9, parts=without("patch"), weights={**WEIGHTS, "patch": 0.0}), {}),
    ("batches without labels", same(9, parts=without("task")), {"data": {"label_fraction": 0.1}}),
    ("a teacher of the usual range", checked(), {}),
    ("a calibration that keeps the ranking", checked(calibrated_auc=0.957, calibration={"raw_auc": 0.96}), {}),
    ("few labels to judge a calibration by", LOST_RANKING, {"data": {"label_fraction": 0.1}}),
    ("a calibration without AUC", checked(calibrated_auc=None, calibration={"raw_auc": NAN}), {}),
    ("a teacher of unknown AUC", checked(scores=Scores(images=9)), {}),
    ("a weak teacher that does not teach", checked(scores=Scores(images=500, auc=0.55)), LABELS_ONLY),
    ("classes one to four, no test images", splits(("train", 800, 200), ("test", 0, 0)), {}),
    ("loading takes half of the time", same(9, data_share=0.5), {}),
    ("now and then a batch of one class", same(9, one_class_share=0.2), {}),
    ("a computer with room", machine(), {}),
    ("a computer that cannot be asked", machine(memory_free_mb=None, disk_free_mb=None), {}),
]


@pytest.mark.parametrize(("rule", "first", "events", "settings"), ILL, ids=[f"{i}-{c[0]}" for i, c in enumerate(ILL)])
def test_rule_fires_alone_and_in_time(rule: str, first: int, events: list[Event], settings: dict[str, Any]) -> None:
    alerts = alerts_of(events, settings)
    assert {alert.rule for _, alert in alerts} == {rule}
    assert alerts[0][0] == first


@pytest.mark.parametrize(("aucs", "chance"), [((0.52, 0.5, 0.54), True), ((0.44, 0.45, 0.45), False)])
def test_an_auc_that_guessing_does_not_explain_is_not_called_chance(aucs: tuple[float, ...], chance: bool) -> None:
    ((_, alert),) = alerts_of(of_images(4000, *aucs))
    assert alert.rule == "no_signal"
    assert ("0.5 is chance" in alert.message) == chance


@pytest.mark.parametrize(("events", "settings"), [case[1:] for case in NEAR_MISS], ids=[case[0] for case in NEAR_MISS])
def test_what_only_looks_alike_does_not_fire(events: list[Event], settings: dict[str, Any]) -> None:
    assert alerts_of(events, settings) == []


@pytest.mark.parametrize(
    ("settings", "stage"),
    [
        ({"backbone_lr": 1e-4}, {}),
        ({"optimiser": "sgd", "backbone_lr": 1e-3}, {}),
        ({}, {"steps_per_epoch": 1}),
    ],
)
def test_a_stage_that_cannot_reach_far_enough_is_told_before_it_begins_until_it_can(
    settings: dict[str, Any], stage: dict[str, Any]
) -> None:
    monitor, before = HealthMonitor(), RunSettings.model_validate({"stage2": settings})
    (alert,) = monitor.observe(replace(STAGE2, **stage), before)
    assert alert.rule == "learning_rate_small"
    (first, *_) = remedies_for(alert.rule, before, alert.stage, alert.subject)
    after = apply(before, first)
    assert monitor.observe(replace(STAGE2, **stage, epochs=after.stage2.epochs), after) == []


@pytest.mark.parametrize(
    ("settings", "stage"),
    [
        ({}, {}),
        ({}, {"epochs": 4, "steps_per_epoch": 10}),
        ({"stage2": {"backbone_lr": 1e-4}}, {"epochs": 200}),
        ({"stage2": {"backbone_lr": 1e-4}}, {"stage": 1}),
        ({"stage2": {"backbone_lr": 1e-4}, "student": {"checkpoint": "trained.pth"}}, {}),
        ({"stage2": {"optimiser": "sgd", "backbone_lr": 1e-2}}, {}),
        ({"stage2": {"optimiser": "sgd", "backbone_lr": 1e-4}, "loss": {"gradient_clip_norm": 0}}, {}),
    ],
)
def test_a_stage_that_may_reach_far_enough_is_let_begin(settings: dict[str, Any], stage: dict[str, Any]) -> None:
    assert HealthMonitor().observe(replace(STAGE2, **stage), RunSettings.model_validate(settings)) == []


def test_every_rule_can_fire() -> None:
    assert {case[0] for case in ILL} == {rule.name for rule in RULES}
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_step_wise_illness_is_noticed_within_fifty_steps() -> None:
    usual = same(20)
    figures = ("loss", "student_std", "grad_norm", "student_saturated", "movement")
    for name, value in zip(figures, (80.0, 0.0, 50.0, 0.5, 1e-3), strict=True):
        ill = reports(*[{name: value}] * 6, start=210)
        ((_, alert), *_) = alerts_of(usual + ill)
        assert 210 <= alert.step <= 250, name


def test_an_alert_carries_its_evidence_and_its_words() -> None:
    ((_, alert), *_) = alerts_of(same(5, loss=6.8) + reports({"loss": 412.0}, start=60))
    rule = rule_named("loss_explosion")
    assert alert.message == "The loss is 412, 60.6 times its median of 6.8 over the last 5 reports."
    assert (alert.severity, alert.cause, alert.remedy) == (rule.severity, rule.cause, rule.remedy)
    assert (alert.value, alert.threshold, alert.stage, alert.step) == (412.0, 68.0, 2, 60)
    assert alert.since == 10, "the oldest report that the median is taken over"


def test_messages_name_files_terms_and_numbers() -> None:
    ((_, unreadable),) = alerts_of(scanned(unreadable=("x/a.png: empty", "b: cut"), unreadable_count=31))
    assert "31 of 1,581" in unreadable.message
    assert "x/a.png: empty" in unreadable.message
    ((_, copy),) = alerts_of(scanned(contradictions=(("real/a.png", "fake/b.png"),), contradiction_count=1))
    wrong = "1 exact copy of an image of the other class, so that one label is wrong: fake/b.png of real/a.png."
    assert copy.message == wrong
    ((_, silent),) = alerts_of(same(5, parts=without("relation")))
    assert "'relation'" in silent.message
    ((_, once), (_, again)) = alerts_of([*skips(7, 55, 56, 57)])
    assert once.message == "1 of the last 50 steps was left out: the loss is NaN."
    assert again.message == "3 of the last 50 steps were left out, 3 in a row: the loss is NaN."


def test_the_words_name_settings_that_exist() -> None:
    known = {name for group in RunSettings.model_fields.values() for name in _names(group.annotation)}
    for rule in RULES:
        words = f"{rule.meaning} {rule.cause} {rule.remedy}"
        named = set(re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", words))
        assert named <= known, rule.name
        assert all(text and text[-1] == "." for text in (rule.meaning, rule.cause, rule.remedy, rule.evidence))


def _names(section: Any) -> Sequence[str]:
    return tuple(getattr(section, "model_fields", {}))


@given(st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_a_monotone_series_does_not_swing(aucs: list[float]) -> None:
    rising = sorted(aucs)
    for series in (rising, rising[::-1]):
        assert swing(series) == 0
        assert turns(series) == 0


@given(st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_swing_is_at_least_what_the_largest_dip_lost(aucs: list[float]) -> None:
    """By hand: whatever is gained beyond the net change was lost again, and the other way round."""
    total = sum(abs(after - before) for before, after in pairwise(aucs))
    assert swing(aucs) == pytest.approx((total - abs(aucs[-1] - aucs[0])) / 2, abs=1e-9)


def test_figures_are_written_as_people_write_them() -> None:
    assert [figure(v) for v in (6.8, 412.0, 1.2e-7, 41234.0, -1190.0)] == ["6.8", "412", "1.2e-07", "41,234", "-1,190"]


def test_the_window_can_import_the_rules_without_torch() -> None:
    code = "import sys, engine.health; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
