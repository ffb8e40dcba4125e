"""What says the class of a folder or CSV label: its name, or a choice by path; and names of files in sentences."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data.scan.image_list import Split
from engine.settings.classes import FolderClass
from engine.settings.data import DataSettings

HOW_TO_CHOOSE = (
    'Choose their classes: in the window under "Classes…", or with the lines for the settings file that check '
    "--propose prints."
)

SPLIT_NAMES: dict[str, Split] = {
    "train": "train",
    "training": "train",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "test": "test",
    "testing": "test",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice that holds for a folder: the path it was made under, and how many folders below the root that is."""

    path: str
    kind: FolderClass
    depth: int


class ClassNames:
    """The names that mean real and fake, without regard to case, and the choices by path, which go before them.

    Remembers what was found: names and paths with their labels, and how many pictures each path leaves out.
    """

    def __init__(self, settings: DataSettings) -> None:
        self._labels = {name.casefold(): 0 for name in settings.real_names}
        self._labels |= {name.casefold(): 1 for name in settings.fake_names}
        self._chosen = {_comparable(_as_inside(path)): (path, kind) for path, kind in settings.classes}
        self.mapping: dict[str, int] = {}
        self.left_out = Counter[str]()

    def __str__(self) -> str:
        real, fake = (", ".join(n for n, label in self._labels.items() if label == wanted) for wanted in (0, 1))
        return f"Real is: {real}. Fake is: {fake}."

    def label(self, name: str) -> int | None:
        """0 real, 1 fake, None where the settings do not know the name."""
        return self._labels.get(name.casefold())

    def found(self, name: str) -> int:
        """The label of a name that the settings know, noted in ``mapping`` as it is written."""
        return self.mapping.setdefault(name, self._labels[name.casefold()])

    def chosen(self, root: Path, parts: Sequence[str]) -> Chosen | None:
        """The choice for a folder: the nearest above it, or the highest of those that say the same without a break."""
        found: Chosen | None = None
        for depth in range(len(parts) + 1 if self._chosen else 0):
            here = self.choice_of(root, parts[:depth])
            if here is not None and (found is None or here[1] != found.kind):
                found = Chosen(*here, depth)
        return found

    def choice_of(self, root: Path, parts: Sequence[str]) -> tuple[str, FolderClass] | None:
        """The path and the class of a choice for just this folder."""
        found = self._chosen.get(_comparable(root.joinpath(*parts).as_posix()))
        return found or self._chosen.get(_comparable(inside(root, parts)))

    def label_of(self, chosen: Chosen) -> int:
        """The label of a choice that is not to leave out, noted in ``mapping``."""
        return self.mapping.setdefault(chosen.path, int(chosen.kind == "fake"))


def inside(root: Path, parts: Sequence[str]) -> str:
    """How the settings name a folder: its path from the root without splits, so that train/cat and val/cat are one.

    The root itself goes by its own name, and a split that nothing is in by its.
    """
    return printable("/".join(_without_splits(parts)) or root.name)


def _without_splits(parts: Sequence[str]) -> Sequence[str]:
    return [part for part in parts if part.casefold() not in SPLIT_NAMES] or parts


def _as_inside(path: str) -> str:
    """A path of the settings as `inside` would have it, where it is not written in full."""
    return path if Path(path).is_absolute() else "/".join(_without_splits(path.split("/")))


def _comparable(path: str) -> str:
    """Without regard to case on Windows alone, as its file system."""
    return os.path.normcase(printable(path))


def some(names: Iterable[str], limit: int = 8) -> str:
    """The first few of the sorted names for a sentence."""
    ordered = sorted({printable(name) for name in names})
    return ", ".join(ordered[:limit]) + (f" and {len(ordered) - limit} more" if len(ordered) > limit else "")


def printable(text: str) -> str:
    """The text without the half characters that a file name may have and UTF-8 cannot write."""
    return text.encode("utf-8", "replace").decode("utf-8")
