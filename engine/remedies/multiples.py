"""A setting times a factor within its limits, and a label that says what comes of it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from engine.number_words import exact
from engine.settings import RunSettings, Section
from engine.settings.names import value_of

SMALLEST = 1e-12  # what is lowered never comes below: 0 would mean something else
WORDS: Mapping[float, str] = {
    2: "Twice",
    4: "Four times",
    10: "Ten times",
    1 / 2: "Half",
    1 / 3: "A third of",
    1 / 10: "A tenth of",
}


def multiple(
    settings: RunSettings, name: str, factor: float, noun: str, least: float = 0.0
) -> tuple[str, dict[str, Any]]:
    """Label and change: the factor where the number is that, else the number where it is bounded.

    ``least`` is where a multiple of next to nothing, or of nothing, begins to matter.
    """
    wanted = times(value_of(settings, name), factor)
    value = min(max(wanted, least), highest(name))
    bounded = f"{noun[0].upper()}{noun[1:]} up to {exact(value)}"
    return (f"{WORDS[factor]} the {noun}" if value == wanted else bounded), {name: value}


def times(value: float, factor: float) -> float:
    """A multiple as people would write it, without the dust of binary fractions; the value where that is too small."""
    if isinstance(value, int) and factor == int(factor):
        return value * int(factor)
    product = float(f"{value * factor:.6g}")
    return product if factor >= 1 or product >= SMALLEST else value


@cache
def highest(name: str) -> float:
    """The highest value that a setting may have, as the schema says it."""
    model: type[Section] = RunSettings
    *sections, key = name.split(".")
    for section in sections:
        inner = model.model_fields[section].annotation
        assert isinstance(inner, type)
        assert issubclass(inner, Section)
        model = inner
    limit: float = next(found for rule in model.model_fields[key].metadata if (found := getattr(rule, "le", None)))
    return limit
