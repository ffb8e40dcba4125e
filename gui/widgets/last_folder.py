"""Where file dialogs start: where one was last; the window that they belong to remembers it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

_PROPERTY = "lastFolder"


def start_folder(source: QWidget) -> Path:
    """The folder that was last chosen from in this window, or the user's own."""
    known = _top(source).property(_PROPERTY)
    return Path(known) if known else Path.home()


def remember_folder(source: QWidget, folder: Path) -> None:
    """Begin there the next time."""
    _top(source).setProperty(_PROPERTY, str(folder))


def remember_choice(source: QWidget, chosen: Path | str) -> None:
    """Begin the next time where this file or folder was chosen."""
    remember_folder(source, Path(chosen).parent)


def _top(widget: QWidget) -> QWidget:
    """The window at the top of all, also from within a dialog of it."""
    while (parent := widget.parentWidget()) is not None:
        widget = parent
    return widget
