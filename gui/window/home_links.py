"""What the first page asks for: the same commands as in menus and toolbars."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

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
    """Have each wish of the page done."""
    home.start_requested.connect(actions["start"].trigger)
    home.demo_requested.connect(actions["demo"].trigger)
    home.export_requested.connect(actions["export"].trigger)
    home.page_requested.connect(show_page)
    home.project_requested.connect(project.open_recent)
    home.resume_requested.connect(commands.resume_run)
