"""Folders as people have them: split, source and class folders, nested in any of the usual ways."""

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.control import RunControl
from engine.data.images.kinds import IN_WORDS
from engine.data.scan.class_names import SPLIT_NAMES, ClassNames, printable, some
from engine.data.scan.image_list import ImageList, ImageListBuilder, Origin, Split
from engine.data.scan.left_out import (
    CLASS_WORDS,
    HIDDEN,
    NO_FILE,
    LeftOutFiles,
    folder_rule,
    in_words,
    why_left_out,
)
from engine.data.scan.sources import UNNAMED, generators
from engine.errors import DataError

_WINDOWS_HIDDEN = 0x2
NO_LABEL = -1
PassedOver = Counter[tuple[tuple[str, ...], str, str]]  # folder names below the root, kind, reason -> files


@dataclass(frozen=True, slots=True)
class ImageFolder:
    """Pictures of a folder: its path, the folder names below the root, file names and bytes."""

    path: Path
    parts: tuple[str, ...]
    names: list[str]
    sizes: list[int]


@dataclass(frozen=True, slots=True)
class _Subfolder:
    path: Path
    parts: tuple[str, ...]
    above: frozenset[tuple[int, int] | str]  # identities of the folders it is in


@dataclass(frozen=True, slots=True)
class Place:
    """What the names of the folders above a picture say."""

    label: int
    split: Split | None
    source: str  # folders above the class, without the split, joined by "/"
    folder: str  # folders below the class, the same way
    parents: tuple[str, ...]  # all folders above the class


def list_folder(
    root: Path,
    names: ClassNames,
    default_source: str,
    control: RunControl,
    images: ImageListBuilder,
    left_out: LeftOutFiles,
) -> ImageList:
    """Add the labelled pictures below the root, by path; returns those beside class folders, which have no label.

    The root's own name serves as the class where no folder below it does. Raises DataError where there are no
    pictures, where a folder matches neither class, and where a path names both.
    """
    passed = PassedOver()
    folders = list(image_folders(root, control, passed))
    if not folders:
        raise no_pictures(root, passed)
    known = any(names.label(part) is not None for folder in folders for part in folder.parts)
    above = () if known or names.label(root.name) is None else (root.name,)
    for (parts, kind, reason), count in passed.items():
        left_out.add(_class_word(above + parts, names), kind, reason, count)
    outside = ImageListBuilder()
    parents: set[tuple[str, ...]] = set()
    unlabelled = []
    found = [_place(root, above + folder.parts, names) for folder in folders]
    below: tuple[set[str], set[str]] = (set(), set())
    for place in found:
        if place is not None:
            below[place.label].add(place.folder)
    named = generators(below_reals=below[0], below_fakes=below[1])
    for folder, place in zip(folders, found, strict=True):
        if place is None:
            unlabelled.append(folder)
            outside.add(Origin(str(folder.path), NO_LABEL, ""), folder.names, folder.sizes)
        else:
            parents |= {place.parents[:depth] for depth in range(len(place.parents) + 1)}
            images.add(_origin(folder, place, default_source, named), folder.names, folder.sizes)
    _check_classes(root, [folder for folder in unlabelled if folder.parts not in parents], names)
    return outside.built()


def no_pictures(root: Path, passed: PassedOver) -> DataError:
    """What to say of a folder that holds none, with what it holds instead."""
    left_out = LeftOutFiles()
    for (_, kind, reason), count in passed.items():
        left_out.add("", kind, reason, count)
    held = f": {in_words(found)}" if (found := left_out.found()) else ""
    return DataError(
        f"The folder {root} holds no {IN_WORDS} picture{held}.", "Choose the folder that the pictures are in."
    )


def _class_word(parts: Sequence[str], names: ClassNames) -> str:
    """The class that the folders above a file say; empty where they say none or both."""
    labels = {label for part in parts if (label := names.label(part)) is not None}
    return CLASS_WORDS[labels.pop()] if len(labels) == 1 else ""


def image_folders(root: Path, control: RunControl, passed: PassedOver | None = None) -> Iterator[ImageFolder]:
    """All pictures below the root in the order of their paths, by ending, without hidden ones and link loops.

    A folder comes in several pieces where folders in it belong between its files. What is left out by its name is
    counted in ``passed``.
    """
    passed = PassedOver() if passed is None else passed
    pending: list[_Subfolder | ImageFolder] = [_Subfolder(root, (), frozenset())]
    while pending:
        control.check()
        next_one = pending.pop()
        if isinstance(next_one, ImageFolder):
            yield next_one
        else:
            pending += reversed(_opened(next_one, control, passed))


