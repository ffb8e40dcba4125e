"""How the student holds when pictures are compressed again, resized or cropped before it sees them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image

from engine.control import RunControl
from engine.data.batches.order import sample
from engine.data.images.decoding import Pixels, UnreadableImageError, decode
from engine.data.images.degradations import recompressed
from engine.data.images.views import extended, judged_view
from engine.data.listing.entries import ImageEntry
from engine.evaluation.metrics import auc
from engine.events import Emit, Progress
from engine.trained.opened import TrainedStudent

JPEG_QUALITIES = (95, 90, 80, 70, 60, 50)
SCALES = (0.5, 0.75, 1.25, 1.5)
CROPS = (0.9, 0.75, 0.5)
MOST_IMAGES = 300
BATCH = 16


@dataclass(frozen=True, slots=True)
class Condition:
    """What is done to a picture: a kind (JPEG, size, crop), its strength, and how to do it."""

    kind: str
    strength: float
    apply: Callable[[Pixels], Pixels]


@dataclass(frozen=True, slots=True)
class Robustness:
    """The student's AUC under a condition; None without both classes."""

    kind: str
    strength: float
    auc: float | None


def conditions() -> tuple[Condition, ...]:
    """Untouched first."""
    return (
        Condition("untouched", 1.0, lambda pixels: pixels),
        *(Condition("JPEG", quality, lambda p, q=quality: recompressed(p, q)) for quality in JPEG_QUALITIES),  # type: ignore[misc]
        *(Condition("size", scale, lambda p, s=scale: scaled(p, s)) for scale in SCALES),  # type: ignore[misc]
        *(Condition("crop", share, lambda p, s=share: cropped(p, s)) for share in CROPS),  # type: ignore[misc]
    )


def measure(
    student: TrainedStudent, entries: Sequence[ImageEntry], control: RunControl, emit: Emit
) -> tuple[int, list[Robustness]]:
    """Number of images (at most 300, both classes alike) and figures under each condition."""
    chosen = entries if len(entries) <= MOST_IMAGES else sample(entries, MOST_IMAGES, 0)
    tried = conditions()
    answers: list[list[np.ndarray]] = [[] for _ in tried]
    labels: list[int] = []
    for start in range(0, len(chosen), BATCH):
        control.check()
        pictures = []
        for entry in chosen[start : start + BATCH]:
            try:
                pictures.append(decode(entry.path, student.settings.data.max_megapixels))
            except UnreadableImageError:
                continue  # it was named when the images were evaluated
            labels.append(entry.label)
        for found, condition in zip(answers, tried, strict=True):
            if pictures:
                found.append(_answers(student, [condition.apply(picture) for picture in pictures]))
        emit(Progress(task="robustness", done=min(start + BATCH, len(chosen)), total=len(chosen)))
    return len(labels), [
        Robustness(condition.kind, condition.strength, auc(labels, np.concatenate(found)) if found else None)
        for condition, found in zip(tried, answers, strict=True)
    ]


def scaled(pixels: Pixels, factor: float) -> Pixels:
    """The picture with its sides times ``factor`` (bilinear with antialiasing)."""
    height, width = (max(1, round(side * factor)) for side in pixels.shape[:2])
    return np.array(Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR))


def cropped(pixels: Pixels, share: float) -> Pixels:
    """The middle of the picture, that share of each side."""
    height, width = (max(1, round(side * share)) for side in pixels.shape[:2])
    top, left = (pixels.shape[0] - height) // 2, (pixels.shape[1] - width) // 2
    return pixels[top : top + height, left : left + width]


@torch.no_grad()
def _answers(student: TrainedStudent, pictures: Sequence[Pixels]) -> np.ndarray:
    """Scores (B,) of the pictures as the student sees them."""
    return np.array([_answer(student, picture) for picture in pictures])


def _answer(student: TrainedStudent, picture: Pixels) -> float:
    picture = extended(picture, student.least_side)  # a small one that was made smaller still
    seen = judged_view(picture, student.settings.data, student.stride, student.least_side)
    image = torch.from_numpy(np.require(seen, requirements=("C", "W"))).permute(2, 0, 1)[None]
    return float(student.student.image_logits(image.to(student.student.device)))
