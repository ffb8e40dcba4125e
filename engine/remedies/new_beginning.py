"""Remedies that begin the run again."""

from dataclasses import replace

from engine.remedies.step_length import shorter_steps
from engine.remedy import Remedy
from engine.settings import RunSettings


def new_weights(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The run begins again: with other random weights, or with the student that it was given and shorter steps.

    The same steps from the same student would lead to the same place.
    """
    if settings.student.checkpoint is None:
        return Remedy("Start again from new weights", {}, "new_weights", why)
    gentler = shorter_steps(settings, stage, why)
    return replace(gentler, label="Start again from the given student, with shorter steps", start="new_weights")
