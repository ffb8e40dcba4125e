"""Figures of a detector against their definitions, and what is undefined said to be so."""

import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

from engine.evaluation.metrics import auc, scores
from engine.events import Scores
from engine.ranking import ranking

LABELLED = st.lists(st.tuples(st.integers(0, 1), st.integers(-20, 20)), min_size=2, max_size=40).filter(
    lambda pairs: {label for label, _ in pairs} == {0, 1}
)


@given(pairs=LABELLED)
@settings(max_examples=100, deadline=None)
def test_auc_is_the_share_of_pairs_in_the_right_order(pairs: list[tuple[int, int]]) -> None:
    real = [logit for label, logit in pairs if label == 0]
    fake = [logit for label, logit in pairs if label == 1]
    wins = sum((f > r) + 0.5 * (f == r) for f in fake for r in real)
    assert auc(*zip(*pairs, strict=True)) == pytest.approx(wins / (len(real) * len(fake)))


@given(pairs=LABELLED)
@settings(max_examples=60, deadline=None)
def test_ranking_figures_turn_over_with_the_sign_and_accuracy_is_of_the_decision_at_zero(
    pairs: list[tuple[int, int]],
) -> None:
    labels, logits = (np.array(values) for values in zip(*pairs, strict=True))
    found, opposite = scores(labels, logits), scores(labels, -logits)
    assert found.auc is not None and found.eer is not None and opposite.auc is not None and opposite.eer is not None
    assert found.auc == pytest.approx(1 - opposite.auc)
    assert found.eer == pytest.approx(1 - opposite.eer)
    assert found.accuracy == pytest.approx(np.mean((logits > 0) == (labels == 1)))
    share = labels.mean()
    assert found.real_accuracy is not None and found.fake_accuracy is not None
    assert found.accuracy == pytest.approx((1 - share) * found.real_accuracy + share * found.fake_accuracy)


@pytest.mark.parametrize(
    ("logits", "expected"),
    [
        ([-2, -1, 1, 2], 0.0),
        ([2, 1, -1, -2], 1.0),
        ([-2, 1, -1, 2], 0.5),
        ([0, 0, 0, 0], 0.5),
    ],
)
def test_the_equal_error_rate_of_small_cases(logits: list[int], expected: float) -> None:
    assert scores(np.array([0, 0, 1, 1]), np.array(logits, float)).eer == pytest.approx(expected)


def test_the_equal_error_rate_of_two_normal_distributions() -> None:
    """Unit normals two deviations apart cross where both tails hold 15.87 %."""
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1], 40_000)
    logits = rng.standard_normal(80_000) + 2 * labels
    assert scores(labels, logits).eer == pytest.approx(0.1587, abs=0.003)


def test_average_precision_of_a_known_case() -> None:
    found = scores([0, 1, 0, 1], [0.1, 0.4, 0.35, 0.8])
    assert found.ap == pytest.approx(1.0)
    assert scores([1, 0, 1, 0], [0.1, 0.4, 0.35, 0.8]).ap == pytest.approx((1 / 3 + 2 / 4) / 2)


@pytest.mark.parametrize("label", [0, 1])
def test_on_one_class_what_ranks_is_undefined_and_what_counts_is_not(label: int) -> None:
    found = scores([label] * 3, [-1.0, 2.0, 3.0])
    right = 2 / 3 if label else 1 / 3
    assert (found.auc, found.ap, found.eer) == (None, None, None)
    assert found.accuracy == pytest.approx(right)
    assert (found.real_accuracy, found.fake_accuracy)[label] == pytest.approx(right)
    assert (found.real_accuracy, found.fake_accuracy)[1 - label] is None


def test_without_images_everything_is_undefined() -> None:
    assert scores([], []) == Scores(images=0)


def test_infinite_logits_rank_as_the_extremes() -> None:
    assert auc([0, 0, 1, 1], [-math.inf, -1, 1, math.inf]) == 1


def test_an_image_without_a_number_is_never_right_and_leaves_the_ranking_undefined() -> None:
    found = scores([0, 0, 1, 1], [math.nan, -1.0, 2.0, math.nan])
    assert (found.auc, found.ap, found.eer) == (None, None, None)
    assert (found.accuracy, found.real_accuracy, found.fake_accuracy) == (0.5, 0.5, 0.5)


@given(pairs=LABELLED, scale=st.sampled_from([1.0, 1 / 3, 1e-300]))
@settings(max_examples=40, deadline=None)
def test_ranking_figures_are_those_of_the_standard_library_of_the_field_to_the_last_bit(
    pairs: list[tuple[int, int]], scale: float
) -> None:
    labels, logits = (np.array(values) for values in zip(*pairs, strict=True))
    assert_as_in_sklearn(labels, logits * scale)


def test_they_are_so_of_many_images_too() -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 20_000)
    assert_as_in_sklearn(labels, (rng.standard_normal(20_000) + labels).round(3))


def assert_as_in_sklearn(labels: npt.NDArray[np.int64], logits: npt.NDArray[np.float64]) -> None:
    ranked = ranking(labels, logits)
    for mine, theirs in zip(ranked.curve, roc_curve(labels, logits)[:2], strict=True):
        assert mine.tolist() == theirs.tolist()
    for mine, theirs in zip(ranked.precision_recall, precision_recall_curve(labels, logits)[:2], strict=True):
        assert mine[::-1].tolist() == theirs.tolist()
    assert ranked.area == roc_auc_score(labels, logits)
    assert ranked.average_precision == average_precision_score(labels, logits)
    assert ranked.thresholds.tolist() == roc_curve(labels, logits, drop_intermediate=False)[2][1:].tolist()
