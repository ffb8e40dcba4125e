"""What several kinds of events are made of."""

import time
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["info", "warning", "error"]
MachineFailure = Literal["", "page file", "memory", "gpu memory", "disk"]
FILE_SIZE = "file size"  # the one trait of a file that depends on its picture too


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one set of images; None means undefined, as AUC is when one class is missing."""

    images: int
    auc: float | None = None
    ap: float | None = None
    accuracy: float | None = None
    real_accuracy: float | None = None
    fake_accuracy: float | None = None
    eer: float | None = None


@dataclass(frozen=True, slots=True)
class SplitSummary:
    """Counts of one split: name (train, validation, test), source -> {"real": n, "fake": n}."""

    name: str
    real: int
    fake: int
    sources: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class BestStudent:
    """The best validation so far."""

    auc: float | None
    stage: int
    epoch: int
    healthy: bool = True


@dataclass(frozen=True, slots=True)
class TraitLeak:
    """How well one trait of the files tells the label by itself (AUC), and what it is like in either class."""

    name: str
    auc: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherVariant:
    """A way to feed the teacher: how far its first layer's input is from that of its training, and its AUC if run."""

    input_filter: str
    normalisation: str
    mismatch: float  # Jeffreys divergence per channel; 0 is a perfect fit
    chosen: bool = False  # the one that the settings ask for
    auc: float | None = None  # on a sample of the validation images
    real_accuracy: float | None = None  # on the same, of decisions at logit 0
    fake_accuracy: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, with its time in seconds since 1970."""

    time_s: float = field(default_factory=time.time)
