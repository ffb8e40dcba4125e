"""The commands that do runs one after the other: the queue, and studies, which compare some of its runs."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.cli.console import FAILURE, INTERRUPTED, SUCCESS, Console
from engine.control import RunControl, StopRequestedError
from engine.errors import Problem, SettingsError
from engine.number_words import decimals, exact, figure
from engine.queue.entries import QueueEntry
from engine.queue.grid import control_of, grid_settings, parse_grid
from engine.queue.network_size import NetworkSize, network_size
from engine.queue.queue_folder import Queue, usual_folder
from engine.queue.study import Spread, StudyRow, StudyTable, add_study, readable, study_table
from engine.queue.unattended import run_queue
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings

Outcome = tuple[int, dict[str, Any]]


def change_queue(arguments: Namespace, control: RunControl, console: Console) -> Outcome:
    """List, change or run the queue."""
    queue = Queue(arguments.queue or usual_folder())
    action, what = arguments.action, arguments.what
    code = SUCCESS
    if action == "run":
        code = _run(queue, control, console, lambda _entry: True)
    elif action == "add":
        queue.add([load_settings(Path(name), arguments.set) for name in _some(what, "add", "a settings file")])
    elif action != "list":
        _change(queue, action, _numbers(_some(what, action, "the number of an entry")), arguments.to)
    entries = queue.entries()
    for entry in entries:
        console.say(_line(entry))
    if not entries:
        console.say(f"The queue in {queue.folder} is empty.")
    return code, {"queue": str(queue.folder.absolute()), "entries": _plain(entries)}


def compare(arguments: Namespace, control: RunControl, console: Console) -> Outcome:
    """Put the runs of a study into the queue, do them, and show what came of each setting."""
    queue = Queue(arguments.queue or usual_folder())
    name = arguments.name or (arguments.settings.stem if arguments.settings else "")
    if not name:
        raise SettingsError([Problem("study", "No study is named.", "Give a settings file, or --name.")])
    if arguments.settings:
        added = add_study(queue, name, _runs(arguments, name))
        console.say(f'{len(added)} runs of the study "{name}" were added to the queue in {queue.folder}.')
    code = SUCCESS
    if arguments.settings and not arguments.add_only:
        code = _run(queue, control, console, lambda entry: entry.study == name)
    entries = [entry for entry in queue.entries() if entry.study == name]
    table = study_table(readable(queue, entries))
    sizes = (
        [network_size(row.settings.student) for row in table.rows] if table.of_networks else [None] * len(table.rows)
    )
    _tell(table, sizes, console)
    return code, {
        "study": name,
        "queue": str(queue.folder.absolute()),
        "settings": list(table.names),
        "sources": list(table.sources),
        "rows": [_plain_row(row, size) for row, size in zip(table.rows, sizes, strict=True)],
        "entries": _plain(entries),
    }


def _runs(arguments: Namespace, name: str) -> list[RunSettings]:
    base = load_settings(arguments.settings, arguments.set)
    runs = grid_settings(base, parse_grid(arguments.vary), arguments.seeds or [base.seed], name)
    if not arguments.control:
        return runs
    return [twin for settings in runs for twin in (settings, control_of(settings))]


def _change(queue: Queue, action: str, numbers: Sequence[int], place: int | None) -> None:
    if action == "move":
        if place is None or len(numbers) != 1:
            raise SettingsError(
                [Problem("queue move", "One entry and its new place are needed.", "Give NUMBER --to PLACE.")]
            )
        queue.move(numbers[0], place - 1)
    elif action == "control":
        queue.add_controls(numbers)
    elif action == "again":
        queue.again(numbers)
    else:
        queue.remove(numbers)


def _run(queue: Queue, control: RunControl, console: Console, wanted: Callable[[QueueEntry], bool]) -> int:
    """Exit code: failure where one of the runs failed that were done now."""
    to_do = {entry.number for entry in queue.entries() if entry.to_do and wanted(entry)}
    try:
        run_queue(queue, control, console, wanted)
    except StopRequestedError:
        console.say("Stopped and saved. The same command goes on where it was.")
        return INTERRUPTED
    failed = [entry for entry in queue.entries() if entry.number in to_do and entry.state == "failed"]
    return FAILURE if failed else SUCCESS


def _some(what: Sequence[str], action: str, wanted: str) -> Sequence[str]:
    if not what:
        raise SettingsError([Problem(f"queue {action}", f"What is missing is {wanted}.", "See queue --help.")])
    return what


def _numbers(what: Sequence[str]) -> list[int]:
    for word in what:
        if not word.isdecimal():
            raise SettingsError([Problem("queue", f"{word} is no number of an entry.", "See the list of the queue.")])
    return [int(word) for word in what]


def _line(entry: QueueEntry) -> str:
    auc = entry.auc.get("validation")
    told = f"  AUC {decimals(auc)}" if auc is not None else ""
    why = f"  {entry.message} {entry.remedy}".rstrip() if entry.state == "failed" else ""
    study = f"  [{entry.study}]" if entry.study else ""
    return f"{entry.number:>4}  {entry.state:<11}  {entry.name}{study}{told}{why}"


def _plain(entries: Sequence[QueueEntry]) -> list[dict[str, Any]]:
    return [entry.model_dump(mode="json") for entry in entries]


def _plain_row(row: StudyRow, size: NetworkSize | None) -> dict[str, Any]:
    return {
        "values": dict(row.values),
        "seeds": [entry.seed for entry in row.entries],
        "entries": [entry.number for entry in row.entries],
        "finished": row.done,
        "failed": row.failed,
        "auc": {source: asdict(spread) for source, spread in row.auc.items()},
        "seconds": asdict(row.seconds) if row.seconds else None,
        "best": str(row.best.run) if row.best and row.best.run else None,
        "size": asdict(size) if size else None,
    }


def _tell(table: StudyTable, sizes: Sequence[NetworkSize | None], console: Console) -> None:
    """The table in columns as wide as what is in them."""
    measured = ["parameters", "multiply-adds", "ms/image"] if table.of_networks else []
    head = [*table.names, "runs", *(f"AUC {source}" for source in table.sources), "seconds", *measured]
    lines = [head]
    for row, size in zip(table.rows, sizes, strict=True):
        figures = [_spread(row.auc.get(source)) for source in table.sources]
        measures = [f"{size.parameters:,}", f"{size.multiply_adds:,}", figure(size.ms or 0)] if size else []
        done = f"{row.done} of {len(row.entries)}"
        seconds = figure(row.seconds.mean) if row.seconds else "-"
        lines.append([*(exact(value) for value in row.values.values()), done, *figures, seconds, *measures])
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        console.say("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _spread(spread: Spread | None) -> str:
    if spread is None:
        return "-"
    between = f" ({decimals(spread.low)}-{decimals(spread.high)})" if spread.count > 1 else ""
    return f"{decimals(spread.mean)}{between}"
