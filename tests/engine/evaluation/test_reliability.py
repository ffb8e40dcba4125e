"""Threshold, calibration error and bootstrap intervals against definitions and scikit-learn."""

import dataclasses
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.evaluation import reliability as reliability_module
from engine.evaluation.metrics import scores
from engine.evaluation.reliability import (
    best_threshold,
    expected_calibration_error,
    gain_error,
    intervals,
    probabilities,
    reliability,
)

CASES = st.lists(st.tuples(st.booleans(), st.integers(-6, 6)), min_size=4, max_size=40).filter(
    lambda rows: len({label for label, _ in rows}) == 2
)


def balanced_accuracy(labels: np.ndarray, logits: np.ndarray, threshold: float) -> float:
    said = logits > threshold
    return float((said[labels == 1].mean() + (~said[labels == 0]).mean()) / 2)


@settings(max_examples=100, deadline=None)
@given(CASES)
def test_no_threshold_is_better_than_the_best(rows: list[tuple[bool, int]]) -> None:
    labels, logits = (np.array(column, float) for column in zip(*rows, strict=True))
    chosen = balanced_accuracy(labels, logits, best_threshold(labels, logits))
    for other in (*logits, logits.min() - 1, 0):
        assert chosen >= balanced_accuracy(labels, logits, other) - 1e-12


def test_threshold_lies_between_scores_and_is_zero_without_both_classes() -> None:
    assert best_threshold([0, 0, 1, 1], [-2.0, 1.0, 3.0, 4.0]) == 2.0
    assert best_threshold([1, 1], [1.0, 2.0]) == 0.0
    assert best_threshold([], []) == 0.0


def test_calibration_error_of_known_cases() -> None:
    certain = np.array([50.0, 50.0, -50.0, -50.0])
    assert expected_calibration_error([1, 1, 0, 0], certain) == pytest.approx(0, abs=1e-12)
    assert expected_calibration_error([0, 0, 1, 1], certain) == pytest.approx(1)
    assert expected_calibration_error([1, 0], [0.0, 0.0]) == pytest.approx(0)
    assert expected_calibration_error([], []) is None


def test_reliability_counts_every_image_once() -> None:
    logits = np.linspace(-8, 8, 101)
    counts, said, _ = reliability(logits > 0, logits)
    assert counts.sum() == 101
    assert np.nansum(counts * said) == pytest.approx(probabilities(logits).sum())


def test_probabilities_of_huge_logits() -> None:
    assert probabilities([-1e4, 0, 1e4]).tolist() == [0, 0.5, 1]


@settings(max_examples=30, deadline=None)
@given(CASES)
def test_resampling_nothing_gives_the_figures_themselves(rows: list[tuple[bool, int]]) -> None:
    """With one image of each class repeated, every resample is the data: the interval is the figure."""
    label, logit = rows[0]
    other = next(value for other, value in rows if other != label)
    labels = np.array([label, not label] * 5, float)
    logits = np.array([logit, other] * 5, float)
    figures = dataclasses.asdict(scores(labels, logits))
    for name, (low, high) in intervals(labels, logits, resamples=3).items():
        assert low == pytest.approx(figures[name]), name
        assert high == pytest.approx(figures[name]), name


def test_intervals_hold_the_figure_and_shrink_with_more_images() -> None:
    rng = np.random.default_rng(0)
    widths = []
    for count in (40, 4000):
        labels = np.arange(count) % 2
        logits = rng.normal(labels * 1.2 - 0.6, 1)
        figures = dataclasses.asdict(scores(labels, logits))
        found = intervals(labels, logits, resamples=200)
        assert set(found) == {"auc", "ap", "accuracy", "real_accuracy", "fake_accuracy", "eer"}
        for name, (low, high) in found.items():
            assert low < figures[name] < high, name
        widths.append(found["auc"][1] - found["auc"][0])
    assert widths[1] < widths[0] / 3


def test_one_class_has_no_ranking_intervals() -> None:
    assert set(intervals([1, 1, 1], [1.0, 2.0, -1.0], resamples=5)) == {"accuracy", "fake_accuracy"}
    assert intervals([], []) == {}


