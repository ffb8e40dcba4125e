"""Figures as people read them, the same in the window, the events and the command line."""


def figure(value: float) -> str:
    """A figure as people write it: 6.8, 412, 1.2e-07, 41,200."""
    return f"{value:,.0f}" if 1000 <= abs(value) < 1e9 else f"{value:.3g}"


def percent(share: float) -> str:
    """A share as a percentage: 57 %, 2.5 %."""
    return f"{figure(100 * share)} %"


def whole_percent(share: float) -> str:
    """A share as a whole percentage, for a glance: 57 %, 0 %."""
    return f"{100 * share:.0f} %"
