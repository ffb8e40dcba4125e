"""Reads what a run has told: events.jsonl, line by line, whatever a crash left of it."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TextIO

from engine.control import RunControl
from engine.errors import RunFolderError
from engine.events import Event, from_json
from engine.files import PATIENCE_S, patiently, refuse_pipe, why_unreadable
from engine.parser_errors import EVENT_ERRORS


def read_events(
    run: Path,
    kinds: Collection[str] = (),
    control: RunControl | None = None,
    patience_s: float = PATIENCE_S,
    passed_over: list[int] | None = None,
) -> Iterator[Event]:
    """Events of a run (of some kinds only) without lines that a crash cut, a newer version wrote, or are damaged.

    ``passed_over`` gets the numbers of such lines; `lines_words` tells of them. Raises StopRequestedError where
    ``control`` says stop: of a long run a million lines may lie between two events.
    """
    wanted = [f'"kind": "{kind}"' for kind in kinds]
    path = run / "events.jsonl"

    def opened() -> TextIO:
        refuse_pipe(path)
        return path.open(encoding="utf-8", errors="replace")

    try:
        with patiently(opened, patience_s) as lines:
            for number, line in enumerate(lines, 1):
                if control is not None:
                    control.check()
                if wanted and not any(text in line for text in wanted):
                    continue
                try:
                    yield from_json(line)
                except EVENT_ERRORS:
                    if passed_over is not None:
                        passed_over.append(number)
    except OSError as error:
        raise RunFolderError(
            f"The events of {run} cannot be read: {why_unreadable(error)}.",
            "Put its events.jsonl back, or allow reading it; without it a run can only be deleted.",
        ) from error
