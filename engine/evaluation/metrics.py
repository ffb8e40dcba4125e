"""Figures of a detector on labelled images: AUC, AP, accuracies and equal error rate."""

import numpy as np
import numpy.typing as npt

from engine.events import Scores
from engine.ranking import ranking

FloatArray = npt.NDArray[np.float64]


def scores(labels: npt.ArrayLike, logits: npt.ArrayLike) -> Scores:
    """Figures of image logits (N,) against labels (N,), 1 = fake; the decision is logit > 0.

    Ranking figures need both classes and a number for every image, and are None (undefined) otherwise; an image
    without a number is never right.
    """
    truth = np.asarray(labels, dtype=np.int64)
    given = np.asarray(logits, dtype=np.float64)
    if truth.size == 0:
        return Scores(images=0)
    known, values = ~np.isnan(given), np.nan_to_num(given)  # infinite logits rank as the extremes
    right = known & ((values > 0) == (truth == 1))
    ranked = ranking(truth, values) if 0 < truth.sum() < truth.size and known.all() else None
    return Scores(
        images=int(truth.size),
        auc=ranked.area if ranked else None,
        ap=ranked.average_precision if ranked else None,
        accuracy=float(right.mean()),
        real_accuracy=_mean(right[truth == 0]),
        fake_accuracy=_mean(right[truth == 1]),
        eer=equal_error_rate(*ranked.curve) if ranked else None,
    )


def auc(labels: npt.ArrayLike, logits: npt.ArrayLike) -> float | None:
    """Area under the ROC curve; None where it is undefined."""
    return scores(labels, logits).auc


def equal_error_rate(false_alarms: FloatArray, hits: FloatArray) -> float:
    """Error rate where false alarms and misses are equally frequent, interpolated on the ROC curve of both shares."""
    misses = 1 - hits
    after = int(np.argmax(false_alarms >= misses))
    before = max(after - 1, 0)
    gap_before = misses[before] - false_alarms[before]
    gap_after = false_alarms[after] - misses[after]
    share = gap_before / (gap_before + gap_after) if gap_before + gap_after > 0 else 0.0
    return float(false_alarms[before] + share * (false_alarms[after] - false_alarms[before]))


def _mean(values: npt.NDArray[np.bool_]) -> float | None:
    return float(values.mean()) if values.size else None
