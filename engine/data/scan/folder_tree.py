"""The folders that were chosen as a tree, and the classes that hold for them; free of what reads files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.settings.classes import FolderClass

Says = Literal["real", "fake", "both"]
Choices = Mapping[str, FolderClass]
Effective = FolderClass | Literal["both"] | None


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder, or a label of a CSV: what it holds, at and below, and what its names say of its class."""

    path: str  # as the settings name it: one for what is the same in train and val
    place: str  # where it lies
    chosen: FolderClass | None  # by the settings, for just this path
    name: str
    images: int
    here: int  # of these directly in it
    formats: Mapping[str, int]  # ending in capitals -> files, the most first
    size: str  # the most common of a few, such as "640 x 480"; "" where none was looked at
    examples: tuple[Path, ...]
    by_name: Effective  # by the settings' names of it and of the folders above
    proposal: Says | None  # where its own name decides
    decides: bool  # one of the highest folders without a class whose class would decide
    folders: tuple["FoundFolder", ...] = ()


def choices_of(folders: Sequence[FoundFolder]) -> dict[str, FolderClass]:
    """What the settings choose, by path."""
    return {folder.path: folder.chosen for folder, _ in walk(folders, {}) if folder.chosen is not None}


def shown_class(
    folder: FoundFolder, choices: Choices, above: FolderClass | None
) -> tuple[Effective, FolderClass | None]:
    """The class that holds for a folder, and the choice that goes on to hold below it."""
    chosen = choices.get(folder.path, above)
    return (chosen or folder.by_name), chosen


def walk(
    folders: Sequence[FoundFolder], choices: Choices, above: FolderClass | None = None
) -> Iterator[tuple[FoundFolder, Effective]]:
    """Every folder with the class that holds for it."""
    for folder in folders:
        kind, chosen = shown_class(folder, choices, above)
        yield folder, kind
        yield from walk(folder.folders, choices, chosen)


def undecided(folders: Sequence[FoundFolder], choices: Choices) -> list[FoundFolder]:
    """The highest folders that leave pictures without a class; a scan passes over those above a class folder."""
    found: list[FoundFolder] = []
    for folder in folders:
        _undecided(folder, choices, None, found)
    return found


def proposed(folders: Sequence[FoundFolder], choices: Choices) -> dict[str, FolderClass]:
    """What names propose for what is open, by path."""
    return {
        folder.path: folder.proposal
        for folder, kind in walk(folders, choices)
        if kind not in ("real", "fake", "left out") and folder.proposal in ("real", "fake")
    }


def _undecided(folder: FoundFolder, choices: Choices, above: FolderClass | None, found: list[FoundFolder]) -> bool:
    """Adds to ``found``; whether the folder or one in it is real or fake."""
    kind, chosen = shown_class(folder, choices, above)
    place = len(found)
    decided = [_undecided(inner, choices, chosen, found) for inner in folder.folders]
    is_open = folder.here > 0 and (kind == "both" or (kind is None and not any(decided)))
    if is_open or ((folder.decides or folder.proposal == "both") and len(found) > place and not any(decided)):
        found[place:] = [folder] if not any(decided) else [folder, *found[place:]]
    return (kind in ("real", "fake") and folder.here > 0) or any(decided)
