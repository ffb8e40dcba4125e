"""Scales of probabilities: a known one is found again, none is taken that does not help on images held out."""

import numpy as np
import pytest

from engine.evaluation.calibration import FLATTEST, STEEPEST, fit, fitted_scale, log_loss
from engine.evaluation.judgement import ProbabilityScale
from engine.evaluation.reliability import expected_calibration_error, probabilities


def drawn(count: int, slope: float, offset: float, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Labels (N,) drawn with probability sigmoid(slope * logit + offset) of logits (N,)."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(0, 1, count)
    return (rng.random(count) < probabilities(slope * logits + offset)).astype(float), logits


@pytest.mark.parametrize(("slope", "offset", "method"), [(3.0, -1.5, "platt"), (4.0, 0.0, "temperature")])
def test_a_known_scale_is_found_again(slope: float, offset: float, method: str) -> None:
    labels, logits = drawn(20_000, slope, offset)
    found = fitted_scale(labels, logits)
    assert found.slope == pytest.approx(slope, rel=0.05)
    assert found.offset == pytest.approx(offset, abs=0.1)
    if method == "platt":
        assert found.method == "platt"
    else:
        assert fit("temperature", labels, logits).slope == pytest.approx(slope, rel=0.05)
    other_labels, other_logits = drawn(20_000, slope, offset, seed=1)
    assert (expected_calibration_error(other_labels, found.scaled(other_logits)) or 0) < 0.01
    assert (expected_calibration_error(other_labels, other_logits) or 0) > 0.05


def test_probabilities_that_are_true_already_are_left_alone() -> None:
    methods = [fitted_scale(*drawn(60, 1.0, 0.0, seed)).method for seed in range(20)]
    assert methods.count("identity") > 10
    for seed in range(20):
        labels, logits = drawn(60, 1.0, 0.0, seed)
        other, other_logits = drawn(2000, 1.0, 0.0, seed + 100)
        scaled = fitted_scale(labels, logits).scaled(other_logits)
        assert log_loss(other, scaled) < log_loss(other, other_logits) + 0.1


def test_groups_are_held_out_whole() -> None:
    """An offset that each group has for itself helps no other group: Platt's is refused, though it fits best."""
    rng = np.random.default_rng(1)
    groups = np.repeat(np.arange(6), 200)
    shift = np.array([3.0, -3.0, 3.0, -3.0, 3.0, -0.5])[groups]
    labels = np.arange(1200) % 2.0
    logits = 0.4 * np.where(labels == 1, 1, -1) + shift + rng.normal(0, 0.3, 1200)
    apart = fitted_scale(labels, logits)
    together = fitted_scale(labels, logits, groups)
    assert apart.method == "platt"
    assert together.method != "platt"


@pytest.mark.parametrize("scale", [1e-4, 1.0, 1e4])
def test_separable_classes_have_a_finite_slope(scale: float) -> None:
    labels = np.arange(60) % 2.0
    logits = scale * (2 * labels - 1) * np.linspace(1, 2, 60)
    found = fitted_scale(labels, logits)
    assert FLATTEST <= found.slope <= STEEPEST
    assert np.isfinite(found.offset)
    assert log_loss(labels, found.scaled(logits)) <= log_loss(labels, logits) + 1e-9
    assert (probabilities(found.scaled(logits)) < 1).all() or scale == 1e4


@pytest.mark.parametrize("kind", ["one class", "few", "few groups", "not finite", "none"])
def test_where_nothing_can_be_known_nothing_is_calibrated(kind: str) -> None:
    labels, logits = drawn(100, 5.0, 0.0)
    groups = np.arange(100)
    match kind:
        case "one class":
            labels = np.zeros(100)
        case "few":
            labels, logits, groups = labels[:12], logits[:12], groups[:12]
        case "few groups":
            groups = groups % 3
        case "not finite":
            logits[3] = np.nan
        case "none":
            labels, logits, groups = labels[:0], logits[:0], groups[:0]
    assert fitted_scale(labels, logits, groups) == ProbabilityScale()
    assert ProbabilityScale().words == "not calibrated"


def test_a_swapped_detector_is_not_turned_round() -> None:
    labels, logits = drawn(2000, -3.0, 0.0)
    assert fitted_scale(labels, logits).slope > 0


def test_probabilities_and_logits_lead_back_to_one_another() -> None:
    scale = ProbabilityScale(2.5, -0.7, "platt")
    logits = np.linspace(-3, 3, 13)
    back = [scale.logit_at(scale.probability(logit)) for logit in logits.tolist()]
    assert back == pytest.approx(logits.tolist())
    assert [scale.probability(logit) for logit in logits.tolist()] == pytest.approx(probabilities(scale.scaled(logits)))
    assert (scale.probability(-1e6), scale.probability(1e6)) == (0, 1)
