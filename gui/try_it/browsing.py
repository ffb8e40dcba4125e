"""The dialogs of Try it, which hold up nothing while they are open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data.images.kinds import DIALOG_PATTERN
from gui.widgets.dialogs import remember_choice, start_folder
from gui.words.translation import tr


def browse_pictures(page: QWidget, add: Callable[[Sequence[Path]], None]) -> None:
    """Ask for pictures."""
    dialog = QFileDialog(page.window(), tr("Add pictures"), str(start_folder(page)))
    dialog.setNameFilter(f"{DIALOG_PATTERN};;{tr('All files (*)')}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda chosen: add([Path(name) for name in chosen]))
    _open(dialog)


def browse_folder(page: QWidget, add: Callable[[Sequence[Path]], None]) -> None:
    """Ask for a folder of pictures."""
    dialog = QFileDialog(page.window(), tr("Add a folder of pictures"), str(start_folder(page)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(lambda chosen: add([Path(chosen)]))
    _open(dialog)


def browse_save(page: QWidget, save: Callable[[Path], None]) -> None:
    """Ask where the table is to be saved."""
    place = str(start_folder(page) / "scores.csv")
    dialog = QFileDialog(page.window(), tr("Save the table"), place, tr("CSV files (*.csv)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
    _open(dialog)


def _open(dialog: QFileDialog) -> None:
    dialog.filesSelected.connect(lambda chosen: remember_choice(dialog, chosen[0]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
