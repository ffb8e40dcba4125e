"""The shortcut audit: how well labels can be told by how files were made, without looking at what they show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.images.absent_folders import read_when_there
from engine.data.images.decoding import DECODERS, UnreadableImageError, decode
from engine.data.images.file_traits import NO_QUALITY, FileTraits, read_traits
from engine.data.images.pixel_traits import LEAST_SIDE, TRAITS_VERSION, PixelTraits, pixel_traits
from engine.data.listing.class_names import printable
from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageList
from engine.data.stores.disk_store import DiskStore, StoredArray, keep
from engine.data.stores.file_keys import file_key
from engine.events import (
    FILE_SIZE,
    JPEG_TRACES,
    NO_SHORTCUTS,
    RESAMPLING,
    SHARPNESS,
    ShortcutsAudited,
    TraitLeak,
)
from engine.events.progress import ReportProgress
from engine.files import FilePatience
from engine.number_words import figure, whole_percent
from engine.ranking import ranking

AUDITED_PER_CLASS = 500
DECODED_PER_CLASS = 100  # of the audited: looking at pixels takes a hundred times as long as at a header
DECODED_MEGAPIXELS = 500.0  # of a class; but no fewer pictures than the next
LEAST_DECODED = 30
LEAST_PER_CLASS = 15  # fewer say nothing about what holds for all
FOLDS = 5
_LEAF = 5  # files; a smaller group may be chance
_NOT_SEEN = f"a class has fewer than {LEAST_PER_CLASS} pictures of {LEAST_SIDE} x {LEAST_SIDE} pixels or more"

T = TypeVar("T")
Table = NDArray[np.float64]  # (files, columns)
_NUMBERS: Mapping[str, Mapping[str, Callable[[FileTraits], float]]] = {
    "JPEG quality": {"quality": lambda t: t.quality, "colour subsampling": lambda t: t.subsampling},
    "picture size": {
        "width": lambda t: t.width,
        "height": lambda t: t.height,
        "width by height": lambda t: t.width / t.height,
    },
    FILE_SIZE: {"bytes per pixel": lambda t: t.bytes_per_pixel},
}
_KINDS: Mapping[str, Callable[[FileTraits], frozenset[str]]] = {
    "format": lambda t: frozenset({t.format}),
    "colour mode": lambda t: frozenset({t.mode}),
    "metadata": lambda t: t.metadata,
}
_PIXELS: Mapping[str, Mapping[str, Callable[[PixelTraits], float]]] = {
    JPEG_TRACES: {"quantised share": lambda t: t.jpeg},
    RESAMPLING: {"strength": lambda t: t.resampling},
    SHARPNESS: {"sharpness": lambda t: t.sharpness},
}


@dataclass(frozen=True, slots=True)
class _Sample:
    """Traits of files and, of the first of them, of their pixels, each beside the labels (0 real, 1 fake)."""

    files: list[FileTraits]
    labels: NDArray[np.int64]
    pixels: list[PixelTraits]
    pixel_labels: NDArray[np.int64]


def audit_shortcuts(
    entries: Sequence[ImageEntry],
    max_megapixels: float,
    seed: int,
    control: RunControl,
    progress: ReportProgress = lambda done, total: None,
    disk: DiskStore | None = None,
) -> ShortcutsAudited:
    """Cross-validated AUC of a decision tree on the traits of a sample of files: all together, and each alone.

    The leak score is the AUC over the traits of the files, or that of JPEG's traces in the pixels where it is higher.
    NO_SHORTCUTS, which also depend on the picture, are told beside it. It is None where a class has too few files.
    Unreadable files are left out. What was seen in the pixels is kept on ``disk``, as decoding is what takes long.
    """
    sample = _sample(entries, max_megapixels, seed, control, progress, _Pixels(max_megapixels, control, disk))
    if _too_few(sample.labels):
        return ShortcutsAudited(images=len(sample.files), leak_score=None)
    tables = _columns(sample.files)
    leaks = [
        TraitLeak(name, cross_validated_auc(table, sample.labels, seed), _words(name, sample.files, sample.labels))
        for name, table in tables.items()
    ]
    together = np.hstack([table for name, table in tables.items() if name not in NO_SHORTCUTS])
    in_pixels = _pixel_leaks(sample, seed)
    scores = [cross_validated_auc(together, sample.labels, seed)]
    scores += [leak.auc for leak in in_pixels if leak.name not in NO_SHORTCUTS]
    return ShortcutsAudited(
        images=len(sample.files),
        leak_score=max(scores),
        traits=tuple(sorted([*leaks, *in_pixels], key=lambda leak: -leak.auc)),
        decoded=len(sample.pixels),
        not_seen="" if in_pixels else f"{', '.join(_PIXELS)}: {_NOT_SEEN}",
    )


def _too_few(labels: NDArray[np.int64]) -> bool:
    return bool(min(np.bincount(labels, minlength=2)) < LEAST_PER_CLASS)


def _pixel_leaks(sample: _Sample, seed: int) -> list[TraitLeak]:
    """Of each trait of the pixels; none where a class has too few pictures to see any."""
    labels = sample.pixel_labels
    if _too_few(labels):
        return []
    leaks = []
    for name, columns in _PIXELS.items():
        table = np.array([[column(t) for column in columns.values()] for t in sample.pixels])
        words = _medians(columns, sample.pixels, labels)
        leaks.append(TraitLeak(name, cross_validated_auc(table, labels, seed), words))
    return leaks


def cross_validated_auc(table: Table, labels: NDArray[np.int64], seed: int) -> float:
    """AUC of a shallow decision tree on rows that it was not fitted to; 0.5 where the columns say nothing."""
    from sklearn import config_context
    from sklearn.model_selection import StratifiedKFold
    from sklearn.tree import DecisionTreeClassifier

    if not np.ptp(table, axis=0).any():
        return 0.5
    tree = DecisionTreeClassifier(max_depth=4, min_samples_leaf=_LEAF, random_state=seed)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    columns, told = table.astype(np.float32), np.empty(len(labels))  # float32 is what a tree reads
    with config_context(assume_finite=True, skip_parameter_validation=True):  # which take longer than the trees
        for fitted, judged in folds.split(table, labels):
            tree.fit(columns[fitted], labels[fitted], check_input=False)
            told[judged] = tree.predict_proba(columns[judged], check_input=False)[:, 1]
    return ranking(labels, told).area


def _sample(
    entries: Sequence[ImageEntry],
    max_megapixels: float,
    seed: int,
    control: RunControl,
    progress: ReportProgress,
    pixels_of: "_Pixels",
) -> _Sample:
    """Traits of as many files of either class as are audited, in an order of chance."""
    labels_known = ImageList.of(entries).labels
    order = np.random.default_rng(seed).permutation(len(entries))
    chosen = np.sort(np.concatenate([np.flatnonzero(labels_known[order] == c)[:AUDITED_PER_CLASS] for c in (0, 1)]))
    files, labels, pixels, pixel_labels = list[FileTraits](), list[int](), list[PixelTraits](), list[int]()
    budgets = (_DecodingBudget(), _DecodingBudget())
    for done, place in enumerate(chosen.tolist()):
        control.check()
        progress(done, len(chosen))
        image = entries[order[place]]
        try:
            read = partial(pixels_of.files.read, partial(read_traits, image.path, max_megapixels))
            traits = read_when_there(image.path, read, control)
            decodes = budgets[image.label].spend(traits)
            found = pixels_of(image.path) if decodes else None
        except (UnreadableImageError, OSError):
            continue
        files.append(traits)
        labels.append(image.label)
        if found:
            pixels.append(found)
            pixel_labels.append(image.label)
    pixels_of.keep_new()
    return _Sample(files, np.array(labels, np.int64), pixels, np.array(pixel_labels, np.int64))


class _Pixels:
    """Traits of the pixels of files, of which none is decoded twice as long as it stays as it is."""

    def __init__(self, max_megapixels: float, control: RunControl, disk: DiskStore | None) -> None:
        self._max_megapixels, self._control, self._disk = max_megapixels, control, disk
        self._new: list[tuple[bytes, StoredArray]] = []
        self.files = FilePatience()

    def __call__(self, path: Path) -> PixelTraits | None:
        """As `pixel_traits`; raises as `decode` does."""
        return read_when_there(path, partial(self._found, path), self._control)

    def keep_new(self) -> None:
        """Keep what was seen since the last time."""
        if self._disk is not None:
            self._disk.put(self._new)
        self._new.clear()

    def _found(self, path: Path) -> PixelTraits | None:
        key = file_key(path, f"traits {TRAITS_VERSION} {self._max_megapixels} {DECODERS}")
        kept = None if self._disk is None else self._disk.get(key)
        if kept is not None:
            return PixelTraits(*kept.array.tolist()) if kept.array.size else None
        traits = pixel_traits(decode(path, self._max_megapixels, self.files))
        self._new.append((key, keep(np.array(() if traits is None else astuple(traits), np.float64))))
        return traits


class _DecodingBudget:
    """How many pictures of a class are decoded: fewer of large ones."""

    def __init__(self) -> None:
        self._pictures = 0
        self._megapixels = 0.0

    def spend(self, traits: FileTraits) -> bool:
        """Whether this picture is decoded."""
        if self._pictures >= (DECODED_PER_CLASS if self._megapixels < DECODED_MEGAPIXELS else LEAST_DECODED):
            return False
        self._pictures += 1
        self._megapixels += traits.width * traits.height / 1e6
        return True


def _columns(traits: Sequence[FileTraits]) -> dict[str, Table]:
    """The table (files, columns) of every trait; one column for each kind that occurs, in the order of their names."""
    tables = {
        name: np.array([[float(column(t)) for column in columns.values()] for t in traits])
        for name, columns in _NUMBERS.items()
    }
    for name, kinds in _KINDS.items():
        known = sorted(frozenset().union(*map(kinds, traits)))
        tables[name] = np.array([[float(kind in kinds(t)) for kind in known] for t in traits]).reshape(len(traits), -1)
    return {name: table for name, table in tables.items() if table.shape[1]}


def _words(name: str, traits: Sequence[FileTraits], labels: NDArray[np.int64]) -> str:
    """What the trait is like in either class, such as "PNG: 2 % of real, 100 % of fake files"."""
    if name in _KINDS:
        return _shares(_by_class(traits, labels), _KINDS[name])
    return _medians(_NUMBERS[name], traits, labels)


def _medians(columns: Mapping[str, Callable[[T], float]], traits: Sequence[T], labels: NDArray[np.int64]) -> str:
    """The median of each number in either class, where they differ."""
    texts = []
    for column, value in columns.items():
        middle = [_number(column, median(value(t) for t in group)) for group in _by_class(traits, labels)]
        if middle[0] != middle[1]:
            texts.append(f"median {column}: real {middle[0]}, fake {middle[1]}")
    return "; ".join(texts)


def _by_class(traits: Sequence[T], labels: NDArray[np.int64]) -> list[list[T]]:
    return [[t for t, label in zip(traits, labels, strict=True) if label == wanted] for wanted in (0, 1)]


def _shares(classes: Sequence[Sequence[FileTraits]], kinds: Callable[[FileTraits], frozenset[str]]) -> str:
    """The kind whose share differs most between the classes."""
    known = frozenset().union(*(kinds(t) for group in classes for t in group))
    shares = {kind: [sum(kind in kinds(t) for t in group) / len(group) for group in classes] for kind in sorted(known)}
    if not shares:
        return ""
    kind, (real, fake) = max(shares.items(), key=lambda item: abs(item[1][0] - item[1][1]))
    if real == fake:
        return ""
    return f"{printable(kind)}: {whole_percent(real)} of real, {whole_percent(fake)} of fake files"


def _number(column: str, value: float) -> str:
    return "none (lossless)" if column == "quality" and value == NO_QUALITY else figure(value, 4)
