"""Where the reference data lies, for tests that compare with the published networks."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

import tests

REFERENCE = Path(tests.__file__).resolve().parents[2] / "shared" / "reference"

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="the reference data (shared/reference beside the checkout) is absent"
)


def arrays(name: str) -> dict[str, np.ndarray]:
    """All arrays of one file of the reference data."""
    with np.load(REFERENCE / name) as file:
        return {key: file[key] for key in file}


def batch(image: np.ndarray) -> Tensor:
    """(H, W, 3) bytes to (1, 3, H, W)."""
    return torch.from_numpy(image).permute(2, 0, 1)[None]


def deterministic_weights(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights that the reference README defines by a formula, in float64."""
    weights = {}
    for position, name in enumerate(sorted(state)):
        old = state[name]
        if name.endswith("num_batches_tracked"):
            weights[name] = old
            continue
        index = torch.arange(old.numel(), dtype=torch.float64)
        u = torch.sin(12.9898 * (index + 1) + 78.233 * (position + 1)) * 43758.5453
        r = (2 * (u - u.floor()) - 1).view(old.shape)
        weights[name] = _scaled(name, r)
    return weights


def _scaled(name: str, r: Tensor) -> Tensor:
    if r.dim() == 4:
        return r * math.sqrt(6 / r[0].numel())
    if r.dim() == 2 or name.endswith("bias"):
        return 0.05 * r
    if name.endswith("running_mean"):
        return 0.1 * r
    return 1 + 0.5 * r.abs() if name.endswith("running_var") else 1 + 0.1 * r
