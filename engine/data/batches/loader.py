"""Images in batches: order = f(seed, epoch), augmentation = f(seed, epoch, index), and nothing else decides."""

import math
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from engine.control import RunControl
from engine.data.batches.order import labelled_subset, training_order
from engine.data.batches.pictures import Pictures
from engine.data.batches.read_ahead import DEPTH, read_ahead
from engine.data.batches.shown import Draw, LoadedImage, ShownImages, ViewedPicture
from engine.data.batches.size_groups import SizeGroups
from engine.data.images.absent_folders import read_when_there
from engine.data.images.decoding import Pixels, UnreadableImageError
from engine.data.images.views import View, judged_view
from engine.data.listing.entries import EXAMPLES, ImageEntry, check_unreadable
from engine.data.listing.image_list import ImageList
from engine.data.stores.array_cache import ArrayCache
from engine.machine.processes import ALONE, World
from engine.settings.data import DataSettings
from engine.settings.degradations import DegradationSettings


@dataclass(frozen=True, slots=True)
class Batch:
    """Images with what is known of them; ``indices`` are places in the loader's entries."""

    images: Tensor  # uint8 (B, 3, H, W), in channels_last as pictures are; of whole pictures all of one size
    labels: Tensor  # float32 (B,), 0 real, 1 fake, NO_LABEL
    labelled: Tensor  # bool (B,), whether the task loss may use the label
    indices: Tensor  # int64 (B,)
    seen: tuple[ViewedPicture, ...] = ()
    maps: NDArray[np.floating] | None = None  # (B, h, w), the teacher's raw ones, where all of them are kept
    number: int = 0  # place in the epoch; a batch of which nothing could be read leaves a gap


KeptMaps = Callable[[Sequence[ViewedPicture], int], NDArray[np.floating] | None]  # for what is seen, and its size
Map = Callable[[Callable[[int], LoadedImage | None], list[int]], Iterator[LoadedImage | None]]
MOST_WORKERS = 8  # of the threads that degrade images; Pillow computes without Python's lock
PIXELS_AHEAD = 2**24  # of whole pictures that wait to be judged; a larger one waits alone
ENOUGH_PIXELS = 2**21  # of whole pictures that are judged together: more at a time are judged no faster


