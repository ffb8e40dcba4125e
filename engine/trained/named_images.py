"""Pictures that are named to be scored, or lie in folders that are: each file once, no other without a word."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.control import RunControl
from engine.data.listing.left_out import LeftOutFiles, why_left_out
from engine.data.listing.walking import PassedOver, image_folders, no_pictures
from engine.data.scan.duplicates import RealFiles
from engine.errors import DataError
from engine.events import LeftOut


@dataclass(frozen=True, slots=True)
class NamedImages:
    """Pictures that are named, or lie in a folder that is, and what is not scored of what was named.

    Each file is one of ``pictures`` once; ``repeated`` are paths that name one again; ``refused`` are files that were
    named themselves and that a folder would leave out, with the reason; ``left_out`` is that of folders.
    """

    pictures: list[Path]
    repeated: list[Path]
    refused: dict[Path, str]
    left_out: tuple[LeftOut, ...]


def named_images(paths: Sequence[Path], control: RunControl) -> NamedImages:
    """What is to be scored; DataError for a path that leads nowhere, and a folder without pictures."""
    file_of, named = RealFiles(), dict[str, list[Path]]()
    left_out, refused = LeftOutFiles(), dict[Path, str]()
    for path in images_in(paths, control, left_out):
        why = why_left_out(path.name)
        if why is not None:
            refused[path] = why[1]
            continue
        named.setdefault(file_of(os.path.abspath(path)), []).append(path)  # noqa: PTH100 (Path.absolute keeps "..")
    pictures = [first for first, *_ in named.values()]
    return NamedImages(pictures, [path for _, *again in named.values() for path in again], refused, left_out.found())


def images_in(paths: Sequence[Path], control: RunControl, left_out: LeftOutFiles) -> Iterator[Path]:
    """Every picture of the paths, those of folders sorted; DataError for a path that leads nowhere."""
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises for a name that is too long)
            passed = PassedOver()
            found = [folder.path / name for folder in image_folders(path, control, passed) for name in folder.names]
            if not found:
                raise no_pictures(path, passed)
            for (_, kind, reason), count in passed.items():
                left_out.add("", kind, reason, count)
            yield from sorted(found)
        elif os.path.exists(path):  # noqa: PTH110 (the same)
            yield path
        else:
            pattern = "*" in path.name  # which the shells of Windows leave to the program
            remedy = "Name the folder that the pictures are in: * is no pattern here." if pattern else "Check the path."
            raise DataError(f"There is no image or folder {path}.", remedy)
