"""Where training is: the part of a checkpoint that is plain numbers."""

import math
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from engine.events import BestStudent

PLATEAU_FACTOR = 1 / 3


@dataclass(slots=True)
class Plateau:
    """Best validation AUC of the stage, validations since, and the factor on the learning rate."""

    best: float = -math.inf
    waited: int = 0
    since_best: int = 0
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

    stage: int = 1
    epoch: int = 0  # epochs of this stage that are complete, validation included
    batch: int = 0  # batches of the current epoch that are done
    stage_step: int = 0  # optimiser steps of this stage
    step: int = 0  # optimiser steps of the run
    planned_epochs: int = 0  # of this stage when it began; 0 before, and in old checkpoints
    outrun_factor: float = 1.0
    skipped_in_row: int = 0
    left_out: tuple[int, int] | None = None  # first step that is passed over, and the one after
    proven: int = -1  # step of the newest validation that told real from fake as well as those before
    plateau: Plateau = field(default_factory=Plateau)
    best: BestStudent | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a checkpoint."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """The inverse of `as_dict`."""
        best = values["best"]
        nested = {"plateau": Plateau(**values["plateau"]), "best": BestStudent(**best) if best else None}
        return cls(**(values | nested))

    def passes_over(self) -> bool:
        """Whether the next step is one that went wrong before the run went back."""
        return self.left_out is not None and self.left_out[0] <= self.step < self.left_out[1]

    def next_stage(self) -> None:
        """Move to the start of the next stage."""
        self.stage += 1
        self.epoch = self.batch = self.stage_step = self.skipped_in_row = self.planned_epochs = 0
        self.plateau = Plateau()
