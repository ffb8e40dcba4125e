"""Another head for a teacher whose own is at chance: found at once, on features of its last layer computed once."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.data.batches.loader import Batch, ImageLoader
from engine.data.batches.shown import ViewedPicture
from engine.data.listing.image_list import ImageList
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import digest_of, keep
from engine.errors import TeacherError
from engine.evaluation.calibration import log_loss
from engine.events.progress import ReportProgress
from engine.teacher.teacher import Teacher

FloatArray = NDArray[np.float64]
STRENGTHS = tuple(10.0**power for power in range(-5, 4))  # inverse of the penalty, from the strongest on
ITERATIONS = 2000
SMALLEST_SPREAD = 1e-3  # of the largest one: of a feature that hardly varies only noise would be raised to size


@dataclass(frozen=True, slots=True)
class ImageFeatures:
    """Mean features (N, C) of the images that could be read, and their entries."""

    entries: ImageList
    features: FloatArray

    @property
    def labels(self) -> NDArray[np.int64]:
        """0 real, 1 fake, (N,)."""
        return self.entries.labels.astype(np.int64)

    def logits(self, weight: FloatArray, bias: float) -> FloatArray:
        """Image logits (N,) of a head: of a linear one, the mean of the map is its answer to the mean feature."""
        result: FloatArray = self.features @ weight + bias
        return result


@dataclass(frozen=True, slots=True)
class FittedHead:
    """Weight (C,) and bias of the head, and the strength (inverse penalty) that was chosen."""

    weight: FloatArray
    bias: float
    strength: float


def collect_features(
    teacher: Teacher, loader: ImageLoader, batches: Iterable[Batch], cache: ArrayCache, progress: ReportProgress
) -> ImageFeatures:
    """Ask the teacher about every image of the batches, but for what ``cache`` holds of an earlier call."""
    places: list[int] = []
    rows = [np.zeros((0, teacher.detector.network.fc.in_features))]
    for batch in batches:
        rows.append(_of_batch(teacher, batch, cache))
        places.extend(batch.indices.tolist())
        progress(len(places), len(loader.entries))
    order = np.argsort(places, kind="stable")
    return ImageFeatures(loader.entries.take(np.array(places, np.int64)[order]), np.concatenate(rows)[order])


def _of_batch(teacher: Teacher, batch: Batch, cache: ArrayCache) -> FloatArray:
    keys = [_key(teacher, one, batch.images) for one in batch.seen]
    found = [cache.get(key) for key in keys]
    missing = [number for number, answer in enumerate(found) if answer is None]
    if missing:
        asked = teacher.mean_features(batch.images[missing].to(teacher.device)).cpu().numpy()
        for number, row in zip(missing, asked, strict=True):
            found[number] = keep(row)
        cache.put([(keys[number], kept) for number in missing if (kept := found[number]) is not None])
    return np.stack([answer.array for answer in found if answer is not None]).astype(np.float64)


def _key(teacher: Teacher, seen: ViewedPicture, images: Tensor) -> bytes:
    view, (height, width) = seen.view, images.shape[-2:]
    shown = f"mean features {seen.whole.shape[:2]} {height} {width} {view.top} {view.left} {view.flip}"
    return digest_of(teacher.identity, seen.digest, shown.encode())


def fit_head(train: ImageFeatures, judged: ImageFeatures) -> FittedHead:
    """Logistic regression on training images, with the penalty of the least log loss on the ``judged`` ones.

    TeacherError where an image gives no finite numbers, or one class alone is there.
    """
    for images in (train, judged):
        _require_use(images)
    centre, spread = train.features.mean(0), train.features.std(0)
    scale = np.maximum(spread, SMALLEST_SPREAD * max(float(spread.max()), float(np.finfo(np.float32).tiny)))
    heads = [_fitted((train.features - centre) / scale, train.labels, strength) for strength in STRENGTHS]
    found = [FittedHead(w / scale, b - float(w @ (centre / scale)), c) for w, b, c in heads]
    return min(found, key=lambda head: log_loss(judged.labels, judged.logits(head.weight, head.bias)))


def _fitted(features: FloatArray, labels: NDArray[np.int64], strength: float) -> tuple[FloatArray, float, float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, max_iter=ITERATIONS).fit(features, labels)
    return model.coef_[0], float(model.intercept_[0]), strength


def _require_use(images: ImageFeatures) -> None:
    if not np.isfinite(images.features).all():
        raise TeacherError(
            "The teacher's last layer gives NaN or infinite numbers, so no head can be fitted to it.",
            "Choose another checkpoint, or check that the teacher's input filter is the one it was trained with.",
        )
    if len(set(images.labels.tolist())) < 2:
        raise TeacherError(
            "Of one class no image could be read, so no head can be fitted that tells real from fake.",
            "Check the folders of training and validation images.",
        )


def with_head(network_state: dict[str, Tensor], head: FittedHead) -> dict[str, Tensor]:
    """The weights with that head in place of their own."""
    return network_state | {
        "fc.weight": torch.from_numpy(head.weight[None]).float(),
        "fc.bias": torch.tensor([head.bias], dtype=torch.float32),
    }


def own_head(teacher: Teacher) -> tuple[FloatArray, float]:
    """Weight (C,) and bias of the head that the teacher came with."""
    head = teacher.detector.network.fc
    return head.weight[0].double().cpu().numpy(), float(head.bias[0])
