"""What happens in a stage: steps, validations, what is saved."""

from dataclasses import dataclass, field
from typing import Literal

from engine.events.values import Count, Event, Positive, Scores, StageNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStarted(Event):
    """A stage begins (or goes on at ``step``)."""

    kind: Literal["stage_started"] = "stage_started"
    stage: StageNumber
    epochs: Count
    steps_per_epoch: Positive
    step: Count
    trainable_parameters: Count
    trainable: str
    optimiser: str
    lr_factor: float | None = None  # of the schedule on the learning rates, at this step
    lr_factor_before: float | None = None  # what the settings before gave; None where they are the same
    planned_epochs: int = 0  # when the stage began; 0 where nobody noted it
    batches_per_epoch: Positive | None = None  # of which a step may take several; None in runs of earlier versions
    own_range: float = 0.0  # patch logits of a given student count as saturated only beyond what it began with


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone(Event):
    """Figures of the last step before a report; ``step`` counts over both stages, losses are unweighted parts."""

    kind: Literal["step_done"] = "step_done"
    stage: StageNumber
    epoch: Count
    step: Count
    epoch_step: Count
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
    student_saturated: float  # share of |patch logit| > health.saturation_logit, or the stage's own_range if larger
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
    stage: StageNumber
    step: Count
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated(Event):
    """The student on the validation images, overall and by source, beside the teacher."""

    kind: Literal["validated"] = "validated"
    stage: StageNumber
    epoch: Count
    step: Count
    loss: float | None
    scores: Scores
    sources: dict[str, Scores]
    teacher_auc: float | None
    best: bool
    healthy: bool = True  # False: an error of the weights was seen and not yet overcome
    statistics_gap: float | None = None  # train-mode against eval-mode scores, in their spread


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlCompared(Event):
    """The best student of the control stage beside the best one that had the teacher, on the same validation images."""

    kind: Literal["control_compared"] = "control_compared"
    stage: StageNumber
    step: Count
    taught_auc: float
    control_auc: float
    error: float  # standard error of their difference, of drawing other validation images
    control_delivered: bool

    @property
    def words(self) -> str:
        """Which student the run has, and by how much the other was better or worse."""
        whose = "without the teacher" if self.control_delivered else "with the teacher"
        gain = abs(self.control_auc - self.taught_auc)
        words = (
            f"The student of this run learned {whose}: labels alone came to a validation AUC of "
            f"{self.control_auc:.3f}, with the teacher it was {self.taught_auc:.3f} (a difference of {gain:.3f} +- "
            f"{self.error:.3f})."
        )
        why = " It is kept, as labels alone are not clearly above the teacher itself."
        return words + why if self.is_kept_in_spite else words

    @property
    def is_kept_in_spite(self) -> bool:
        """Whether the student that had the teacher is delivered although labels alone came to a higher AUC."""
        return not self.control_delivered and self.control_auc > self.taught_auc


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchMapsSaved(Event):
    """Patch maps of a few validation images were written (npz: teacher, student, the name of the images' file)."""

    kind: Literal["patch_maps_saved"] = "patch_maps_saved"
    stage: StageNumber
    step: Count
    path: str  # relative to the run folder


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointSaved(Event):
    """A checkpoint was written, read back and moved into place."""

    kind: Literal["checkpoint_saved"] = "checkpoint_saved"
    stage: StageNumber
    step: Count
    name: str  # last, previous or best
    path: str
    healthy: bool = True  # False: an error of the weights was seen and not yet overcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFinished(Event):
    """A stage ended; ``reason`` is done, early stop or solved."""

    kind: Literal["stage_finished"] = "stage_finished"
    stage: StageNumber
    step: Count
    reason: str
    loss: float | None = None  # that the solver found to be the least, over the images that it looked at
