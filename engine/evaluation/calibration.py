"""Which scale makes a detector's probabilities true: Platt's two numbers, one temperature, or none at all."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from engine.evaluation.judgement import Method, ProbabilityScale
from engine.evaluation.reliability import probabilities

FloatArray = npt.NDArray[np.float64]
Groups = npt.NDArray[np.int64]
FEWEST = 10  # images of each class, and ...
FEWEST_GROUPS = 4  # ... of strangers to one another: fewer say nothing about others
FOLDS = 5
STEEPEST, FLATTEST = 100.0, 0.01  # slopes: a sure answer that is wrong once must not cost without end


def log_loss(labels: npt.ArrayLike, scaled: npt.ArrayLike) -> float:
    """Mean of -log of the probability that was given to the truth; ``scaled`` are logits (N,) of the probabilities."""
    return float(_losses(np.asarray(labels, np.float64), np.asarray(scaled, np.float64)).mean())


def fitted_scale(labels: npt.ArrayLike, logits: npt.ArrayLike, groups: npt.ArrayLike | None = None) -> ProbabilityScale:
    """The scale of the lowest log loss on images that it was not fitted to, among Platt's, temperature and identity.

    ``groups`` (N,) numbers what belongs together; whole groups are held out (cross-validation). Platt 1999 for slope
    and offset; arXiv 1706.04599 for the temperature, whose inverse is the slope. Identity where neither helps; without
    a method where there are too few images, one class alone or an answer that is no finite number.
    """
    truth, values = np.asarray(labels, np.float64), np.asarray(logits, np.float64)
    numbers = np.arange(truth.size) if groups is None else np.unique(np.asarray(groups), return_inverse=True)[1]
    fakes, num_groups = int(truth.sum()), int(numbers.max(initial=-1)) + 1
    if min(fakes, truth.size - fakes) < FEWEST or num_groups < FEWEST_GROUPS or not np.isfinite(values).all():
        return ProbabilityScale()
    held_out: dict[Method, float] = dict.fromkeys(("identity", "temperature", "platt"), 0.0)
    for fitted, judged in _folds(truth, numbers, num_groups):
        if truth[fitted].min() == truth[fitted].max():
            return ProbabilityScale()
        for method in held_out:
            scale = fit(method, truth[fitted], values[fitted])
            held_out[method] += float(_losses(truth[judged], scale.scaled(values[judged])).sum())
    return fit(min(held_out, key=lambda method: held_out[method]), truth, values)


def fit(method: Method, labels: FloatArray, logits: FloatArray) -> ProbabilityScale:
    """Least log loss against Platt's targets, a little inside 0 and 1: the slope of separable classes is finite."""
    if method == "identity":
        return ProbabilityScale(method=method)
    fakes = labels.sum()
    targets = np.where(labels == 1, (fakes + 1) / (fakes + 2), 1 / (labels.size - fakes + 2))
    features = np.stack([logits, np.full_like(logits, method == "platt")])

    def loss(numbers: FloatArray) -> tuple[float, FloatArray]:
        scaled = numbers @ features
        return float(_losses(targets, scaled).mean()), features @ (probabilities(scaled) - targets) / logits.size

    found = minimize(
        loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B", bounds=[(FLATTEST, STEEPEST), (None, None)]
    )
    slope, offset = map(float, found.x)
    return ProbabilityScale(slope, offset, method)


def _folds(
    truth: FloatArray, numbers: Groups, num_groups: int
) -> Iterator[tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]]:
    """Which images are fitted to and which are held out: whole groups, dealt out by their share of fakes and size."""
    sizes = np.bincount(numbers, minlength=num_groups)
    shares = np.bincount(numbers, truth, minlength=num_groups) / sizes
    fold_of = np.empty(num_groups, np.int64)
    fold_of[np.lexsort((sizes, shares))] = np.arange(num_groups) % min(FOLDS, num_groups)
    for fold in range(min(FOLDS, num_groups)):
        judged = fold_of[numbers] == fold
        yield ~judged, judged


def _losses(targets: FloatArray, scaled: FloatArray) -> FloatArray:
    losses: FloatArray = np.logaddexp(0, scaled) - targets * scaled
    return losses
