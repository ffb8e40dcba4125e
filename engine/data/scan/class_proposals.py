"""Proposes classes for folders that have none, by their names: at the highest folder that decides."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from engine.data.scan.class_words import Saying, saying
from engine.data.scan.deciding import Parts, common_folder
from engine.data.scan.folder_tree import Says

_BOTH = frozenset({"real", "fake"})


@dataclass(slots=True)
class _Folder:
    """A folder on the way to one without a class."""

    says: Saying
    holds_decided: bool = False
    folders: dict[str, "_Folder"] = field(default_factory=dict)
    below: frozenset[str] = frozenset()  # classes that the names below it say


def proposals(
    undecided: Collection[Parts], decided: Collection[Parts] = (), root: str | None = None
) -> Mapping[Parts, Says]:
    """The class of the highest folders whose names say one, given the folders of pictures without and with a class.

    One named after a generator in which both are named apart (GenImage: .../ai and .../nature in one of sdv4) leaves it
    to these. One whose name says the opposite of what is named in it is "both", which is for a person to decide. The
    folder that holds everything decides nothing; with a ``root``, the name of one of several, that may be a class too.
    """
    top = _Folder(Saying() if root is None else saying(root))
    for parts in undecided:
        folder = top
        for part in parts:
            folder = folder.folders.setdefault(part, _Folder(saying(part)))
    everything = (*undecided, *decided)
    if root is None and len(everything) > 1:
        _silence(top, common_folder(everything))
    for parts in decided:
        _note_decided(top, parts)
    _look_below(top)
    found: dict[Parts, Says] = {}
    _propose(top, (), found)
    return found


def _silence(top: _Folder, parts: Parts) -> None:
    """Nothing is heard of what the names of these folders say."""
    folder = top
    for part in parts:
        folder = folder.folders.get(part, _Folder(Saying()))
        folder.says = Saying()


def _note_decided(top: _Folder, parts: Parts) -> None:
    folder: _Folder | None = top
    top.holds_decided = True
    for part in parts:
        folder = folder.folders.get(part) if folder is not None else None
        if folder is not None:
            folder.holds_decided = True


def _look_below(folder: _Folder) -> None:
    """What photographs a generator learned from is no class; photographs beside its pictures are."""
    named: set[str] = set()
    for inner in folder.folders.values():
        _look_below(inner)
        named |= inner.below
        if inner.says.strong and inner.says.kind in _BOTH:
            named.add(str(inner.says.kind))
    beside = {inner.says.kind for inner in folder.folders.values()}
    folder.below = frozenset(named | (_BOTH if beside >= _BOTH else frozenset()))


def _propose(folder: _Folder, parts: Parts, found: dict[Parts, Says]) -> None:
    kind = folder.says.kind
    contrary = folder.below - {kind}
    if kind is not None and kind != "both" and not folder.holds_decided:
        if not contrary:
            found[parts] = kind
            return
        if folder.says.strong and (kind == "real" or kind not in folder.below):
            found[parts] = "both"
            return
    if kind == "both" and not folder.folders:
        found[parts] = "both"
    for name, inner in folder.folders.items():
        _propose(inner, (*parts, name), found)
