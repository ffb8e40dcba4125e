"""Settings as TOML files: presets, overrides by dotted name, and what differs between two settings."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.errors import Problem, SettingsError
from engine.files import SHORT_PATIENCE_S, atomic_write, patiently, why_unreadable
from engine.parser_errors import TEXT_ERRORS
from engine.settings import RunSettings

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "recommended": {},
    "from_scratch": {"stage1": {"enabled": False}, "stage2": {"epochs": 40, "warmup_epochs": 2.0}},
    "conservative": {
        "stage2": {"optimiser": "sgd", "trainable": "layer1", "head_lr": 5e-5, "backbone_lr": 5e-6},
    },
}
PATH_SETTINGS = (
    "data.train",
    "data.validation",
    "data.test",
    "teacher.checkpoint",
    "student.checkpoint",
    "output.folder",
    "machine.cache_folder",
)

LONGEST_SHOWN = 200  # letters of a value that is refused


def preset_settings(name: str) -> RunSettings:
    """A preset's settings, with no data and no teacher yet; SettingsError for an unknown name."""
    return _validated({"preset": name})


def load_settings(path: Path | None, overrides: Sequence[str] = ()) -> RunSettings:
    """Settings of a TOML file over its preset, then ``section.key=value`` overrides.

    Relative paths are taken from the file's folder, those of overrides from the working folder. Raises SettingsError
    listing every problem.
    """
    values = _read(path) if path else {}
    told: dict[str, Any] = {}
    for override in overrides:
        name, separator, text = override.partition("=")
        if not separator:
            raise SettingsError([Problem(override, "An override is written section.key=value.")])
        _put(told, name.strip(), _parse_value(text.strip()))
    _make_paths_absolute(told, Path.cwd())
    return _validated(_merge(values, told))


def parse_settings(text: str) -> RunSettings:
    """The inverse of `dump_settings`; SettingsError where the text is not what that writes."""
    try:
        values = tomllib.loads(text)
    except TEXT_ERRORS as error:
        raise SettingsError([Problem("", f"The settings that were kept are not valid TOML: {error}.")]) from None
    return _validated(values)


def with_changes(settings: RunSettings, changes: Mapping[str, Any]) -> RunSettings:
    """The settings with other values under some dotted names; SettingsError where one is not allowed."""
    values = settings.model_dump()
    for name, value in changes.items():
        _put(values, name, value)
    return _validated(values)


def save_settings(settings: RunSettings, path: Path) -> None:
    """Write what differs from the preset, so that the file stays short and readable."""
    text = dump_settings(settings)
    atomic_write(path, lambda file: file.write(text.encode("utf-8")))


def dump_settings(settings: RunSettings) -> str:
    """TOML text of what differs from the preset."""
    import tomlkit  # here, as the window imports this module before it is painted

    values: dict[str, Any] = {"schema_version": settings.schema_version, "preset": settings.preset}
    plain = settings.model_dump(mode="json")
    for name in changed_settings(preset_settings(settings.preset), settings):
        value = _get(plain, name)
        _put(values, name, "" if value is None else value)
    return tomlkit.dumps(values)


def changed_settings(before: RunSettings, after: RunSettings) -> tuple[str, ...]:
    """Dotted names of the settings whose values differ."""
    old, new = dict(_leaves(before.model_dump())), dict(_leaves(after.model_dump()))
    return tuple(name for name in new if old.get(name) != new[name])


def _read(path: Path) -> dict[str, Any]:
    try:
        text = patiently(lambda: path.read_text(encoding="utf-8-sig"), SHORT_PATIENCE_S)
    except FileNotFoundError:
        problem = Problem("", f"There is no settings file {path}.", "Check the path.")
        raise SettingsError([problem]) from None
    except UnicodeDecodeError:
        problem = Problem("", f"The settings file {path} is no text in UTF-8.", "Save it in UTF-8, or choose another.")
        raise SettingsError([problem]) from None
    except (OSError, ValueError) as error:
        problem = Problem("", f"The settings file {path} cannot be read: {why_unreadable(error)}.", "Check the path.")
        raise SettingsError([problem]) from None
    try:
        values = tomllib.loads(text)
    except TEXT_ERRORS as error:
        hint = " Write paths with / or in single quotes: in double ones \\ is no letter." if "\\" in text else ""
        problem = Problem("", f"The settings file {path} is not valid TOML: {error}.", f"Correct that line.{hint}")
        raise SettingsError([problem]) from None
    _make_paths_absolute(values, path.parent.absolute())
    return values


def _make_paths_absolute(values: dict[str, Any], folder: Path) -> None:
    """What is not text is left for the schema to refuse; empty text means none."""
    for name in PATH_SETTINGS:
        value = _get(values, name)
        if isinstance(value, list):
            _put(values, name, [str(folder / item) if isinstance(item, str) else item for item in value])
        elif isinstance(value, str) and value:
            _put(values, name, str(folder / value))


def _validated(values: dict[str, Any]) -> RunSettings:
    preset = values.get("preset", "recommended")
    merged = _merge(PRESETS.get(preset, {}) if isinstance(preset, str) else {}, values)
    try:
        return RunSettings.model_validate(merged)
    except ValidationError as error:
        raise SettingsError([_problem(item) for item in error.errors()]) from None


def _problem(item: Any) -> Problem:
    name = ".".join(part for part in item["loc"] if isinstance(part, str))
    if item["type"] == "extra_forbidden":
        return Problem(name, "There is no such setting.", "Check the spelling, or remove the line.")
    if item["type"] == "model_type":
        return Problem(name, "This is a group of settings, not one setting.", f"Write its settings below [{name}].")
    if name == "schema_version":
        return Problem(name, "The settings were written by a newer version of PatchDistill.", "Update PatchDistill.")
    message = str(item["msg"]).removeprefix("Value error, ")
    message = message.replace("a valid tuple", "a list").replace(f" for {Path}", "")
    given = "" if item["type"] == "value_error" else f" (given: {_shown(item['input'])})"
    return Problem(name, f"{message[:1].upper()}{message[1:]}{given}.")


def _shown(value: object) -> str:
    """A value as a sentence can hold it, however long it is."""
    try:
        text = repr(value)
    except TEXT_ERRORS:  # of more digits than Python writes, or groups within groups without end
        return "what is too large to be shown"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _parse_value(text: str) -> Any:
    """A value as TOML would read it; anything else, such as a bare path or a date, is text."""
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except TEXT_ERRORS:
        return {"True": True, "False": False}.get(text, text)
    return text if isinstance(value, date | time) else value


def quoted(path: Path) -> str:
    """A path as an override takes it, whatever letters are in it (TOML's basic strings are written as JSON's)."""
    return json.dumps(path.as_posix(), ensure_ascii=False)


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merge(merged[key], value) if both else value
    return merged


def _leaves(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _get(values: Mapping[str, Any], name: str) -> Any:
    found: Any = values
    for part in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


def _put(values: dict[str, Any], name: str, value: Any) -> None:
    *sections, key = name.split(".")
    for section in sections:
        inner = values.setdefault(section, {})
        if not isinstance(inner, dict):
            raise SettingsError([Problem(name, f"{section} is not a group of settings.")])
        values = inner
    values[key] = value
