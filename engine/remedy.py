"""A remedy: one change of settings against an alert, what it would change, and how it is undone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from engine.settings import RunSettings
from engine.settings_file import changed_settings, with_changes

_UNDO = "Undo: "
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


def useful(settings: RunSettings, remedy: Remedy) -> Remedy | None:
    """The remedy with only those changes that differ from the settings; None where nothing is left of it."""
    different = changed_settings(settings, with_changes(settings, remedy.changes))
    changes = {name: value for name, value in remedy.changes.items() if name in different}
    return replace(remedy, changes=changes) if changes or remedy.start == "new_weights" else None


def apply(settings: RunSettings, remedy: Remedy) -> RunSettings:
    """The settings with the remedy in them; SettingsError where a value is not allowed."""
    return with_changes(settings, remedy.changes)


def undo(label: str, changes: Mapping[str, tuple[Any, Any] | list[Any]], rule: str = "", subject: str = "") -> Remedy:
    """The remedy that takes an applied one back; ``changes`` is name -> (old, new) as its event has it."""
    before = {name: old for name, (old, _new) in changes.items()}
    return Remedy(f"{_UNDO}{label}", before, "next_step", "The settings are what they were before.", rule, subject)


def is_undo(label: str) -> bool:
    """Whether what was applied took another remedy back."""
    return label.startswith(_UNDO)


def difference(before: RunSettings, after: RunSettings) -> dict[str, tuple[Any, Any]]:
    """Name -> (old, new) of every setting that differs, in plain values."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return {name: (value_of(old, name), value_of(new, name)) for name in changed_settings(before, after)}


def value_of(values: Any, name: str) -> Any:
    """A value by its dotted name, in settings as plain values."""
    for part in name.split("."):
        values = values[part]
    return values
