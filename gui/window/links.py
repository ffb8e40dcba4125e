"""How parts of the window that know nothing of each other are connected."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QUndoStack

from gui.home.page import HomePage
from gui.project.project import Project
from gui.window.run_commands import RunCommands


def connect_home(
    home: HomePage,
    actions: Mapping[str, QAction],
    show_page: Callable[[str], object],
    project: Project,
    commands: RunCommands,
) -> None:
    """Have each wish of the first page done: the same commands as in menus and toolbars."""
    home.start_requested.connect(actions["start"].trigger)
    home.demo_requested.connect(actions["demo"].trigger)
    home.export_requested.connect(actions["export"].trigger)
    home.page_requested.connect(show_page)
    home.project_requested.connect(project.open_recent)
    home.resume_requested.connect(commands.resume_run)


def connect_undo(actions: Mapping[str, QAction], edits: QUndoStack) -> None:
    """Undo and Redo can be given while there is something to take back."""
    for name, possible in (("undo", edits.canUndoChanged), ("redo", edits.canRedoChanged)):
        actions[name].setEnabled(False)
        possible.connect(actions[name].setEnabled)
