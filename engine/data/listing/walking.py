"""Walks through a folder: pictures by ending, in the order of their paths; what is passed over is counted."""

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.control import RunControl
from engine.data.images.kinds import IN_WORDS
from engine.data.listing.left_out import HIDDEN, NO_FILE, LeftOutFiles, folder_rule, in_words, why_left_out
from engine.errors import DataError

_WINDOWS_HIDDEN = 0x2
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


def no_pictures(root: Path, passed: PassedOver) -> DataError:
    """What to say of a folder that holds none, with what it holds instead."""
    left_out = LeftOutFiles()
    for (_, kind, reason), count in passed.items():
        left_out.add("", kind, reason, count)
    held = f": {in_words(found)}" if (found := left_out.found()) else ""
    return DataError(
        f"The folder {root} holds no {IN_WORDS} picture{held}.", "Choose the folder that the pictures are in."
    )
