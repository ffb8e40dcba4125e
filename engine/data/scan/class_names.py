"""Names of classes and splits as folders and CSVs have them, and names of files in sentences."""

from collections.abc import Iterable

from engine.data.scan.image_list import Split
from engine.settings.data import DataSettings

SPLIT_NAMES: dict[str, Split] = {
    "train": "train",
    "training": "train",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "test": "test",
    "testing": "test",
}


class ClassNames:
    """The names that mean real and fake, compared without regard to case; remembers which were found."""

    def __init__(self, settings: DataSettings) -> None:
        self._labels = {name.casefold(): 0 for name in settings.real_names}
        self._labels |= {name.casefold(): 1 for name in settings.fake_names}
        self.mapping: dict[str, int] = {}

    def __str__(self) -> str:
        real, fake = (", ".join(n for n, label in self._labels.items() if label == wanted) for wanted in (0, 1))
        return f"Real is: {real}. Fake is: {fake}."

    def label(self, name: str) -> int | None:
        """0 real, 1 fake, None where the settings do not know the name."""
        return self._labels.get(name.casefold())

    def found(self, name: str) -> int:
        """The label of a name that the settings know, noted in ``mapping`` as it is written."""
        return self.mapping.setdefault(name, self._labels[name.casefold()])


def some(names: Iterable[str], limit: int = 8) -> str:
    """The first few of the sorted names for a sentence."""
    ordered = sorted({printable(name) for name in names})
    return ", ".join(ordered[:limit]) + (f" and {len(ordered) - limit} more" if len(ordered) > limit else "")


def printable(text: str) -> str:
    """The text without the half characters that a file name may have and UTF-8 cannot write."""
    return text.encode("utf-8", "replace").decode("utf-8")
