"""How far a detector's scores can be taken at their word: a threshold, calibration error, bootstrap intervals."""

import numpy as np
import numpy.typing as npt

from engine.ranking import ranking

FloatArray = npt.NDArray[np.float64]
Interval = tuple[float, float]
BINS = 10
_AT_ONCE = 50, 2_500_000  # resamples, and images drawn in them all, so that memory stays small


def best_threshold(labels: npt.ArrayLike, logits: npt.ArrayLike) -> float:
    """The logit above which fake is said, where the mean of real and fake accuracy is highest (Youden's J).

    Half-way to the next lower logit, so that rounding decides nothing; 0 where a class is missing.
    """
    truth, values = np.asarray(labels, np.int64), np.asarray(logits, np.float64)
    if not 0 < truth.sum() < truth.size:
        return 0.0
    ranked = ranking(truth, values)
    lowest_fake = ranked.thresholds[np.argmax(ranked.fakes / ranked.fakes[-1] - ranked.reals / ranked.reals[-1])]
    below = values[values < lowest_fake]
    return float(lowest_fake + below.max()) / 2 if below.size else float(lowest_fake) - 1e-3


def probabilities(logits: npt.ArrayLike) -> FloatArray:
    """Sigmoid of logits of any size."""
    values = np.asarray(logits, np.float64)
    small = np.exp(-np.abs(values))
    result: FloatArray = np.where(values >= 0, 1, small) / (1 + small)
    return result


def reliability(labels: npt.ArrayLike, logits: npt.ArrayLike) -> tuple[FloatArray, FloatArray, FloatArray]:
    """(images, mean probability, share of fakes) in each of 10 equal bins of probability; NaN where a bin is empty."""
    truth, said = np.asarray(labels, np.float64), probabilities(logits)
    places = np.minimum((said * BINS).astype(int), BINS - 1)
    counts = np.bincount(places, minlength=BINS).astype(np.float64)
    with np.errstate(invalid="ignore"):
        mean_said = np.bincount(places, said, BINS) / counts
        mean_true = np.bincount(places, truth, BINS) / counts
    return counts, mean_said, mean_true


def expected_calibration_error(labels: npt.ArrayLike, logits: npt.ArrayLike) -> float | None:
    """Mean distance between probability and share of fakes, weighted by images (arXiv 1706.04599); None if empty."""
    counts, said, true = reliability(labels, logits)
    total = counts.sum()
    return float(np.nansum(counts * np.abs(said - true)) / total) if total else None


