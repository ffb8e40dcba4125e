"""Changes of the form that can be taken back: one command for each, however many settings it changed."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand, QUndoStack

Values = Mapping[str, Any]  # of settings by their dotted names


class Edits(QUndoStack):
    """Told after each change, it finds what changed; ``show`` puts values back into the form."""

    def __init__(self, values: Callable[[], Values], show: Callable[[Values], object], parent: QObject) -> None:
        super().__init__(parent)
        self._values, self._show = values, show
        self._known: Values = {}

    def begin(self) -> None:
        """Nothing before now can be taken back."""
        self.clear()
        self.learn()

    def learn(self) -> None:
        """What the form shows now is what the next change is compared with."""
        self._known = self._values()

    def note(self, words: str, typed: str = "") -> None:
        """The form was changed; what is ``typed`` into one setting is a single change until another is made."""
        before, now = self._known, self._values()
        changed = [name for name in now if name in before and now[name] != before[name]]
        self._known = now
        if changed:
            old, new = ({name: of[name] for name in changed} for of in (before, now))
            self.push(_Edit(self, words, old, new, typed if changed == [typed] else ""))

    def put(self, values: Values) -> None:
        """Show values of before or after a change."""
        self._show(values)
        self.learn()


class _Edit(QUndoCommand):
    """Settings before and after; the form shows the latter when the command is made."""

    def __init__(self, edits: Edits, words: str, old: Values, new: Values, typed: str) -> None:
        super().__init__(words)
        self._edits, self._old, self._new, self.typed = edits, old, new, typed
        self._shown = True

    def id(self) -> int:
        return 1 if self.typed else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        if not isinstance(other, _Edit) or other.typed != self.typed:
            return False
        self._new = other._new
        return True

    def redo(self) -> None:
        if not self._shown:
            self._edits.put(self._new)
        self._shown = True

    def undo(self) -> None:
        self._edits.put(self._old)
        self._shown = False


class LeftToForm(QObject):
    """A filter that keeps lines of text from taking Undo and Redo: they know only their own letters."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _takes_back(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _takes_back(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
