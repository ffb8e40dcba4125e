"""From a run's figures to what is drawn of one curve in the present view."""

from dataclasses import dataclass

from gui.history.run_history import RunHistory
from gui.plots.canvas import DrawnCurve
from gui.plots.catalogue import Series
from gui.plots.thinning import as_heights, envelope, smoothed

_FEW_DOTS = 200


@dataclass(frozen=True, slots=True)
class PlotView:
    """The steps that are shown, on how many pixels, and how: mean over ``smoothing`` reports, logarithmic or not."""

    low: float
    high: float
    pixels: int
    smoothing: int = 1
    logarithmic: bool = False


def drawn_curves(history: RunHistory, series: Series, key: str, color: str, view: PlotView) -> list[DrawnCurve]:
    """The curve itself, the smoothed one over it if asked for, and dots where there are few figures."""
    steps, values = history.curve(series.name)
    span, log = (view.low, view.high, view.pixels), view.logarithmic
    x, y = envelope(steps, values, *span)
    y = as_heights(y, logarithmic=log)
    smooth = view.smoothing > 1 and series.smooth and not series.dots
    curves = [DrawnCurve(key, x, y, color, "faint" if smooth else "broad" if series.broad else "line")]
    if smooth:
        x, y = smoothed(steps, values, *span, view.smoothing)
        y = as_heights(y, logarithmic=log)
        curves.append(DrawnCurve(f"{key}, smoothed", x, y, color))
    if len(x) == 1 or (series.dots and len(x) <= _FEW_DOTS):
        curves.append(DrawnCurve(f"{key}, dots", x, y, color, "dots"))
    return curves
