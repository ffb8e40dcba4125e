"""What a start was given, by a double click or dropped on the icon: each goes where the window has a place for it."""

from collections.abc import Sequence
from pathlib import Path

from engine.data.images.kinds import EXTENSIONS
from gui.start.second_start import is_project
from gui.widgets import dialogs
from gui.widgets.path_fields import CHECKPOINT_SUFFIXES
from gui.window.main_window import MainWindow
from gui.words.translation import tr


def open_given(window: MainWindow, paths: Sequence[Path]) -> None:
    """Open each; what has no place is named with the reason."""
    projects = [path for path in paths if is_project(path)]
    others = [path for path in paths if path not in projects]
    there = [path for path in others if path.exists()]
    refused = [tr("{path} is not there.", path=path) for path in others if path not in there]
    refused += [tr("{path} was not opened: one window has one project.", path=path) for path in projects[1:]]
    for project in projects[:1]:
        window.project.open(project)  # which says why it could not
    for path in there:
        if not _put(window, path):
            refused.append(
                tr("{path} was not opened: it is no project, folder, checkpoint, CSV file or picture.", path=path)
            )
    if refused:
        remedy = tr("Open another project in the File menu; drop pictures, folders and checkpoints on their fields.")
        dialogs.tell(window, tr("Not opened"), "\n".join(refused), remedy)


def _put(window: MainWindow, path: Path) -> bool:
    """Put something that is no project into its place; false where it has none."""
    window.complete()  # the fields of pages that nobody has seen yet
    suffix = path.suffix.lower()
    fields = window.setup_page.form.rows
    if path.is_dir() and (path / "run.json").is_file():
        window.commands.open_run(path)
    elif path.is_dir() or suffix == ".csv":
        folders = fields["data.train"].field
        folders.set_value((*folders.value(), path))
        window.setup_page.go_to("data.train")
    elif suffix in CHECKPOINT_SUFFIXES:
        fields["teacher.checkpoint"].field.set_value(path)
        window.setup_page.go_to("teacher.checkpoint")
    elif suffix in EXTENSIONS:
        window.show_page("inspect")
        window.inspect_page.inspect(path)
    else:
        return False
    return True
