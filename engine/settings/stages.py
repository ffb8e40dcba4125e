"""Settings of the training stages."""

import math
from typing import Literal

from engine.settings.base import Section, option


class StageSettings(Section):
    """What one stage trains, for how long, and at which learning rates."""

    enabled: bool = option(True, "Run this stage", "Off skips the stage.")
    epochs: int = option(20, "Epochs", "Passes over the training images.", ge=1, le=10_000)
    trainable: Literal["head", "layer1", "all"] = option(
        "all", "What is trained", "head: the last layer. layer1: that and the last block. all: every weight."
    )
    optimiser: Literal["solver", "sgd", "adamw"] = option(
        "adamw",
        "Optimiser",
        "solver finds the head's best 9 numbers at once (head only). adamw reaches most in few epochs. "
        "sgd follows the published recipe.",
    )
    head_lr: float = option(1e-2, "Learning rate, head", "Step size of the last layer.", gt=0, le=10)
    backbone_lr: float = option(
        1e-2, "Learning rate, backbone", "Step size of everything before the last layer.", gt=0, le=10
    )
    momentum: float = option(0.9, "Momentum", "Nesterov momentum of sgd.", ge=0, lt=1, level="advanced")
    weight_decay: float = option(
        1e-5,
        "Weight decay",
        "Pulls weights to zero; never BatchNorm and biases.",
        ge=0,
        le=1,
        level="advanced",
    )
    schedule: Literal["cosine", "plateau", "constant"] = option(
        "cosine",
        "Schedule",
        "cosine falls to a tenth over the stage. plateau falls when validation AUC stops rising.",
        level="advanced",
    )
    warmup_epochs: float = option(
        1.0,
        "Warm-up",
        "Rise from 1 % of the learning rate; part of the stage's epochs.",
        unit="epochs",
        ge=0,
        le=1000,
        level="advanced",
    )
    extension: Literal["stretch", "floor"] = option(
        "stretch",
        "More epochs on resume",
        "stretch lays the schedule over the new length, so that the learning rate rises again. floor leaves it as it "
        "was planned: the added epochs go on at the rate that it ended with.",
        level="advanced",
    )
    plateau_patience: int = option(
        2,
        "Patience of plateau",
        "Validations without a better AUC before the learning rate falls to a third.",
        unit="validations",
        ge=1,
        le=1000,
        level="advanced",
    )
    validate_every: int = option(
        1, "Validate every", "Epochs between validations.", unit="epochs", ge=1, le=1000, level="advanced"
    )
    early_stop: int = option(
        0,
        "Early stop",
        "Validations without a better AUC before the stage ends. 0 never.",
        unit="validations",
        ge=0,
        le=1000,
        level="advanced",
    )
    ema_decay: float = option(
        0.0,
        "Averaged weights",
        "Decay of a running average of the weights, which is then what is validated and kept. It begins low and rises "
        "with the steps, so that the first weights are soon forgotten. 0 switches it off.",
        ge=0,
        lt=1,
        level="advanced",
    )
    accumulate: int = option(
        1,
        "Accumulate",
        "Batches whose gradients are added before a step.",
        unit="batches",
        ge=1,
        le=1000,
        level="advanced",
    )
    amp: bool = option(
        False, "Mixed precision", "Half the memory on a CUDA device; no effect on a CPU.", level="advanced"
    )

    def steps_per_epoch(self, batches: int) -> int:
        """Optimiser steps of an epoch of so many batches; the last may have fewer to add up."""
        return math.ceil(batches / self.accumulate)


class Stage1Settings(StageSettings):
    """The head alone, on a frozen backbone: a convex problem in a handful of numbers."""

    epochs: int = option(5, "Epochs", "Passes over the training images (sgd and adamw).", ge=1, le=10_000)
    trainable: Literal["head"] = option(
        "head", "What is trained", "Stage 1 trains the last layer only.", level="advanced"
    )
    optimiser: Literal["solver", "sgd", "adamw"] = option(
        "solver",
        "Optimiser",
        "solver finds the head's best numbers on features that are computed once. sgd and adamw take "
        "steps as in stage 2.",
    )
    head_lr: float = option(1e-4, "Learning rate, head", "Step size of the last layer (sgd and adamw).", gt=0, le=10)
    schedule: Literal["cosine", "plateau", "constant"] = option(
        "plateau",
        "Schedule",
        "plateau falls when validation AUC stops rising. cosine falls to a tenth over the stage.",
        level="advanced",
    )
    warmup_epochs: float = option(
        0.5,
        "Warm-up",
        "Rise from 1 % of the learning rate; part of the stage's epochs.",
        unit="epochs",
        ge=0,
        le=1000,
        level="advanced",
    )
    solver_images: int = option(
        2048,
        "Images for the solver",
        "Training images whose features the solver keeps in memory (about 10 KB each). With top-k pooling those of "
        "every patch are kept, of as many images as fit into 128 MB.",
        ge=16,
        le=200_000,
        level="advanced",
    )


class Stage2Settings(StageSettings):
    """The backbone too."""

    trainable: Literal["layer1", "all"] = option(
        "all", "What is trained", "layer1: the head and the last block. all: every weight."
    )
    optimiser: Literal["sgd", "adamw"] = option(
        "adamw",
        "Optimiser",
        "adamw reaches most in few epochs. sgd with the conservative learning rates follows the published recipe.",
    )


class ControlSettings(Section):
    """Stage 3: the same student from labels only, and which of the two is delivered."""

    when: Literal["never", "doubt", "always"] = option(
        "doubt",
        "Train a control",
        "Stage 3 trains the same student from labels only, for as long as stage 2; where it is better, and clearly "
        "above the teacher, it is delivered instead. doubt: where the student has come above its teacher, or the "
        "teacher is weak. The run then takes up to twice as long.",
    )
