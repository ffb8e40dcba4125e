"""Dialogs that tell and ask; none of them holds up the window, so a run's events keep coming."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QProgressBar, QProgressDialog, QWidget

from engine.errors import EngineError
from gui.widgets.plain_text import TextLabel, show_plain
from gui.widgets.theme import GRID
from gui.words.plain_words import in_words
from gui.words.translation import tr

_LAST_FOLDER = "lastFolder"  # property of a window: where a file dialog of it was last


def tell(parent: QWidget, title: str, text: str, remedy: str = "", *, bad: bool = False) -> QMessageBox:
    """Say what happened and what to do."""
    dialog = _dialog(parent, title, in_words(text), in_words(remedy))
    dialog.setIcon(QMessageBox.Icon.Warning if bad else QMessageBox.Icon.Information)
    dialog.addButton(tr("OK"), QMessageBox.ButtonRole.AcceptRole)  # Qt's own would bring the icon of another design
    dialog.open()
    return dialog


def tell_error(parent: QWidget, title: str, error: EngineError) -> QMessageBox:
    """Say what went wrong in the engine's words."""
    return tell(parent, title, error.message, error.remedy, bad=True)


def ask(
    parent: QWidget,
    title: str,
    text: str,
    more: str,
    yes: str,
    no: str,
    then: Callable[[], object],
    *,
    loses: bool = False,
) -> QMessageBox:
    """Ask, and do ``then`` on yes; Escape means no, and so does Enter where a yes ``loses`` something."""
    dialog = _dialog(parent, title, text, more)
    dialog.setIcon(QMessageBox.Icon.Question)
    accept = dialog.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = dialog.addButton(no, QMessageBox.ButtonRole.RejectRole)
    dialog.setDefaultButton(refuse if loses else accept)
    dialog.setEscapeButton(refuse)
    accept.clicked.connect(then)
    dialog.open()
    return dialog


def ask_to_save(parent: QWidget, text: str, save: Callable[[], object], discard: Callable[[], object]) -> QMessageBox:
    """Ask what becomes of changes that would be lost: Enter saves them, Escape leaves all as it is."""
    dialog = _dialog(parent, tr("Unsaved changes"), text, tr("They would be lost."))
    dialog.setIcon(QMessageBox.Icon.Question)
    kept = dialog.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    lost = dialog.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    dialog.setEscapeButton(dialog.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    dialog.setDefaultButton(kept)
    kept.clicked.connect(save)
    lost.clicked.connect(discard)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, text: str, more: str) -> QMessageBox:
    dialog = QMessageBox(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    show_plain(dialog, text, more)
    return dialog


def wait(parent: QWidget, title: str, text: str, more: str) -> QMessageBox:
    """Say that something is going on; the caller closes it."""
    dialog = _dialog(parent, title, text, more)
    dialog.setStandardButtons(QMessageBox.StandardButton.NoButton)
    dialog.open()
    return dialog


def progress(parent: QWidget, title: str, text: str, cancel: Callable[[], object]) -> QProgressDialog:
    """A bar with Cancel, not shown yet; the caller moves and closes it."""
    dialog = QProgressDialog("", tr("Cancel"), 0, 0, parent)
    dialog.setLabel(TextLabel(text))
    dialog.setWindowTitle(title)
    dialog.setBar(QProgressBar(textVisible=False))  # the theme's bars are too thin for words
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.canceled.connect(cancel)
    return dialog


TITLE_BAR = 5 * GRID


def fitting(window: QWidget, width: int, height: int) -> QSize:
    """The wanted size, or what a small screen leaves beside the title bar."""
    return QSize(width, height).boundedTo(window.screen().availableSize() - QSize(0, TITLE_BAR))


class GrowingDialog(QDialog):
    """Grows with what is said in it, and is no higher than the screen; what has no room there scrolls."""

    def event(self, event: QEvent) -> bool:
        """As Qt's own, and larger where the layout asks for it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = self.sizeHint()
            self.resize(self.size().expandedTo(fitting(self, wanted.width(), wanted.height())))
        return done


def start_folder(source: QWidget) -> Path:
    """The folder that was last chosen from in this window, or the user's own."""
    known = _top(source).property(_LAST_FOLDER)
    return Path(known) if known else Path.home()


def remember_folder(source: QWidget, folder: Path) -> None:
    """Begin there the next time."""
    _top(source).setProperty(_LAST_FOLDER, str(folder))


def remember_choice(source: QWidget, chosen: Path | str) -> None:
    """Begin the next time where this file or folder was chosen."""
    remember_folder(source, Path(chosen).parent)


def _top(widget: QWidget) -> QWidget:
    """The window at the top of all, also from within a dialog of it."""
    while (parent := widget.parentWidget()) is not None:
        widget = parent
    return widget
