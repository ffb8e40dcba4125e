"""Which view the teacher tells real from fake best in: at a wrong size, or resized, what it looks for may be gone."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from statistics import median

import numpy as np
import torch

from engine.control import RunControl
from engine.data.batches.shown import ViewedPicture
from engine.data.images.absent_folders import read_when_there
from engine.data.images.decoding import Pixels, UnreadableImageError, decode, read_header
from engine.data.images.views import View, evaluation_view
from engine.data.listing.image_list import ImageList
from engine.data.stores.disk_store import keep
from engine.evaluation.metrics import scores
from engine.events import TeacherView
from engine.events.progress import ReportProgress
from engine.settings import DataSettings
from engine.teacher.teacher import Teacher

WORTH_TRYING = 0.95  # AUC below which another view can be clearly better
SIZES = (128, 256)  # px, besides the one that is set


def try_views(
    teacher: Teacher, entries: ImageList, settings: DataSettings, control: RunControl, progress: ReportProgress
) -> tuple[TeacherView, ...]:
    """The teacher's AUC on some images in every view that their sizes allow, the best first; none where none is left.

    Crops are the middle ones, as large as those of training. Each picture is decoded once, and what the teacher said of
    a view is kept like any other map. Images that cannot be read are left out.
    """
    views: Sequence[DataSettings] = ()
    labels, logits = list[float](), list[list[float]]()
    sizes = _sizes(entries, settings.max_megapixels, control)
    if sizes:
        views = list(candidates(sizes, settings))
    for number, entry in enumerate(entries if len(views) > 1 else ()):
        control.check()
        try:
            picture = read_when_there(entry.path, partial(decode, entry.path, settings.max_megapixels), control)
        except UnreadableImageError:
            continue
        shown = [evaluation_view(picture, view, teacher.geometry.stride) for view in views]
        logits.append([_image_logit(teacher, pixels) for pixels in shown])
        labels.append(float(entry.label))
        progress(number + 1, len(entries))
    if len(set(labels)) < 2:
        return ()
    found = [
        TeacherView(
            view=view.view,
            size=view.size,
            chosen=number == 0,
            images=len(labels),
            auc=scores(np.array(labels), np.array(of_view)).auc or 0.0,
        )
        for number, (view, of_view) in enumerate(zip(views, zip(*logits, strict=True), strict=True))
    ]
    return tuple(sorted(found, key=lambda view: -view.auc))


def candidates(sides: Sequence[int], settings: DataSettings) -> Iterator[DataSettings]:
    """The view that is set, then those that most pictures are large enough for; ``sides`` are their smaller ones."""
    usual = median(sides)
    yield settings
    for size in sorted({*SIZES, settings.size}):
        for view in ("resize", "crop"):
            other = settings.model_copy(update={"view": view, "size": size})
            if size < usual and (view, size) != (settings.view, settings.size):
                yield other


def _sizes(entries: ImageList, max_megapixels: float, control: RunControl) -> list[int]:
    """The smaller side of every picture that can be opened, in pixels."""
    sides = []
    for entry in entries:
        control.check()
        with suppress(UnreadableImageError):
            header = read_when_there(entry.path, partial(read_header, entry.path, max_megapixels), control)
            sides.append(min(header.width, header.height))
    return sides


def _image_logit(teacher: Teacher, pixels: Pixels) -> float:
    seen = ViewedPicture(keep(pixels).digest, pixels, View())
    images = torch.from_numpy(np.ascontiguousarray(pixels.transpose(2, 0, 1)))[None]
    return float(teacher.remembered(images.to(teacher.device), (seen,)).mean())
