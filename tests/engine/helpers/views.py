"""What training sees of a picture, in one call."""

import numpy as np

from engine.data.images.decoding import Pixels
from engine.data.images.degradations import NOTHING, draw_degradation
from engine.data.images.views import draw_view, on_grid, show, show_degraded
from engine.settings import DataSettings, DegradationSettings
from engine.settings.degradations import KINDS

PROBABILITIES = tuple(f"{kind}_probability" for kind in KINDS)
EVERYTHING = DegradationSettings(strength="own", **dict.fromkeys(PROBABILITIES, 1.0))


def training_view(
    image: Pixels,
    settings: DataSettings,
    rng: np.random.Generator,
    stride: int = 8,
    degradations: DegradationSettings | None = None,
) -> Pixels:
    """A random view, (size, size, 3), of a decoded picture."""
    whole = on_grid(image, settings, stride)
    view = draw_view(whole, settings, rng, stride)
    lost = draw_degradation(degradations or DegradationSettings(), rng)
    return show(whole, view, settings.size) if lost == NOTHING else show_degraded(image, view, lost, settings)