class ImageLoader:
    """Batches of one split, equal for equal (entries, settings, seed), from any batch on.

    A file that cannot be read is left out of its batch and recorded in ``unreadable``; a batch of which nothing
    is left is left out. Iterating raises DataError when more than ``settings.max_unreadable`` of the entries
    fail, and StopRequestedError where ``control`` says stop. ``stride`` (px) is the teacher's: crops start at
    its multiples. ``degradations`` are what training images lose. ``cache`` may be shared by loaders of equal
    settings; else each has its own. The next batches are made in a thread, ``kept_maps`` looked up with them; it ends
    with `close` or with the loader. In a ``world`` of several processes it gives this one's share of every batch,
    which may be empty. A picture whose side is below ``least_side`` pixels has no patch and is not judged whole.
    """

    def __init__(
        self,
        entries: Sequence[ImageEntry],
        settings: DataSettings,
        seed: int,
        stride: int = 8,
        control: RunControl | None = None,
        *,
        degradations: DegradationSettings | None = None,
        cache: ArrayCache | None = None,
        kept_maps: KeptMaps | None = None,
        world: World = ALONE,
        least_side: int = 1,
    ) -> None:
        self.entries = ImageList.of(entries)
        self.world = world
        self.unreadable: dict[Path, str] = {}
        self._settings = settings
        self._seed = seed
        self._stride = stride
        self._least_side = least_side
        self._control = control or RunControl()
        self._own_cache = ArrayCache(settings.decoded_cache_mb * 2**20)
        self._pictures = Pictures(self.entries, settings, self._own_cache if cache is None else cache)
        degradations = degradations or DegradationSettings()
        self._shown = ShownImages(self._pictures, settings, degradations, seed, stride)
        self._degrades = degradations.degraded_share > 0
        self._kept_maps = kept_maps
        self._thread: Executor | None = None
        self._workers: Executor | None = None
        self._closing = threading.Event()
        self._labels = self.entries.labels.astype(np.float32)
        self._labelled = labelled_subset(self._labels, settings.label_fraction, seed)
        self.labelled_share = float(self._labelled.sum()) / max(1, len(self._labelled))  # of the images

    @property
    def steps_per_epoch(self) -> int:
        """Batches of an epoch; a last one of a single image is not counted, as it is left out."""
        full, rest = divmod(len(self.entries), self._settings.batch_size)
        return full + (rest >= 2)

    def training_batches(self, epoch: int, first_batch: int = 0, count: int | None = None) -> Iterator[Batch]:
        """Augmented batches of an epoch in its own order, ``count`` of them (or all) from ``first_batch`` on."""
        size, share = self._settings.batch_size, self._settings.unlabelled_share
        order = training_order(self._labelled, size, share, self._seed, epoch)
        end = self.steps_per_epoch if count is None else min(first_batch + count, self.steps_per_epoch)
        return self._batches(self._shown.of_epoch(epoch), order, first_batch, end)

    def evaluation_batches(self) -> Iterator[Batch]:
        """All images once, in the order of the entries, not augmented."""
        steps = math.ceil(len(self.entries) / self._settings.batch_size)
        return self._batches(self._shown.fixed, np.arange(len(self.entries)), 0, steps)

    def judged_batches(self) -> Iterator[Batch]:
        """All images once, as verdicts on them are given: whole, or as `evaluation_batches` where settings say so.

        Whole pictures of one size come together, as many as batch and memory hold: nearly in the order of the entries.
        """
        if not self._settings.judges_whole:
            return self.evaluation_batches()
        return read_ahead(self._whole_pictures(), self._reader(), self._control, _as_many_ahead)

    def unite_unreadable(self) -> None:
        """Let every process know what any of them could not read; DataError in all where it is too much."""
        mine = {str(path): reason for path, reason in list(self.unreadable.items())}
        self.unreadable.update((Path(path), reason) for path, reason in self.world.unite(mine).items())
        self._check_unreadable()

    def met_unreadable(self) -> list[tuple[ImageEntry, str]]:
        """The entries that proved unreadable, each with its reason."""
        unreadable = dict(self.unreadable)  # the thread may be adding to it
        names = {path.name for path in unreadable}
        images = [self.entries[place] for place, name in enumerate(self.entries.names) if name in names]
        return [(image, unreadable[image.path]) for image in images if image.path in unreadable]

    def close(self) -> None:
        """End the threads and free the pictures, except those in a shared cache; the loader stays usable."""
        self._closing.set()
        for thread in (self._thread, self._workers):  # in this order: the first gives the others their work
            if thread is not None:
                thread.shutdown(cancel_futures=True)
        self._thread = self._workers = None
        self._closing.clear()
        self._own_cache.close()

    def data_loader(
        self, show_index: Callable[[int], LoadedImage | None], index_batches: Iterator[list[int]]
    ) -> DataLoader[Batch | None]:
        """PyTorch's loader in this very process: workers would each commit torch's libraries (WinError 1455)."""
        return DataLoader(
            _Images(show_index, self._workers_map()),  # type: ignore[arg-type]  # what collate makes of images is a batch
            batch_sampler=index_batches,
            collate_fn=self._collate,
            num_workers=0,
            pin_memory=False,
            generator=torch.Generator(),  # else each pass draws from the global one, and resuming is not exact
        )

    def _batches(self, draw: Draw, order: NDArray[np.int64], first: int, steps: int) -> Iterator[Batch]:
        size = self._settings.batch_size
        index_batches = (
            self.world.share(order[step * size : (step + 1) * size]).tolist() for step in range(first, steps)
        )
        made = iter(self.data_loader(partial(self._show, draw), index_batches))
        batches = enumerate(read_ahead(made, self._reader(), self._control), start=first)
        return (replace(batch, number=number) for number, batch in batches if batch is not None)

    def _reader(self) -> Executor:
        """The thread that makes batches."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="images")
        return self._thread

    def _workers_map(self) -> Map:
        """One image after another; where they are degraded, and there are processors for that, several at a time."""
        count = min(MOST_WORKERS, (os.cpu_count() or 1) // 2)
        if not self._degrades or count < 2:
            return map
        if self._workers is None:
            self._workers = ThreadPoolExecutor(count, thread_name_prefix="images degraded")
        return self._workers.map

    def _whole_pictures(self) -> Iterator[Batch]:
        """This process's share; of a large picture nothing is kept here but what its batch holds."""
        every, size = np.arange(len(self.entries)), self._settings.batch_size
        shares = (self.world.share(every[first : first + size]) for first in range(0, len(every), size))
        groups, numbers = SizeGroups[LoadedImage](size, PIXELS_AHEAD, ENOUGH_PIXELS), count()
        for index in (int(index) for share in shares for index in share):
            for group in self._joined(groups, index):
                yield self._whole_batch(group, next(numbers))
        for group in groups.rest():
            yield self._whole_batch(group, next(numbers))

    def _joined(self, groups: SizeGroups[LoadedImage], index: int) -> list[list[LoadedImage]]:
        image = self._judged(index)
        return [] if image is None else groups.add(image)

    def _judged(self, index: int) -> LoadedImage | None:
        """The image of an index as it is judged whole; None where it cannot be read."""

        def show() -> LoadedImage:
            picture = self._pictures[index]
            pixels = judged_view(picture.array, self._settings, self._stride, self._least_side)
            return LoadedImage(index, pixels, ViewedPicture(picture.digest, pixels, View()))

        return self._read(index, show)

    def _show(self, draw: Draw, index: int) -> LoadedImage | None:
        """The image of an index, seen as drawn; None where it cannot be read."""
        return self._read(index, lambda: self._shown.image(draw, index))

    def _read(self, index: int, show: Callable[[], LoadedImage]) -> LoadedImage | None:
        """None, and a record of it, for what cannot be read; while its folder is away the run waits."""
        path = self.entries[index].path
        try:
            return read_when_there(path, show, self._control, self._closing.is_set)
        except UnreadableImageError as error:
            self._record_unreadable(path, str(error))
            return None

    def _record_unreadable(self, path: Path, reason: str) -> None:
        self.unreadable[path] = reason
        self._check_unreadable()

    def _check_unreadable(self) -> None:
        examples = [f"{path}: {reason}" for path, reason in islice(list(self.unreadable.items()), EXAMPLES)]
        check_unreadable(examples, len(self.unreadable), len(self.entries), self._settings.max_unreadable)

    def _whole_batch(self, images: list[LoadedImage], number: int) -> Batch:
        """The images, which are let go: what is seen is the batch's own copy of them."""
        batch = self._batch(images)
        images.clear()
        shown = batch.images.permute(0, 2, 3, 1).numpy()
        seen = tuple(replace(one, whole=shown[place]) for place, one in enumerate(batch.seen))
        return replace(batch, seen=seen, number=number)

    def _collate(self, shown: list[LoadedImage | None]) -> Batch | None:
        readable = [image for image in shown if image is not None]
        return self._batch(readable) if readable or self.world.size > 1 else None

    def _batch(self, images: list[LoadedImage]) -> Batch:
        """Of images of one size, or of none."""
        size = self._settings.size
        indices = np.array([image.index for image in images], np.int64)
        stacked = _stacked([image.pixels for image in images], images[0].pixels.shape if images else (size, size, 3))
        seen = tuple(image.seen for image in images)
        return Batch(
            images=torch.from_numpy(stacked).permute(0, 3, 1, 2),
            labels=torch.from_numpy(self._labels[indices]),
            labelled=torch.from_numpy(self._labelled[indices]),
            indices=torch.from_numpy(indices),
            seen=seen,
            maps=self._kept_maps(seen, size) if self._kept_maps is not None else None,
        )


class _Images(Dataset[LoadedImage | None]):
    """A function of the index, as the data set that PyTorch's loader asks for."""

    def __init__(self, show_index: Callable[[int], LoadedImage | None], apply: Map) -> None:
        self._show, self._map = show_index, apply

    def __getitem__(self, index: int) -> LoadedImage | None:
        return self._show(index)

    def __getitems__(self, indices: list[int]) -> list[LoadedImage | None]:
        return list(self._map(self._show, indices))


def _stacked(images: Sequence[Pixels], shape: tuple[int, ...]) -> Pixels:
    """(B, H, W, 3) of images of one shape; by NumPy, as torch's own threads are busy with the step before."""
    stacked = np.empty((len(images), *shape), np.uint8)
    for place, image in zip(stacked, images, strict=True):
        if image.strides[1] > 0:
            place[:] = image
            continue
        for channel in range(3):  # mirrored: in one piece it takes four times as long
            place[..., channel] = image[..., channel]
    return stacked


def _as_many_ahead(batch: Batch) -> int:
    """How many batches like this one may wait."""
    pixels = batch.images.numel() // 3
    return min(DEPTH, PIXELS_AHEAD // max(1, pixels))
