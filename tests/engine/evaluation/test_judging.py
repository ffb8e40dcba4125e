"""Thresholds for false alarms and what is known of them; notes that mean nothing are refused."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import CheckpointError
from engine.evaluation.judgement import FalseAlarms, Judgement, ProbabilityScale, noted_judgement
from engine.evaluation.judging import false_alarms

NOTED = FalseAlarms(0.05, 0.3, 0.04, 0.01, 0.09, 400, 80)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-20, 20), min_size=1, max_size=300), st.sampled_from([0.01, 0.05, 0.2]))
def test_a_threshold_lets_no_more_reals_through_than_asked(values: list[int], rate: float) -> None:
    reals = np.array(values, float)
    found = false_alarms(reals, np.arange(reals.size), rate)
    assert found.found == (reals > found.threshold).mean() <= rate
    assert 0 <= found.low <= found.found <= found.high <= 1
    below = reals[reals < found.threshold]
    if found.found < rate - 1 / reals.size and reals.size > 2 / rate:  # a lower one would let too many through
        assert ((reals >= below.max()).sum() + 1) / (reals.size + 1) > rate


def test_new_real_pictures_ring_as_often_as_asked() -> None:
    rng = np.random.default_rng(0)
    rates = []
    for _ in range(300):
        found = false_alarms(rng.normal(size=99), np.arange(99), 0.05)
        rates.append((rng.normal(size=500) > found.threshold).mean())
    assert 0.035 < np.mean(rates) <= 0.055


def test_too_few_reals_say_how_many_are_needed() -> None:
    found = false_alarms(np.linspace(-2, 0, 40), np.arange(40), 0.01)
    assert (found.found, found.low) == (0, 0)
    assert found.high == pytest.approx(1 - 0.05 ** (1 / 40))
    assert found.needed == 299
    assert "at most 7.22 %" in found.words
    assert "299 that do not belong together are needed, and there are 40" in found.words
    enough = false_alarms(np.linspace(-2, 0, 400), np.arange(400), 0.01)
    assert "needed" not in enough.words


def test_tiles_of_one_photograph_count_as_one() -> None:
    rng = np.random.default_rng(0)
    reals = np.repeat(rng.normal(size=20), 30) + rng.normal(0, 0.1, 600)
    alone = false_alarms(reals, np.arange(600), 0.05)
    together = false_alarms(reals, np.repeat(np.arange(20), 30), 0.05)
    assert alone.threshold == together.threshold
    assert together.high > 2 * alone.high
    assert (together.reals, together.groups) == (600, 20)


def test_the_threshold_lies_half_way_to_the_next_picture() -> None:
    reals, fakes = np.array([-1.0, 0.0, 1.0]), np.array([0.5, 2.0])
    assert false_alarms(reals, np.arange(3), 0.05, fakes).threshold == 1.5
    assert false_alarms(reals, np.arange(3), 0.05).threshold > 1.0


def test_notes_lead_back_through_json() -> None:
    judgement = Judgement(0.4, ProbabilityScale(3.0, -0.2, "platt"), (NOTED,))
    assert noted_judgement("x.pth", json.loads(json.dumps(judgement.notes()))) == judgement
    assert judgement.threshold_for(0.05) == NOTED
    assert judgement.threshold_for(0.02) is None


def test_weights_without_notes_are_not_calibrated() -> None:
    found = noted_judgement("x.pth", {"filter": "raw"})
    assert found == Judgement()
    assert found.scale.words == "not calibrated"
    assert found.scale.probability(0) == 0.5


GOOD = Judgement(0.4, ProbabilityScale(3.0, -0.2, "platt"), (NOTED,)).notes()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("threshold", "high"),
        ("threshold", 10**400),
        ("probability", 3.0),
        ("probability", {"slope": -1.0, "offset": 0.0, "method": "platt"}),
        ("probability", {"slope": float("inf"), "offset": 0.0, "method": "platt"}),
        ("probability", {"slope": 1.0, "offset": float("nan"), "method": "platt"}),
        ("probability", {"slope": 1.0, "offset": 0.0, "method": "prayer"}),
        ("false_alarms", [{"rate": 0.05}]),
        ("false_alarms", [GOOD["false_alarms"][0] | {"threshold": float("nan")}]),
        ("false_alarms", [GOOD["false_alarms"][0] | {"rate": 2}]),
        ("false_alarms", "many"),
    ],
)
def test_notes_that_mean_nothing_are_refused(key: str, value: object) -> None:
    with pytest.raises(CheckpointError, match=r"x\.pth notes the"):
        noted_judgement("x.pth", GOOD | {key: value})
