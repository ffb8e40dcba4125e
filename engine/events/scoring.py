"""What a trained network says of pictures, as it finds it; live only."""

from dataclasses import dataclass
from typing import Literal

from engine.events.values import Count, Event


@dataclass(frozen=True, slots=True)
class ScoredPicture:
    """A picture's image logit and probability of being fake; both None where there is a ``reason``.

    ``place`` counts from 0 among the pictures that were asked for.
    """

    path: str
    place: Count
    logit: float | None = None
    probability: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesScored(Event):
    """The next pictures that were scored, or could not be read."""

    kind: Literal["pictures_scored"] = "pictures_scored"
    pictures: tuple[ScoredPicture, ...]
    done: Count
    total: Count
