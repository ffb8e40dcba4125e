"""A run as a whole: how it begins, what was found before its first step, how it ends."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from engine.events.values import (
    BestStudent,
    Count,
    Event,
    Label,
    LeftOut,
    LookAlike,
    Scores,
    Seconds,
    SplitSummary,
    TeacherVariant,
    TeacherView,
    TraitLeak,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted(Event):
    """The run's folder exists; step > 0 means that it goes on from a checkpoint."""

    kind: Literal["run_started"] = "run_started"
    run: str
    device: str
    version: str
    step: Count = 0
    changed_settings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseChanged(Event):
    """What the run does from now on, in a word (RunPhase) and a sentence."""

    kind: Literal["phase_changed"] = "phase_changed"
    phase: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Event):
    """How far the current piece of work is; live only, not kept in events.jsonl."""

    kind: Literal["progress"] = "progress"
    task: str
    done: Count
    total: Count
    unit: str = "images"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataScanned(Event):
    """What was found in the folders; files of all splits and those left out are all that lie there."""

    kind: Literal["data_scanned"] = "data_scanned"
    mapping: dict[str, Label]  # class name as found -> 0 real, 1 fake
    splits: tuple[SplitSummary, ...]
    left_out: tuple[LeftOut, ...] = ()  # every file that is not used, for whatever reason
    several_count: Count = 0  # of the used: animations and files of several pictures, whose first one is used
    unreadable: tuple[str, ...] = ()  # of the left out: "path: reason", the first 1,000
    unreadable_count: Count = 0
    duplicates: tuple[tuple[str, str], ...] = ()  # (path in an earlier split, path in a later), the first 1,000
    duplicate_count: Count = 0
    contradictions: tuple[tuple[str, str], ...] = ()  # (path, path of a copy in the other class), the first 1,000
    contradiction_count: Count = 0
    related: tuple[tuple[str, str], ...] = ()  # (training image, validation or test image that shows the same), as well
    related_count: Count = 0
    look_alikes: tuple[LookAlike, ...] = ()  # images of two sets that show the same, by their pixels; the first 1,000
    look_alike_count: Count = 0
    compared: Count = 0  # images whose pixels were compared; others show too little, such as a white page
    grouping: str = ""  # how validation images were split off, in a sentence; "" where they were given
    groups: Count = 0  # that were kept together; single images too
    share_missed: str = ""  # which class's share of validation is far from what was asked for, and why
    repeated: tuple[str, ...] = ()  # further paths to a file that counts once, the first 1,000
    repeated_count: Count = 0
    usual_side: Count = 0  # median of the smaller sides of the training images, in pixels; 0 is not known
    held_out: str = ""  # which sources only the test has, and beside what, in a sentence; "" for none
    judged_in_part: str = ""  # how many images are so large that a run judges only their middle, in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutsAudited(Event):
    """How well labels can be told by how the training files were made; None where too few were read."""

    kind: Literal["shortcuts_audited"] = "shortcuts_audited"
    images: Count
    leak_score: float | None  # cross-validated AUC over all traits but those of NO_SHORTCUTS
    traits: tuple[TraitLeak, ...] = ()  # the worst first
    decoded: Count = 0  # images whose pixels were looked at
    not_seen: str = ""  # which traits nobody could look at, and why


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherChecked(Event):
    """The teacher's own figures, the range of its patch logits and the calibration that was chosen."""

    kind: Literal["teacher_checked"] = "teacher_checked"
    architecture: str
    parameters: Count
    scores: Scores
    calibrated_auc: float | None
    calibration: dict[str, float | str]
    logit_min: float
    logit_max: float
    histogram_counts: tuple[Count, ...] = ()
    histogram_edges: tuple[float, ...] = ()
    sources: dict[str, Scores] = field(default_factory=dict)  # validation images by source folder
    variants: tuple[TeacherVariant, ...] = ()  # the most likely first
    views: tuple[TeacherView, ...] = ()  # the best first; none where there is little to gain


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentTimed(Event):
    """How fast the student was on its first training batches, mean over ``batches``; what time left is told from.

    Told after a few of them, and of all.
    """

    kind: Literal["student_timed"] = "student_timed"
    batches: Count
    forward_s: Seconds  # a forward pass over a batch
    loading_s: Seconds  # what a batch took beyond that, of images that are read for the first time
    cache_bytes_per_s: float | None = None  # at which decoded pictures come back from disk; None where none are there
    processors: Count = 1  # that this process may use


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalEvaluated(Event):
    """The best student on every split that was given, by split name, then source."""

    kind: Literal["final_evaluated"] = "final_evaluated"
    student: dict[str, Scores]
    teacher: dict[str, Scores]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFinished(Event):
    """The one last event of every run (FinishReason), with the error's words if it failed."""

    kind: Literal["run_finished"] = "run_finished"
    reason: Annotated[str, Field(pattern="^(finished|stopped|failed)$")]
    step: Count
    seconds: Seconds
    best: BestStudent | None = None
    weights: str | None = None
    message: str = ""
    remedy: str = ""
