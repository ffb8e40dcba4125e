"""Remedies are settings changes that validate, change something, can be undone, and name every setting as it is."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.advice.offers import remedies_for
from engine.cli.sentences import sentences
from engine.health import RULES
from engine.settings import RunSettings
from engine.settings.changes import apply, changed_settings, difference, undo, with_changes
from engine.settings.presets import preset_settings
from tests.engine.helpers.health_streams import FED_AS_SET, FED_WELL, TEACHER, alerts_of
from tests.engine.helpers.setting_values import FIELDS, values_of

RECOMMENDED = preset_settings("recommended")
NAMES = [rule.name for rule in RULES]
TOUCHED = ("loss.", "stage1.", "stage2.", "student.statistics_batches", "data.batch_size", "seed")


@st.composite
def any_settings(draw: st.DrawFn) -> RunSettings:
    """Settings with some values anywhere in their range."""
    names = draw(st.lists(st.sampled_from([name for name in FIELDS if name.startswith(TOUCHED)]), unique=True))
    return with_changes(RECOMMENDED, {name: draw(values_of(name)) for name in names})


@settings(deadline=None)
@given(any_settings(), st.sampled_from(NAMES), st.integers(0, 2), st.sampled_from(["", "task", "relation"]))
def test_every_remedy_is_valid_changes_what_it_says_and_can_be_undone(
    before: RunSettings, rule: str, stage: int, subject: str
) -> None:
    for remedy in remedies_for(rule, before, stage, subject):
        after = apply(before, remedy)
        assert set(changed_settings(before, after)) == set(remedy.changes)
        assert remedy.changes or remedy.start == "new_weights"
        assert remedy.rule == rule
        assert remedy.label
        assert remedy.why.endswith(".")
        back = undo(remedy.label, difference(before, after))
        assert apply(after, back) == before


@pytest.mark.parametrize(
    ("rule", "changes", "first"),
    [
        ("loss_explosion", {}, {"stage2.head_lr": 0.001, "stage2.backbone_lr": 0.001}),
        ("loss_explosion", {"loss.enable_scale_matching": False}, {"loss.enable_scale_matching": True}),
        (
            "teacher_range",
            {"loss.enable_scale_matching": False, "loss.use_kl_loss": False},
            {"loss.enable_scale_matching": True, "loss.use_kl_loss": True},
        ),
        ("not_finite", {"stage2.amp": True}, {"stage2.amp": False}),
        ("mode_collapse", {}, {"loss.variance_weight": 0.2, "loss.alpha_task": 0.9}),
        ("mode_collapse", {"stage2.head_lr": 1.0}, {"stage2.head_lr": 0.01, "stage2.backbone_lr": 0.001}),
        ("saturation_teacher", {"loss.enable_scale_matching": False}, {"loss.enable_scale_matching": True}),
        ("no_signal", {}, {"loss.alpha_task": 0.9, "loss.alpha_distill": 0.1}),
        ("no_signal", {"stage2.backbone_lr": 5e-6}, {"stage2.backbone_lr": 0.01}),
        ("no_signal", {"stage2.optimiser": "sgd"}, {"loss.alpha_task": 0.9, "loss.alpha_distill": 0.1}),
        (
            "no_signal",
            {"stage2.optimiser": "sgd", "stage2.head_lr": 1e-4, "stage2.backbone_lr": 0.1},
            {"stage2.head_lr": 0.1},
        ),
        ("oscillation", {}, {"stage2.head_lr": 0.005, "stage2.backbone_lr": 0.005}),
        ("oscillation", {"stage2.head_lr": 1.0}, {"stage2.head_lr": 0.01, "stage2.backbone_lr": 0.001}),
        ("learning_rate_small", {"stage2.head_lr": 5e-5}, {"stage2.head_lr": 0.01}),
        ("clipping_dominates", {}, {"loss.gradient_clip_norm": 2.0}),
        ("statistics_lag", {}, {"student.statistics_batches": 64}),
        ("teacher_outrun", {"loss.distill_fade": "none"}, {"loss.distill_fade": "outrun"}),
    ],
)
def test_the_first_remedy_is_what_the_rule_asks_for(rule: str, changes: dict[str, Any], first: dict[str, Any]) -> None:
    offered = remedies_for(rule, with_changes(RECOMMENDED, changes))
    assert offered[0].changes == first


def test_labels_that_look_swapped_are_exchanged_only_for_a_new_run() -> None:
    (remedy,) = remedies_for("labels_swapped", RECOMMENDED)
    assert remedy.start == "new_run"
    assert apply(RECOMMENDED, remedy).data.real_names == RECOMMENDED.data.fake_names
    chosen = with_changes(RECOMMENDED, {"data.classes": {"a": "real", "b.2/c": "fake", "d": "left out"}})
    (remedy,) = remedies_for("labels_swapped", chosen)
    assert dict(apply(chosen, remedy).data.classes) == {"a": "fake", "b.2/c": "real", "d": "left out"}


def test_the_remedy_speaks_of_the_stage_and_the_term_of_its_alert() -> None:
    stepping = with_changes(RECOMMENDED, {"stage1.optimiser": "adamw", "stage1.head_lr": 0.01})
    assert set(remedies_for("oscillation", stepping, 1)[0].changes) == {"stage1.head_lr"}
    assert remedies_for("oscillation", RECOMMENDED, 1) == (), "the solver knows no learning rate"
    assert remedies_for("silent_term", RECOMMENDED, 2, "relation")[0].changes == {"loss.relation_weight": 0.0}
    assert remedies_for("silent_term", RECOMMENDED, 2, "patch") == ()


def test_a_teacher_that_another_way_of_feeding_fits_is_offered_that_way_in_window_and_command_line() -> None:
    """The alert names it, so that no one has to put it together from a message."""
    variants = (FED_WELL, FED_AS_SET)
    ((_, alert),) = alerts_of([replace(TEACHER, variants=variants)])
    (remedy,) = remedies_for(alert.rule, RECOMMENDED, alert.stage, alert.subject)
    assert remedy.start == "new_run"
    assert remedy.changes == {"teacher.input_filter": "NPR", "teacher.normalisation": "half"}
    (line,) = sentences(alert)
    assert line.endswith("--set teacher.input_filter=NPR --set teacher.normalisation=half")
    half_set = with_changes(RECOMMENDED, {"teacher.input_filter": "NPR"})
    assert remedies_for(alert.rule, half_set, 0, alert.subject)[0].changes == {"teacher.normalisation": "half"}
    assert remedies_for(alert.rule, RECOMMENDED) == (), "an event of an older run does not name it"


def test_a_rule_of_another_version_has_no_remedy() -> None:
    assert remedies_for("something_new", RECOMMENDED) == ()
