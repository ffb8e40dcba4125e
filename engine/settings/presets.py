"""Named settings to begin from, and settings made of plain values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.errors import Problem, SettingsError
from engine.parser_errors import TEXT_ERRORS
from engine.settings import RunSettings
from engine.settings.names import with_new_names

LONGEST_SHOWN = 200  # letters of a value that is refused
PRESETS: Mapping[str, Mapping[str, Any]] = {
    "recommended": {},
    "from_scratch": {"stage1": {"enabled": False}, "stage2": {"epochs": 40, "warmup_epochs": 2.0}},
    "conservative": {
        "stage2": {"optimiser": "sgd", "trainable": "layer1", "head_lr": 5e-5, "backbone_lr": 5e-6},
    },
}


def preset_settings(name: str) -> RunSettings:
    """A preset's settings, with no data and no teacher yet; SettingsError for an unknown name."""
    return validated({"preset": name})


def validated(values: dict[str, Any]) -> RunSettings:
    """Settings of plain values over their preset; SettingsError with every problem."""
    values = with_new_names(values)
    preset = values.get("preset", "recommended")
    whole = merged(PRESETS.get(preset, {}) if isinstance(preset, str) else {}, values)
    try:
        return RunSettings.model_validate(whole)
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


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The values of both, group by group; where both have one, that of ``over``."""
    values = dict(base)
    for key, value in over.items():
        both = isinstance(value, Mapping) and isinstance(values.get(key), Mapping)
        values[key] = merged(values[key], value) if both else value
    return values


def _shown(value: object) -> str:
    """A value as a sentence can hold it, however long it is."""
    try:
        text = repr(value)
    except TEXT_ERRORS:  # of more digits than Python writes, or groups within groups without end
        return "what is too large to be shown"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
