"""What a health rule is, and what it finds."""

import math
from dataclasses import dataclass

from engine.events import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a run, in a user's words."""

    name: str  # stable, such as "loss_explosion"
    title: str
    severity: Severity
    meaning: str
    cause: str
    remedy: str
    evidence: str  # what the rule looks at, and over how long


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds now, with its evidence; ``subject`` tells findings of one rule apart (a term, a split)."""

    rule: str
    message: str
    value: float | None = None
    threshold: float | None = None
    subject: str = ""
    since: int | None = None  # first step of the evidence
    cause: str = ""  # where the settings rule out some of the rule's own, likewise the remedy
    remedy: str = ""


def standard_error(auc: float, images: int) -> float:
    """Upper bound of an AUC's standard error, half of the images being of either class; 0 if none are known."""
    return math.sqrt(max(0.0, auc * (1 - auc)) / (images / 2)) if images else 0.0
