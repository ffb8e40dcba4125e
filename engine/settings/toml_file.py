"""Settings as TOML files: presets, overrides by dotted name, and what differs between two settings."""

import json
import tomllib
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from engine.errors import Problem, SettingsError
from engine.files import SHORT_PATIENCE_S, atomic_write, read_text, why_unreadable
from engine.parser_errors import TEXT_ERRORS
from engine.settings import RunSettings
from engine.settings.changes import changed_settings
from engine.settings.names import look_up, put
from engine.settings.presets import merged, preset_settings, validated

PATH_SETTINGS = (
    "data.train",
    "data.validation",
    "data.test",
    "data.unlabelled",
    "teacher.checkpoint",
    "student.checkpoint",
    "output.folder",
    "machine.cache_folder",
)


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
        put(told, name.strip(), parse_value(text.strip()))
    _make_paths_absolute(told, Path.cwd())
    return validated(merged(values, told))


def parse_settings(text: str) -> RunSettings:
    """The inverse of `dump_settings`; SettingsError where the text is not what that writes."""
    try:
        values = tomllib.loads(text)
    except TEXT_ERRORS as error:
        raise SettingsError([Problem("", f"The settings that were kept are not valid TOML: {error}.")]) from None
    return validated(values)


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
        value = look_up(plain, name)
        put(values, name, "" if value is None else value)
    return tomlkit.dumps(values)


def _read(path: Path) -> dict[str, Any]:
    try:
        text = read_text(path, SHORT_PATIENCE_S)
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
        value = look_up(values, name)
        if isinstance(value, list):
            put(values, name, [str(folder / item) if isinstance(item, str) else item for item in value])
        elif isinstance(value, str) and value:
            put(values, name, str(folder / value))


def parse_value(text: str) -> Any:
    """A value of the command line as TOML would read it; anything else, such as a bare path or a date, is text."""
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except TEXT_ERRORS:
        return {"True": True, "False": False}.get(text, text)
    return text if isinstance(value, date | time) else value


def quoted(path: Path) -> str:
    """A path as an override takes it, whatever letters are in it (TOML's basic strings are written as JSON's)."""
    return json.dumps(path.as_posix(), ensure_ascii=False)
