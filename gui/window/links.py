"""How parts of the window that know nothing of each other are connected."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QUndoStack

from gui.home.page import HomePage
from gui.project.project import Project
from gui.setup.setup_page import SetupPage
from gui.window.queue_commands import QueueCommands
from gui.window.run_commands import RunCommands

if TYPE_CHECKING:  # built after the window is seen
    from gui.earlier_runs.panel import RunsPanel
    from gui.results.page import ResultsPage
    from gui.run.page import RunPage


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


def connect_queue_left(home: HomePage, queue: QueueCommands, show_page: Callable[[str], object]) -> None:
    """The first page tells of a queue that was broken off, and has it gone on with."""
    home.queue_requested.connect(queue.run)
    home.queue_requested.connect(partial(show_page, "queue"))
    queue.changed.connect(home.look_at_queue)
    home.look_at_queue(queue.queue)


def connect_project(project: Project, setup: SetupPage, show_title: Callable[[], object]) -> None:
    """The form shows what is opened; the title says whether it was changed since."""
    project.opened.connect(setup.set_value)
    setup.form.reset_requested.connect(partial(project.unless_unsaved, setup.form.reset))
    for changed in (project.changed, setup.changed):
        changed.connect(show_title)


def connect_undo(actions: Mapping[str, QAction], edits: QUndoStack) -> None:
    """Undo and Redo can be given while there is something to take back."""
    for name, possible in (("undo", edits.canUndoChanged), ("redo", edits.canRedoChanged)):
        actions[name].setEnabled(False)
        possible.connect(actions[name].setEnabled)


def connect_runs(panel: "RunsPanel", commands: RunCommands, renamed: Callable[[], object]) -> None:
    """``renamed`` is called when a folder that may be shown has another name."""

    def follow(old: Path, new: Path) -> None:
        commands.follow_folder(old, new)
        renamed()

    panel.open_requested.connect(commands.open_run)
    panel.resume_requested.connect(commands.resume_run)
    panel.settings_requested.connect(commands.take_settings)
    panel.renamed.connect(follow)


def connect_results(results: "ResultsPage", commands: RunCommands, inspect: Callable[[Path, Path], object]) -> None:
    """What leads on from figures: a picture that was judged wrongly, taking the student away, the report."""
    results.inspect_requested.connect(inspect)
    results.export_requested.connect(commands.export)
    results.report_requested.connect(commands.report)


def connect_run_page(
    page: "RunPage", commands: RunCommands, say: Callable[[str], object], demo: Callable[[], object]
) -> None:
    """What the page of the open run asks for."""
    page.live_requested.connect(commands.show_live)
    page.demo_requested.connect(demo)
    page.message.connect(say)
    page.remedy_chosen.connect(commands.use_remedy)
