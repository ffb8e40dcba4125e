"""What a stage trains, with which optimiser, and how its learning rates move: decisions without a loop."""

import math

from engine.run_folder.training_state import Plateau
from engine.settings import LossSettings, StageSettings

WARMUP_START = 0.01
COSINE_FLOOR = 0.1


def is_over(stage: StageSettings, epoch: int, plateau: Plateau) -> bool:
    """Whether a stage has nothing left to train after so many epochs: by its length or by early stop."""
    return epoch >= stage.epochs or 0 < stage.early_stop <= plateau.since_best


def schedule_epochs(stage: StageSettings, planned: int) -> int:
    """Epochs that a stage's schedule is laid over; ``planned`` is how many it had when it began (0: it begins)."""
    return min(planned, stage.epochs) if planned and stage.extension == "floor" else stage.epochs


def lr_factor(
    stage: StageSettings, step: int, steps_per_epoch: int, plateau_factor: float = 1.0, planned_epochs: int = 0
) -> float:
    """Factor on the base rates at optimiser step ``step`` of a stage that was begun with ``planned_epochs``.

    Warm-up rises from 1 % and lies inside the schedule's epochs; cosine falls over the rest to a tenth and stays there.
    """
    total = max(1, schedule_epochs(stage, planned_epochs) * steps_per_epoch)
    warm = min(round(stage.warmup_epochs * steps_per_epoch), total - 1)
    if step < warm:
        return WARMUP_START + (1 - WARMUP_START) * step / warm
    if stage.schedule == "plateau":
        return plateau_factor
    if stage.schedule == "constant":
        return 1.0
    share = (step - warm) / max(1, total - warm)
    return COSINE_FLOOR + (1 - COSINE_FLOOR) * (1 + math.cos(math.pi * min(share, 1.0))) / 2


def average_decay(stage: StageSettings, step: int) -> float:
    """Decay of the averaged weights at optimiser step ``step`` of the stage.

    It rises as (1 + step) / (10 + step) to what is set: else the average of a short stage would stay its first weights.
    """
    return min(stage.ema_decay, (1 + step) / (10 + step))


def fade_at(loss: LossSettings, share: float, outrun_factor: float, labelled: float = 1.0) -> float:
    """Factor on alpha_distill at a share in [0, 1] of stage 2: from 1 towards the floor.

    By time it fades only as far as labels take over, that is for the ``labelled`` share of the images: of the others
    nobody but the teacher says anything.
    """
    factors = {"linear": 1 - share, "cosine": (1 + math.cos(math.pi * share)) / 2, "outrun": outrun_factor, "none": 1.0}
    fading = loss.distill_floor + (1 - loss.distill_floor) * factors[loss.distill_fade]
    return fading if loss.distill_fade == "outrun" else fading + (1 - fading) * (1 - labelled)
