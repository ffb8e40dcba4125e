"""Images in batches: order = f(seed, epoch), augmentation = f(seed, epoch, index), and nothing else decides."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from engine.control import RunControl
from engine.data.cache import DecodedImages
from engine.data.entries import ImageEntry, check_unreadable
from engine.data.image_list import ImageList
from engine.data.images import Pixels, UnreadableImageError, decode
from engine.data.views import evaluation_view, resized, training_view, view_rng
from engine.settings.data import DataSettings

_ORDER, _LABELLED, _REPEATS = 1, 2, 4  # keep the random streams apart


@dataclass(frozen=True, slots=True)
class Batch:
    """Images with what is known of them; ``indices`` are places in the loader's entries."""

    images: Tensor  # uint8 (B, 3, H, W), contiguous
    labels: Tensor  # float32 (B,), 0 real, 1 fake
    labelled: Tensor  # bool (B,), whether the task loss may use the label
    indices: Tensor  # int64 (B,)
    number: int = 0  # place in the epoch; a batch of which nothing could be read leaves a gap


View = tuple[Pixels, int]  # an image as the network sees it, (size, size, 3), and its index


class ImageLoader:
    """Batches of one split, equal for equal (entries, settings, seed), from any batch on.

    A file that cannot be read is left out of its batch and recorded in ``unreadable``; a batch of which nothing
    is left is left out. Iterating raises DataError when more than ``settings.max_unreadable`` of the entries
    fail, and StopRequestedError where ``control`` says stop. ``stride`` (px) is the teacher's: crops start at
    its multiples. ``cache`` may be shared by loaders of equal settings; else each has its own.
    """

    def __init__(
        self,
        entries: Sequence[ImageEntry],
        settings: DataSettings,
        seed: int,
        stride: int = 8,
        control: RunControl | None = None,
        *,
        cache: DecodedImages | None = None,
    ) -> None:
        self.entries = ImageList.of(entries)
        self.unreadable: dict[Path, str] = {}
        self._settings = settings
        self._seed = seed
        self._stride = stride
        self._control = control or RunControl()
        self._cache = DecodedImages(settings.decoded_cache_mb * 2**20) if cache is None else cache
        self._labels = self.entries.labels.astype(np.float32)
        self._labelled = labelled_subset(self._labels, settings.label_fraction, seed)

    @property
    def steps_per_epoch(self) -> int:
        """Batches of an epoch; a last one of a single image is not counted, as it is left out."""
        full, rest = divmod(len(self.entries), self._settings.batch_size)
        return full + (rest >= 2)

    def training_batches(self, epoch: int, first_batch: int = 0) -> Iterator[Batch]:
        """Augmented batches of an epoch in its own order, from ``first_batch`` on.

        Where few images keep their label, they take half of every batch, again and again: else most of a batch
        would say nothing to the task loss, and each label would be seen once where it could be seen often.
        """
        order = epoch_order(len(self.entries), self._seed, epoch)
        if self._labelled.mean() < 0.5:
            order = half_labelled(order, self._labelled, self._settings.batch_size, self._seed, epoch)
        return self._batches(partial(self._training_view, epoch), order, first_batch, self.steps_per_epoch)

    def epoch_batches(self, epoch: int, count: int) -> Iterator[Batch]:
        """The first ``count`` training batches of an epoch, or all where there are fewer."""
        return islice(self.training_batches(epoch), count)

    def evaluation_batches(self) -> Iterator[Batch]:
        """All images once, in the order of the entries, not augmented."""
        steps = math.ceil(len(self.entries) / self._settings.batch_size)
        return self._batches(self._evaluation_view, np.arange(len(self.entries)), 0, steps)

    def close(self) -> None:
        """Free the decoded images; the loader stays usable."""
        self._cache.clear()

    def data_loader(
        self, view: Callable[[int], View | None], index_batches: Iterator[list[int]]
    ) -> DataLoader[Batch | None]:
        """PyTorch's loader in this very process: workers would each commit torch's libraries (WinError 1455)."""
        return DataLoader(
            _Views(view),  # type: ignore[arg-type]  # what collate makes of views is a batch
            batch_sampler=index_batches,
            collate_fn=self._collate,
            num_workers=0,
            pin_memory=False,
            generator=torch.Generator(),  # else each pass draws from the global one, and resuming is not exact
        )

    def _batches(
        self, view: Callable[[int], View | None], order: NDArray[np.int64], first: int, steps: int
    ) -> Iterator[Batch]:
        def index_batches() -> Iterator[list[int]]:
            size = self._settings.batch_size
            for step in range(first, steps):
                self._control.check()
                yield order[step * size : (step + 1) * size].tolist()

        batches = enumerate(self.data_loader(view, index_batches()), start=first)
        return (replace(batch, number=number) for number, batch in batches if batch is not None)

    def _training_view(self, epoch: int, index: int) -> View | None:
        pixels = self._pixels(index)
        if pixels is None:
            return None
        rng = view_rng(self._seed, epoch, index)
        return training_view(pixels, self._settings, rng, self._stride), index

    def _evaluation_view(self, index: int) -> View | None:
        pixels = self._pixels(index)
        return None if pixels is None else (evaluation_view(pixels, self._settings, self._stride), index)

    def _pixels(self, index: int) -> Pixels | None:
        """The decoded image, already resized where the view is the whole picture; None where unreadable."""
        path = self.entries[index].path
        pixels = self._cache.get(path)
        if pixels is None:
            try:
                pixels = decode(path, self._settings.max_megapixels)
            except UnreadableImageError as error:
                self._record_unreadable(path, str(error))
                return None
            if self._settings.view == "resize":
                pixels = resized(pixels, self._settings.size)
            self._cache.put(path, pixels)
        return pixels

    def _record_unreadable(self, path: Path, reason: str) -> None:
        self.unreadable[path] = reason
        examples = [f"{path}: {reason}" for path, reason in self.unreadable.items()]
        check_unreadable(examples, len(examples), len(self.entries), self._settings.max_unreadable)

    def _collate(self, views: list[View | None]) -> Batch | None:
        readable = [view for view in views if view is not None]
        if not readable:
            return None
        indices = np.array([index for _, index in readable], np.int64)
        images = torch.from_numpy(np.stack([pixels for pixels, _ in readable]))
        return Batch(
            images=images.permute(0, 3, 1, 2).contiguous(),
            labels=torch.from_numpy(self._labels[indices]),
            labelled=torch.from_numpy(self._labelled[indices]),
            indices=torch.from_numpy(indices),
        )


