"""Folders as people have them: split, source and class folders, nested in any of the usual ways."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.control import RunControl
from engine.data.images import EXTENSIONS
from engine.data.listing import SPLIT_NAMES, ClassNames, ListedImage, Split, printable, some
from engine.errors import DataError

_WINDOWS_HIDDEN = 0x2


@dataclass(frozen=True, slots=True)
class ImageFolder:
    """A folder that holds pictures itself: its path, the folder names below the root, and (name, bytes)."""

    path: Path
    parts: tuple[str, ...]
    files: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Place:
    """What the names of the folders above a picture say."""

    label: int
    split: Split | None
    source: str  # folders above the class, without the split, joined by "/"
    folder: str  # folders below the class, the same way
    parents: tuple[str, ...]  # all folders above the class


def list_folder(
    root: Path, names: ClassNames, default_source: str, control: RunControl
) -> tuple[list[ListedImage], list[Path]]:
    """Labelled pictures below the root, by path, and pictures beside its class folders, which have no label.

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
    places = [(folder, _place(root, above + folder.parts, names)) for folder in folders]
    listed = [
        ListedImage(folder.path / name, size, place.label, place.source or default_source, place.split, place.folder)
        for folder, place in places
        if place is not None
        for name, size in folder.files
    ]
    parents = {place.parents[:depth] for _, place in places if place for depth in range(len(place.parents) + 1)}
    unlabelled = [folder for folder, place in places if place is None]
    _check_classes(root, [folder for folder in unlabelled if folder.parts not in parents], names)
    listed.sort(key=lambda image: image.path.as_posix())
    return listed, sorted(folder.path / name for folder in unlabelled for name, _ in folder.files)


def image_folders(root: Path, control: RunControl) -> Iterator[ImageFolder]:
    """All folders from the root down with pictures in them, by extension, without hidden ones and link loops."""
    pending: list[tuple[Path, tuple[str, ...], frozenset[tuple[int, int]]]] = [(root, (), frozenset())]
    while pending:
        control.check()
        path, parts, above = pending.pop()
        try:
            status = path.stat()
            identity = (status.st_dev, status.st_ino)
            folders, files = _content(path) if identity not in above else ([], [])
        except OSError as error:
            raise DataError(
                f"The folder {path} cannot be opened ({error.strerror}).",
                "Allow reading it, or move it out of the data folder.",
            ) from error
        pending += ((path / name, (*parts, name), above | {identity}) for name in folders)
        if files:
            yield ImageFolder(path, parts, files)


def _content(path: Path) -> tuple[list[str], list[tuple[str, int]]]:
    folders, files = [], []
    with os.scandir(path) as found:
        for entry in found:
            if _hidden(entry):
                continue
            if _is_folder(entry):
                folders.append(entry.name)
            elif os.path.splitext(entry.name)[1].lower() in EXTENSIONS:  # noqa: PTH122 (Path is slow here)
                files += _file(entry)
    return folders, files


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


def _file(entry: os.DirEntry[str]) -> list[tuple[str, int]]:
    """Name and bytes; -1 bytes where a link leads nowhere, nothing for what is not a file, such as a pipe."""
    try:
        status = entry.stat()
    except OSError:
        return [(entry.name, -1)]  # listed as unreadable when its header is read
    return [(entry.name, status.st_size)] if stat.S_ISREG(status.st_mode) else []


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


def _check_classes(root: Path, unknown: Sequence[ImageFolder], names: ClassNames) -> None:
    if not unknown:
        return
    found = some("/".join(folder.parts) or "the pictures directly in it" for folder in unknown)
    raise DataError(
        f"In {root} these folders hold pictures but are named as neither class: {found}. {names}",
        "Add the names of your folders to data.real_names or data.fake_names, or move what is neither out of the "
        "data folder.",
    )
