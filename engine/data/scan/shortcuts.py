"""The shortcut audit: how well labels can be told from the files alone, without looking at a single picture."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.images.decoding import UnreadableImageError
from engine.data.images.file_traits import NO_QUALITY, FileTraits, read_traits
from engine.data.scan.class_names import printable
from engine.data.scan.entries import ImageEntry
from engine.events import FILE_SIZE, ShortcutsAudited, TraitLeak
from engine.number_words import figure, whole_percent

AUDITED_PER_CLASS = 500
LEAST_PER_CLASS = 15  # fewer say nothing about what holds for all
FOLDS = 5
_LEAF = 5  # files; a smaller group may be chance

Column = Callable[[FileTraits], float]
_NUMBERS: Mapping[str, Mapping[str, Column]] = {
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


def audit_shortcuts(
    entries: Sequence[ImageEntry], max_megapixels: float, seed: int, control: RunControl
) -> ShortcutsAudited:
    """Cross-validated AUC of a decision tree on the traits of a sample of files: all together, and each alone.

    The leak score is the AUC over all traits but the file size, which also depends on the picture: a smoother one
    makes a smaller file. It is None where a class has too few files. Unreadable files are left out.
    """
    traits, labels = _sample(entries, max_megapixels, seed, control)
    if min(np.bincount(labels, minlength=2)) < LEAST_PER_CLASS:
        return ShortcutsAudited(images=len(traits), leak_score=None)
    columns = _columns(traits)
    leaks = [
        TraitLeak(name, cross_validated_auc(table, labels, seed), _words(name, traits, labels))
        for name, table in columns.items()
    ]
    together = np.hstack([table for name, table in columns.items() if name != FILE_SIZE])
    return ShortcutsAudited(
        images=len(traits),
        leak_score=cross_validated_auc(together, labels, seed),
        traits=tuple(sorted(leaks, key=lambda leak: -leak.auc)),
    )


def cross_validated_auc(table: NDArray[np.float64], labels: NDArray[np.int64], seed: int) -> float:
    """AUC of a shallow decision tree on rows that it was not fitted to; 0.5 where the columns say nothing."""
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.tree import DecisionTreeClassifier

    if not np.ptp(table, axis=0).any():
        return 0.5
    tree = DecisionTreeClassifier(max_depth=4, min_samples_leaf=_LEAF, random_state=seed)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    told = cross_val_predict(tree, table, labels, cv=folds, method="predict_proba")[:, 1]
    return float(roc_auc_score(labels, told))


def _sample(
    entries: Sequence[ImageEntry], max_megapixels: float, seed: int, control: RunControl
) -> tuple[list[FileTraits], NDArray[np.int64]]:
    """Traits of as many files of either class as are audited, and their labels."""
    order = np.random.default_rng(seed).permutation(len(entries))
    traits: list[FileTraits] = []
    labels: list[int] = []
    wanted = [AUDITED_PER_CLASS, AUDITED_PER_CLASS]
    for index in order:
        if not any(wanted):
            break
        image = entries[index]
        if not wanted[image.label]:
            continue
        control.check()
        try:
            traits.append(read_traits(image.path, max_megapixels))
        except (UnreadableImageError, OSError):
            continue
        labels.append(image.label)
        wanted[image.label] -= 1
    return traits, np.array(labels, np.int64)


def _columns(traits: Sequence[FileTraits]) -> dict[str, NDArray[np.float64]]:
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
    classes = [[t for t, label in zip(traits, labels, strict=True) if label == wanted] for wanted in (0, 1)]
    if name in _KINDS:
        return _shares(classes, _KINDS[name])
    texts = []
    for column, value in _NUMBERS[name].items():
        middle = [_number(column, median(value(t) for t in group)) for group in classes]
        if middle[0] != middle[1]:
            texts.append(f"median {column}: real {middle[0]}, fake {middle[1]}")
    return "; ".join(texts)


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
