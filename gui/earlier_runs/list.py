"""The runs of a folder as a Qt table, and the engine calls behind it, for task threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from PySide6.QtCore import QFile, QObject
from PySide6.QtGui import QIcon

from engine.control import RunControl
from engine.errors import RunFolderError, StorageError
from engine.number_words import date_and_time, decimals
from engine.run_folder.event_log import read_events
from engine.run_folder.summaries import RunSummary, list_runs
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings
from gui.history.run_history import RunHistory, replay_history
from gui.history.verdict import SIGNS, judged
from gui.widgets.column_table import Column, ColumnTable
from gui.widgets.icons import row_icon
from gui.widgets.plain_text import plain_tip
from gui.words.translation import mark, tr
from gui.words.values import spoken

_NAMED = 5
STATES = {
    "finished": (mark("Finished"), "good", "good"),
    "stopped": (mark("Stopped"), "stop", "muted"),
    "failed": (mark("Failed"), "error", "bad"),
    "interrupted": (mark("Interrupted"), "warning", "warning"),
    "running": (mark("Running"), "start", "accent"),
    "unreadable": (mark("Unreadable"), "error", "bad"),
}
"""Word, icon and colour of each state; of a finished run they follow from what came of it."""


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A run in the list; ``state`` is running where this or another program has it open."""

    summary: RunSummary
    state: str

    @property
    def path(self) -> Path:
        """Its folder."""
        return self.summary.path


def runs_in(folder: Path, control: RunControl) -> list[ListedRun]:
    """Every run in a folder, newest first; for a task thread, because it reads the runs' events."""
    runs = []
    for summary in list_runs(folder, control):
        busy = summary.state == "interrupted" and is_open(summary.path)
        runs.append(ListedRun(summary, "running" if busy else summary.state))
    return runs


def is_open(run: Path) -> bool:
    """Whether a program is writing to a run."""
    if not (run / ".lock").exists():
        return False
    lock = FileLock(run / ".lock")
    try:
        lock.acquire(timeout=0)
    except (Timeout, PermissionError):
        return True
    lock.release()
    return False


def delete_runs(runs: Sequence[Path], control: RunControl) -> int:
    """Move run folders to the recycle bin; RunFolderError or StorageError says which could not be moved."""
    for number, run in enumerate(runs):
        control.check()
        done = f" {tr('{moved} of {runs} were moved.', moved=number, runs=len(runs))}" if number else ""
        if not (run / "settings.toml").is_file():
            raise RunFolderError(tr("{folder} is not a run folder, so it was left alone.", folder=run) + done)
        if is_open(run):
            raise RunFolderError(
                tr("The run in {folder} is going on, so it was left alone.", folder=run) + done, tr("Stop it first.")
            )
        moved = QFile.moveToTrash(str(run))
        if not (moved[0] if isinstance(moved, tuple) else moved):
            raise StorageError(
                tr("{folder} could not be moved to the recycle bin.", folder=run) + done,
                tr("Close programs that have files in it open, or delete the folder in the file manager."),
            )
    return len(runs)


def delete_question(runs: Sequence[Path]) -> tuple[str, str]:
    """What is asked before runs are moved to the recycle bin: the question, and their folders."""
    folders = "\n".join(map(str, runs[:_NAMED])) + ("\n…" if len(runs) > _NAMED else "")
    if len(runs) == 1:
        question = tr('Move the run "{name}" to the recycle bin?', name=runs[0].name)
        return question, f"{folders}\n\n{tr('Its curves, checkpoints and best student go with it.')}"
    question = tr("Move {count} runs to the recycle bin?", count=len(runs))
    return question, f"{folders}\n\n{tr('Their curves, checkpoints and best students go with them.')}"


def load_histories(runs: Sequence[Path], control: RunControl) -> dict[str, RunHistory]:
    """Replayed runs by folder name, to compare; for a task thread."""
    return {run.name: replay_history(read_events(run), load_settings(run / "settings.toml"), control) for run in runs}


def _auc(run: ListedRun) -> float | None:
    best = run.summary.best
    return best.auc if best else None


def _sign_of_end(run: ListedRun) -> tuple[str, str]:
    """Icon and colour of a run that has finished: green only where its student is good."""
    about = run.summary
    healthy = about.best is None or about.best.healthy
    found = judged(_auc(run), RunSettings(), about.judged_images, about.teacher_auc).role
    return SIGNS["warning" if found == "good" and not healthy else found]


def _data(run: ListedRun) -> str:
    data = run.summary.data or tr("none")
    images = run.summary.images
    return tr("{data} ({images:,} images)", data=data, images=images) if images else data


def _preset(run: ListedRun) -> str:
    return spoken(run.summary.preset) if run.summary.preset else ""


def _state(run: ListedRun) -> str:
    return tr(STATES[run.state][0]) if run.state in STATES else run.state


def _words(auc: float | None) -> str:
    return "–" if auc is None else decimals(auc)


_COLUMNS: tuple[Column[ListedRun], ...] = (
    Column(mark("Date"), lambda run: date_and_time(run.summary.started_s), lambda run: run.summary.started_s),
    Column(mark("Name"), lambda run: run.path.name, lambda run: run.path.name.casefold()),
    Column(mark("Data"), _data, _data),
    Column(mark("Preset"), _preset, lambda run: run.summary.preset),
    Column(mark("Best AUC"), lambda run: _words(_auc(run)), lambda run: _auc(run) or 0.0, number=True),
    Column(
        mark("Test AUC"), lambda run: _words(run.summary.test_auc), lambda run: run.summary.test_auc or 0.0, number=True
    ),
    Column(mark("State"), _state, lambda run: run.state),
    Column(mark("Notes"), lambda run: run.summary.notes.line, lambda run: run.summary.notes.line.casefold()),
)


class RunTable(ColumnTable[ListedRun]):
    """One row per run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)

    def tool_tip(self, row: ListedRun) -> str:
        """The run's folder, its data, whose name may be too long for its column, and what was noted of it."""
        notes = row.summary.notes.line and row.summary.notes.note
        return plain_tip("\n".join(filter(None, (str(row.path), _data(row), notes))))

    def icon(self, row: ListedRun, column: int) -> QIcon | None:
        """The sign of its state."""
        if _COLUMNS[column].heading != "State" or row.state not in STATES:
            return None
        return row_icon(*(_sign_of_end(row) if row.state == "finished" else STATES[row.state][1:]))