def test_of_many_images_fewer_resamples_are_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = reliability_module._drawn

    def counted(rng: np.random.Generator, strata: list[Any], num_images: int, count: int) -> npt.NDArray[np.float64]:
        drawn.append(count * num_images)
        return draw(rng, strata, num_images, count)

    monkeypatch.setattr(reliability_module, "_drawn", counted)
    logits = np.random.default_rng(0).normal(size=300_000)
    found = intervals(logits > 0.5, logits, resamples=9)
    assert max(drawn) <= 2_500_000
    assert sum(drawn) == 9 * 300_000
    assert found["auc"] == (1.0, 1.0)


def test_images_that_belong_together_say_less_than_strangers() -> None:
    """Ten near-copies of each of 40 photographs: the interval must be that of the 40, not of 400 images."""
    rng = np.random.default_rng(1)
    labels = np.arange(40) % 2
    logits = rng.normal(labels * 1.2 - 0.6, 1)
    copies = np.repeat(np.arange(40), 10)
    tiled = logits[copies] + rng.normal(0, 1e-6, 400)
    once = intervals(labels, logits)["auc"]
    grouped = intervals(labels[copies], tiled, copies)["auc"]
    alone = intervals(labels[copies], tiled)["auc"]
    assert grouped[1] - grouped[0] == pytest.approx(once[1] - once[0], rel=0.1)
    assert (grouped[1] - grouped[0]) / (alone[1] - alone[0]) == pytest.approx(np.sqrt(10), rel=0.2)


def test_groups_of_one_image_are_images_that_stand_alone() -> None:
    rng = np.random.default_rng(2)
    logits = rng.normal(size=60)
    labels = logits + rng.normal(size=60) > 0
    assert intervals(labels, logits, rng.permutation(60)).keys() == intervals(labels, logits).keys()
    assert intervals(labels, logits, np.arange(60)) == intervals(labels, logits)


def test_groups_of_both_classes_are_drawn_whole() -> None:
    """A real photograph and its imitation, of which each fake scores just above its own real one."""
    rng = np.random.default_rng(3)
    reals = rng.normal(0, 5, 50)
    logits = np.concatenate([reals, reals + 0.1])
    labels, groups = np.repeat([0, 1], 50), np.tile(np.arange(50), 2)
    together, apart = intervals(labels, logits, groups)["auc"], intervals(labels, logits)["auc"]
    assert together[1] - together[0] < (apart[1] - apart[0]) / 3


def test_figures_of_resamples_are_those_of_the_images_drawn() -> None:
    """Against a resample written out by hand: its images, as often as their group was drawn."""
    rng = np.random.default_rng(4)
    labels, groups = np.array([0, 0, 0, 1, 1, 1, 1, 0]), np.array([0, 0, 1, 2, 3, 3, 4, 4])
    logits = rng.normal(size=8)
    found = intervals(labels, logits, groups, resamples=400, level=0.0)
    medians: dict[str, list[float]] = {name: [] for name in found}
    for _ in range(400):
        chosen = np.concatenate([rng.choice(kind, len(kind)) for kind in ([0, 1], [2, 3], [4])])
        places = np.concatenate([np.flatnonzero(groups == group) for group in chosen])
        for name, value in dataclasses.asdict(scores(labels[places], logits[places])).items():
            if name in medians:
                medians[name].append(value)
    for name, (low, _high) in found.items():
        assert low == pytest.approx(np.median(medians[name]), abs=0.12), name


def test_the_error_of_a_gain_is_that_of_drawing_whole_groups_again() -> None:
    rng = np.random.default_rng(0)
    groups, labels = np.repeat(np.arange(60), 4), np.tile([0, 1, 0, 1], 60)
    shared = rng.normal(0, 0.7, 60)[groups]
    better, worse = (slope * labels + rng.normal(size=240) + shared for slope in (1.5, 1.0))
    found = gain_error(labels, [better], [worse], groups)
    gains = []
    for _ in range(300):
        drawn = (4 * rng.integers(0, 60, 60)[:, None] + np.arange(4)).ravel()
        aucs = [scores(labels[drawn], logits[drawn]).auc for logits in (better, worse)]
        gains.append((aucs[0] or 0) - (aucs[1] or 0))
    assert found == pytest.approx(np.std(gains), rel=0.15)
    assert gain_error(labels, [better] * 2, [better] * 2, groups) == 0
    assert gain_error(np.zeros(240), [better], [worse], groups) == 0
