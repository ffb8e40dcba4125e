"""Finds the images of a run: lists folders and CSVs, reads every header, splits, and looks for duplicates."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from engine.control import RunControl
from engine.data.images.decoding import Header, UnreadableImageError, read_header
from engine.data.scan.class_names import SPLIT_NAMES, ClassNames, printable, some
from engine.data.scan.csv_list import CSV_EXTENSIONS, list_csv
from engine.data.scan.duplicates import duplicates, once
from engine.data.scan.entries import ImageEntry, check_unreadable
from engine.data.scan.image_list import ImageList, ImageListBuilder, Split, fingerprint
from engine.data.scan.layouts import list_folder
from engine.data.scan.related import related_to_first
from engine.data.scan.sources import UNNAMED
from engine.data.scan.splitting import SplitOff, split_off
from engine.errors import DataError
from engine.events import DataScanned, SplitSummary
from engine.events.progress import ReportProgress
from engine.settings.data import DataSettings

__all__ = ["ImageEntry", "ScannedData", "fingerprint", "scan", "scan_test"]

LISTED = 1000  # unreadable files and duplicates that are named; all are counted
_REPORT_EVERY = 100


@dataclass(frozen=True, slots=True)
class ScannedData:
    """The images of each split, and what is odd about them."""

    train: ImageList
    validation: ImageList
    test: ImageList
    mapping: dict[str, int]  # class name as found -> 0 real, 1 fake
    unreadable: tuple[str, ...] = ()  # "path: reason", the first 1,000
    unreadable_count: int = 0
    duplicates: tuple[tuple[str, str], ...] = ()  # (path in an earlier split, path in a later), the first 1,000
    duplicate_count: int = 0
    contradictions: tuple[tuple[str, str], ...] = ()  # (earlier path, path of a copy in the other class), the same way
    contradiction_count: int = 0
    related: tuple[tuple[str, str], ...] = ()  # (training image, validation or test image of the same picture), as well
    related_count: int = 0
    split: SplitOff | None = None  # how validation was split off; None where it was given
    repeated: tuple[str, ...] = ()  # further paths to a file that counts once, the first 1,000
    repeated_count: int = 0
    formats: dict[str, tuple[int, int]] = field(default_factory=dict)  # "PNG" -> (real, fake) training images
    usual_side: int = 0  # median of the smaller sides of the training images, in pixels
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)  # "640 x 480" -> the same; the 1,000 most common

    def event(self) -> DataScanned:
        """The same in counts, as the run's event."""
        splits = (("train", self.train), ("validation", self.validation), ("test", self.test))
        return DataScanned(
            mapping=self.mapping,
            splits=tuple(_summary(name, images) for name, images in splits if len(images)),
            unreadable=self.unreadable,
            unreadable_count=self.unreadable_count,
            duplicates=self.duplicates,
            duplicate_count=self.duplicate_count,
            contradictions=self.contradictions,
            contradiction_count=self.contradiction_count,
            related=self.related,
            related_count=self.related_count,
            grouping=self.split.grouping if self.split else "",
            groups=self.split.groups if self.split else 0,
            share_missed=self.split.share_missed if self.split else "",
            repeated=self.repeated,
            repeated_count=self.repeated_count,
            usual_side=self.usual_side,
        )


def scan(settings: DataSettings, seed: int, control: RunControl, progress: ReportProgress) -> ScannedData:
    """Images for training, validation and, where there are some, test.

    Validation and test folders of the settings take the place of those inside the training folders; where
    there are neither, validation is split off by group. Raises DataError with a remedy where that cannot be,
    StopRequestedError where ``control`` says stop.
    """
    names = ClassNames(settings)
    listing = _Listing(names, control)
    inside = listing.images(settings.train, "training")
    train, validation, test = _of_split(inside, "train"), _in_split(inside, "validation"), _in_split(inside, "test")
    if settings.validation:
        validation = _of_split(listing.images(settings.validation, "validation"), "validation")
    is_given = len(validation) > 0
    if settings.test:
        test = _of_split(listing.images(settings.test, "test"), "test")

    headers = _Headers(settings, control, progress, len(train) + len(validation) + len(test), listing)
    train = headers.readable(train, count_traits=True)
    validation, test = headers.readable(validation), headers.readable(test)
    headers.check()
    _check_both_classes(train, "training", names)
    if is_given:  # even if nothing of it can be read
        _check_both_classes(validation, "validation", names)
        return _scanned((train, validation, test), names, headers, listing)
    split = split_off(train, settings.validation_fraction, seed, control)
    return _scanned((split.train, split.validation, test), names, headers, listing, split)


