"""The figures behind a card's charts, for whoever draws them: the card itself, and the window's page of results."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.evaluation.evaluate import Evaluation
from engine.evaluation.reliability import reliability
from engine.ranking import Ranking, ranking
from engine.trained.comparison import Comparison

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many images of either class are decided rightly and wrongly at a threshold."""

    real_right: int
    real_wrong: int
    fake_right: int
    fake_wrong: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a student does as its teacher: share of images decided alike at logit 0, and Pearson correlations.

    ``scores`` is over images, ``maps`` the mean over images of that over cells; None where either does not vary.
    """

    images: int
    same: float
    scores: float | None
    maps: float | None


def confusion(evaluation: Evaluation, threshold: float) -> Confusion:
    """Decisions at a logit, above which fake is said."""
    fakes, called = evaluation.labels == 1, evaluation.logits > threshold
    real_wrong, fake_right = int((called & ~fakes).sum()), int((called & fakes).sum())
    return Confusion(int((~fakes).sum()) - real_wrong, real_wrong, fake_right, int(fakes.sum()) - fake_right)


def roc(evaluation: Evaluation) -> Points:
    """(share of real images called fake, share of fake images found) at every threshold."""
    alarms, hits = _ranking(evaluation).curve
    return list(zip(alarms.tolist(), hits.tolist(), strict=True))


def precision_recall(evaluation: Evaluation) -> Points:
    """(recall, precision) at every threshold."""
    precision, recall = _ranking(evaluation).precision_recall
    return list(zip(recall.tolist(), precision.tolist(), strict=True))


def has_both(evaluation: Evaluation) -> bool:
    """Whether there are images of both classes, without which no curve can be drawn."""
    return bool(0 < evaluation.labels.sum() < evaluation.labels.size)


def reliability_points(labels: npt.ArrayLike, scaled: npt.ArrayLike) -> Points:
    """(probability as said, share of fakes in truth) of the bins that hold images."""
    counts, said, true = reliability(labels, scaled)
    return [(float(a), float(b)) for a, b, count in zip(said, true, counts, strict=True) if count]


def agreement(comparison: Comparison) -> Agreement | None:
    """How far the student does as its teacher; None without a teacher, or images."""
    targets, own = comparison.targets, comparison.student.logits
    if targets is None or comparison.correlations is None or not own.size:
        return None
    shaped = comparison.correlations[np.isfinite(comparison.correlations)]
    both_vary = own.std() > 0 and targets.std() > 0
    return Agreement(
        int(own.size),
        float(((own > 0) == (targets > 0)).mean()),
        float(np.corrcoef(own, targets)[0, 1]) if both_vary else None,
        float(shaped.mean()) if shaped.size else None,
    )


def _ranking(evaluation: Evaluation) -> Ranking:
    return ranking(evaluation.labels.astype(np.int64), evaluation.logits)
