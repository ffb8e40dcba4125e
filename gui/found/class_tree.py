"""The folders that were found as a tree of rows: which class holds for each, and what is in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from engine.data.classes.folder_tree import Effective, FoundFolder, choices_of, proposed, shown_class, undecided
from engine.settings.classes import FolderClass, FolderClasses
from gui.widgets.plain_text import plain_tip
from gui.widgets.theme import GRID, colors
from gui.words.translation import mark, tr

CLASSES: tuple[tuple[FolderClass, str, str], ...] = (
    ("real", mark("Real"), "R"),
    ("fake", mark("Fake"), "F"),
    ("left out", mark("Left out"), "L"),
)
"""Each class, what it is called, and its key."""

_WORDS = {kind: word for kind, word, _ in CLASSES}
_HEADINGS = (mark("Folder"), mark("Class"), mark("Images"), mark("Formats"), mark("Size"))
_FOLDER, _CLASS, _IMAGES = range(3)
_NARROWEST, _CLASS_WIDTH = 64, 108  # of any column and of the class
_ROWS = 10
_MOST_FOLDERS = 500  # rows in a folder; of more nobody reads every one
_OPENED = 200  # rows that are unfolded at first


class _State(NamedTuple):
    """What the class cell of a row says, in which colour role, and whether as a proposal."""

    words: str
    role: str = "text"
    is_proposal: bool = False
    why: str = ""


class ClassTree(QTreeWidget):
    """Rows are given a class by ``choose``, or R, F and L; ``chosen`` says that one was."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: tuple[FoundFolder, ...] = ()
        self._rows: list[tuple[QTreeWidgetItem, FoundFolder]] = []
        self.choices: dict[str, FolderClass] = {}
        self.setHeaderLabels([tr(heading) for heading in _HEADINGS])
        self.setAccessibleName(tr("Folders and their classes"))
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(_NARROWEST)
        self.header().setSectionResizeMode(_FOLDER, QHeaderView.ResizeMode.Stretch)
        for column in range(_IMAGES, len(_HEADINGS)):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().resizeSection(_CLASS, _CLASS_WIDTH)
        for kind, word, key in CLASSES:
            action = QAction(tr(word), self)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, kind=kind: self.choose(kind))
            self.addAction(action)

    def show_folders(self, folders: Sequence[FoundFolder]) -> None:
        """Show these, with the classes that the settings choose."""
        self._folders, self.choices = tuple(folders), choices_of(folders)
        self._rows = []
        self.clear()
        self.addTopLevelItems([self._item(folder) for folder in folders])
        for item, folder in self._rows[:_OPENED]:
            item.setExpanded(not folder.decides and folder.proposal is None)
        if self._rows:
            self.setCurrentItem(next((item for item, folder in self._rows if folder.decides), self._rows[0][0]))
        self._fit()
        self._tell()

    def choose(self, kind: FolderClass) -> None:
        """Give the selected folders a class."""
        selected = {id(item) for item in self.selectedItems()}
        paths = [folder.path for item, folder in self._rows if id(item) in selected]
        if paths:
            self.choices |= dict.fromkeys(paths, kind)
            self._tell()
            self.chosen.emit()

    def take_proposals(self) -> FolderClasses:
        """Take every proposal that nobody has answered, and give all choices."""
        self.choices |= proposed(self._folders, self.choices)
        self._tell()
        return tuple(sorted(self.choices.items()))

    def open_paths(self) -> list[str]:
        """Folders that neither have a class nor a proposal."""
        taken = self.choices | proposed(self._folders, self.choices)
        return list(dict.fromkeys(folder.path for folder in undecided(self._folders, taken)))

    def proposals(self) -> dict[str, FolderClass]:
        """What is proposed and nobody has answered."""
        return proposed(self._folders, self.choices)

    def current_folder(self) -> FoundFolder | None:
        """The folder of the current row."""
        current = self.currentItem()
        return next((folder for item, folder in self._rows if item is current), None)

    def class_of(self, path: str) -> str:
        """What the class cell of a folder says."""
        return next(item.text(_CLASS) for item, folder in self._rows if folder.path == path)

    def select(self, path: str) -> None:
        """Make a folder's row the only one selected."""
        self.setCurrentItem(next(item for item, folder in self._rows if folder.path == path))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the classes again in a new colour scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._rows:
            self._tell()

    def _item(self, folder: FoundFolder) -> QTreeWidgetItem:
        formats = ", ".join(folder.formats)
        item = QTreeWidgetItem([folder.name, "", f"{folder.images:,}", formats, folder.size])
        item.setToolTip(_FOLDER, plain_tip(folder.place))
        item.setToolTip(3, plain_tip(", ".join(f"{count:,} {ending}" for ending, count in folder.formats.items())))
        item.setTextAlignment(_IMAGES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows.append((item, folder))
        shown = sorted(folder.folders, key=lambda inner: not (inner.decides or inner.proposal or inner.chosen))
        shown = shown[: _MOST_FOLDERS - 1] if len(shown) > _MOST_FOLDERS else list(folder.folders)
        item.addChildren([self._item(inner) for inner in shown])
        if rest := len(folder.folders) - len(shown):
            item.addChild(more := QTreeWidgetItem([tr("{rest:,} more folders, as their folder", rest=rest)]))
            more.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _tell(self) -> None:
        """Write every row's class."""
        # A folder is not open where one in it decides, be it by what is only proposed.
        is_open = {folder.place for folder in undecided(self._folders, {**self.choices, **self.proposals()})}
        scheme = colors(self)
        states = {folder.place: state for folder, state in _states(self._folders, self.choices, is_open)}
        for item, folder in self._rows:
            state = states[folder.place]
            item.setText(_CLASS, state.words)
            item.setToolTip(_CLASS, plain_tip(state.why))
            item.setForeground(_CLASS, QBrush(QColor(getattr(scheme, state.role))))
            font = QFont(item.font(_FOLDER))
            font.setItalic(state.is_proposal)
            item.setFont(_CLASS, font)

    def _fit(self) -> None:
        height = max(self.sizeHintForRow(0), self.fontMetrics().height())
        rows = min(_ROWS, max(4, len(self._rows)))
        self.setFixedHeight(rows * height + self.header().sizeHint().height() + 3 * GRID)


def _states(
    folders: Sequence[FoundFolder],
    choices: dict[str, FolderClass],
    is_open: set[str],
    above: FolderClass | None = None,
    proposal: FolderClass | None = None,
) -> Iterator[tuple[FoundFolder, _State]]:
    for folder in folders:
        kind, chosen = shown_class(folder, choices, above)
        here = folder.proposal if folder.proposal in ("real", "fake") else proposal
        yield folder, _state(folder, kind, choices, here, is_open)
        yield from _states(folder.folders, choices, is_open, chosen, None if chosen else here)


def _state(
    folder: FoundFolder,
    kind: Effective,
    choices: dict[str, FolderClass],
    proposal: FolderClass | None,
    is_open: set[str],
) -> _State:
    if folder.path in choices:
        return _State(tr(_WORDS[choices[folder.path]]), "accent", why=tr("Chosen here; holds for the folders in it"))
    if kind == "both" or (kind is None and folder.proposal == "both"):
        return _State(tr("Says both"), "warning", why=tr("The names say real and fake: choose a class"))
    if kind is not None:
        return _State(tr(_WORDS[kind]), "muted", why=tr("By a folder above, or by its name"))
    if proposal is not None:
        return _State(
            tr("{kind}, proposed", kind=tr(_WORDS[proposal])),
            "text",
            True,
            tr("Proposed by its name, or by that of a folder above"),
        )
    if folder.place in is_open:
        return _State(tr("Undecided"), "warning", why=tr("Nothing says what it is: choose a class"))
    return _State("")