def _opened(folder: _Subfolder, control: RunControl, passed: PassedOver) -> list[_Subfolder | ImageFolder]:
    """What a folder holds, by path: runs of files, and the folders between them."""
    path, parts = folder.path, folder.parts
    try:
        identity = _identity(path)
        content, others = _content(path, control) if identity not in folder.above else ({}, ())
    except OSError as error:
        raise DataError(
            f"The folder {path} cannot be opened ({error.strerror}).",
            "Allow reading it, or move it out of the data folder.",
        ) from error
    for kind, reason, count in others:
        passed[parts, kind, reason] += count
    found: list[_Subfolder | ImageFolder] = []
    for name in sorted(content):
        if name.endswith("/"):
            found.append(_Subfolder(path / name, (*parts, name[:-1]), folder.above | {identity}))
            continue
        if not found or isinstance(found[-1], _Subfolder):
            found.append(files := ImageFolder(path, parts, [], []))
        files.names.append(name)
        files.sizes.append(content[name])
    return found


def _identity(path: Path) -> tuple[int, int] | str:
    """Of a folder, whatever its path: device and inode, which some network drives of Windows do not number."""
    status = path.stat()
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _content(path: Path, control: RunControl) -> tuple[dict[str, int], list[tuple[str, str, int]]]:
    """Folders by name with a slash, pictures by name, and their bytes; kind, reason and count of what is left out."""
    content: dict[str, int] = {}
    others: list[tuple[str, str, int]] = []
    with os.scandir(path) as found:
        for entry in found:
            if _is_folder(entry):
                rule = folder_rule(entry.name) or (HIDDEN if _hidden(entry) else None)
                if rule is None:
                    content[f"{entry.name}/"] = 0
                else:
                    others.append((rule.kind, rule.reason, _files_below(entry, control)))
                continue
            why = why_left_out(entry.name) or ((HIDDEN.kind, HIDDEN.reason) if _hidden(entry) else None)
            size = _size(entry) if why is None else None
            if size is not None:
                content[entry.name] = size
            else:
                others.append((*(why or NO_FILE), 1))
    return content, others


def _files_below(folder: os.DirEntry[str], control: RunControl) -> int:
    """Files in a folder that is left out and in those in it; what may not be opened holds none that anybody counts."""
    count = 0
    for _, _, files in os.walk(folder.path) if not folder.is_symlink() else ():
        control.check()
        count += len(files)
    return count


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _hidden(entry: os.DirEntry[str]) -> bool:
    """Whether Windows hides it; what begins with a dot is left out by its name."""
    if sys.platform == "win32":
        return bool(entry.stat(follow_symlinks=False).st_file_attributes & _WINDOWS_HIDDEN)
    return False


def _size(entry: os.DirEntry[str]) -> int | None:
    """Bytes; -1 where a link leads nowhere, None for what is not a file, such as a pipe."""
    try:
        status = entry.stat()
    except OSError:
        return -1  # listed as unreadable when its header is read
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _place(root: Path, parts: Sequence[str], names: ClassNames) -> Place | None:
    classes = [index for index, part in enumerate(parts) if names.label(part) is not None]
    if not classes:
        return None
    if len({names.label(parts[index]) for index in classes}) > 1:
        raise DataError(
            f"The folder {'/'.join(parts)} in {root} names both classes, so the label of its pictures is unclear.",
            "Rename one of the folders, or choose one further in.",
        )
    at = classes[0]
    near = [index for index in range(min(at + 2, len(parts))) if index != at]
    split_at = next((index for index in near if parts[index].casefold() in SPLIT_NAMES), None)
    return Place(
        label=names.found(parts[at]),
        split=None if split_at is None else SPLIT_NAMES[parts[split_at].casefold()],
        source=printable("/".join(part for index, part in enumerate(parts[:at]) if index != split_at)),
        folder="/".join(part for index, part in enumerate(parts) if index > at and index != split_at),
        parents=tuple(parts[:at]),
    )


def _origin(folder: ImageFolder, place: Place, default_source: str, generators: frozenset[str]) -> Origin:
    source, below = place.source or default_source, place.folder
    first, _, rest = below.partition("/")
    if first in generators:
        source, below = printable(first if source == UNNAMED else f"{source}/{first}"), rest
    return Origin(str(folder.path), place.label, source, place.split, below)


def _check_classes(root: Path, unknown: Sequence[ImageFolder], names: ClassNames) -> None:
    if not unknown:
        return
    found = some("/".join(folder.parts) or "the pictures directly in it" for folder in unknown)
    raise DataError(
        f"In {root} these folders hold pictures but are named as neither class: {found}. {names}",
        "Rename the folders so, add their names to data.real_names or data.fake_names (evaluate: --real, --fake), or "
        "move what is neither out of the data folder.",
    )
