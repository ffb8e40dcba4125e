"""The folders that were chosen as a tree, to be given classes: counts, formats, examples, and what names propose."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from engine.control import RunControl
from engine.data.images.decoding import UnreadableImageError, read_header
from engine.data.scan.class_names import ClassNames, inside, printable
from engine.data.scan.class_proposals import proposals
from engine.data.scan.class_words import Says
from engine.data.scan.csv_list import CSV_EXTENSIONS, EMPTY, read_rows
from engine.data.scan.deciding import Parts, deciding_folders
from engine.data.scan.layouts import image_folders
from engine.settings.classes import FolderClass
from engine.settings.data import DataSettings

EXAMPLES = 4
_MOST_HEADERS = 400  # read for the typical sizes, which are a help and no count
_PER_FOLDER = 2
Choices = Mapping[str, FolderClass]
Effective = FolderClass | Literal["both"] | None


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder, or a label of a CSV: what it holds, at and below, and what its names say of its class."""

    path: str  # as the settings name it
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


def find_classes(settings: DataSettings, control: RunControl) -> tuple[FoundFolder, ...]:
    """The trees of all folders and CSVs of the settings; DataError for one that cannot be listed.

    Proposals and what decides are for what the names of the settings leave open.
    """
    names = ClassNames(settings)
    trees: list[tuple[Path, bool, _Tree]] = []
    for chosen in (settings.train, settings.validation, settings.test):
        for root in dict.fromkeys(path.absolute() for path in chosen):
            if root.exists() and all(root != known for known, *_ in trees):
                trees.append((root, len(chosen) > 1, _list(root, control)))
    size_of = _Sizes(settings.max_megapixels, control)
    found = [_found(root, several, tree, names) for root, several, tree in trees]
    shared = _of_several_meanings(found)
    return tuple(
        _finished(folder, root, (), shared, size_of) for folder, (root, *_) in zip(found, trees, strict=True)
    )


def choices_of(folders: Sequence[FoundFolder]) -> dict[str, FolderClass]:
    """What the settings choose, by path."""
    return {folder.path: folder.chosen for folder, _ in walk(folders, {}) if folder.chosen is not None}


def shown_class(folder: FoundFolder, choices: Choices, above: FolderClass | None) -> tuple[Effective, FolderClass | None]:
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


