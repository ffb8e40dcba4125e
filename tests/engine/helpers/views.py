"""What training sees of a picture, in one call."""

import numpy as np

from engine.data.images.decoding import Pixels
from engine.data.images.views import draw_view, on_grid, show, show_degraded
from engine.settings.data import DataSettings


def training_view(image: Pixels, settings: DataSettings, rng: np.random.Generator, stride: int = 8) -> Pixels:
    """A random view, (size, size, 3), of a decoded picture."""
    whole = on_grid(image, settings, stride)
    view = draw_view(whole, settings, rng, stride)
    return show(whole, view, settings.size) if view.plain else show_degraded(image, view, settings)
