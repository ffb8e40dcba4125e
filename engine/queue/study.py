"""What came of runs that belong together: those that differ in nothing but the seed make one row of a table."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.errors import SettingsError
from engine.queue.entries import QueueEntry
from engine.queue.grid import OWN
from engine.queue.queue_folder import Queue
from engine.settings import RunSettings
from engine.settings.changes import changed_settings
from engine.settings.names import value_of

VALIDATION = "validation"
WIDTHS = "student."  # settings of the network, whose size the table then tells


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean, least and greatest of a figure over so many runs."""

    mean: float
    low: float
    high: float
    count: int

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread | None":
        """None without values."""
        if not values:
            return None
        mean = min(max(sum(values) / len(values), min(values)), max(values))  # rounding never leaves the range
        return cls(mean, min(values), max(values), len(values))


@dataclass(frozen=True, slots=True)
class StudyRow:
    """Runs of one setting: what differs from other rows, AUC by source, seconds, and the entry with the best student.

    ``best`` is the finished entry with the highest validation AUC; None where none has finished.
    """

    values: Mapping[str, Any]
    settings: RunSettings
    entries: tuple[QueueEntry, ...]
    auc: Mapping[str, Spread] = field(default_factory=dict)
    seconds: Spread | None = None
    best: QueueEntry | None = None

    @property
    def done(self) -> int:
        """How many of its runs have finished."""
        return sum(entry.state == "finished" for entry in self.entries)

    @property
    def failed(self) -> int:
        """How many of its runs have failed."""
        return sum(entry.state == "failed" for entry in self.entries)


@dataclass(frozen=True, slots=True)
class StudyTable:
    """Names of the settings that differ, of the sources that AUCs are known of, and the rows in the queue's order."""

    names: tuple[str, ...]
    sources: tuple[str, ...]
    rows: tuple[StudyRow, ...]

    @property
    def of_networks(self) -> bool:
        """Whether the students differ in their size."""
        return any(name.startswith(WIDTHS) for name in self.names)


def study_table(runs: Sequence[tuple[QueueEntry, RunSettings]]) -> StudyTable:
    """The table of these entries with their settings; names of runs and seeds are no difference."""
    if not runs:
        return StudyTable((), (), ())
    first = runs[0][1]
    differing = [name for _, settings in runs for name in changed_settings(first, settings)]
    names = tuple(name for name in dict.fromkeys(differing) if name not in OWN)
    groups: dict[tuple[str, ...], list[tuple[QueueEntry, RunSettings]]] = {}
    for entry, settings in runs:
        groups.setdefault(tuple(repr(value_of(settings, name)) for name in names), []).append((entry, settings))
    rows = tuple(_row(names, group) for group in groups.values())
    told = dict.fromkeys(source for row in rows for source in row.auc)
    return StudyTable(names, tuple(source for source in told if _is_shown(source, told)), rows)


def _row(names: Sequence[str], group: Sequence[tuple[QueueEntry, RunSettings]]) -> StudyRow:
    entries = tuple(entry for entry, _ in group)
    settings = group[0][1]
    finished = [entry for entry in entries if entry.state == "finished"]
    sources = dict.fromkeys(source for entry in finished for source in entry.auc)
    spreads = {
        source: Spread.of([auc for e in finished if (auc := e.auc.get(source)) is not None]) for source in sources
    }
    return StudyRow(
        {name: value_of(settings, name) for name in names},
        settings,
        entries,
        {source: spread for source, spread in spreads.items() if spread is not None},
        Spread.of([entry.seconds for entry in finished]),
        max(finished, key=lambda entry: entry.auc.get(VALIDATION) or 0.0, default=None),
    )


def _is_shown(source: str, told: Mapping[str, None]) -> bool:
    """Validation as a whole; of the test each source, and the whole where there is not just one."""
    tests = [name for name in told if name.startswith("test/")]
    return source in (VALIDATION, *tests) or (source == "test" and len(tests) != 1)


def readable(queue: Queue, entries: Iterable[QueueEntry]) -> list[tuple[QueueEntry, RunSettings]]:
    """Entries with their settings, without those whose file is damaged or gone: the queue says so when it runs them."""
    found = []
    for entry in entries:
        with contextlib.suppress(SettingsError):
            found.append((entry, queue.settings(entry.number)))
    return found


def add_study(queue: Queue, name: str, settings: Sequence[RunSettings]) -> list[QueueEntry]:
    """Put the runs of a study into the queue, but for those that it has already; returns the new entries."""
    there = [known for _, known in readable(queue, (entry for entry in queue.entries() if entry.study == name))]
    return queue.add([one for one in settings if not any(_same(one, known) for known in there)], name)


def _same(one: RunSettings, other: RunSettings) -> bool:
    return set(changed_settings(one, other)) <= {"output.name"}
