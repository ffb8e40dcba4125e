"""Numbers as people read them: the one place where they become words, for window, events, report and command line."""

import math
from datetime import datetime

EXPONENT_FROM = 1e9  # below, down to 0.0001, no power of ten is written


def figure(value: float, digits: int = 3) -> str:
    """A measured figure to so many digits: 6.8, 412, 1.2e-07, 41,200; what is no finite number, in words."""
    if not math.isfinite(value):
        return _not_finite(value)
    text = f"{value:.{digits}g}"
    if abs(float(text)) >= 10 ** min(digits, 3) and abs(value) < EXPONENT_FROM:
        return f"{value:,.0f}"
    return text.removeprefix("-") if float(text) == 0 else text


def percent(share: float) -> str:
    """A share as a percentage: 57 %, 2.5 %."""
    return _with_sign(figure(100 * share), share)


_SUREST = 0.001


def sure_percent(probability: float) -> str:
    """A probability as a percentage with one decimal, never as certainty: 57.0 %, < 0.1 %, > 99.9 %."""
    if not _SUREST <= probability <= 1 - _SUREST:
        return f"< {100 * _SUREST} %" if probability < 0.5 else f"> {100 * (1 - _SUREST)} %"
    return f"{100 * probability:.1f} %"


def whole_percent(share: float) -> str:
    """A share as a whole percentage, for a glance: 57 %, 0 %, 1,200 %."""
    return _with_sign(decimals(100 * share, 0), share)


def decimals(value: float | None, digits: int = 3) -> str:
    """A score or logit with a fixed number of decimals: 0.853; undefined where there is none."""
    if value is None or math.isnan(value):
        return "undefined"
    if math.isinf(value):
        return _not_finite(value)
    text = f"{value:,.{digits}f}"
    return text.removeprefix("-") if float(text.replace(",", "")) == 0 else text


def exact(value: object) -> str:
    """A setting's value with all that was set of it: 0.01, 1e-05, 10,000, on, off, empty."""
    match value:
        case bool():
            return "on" if value else "off"
        case None | "" | () | []:
            return "empty"
        case tuple() | list():
            return ", ".join(map(exact, value))
        case int() | float():
            whole = math.isfinite(value) and value == int(value) and abs(value) < EXPONENT_FROM
            return f"{int(value):,}" if whole else repr(value).removesuffix(".0")
    return str(value)


def date_and_time(seconds: float) -> str:
    """A moment in seconds since 1970, here and to the minute; a dash for what no calendar has."""
    try:
        return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # a file system may date a folder in any year
        return "–"


def _with_sign(text: str, share: float) -> str:
    return f"{text} %" if math.isfinite(share) else text


def _not_finite(value: float) -> str:
    return "not a number" if math.isnan(value) else "infinity" if value > 0 else "minus infinity"
