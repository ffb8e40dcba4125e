"""The learning-rate range test: short bursts of stage 2 from the same weights over the same batches, one for each rate.

A single rising rate (L. N. Smith, arXiv 1506.01186) was tried first: with batches of 16 the noise between batches hid
how the loss depends on the rate. Bursts that see the same batches differ in the rate alone.
"""

import contextlib
import copy
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from engine.control import RunControl
from engine.errors import TrainingError
from engine.events import Emit, Event, Progress, StepDone, StepSkipped
from engine.number_words import exact
from engine.run.bursts import BurstOverError, UnsavedLoop, throw_away_run
from engine.run_folder.training_state import TrainingState
from engine.settings import RunSettings
from engine.training.context import RunContext

RATES = (1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0)
STEPS = 32
COMPARED = 8  # last steps of a burst whose mean loss counts
SHARE = 0.7  # of the best fall in loss that a rate must reach: in so few steps higher rates look better than they are
FALL = 0.01  # of the loss; less is no fall


@dataclass(frozen=True, slots=True)
class RangeTest:
    """Mean loss at the end of each rate's burst (infinite where it failed), and the rate to take, if any is."""

    learning_rates: tuple[float, ...]
    losses: tuple[float, ...]
    suggested: float | None


def range_test(
    settings: RunSettings, control: RunControl, emit: Emit, rates: Sequence[float] = RATES, steps: int = STEPS
) -> RangeTest:
    """Try each rate, from low to high, for ``steps`` steps on a throw-away student; nothing of it is kept.

    Images, teacher, loss and optimiser are those of stage 2 of the settings; head and backbone get the same rate.
    Raises EngineError as a run does, StopRequestedError where ``control`` says stop.
    """
    steady = {"schedule": "constant", "warmup_epochs": 0.0, "ema_decay": 0.0}
    reported = settings.model_copy(update={"output": settings.output.model_copy(update={"report_every": 1})})
    with throw_away_run(reported, "range test", control, emit, steady) as context:
        return suggested(rates, _losses(context, rates, steps, emit))


def suggested(rates: Sequence[float], losses: Sequence[float]) -> RangeTest:
    """The outcome: the lowest rate that reaches most of the best fall in loss, against that of the lowest rate.

    None where hardly any rate made the loss fall. TrainingError where the lowest rate fails already.
    """
    start, lowest = losses[0], min(losses)
    if not math.isfinite(start):
        raise TrainingError(
            f"Even at a learning rate of {exact(rates[0])} the loss or the gradient is not a number.",
            "Check the teacher and the images; the run's settings cannot be judged like this.",
        )
    enough = start - SHARE * (start - lowest)
    found = next(rate for rate, loss in zip(rates, losses, strict=True) if loss <= enough)
    fell = start - lowest > FALL * abs(start)
    return RangeTest(tuple(rates), tuple(losses), found if fell else None)


def _losses(context: RunContext, rates: Sequence[float], steps: int, emit: Emit) -> list[float]:
    weights = copy.deepcopy(context.student.network.state_dict())
    losses: list[float] = []
    for number, rate in enumerate(rates):
        burst = _Burst(number * steps, steps, len(rates) * steps, emit)
        context.emit = burst
        context.student.network.load_state_dict(weights)
        stage = context.settings.stage2.model_copy(update={"head_lr": rate, "backbone_lr": rate})
        context.settings = context.settings.model_copy(update={"stage2": stage})
        with contextlib.suppress(BurstOverError):
            UnsavedLoop(context, TrainingState(stage=2), None).train()
        losses.append(burst.loss)
    return losses


class _Burst:
    """Listens to one burst, and ends it after its steps or at the first that is no number."""

    def __init__(self, before: int, steps: int, total: int, emit: Emit) -> None:
        self._before, self._steps, self._total, self._emit = before, steps, total, emit
        self._losses: list[float] = []
        self._failed = False

    def __call__(self, event: Event) -> None:
        if isinstance(event, StepSkipped):
            self._failed = True
            raise BurstOverError
        if isinstance(event, StepDone):
            self._losses.append(event.loss)
            done = self._before + len(self._losses)
            self._emit(Progress(task="learning-rate test", done=done, total=self._total, unit="steps"))
            if len(self._losses) == self._steps:
                raise BurstOverError

    @property
    def loss(self) -> float:
        """Mean of the last steps; infinite where the burst failed."""
        mean = fmean(self._losses[-COMPARED:]) if self._losses else math.inf
        return mean if math.isfinite(mean) and not self._failed else math.inf
