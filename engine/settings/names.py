"""Settings by their dotted names, such as stage2.epochs, in settings and in plain values."""

from collections.abc import Mapping
from typing import Any

from engine.errors import Problem, SettingsError


def value_of(settings: object, name: str) -> Any:
    """A value by its dotted name, of settings or of their plain values; AttributeError or KeyError where none is."""
    value: Any = settings
    for part in name.split("."):
        value = value[part] if isinstance(value, Mapping) else getattr(value, part)
    return value


def look_up(values: Mapping[str, Any], name: str) -> Any:
    """As `value_of`, of values that nobody has checked: None where there is nothing under that name."""
    found: Any = values
    for part in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


def put(values: dict[str, Any], name: str, value: Any) -> None:
    """Set a value under a dotted name; SettingsError where a group of settings is something else."""
    *sections, key = name.split(".")
    for section in sections:
        inner = values.setdefault(section, {})
        if not isinstance(inner, dict):
            raise SettingsError([Problem(name, f"{section} is not a group of settings.")])
        values = inner
    values[key] = value


def stage_name(stage: int) -> str:
    """What a stage is called in the settings; what comes before training belongs to stage 2."""
    return "stage1" if stage == 1 else "stage2"
