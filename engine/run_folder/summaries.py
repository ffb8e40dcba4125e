"""A run in a line, and the runs of a folder: what the list of runs and the report card say of one."""

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.control import RunControl
from engine.errors import RunFolderError, SettingsError
from engine.events import (
    BestStudent,
    CheckpointSaved,
    DataScanned,
    Event,
    FinalEvaluated,
    RunFinished,
    RunStarted,
    Validated,
)
from engine.files import SHORT_PATIENCE_S
from engine.run_folder.event_log import read_events
from engine.run_folder.notes import RunNotes, read_notes
from engine.settings.toml_file import load_settings

KINDS = ("run_started", "data_scanned", "validated", "checkpoint_saved", "final_evaluated", "run_finished")
LATEST_LOOKED_AT = 20  # runs among which one that can go on is looked for


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One line of the list of runs; ``state`` is finished, stopped, failed, interrupted or unreadable."""

    path: Path
    started_s: float  # when it began, however often it was resumed since
    preset: str
    data: str
    images: int = 0
    best: BestStudent | None = None
    state: str = "interrupted"
    starts: int = 0  # the first, and once for each time that it was resumed
    ended_s: float | None = None  # when it last ended; None where it goes on or was broken off
    teacher_auc: float | None = None  # on the same images as the best student's
    judged_images: int = 0  # by which the best student is judged
    test_auc: float | None = None  # of the student that it ended with
    notes: RunNotes = field(default_factory=RunNotes)
    saved_step: int | None = None  # of the last checkpoint, from which it can go on


def list_runs(folder: Path, control: RunControl | None = None) -> list[RunSummary]:
    """Runs in a folder, newest first; folders that are not runs, or are deleted meanwhile, are passed over."""
    if not folder.is_dir():
        return []
    runs = []
    for path in folder.glob("*/settings.toml"):
        with contextlib.suppress(OSError):
            runs.append(summarise(path.parent, control))
    return sorted(runs, key=lambda run: run.started_s, reverse=True)


def unfinished_runs(folder: Path, control: RunControl | None = None) -> list[RunSummary]:
    """Of the latest runs in a folder those that were stopped, failed or broken off and can go on, newest first."""
    if not folder.is_dir():
        return []
    runs = []
    with contextlib.suppress(OSError):  # deleted meanwhile
        paths = sorted(folder.glob("*/checkpoints/last.pt"), key=lambda path: path.stat().st_mtime, reverse=True)
        runs = [summarise(path.parents[1], control) for path in paths[:LATEST_LOOKED_AT]]
    return [run for run in runs if run.state not in ("finished", "unreadable") and run.saved_step is not None]


def summarise(run: Path, control: RunControl | None = None) -> RunSummary:
    """A run in a line, from its settings and events; OSError where it is gone or may not be looked into."""
    try:
        settings = load_settings(run / "settings.toml")
        preset, data = str(settings.preset), ", ".join(path.name for path in settings.data.train)
    except SettingsError:
        preset, data = "unreadable settings", ""
    summary = RunSummary(run, _made(run), preset, data, notes=read_notes(run))
    if not (run / "events.jsonl").exists():
        return summary
    try:
        for number, event in enumerate(read_events(run, KINDS, control, SHORT_PATIENCE_S)):
            if not number:  # whatever happened first, also where the line of the start is damaged
                summary = replace(summary, started_s=event.time_s)
            summary = _after(summary, event)
    except RunFolderError:
        return replace(summary, state="unreadable")
    return summary


def _made(run: Path) -> float:
    """When a run that has told nothing was made: its oldest file, as the folder's own date moves with every new one."""
    dates = [run.stat().st_mtime]
    for path in run.iterdir():
        with contextlib.suppress(FileNotFoundError):  # half-written files come and go
            dates.append(path.stat().st_mtime)
    return min(dates)


def _after(summary: RunSummary, event: Event) -> RunSummary:
    new: dict[str, object] = {}
    match event:
        case RunStarted():
            new = {"starts": summary.starts + 1, "state": "interrupted", "ended_s": None, "test_auc": None}
        case DataScanned():
            new = {"images": sum(split.images for split in event.splits)}
        case Validated(best=True):
            best = BestStudent(event.scores.auc, event.stage, event.epoch, event.healthy)
            new = {"best": best, "teacher_auc": event.teacher_auc, "judged_images": event.scores.images}
        case FinalEvaluated():
            scores = event.student.get("test")
            new = {"test_auc": scores.auc if scores is not None else None}
        case CheckpointSaved():
            new = {"saved_step": event.step}
        case RunFinished():
            new = {"state": event.reason, "ended_s": event.time_s}
    return replace(summary, **new)  # type: ignore[arg-type]
