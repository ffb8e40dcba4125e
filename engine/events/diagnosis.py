"""What is wrong with a run or its computer, and what is done about it."""

from dataclasses import dataclass
from typing import Any, Literal

from engine.events.values import Count, Event, MachineFailure, Seconds, Severity, StageNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReport(Event):
    """What the computer has left, now and then (None: not known), and what it has just failed to give."""

    kind: Literal["machine_report"] = "machine_report"
    stage: StageNumber
    step: Count
    disk_free_mb: float | None = None  # on the disk that holds the run
    memory_free_mb: float | None = None  # with the page file: what Windows can still commit
    gpu_used_mb: float | None = None  # by all programs together; None without a CUDA GPU in use
    gpu_whole_mb: float | None = None
    failure: MachineFailure = ""


AlertKey = tuple[str, int, str]  # rule, stage, subject
Rung = Literal["", "restore", "usual", "rate", "weights", "renew"]
Trouble = Literal["suspended", "not_kept_awake", "gpu_unused", "memory_short"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineTrouble(Event):
    """The computer gets in the way of the run, which goes on: what it is, in words, and what can be done."""

    kind: Literal["machine_trouble"] = "machine_trouble"
    what: Trouble
    step: Count
    message: str
    remedy: str = ""
    seconds: Seconds = 0.0  # how long it was suspended


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert(Event):
    """A health rule fired: what was seen, why it matters, what to do."""

    kind: Literal["alert"] = "alert"
    rule: str
    severity: Severity
    stage: StageNumber
    step: Count
    message: str
    cause: str
    remedy: str
    value: float | None = None
    threshold: float | None = None
    subject: str = ""  # what it speaks of where a rule can fire for several, such as a term of the loss
    since: Count | None = None  # the first step of the evidence; None where it is not of steps

    @property
    def key(self) -> AlertKey:
        """What tells one alert from another: of each subject a rule speaks apart, and in each stage."""
        return self.rule, self.stage, self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyApplied(Event):
    """Settings were changed in the middle of the run; an undone remedy is another one of these."""

    kind: Literal["remedy_applied"] = "remedy_applied"
    stage: StageNumber
    step: Count
    rule: str  # of the alert that it answers; empty for a change of the user's own
    label: str
    changes: dict[str, tuple[Any, Any]]  # dotted name -> (old, new)
    origin: Literal["user", "policy"]
    start: Literal["next_step", "last_healthy", "new_weights"]
    subject: str = ""  # of that alert


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyRefused(Event):
    """A remedy or change could not be carried out in this run, and why; the run went on as it was."""

    kind: Literal["remedy_refused"] = "remedy_refused"
    stage: StageNumber
    step: Count
    rule: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledBack(Event):
    """The run went back from ``step`` to a healthy checkpoint at ``to_step``, or to its beginning."""

    kind: Literal["rolled_back"] = "rolled_back"
    stage: StageNumber  # of the checkpoint
    step: Count
    to_step: Count
    reason: str
    origin: Literal["user", "policy"] = "user"
    left_out: tuple[Count, Count] | None = None  # first step that is left out when it comes again, and the one after
    rung: Rung = ""  # of the ladder of an unattended run
    new_weights: bool = False  # it began again, and the student was drawn anew unless it was given
    given: bool = False  # it began again with the student that it was given
    rule: str = ""  # of the alert that it answers; empty where it answers none
    subject: str = ""  # of that alert

    @property
    def beginning(self) -> str:
        """Words for what the run began again with; empty where it went back to a checkpoint."""
        return " with the given student" if self.given else " with new weights" if self.new_weights else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentKept(Event):
    """What is needed to compute a step again was kept, for `replay`."""

    kind: Literal["incident_kept"] = "incident_kept"
    stage: StageNumber
    step: Count
    rule: str
    path: str  # relative to the run folder