@dataclass(slots=True)
class _Tree:
    """What was listed of a folder."""

    name: str
    here: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    files: list[Path] = field(default_factory=list)  # a few
    folders: dict[str, "_Tree"] = field(default_factory=dict)

    def at(self, parts: Parts) -> "_Tree":
        tree = self
        for part in parts:
            tree = tree.folders.setdefault(part, _Tree(part))
        return tree

    def add(self, folder: Path, names: Sequence[str]) -> None:
        self.here += len(names)
        self.formats.update(os.path.splitext(name)[1][1:].upper() for name in names)  # noqa: PTH122 (Path is slow here)
        step = max(1, len(names) // EXAMPLES)
        self.files += [folder / name for name in islice(names, 0, None, step)][: EXAMPLES - len(self.files)]


def _list(root: Path, control: RunControl) -> _Tree:
    tree = _Tree(root.name or str(root))
    if root.is_dir():
        for folder in image_folders(root, control):
            tree.at(folder.parts).add(folder.path, folder.names)
    elif root.suffix.lower() in CSV_EXTENSIONS:
        for _, row in read_rows(root):
            control.check()
            tree.at((row["label"] or EMPTY,)).add(root.parent, (row["path"],))
    return tree


def _walk_tree(tree: _Tree, parts: Parts = ()) -> Iterator[tuple[Parts, _Tree]]:
    yield parts, tree
    for name, inner in tree.folders.items():
        yield from _walk_tree(inner, (*parts, name))


def _found(root: Path, several: bool, tree: _Tree, names: ClassNames) -> FoundFolder:
    """The tree with what names and choices say, by the paths below this root."""
    listed = dict(_walk_tree(tree))
    above_all = () if any(names.label(part) is not None for parts in listed for part in parts) else (root.name,)
    by_name = {parts: _by_name((*above_all, *parts), names) for parts in listed}
    holding = [parts for parts, inner in listed.items() if inner.here]
    decided = [parts for parts in holding if by_name[parts] in ("real", "fake")]
    above = {parts[:depth] for parts in decided for depth in range(len(parts))}
    opened = [parts for parts in holding if by_name[parts] == "both" or (by_name[parts] is None and parts not in above)]
    unnamed = [parts for parts in opened if by_name[parts] is None]
    proposal = proposals(unnamed, decided, root.stem if several else None)
    deciding = set(deciding_folders(opened, decided)) if opened else set()

    def built(parts: Parts) -> FoundFolder:
        inner = listed[parts]
        folders = tuple(built((*parts, name)) for name in inner.folders)
        formats = inner.formats.copy()
        for folder in folders:
            formats.update(folder.formats)
        path, chosen = names.choice_of(root, parts) or (inside(root, parts), None)
        return FoundFolder(
            path=path,
            chosen=chosen,
            name=printable(inner.name),
            images=inner.here + sum(folder.images for folder in folders),
            here=inner.here,
            formats=dict(formats.most_common()),
            size="",
            examples=_spread([inner.files, *(folder.examples for folder in folders)]),
            by_name=by_name[parts],
            proposal=proposal.get(parts),
            decides=parts in deciding,
            folders=folders,
        )

    return built(())


def _by_name(parts: Parts, names: ClassNames) -> Effective:
    labels = {names.label(part) for part in parts} - {None}
    if len(labels) > 1:
        return "both"
    return None if not labels else ("fake" if 1 in labels else "real")


def _of_several_meanings(roots: Sequence[FoundFolder]) -> frozenset[str]:
    """Paths that lead to folders of several roots which may mean different classes: they have to be written in full."""
    meanings: dict[str, list[Says | None]] = {}
    for root in roots:
        for folder, _ in walk((root,), {}):
            if folder.chosen is None:
                meanings.setdefault(folder.path, []).append(folder.proposal)
    return frozenset(path for path, said in meanings.items() if len(said) > 1 and (None in said or len(set(said)) > 1))


def _spread(files: Sequence[Sequence[Path]]) -> tuple[Path, ...]:
    """A few files, from as many of the lists as there are."""
    in_turn = (each[place] for place in range(EXAMPLES) for each in files if place < len(each))
    return tuple(islice(in_turn, EXAMPLES))


def _finished(
    folder: FoundFolder, root: Path, parts: Parts, in_full: Collection[str], size_of: Callable[[Sequence[Path]], str]
) -> FoundFolder:
    """With sizes, the highest folders first as there may be many, and with paths that lead to one folder."""
    path = folder.path
    if folder.chosen is None and path in in_full:
        path = printable(root.joinpath(*parts).as_posix())
    size = size_of(folder.examples)
    folders = (_finished(inner, root, (*parts, inner.name), in_full, size_of) for inner in folder.folders)
    return replace(folder, path=path, size=size, folders=tuple(folders))


class _Sizes:
    """The most common size of a few pictures; each file is opened once, and only so many in all."""

    def __init__(self, max_megapixels: float, control: RunControl) -> None:
        self._max_megapixels, self._control = max_megapixels, control
        self._known: dict[Path, str] = {}

    def __call__(self, files: Sequence[Path]) -> str:
        sizes = Counter(size for path in files[:_PER_FOLDER] if (size := self._size(path)))
        return next((size for size, _ in sizes.most_common(1)), "")

    def _size(self, path: Path) -> str:
        if path not in self._known and len(self._known) < _MOST_HEADERS:
            self._control.check()
            try:
                header = read_header(path, self._max_megapixels)
                self._known[path] = f"{header.width} x {header.height}"
            except UnreadableImageError:
                self._known[path] = ""
        return self._known.get(path, "")
