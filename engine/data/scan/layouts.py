"""Folders as people have them: split, source and class folders, nested in any of the usual ways."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.control import RunControl
from engine.data.images.kinds import EXTENSIONS
from engine.data.scan.class_names import SPLIT_NAMES, ClassNames, printable, some
from engine.data.scan.image_list import ImageList, ImageListBuilder, Origin, Split
from engine.data.scan.sources import UNNAMED, generators
from engine.errors import DataError

_WINDOWS_HIDDEN = 0x2
NO_LABEL = -1


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
    root: Path, names: ClassNames, default_source: str, control: RunControl, images: ImageListBuilder
) -> ImageList:
    """Add the labelled pictures below the root, by path; returns those beside class folders, which have no label.

    The root's own name serves as the class where no folder below it does. Raises DataError where there are no
    pictures, where a folder matches neither class, and where a path names both.
    """
    folders = list(image_folders(root, control))
    if not folders:
        raise DataError(
            f"The folder {root} holds no JPEG, PNG, WebP, BMP or TIFF picture.",
            "Choose the folder that the pictures are in.",
        )
    known = any(names.label(part) is not None for folder in folders for part in folder.parts)
    above = () if known or names.label(root.name) is None else (root.name,)
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


def image_folders(root: Path, control: RunControl) -> Iterator[ImageFolder]:
    """All pictures below the root in the order of their paths, by extension, without hidden ones and link loops.

    A folder comes in several pieces where folders in it belong between its files.
    """
    pending: list[_Subfolder | ImageFolder] = [_Subfolder(root, (), frozenset())]
    while pending:
        control.check()
        next_one = pending.pop()
        if isinstance(next_one, ImageFolder):
            yield next_one
        else:
            pending += reversed(_opened(next_one))


def _opened(folder: _Subfolder) -> list[_Subfolder | ImageFolder]:
    """What a folder holds, by path: runs of files, and the folders between them."""
    path, parts = folder.path, folder.parts
    try:
        identity = _identity(path)
        content = _content(path) if identity not in folder.above else {}
    except OSError as error:
        raise DataError(
            f"The folder {path} cannot be opened ({error.strerror}).",
            "Allow reading it, or move it out of the data folder.",
        ) from error
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


def _content(path: Path) -> dict[str, int]:
    """Folders by name with a slash, pictures by name, and their bytes."""
    content = {}
    with os.scandir(path) as found:
        for entry in found:
            if _hidden(entry):
                continue
            if _is_folder(entry):
                content[f"{entry.name}/"] = 0
            elif os.path.splitext(entry.name)[1].lower() in EXTENSIONS:  # noqa: PTH122 (Path is slow here)
                size = _size(entry)
                if size is not None:
                    content[entry.name] = size
    return content


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
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
