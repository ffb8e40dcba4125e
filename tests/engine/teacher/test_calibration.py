"""From raw teacher logits to targets: bounded, in the teacher's order, indifferent to its scale, fixed for the run."""

import json
import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.evaluation.metrics import auc
from engine.teacher.calibration import METHODS, TARGET_LIMIT, Calibration, CalibrationChoice, FloatArray, choose

NUM_IMAGES = 60


def heavy_tailed(seed: int, *, classes: float = 0.5, signal: float = 1.0) -> tuple[list[FloatArray], FloatArray]:
    """Maps as drifted teachers give them: a narrow bulk below +8 and a tail to about -1190, fakes higher."""
    rng = np.random.default_rng(seed)
    labels = (np.arange(NUM_IMAGES) < classes * NUM_IMAGES).astype(float)
    maps = [8 - np.exp(rng.normal(1.5 - signal * y, 1.6, (9, 9)) + 0.3 * rng.normal()) for y in labels]
    lowest = min(m.min() for m in maps)
    return [8 + (m - 8) * (-1198 / (lowest - 8)) for m in maps], labels


def targets(choice: CalibrationChoice, maps: list[FloatArray]) -> torch.Tensor:
    return torch.stack([choice.calibration(torch.from_numpy(m)) for m in maps])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("seed", range(2))
def test_the_observed_range_becomes_targets_that_spread_and_rank(method: str, seed: int) -> None:
    maps, labels = heavy_tailed(seed)
    choice = choose(maps, labels, method)
    found = targets(choice, maps)
    assert choice.calibration.method == method
    assert found.abs().max() <= TARGET_LIMIT
    assert 1 <= found.std().item() <= 3.001
    assert choice.raw_auc == auc(labels, [m.mean() for m in maps])
    assert choice.auc == pytest.approx(auc(labels, found.mean((1, 2)).numpy()))
    assert choice.auc is not None and choice.auc > 0.7
    assert found[labels == 1].mean() > found[labels == 0].mean()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("scale", "shift"), [(1e-3, 5.0), (200.0, 8.0)])
def test_targets_do_not_depend_on_the_teachers_shift_and_scale(scale: float, shift: float, method: str) -> None:
    maps, labels = heavy_tailed(0)
    moved = [scale * m + shift for m in maps]
    before, after = (targets(choose(m, labels, method), m) for m in (maps, moved))
    torch.testing.assert_close(before, after, atol=0.01, rtol=0)


@given(
    z=st.lists(st.floats(-1200, 100), min_size=2, max_size=20),
    calibration=st.builds(
        Calibration,
        method=st.sampled_from(METHODS),
        centre=st.floats(-50, 50),
        scale=st.floats(1e-3, 100),
        low=st.floats(-5, -1),
        high=st.floats(1, 5),
        a=st.floats(1e-4, 1e3),
        b=st.floats(-10, 10),
    ),
)
@settings(max_examples=80, deadline=None)
def test_targets_are_bounded_and_never_turn_the_order_around(z: list[float], calibration: Calibration) -> None:
    found = calibration(torch.tensor(sorted(z), dtype=torch.float64))
    assert found.abs().max().item() <= TARGET_LIMIT
    assert bool((found.diff() >= 0).all())


def test_the_formula_of_asinh() -> None:
    calibration = Calibration("asinh", centre=2.0, scale=4.0, low=-1, high=1, a=1.5, b=0.25)
    z = torch.tensor([-1190.0, -3.0, 2.0, 8.0])
    expected = [max(-6.0, 1.5 * math.asinh((v - 2) / 4) + 0.25) for v in z.tolist()]
    assert calibration(z).tolist() == pytest.approx(expected, rel=1e-6)


def test_a_cells_target_depends_on_that_cell_alone() -> None:
    """Scores relative to the batch or the image would leak between images and erase the level that says fake."""
    maps, labels = heavy_tailed(1)
    calibration = choose(maps, labels).calibration
    together = calibration(torch.from_numpy(np.stack(maps)))
    for i in (0, 7, NUM_IMAGES - 1):
        alone = calibration(torch.from_numpy(maps[i][2:5, 3:4]))
        assert torch.equal(alone, together[i][2:5, 3:4])


@pytest.mark.parametrize("seed", [0, 2])
def test_auto_takes_the_simplest_that_keeps_the_ranking_else_the_best(seed: int) -> None:
    maps, labels = heavy_tailed(seed, signal=0.2 * seed)
    each = [choose(maps, labels, method) for method in METHODS]
    keeping = [choice for choice in each if choice.keeps_ranking]
    assert choose(maps, labels) == (keeping[0] if keeping else max(each, key=lambda choice: choice.auc or 0))


def test_evidence_that_lies_in_rare_huge_logits_alone_is_lost_and_said_to_be() -> None:
    rng = np.random.default_rng(0)
    labels = np.repeat([0.0, 1.0], NUM_IMAGES // 2)
    maps = [rng.normal(0, 1, (10, 10)) for _ in labels]
    for m, label in zip(maps, labels, strict=True):
        m[0, 0] = -500 if label else -1000
    choice = choose(maps, labels)
    assert choice.raw_auc == 1
    assert not choice.keeps_ranking


@pytest.mark.parametrize(
    ("calibrated", "raw", "keeps"),
    [(0.9, 0.9, True), (0.896, 0.9, True), (0.894, 0.9, False), (None, None, True), (0.99, 0.9, True)],
)
def test_the_ranking_is_kept_within_five_thousandths(calibrated: float | None, raw: float | None, keeps: bool) -> None:
    calibration = Calibration("affine", 0, 1, -1, 1, 1, 0)
    assert CalibrationChoice(calibration, calibrated, raw).keeps_ranking is keeps


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("classes", "signal"),
    [(0.5, -1.0), (0.5, 0.0), (0.1, 0.0), (0.9, 0.0), (0.0, 0.0), (1.0, 0.0)],
    ids=["swapped", "no signal", "few fakes", "few reals", "no fake", "no real"],
)
def test_labels_that_say_little_still_give_targets_that_spread_the_right_way(
    method: str, classes: float, signal: float
) -> None:
    maps, labels = heavy_tailed(2, classes=classes, signal=signal)
    choice = choose(maps, labels, method)
    assert choice.calibration.a > 0
    assert 1 <= targets(choice, maps).std().item() <= 3.001
    assert (choice.auc is None) == (choice.raw_auc is None) == (classes in (0, 1))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("value", [0.0, -1190.0, 1e-30])
def test_a_constant_teacher_gives_finite_constant_targets(method: str, value: float) -> None:
    maps = [np.full((3, 4), value) for _ in range(6)]
    found = targets(choose(maps, [0, 1, 0, 1, 0, 1], method), maps)
    assert bool(found.isfinite().all())
    assert found.std().item() == 0


def test_maps_of_different_sizes_are_taken_together() -> None:
    maps, labels = heavy_tailed(0)
    ragged = [m[: 3 + i % 5, : 4 + i % 3] for i, m in enumerate(maps)]
    assert choose(ragged, labels).calibration.scale > 0


def test_a_calibration_comes_back_from_plain_values() -> None:
    calibration = choose(*heavy_tailed(0), "asinh").calibration
    values = json.loads(json.dumps(calibration.as_dict()))
    assert Calibration(**values) == calibration
