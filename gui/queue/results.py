"""What came of the runs of a study, as a Qt table, and the engine calls behind it, for task threads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from engine.control import RunControl
from engine.errors import EngineError
from engine.number_words import decimals, figure
from engine.queue.entries import EntryState, QueueEntry
from engine.queue.queue_folder import Queue
from engine.queue.study import Spread, StudyRow, StudyTable, readable, study_table
from engine.settings import RunSettings, StudentSettings
from gui.history.run_progress import duration
from gui.widgets.column_table import Column, ColumnTable
from gui.widgets.plain_text import plain_tip
from gui.words.plain_words import label_of
from gui.words.translation import mark, tr
from gui.words.values import value_text

if TYPE_CHECKING:
    from engine.queue.network_size import NetworkSize

_SPLITS = {"validation": mark("validation"), "test": mark("test")}
_STATES: dict[EntryState, str] = {
    "waiting": mark("waiting"),
    "running": mark("running"),
    "finished": mark("finished"),
    "stopped": mark("stopped"),
    "failed": mark("failed"),
    "interrupted": mark("interrupted"),
}
Known = Mapping[int, RunSettings]
Sizes = Mapping[StudentSettings, "NetworkSize"]


@dataclass(frozen=True, slots=True)
class Results:
    """A study's table, the settings that were read for it by number of entry, and sizes of its students."""

    table: StudyTable
    known: Known
    sizes: Sizes


def read_results(
    queue: Queue, entries: Sequence[QueueEntry], known: Known, sizes: Sizes, control: RunControl
) -> Results:
    """The table of entries; settings that are known are not read again, nor networks counted that were."""
    found = dict(known)
    for entry in entries:
        control.check()
        if entry.number not in found:
            found |= {one.number: settings for one, settings in readable(queue, [entry])}
    table = study_table([(entry, found[entry.number]) for entry in entries if entry.number in found])
    return Results(table, found, with_sizes(table, sizes, control, timed=False) if table.of_networks else sizes)


def with_sizes(table: StudyTable, sizes: Sizes, control: RunControl, *, timed: bool) -> Sizes:
    """Sizes of the table's students besides those that are known, with their time where it is asked for."""
    from engine.queue.network_size import network_size  # brings torch

    found = dict(sizes)
    for row in table.rows:
        control.check()
        student = row.settings.student
        there = found.get(student)
        if there is None or (timed and there.ms is None):
            try:
                found[student] = network_size(student, timed=timed)
            except EngineError:  # its checkpoint is gone: the run says so
                continue
    return found


def spread_words(spread: Spread | None) -> str:
    """Mean and range over seeds: 0.885 (0.830–0.940)."""
    if spread is None:
        return "–"
    between = f" ({decimals(spread.low)}–{decimals(spread.high)})" if spread.count > 1 else ""
    return f"{decimals(spread.mean)}{between}"


def row_words(row: StudyRow) -> str:
    """What a row's runs have in common that others lack: Student: Width 8."""
    return ", ".join(f"{label_of(name)} {value_text(value)}" for name, value in row.values.items()) or tr("all runs")


def source_words(source: str) -> str:
    """A source as a heading: AUC validation, AUC test: unseen."""
    split, _, place = source.partition("/")
    split = tr(_SPLITS[split]) if split in _SPLITS else split
    return tr("AUC {source}", source=f"{split}: {place}" if place else split)


class ResultsTable(ColumnTable[StudyRow]):
    """A row for each setting; the columns are those that the study needs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def show(self, table: StudyTable, sizes: Sizes) -> None:
        """Show these results."""
        self.beginResetModel()
        self.columns = (
            *(_setting(name) for name in table.names),
            *(_measures(sizes) if table.of_networks else ()),
            Column(mark("Runs"), _runs, lambda row: row.done),
            *(_auc(source) for source in table.sources),
            Column(mark("Time"), lambda row: duration(row.seconds.mean) if row.seconds else "–", _seconds, number=True),
        )
        self._rows = table.rows
        self.endResetModel()

    def tool_tip(self, row: StudyRow) -> str:
        """The runs of a row with their seeds."""
        return plain_tip("\n".join((row_words(row), *map(_entry_words, row.entries))))

    def icon(self, row: StudyRow, column: int) -> QIcon | None:
        """None: words are enough."""
        return None


def _entry_words(entry: QueueEntry) -> str:
    auc = decimals(entry.auc.get("validation"))
    return tr("Seed {seed}: {state}, AUC {auc}", seed=entry.seed, state=tr(_STATES[entry.state]), auc=auc)


def best_run(row: StudyRow) -> Path | None:
    """The run of a row whose student is the best on validation, where one has finished."""
    return row.best.run if row.best else None


def _setting(name: str) -> Column[StudyRow]:
    def value(row: StudyRow) -> Any:
        return row.values[name]

    return Column(label_of(name), lambda row: value_text(value(row)), value)


def _auc(source: str) -> Column[StudyRow]:
    def mean(row: StudyRow) -> float:
        spread = row.auc.get(source)
        return spread.mean if spread else 0.0

    return Column(source_words(source), lambda row: spread_words(row.auc.get(source)), mean, number=True)


def _runs(row: StudyRow) -> str:
    if not row.failed:
        return tr("{done} of {runs}", done=row.done, runs=len(row.entries))
    return tr("{done} of {runs}, {failed} failed", done=row.done, runs=len(row.entries), failed=row.failed)


def _seconds(row: StudyRow) -> float:
    return row.seconds.mean if row.seconds else 0.0


def _measures(sizes: Sizes) -> tuple[Column[StudyRow], ...]:
    def size(row: StudyRow) -> "NetworkSize | None":
        return sizes.get(row.settings.student)

    def words(name: str) -> Callable[[StudyRow], str]:
        return lambda row: _measure(size(row), name)

    heads = {"parameters": mark("Parameters"), "multiply_adds": mark("Multiply-adds"), "ms": mark("ms an image")}
    return tuple(Column(head, words(name), lambda row: 0, number=True) for name, head in heads.items())


def _measure(size: "NetworkSize | None", name: str) -> str:
    value = getattr(size, name) if size is not None else None
    if value is None:
        return "–"
    if name == "multiply_adds":
        return tr("{number} million", number=figure(value / 1e6))
    return figure(value) if name == "ms" else f"{value:,}"
