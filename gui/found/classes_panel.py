"""Asks which of the folders that were found are real, fake or left out: proposals, keys, and a look at the pictures."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.control import RunControl
from engine.data.classes.folder_tree import FoundFolder
from engine.errors import EngineError, Problem
from engine.events import Emit
from engine.settings import DataSettings
from engine.settings.classes import FolderClass
from gui.background.background_task import BackgroundTask
from gui.found.class_tree import CLASSES, ClassTree
from gui.found.thumbnails import Thumbnail, ThumbnailStrip, load_examples
from gui.widgets.card import heading
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.notes import ProblemNote
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import plural
from gui.words.translation import mark, tr

TITLE = mark("Classes of the folders")


class ClassesPanel(QWidget):
    """Closed -> listing -> the tree; ``used`` hands over all choices when the user takes them."""

    used = Signal(object)  # FolderClasses
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = DataSettings()
        self.text, self.note = WrappedLabel(tr("What is to be done about the classes")), ProblemNote()
        self.tree, self.strip = ClassTree(), ThumbnailStrip()
        self.use, self.close_panel = QPushButton(tr("Use these")), QPushButton(tr("Close"))
        self.buttons = {kind: self._button(kind, word, key) for kind, word, key in CLASSES}
        self._listing, self._pictures = BackgroundTask(self), BackgroundTask(self)
        self._arrange()
        self._listing.finished.connect(self._show)
        self._pictures.finished.connect(self._show_pictures)
        self.tree.chosen.connect(self._follow)
        self.tree.currentItemChanged.connect(self._look_at)
        self.tree.itemSelectionChanged.connect(self._follow)
        self.use.clicked.connect(lambda: self.used.emit(self.tree.take_proposals()))
        self.close_panel.clicked.connect(self.closed)
        self.hide()

    @property
    def listing(self) -> bool:
        """Whether the folders are being listed, or pictures looked at."""
        return self._listing.running or self._pictures.running

    def look(self, data: DataSettings) -> None:
        """List the folders of these settings."""
        self._data = data
        self.note.show_problem(None)
        self.text.setText(tr("Looking for folders…"))
        self._set_ready(False)
        self._listing.start(lambda control, _emit: _find(data, control))

    def close_tasks(self) -> None:
        """Stop; the threads end when they can."""
        self._listing.leave()
        self._pictures.leave()

    def _show(self, folders: tuple[FoundFolder, ...] | None, error: EngineError | None) -> None:
        if error is not None or folders is None:
            self.text.setText("")
            self.note.show_problem(Problem("data.train", error.message, error.remedy) if error else None)
            return
        self.tree.show_folders(folders)
        self._set_ready(True)
        self._follow()

    def _set_ready(self, ready: bool) -> None:
        for widget in (self.tree, self.strip, *self.buttons.values()):
            widget.setVisible(ready)
        self.use.setEnabled(ready)

    def _follow(self) -> None:
        """Say what is open, and which class the current folder has."""
        waiting, left = len(self.tree.proposals()), len(self.tree.open_paths())
        parts = []
        if waiting:
            classes = plural(waiting, "class is", "classes are")
            parts.append(tr("{classes} proposed by name: look at the pictures.", classes=classes))
        if left:
            folders = plural(left, "folder is", "folders are")
            parts.append(tr("{folders} undecided: choose with the buttons, or R, F, L.", folders=folders))
        if not parts:
            parts.append(tr("Every folder has its class. Choose again to change one."))
        self.text.setText(" ".join(parts))
        folder = self.tree.current_folder()
        for kind, button in self.buttons.items():
            button.setChecked(folder is not None and self.tree.choices.get(folder.path) == kind)
            button.setEnabled(bool(self.tree.selectedItems()))

    def _look_at(self) -> None:
        folder = self.tree.current_folder()
        self.strip.show_thumbnails(())
        if folder is not None:
            self._pictures.start(partial(_examples, folder, self._data.max_megapixels))

    def _show_pictures(self, thumbnails: tuple[Thumbnail, ...] | None, _error: EngineError | None) -> None:
        self.strip.show_thumbnails(thumbnails or ())

    def _button(self, kind: FolderClass, word: str, key: str) -> QPushButton:
        button = QPushButton(tr(word))
        button.setCheckable(True)
        button.setToolTip(tr("{word}: the selected folders, and those in them ({key})", word=tr(word), key=key))
        button.clicked.connect(lambda: self._choose(kind))
        return button

    def _choose(self, kind: FolderClass) -> None:
        self.tree.choose(kind)
        self._follow()

    def _arrange(self) -> None:
        set_role(self.use, "primary")
        self.use.setToolTip(tr("Take proposals and choices into the settings"))
        line = FlowLayout(spacing=GRID)  # above the tree, so that it is seen in a low window, too
        for button in (*self.buttons.values(), self.use, self.close_panel):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(heading(tr(TITLE)))
        layout.addWidget(self.text)
        layout.addWidget(self.note)
        layout.addLayout(line)
        layout.addWidget(self.tree)
        layout.addWidget(self.strip)


def _find(data: DataSettings, control: RunControl) -> tuple[FoundFolder, ...]:
    from engine.data.classes.found_classes import find_classes

    return find_classes(data, control)


def _examples(folder: FoundFolder, max_megapixels: float, control: RunControl, _emit: Emit) -> tuple[Thumbnail, ...]:
    return load_examples(folder.examples, max_megapixels, control)
