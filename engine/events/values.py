"""What several kinds of events are made of."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

LARGEST_COUNT = 2**53  # whole in a float, too, and far from where NumPy's integers end
LATEST_S = 32_500_000_000.0  # in the year 2999: Windows has no dates from 3000 on

Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT)]
Positive = Annotated[int, Field(ge=1, le=LARGEST_COUNT)]
StageNumber = Annotated[int, Field(ge=0, le=3)]  # 0 is before all
Seconds = Annotated[float, Field(ge=0, le=LATEST_S, allow_inf_nan=False)]
Label = Annotated[int, Field(ge=0, le=1)]  # 0 real, 1 fake
"""What the numbers of events may be: checked where a line is parsed, so that whatever shows a run can rely on it."""

Severity = Literal["info", "warning", "error"]
MachineFailure = Literal["", "page file", "memory", "gpu memory", "disk"]
FILE_SIZE = "file size"
JPEG_TRACES, RESAMPLING, SHARPNESS = "JPEG traces in the pixels", "resampling", "sharpness"
NO_SHORTCUTS = frozenset({FILE_SIZE, RESAMPLING, SHARPNESS})  # they depend on what made the picture, too


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one set of images; None means undefined, as AUC is when one class is missing."""

    images: Count
    auc: float | None = None
    ap: float | None = None
    accuracy: float | None = None
    real_accuracy: float | None = None
    fake_accuracy: float | None = None
    eer: float | None = None


@dataclass(frozen=True, slots=True)
class SplitSummary:
    """Counts of one split: name (train, validation, test, unlabelled), source -> {"real": n, "fake": n}.

    Images without a label are counted as ``unlabelled``, in their sources as well.
    """

    name: str
    real: Count
    fake: Count
    sources: dict[str, dict[str, Count]]
    unlabelled: Count = 0

    @property
    def images(self) -> int:
        """All of the split."""
        return self.real + self.fake + self.unlabelled


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Files that are not used: class ("" where nothing says it), kind (an ending or a rule), reason, and how many."""

    class_name: str
    kind: str
    reason: str
    count: Count


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An image that shows what one of an earlier set shows: the same picture (duplicate), or its imitation (twin)."""

    first: str  # path
    other: str
    first_split: str
    other_split: str
    kind: Literal["duplicate", "twin"]

    @property
    def words(self) -> str:
        """Both files with their sets, and what they are to one another."""
        what = "the same picture" if self.kind == "duplicate" else "real and imitation"
        return f"{self.first} ({self.first_split})  ~  {self.other} ({self.other_split}): {what}"


@dataclass(frozen=True, slots=True)
class BestStudent:
    """The best validation so far."""

    auc: float | None
    stage: StageNumber
    epoch: Count
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
class TeacherView:
    """A way to show pictures to the teacher (data.view, data.size), and its AUC on so many validation images."""

    view: str
    size: Count
    images: Count
    auc: float
    chosen: bool = False  # the one that the settings ask for

    @property
    def words(self) -> str:
        """In a sentence: the teacher sees pictures so."""
        return f"scaled to {self.size} px" if self.view == "resize" else f"in crops of {self.size} px at native size"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, with its time in seconds since 1970."""

    time_s: Seconds = field(default_factory=time.time)


Emit = Callable[[Event], None]
