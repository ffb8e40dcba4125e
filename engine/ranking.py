"""What a ranking by scores is worth: its ROC curve, the area under it, and average precision.

The figures are scikit-learn's to the last bit, whose functions spend a hundred times as long on looking at what they
are given; a run asks for them at every validation.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """At each distinct score, the highest first: how many real and fake images have it or a higher one, (K,) each."""

    thresholds: FloatArray
    reals: NDArray[np.int64]
    fakes: NDArray[np.int64]

    @property
    def curve(self) -> tuple[FloatArray, FloatArray]:
        """ROC: shares of real images called fake, and of fake images found; from (0, 0), points on a line left out."""
        reals, fakes = self.reals, self.fakes
        if reals.size > 2:
            corners = np.concatenate([[True], (np.diff(reals, 2) != 0) | (np.diff(fakes, 2) != 0), [True]])
            reals, fakes = reals[corners], fakes[corners]
        return _from_none(reals / reals[-1]), _from_none(fakes / fakes[-1])

    @property
    def area(self) -> float:
        """Under the ROC curve."""
        alarms, hits = self.curve
        return float(np.trapezoid(hits, alarms))

    @property
    def precision_recall(self) -> tuple[FloatArray, FloatArray]:
        """At each threshold and at none: how many of those called fake are, and how many fakes are found."""
        precision = self.fakes / (self.fakes + self.reals)
        return np.concatenate([[1.0], precision]), _from_none(self.fakes / self.fakes[-1])

    @property
    def average_precision(self) -> float:
        """Mean precision, weighted by the recall that each threshold adds."""
        precision, recall = (np.ascontiguousarray(shares[::-1]) for shares in self.precision_recall)
        return float(max(0.0, -np.sum(np.diff(recall) * precision[:-1])))


def ranking(labels: NDArray[np.int64], scores: FloatArray) -> Ranking:
    """Of images with labels (N,), 1 = fake, by finite scores (N,); both classes must be there."""
    order = np.argsort(scores, kind="stable")[::-1]
    ranked = scores[order]
    ends = np.append(np.flatnonzero(ranked[1:] != ranked[:-1]), ranked.size - 1)
    fakes = np.cumsum(labels[order])[ends]
    return Ranking(ranked[ends], ends + 1 - fakes, fakes)


def _from_none(shares: FloatArray) -> FloatArray:
    return np.concatenate([[0.0], shares])