class _Views(Dataset[View | None]):
    """A function of the index, as the data set that PyTorch's loader asks for."""

    def __init__(self, view: Callable[[int], View | None]) -> None:
        self._view = view

    def __getitem__(self, index: int) -> View | None:
        return self._view(index)


def epoch_order(num_images: int, seed: int, epoch: int) -> NDArray[np.int64]:
    """The order of the images in an epoch: a permutation of 0 .. num_images - 1."""
    return np.random.default_rng([_ORDER, seed, epoch]).permutation(num_images)


def half_labelled(
    order: NDArray[np.int64], labelled: NDArray[np.bool_], batch_size: int, seed: int, epoch: int
) -> NDArray[np.int64]:
    """The order with the first half of every batch taken by labelled images, each as often as any other."""
    rng = np.random.default_rng([_REPEATS, seed, epoch])
    places = np.arange(len(order)) % batch_size < batch_size // 2
    pool = np.flatnonzero(labelled)
    rounds = math.ceil(places.sum() / len(pool))
    repeated = np.concatenate([rng.permutation(pool) for _ in range(rounds)])
    mixed = order.copy()
    mixed[places] = repeated[: places.sum()]
    return mixed


def labelled_subset(labels: NDArray[np.float32], fraction: float, seed: int) -> NDArray[np.bool_]:
    """Which images keep their label: that share of each class, at least one, the same in every epoch."""
    rng = np.random.default_rng([_LABELLED, seed])
    labelled = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        members = rng.permutation(np.flatnonzero(labels == label))
        labelled[members[: max(1, round(fraction * len(members)))]] = True
    return labelled
