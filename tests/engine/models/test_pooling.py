"""Pooling of patch logits, against sorting them."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EngineError, GeometryError
from engine.models.pooling import pool


@given(
    height=st.integers(1, 12),
    width=st.integers(1, 12),
    ratio=st.floats(0.01, 1.0),
    minimum=st.integers(1, 20),
)
@settings(max_examples=60, deadline=None)
def test_top_k_is_what_sorting_gives(height: int, width: int, ratio: float, minimum: int) -> None:
    patch_logits = torch.randn(3, 1, height, width, dtype=torch.float64)
    cells = height * width
    k = min(cells, max(minimum, math.ceil(ratio * cells)))
    for image, mean, largest in zip(
        patch_logits,
        pool(patch_logits, "topk_mean", ratio, minimum).tolist(),
        pool(patch_logits, "topk_max", ratio, minimum).tolist(),
        strict=True,
    ):
        ordered = sorted(image.flatten().tolist(), reverse=True)
        assert mean == pytest.approx(sum(ordered[:k]) / k)
        assert largest == ordered[0]


def test_mean_is_the_published_score() -> None:
    patch_logits = torch.arange(12.0).view(2, 1, 2, 3)
    assert pool(patch_logits, "mean").tolist() == [2.5, 8.5]


def test_only_the_largest_cells_learn() -> None:
    patch_logits = torch.arange(100.0).view(1, 1, 10, 10).requires_grad_()
    pooled = pool(patch_logits, "topk_mean", ratio=0.1, minimum=5)
    (gradient,) = torch.autograd.grad(pooled.sum(), patch_logits)
    assert gradient.flatten()[:90].abs().max() == 0
    assert gradient.flatten()[90:].tolist() == pytest.approx([0.1] * 10)


def test_refusals_are_sentences() -> None:
    with pytest.raises(GeometryError, match="too small"):
        pool(torch.zeros(1, 1, 0, 3), "mean")
    with pytest.raises(EngineError, match="no pooling named 'median'"):
        pool(torch.zeros(1, 1, 3, 3), "median")  # type: ignore[arg-type]
