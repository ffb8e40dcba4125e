"""What 8 bits cost: AUC lost overall and by source, decisions that flip, and the images that change most."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageList
from engine.data.listing.sources import places_by_source
from engine.evaluation.metrics import auc

LARGEST_AUC_LOSS = 0.005
WORST_IMAGES = 5

FloatArray = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class ChangedImage:
    """An image and its score before and after."""

    path: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Audit:
    """Losses are positive where 8 bits are worse; None where a source has one class only."""

    auc_loss: float | None
    auc_loss_by_source: dict[str, float | None]
    flips: int
    images: int
    worst: tuple[ChangedImage, ...]

    @property
    def passed(self) -> bool:
        """At most 0.005 of AUC is lost, and it is known."""
        return self.auc_loss is not None and self.auc_loss <= LARGEST_AUC_LOSS


def audit(entries: Sequence[ImageEntry], before: FloatArray, after: FloatArray, threshold: float) -> Audit:
    """Scores (N,) of the same images before and after; decisions are scores above the threshold."""
    labels = np.array([entry.label for entry in entries])
    worst = np.argsort(-np.abs(after - before))[:WORST_IMAGES]
    return Audit(
        auc_loss=_loss(labels, before, after),
        auc_loss_by_source={
            name: _loss(labels[places], before[places], after[places])
            for name, places in places_by_source(ImageList.of(entries)).items()
        },
        flips=int(((before > threshold) != (after > threshold)).sum()),
        images=len(entries),
        worst=tuple(ChangedImage(str(entries[i].path), float(before[i]), float(after[i])) for i in worst),
    )


def _loss(labels: NDArray[np.int64], before: FloatArray, after: FloatArray) -> float | None:
    was, became = auc(labels, before), auc(labels, after)
    return None if was is None or became is None else was - became
