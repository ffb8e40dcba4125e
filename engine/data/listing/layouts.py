"""Folders as people have them: split, source and class folders, nested in any of the usual ways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.control import RunControl
from engine.data.listing.class_names import HOW_TO_CHOOSE, SPLIT_NAMES, Chosen, ClassNames, printable, some
from engine.data.listing.deciding import deciding_folders
from engine.data.listing.entries import NO_LABEL
from engine.data.listing.image_list import ImageList, ImageListBuilder, Origin, Split
from engine.data.listing.left_out import (
    CLASS_WORDS,
    LeftOutFiles,
)
from engine.data.listing.sources import UNNAMED, generators
from engine.data.listing.walking import ImageFolder, PassedOver, image_folders, no_pictures
from engine.errors import UndecidedClassesError


@dataclass(frozen=True, slots=True)
class Place:
    """What the names of the folders above a picture say."""

    label: int
    split: Split | None
    source: str  # folders above the class, without the split, joined by "/"
    folder: str  # folders below the class, the same way
    parents: tuple[str, ...]  # all folders above the class
    chosen: str = ""  # name of the class folder where its path was chosen, and its name says more than the class


def list_folder(
    root: Path,
    names: ClassNames,
    default_source: str,
    control: RunControl,
    images: ImageListBuilder,
    left_out: LeftOutFiles,
) -> ImageList:
    """Add the labelled pictures below the root, by path; returns those beside class folders, which have no label.

    The root's own name serves as the class where no folder below it does; what was chosen by path goes before names,
    and what is left out is counted in ``names``. Raises DataError where there are no pictures,
    UndecidedClassesError where nothing says a folder's class, and where its path names both.
    """
    passed = PassedOver()
    folders = list(image_folders(root, control, passed))
    if not folders:
        raise no_pictures(root, passed)
    known = any(names.label(part) is not None for folder in folders for part in folder.parts)
    above = () if known or names.label(root.name) is None else (root.name,)
    for (parts, kind, reason), count in passed.items():
        left_out.add(_class_word(root, parts, above, names), kind, reason, count)
    outside = ImageListBuilder()
    used: list[ImageFolder] = []
    found: list[Place | None] = []
    for folder in folders:
        chosen = names.chosen(root, folder.parts)
        if chosen is not None and chosen.kind == "left out":
            names.left_out[chosen.path] += len(folder.names)
            continue
        used.append(folder)
        if chosen is not None:
            found.append(_chosen_place(root, folder.parts, chosen, names))
        else:
            found.append(_place(root, above + folder.parts, names))
    found = _with_telling_names(found)
    below: tuple[set[str], set[str]] = (set(), set())
    parents: set[tuple[str, ...]] = set()
    for place in found:
        if place is not None:
            below[place.label].add(place.folder)
            parents |= {place.parents[:depth] for depth in range(len(place.parents) + 1)}
    named = generators(below_reals=below[0], below_fakes=below[1])
    unlabelled = []
    for folder, place in zip(used, found, strict=True):
        if place is None:
            unlabelled.append(folder.parts)
            outside.add(Origin(str(folder.path), NO_LABEL, ""), folder.names, folder.sizes)
        else:
            images.add(_origin(folder, place, default_source, named), folder.names, folder.sizes)
    labelled = [folder.parts for folder, place in zip(used, found, strict=True) if place is not None]
    _check_classes(root, [parts for parts in unlabelled if parts not in parents], labelled, names)
    return outside.built()


def _class_word(root: Path, parts: tuple[str, ...], above: tuple[str, ...], names: ClassNames) -> str:
    """The class that the folders above a file say; empty where they say none or both, or are left out."""
    if (chosen := names.chosen(root, parts)) is not None:
        return chosen.kind if chosen.kind in CLASS_WORDS else ""
    labels = {label for part in above + parts if (label := names.label(part)) is not None}
    return CLASS_WORDS[labels.pop()] if len(labels) == 1 else ""


def _place(root: Path, parts: Sequence[str], names: ClassNames) -> Place | None:
    classes = [index for index, part in enumerate(parts) if names.label(part) is not None]
    if not classes:
        return None
    if len({names.label(parts[index]) for index in classes}) > 1:
        raise UndecidedClassesError(
            f"The folder {'/'.join(parts)} in {root} names both classes, so the label of its pictures is unclear.",
            f"{HOW_TO_CHOOSE} Rename one of the folders instead, or choose one further in.",
        )
    return _placed(parts, classes[0], names.found(parts[classes[0]]))


def _chosen_place(root: Path, parts: Sequence[str], chosen: Chosen, names: ClassNames) -> Place:
    label = names.label_of(chosen)
    if chosen.depth == 0:  # the root itself
        return _placed((root.name, *parts), 0, label)
    return replace(_placed(parts, chosen.depth - 1, label), chosen=parts[chosen.depth - 1])


def _placed(parts: Sequence[str], at: int, label: int) -> Place:
    """What the folders say around the one that decides the class."""
    near = [index for index in range(min(at + 2, len(parts))) if index != at]
    split_at = next((index for index in near if parts[index].casefold() in SPLIT_NAMES), None)
    return Place(
        label=label,
        split=None if split_at is None else SPLIT_NAMES[parts[split_at].casefold()],
        source=printable("/".join(part for index, part in enumerate(parts[:at]) if index != split_at)),
        folder="/".join(part for index, part in enumerate(parts) if index > at and index != split_at),
        parents=tuple(parts[:at]),
    )


def _with_telling_names(places: Iterable[Place | None]) -> list[Place | None]:
    """A class that was chosen for several folders side by side is made of them: their names are folders below it."""
    places = list(places)
    side_by_side: dict[tuple[int, str], set[str]] = {}
    for place in places:
        if place is not None and place.chosen:
            side_by_side.setdefault((place.label, place.source), set()).add(place.chosen)
    return [
        replace(place, folder="/".join(filter(None, (place.chosen, place.folder))))
        if place is not None and len(side_by_side.get((place.label, place.source), ())) > 1 and place.chosen
        else place
        for place in places
    ]


def _origin(folder: ImageFolder, place: Place, default_source: str, generators: frozenset[str]) -> Origin:
    source, below = place.source or default_source, place.folder
    first, _, rest = below.partition("/")
    if first in generators:
        source, below = printable(first if source == UNNAMED else f"{source}/{first}"), rest
    return Origin(str(folder.path), place.label, source, place.split, below)


def _check_classes(
    root: Path, undecided: Sequence[tuple[str, ...]], decided: Sequence[tuple[str, ...]], names: ClassNames
) -> None:
    if not undecided:
        return
    deciding = deciding_folders(undecided, decided)
    found = some("/".join(parts) or "the pictures directly in it" for parts in deciding)
    raise UndecidedClassesError(
        f"In {root} these folders hold pictures but are named as neither class: {found}. {names}",
        f"{HOW_TO_CHOOSE} Rename the folders so instead, add their names to data.real_names or data.fake_names "
        "(evaluate: --real, --fake), or move what is neither out of the data folder.",
    )
