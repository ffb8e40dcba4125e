"""Values and limits of settings in words."""

import math
from pathlib import Path
from typing import Any

import numpy as np
from pydantic.fields import FieldInfo

from engine.number_words import figure
from gui.words.plain_words import unit_for
from gui.words.translation import tr


def value_text(value: Any) -> str:
    """A value as the form shows it."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, tuple):
        return ", ".join(" = ".join(item) if isinstance(item, tuple) else str(item) for item in value) or tr("empty")
    if value is None or value == "":
        return tr("empty")
    if isinstance(value, int):
        return f"{value:,}"
    return spoken(str(value)) if not isinstance(value, float | Path) else str(value).removesuffix(".0")


def range_text(info: FieldInfo) -> str:
    """The limits of a number in words, or an empty text."""
    low, high = limits(info)
    unit = str(extra(info).get("unit", ""))
    ends = [value_text(int(end) if float(end).is_integer() else end) for end in (low, high) if abs(end) < 1e18]
    if len(ends) == 2:
        return tr("From {low} to {high}.", low=ends[0], high=f"{ends[1]} {tr(unit)}" if unit else ends[1])
    return tr("At least {low}.", low=f"{ends[0]} {unit_for(low, unit)}".rstrip()) if ends else ""


_SPOKEN = {
    "sgd": "SGD",
    "adamw": "AdamW",
    "cpu": "CPU",
    "cuda": "CUDA GPU",
    "NPR": "NPR",
    "imagenet": "ImageNet",
    "imagenet_two_thirds": "ImageNet, times 2/3",
    "topk_mean": "top-k mean",
    "topk_max": "top-k max",
    "web": "as on the web",
    "own": "own figures",
    "clean": "the clean picture",
    "seen": "what the student sees",
}


def extra(info: FieldInfo) -> dict[str, Any]:
    """A setting's unit and level."""
    found = info.json_schema_extra
    return found if isinstance(found, dict) else {}


def limits(info: FieldInfo) -> tuple[float, float]:
    """Least and greatest value; an open end (gt, lt) counts as closed, the settings themselves refuse it."""
    low, high = -math.inf, math.inf
    for rule in info.metadata:
        low = max(low, getattr(rule, "ge", low), getattr(rule, "gt", low))
        high = min(high, getattr(rule, "le", high), getattr(rule, "lt", high))
    return low, high


def spoken(choice: str) -> str:
    """A choice as people write it."""
    return tr(_SPOKEN.get(choice, choice.replace("_", " ")))


def figure_words(value: float) -> str:
    """A figure of a curve as the read-out says it."""
    return tr("undefined") if np.isnan(value) else figure(value, 4)
