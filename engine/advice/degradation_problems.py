"""What is wrong with settings of degraded pictures: figures that do not count, and a teacher asked again and again."""

from collections.abc import Iterator

from engine.errors import Problem
from engine.number_words import whole_percent
from engine.settings import DegradationSettings, RunSettings

FEW_VIEWS = 4


def degradation_problems(settings: RunSettings) -> Iterator[Problem]:
    """Warnings alone: a run with any of these trains."""
    lost = settings.degradations
    yield from _figures(lost)
    if not settings.loss.imitates or lost.teacher == "clean" or not lost.degraded_share:
        return
    if lost.asked_anew:
        yield Problem(
            "degradations.teacher",
            f"About {whole_percent(lost.asked_anew)} of the images are new to the teacher in every epoch, which makes "
            "epochs several times as long.",
            f"Ask it about the clean picture, or about a few fixed views of each (degradations.views, such as "
            f"{FEW_VIEWS}).",
            "warning",
        )
    elif lost.views >= settings.stage2.epochs:
        yield Problem(
            "degradations.views",
            f"Of {lost.views} fixed views none comes again in {settings.stage2.epochs} epochs, so that the teacher is "
            "asked in each of them.",
            f"Take fewer, such as {FEW_VIEWS}, or train longer.",
            "warning",
        )


def _figures(lost: DegradationSettings) -> Iterator[Problem]:
    """Of the figures that only count by themselves."""
    if lost.strength == "own":
        if not lost.degraded_share:
            yield Problem(
                "degradations.strength",
                "Own figures are chosen, and by them no image is degraded.",
                "Raise a share below, or choose off.",
                "warning",
            )
        return
    usual = DegradationSettings()
    own = (name for name in type(lost).model_fields if name not in ("strength", "teacher", "views"))
    changed = [f"degradations.{name}" for name in own if getattr(lost, name) != getattr(usual, name)]
    if changed:
        yield Problem(
            "degradations.strength",
            f"Figures are set that count only among own ones: {', '.join(changed)}.",
            "Choose own, or reset them.",
            "warning",
        )