def scan_test(settings: DataSettings, control: RunControl, progress: ReportProgress) -> ScannedData:
    """Only the test images of the settings, to evaluate a network on; one class is enough."""
    names = ClassNames(settings)
    listing = _Listing(names, control)
    test = _of_split(listing.images(settings.test, "test"), "test")
    headers = _Headers(settings, control, progress, len(test), listing)
    test = headers.readable(test)
    headers.check()
    none = ImageList.of(())
    return _scanned((none, none, test), names, headers, listing)


class _Listing:
    """Lists folders and CSVs, noting pictures outside of class folders and those listed again."""

    def __init__(self, names: ClassNames, control: RunControl) -> None:
        self._names = names
        self.control = control
        self.repeated: list[str] = []  # the first 1,000
        self.repeated_count = 0
        self.outside: list[str] = []  # the first 1,000
        self.outside_count = 0

    def images(self, roots: Sequence[Path], kind: str) -> ImageList:
        if not roots:
            raise DataError(f"No {kind} images are chosen.", "Choose a folder or a CSV with pictures of both classes.")
        found = ImageListBuilder()
        for root in roots:
            self._root(root.absolute(), kind, len(roots) > 1, found)
        images, again = once(found.built(), SPLIT_NAMES[kind], self.control)
        self.repeated_count += len(again)
        self.repeated += (printable(again.path(i)) for i in range(min(len(again), LISTED - len(self.repeated))))
        return images

    def _root(self, root: Path, kind: str, several: bool, found: ImageListBuilder) -> None:
        if not os.path.exists(root):  # noqa: PTH110 (Path.exists raises for a name that is too long)
            raise DataError(
                f"The folder or file for {kind} images does not exist: {root}.",
                "Check the spelling and that the drive is connected, or choose another.",
            )
        telling = several and self._names.label(root.name) is None and root.name.casefold() not in SPLIT_NAMES
        if root.is_dir():
            source = root.name if telling else UNNAMED
            outside = list_folder(root, self._names, source, self.control, found)
            self.outside_count += len(outside)
            self.outside += map(outside.path, range(min(len(outside), LISTED - len(self.outside))))
        elif root.suffix.lower() in CSV_EXTENSIONS:
            list_csv(root, self._names, root.stem if telling else UNNAMED, self.control, found)
        else:
            raise DataError(
                f"{root} is a file, but {kind} images need a folder or a CSV.", "Choose the folder it is in."
            )


class _Headers:
    """Reads the header of every picture, counts what cannot be read and what the others are."""

    def __init__(
        self, settings: DataSettings, control: RunControl, progress: ReportProgress, total: int, listing: _Listing
    ) -> None:
        self._settings = settings
        self._control = control
        self._progress = progress
        self._total = total
        self._done = 0
        self._listed = total + listing.outside_count
        self.unreadable = [printable(f"{path}: lies in no folder of a class") for path in listing.outside]
        self.unreadable_count = listing.outside_count
        self.formats: Counter[tuple[str, int]] = Counter()
        self.sizes: Counter[tuple[tuple[int, int], int]] = Counter()

    def readable(self, images: ImageList, *, count_traits: bool = False) -> ImageList:
        """The images that can be opened, with the digests of their beginnings."""
        heads, opened = np.zeros(len(images), np.uint64), np.zeros(len(images), bool)
        labels = images.labels
        for index in range(len(images)):
            header = self._read(images.path(index))
            if header is None:
                continue
            heads[index], opened[index] = header.head, True
            if count_traits:
                label = int(labels[index])
                self.formats[header.format, label] += 1
                self.sizes[(header.width, header.height), label] += 1
        return replace(images, heads=heads).take(opened)

    def check(self) -> None:
        """Raise DataError where too many could not be read."""
        check_unreadable(self.unreadable, self.unreadable_count, self._listed, self._settings.max_unreadable)

    def _read(self, path: str) -> Header | None:
        self._control.check()
        self._done += 1
        if self._done % _REPORT_EVERY == 0 or self._done == self._total:
            self._progress(self._done, self._total)
        try:
            return read_header(path, self._settings.max_megapixels)
        except UnreadableImageError as error:
            self.unreadable_count += 1
            if len(self.unreadable) < LISTED:
                self.unreadable.append(printable(f"{path}: {error}"))
            return None


