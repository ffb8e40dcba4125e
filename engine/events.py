"""What happens in a run, as frozen typed events; each is one JSON line in events.jsonl and the same object live."""

import json
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, TypeAdapter

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, with its time in seconds since 1970."""

    time_s: float = field(default_factory=time.time)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted(Event):
    """The run's folder exists; step > 0 means that it goes on from a checkpoint."""

    kind: Literal["run_started"] = "run_started"
    run: str
    device: str
    version: str
    step: int = 0
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
    done: int
    total: int
    unit: str = "images"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataScanned(Event):
    """What was found in the folders, and what cannot be used."""

    kind: Literal["data_scanned"] = "data_scanned"
    mapping: dict[str, int]  # class name as found -> 0 real, 1 fake
    splits: tuple[SplitSummary, ...]
    unreadable: tuple[str, ...] = ()  # "path: reason", the first 1,000
    unreadable_count: int = 0
    duplicates: tuple[tuple[str, str], ...] = ()  # (training path, validation path), the first 1,000
    duplicate_count: int = 0


@dataclass(frozen=True, slots=True)
class TraitLeak:
    """How well one trait of the files tells the label by itself (AUC), and what it is like in either class."""

    name: str
    auc: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutsAudited(Event):
    """How well labels can be told from the training files without their pictures; None where too few were read."""

    kind: Literal["shortcuts_audited"] = "shortcuts_audited"
    images: int
    leak_score: float | None  # cross-validated AUC over all traits but the file size
    traits: tuple[TraitLeak, ...] = ()  # the worst first


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherVariant:
    """A way to feed the teacher: how far its first layer's input is from that of its training, and its AUC if run."""

    input_filter: str
    normalisation: str
    mismatch: float  # Jeffreys divergence per channel; 0 is a perfect fit
    chosen: bool = False  # the one that the settings ask for
    auc: float | None = None  # on a sample of the validation images


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherChecked(Event):
    """The teacher's own figures, the range of its patch logits and the calibration that was chosen."""

    kind: Literal["teacher_checked"] = "teacher_checked"
    architecture: str
    parameters: int
    scores: Scores
    calibrated_auc: float | None
    calibration: dict[str, float | str]
    logit_min: float
    logit_max: float
    histogram_counts: tuple[int, ...] = ()
    histogram_edges: tuple[float, ...] = ()
    sources: dict[str, Scores] = field(default_factory=dict)  # validation images by source folder
    variants: tuple[TeacherVariant, ...] = ()  # the most likely first


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStarted(Event):
    """A stage begins (or goes on at ``step``)."""

    kind: Literal["stage_started"] = "stage_started"
    stage: int
    epochs: int
    steps_per_epoch: int
    step: int
    trainable_parameters: int
    trainable: str
    optimiser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone(Event):
    """Figures of the last step before a report; ``step`` counts over both stages, losses are unweighted parts."""

    kind: Literal["step_done"] = "step_done"
    stage: int
    epoch: int
    step: int
    epoch_step: int
    loss: float
    parts: dict[str, float]  # each enabled term, unweighted
    weights: dict[str, float]  # the weight each part has in the sum at this step
    grad_norm: float
    grad_norm_clipped: float
    clipped_share: float  # share of the steps since the last report whose gradient was clipped
    head_lr: float
    backbone_lr: float
    student_std: float  # mean over images of the spread of patch logits
    teacher_std: float | None
    student_saturated: float  # share of |patch logit| > health.saturation_logit
    teacher_saturated: float | None
    movement: float | None  # relative L2 movement of the trainable weights per 1,000 steps
    images_per_s: float
    data_share: float  # share of the time spent waiting for images
    movement_allowed: float | None = None  # the most that the learning rates allowed, in the unit of ``movement``
    gradients: dict[str, float] = field(
        default_factory=dict
    )  # of each weighted term at the patch logits, where audited
    one_class_share: float = 0.0  # share of the batches since the last report whose images are all of one class


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSkipped(Event):
    """A step whose loss or gradient was not finite was left out before it was applied."""

    kind: Literal["step_skipped"] = "step_skipped"
    stage: int
    step: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated(Event):
    """The student on the validation images, overall and by source, beside the teacher."""

    kind: Literal["validated"] = "validated"
    stage: int
    epoch: int
    step: int
    loss: float | None
    scores: Scores
    sources: dict[str, Scores]
    teacher_auc: float | None
    best: bool
    healthy: bool = True  # False: an error of the weights was seen and not yet overcome
    statistics_gap: float | None = None  # train-mode against eval-mode scores, in their spread


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReport(Event):
    """What the computer has left, now and then (None: not known), and what it has just failed to give."""

    kind: Literal["machine_report"] = "machine_report"
    stage: int
    step: int
    disk_free_mb: float | None = None  # on the disk that holds the run
    memory_free_mb: float | None = None  # with the page file: what Windows can still commit
    failure: MachineFailure = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchMapsSaved(Event):
    """Patch maps of a few validation images were written (npz: images, teacher, student)."""

    kind: Literal["patch_maps_saved"] = "patch_maps_saved"
    stage: int
    step: int
    path: str  # relative to the run folder


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointSaved(Event):
    """A checkpoint was written, read back and moved into place."""

    kind: Literal["checkpoint_saved"] = "checkpoint_saved"
    stage: int
    step: int
    name: str  # last, previous or best
    path: str
    healthy: bool = True  # False: an error of the weights was seen and not yet overcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert(Event):
    """A health rule fired: what was seen, why it matters, what to do."""

    kind: Literal["alert"] = "alert"
    rule: str
    severity: Severity
    stage: int
    step: int
    message: str
    cause: str
    remedy: str
    value: float | None = None
    threshold: float | None = None
    subject: str = ""  # what it speaks of where a rule can fire for several, such as a term of the loss
    since: int | None = None  # the first step of the evidence; None where it is not of steps


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyApplied(Event):
    """Settings were changed in the middle of the run; an undone remedy is another one of these."""

    kind: Literal["remedy_applied"] = "remedy_applied"
    stage: int
    step: int
    rule: str  # of the alert that it answers; empty for a change of the user's own
    label: str
    changes: dict[str, tuple[Any, Any]]  # dotted name -> (old, new)
    origin: Literal["user", "policy"]
    start: Literal["next_step", "last_healthy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyRefused(Event):
    """A remedy or change could not be carried out in this run, and why; the run went on as it was."""

    kind: Literal["remedy_refused"] = "remedy_refused"
    stage: int
    step: int
    rule: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledBack(Event):
    """The run went back from ``step`` to its last healthy checkpoint at ``to_step``; what follows comes after that."""

    kind: Literal["rolled_back"] = "rolled_back"
    stage: int  # of the checkpoint
    step: int
    to_step: int
    reason: str
    origin: Literal["user", "policy"] = "user"
    left_out: tuple[int, int] | None = None  # first step that is left out when it comes again, and the one after


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentKept(Event):
    """What is needed to compute a step again was kept, for `replay`."""

    kind: Literal["incident_kept"] = "incident_kept"
    stage: int
    step: int
    rule: str
    path: str  # relative to the run folder


Trouble = Literal["suspended", "not_kept_awake", "gpu_unused", "memory_short"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineTrouble(Event):
    """The computer gets in the way of the run, which goes on: what it is, in words, and what can be done."""

    kind: Literal["machine_trouble"] = "machine_trouble"
    what: Trouble
    step: int
    message: str
    remedy: str = ""
    seconds: float = 0.0  # how long it was suspended


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFinished(Event):
    """A stage ended; ``reason`` is done, early stop or solved."""

    kind: Literal["stage_finished"] = "stage_finished"
    stage: int
    step: int
    reason: str


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
    reason: str
    step: int
    seconds: float
    best: BestStudent | None = None
    weights: str | None = None
    message: str = ""
    remedy: str = ""


AnyEvent = Annotated[
    RunStarted
    | PhaseChanged
    | Progress
    | DataScanned
    | ShortcutsAudited
    | TeacherChecked
    | StageStarted
    | StepDone
    | StepSkipped
    | Validated
    | MachineReport
    | PatchMapsSaved
    | CheckpointSaved
    | Alert
    | RemedyApplied
    | RemedyRefused
    | RolledBack
    | IncidentKept
    | MachineTrouble
    | StageFinished
    | FinalEvaluated
    | RunFinished,
    Discriminator("kind"),
]
EVENT_TYPES: tuple[type[Event], ...] = get_args(get_args(AnyEvent)[0])


@cache
def _adapter() -> TypeAdapter[Any]:
    """Built at the first event that is written or read: it costs a tenth of a second."""
    return TypeAdapter(AnyEvent)


def to_json(event: Event) -> str:
    """One JSON line without the line break; NaN and infinity are written as such and read back."""
    return json.dumps(_adapter().dump_python(event), ensure_ascii=False)


def from_json(line: str) -> Event:
    """The event of one line; ValueError (pydantic) where it is not one."""
    event: Event = _adapter().validate_python(json.loads(line))
    return event
