"""Creating a support file: where to, and what became of it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from gui.background.background_task import BackgroundTask
from gui.widgets import dialogs as messages
from gui.widgets.dialogs import remember_choice, start_folder
from gui.words.translation import mark, tr

TITLE = mark("Create support file")
_WHAT = mark(
    "It holds versions, logs and, of the run that is shown, settings and last events; no pictures. Folders of users "
    "and the names of user and computer were replaced. Look into it before you pass it on: nothing was sent anywhere."
)


def ask_for_support_file(parent: QWidget, run: Path | None) -> None:
    """Let the user choose a place, write there beside the window's thread, and say so."""
    dialog = QFileDialog(
        parent, tr(TITLE), str(start_folder(parent) / "PatchDistill support.zip"), tr("Zip files (*.zip)")
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("zip")
    dialog.fileSelected.connect(lambda chosen: remember_choice(parent, chosen))
    dialog.fileSelected.connect(lambda chosen: create_support_file(parent, Path(chosen), run))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def create_support_file(parent: QWidget, target: Path, run: Path | None) -> BackgroundTask:
    """Write it in a task, which says what became of it."""

    def write(control: RunControl, emit: Emit) -> object:
        from engine.run_folder.support_file import write_support_file

        return write_support_file(target, run, overwrite=True)  # the file dialog has asked

    task = BackgroundTask(parent)
    task.finished.connect(partial(_tell, parent, task))
    task.start(write)
    return task


def _tell(parent: QWidget, task: BackgroundTask, written: object, error: EngineError | None) -> None:
    task.deleteLater()
    if error is not None:
        messages.tell_error(parent, tr(TITLE), error)
    else:
        messages.tell(parent, tr(TITLE), tr("{written} was written.", written=written), tr(_WHAT))
