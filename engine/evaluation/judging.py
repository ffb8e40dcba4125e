"""Chooses on validation how a student's logits are judged: the scale of probabilities, and thresholds."""

import numpy as np
import numpy.typing as npt

from engine.data.scan.related import belonging_together
from engine.evaluation.calibration import fitted_scale
from engine.evaluation.evaluate import Evaluation
from engine.evaluation.judgement import CONFIDENCE, FalseAlarms, Judgement
from engine.evaluation.reliability import best_threshold

FloatArray = npt.NDArray[np.float64]
RATES = (0.05, 0.01)  # of false alarms
_RESAMPLES = 1000
_AT_ONCE = 2_500_000  # draws, so that memory stays small


def judgement_on(validation: Evaluation) -> Judgement:
    """What the validation images say of threshold, probabilities and false alarms."""
    labels, logits, groups = validation.labels, validation.logits, belonging_together(validation.entries)
    if not np.isfinite(logits).all():
        return Judgement()
    reals = labels == 0
    alarms = (false_alarms(logits[reals], groups[reals], rate, logits[~reals]) for rate in RATES if reals.any())
    return Judgement(best_threshold(labels, logits), fitted_scale(labels, logits, groups), tuple(alarms))


def false_alarms(
    reals: FloatArray, groups: npt.NDArray[np.int64], rate: float, fakes: npt.ArrayLike = ()
) -> FalseAlarms:
    """The lowest threshold that a new real picture exceeds with at most that probability, by logits (N,) of real ones.

    A new one takes any place among the n sorted logits alike (split conformal prediction, Vovk et al. 2005), so
    (n + 1) * rate - 1 of them, rounded down, may lie above. Of fewer than 1 / rate - 1 none may, and even that does not
    make the rate sure. It is half-way to the next higher logit, so that rounding decides nothing.
    """
    allowed = max(int((reals.size + 1) * rate + 1e-9) - 1, 0)
    highest = float(np.sort(reals)[reals.size - 1 - allowed])
    others = np.concatenate([reals, np.asarray(fakes, np.float64)])
    above = others[others > highest]
    threshold = (highest + float(above.min())) / 2 if above.size else highest + 1e-3
    called = reals > threshold
    numbers = np.unique(groups, return_inverse=True)[1]
    low, high = _interval(called, numbers)
    return FalseAlarms(rate, threshold, float(called.mean()), low, high, int(reals.size), int(numbers.max()) + 1)


def _interval(called: npt.NDArray[np.bool_], numbers: npt.NDArray[np.int64]) -> tuple[float, float]:
    """The share of real pictures that are called fake: cluster bootstrap, whole groups drawn with replacement.

    Its upper end is at least what no false alarm in as many strangers leaves possible (Hanley and Lippman-Hand 1983):
    a bootstrap of none says none.
    """
    sizes = np.bincount(numbers)
    alarms = np.bincount(numbers, called)
    count, rng = len(sizes), np.random.default_rng(0)
    shares = []
    for start in range(0, _RESAMPLES, at_once := max(1, _AT_ONCE // count)):
        times = rng.multinomial(count, np.full(count, 1 / count), size=min(at_once, _RESAMPLES - start))
        shares.append(times @ alarms / (times @ sizes))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(np.concatenate(shares), (tail, 1 - tail))
    return float(low), max(float(high), 1 - (1 - CONFIDENCE) ** (1 / count))
