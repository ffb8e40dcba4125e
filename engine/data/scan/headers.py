"""Reads the header of every picture of a scan: what cannot be read is left out, of the rest traits are counted."""

from array import array
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial

import numpy as np

from engine.control import RunControl
from engine.data.images.absent_folders import read_when_there
from engine.data.images.decoding import Header, UnreadableImageError, read_header
from engine.data.listing.class_names import printable
from engine.data.listing.entries import check_unreadable
from engine.data.listing.image_list import NOT_COMPARED, ImageList
from engine.data.listing.left_out import NO_CLASS, SMALLEST_SIDE, TOO_SMALL, LeftOutFiles, class_word, ending_of
from engine.data.scan.small_pictures import SmallPictures
from engine.events.progress import ReportProgress
from engine.files import FilePatience
from engine.number_words import exact
from engine.settings.data import DataSettings

LISTED = 1000  # unreadable files and duplicates that are named; all are counted
_REPORT_EVERY = 100


class Headers:
    """Reads the header of every picture, counts what cannot be read and what the others are."""

    def __init__(
        self,
        settings: DataSettings,
        control: RunControl,
        progress: ReportProgress,
        total: int,
        outside: Sequence[str],
        outside_count: int,
        left_out: LeftOutFiles,
        small: SmallPictures | None = None,
    ) -> None:
        """``outside`` are the first paths of pictures that lie in no folder of a class, besides ``total`` others.

        With ``small``, pictures are looked at as well, so that those that show the same can be found.
        """
        self._settings = settings
        self._control = control
        self._progress = progress
        self._total = total
        self._done = 0
        self._listed = total + outside_count
        self.unreadable = [printable(f"{path}: {NO_CLASS}") for path in outside]
        self.unreadable_count = outside_count
        self.several_count = 0
        self._left_out, self._small, self._files = left_out, small, FilePatience()
        self._large = array("Q")  # digests of the beginnings of files whose pictures are judged in part
        self.formats: Counter[tuple[str, int]] = Counter()
        self.sizes: Counter[tuple[tuple[int, int], int]] = Counter()

    def readable(self, images: ImageList, *, count_traits: bool = False) -> ImageList:
        """The images that can be opened, with the digests of their beginnings and their numbers in ``small``."""
        heads, opened = np.zeros(len(images), np.uint64), np.zeros(len(images), bool)
        looks, labels = np.full(len(images), NOT_COMPARED, np.int32), images.labels
        with closing(self._small.numbers(images) if self._small else _not_compared(images)) as numbers:
            for index, number in enumerate(numbers):
                header = self._read(images.path(index), class_word(labels[index]))
                if header is None:
                    continue
                self.several_count += header.several
                heads[index], looks[index], opened[index] = header.head, number, True
                if count_traits:
                    label = int(labels[index])
                    self.formats[header.format, label] += 1
                    self.sizes[(header.width, header.height), label] += 1
        return replace(images, heads=heads, looks=looks).take(opened)

    def check(self) -> None:
        """Raise DataError where too many could not be read."""
        check_unreadable(self.unreadable, self.unreadable_count, self._listed, self._settings.max_unreadable)

    def judged_in_part(self, images: ImageList) -> str:
        """Words for those of the images that are too large to be judged whole during a run; empty where none is."""
        count = int(np.isin(images.heads, np.array(self._large, np.uint64)).sum())
        limit = exact(self._settings.judged_megapixels)
        if not count:
            return ""
        are = "image is" if count == 1 else "images are"
        return (
            f"{count:,} validation or test {are} larger than {limit} megapixels: during the run the middle {limit} "
            "megapixels are judged (data.judged_megapixels)."
        )

    def _read(self, path: str, class_name: str) -> Header | None:
        self._control.check()
        self._done += 1
        if self._done % _REPORT_EVERY == 0 or self._done == self._total:
            self._progress(self._done, self._total)
        try:
            header = read_when_there(
                path, partial(read_header, path, self._settings.max_megapixels, self._files), self._control
            )
        except UnreadableImageError as error:
            self._left_out.add(class_name, ending_of(path) or "no ending", error.kind)
            self.unreadable_count += 1
            if len(self.unreadable) < LISTED:
                self.unreadable.append(printable(f"{path}: {error}"))
            return None
        if min(header.width, header.height) < SMALLEST_SIDE:
            self._left_out.add(class_name, ending_of(path) or "no ending", TOO_SMALL)
            return None
        if self._settings.judges_whole and header.width * header.height > self._settings.judged_megapixels * 1e6:
            self._large.append(header.head)
        return header


def _not_compared(images: ImageList) -> Generator[int]:
    for _ in range(len(images)):
        yield NOT_COMPARED