def intervals(
    labels: npt.ArrayLike,
    logits: npt.ArrayLike,
    groups: npt.NDArray[np.int64] | None = None,
    *,
    resamples: int = 1000,
    level: float = 0.95,
    seed: int = 0,
) -> dict[str, Interval]:
    """Bootstrap intervals (percentiles) of the figures of `engine.evaluation.metrics.scores`, by their names.

    ``groups`` (N,) numbers what belongs together, such as tiles of one photograph: whole groups are drawn with
    replacement (cluster bootstrap, Davison and Hinkley 1997, section 3.8), as images that resemble one another say
    less than as many strangers. Without it each image stands alone. Groups of real images, of fake ones and of both
    are drawn apart. A figure that is undefined has no interval.
    """
    truth, values = np.asarray(labels, np.int64), np.asarray(logits, np.float64)
    if not truth.size:
        return {}
    rng = np.random.default_rng(seed)
    order = np.argsort(-values, kind="stable")
    numbers = np.arange(truth.size) if groups is None else np.unique(groups, return_inverse=True)[1]
    numbers, truth, values = numbers[order], truth[order], values[order]
    strata = [_Stratum(numbers, members) for members in _alike(numbers, truth) if members.any()]
    ends = np.append(np.flatnonzero(np.diff(values)), truth.size - 1)  # the last of each group of equal scores
    decided = int((values > 0).sum())
    parts = []
    at_once = max(1, min(_AT_ONCE[0], _AT_ONCE[1] // truth.size))
    for start in range(0, resamples, at_once):
        count = min(at_once, resamples - start)
        drawn = _drawn(rng, strata, truth.size, count)
        real, fake = (np.cumsum(np.where(truth == label, drawn, 0.0), axis=1) for label in (0, 1))
        parts.append(_figures(real, fake, ends, decided))
    tail = (1 - level) / 2
    return {
        name: (float(low), float(high))
        for name in parts[0]
        for low, high in [np.quantile(np.concatenate([part[name] for part in parts]), (tail, 1 - tail))]
    }


def gain_error(
    labels: npt.ArrayLike, better: npt.ArrayLike, worse: npt.ArrayLike, groups: npt.NDArray[np.int64]
) -> float:
    """Standard error of the mean gain in AUC of the rows of ``better`` over those of ``worse``, logits (M, N) each.

    Of drawing other images: both are judged on the same, and whole groups (N,) belong together (DeLong et al. 1988,
    with the clusters of Obuchowski 1997). Not of training again. 0 where a class or all but one group is missing.
    """
    truth, numbers = np.asarray(labels, np.int64), np.unique(groups, return_inverse=True)[1]
    counts = np.bincount(truth, minlength=2)
    num_groups = int(numbers.max(initial=-1)) + 1
    if not counts.all() or num_groups < 2:
        return 0.0
    rows = zip(np.asarray(better, np.float64), np.asarray(worse, np.float64), strict=True)
    gains = np.mean([_placements(truth, one) - _placements(truth, other) for one, other in rows], axis=0)
    apart = (gains - gains[truth == 1].mean()) / counts[truth]
    by_group = np.bincount(numbers, apart, minlength=num_groups)
    return float(np.sqrt(num_groups / (num_groups - 1) * np.square(by_group).sum()))


def _placements(truth: npt.NDArray[np.int64], values: FloatArray) -> FloatArray:
    """For each image (N,) the share of the other class's images that it is ranked rightly against; ties count half."""
    placed = np.empty(truth.size)
    for label in (0, 1):
        others = np.sort(values[truth != label])
        own = values[truth == label]
        below = (np.searchsorted(others, own, "left") + np.searchsorted(others, own, "right")) / (2 * others.size)
        placed[truth == label] = below if label else 1 - below
    return placed


class _Stratum:
    """Groups that are drawn among one another: the places of their images, and which group each is of."""

    def __init__(self, numbers: npt.NDArray[np.int64], members: npt.NDArray[np.bool_]) -> None:
        self.places = np.flatnonzero(members)
        found, self.group_of = np.unique(numbers[members], return_inverse=True)
        self.size = len(found)


def _alike(numbers: npt.NDArray[np.int64], truth: npt.NDArray[np.int64]) -> list[npt.NDArray[np.bool_]]:
    """Which images are of groups that hold real ones alone, fake ones alone, and both."""
    has_real, has_fake = (np.bincount(numbers, truth == label)[numbers] > 0 for label in (0, 1))
    return [has_real & ~has_fake, has_fake & ~has_real, has_real & has_fake]


def _drawn(rng: np.random.Generator, strata: list[_Stratum], num_images: int, count: int) -> FloatArray:
    """How often each image is drawn with its group, (count, N)."""
    drawn = np.zeros((count, num_images))
    for stratum in strata:
        times = rng.multinomial(stratum.size, np.full(stratum.size, 1 / stratum.size), size=count)
        drawn[:, stratum.places] = times[:, stratum.group_of]
    return drawn


def _figures(real: FloatArray, fake: FloatArray, ends: npt.NDArray[np.int64], decided: int) -> dict[str, FloatArray]:
    """Figures of each resample from running counts of real and fake images, (count, N), highest score first."""
    reals, fakes = real[:, -1], fake[:, -1]
    false_alarms = real[:, decided - 1] if decided else np.zeros(len(real))
    hits = fake[:, decided - 1] if decided else np.zeros(len(fake))
    figures = {"accuracy": (reals - false_alarms + hits) / (reals + fakes)}
    if reals[0]:
        figures["real_accuracy"] = 1 - false_alarms / reals
    if fakes[0]:
        figures["fake_accuracy"] = hits / fakes
    if reals[0] and fakes[0]:
        alarm_counts, hit_counts = real[:, ends], fake[:, ends]
        figures["auc"], figures["eer"] = _ranking(alarm_counts / reals[:, None], hit_counts / fakes[:, None])
        figures["ap"] = _average_precision(alarm_counts, hit_counts)
    return figures


def _ranking(alarms: FloatArray, hits: FloatArray) -> tuple[FloatArray, FloatArray]:
    """AUC and EER from the points of each ROC curve (count, points), without the origin."""
    alarms, hits = (np.pad(rates, ((0, 0), (1, 0))) for rates in (alarms, hits))
    auc = ((hits[:, 1:] + hits[:, :-1]) / 2 * np.diff(alarms, axis=1)).sum(axis=1)
    gap = alarms - (1 - hits)  # rises from -1 to 1
    after = np.argmax(gap >= 0, axis=1)
    rows = np.arange(len(gap))
    low, high = gap[rows, after - 1], gap[rows, after]
    share = -low / (high - low)
    before = alarms[rows, after - 1]
    return auc, before + share * (alarms[rows, after] - before)


def _average_precision(alarms: FloatArray, hits: FloatArray) -> FloatArray:
    gains = np.diff(hits, axis=1, prepend=0)
    said = np.maximum(alarms + hits, 1)
    precision: FloatArray = hits / said
    result: FloatArray = (precision * gains).sum(axis=1) / hits[:, -1]
    return result
