"""What a health rule is: its words, when it looks at what, what it finds, and what may be done about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from engine.events import Alert, Rung, Severity
from engine.health.history import History
from engine.remedy import Remedy
from engine.settings import RunSettings

Occasion = Literal["steps", "validation", "stage", "control", "data", "shortcuts", "teacher", "machine"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds now, with its evidence; ``subject`` tells findings of one rule apart (a term, a split)."""

    message: str
    value: float | None = None
    threshold: float | None = None
    subject: str = ""
    since: int | None = None  # first step of the evidence
    cause: str = ""  # where the settings rule out some of the rule's own, likewise the remedy
    remedy: str = ""


Check = Callable[[History, RunSettings], list[Finding]]
Offers = Callable[[RunSettings, str, str], Iterator[Remedy]]
"""Settings, the stage's name and the alert's subject -> remedies, the most promising first."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A check, and the events after which it is made."""

    occasion: Occasion
    check: Check
    turn: int = 0  # of the checks of one event, the lower go first: an unattended run answers the first alert


def no_offers(_settings: RunSettings, _stage: str, _subject: str) -> Iterator[Remedy]:
    """Nothing that a change of settings could mend."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a run, in a user's words, with all that the program knows of it.

    Whatever asks about rules (monitor, suspicion, ladder, remedies, guide) asks the rule, and holds no list of names.
    """

    name: str  # stable, such as "loss_explosion"
    title: str
    severity: Severity
    meaning: str
    cause: str
    remedy: str
    evidence: str  # what the rule looks at, and over how long
    watches: tuple[Watch, ...]
    offers: Offers = no_offers
    mild: bool = False  # whether an unattended run may answer it by changed settings
    rungs: tuple[Rung, ...] = ()  # ways back for an unattended run, in order
    other_weights: Callable[[RunSettings], Remedy] | None = (
        None  # of the loss, on the rung "weights"; None: more labels
    )
    harms: Callable[[Alert], bool] | None = None  # whether an alert says that the weights may be harmed; None: never
