"""Scores a detector on every image of a loader, overall and by source folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.data.batches.loader import Batch, ImageLoader
from engine.data.listing.image_list import ImageList
from engine.data.listing.sources import places_by_source
from engine.evaluation.metrics import scores
from engine.events import Scores
from engine.events.progress import ReportProgress
from engine.models.detector import PatchDetector
from engine.models.pooling import pool
from engine.models.tiling import Tiling
from engine.settings import StudentSettings


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Image logits (N,) and labels (N,) of the images that could be read, with their entries."""

    entries: ImageList
    labels: np.ndarray
    logits: np.ndarray

    @property
    def overall(self) -> Scores:
        """Figures over all images."""
        return scores(self.labels, self.logits)

    @property
    def places_by_source(self) -> dict[str, NDArray[np.int64]]:
        """Places of the images by which each source is judged, sorted by its name."""
        return places_by_source(self.entries)

    @property
    def by_source(self) -> dict[str, Scores]:
        """Figures of each source; one of fakes alone is judged beside reals of others."""
        places = self.places_by_source
        return {name: scores(self.labels[chosen], self.logits[chosen]) for name, chosen in places.items()}

    @property
    def task_loss(self) -> float:
        """Mean binary cross-entropy of the image logits."""
        return float(np.mean(np.logaddexp(0, self.logits) - self.labels * self.logits))


def evaluate(
    image_logits: Callable[[Tensor], Tensor], loader: ImageLoader, device: torch.device, progress: ReportProgress
) -> Evaluation:
    """Run uint8 batches through ``image_logits`` -> (B,); the loader's control can stop it at any batch."""
    return evaluate_batches(lambda batch: image_logits(batch.images.to(device)), loader, progress)


def answers(
    image_logits: Callable[[Batch], Tensor], loader: ImageLoader
) -> Iterator[tuple[list[int], NDArray[np.float64]]]:
    """Places of the next images that could be read, and their logits (B,), a batch at a time."""
    for batch in loader.judged_batches():
        places, logits = batch.indices.tolist(), np.zeros(0)
        if places:
            with torch.no_grad():
                logits = image_logits(batch).double().cpu().numpy()
        del batch  # a large picture makes room for the next
        yield places, logits


def evaluate_batches(
    image_logits: Callable[[Batch], Tensor], loader: ImageLoader, progress: ReportProgress
) -> Evaluation:
    """As `evaluate`, but the function is given the whole batch: a teacher looks up kept maps by what a batch shows."""
    total = len(loader.entries)
    indices: list[int] = []
    logits: list[np.ndarray] = []
    for places_of_batch, logits_of_batch in answers(image_logits, loader):
        indices.extend(places_of_batch)
        logits.append(logits_of_batch)
        progress(min(len(indices) * loader.world.size, total), total)
    gather = loader.world.gather
    places = gather(torch.tensor(indices, dtype=torch.int64)).numpy()
    scored = gather(torch.from_numpy(np.concatenate(logits or [np.zeros(0)]))).numpy()
    order = np.argsort(places, kind="stable")
    entries = loader.entries.take(places[order])
    return Evaluation(entries, entries.labels.astype(np.float64), scored[order])


@dataclass(frozen=True, slots=True)
class Judge:
    """What a detector says of pictures of any size: the map, tile by tile, and the image's logit over all its cells."""

    detector: PatchDetector
    pooling: StudentSettings

    def map(self, images: Tensor) -> Tensor:
        """uint8 (B, 3, H, W) to patch logits (B, 1, h, w); GeometryError where no patch fits."""
        return self.tiling(self.detector, images)

    @property
    def tiling(self) -> Tiling:
        """How large pictures are cut for it."""
        return Tiling.of(self.detector)

    def pooled(self, patch_logits: Tensor) -> Tensor:
        """Maps (B, 1, h, w) to image logits (B,)."""
        pooling = self.pooling
        return pool(patch_logits, pooling.pooling, pooling.topk_ratio, pooling.topk_minimum)

    def __call__(self, images: Tensor) -> Tensor:
        """uint8 (B, 3, H, W) to image logits (B,)."""
        return self.pooled(self.map(images))