def _of_split(images: ImageList, split: Split) -> ImageList:
    """Images of a split, and those of which nothing says the split; DataError where there are none."""
    chosen = _in_split(images, split, None)
    if not len(chosen):
        raise DataError(
            f"No {split} images: the folders hold only {some(str(origin.split) for origin in images.origins)} images.",
            "Choose the folder with these images itself, such as the one called test.",
        )
    return chosen


def _in_split(images: ImageList, *splits: Split | None) -> ImageList:
    return images.take(images.of_origin(lambda origin: origin.split in splits, bool))


def _check_both_classes(images: ImageList, kind: str, names: ClassNames) -> None:
    labels = set(images.labels.tolist())
    if labels == {0, 1}:
        return
    if not labels:
        raise DataError(f"None of the {kind} images can be read.", "Repair these files, or choose other images.")
    missing = "fake" if labels == {0} else "real"
    raise DataError(
        f"There are no {missing} {kind} images. {names}",
        "Add a folder of that class, or its name to data.real_names or data.fake_names.",
    )


def _scanned(
    splits: tuple[ImageList, ImageList, ImageList],
    names: ClassNames,
    headers: _Headers,
    listing: _Listing,
    split: SplitOff | None = None,
) -> ScannedData:
    in_two_splits, in_two_classes = duplicates(splits, listing.control, LISTED)
    related = related_to_first(splits if split is None else (splits[0], splits[2]), LISTED)
    train, validation, test = splits
    common = {size for (size, _), _ in headers.sizes.most_common(LISTED)}
    sizes = Counter({(f"{w} x {h}", label): n for ((w, h), label), n in headers.sizes.items() if (w, h) in common})
    return ScannedData(
        train=train,
        validation=validation,
        test=test,
        mapping=dict(sorted(names.mapping.items(), key=lambda item: (item[1], item[0]))),
        unreadable=tuple(headers.unreadable),
        unreadable_count=headers.unreadable_count,
        duplicates=in_two_splits.pairs,
        duplicate_count=in_two_splits.count,
        contradictions=in_two_classes.pairs,
        contradiction_count=in_two_classes.count,
        related=related.pairs,
        related_count=related.count,
        split=split,
        repeated=tuple(listing.repeated),
        repeated_count=listing.repeated_count,
        formats=_by_class(headers.formats),
        usual_side=_usual_side(headers.sizes),
        sizes=_by_class(sizes),
    )


def _usual_side(sizes: Counter[tuple[tuple[int, int], int]]) -> int:
    sides = Counter[int]()
    for (size, _), count in sizes.items():
        sides[min(size)] += count
    half, seen = sides.total() / 2, 0
    for side, count in sorted(sides.items()):
        seen += count
        if seen >= half:
            return side
    return 0


def _by_class(counts: Counter[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    return {name: (counts[name, 0], counts[name, 1]) for name in sorted({name for name, _ in counts})}


def _summary(name: str, images: ImageList) -> SplitSummary:
    labels = images.labels
    sources: dict[str, dict[str, int]] = {}
    counts = np.bincount(images.codes, minlength=len(images.origins))
    for origin, count in zip(images.origins, counts.tolist(), strict=True):
        if count:
            of_source = sources.setdefault(origin.source, {"real": 0, "fake": 0})
            of_source["fake" if origin.label else "real"] += count
    fake = int(labels.sum())
    return SplitSummary(name=name, real=len(images) - fake, fake=fake, sources=dict(sorted(sources.items())))
