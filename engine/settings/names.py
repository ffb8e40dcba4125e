"""Settings by their dotted names, such as stage2.epochs, in settings and in plain values."""

from collections.abc import Mapping
from typing import Any

from engine.errors import Problem, SettingsError

# What a setting is called now.
RENAMED = {
    "data.jpeg_probability": "degradations.jpeg_probability",
    "data.jpeg_quality_min": "degradations.quality_min",
    "data.jpeg_quality_max": "degradations.quality_max",
    "data.blur_probability": "degradations.blur_probability",
    "data.blur_sigma_max": "degradations.blur_sigma_max",
}
# What went without saying where the old names are found.
MEANT_WITH_THEM = {"degradations.strength": "own", "degradations.teacher": "seen"}


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


def with_new_names(values: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values, as earlier versions wrote them, under today's names; they mean what they meant then.

    What nobody has checked, such as text in place of a group, is left for the schema to refuse.
    """
    given = {name: value for name in RENAMED if (value := look_up(values, name)) is not None}
    if not given:
        return dict(values)
    changed = {key: dict(value) if isinstance(value, Mapping) else value for key, value in values.items()}
    for name, value in given.items():
        section, _, key = name.partition(".")
        del changed[section][key]
        _put_if_absent(changed, RENAMED[name], value)
    for name, value in MEANT_WITH_THEM.items():
        _put_if_absent(changed, name, value)
    return changed


def _put_if_absent(values: dict[str, Any], name: str, value: Any) -> None:
    if look_up(values, name) is None:
        put(values, name, value)


def stage_name(stage: int) -> str:
    """What a stage is called in the settings; what comes before training belongs to stage 2, and the control does."""
    return "stage1" if stage == 1 else "stage2"
