"""A remedy: one change of settings against an alert, what it would change, and how it is undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

UNDO = "Undo: "
Start = Literal["next_step", "last_healthy", "new_weights", "new_run"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change of settings against an alert; ``start`` says from where the run goes on with it.

    next_step: from the next batch. last_healthy: after going back to the last healthy checkpoint. new_weights: from
    the run's beginning, with a student drawn anew, or with the one that was given. new_run: it decides what a run is
    built from, so it can only be taken into the settings of another run.
    """

    label: str
    changes: Mapping[str, Any]  # dotted name -> value
    start: Start
    why: str
    rule: str = ""  # of the alert that it answers
    subject: str = ""  # of that alert


def is_undo(label: str) -> bool:
    """Whether what was applied took another remedy back."""
    return label.startswith(UNDO)
