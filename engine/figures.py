"""Figures as people read them, the same in the window, the events and the command line."""

from datetime import datetime


def figure(value: float) -> str:
    """A figure as people write it: 6.8, 412, 1.2e-07, 41,200."""
    return f"{value:,.0f}" if 1000 <= abs(value) < 1e9 else f"{value:.3g}"


def percent(share: float) -> str:
    """A share as a percentage: 57 %, 2.5 %."""
    return f"{figure(100 * share)} %"


def whole_percent(share: float) -> str:
    """A share as a whole percentage, for a glance: 57 %, 0 %."""
    return f"{100 * share:.0f} %"


def date_and_time(seconds: float) -> str:
    """A moment in seconds since 1970, here and to the minute; a dash for what no calendar has."""
    try:
        return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # a file system may date a folder in any year
        return "–"
