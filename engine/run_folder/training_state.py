"""Where training is: the part of a checkpoint that is plain numbers."""

import math
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Annotated, Any, Self

from pydantic import Field, TypeAdapter

from engine.events import BestStudent
from engine.events.values import LARGEST_COUNT, Count, StageNumber

CountOrNone = Annotated[int, Field(ge=-1, le=LARGEST_COUNT)]
PLATEAU_FACTOR = 1 / 3
_ALWAYS_KEPT = {"stage", "epoch", "batch", "stage_step", "step", "plateau", "best"}  # by older versions, too


@dataclass(slots=True)
class Plateau:
    """Best validation AUC of the stage, validations since, and the factor on the learning rate."""

    best: float = -math.inf
    waited: Count = 0
    since_best: Count = 0
    factor: float = 1.0

    def update(self, auc: float | None, patience: int) -> None:
        """Count a validation; after ``patience`` without a better AUC the factor falls to a third."""
        if auc is None:
            return
        if auc > self.best:
            self.best, self.waited, self.since_best = auc, 0, 0
            return
        self.waited += 1
        self.since_best += 1
        if self.waited >= patience:
            self.factor *= PLATEAU_FACTOR
            self.waited = 0


@dataclass(slots=True)
class TrainingState:
    """Where training is: the next batch to be taken, and what later decisions depend on."""

    stage: StageNumber = 1
    epoch: Count = 0  # epochs of this stage that are complete, validation included
    batch: Count = 0  # batches of the current epoch that are done
    stage_step: Count = 0  # optimiser steps of this stage
    step: Count = 0  # optimiser steps of the run
    planned_epochs: Count = 0  # of this stage when it began; 0 before, and in old checkpoints
    outrun_factor: float = 1.0
    skipped_in_row: Count = 0
    left_out: tuple[Count, Count] | None = None  # first step that is passed over, and the one after
    proven: CountOrNone = -1  # step of the newest validation that told real from fake as well as those before
    plateau: Plateau = field(default_factory=Plateau)
    best: BestStudent | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a checkpoint."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """The inverse of `as_dict`; ValueError (also pydantic's) for what is none."""
        if not isinstance(values, dict) or not values.keys() >= _ALWAYS_KEPT:
            raise ValueError("the training state is not complete")
        state: Self = _adapter().validate_python(values)
        return state

    @property
    def best_auc(self) -> float | None:
        """Validation AUC of the best student so far."""
        return self.best.auc if self.best is not None else None

    def passes_over(self) -> bool:
        """Whether the next step is one that went wrong before the run went back."""
        return self.left_out is not None and self.left_out[0] <= self.step < self.left_out[1]

    def next_stage(self) -> None:
        """Move to the start of the next stage."""
        self.stage += 1
        self.epoch = self.batch = self.stage_step = self.skipped_in_row = self.planned_epochs = 0
        self.plateau = Plateau()


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(TrainingState)
