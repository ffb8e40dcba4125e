"""Editors for settings that name files: one file or folder, or a list of folders filled by dropping or browsing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.dialogs import remember_choice, start_folder
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import RichLabel, plain_tip
from gui.widgets.theme import GRID
from gui.words.translation import tr

CHECKPOINT_SUFFIXES = (".pth", ".pt", ".safetensors", ".ckpt", ".bin")
EDITOR_HEIGHT = 28
_ROWS_SHOWN = 4
_EMPTY_HEIGHT = 40


class PathField(QWidget):
    """One file or folder, typed, browsed for or dropped; empty is None."""

    changed = Signal()

    def __init__(self, kind: Literal["checkpoint", "folder"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            tr("none; drop a folder here or browse") if kind == "folder" else tr("none; drop a file here or browse")
        )
        self.line.setAcceptDrops(False)
        self.line.setMinimumHeight(EDITOR_HEIGHT)
        self.line.textChanged.connect(lambda: self.line.setClearButtonEnabled(True))  # not before: its icon takes 25 ms
        self.line.textChanged.connect(self.changed)
        self.browse = QPushButton(tr("Browse…"))
        self.browse.clicked.connect(self._browse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.browse)
        self.setFocusProxy(self.line)
        self.setAcceptDrops(True)

    def value(self) -> Path | None:
        """The path, without the quotes that come with a path copied on Windows."""
        text = self.line.text().strip().strip('"')
        return Path(text) if text else None

    def set_value(self, value: Path | None) -> None:
        """Show a path; a line that already means it stays as it was typed."""
        if value != self.value():
            self.line.setText("" if value is None else str(value))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the parts after the setting."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.browse.setAccessibleName(tr("Browse for {name}", name=name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take what lies on the disk."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Show the first path that was dropped."""
        self.set_value(dropped_paths(event.mimeData())[0])
        event.acceptProposedAction()

    def _browse(self) -> None:
        start = str(self.value() or start_folder(self))
        if self._kind == "folder":
            chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), start)
        else:
            kinds = tr("Checkpoints ({endings});;All files (*)", endings=" ".join(f"*{s}" for s in CHECKPOINT_SUFFIXES))
            chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a checkpoint"), start, kinds)
        if chosen:
            remember_choice(self, chosen)
            self.set_value(Path(chosen))


class FoldersField(QWidget):
    """A list of folders and CSV files, filled by browsing, dropping or from the recent ones."""

    changed = Signal()
    added = Signal(object)  # Path that the user added, for the list of recent folders

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = RichLabel()  # SettingRow marks a change in it
        self.list = _DropList()
        self.add_folder = _button(tr("Add folder…"), "folder", self._browse_folder)
        self.add_csv = _button(tr("Add CSV…"), "list", self._browse_csv)
        self.remove = _button(tr("Remove"), "remove", self.remove_selected)
        self.recent = _button(tr("Recent"), "clock", None)
        self.recent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.recent.setMenu(QMenu(self.recent))
        self.recent.hide()
        self._arrange()
        self.list.itemSelectionChanged.connect(self._follow)
        self.setAcceptDrops(True)
        self._follow()

    def value(self) -> tuple[Path, ...]:
        """The paths, in order."""
        return tuple(Path(self.list.item(row).text()) for row in range(self.list.count()))

    def set_value(self, value: tuple[Path, ...]) -> None:
        """Show paths."""
        if value == self.value():
            return
        self.list.clear()
        for path in value:
            self.list.addItem(str(path))
            self.list.item(self.list.count() - 1).setToolTip(plain_tip(str(path)))
        self._follow()
        self.changed.emit()

    def add(self, paths: Iterable[Path]) -> None:
        """Add paths that the user chose; those already there are left out."""
        new = [path for path in dict.fromkeys(paths) if path not in self.value()]
        self.set_value((*self.value(), *new))
        for path in new:
            self.added.emit(path)

    def remove_selected(self) -> None:
        """Take the selected paths out of the list; nothing happens on the disk."""
        selected = {self.list.row(item) for item in self.list.selectedItems()}
        self.set_value(tuple(path for row, path in enumerate(self.value()) if row not in selected))

    def set_recent(self, paths: Iterable[Path]) -> None:
        """Offer folders that were used before."""
        menu = self.recent.menu()
        menu.clear()
        for path in paths:
            action = menu.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self.add([path]))
        self.recent.setVisible(not menu.isEmpty())

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the parts after the setting."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)
        for button in (self.add_folder, self.add_csv, self.recent, self.remove):
            button.setAccessibleName(f"{name}: {button.text().rstrip('…')}")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus on; were the list the focus proxy, Tab would pass over the buttons."""
        self.list.setFocus(event.reason())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take folders and CSV files."""
        if any(map(_usable, dropped_paths(event.mimeData()))):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Add what was dropped."""
        self.add(path for path in dropped_paths(event.mimeData()) if _usable(path))
        event.acceptProposedAction()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.label, 1)
        for button in (self.add_folder, self.add_csv, self.recent, self.remove):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(line)
        layout.addWidget(self.list)
        delete = QAction(tr("Remove"), self.list)
        delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.remove_selected)
        self.list.addAction(delete)

    def _follow(self) -> None:
        """Keep the height and the Remove button in step with the list."""
        rows = min(self.list.count(), _ROWS_SHOWN)
        row_height = max(self.list.sizeHintForRow(0), self.list.fontMetrics().height()) + 2 * self.list.spacing()
        self.list.setFixedHeight(max(_EMPTY_HEIGHT, rows * row_height + 2 * self.list.frameWidth() + 2))
        self.remove.setEnabled(bool(self.list.selectedItems()))

    def _browse_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder of images"), self._start())
        if chosen:
            remember_choice(self, chosen)
            self.add([Path(chosen)])

    def _browse_csv(self) -> None:
        title, kinds = tr("Choose CSV files"), tr("CSV files (*.csv);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, self._start(), kinds)
        if chosen:
            remember_choice(self, chosen[0])
            self.add(map(Path, chosen))

    def _start(self) -> str:
        return str(self.value()[-1].parent if self.value() else start_folder(self))


class _DropList(QListWidget):
    """A list that says what to do while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the invitation over the empty list."""
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place: QRect = self.viewport().rect()
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tr("Drop folders or CSV files here"))
            painter.end()


def dropped_paths(data: QMimeData) -> list[Path]:
    """Files and folders on this computer that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _usable(path: Path) -> bool:
    return path.suffix.lower() == ".csv" or path.is_dir()


def _button(text: str, icon: str, act: Callable[[], None] | None) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_icon(button, icon)
    if act:
        button.clicked.connect(act)
    return button
