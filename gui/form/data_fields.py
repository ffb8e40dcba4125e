"""Editors of what is chosen from the images that were found: classes of folders, and sources for the test."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from engine.settings.classes import FolderClass, FolderClasses
from gui.form.names_field import NamesField
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import set_role
from gui.words.translation import mark, tr

_WORDS: dict[FolderClass, str] = {"real": mark("real"), "fake": mark("fake"), "left out": mark("left out")}


class ClassesField(QWidget):
    """How many folders were given a class; they are chosen in the panel that ``asked`` is for."""

    changed = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: FolderClasses = ()
        self.summary, self.open = TextLabel(), QPushButton(tr("Classes…"))
        self.summary.setWordWrap(True)
        set_role(self.summary, "muted")
        self.open.clicked.connect(self.asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary, 1)
        layout.addWidget(self.open)
        self.setFocusProxy(self.open)
        self._tell()

    def value(self) -> FolderClasses:
        """Path and class of each folder."""
        return self._value

    def set_value(self, value: FolderClasses) -> None:
        """Hold these."""
        if value != self._value:
            self._value = value
            self._tell()
            self.changed.emit()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the button after the setting."""
        super().setAccessibleName(name)
        self.open.setAccessibleName(tr("{name}: choose", name=name))

    def _tell(self) -> None:
        counts = Counter(kind for _, kind in self._value)
        told = ", ".join(f"{counts[kind]:,} {tr(word)}" for kind, word in _WORDS.items() if counts[kind])
        self.summary.setText(told or tr("by their names alone"))
        self.summary.setToolTip(plain_tip("\n".join(f"{path}: {tr(_WORDS[kind])}" for path, kind in self._value[:40])))


class SourcesField(QWidget):
    """Names of sources, typed or taken from a menu of those that were found."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.found = NamesField(), QToolButton()
        self.line.setPlaceholderText(tr("none"))
        self.line.changed.connect(self.changed)
        self.found.setText(tr("Found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.found.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.found.setMenu(QMenu(self.found))
        self.found.setToolTip(tr("The sources that were found in the images"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.found)
        self.set_sources(())

    def value(self) -> tuple[str, ...]:
        """The names."""
        return self.line.value()

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show names."""
        self.line.set_value(value)

    def set_sources(self, names: Iterable[str]) -> None:
        """Offer these."""
        menu = self.found.menu()
        menu.clear()
        for name in names:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self._switch(name))
        self.found.setEnabled(not menu.isEmpty())

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the parts after the setting."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.found.setAccessibleName(tr("{name}: those that were found", name=name))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus on; were the line the focus proxy, Tab would pass over the button."""
        self.line.setFocus(event.reason())

    def _switch(self, name: str) -> None:
        """Take a name in, or out again."""
        before = self.value()
        self.set_value(tuple(n for n in before if n != name) if name in before else (*before, name))
