"""Turns raw teacher logits into targets in [-6, 6], fixed for the whole run (the shape of heavy tails and all)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.evaluation.metrics import auc

FloatArray = npt.NDArray[np.float64]
TARGET_LIMIT = 6.0
STD_RANGE = (1.0, 3.0)
AUC_TOLERANCE = 0.005
METHODS = ("affine", "clipped", "asinh")
CLIP_QUANTILES = (0.01, 0.99)
_SPREAD_SAMPLE = 50_000
_SLOPES = 321
_AT_ONCE = 20_000  # products of a slope and a cell, so that they stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Calibration:
    """t = clip(a u + b, -6, 6) with u = f((z - centre) / scale); f clips to quantiles, or is asinh, or nothing."""

    method: str
    centre: float
    scale: float
    low: float
    high: float
    a: float
    b: float

    def __call__(self, logits: Tensor) -> Tensor:
        """Targets of raw teacher logits of any shape."""
        return (self.a * self._bounded(logits) + self.b).clamp(-TARGET_LIMIT, TARGET_LIMIT)

    def _bounded(self, logits: Tensor) -> Tensor:
        u = (logits - self.centre) / self.scale
        if self.method == "asinh":
            return torch.asinh(u)
        return u.clamp(self.low, self.high) if self.method == "clipped" else u

    def as_dict(self) -> dict[str, float | str]:
        """Plain values for events and checkpoints; ``Calibration(**values)`` brings it back."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CalibrationChoice:
    """The calibration that was taken, the AUC of pooled targets and of pooled raw logits on the same images."""

    calibration: Calibration
    auc: float | None
    raw_auc: float | None

    @property
    def keeps_ranking(self) -> bool:
        """Whether pooling targets ranks images as well as pooling raw logits, within 0.005 of AUC."""
        return self.auc is None or self.raw_auc is None or self.auc >= self.raw_auc - AUC_TOLERANCE


def choose(maps: Sequence[FloatArray], labels: npt.ArrayLike, method: str = "auto") -> CalibrationChoice:
    """Fit the candidates, simplest first, and take the first that keeps the teacher's ranking, else the best.

    maps: raw patch logits of each training image, any shape; labels (N,).
    """
    fitted = []
    for name in METHODS if method == "auto" else (method,):
        fitted.append(_fit(maps, np.asarray(labels), name))
        if fitted[-1].keeps_ranking:
            return fitted[-1]
    return max(fitted, key=lambda choice: choice.auc or 0.0)


def _fit(maps: Sequence[FloatArray], labels: npt.NDArray[np.int64], method: str) -> CalibrationChoice:
    """Centre and scale are median and 1.4826 MAD; (a, b) a logistic fit of the pooled u on the labels.

    The median makes the fit indifferent to how the teacher's outputs are shifted and scaled.
    """
    cells = np.concatenate([m.ravel() for m in maps])
    centre = float(np.median(cells))
    scale = max(1.4826 * float(np.median(np.abs(cells - centre))), 1e-6 * max(1.0, float(np.abs(cells).max())))
    low, high = (float(v) for v in np.quantile((cells - centre) / scale, CLIP_QUANTILES))
    shape = Calibration(method, centre, scale, low, high, a=1.0, b=0.0)
    pooled_u = np.array([shape._bounded(torch.from_numpy(m)).mean().item() for m in maps])
    slope, zero = _logistic(pooled_u, labels)
    u = shape._bounded(torch.from_numpy(cells)).numpy()
    for _ in range(2):  # clipping moves where pooled targets part real from fake; the student's 0 must stay there
        a = _slope_in_range(u, slope, zero)
        calibration = replace(shape, a=a, b=-a * zero)
        pooled = _pooled(calibration, maps)
        target_slope, moved = _logistic(pooled, labels)
        zero += moved / a if target_slope > 0 else 0.0
    return CalibrationChoice(calibration, auc(labels, pooled), auc(labels, [m.mean() for m in maps]))


def _pooled(calibration: Calibration, maps: Sequence[FloatArray]) -> FloatArray:
    return np.array([calibration(torch.from_numpy(m)).mean().item() for m in maps])


def _logistic(pooled: FloatArray, labels: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Slope and zero crossing of the odds of fake; slope 0 where labels say nothing.

    The crossing is kept within the pooled values: a weak fit to unequal classes puts it far off, and every target
    would be clipped to the same value.
    """
    from sklearn.linear_model import LogisticRegression  # a second and a half, which only a new run needs

    spread = float(pooled.std())
    if spread == 0 or labels.min() == labels.max():
        return 0.0, float(pooled.mean())
    standardised = (pooled - pooled.mean()) / spread
    model = LogisticRegression(C=100.0).fit(standardised[:, None], labels)
    weight, bias = float(model.coef_[0, 0]), float(model.intercept_[0])
    if weight <= 0:
        return 0.0, float(pooled.mean())
    zero = float(pooled.mean()) - bias / weight * spread
    return weight / spread, float(np.clip(zero, pooled.min(), pooled.max()))


def _slope_in_range(u: FloatArray, slope: float, zero: float) -> float:
    """The slope nearest to the fitted one whose targets spread between 1 and 3; else the one that spreads most."""
    sample = u[:: max(1, u.size // _SPREAD_SAMPLE)] - zero
    slopes = np.append(np.geomspace(1e-4, 1e4, _SLOPES), slope)
    parts = np.array_split(slopes, min(slopes.size, -(-slopes.size * sample.size // _AT_ONCE)))
    spreads = [np.clip(part[:, None] * sample, -TARGET_LIMIT, TARGET_LIMIT).std(axis=1) for part in parts]
    spread = np.concatenate(spreads)
    allowed = slopes[(spread >= STD_RANGE[0]) & (spread <= STD_RANGE[1])]
    if allowed.size == 0:
        return float(slopes[spread.argmax()])
    return float(allowed[np.abs(np.log(allowed / max(slope, 1e-9))).argmin()])
