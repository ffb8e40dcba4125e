"""Finds the images of a run: lists folders and CSVs, reads every header, splits, and looks for duplicates."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.control import RunControl
from engine.data.csv_list import CSV_EXTENSIONS, list_csv
from engine.data.duplicates import cross_split_duplicates
from engine.data.entries import ImageEntry, check_unreadable, fingerprint
from engine.data.images import UnreadableImageError, read_header
from engine.data.layouts import list_folder
from engine.data.listing import SPLIT_NAMES, ClassNames, ListedImage, Split, printable, some
from engine.data.splitting import entry, split_by_group
from engine.errors import DataError
from engine.events import DataScanned, SplitSummary
from engine.settings.data import DataSettings

__all__ = ["ImageEntry", "Progress", "ScannedData", "fingerprint", "scan", "scan_test"]

LISTED = 1000  # unreadable files and duplicates that are named; all are counted
_REPORT_EVERY = 100
Progress = Callable[[int, int], None]  # images done, images in all


@dataclass(frozen=True, slots=True)
class ScannedData:
    """The images of each split, and what is odd about them."""

    train: tuple[ImageEntry, ...]
    validation: tuple[ImageEntry, ...]
    test: tuple[ImageEntry, ...]
    mapping: dict[str, int]  # class name as found -> 0 real, 1 fake
    unreadable: tuple[str, ...] = ()  # "path: reason", the first 1,000
    unreadable_count: int = 0
    duplicates: tuple[tuple[str, str], ...] = ()  # (path in an earlier split, path in a later), the first 1,000
    duplicate_count: int = 0
    formats: dict[str, tuple[int, int]] = field(default_factory=dict)  # "PNG" -> (real, fake) training images
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)  # "640 x 480" -> the same

    def event(self) -> DataScanned:
        """The same in counts, as the run's event."""
        splits = (("train", self.train), ("validation", self.validation), ("test", self.test))
        return DataScanned(
            mapping=self.mapping,
            splits=tuple(_summary(name, entries) for name, entries in splits if entries),
            unreadable=self.unreadable,
            unreadable_count=self.unreadable_count,
            duplicates=self.duplicates,
            duplicate_count=self.duplicate_count,
        )


def scan(settings: DataSettings, seed: int, control: RunControl, progress: Progress) -> ScannedData:
    """Images for training, validation and, where there are some, test.

    Validation and test folders of the settings take the place of those inside the training folders; where
    there are neither, validation is split off by group. Raises DataError with a remedy where that cannot be,
    StopRequestedError where ``control`` says stop.
    """
    names = ClassNames(settings)
    listing = _Listing(names, control)
    inside = listing.images(settings.train, "training")
    train = _of_split(inside, "train")
    validation = [image for image in inside if image.split == "validation"]
    if settings.validation:
        validation = _of_split(listing.images(settings.validation, "validation"), "validation")
    test = [image for image in inside if image.split == "test"]
    if settings.test:
        test = _of_split(listing.images(settings.test, "test"), "test")

    headers = _Headers(settings, control, progress, len(train) + len(validation) + len(test), listing.outside)
    train = headers.readable(train, count_traits=True)
    validation, test = headers.readable(validation), headers.readable(test)
    headers.check()
    _check_both_classes(train, "training", names)
    if validation:
        _check_both_classes(validation, "validation", names)
        entries = [entry(image) for image in train], [entry(image) for image in validation]
    else:
        entries = split_by_group(train, settings.validation_fraction, seed)
    return _scanned((*entries, [entry(image) for image in test]), names, headers, control)


def scan_test(settings: DataSettings, control: RunControl, progress: Progress) -> ScannedData:
    """Only the test images of the settings, to evaluate a network on; one class is enough."""
    names = ClassNames(settings)
    listing = _Listing(names, control)
    test = _of_split(listing.images(settings.test, "test"), "test")
    headers = _Headers(settings, control, progress, len(test), listing.outside)
    test = headers.readable(test)
    headers.check()
    return _scanned(([], [], [entry(image) for image in test]), names, headers, control)


