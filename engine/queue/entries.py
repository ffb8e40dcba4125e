"""The list of a queue as data, its one JSON file, and what can be done to its order: pure functions."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.errors import QueueError
from engine.events.values import Count, Seconds
from engine.parser_errors import TEXT_ERRORS

VERSION = 1
FILE = "queue.json"
EntryState = Literal["waiting", "running", "finished", "stopped", "failed", "interrupted"]
TO_DO: Collection[EntryState] = ("waiting", "running", "stopped", "interrupted")
"""What the next start of the queue takes up, in the order of the list; a running one was broken off by then."""


class _Stored(BaseModel):
    """What is read from the file; what a later version adds to it is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class QueueEntry(_Stored):
    """A run to do, or done: ``run`` is its folder, once it has one; its settings are in a file of their own."""

    number: int = Field(ge=1)
    name: str
    study: str = ""
    seed: int = 0
    state: EntryState = "waiting"
    run: Path | None = None
    message: str = ""  # why it failed, and what can be done
    remedy: str = ""
    seconds: Seconds = 0.0
    auc: dict[str, float | None] = {}  # of the best student, by split and source

    @property
    def to_do(self) -> bool:
        """Whether the queue has still to begin it or to go on with it."""
        return self.state in TO_DO

    @property
    def broken_off(self) -> bool:
        """Whether its run was begun and came to no end, so that the queue goes on with it first."""
        return self.state in ("stopped", "interrupted")


class QueueList(_Stored):
    """All entries in the order in which they are run, and the number that the next new one gets."""

    version: int = VERSION
    next_number: Count = 1
    entries: tuple[QueueEntry, ...] = ()

    def entry(self, number: int) -> QueueEntry:
        """The entry of that number; QueueError where there is none."""
        for entry in self.entries:
            if entry.number == number:
                return entry
        raise QueueError(f"The queue has no entry {number}.", "See the list for the numbers of its entries.")

    def with_entry(self, entry: QueueEntry) -> "QueueList":
        """The list with another state of one entry; one that was removed meanwhile stays away."""
        return self.of([entry if old.number == entry.number else old for old in self.entries])

    def of(self, entries: Sequence[QueueEntry]) -> "QueueList":
        """The list with these entries instead."""
        return self.model_copy(update={"entries": tuple(entries)})


def moved(entries: Sequence[QueueEntry], number: int, place: int) -> list[QueueEntry]:
    """The entries with one of them at another place, counted from 0; beyond the ends it is the first or last."""
    rest = [entry for entry in entries if entry.number != number]
    chosen = [entry for entry in entries if entry.number == number]
    place = min(max(place, 0), len(rest))
    return [*rest[:place], *chosen, *rest[place:]]


def shifted(entries: Sequence[QueueEntry], numbers: Collection[int], down: bool) -> list[QueueEntry]:
    """The entries with some of them one place up or down; at the end of the list they stay in their order."""
    found = list(reversed(entries)) if down else list(entries)
    for place in range(1, len(found)):
        if found[place].number in numbers and found[place - 1].number not in numbers:
            found[place - 1], found[place] = found[place], found[place - 1]
    return list(reversed(found)) if down else found


def read_list(folder: Path, read: bytes | None) -> QueueList:
    """What ``read``, the file's bytes, say; an empty list without a file. QueueError names the line that is wrong."""
    if read is None:
        return QueueList()
    path = folder / FILE
    again = "Correct that line, or move the file away: the settings of its entries stay in the folder."
    try:
        values = json.loads(read)
    except json.JSONDecodeError as error:
        raise QueueError(f"The queue cannot be read: line {error.lineno} of {path}: {error.msg}.", again) from None
    except TEXT_ERRORS as error:
        raise QueueError(f"The queue cannot be read: {path}: {error}.", again) from None
    if isinstance(values, dict) and isinstance(values.get("version"), int) and values["version"] > VERSION:
        raise QueueError(f"{path} was written by a newer version of PatchDistill.", "Update PatchDistill.")
    try:
        return QueueList.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise QueueError(f"The queue cannot be read: {where} in {path}: {first['msg']}.", again) from None


def written(listed: QueueList) -> bytes:
    """The file's bytes, an entry a paragraph, so that a person can read it."""
    return json.dumps(listed.model_dump(mode="json"), ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8")
