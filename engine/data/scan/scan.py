"""Finds the images of a run: lists folders and CSVs, reads every header, splits, and looks for duplicates."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.listing.class_names import SPLIT_NAMES, ClassNames, printable, some
from engine.data.listing.csv_list import CSV_EXTENSIONS, list_csv
from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageList, ImageListBuilder, Split, fingerprint
from engine.data.listing.layouts import list_folder
from engine.data.listing.left_out import (
    BY_CHOICE,
    LISTED_AGAIN,
    NO_CLASS,
    OTHER_SPLIT,
    TIED_TO_REALS,
    UNLABELLED,
    LeftOutFiles,
    class_word,
    counted,
    in_words,
)
from engine.data.listing.sources import UNNAMED
from engine.data.listing.unlabelled import list_unlabelled
from engine.data.scan.duplicates import duplicates, once
from engine.data.scan.headers import LISTED, Headers
from engine.data.scan.held_out import hold_out
from engine.data.scan.leaks import grouped_by_looks, leaked
from engine.data.scan.related import related_to_first
from engine.data.scan.scanned import ScannedData, by_class, usual_side
from engine.data.scan.small_pictures import SmallPictures
from engine.data.scan.splitting import SplitOff, split_off
from engine.data.scan.unlabelled import fresh
from engine.data.stores.disk_store import DiskStore
from engine.errors import DataError, UnlabelledError
from engine.events.progress import ReportProgress
from engine.settings.data import DataSettings

__all__ = ["LISTED", "ImageEntry", "ScannedData", "fingerprint", "scan", "scan_test"]

NONE = ImageList.of(())


def scan(
    settings: DataSettings, seed: int, control: RunControl, progress: ReportProgress, disk: DiskStore | None = None
) -> ScannedData:
    """Images for training, validation and, where there are some, test; and pictures without labels.

    Every picture is looked at, so that those that show the same are known; ``disk`` keeps for later what takes long.
    Validation and test folders of the settings take the place of those inside the training folders; where
    there are neither, validation is split off by group. Raises DataError with a remedy where that cannot be,
    StopRequestedError where ``control`` says stop.
    """
    names = ClassNames(settings)
    listing = _Listing(names, control)
    inside = listing.images(settings.train, "training")
    train, validation, test = _of_split(inside, "train"), _in_split(inside, "validation"), _in_split(inside, "test")
    if settings.validation:
        listing.leave_out(validation, *OTHER_SPLIT)
        validation = listing.split(settings.validation, "validation")
    is_given = len(validation) > 0
    if settings.test:
        listing.leave_out(test, *OTHER_SPLIT)
        test = listing.split(settings.test, "test")

    unlabelled = listing.unlabelled(settings.unlabelled)

    total = sum(map(len, (train, validation, test, unlabelled)))
    small = SmallPictures(settings.max_megapixels, control, total, disk)
    headers = listing.headers(settings, progress, total, small)
    train = headers.readable(train, count_traits=True)
    validation, test, unlabelled = map(headers.readable, (validation, test, unlabelled))
    headers.check()
    train, validation, test, unlabelled = grouped_by_looks(small, (train, validation, test, unlabelled))
    _check_both_classes(train, "training", names, listing.left_out)
    held_out = ""
    if settings.test_source:
        held = hold_out(settings.test_source, (train, validation, test), settings.validation_fraction, seed, control)
        train, validation, test, held_out = held.train, held.validation, held.test, held.words
        listing.leave_out(held.left_out, *TIED_TO_REALS)
    split: SplitOff | None = None
    if is_given:  # even if nothing of it can be read
        _check_both_classes(validation, "validation", names, listing.left_out)
    else:
        split = split_off(train, settings.validation_fraction, seed, control)
        train, validation = split.train, split.validation
    found = fresh(unlabelled, validation + test, train, control)
    for reason, images in found.left_out.items():
        listing.leave_out(images, *reason)
    return _scanned((train, validation, test), names, headers, listing, small, split, held_out, found.images)


def scan_test(settings: DataSettings, control: RunControl, progress: ReportProgress) -> ScannedData:
    """Only the test images of the settings, to evaluate a network on; one class is enough."""
    names = ClassNames(settings)
    listing = _Listing(names, control)
    test = listing.split(settings.test, "test")
    headers = listing.headers(settings, progress, len(test))
    test = headers.readable(test)
    headers.check()
    return _scanned((NONE, NONE, test), names, headers, listing)


class _Listing:
    """Lists folders and CSVs, noting pictures outside of class folders and those listed again."""

    def __init__(self, names: ClassNames, control: RunControl) -> None:
        self._names = names
        self.control = control
        self.left_out = LeftOutFiles()
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
        if not len(found):
            raise DataError(
                f"All folders of the {kind} images are left out: {some(self._names.left_out)}.",
                "Give some of them a class (data.classes).",
            )
        return self._once(found, SPLIT_NAMES[kind])

    def unlabelled(self, roots: Sequence[Path]) -> ImageList:
        """The pictures without labels."""
        found = ImageListBuilder()
        try:
            for root in roots:
                self._root(root.absolute(), UNLABELLED, len(roots) > 1, found)
        except DataError as error:
            raise UnlabelledError(error.message, error.remedy) from error
        return self._once(found, "train")

    def _once(self, found: ImageListBuilder, split: Split) -> ImageList:
        images, again = once(found.built(), split, self.control)
        self.leave_out(again, *LISTED_AGAIN)
        self.repeated_count += len(again)
        self.repeated += (printable(again.path(i)) for i in range(min(len(again), LISTED - len(self.repeated))))
        return images

    def split(self, roots: Sequence[Path], split: Split) -> ImageList:
        """The images that were chosen for a split, without those that their folders name as of another."""
        images = self.images(roots, split)
        chosen = _of_split(images, split)
        self.leave_out(images.take(~_is_in_split(images, split, None)), *OTHER_SPLIT)
        return chosen

    def headers(
        self, settings: DataSettings, progress: ReportProgress, total: int, small: SmallPictures | None = None
    ) -> Headers:
        """To read those of the ``total`` images that were listed."""
        outside = self.outside, self.outside_count
        return Headers(settings, self.control, progress, total, *outside, self.left_out, small)

    def leave_out(self, images: ImageList, kind: str, reason: str) -> None:
        """Count images as left out, by class."""
        for label, count in zip(*np.unique(images.labels, return_counts=True), strict=True):
            self.left_out.add(class_word(label), kind, reason, int(count))

    def _root(self, root: Path, kind: str, several: bool, found: ImageListBuilder) -> None:
        if not os.path.exists(root):  # noqa: PTH110 (Path.exists raises for a name that is too long)
            raise DataError(
                f"The folder or file for {kind} images does not exist: {root}.",
                "Check the spelling and that the drive is connected, or choose another.",
            )
        telling = several and self._names.label(root.name) is None and root.name.casefold() not in SPLIT_NAMES
        is_csv = not root.is_dir() and root.suffix.lower() in CSV_EXTENSIONS
        source = UNNAMED if not telling else root.stem if is_csv else root.name
        if kind == UNLABELLED and (is_csv or root.is_dir()):
            list_unlabelled(root, source, self.control, found, self.left_out)
        elif root.is_dir():
            outside = list_folder(root, self._names, source, self.control, found, self.left_out)
            self.left_out.add_names("", outside.names.tolist(), NO_CLASS)
            self.outside_count += len(outside)
            self.outside += map(outside.path, range(min(len(outside), LISTED - len(self.outside))))
        elif is_csv:
            list_csv(root, self._names, source, self.control, found)
        else:
            raise DataError(
                f"{root} is a file, but {kind} images need a folder or a CSV.", "Choose the folder it is in."
            )


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
    return images.take(_is_in_split(images, *splits))


def _is_in_split(images: ImageList, *splits: Split | None) -> NDArray[np.bool_]:
    return images.of_origin(lambda origin: origin.split in splits, bool)


def _check_both_classes(images: ImageList, kind: str, names: ClassNames, left_out: LeftOutFiles) -> None:
    labels = set(images.labels.tolist())
    if labels == {0, 1}:
        return
    if not labels:
        raise DataError(f"None of the {kind} images can be read.", "Repair these files, or choose other images.")
    missing = "fake" if labels == {0} else "real"
    passed = [item for item in left_out.found() if item.class_name == missing]
    if passed:
        raise DataError(
            f"There are no {missing} {kind} images: the {counted(passed):,} files of that class are left out, "
            f"{in_words(passed)}.",
            "Repair these files or save them in another kind, as it says, or choose other images.",
        )
    raise DataError(
        f"There are no {missing} {kind} images. {names}",
        "Add a folder of that class, or its name to data.real_names or data.fake_names.",
    )


def _scanned(
    splits: tuple[ImageList, ImageList, ImageList],
    names: ClassNames,
    headers: Headers,
    listing: _Listing,
    small: SmallPictures | None = None,
    split: SplitOff | None = None,
    held_out: str = "",
    unlabelled: ImageList = NONE,
) -> ScannedData:
    in_two_splits, in_two_classes = duplicates(splits, listing.control, LISTED)
    related = related_to_first(splits if split is None else (splits[0], splits[2]), LISTED)
    train, validation, test = splits
    look_alike_count, look_alikes = leaked({"train": train, "validation": validation, "test": test}, LISTED)
    common = {size for (size, _), _ in headers.sizes.most_common(LISTED)}
    sizes = Counter({(f"{w} x {h}", label): n for ((w, h), label), n in headers.sizes.items() if (w, h) in common})
    for path, count in names.left_out.items():
        listing.left_out.add("", path, BY_CHOICE, count)
    return ScannedData(
        train=train,
        validation=validation,
        test=test,
        unlabelled=unlabelled,
        mapping=dict(sorted(names.mapping.items(), key=lambda item: (item[1], item[0]))),
        left_out=listing.left_out.found(),
        several_count=headers.several_count,
        unreadable=tuple(headers.unreadable),
        unreadable_count=headers.unreadable_count,
        duplicates=in_two_splits.pairs,
        duplicate_count=in_two_splits.count,
        contradictions=in_two_classes.pairs,
        contradiction_count=in_two_classes.count,
        related=related.pairs,
        related_count=related.count,
        look_alikes=look_alikes,
        look_alike_count=look_alike_count,
        compared=small.count if small else 0,
        split=split,
        repeated=tuple(listing.repeated),
        repeated_count=listing.repeated_count,
        formats=by_class(headers.formats),
        usual_side=usual_side(headers.sizes),
        sizes=by_class(sizes),
        held_out=held_out,
        judged_in_part=headers.judged_in_part(validation + test),
    )
