"""Settings with some values changed: by dotted name, as a remedy, undone, and what differs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from engine.remedy import UNDO, Remedy
from engine.settings import RunSettings
from engine.settings.names import put, value_of
from engine.settings.presets import validated


def with_changes(settings: RunSettings, changes: Mapping[str, Any]) -> RunSettings:
    """The settings with other values under some dotted names; SettingsError where one is not allowed."""
    values = settings.model_dump()
    for name, value in changes.items():
        put(values, name, value)
    return validated(values)


def changed_settings(before: RunSettings, after: RunSettings) -> tuple[str, ...]:
    """Dotted names of the settings whose values differ."""
    old, new = dict(_leaves(before.model_dump())), dict(_leaves(after.model_dump()))
    return tuple(name for name in new if old.get(name) != new[name])


def _leaves(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


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
    return Remedy(f"{UNDO}{label}", before, "next_step", "The settings are what they were before.", rule, subject)


def difference(before: RunSettings, after: RunSettings) -> dict[str, tuple[Any, Any]]:
    """Name -> (old, new) of every setting that differs, in plain values."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return {name: (value_of(old, name), value_of(new, name)) for name in changed_settings(before, after)}
