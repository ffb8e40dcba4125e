"""Lists the folders that were chosen as a tree: counts, formats, sizes, examples, and what names propose."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from engine.control import RunControl
from engine.data.classes.class_proposals import proposals
from engine.data.classes.folder_tree import Effective, FoundFolder, Says, walk
from engine.data.images.decoding import UnreadableImageError, read_header
from engine.data.listing.class_names import ClassNames, inside, printable
from engine.data.listing.csv_list import CSV_EXTENSIONS, EMPTY, read_rows
from engine.data.listing.deciding import Parts, deciding_folders
from engine.data.listing.walking import image_folders
from engine.files import FilePatience
from engine.settings.data import DataSettings

EXAMPLES = 4
_MOST_HEADERS = 400  # read for the typical sizes, which are a help and no count
_PER_FOLDER = 2


def find_classes(settings: DataSettings, control: RunControl) -> tuple[FoundFolder, ...]:
    """The trees of all folders and CSVs of the settings; DataError for one that cannot be listed.

    Proposals and what decides are for what the names of the settings leave open.
    """
    names = ClassNames(settings)
    size_of = _Sizes(settings.max_megapixels, control)
    trees: dict[Path, FoundFolder] = {}
    in_full: set[str] = set()
    for chosen in (settings.train, settings.validation, settings.test):
        roots = dict.fromkeys(path.absolute() for path in chosen)
        found = {root: _found(root, len(roots) > 1, _list(root, control), names) for root in roots if root.exists()}
        in_full |= _of_several_meanings(found.values())
        trees |= {root: folder for root, folder in found.items() if root not in trees}
    return tuple(_finished(folder, in_full, size_of) for folder in trees.values())


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
            place=printable(root.joinpath(*parts).as_posix()),
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


def _of_several_meanings(roots: Collection[FoundFolder]) -> frozenset[str]:
    """Paths in several roots side by side which may differ in class, so that they have to be written in full."""
    meanings: dict[str, list[Says | None]] = {}
    for root in roots:
        said = {folder.path: folder.proposal for folder, _ in walk((root,), {}) if folder.chosen is None}
        for path, proposal in said.items():
            meanings.setdefault(path, []).append(proposal)
    return frozenset(
        path
        for path, all_said in meanings.items()
        if len(all_said) > 1 and (None in all_said or len(set(all_said)) > 1)
    )


def _spread(files: Sequence[Sequence[Path]]) -> tuple[Path, ...]:
    """A few files, from as many of the lists as there are."""
    in_turn = (each[place] for place in range(EXAMPLES) for each in files if place < len(each))
    return tuple(islice(in_turn, EXAMPLES))


def _finished(folder: FoundFolder, in_full: Collection[str], size_of: Callable[[Sequence[Path]], str]) -> FoundFolder:
    """With sizes, the highest folders first as there may be many, and with paths that lead to one folder."""
    path = folder.place if folder.chosen is None and folder.path in in_full else folder.path
    size = size_of(folder.examples)
    folders = tuple(_finished(inner, in_full, size_of) for inner in folder.folders)
    return replace(folder, path=path, size=size, folders=folders)


class _Sizes:
    """The most common size of a few pictures; each file is opened once, and only so many in all."""

    def __init__(self, max_megapixels: float, control: RunControl) -> None:
        self._max_megapixels, self._control = max_megapixels, control
        self._known: dict[Path, str] = {}
        self._files = FilePatience()

    def __call__(self, files: Sequence[Path]) -> str:
        sizes = Counter(size for path in files[:_PER_FOLDER] if (size := self._size(path)))
        return next((size for size, _ in sizes.most_common(1)), "")

    def _size(self, path: Path) -> str:
        if path not in self._known and len(self._known) < _MOST_HEADERS:
            self._control.check()
            try:
                header = read_header(path, self._max_megapixels, self._files)
                self._known[path] = f"{header.width} x {header.height}"
            except UnreadableImageError:
                self._known[path] = ""
        return self._known.get(path, "")
