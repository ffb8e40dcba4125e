"""What is made of an image's logit, probability and decision: chosen on validation, and noted with the weights."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field, TypeAdapter, ValidationError

from engine.errors import CheckpointError
from engine.events.values import Count, Event
from engine.number_words import percent

Method = Literal["", "identity", "temperature", "platt"]
METHOD_WORDS: dict[Method, str] = {
    "": "not calibrated",
    "identity": "calibrated: no correction was better on validation",
    "temperature": "calibrated by a temperature",
    "platt": "calibrated by Platt's method",
}
CONFIDENCE = 0.95  # of what is said about false alarms
_NOTES = ("threshold", "probability", "false_alarms")

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Finite = Annotated[float, Field(allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class ProbabilityScale:
    """Probability of fake = sigmoid(slope * logit + offset), and how that was found; "" where nobody looked."""

    slope: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    offset: Finite = 0.0
    method: Method = ""

    def scaled(self, logits: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Logits (N,) whose sigmoid is the probability."""
        return self.slope * np.asarray(logits, np.float64) + self.offset

    def probability(self, logit: float) -> float:
        """Of being fake."""
        scaled = self.slope * logit + self.offset
        small = math.exp(-abs(scaled))
        return (1 if scaled >= 0 else small) / (1 + small)

    def logit_at(self, probability: float) -> float:
        """The logit of a probability between 0 and 1, both left out."""
        return (math.log(probability / (1 - probability)) - self.offset) / self.slope

    @property
    def words(self) -> str:
        """Whether probabilities can be taken at their word, and by what."""
        return METHOD_WORDS[self.method]


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """A threshold for a share ``rate`` of real pictures that may be called fake, and what it gave on validation.

    ``found`` is the share of its ``reals`` above the threshold; with CONFIDENCE the share of others like them is
    between ``low`` and ``high``. ``groups`` counts those that are strangers to one another.
    """

    rate: Annotated[float, Field(gt=0, lt=1)]
    threshold: Finite
    found: Share
    low: Share
    high: Share
    reals: Count
    groups: Count

    @property
    def needed(self) -> int:
        """Real pictures, strangers to one another, of which none must ring for the rate to be sure."""
        return math.ceil(math.log(1 - CONFIDENCE) / math.log(1 - self.rate))

    @property
    def words(self) -> str:
        """What is known of this threshold."""
        known = f"{percent(self.found)} of {self.reals:,} real validation pictures"
        between = f"{percent(self.low)} to {percent(self.high)}" if self.low else f"at most {percent(self.high)}"
        if self.groups >= self.needed:
            return f"{known}; of others like them {between}"
        few = f"to be sure of {percent(self.rate)}, {self.needed:,} that do not belong together are needed"
        return f"{known}; of others like them {between}: {few}, and there are {self.groups:,}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The logit above which a picture counts as fake, the scale of probabilities, and thresholds for false alarms."""

    threshold: float = 0.0
    scale: ProbabilityScale = ProbabilityScale()
    false_alarms: tuple[FalseAlarms, ...] = ()

    def notes(self) -> dict[str, Any]:
        """As it is noted with the weights, where it was chosen on validation."""
        return {
            "threshold": self.threshold,
            "threshold_chosen": "best balanced, validation",
            "probability": asdict(self.scale),
            "false_alarms": [asdict(alarms) for alarms in self.false_alarms],
        }

    def threshold_for(self, rate: float) -> FalseAlarms | None:
        """The threshold that is noted for a rate of false alarms."""
        return next((alarms for alarms in self.false_alarms if math.isclose(alarms.rate, rate)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementFound(Event):
    """A student has been opened, and this is how its scores are judged; live only."""

    kind: Literal["judgement_found"] = "judgement_found"
    judgement: Judgement


def noted_judgement(name: str, notes: Mapping[str, Any]) -> Judgement:
    """What the file ``name`` notes of itself; what it does not note is as of a bare network: 0, and plain sigmoid.

    Raises CheckpointError where the notes mean nothing.
    """
    found = {key: _parsed(name, key, notes[key]) for key in _NOTES if key in notes}
    scale = found.get("probability", ProbabilityScale())
    return Judgement(found.get("threshold", 0.0), scale, found.get("false_alarms", ()))


def _parsed(name: str, key: str, noted: object) -> Any:
    try:
        return _READERS[key].validate_python(noted)
    except ValidationError:
        what = "is no number" if key == "threshold" else "means nothing"
        raise CheckpointError(
            f"{name} notes the {key.replace('_', ' ')} {noted!r}, which {what}: decisions by it would mean nothing.",
            "Export the student again, or choose another file of weights.",
        ) from None


_READERS: dict[str, TypeAdapter[Any]] = {
    "threshold": TypeAdapter(Finite),
    "probability": TypeAdapter(ProbabilityScale),
    "false_alarms": TypeAdapter(tuple[FalseAlarms, ...]),
}
