"""What a plot draws of a curve: thinning keeps spikes, smoothing leaves gaps out, the window follows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.plots.step_window import StepWindow
from gui.plots.thinning import as_heights, block_length, envelope, finite_range, smoothed


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=400), st.integers(1, 50))
def test_thinning_keeps_the_extremes_and_bounds_the_points(figures: list[float], pixels: int) -> None:
    steps, values = np.arange(len(figures)), np.array(figures, np.float32)
    x, y = envelope(steps, values, 0, len(figures), pixels)
    assert len(x) == len(y) <= max(2 * pixels + 4, pixels)
    assert (y.min(), y.max()) == (values.min(), values.max())


def test_one_spike_in_a_million_is_still_drawn() -> None:
    values = np.zeros(1_000_000, np.float32)
    values[654_321] = 5
    x, y = envelope(np.arange(1_000_000), values, 0, 1e6, 800)
    assert len(x) <= 1604
    assert y.max() == 5
    assert abs(x[y.argmax()] - 654_321) < block_length(1_000_000, 800)


def test_zoomed_in_every_value_is_drawn() -> None:
    values = np.arange(1_000_000, dtype=np.float32)
    x, y = envelope(np.arange(1_000_000) * 10, values, 5000.0, 5100.0, 800)
    assert x.tolist() == list(range(4990, 5111, 10))
    assert y.tolist() == list(range(499, 512))


def test_smoothing_is_the_centred_mean_and_leaves_gaps_out() -> None:
    values = np.array([1, 2, np.nan, 4, 5, np.inf, 7], np.float32)
    x, y = smoothed(np.arange(7), values, 0, 7, 100, 3)
    assert x.tolist() == list(range(7))
    np.testing.assert_allclose(y, [1.5, 1.5, np.nan, 4.5, 4.5, np.nan, 7])


def test_smoothing_of_many_values_agrees_with_the_mean() -> None:
    values = np.random.default_rng(0).random(100_000).astype(np.float32)
    x, y = smoothed(np.arange(100_000), values, 0, 100_000, 500, 4096)
    place = len(x) // 2
    around = values[int(x[place]) - 2048 : int(x[place]) + 2048]
    assert y[place] == pytest.approx(around.mean(), abs=0.01)


def test_heights_have_gaps_where_there_is_no_logarithm() -> None:
    y = np.array([100.0, 0.0, -1.0, np.inf])
    np.testing.assert_array_equal(as_heights(y, logarithmic=True), [2, np.nan, np.nan, np.nan])
    np.testing.assert_array_equal(as_heights(y, logarithmic=False), [100, 0, -1, np.nan])
    assert finite_range([np.array([np.nan])]) is None
    assert finite_range([np.array([np.nan, 3.0]), np.array([-1.0])]) == (-1.0, 3.0)


def test_the_window_follows_until_the_user_looks_elsewhere() -> None:
    window = StepWindow().whole(1000)
    assert (window.low, window.high) == (0, 1000)
    assert window.advanced(2000).high == 2000
    zoomed = window.chosen(800, 1005, 1000)
    assert zoomed.follow
    assert (zoomed.advanced(1100).low, zoomed.advanced(1100).high) == (895, 1100)
    elsewhere = window.chosen(100, 300, 1000)
    assert not elsewhere.follow
    assert elsewhere.advanced(5000) == elsewhere
    assert elsewhere.followed(5000).high == 5000
    assert elsewhere.chosen(-5, 1001, 1000).width is None
    around = window.around(410, 450, 1000)
    assert around.low < 410
    assert around.high > 450
