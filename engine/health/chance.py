"""How far chance moves an AUC."""

import math

from engine.health.history import History


def standard_error(auc: float, images: int) -> float:
    """Upper bound of an AUC's standard error, half of the images being of either class; 0 if none are known."""
    return math.sqrt(max(0.0, auc * (1 - auc)) / (images / 2)) if images else 0.0


def validation_chance(auc: float, history: History) -> float:
    """The standard error of an AUC on the images of the newest evaluation."""
    return standard_error(auc, history.validations[-1].scores.images)
