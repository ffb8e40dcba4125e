"""Every remedy of every rule, wherever the settings are: its label, its reason and its numbers agree."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.advice.offers import remedies_for
from engine.health import RULES
from engine.number_words import exact
from engine.remedies.multiples import WORDS, highest
from engine.remedies.usual_rates import rates_far_too_high, rates_far_too_low, usual_rates
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.changes import apply, difference, with_changes
from engine.settings.loss import LOSS_TERMS
from engine.settings.presets import preset_settings

RECOMMENDED = preset_settings("recommended")
RATES = (1e-12, 3e-12, 5e-6, 1e-3, 2e-3, 0.01, 0.03, 0.1, 1.0, 10.0)
WEIGHTS = (0.0, 1e-12, 0.001, 0.3, 0.9, 3.0, 10.0)
EXTREMES: dict[str, tuple[Any, ...]] = {
    **{f"stage{stage}.{part}_lr": RATES for stage in (1, 2) for part in ("head", "backbone")},
    **{f"stage{stage}.epochs": (1, 3000, 10_000) for stage in (1, 2)},
    **{f"stage{stage}.warmup_epochs": (0.0, 1.0) for stage in (1, 2)},
    **{f"stage{stage}.ema_decay": (0.0, 0.99) for stage in (1, 2)},
    **{f"stage{stage}.amp": (False, True) for stage in (1, 2)},
    "stage1.optimiser": ("solver", "adamw", "sgd"),
    "stage2.optimiser": ("adamw", "sgd"),
    "stage2.trainable": ("layer1", "all"),
    "loss.alpha_distill": WEIGHTS,
    "loss.alpha_task": WEIGHTS,
    "loss.variance_weight": WEIGHTS,
    "loss.saturation_weight": WEIGHTS,
    "loss.relation_weight": WEIGHTS,
    "loss.image_weight": WEIGHTS,
    "loss.gradient_clip_norm": (0.0, 0.5, 300.0, 1000.0),
    "loss.gradient_clip_value": (0.0, 1.0),
    "loss.enable_scale_matching": (False, True),
    "loss.use_kl_loss": (False, True),
    "loss.distill_fade": ("none", "cosine", "outrun"),
    "loss.temperature": (0.5, 20.0),
    "student.statistics_batches": (1, 16, 600, 1000),
    "data.batch_size": (2, 16, 600, 1024),
    "data.view": ("resize", "crop"),
    "data.label_fraction": (0.01, 1.0),
    "data.decoded_cache_mb": (0, 512, 1_000_000),
    "teacher.calibration_images": (16, 512, 100_000),
}
ODD = {"loss.enable_scale_matching": False, "loss.distill_fade": "none", "data.label_fraction": 0.5, "stage2.amp": True}
SUBJECTS = {
    "silent_term": ("task", "patch", "relation", "image"),
    "learning_rate_small": ("", "stage"),
    "not_finite": ("", "teacher", "validation"),
}
ASKED = [
    (rule.name, subject)
    for rule in RULES
    for subject in SUBJECTS.get(rule.name, ("",))
    if remedies_for(rule.name, with_changes(RECOMMENDED, ODD), 2, subject)
]


def any_settings() -> st.SearchStrategy[RunSettings]:
    chosen = st.fixed_dictionaries({}, optional={name: st.sampled_from(of) for name, of in EXTREMES.items()})
    return chosen.map(lambda changes: with_changes(RECOMMENDED, changes))


def numbers(before: RunSettings, remedy: Remedy) -> dict[str, tuple[float, float]]:
    """What is changed by a number: name -> (old, new), without bounds that were off before."""
    changed = difference(before, apply(before, remedy))
    bounds = ("gradient_clip_norm", "gradient_clip_value", "warmup_epochs")
    return {
        name: pair
        for name, pair in changed.items()
        if not isinstance(pair[0], bool | str | list) and not (pair[0] == 0 and name.endswith(bounds))
    }


def check_factor(before: RunSettings, remedy: Remedy, stage: str) -> None:
    """A label that names a factor, a bound or a direction is right about every number that changes."""
    label, changed = remedy.label, numbers(before, remedy)
    usual = {f"{stage}.{name}": rate for name, rate in usual_rates(before, stage).items()}
    factor = next((factor for factor, words in WORDS.items() if label.startswith(words)), None)
    for name, (old, new) in changed.items():
        if factor is not None:
            exactly = new == pytest.approx(factor * old, rel=1e-5)
            assert exactly or ("or the usual one where" in label and new == usual[name] < factor * old)
        elif label.startswith("Down to the usual learning rate"):
            assert new == usual[name] < old / 10
        elif "up to" in label:
            assert label.endswith(f"up to {exact(new)}")
            assert old < new <= highest(name)
        elif label.startswith(("At most the usual learning rates", "At least the usual learning rates")):
            assert new == usual[name]
            assert (new < old) == label.startswith("At most")
        elif label.startswith("More weight on labels, less on imitation"):
            assert (new > old) == (name == "loss.alpha_task")
        elif label.startswith(("More", "Less")):
            assert (new > old) == label.startswith("More")
    assert changed or factor is None


def check_reason(before: RunSettings, remedy: Remedy, stage: str) -> None:
    """What the remedy gives as its reason is true of the settings."""
    low, high = rates_far_too_low(before, stage), rates_far_too_high(before, stage)
    rates = {name: pair for name, pair in numbers(before, remedy).items() if name.endswith("_lr")}
    for name, (old, new) in rates.items():
        assert name.removeprefix(f"{stage}.") not in (low if new < old else high)
        assert before.model_dump()[stage]["optimiser"] != "solver"
    if re.search("hardly move", remedy.why):
        assert low
    if re.search("so long", remedy.why):
        assert high
    if re.search("Raw teacher logits", remedy.why):
        assert not before.loss.enable_scale_matching
    about_teacher = any(name.startswith("loss.alpha_distill") for name in remedy.changes)
    if about_teacher or re.search("[Ii]mitation|teacher|targets|constant map", remedy.why):
        assert before.loss.imitates
    if re.search("drown", remedy.why):
        assert 9 * before.loss.alpha_distill > before.loss.alpha_task


@settings(deadline=None, max_examples=200)
@given(any_settings(), st.sampled_from(ASKED), st.sampled_from([1, 2]))
def test_label_reason_and_numbers_agree(before: RunSettings, asked: tuple[str, str], stage: int) -> None:
    offered = remedies_for(asked[0], before, stage, asked[1])
    assert len({remedy.label for remedy in offered}) == len(offered)
    for remedy in offered:
        assert apply(before, remedy) != before or remedy.start == "new_weights"
        check_factor(before, remedy, f"stage{stage}")
        check_reason(before, remedy, f"stage{stage}")


def first(rule: str, changes: dict[str, Any]) -> Remedy:
    return remedies_for(rule, with_changes(RECOMMENDED, changes))[0]


def test_a_tenth_that_would_still_be_too_much_names_its_bound() -> None:
    remedy = first("loss_explosion", {"stage2.head_lr": 1.0, "stage2.backbone_lr": 0.01})
    assert remedy.changes == {"stage2.head_lr": 0.01, "stage2.backbone_lr": 0.001}
    assert remedy.label == "A tenth of the learning rate, or the usual one where that is lower"
    hundredth = first("loss_explosion", {"stage2.head_lr": 1.0, "stage2.backbone_lr": 1.0})
    assert set(hundredth.changes.values()) == {0.01}
    assert hundredth.label == "Down to the usual learning rate", "1 becomes 0.01, which is no tenth"
    assert first("loss_explosion", {}).label == "A tenth of the learning rate"


def test_labels_only_are_not_told_to_imitate_less() -> None:
    labels_only = with_changes(RECOMMENDED, {"loss.alpha_distill": 0.0})
    assert [set(remedy.changes) for remedy in remedies_for("no_signal", labels_only)] == [{"data.view"}]
    needs_teacher = {term.weight for term in LOSS_TERMS if term.imitates}
    needs_teacher |= {"alpha_task", "alpha_distill", "use_kl_loss", "enable_scale_matching", "distill_fade"}
    for rule, subject in ASKED:
        for stage in (1, 2):
            changed = {name for remedy in remedies_for(rule, labels_only, stage, subject) for name in remedy.changes}
            assert changed.isdisjoint(f"loss.{name}" for name in needs_teacher), (rule, subject)
    for rule in ("teacher_outrun", "teacher_weak", "teacher_range", "saturation_teacher"):
        assert remedies_for(rule, labels_only) == ()


def test_without_a_signal_the_rate_that_is_far_off_comes_first() -> None:
    for rate, label in ((1.0, "At most the usual learning rates"), (1e-6, "At least the usual learning rates")):
        rates = {"stage2.head_lr": rate, "stage2.backbone_lr": rate}
        assert first("no_signal", rates).label == label
        assert set(first("no_signal", rates).changes.values()) == {0.01}


@pytest.mark.parametrize(
    ("rule", "changes", "label"),
    [
        ("statistics_lag", {"student.statistics_batches": 600}, "Batches for statistics up to 1,000"),
        ("clipping_dominates", {"loss.gradient_clip_norm": 300.0}, "Bound on the gradient up to 1,000"),
        ("saturation_student", {"loss.saturation_weight": 0.0}, "Weight against saturation up to 0.01"),
        ("saturation_student", {"loss.saturation_weight": 3.0}, "Weight against saturation up to 10"),
        ("saturation_student", {}, "Ten times the weight against saturation"),
    ],
)
def test_a_multiple_that_meets_a_bound_names_it(rule: str, changes: dict[str, Any], label: str) -> None:
    assert first(rule, changes).label == label