class _Listing:
    """Lists folders and CSVs, noting the pictures that lie outside of class folders."""

    def __init__(self, names: ClassNames, control: RunControl) -> None:
        self._names = names
        self._control = control
        self.outside: list[Path] = []

    def images(self, roots: Sequence[Path], kind: str) -> list[ListedImage]:
        if not roots:
            raise DataError(f"No {kind} images are chosen.", "Choose a folder or a CSV with pictures of both classes.")
        return [image for root in roots for image in self._root(root.absolute(), kind, len(roots) > 1)]

    def _root(self, root: Path, kind: str, several: bool) -> list[ListedImage]:
        if not root.exists():
            raise DataError(
                f"The folder or file for {kind} images does not exist: {root}",
                "Check the spelling and that the drive is connected, or choose another.",
            )
        telling = several and self._names.label(root.name) is None and root.name.casefold() not in SPLIT_NAMES
        if root.is_dir():
            images, outside = list_folder(root, self._names, root.name if telling else "all", self._control)
            self.outside += outside
            return images
        if root.suffix.lower() not in CSV_EXTENSIONS:
            raise DataError(
                f"{root} is a file, but {kind} images need a folder or a CSV.", "Choose the folder it is in."
            )
        return list_csv(root, self._names, root.stem if telling else "all")


class _Headers:
    """Reads the header of every picture, counts what cannot be read and what the others are."""

    def __init__(
        self, settings: DataSettings, control: RunControl, progress: Progress, total: int, outside: Sequence[Path]
    ) -> None:
        self._settings = settings
        self._control = control
        self._progress = progress
        self._total = total
        self._done = 0
        self._listed = total + len(outside)
        self.unreadable = [printable(f"{path}: lies in no folder of a class") for path in outside[:LISTED]]
        self.unreadable_count = len(outside)
        self.formats: Counter[tuple[str, int]] = Counter()
        self.sizes: Counter[tuple[str, int]] = Counter()

    def readable(self, images: Sequence[ListedImage], *, count_traits: bool = False) -> list[ListedImage]:
        return [image for image in images if self._read(image, count_traits)]

    def check(self) -> None:
        """Raise DataError where too many could not be read."""
        check_unreadable(self.unreadable, self.unreadable_count, self._listed, self._settings.max_unreadable)

    def _read(self, image: ListedImage, count_traits: bool) -> bool:
        self._control.check()
        self._done += 1
        if self._done % _REPORT_EVERY == 0 or self._done == self._total:
            self._progress(self._done, self._total)
        try:
            header = read_header(image.path, self._settings.max_megapixels)
        except UnreadableImageError as error:
            self.unreadable_count += 1
            if len(self.unreadable) < LISTED:
                self.unreadable.append(printable(f"{image.path}: {error}"))
            return False
        if count_traits:
            self.formats[header.format, image.label] += 1
            self.sizes[f"{header.width} x {header.height}", image.label] += 1
        return True


def _of_split(images: Sequence[ListedImage], split: Split) -> list[ListedImage]:
    chosen = [image for image in images if image.split in (None, split)]
    if not chosen:
        raise DataError(
            f"No {split} images: the folders hold only {some(str(image.split) for image in images)} images.",
            "Choose the folder with these images itself, such as the one called test.",
        )
    return chosen


def _check_both_classes(images: Sequence[ListedImage], kind: str, names: ClassNames) -> None:
    labels = {image.label for image in images}
    if labels == {0, 1}:
        return
    missing = "real and no fake" if not labels else "fake" if labels == {0} else "real"
    raise DataError(
        f"There are no {missing} {kind} images. {names}",
        "Add a folder of that class, or its name to data.real_names or data.fake_names.",
    )


def _scanned(
    splits: Sequence[Sequence[ImageEntry]], names: ClassNames, headers: _Headers, control: RunControl
) -> ScannedData:
    duplicates = cross_split_duplicates(splits, control)
    train, validation, test = splits
    return ScannedData(
        train=tuple(train),
        validation=tuple(validation),
        test=tuple(test),
        mapping=dict(sorted(names.mapping.items(), key=lambda item: (item[1], item[0]))),
        unreadable=tuple(headers.unreadable),
        unreadable_count=headers.unreadable_count,
        duplicates=tuple(
            (printable(str(first.path)), printable(str(second.path))) for first, second in duplicates[:LISTED]
        ),
        duplicate_count=len(duplicates),
        formats=_by_class(headers.formats),
        sizes=_by_class(headers.sizes),
    )


def _by_class(counts: Counter[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    return {name: (counts[name, 0], counts[name, 1]) for name in sorted({name for name, _ in counts})}


def _summary(name: str, entries: Sequence[ImageEntry]) -> SplitSummary:
    sources: dict[str, dict[str, int]] = {}
    for image in entries:
        counts = sources.setdefault(image.source, {"real": 0, "fake": 0})
        counts["fake" if image.label else "real"] += 1
    real = sum(counts["real"] for counts in sources.values())
    return SplitSummary(name=name, real=real, fake=len(entries) - real, sources=dict(sorted(sources.items())))
