"""Whether a teacher is worth imitating, before the run: short trainings with it and without, judged on validation.

Each pair begins with the same weights, takes the same batches and has the run's whole schedule in few steps: the rate
rises and falls, imitation fades. So the two differ in the teacher alone.
"""

import contextlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.advice.problems import find_problems
from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.batches.order import sample
from engine.data.scan.related import belonging_together
from engine.errors import Problem, SettingsError, TrainingError
from engine.evaluation.evaluate import Evaluation, Judge, evaluate
from engine.evaluation.reliability import gain_error
from engine.events import Emit, Event, Progress
from engine.models.detector import PatchDetector
from engine.models.student import evaluated_copy
from engine.run.bursts import BurstOverError, UnsavedLoop, throw_away_run
from engine.run.resuming import refuse
from engine.run_folder.training_state import TrainingState
from engine.settings import RunSettings, StageSettings
from engine.training.context import RunContext
from engine.training.schedule import fade_at, lr_factor

STEPS, SEEDS = 320, 3
MOST_IMAGES = 1000  # of validation
EPOCHS_APART = 1000  # seeds take their batches from epochs that no run reaches
CLEAR = 1.28  # standard errors: in nine of ten cases such a difference is one


@dataclass(frozen=True, slots=True)
class TeacherWorth:
    """Validation AUC of each pair of short trainings, what the teacher gains in the mean, and its standard error."""

    with_teacher: tuple[float, ...]
    without: tuple[float, ...]
    gain: float
    error: float
    steps: int
    teacher_auc: float | None

    @property
    def outrun(self) -> bool:
        """Whether students that learned from labels so shortly are better than the teacher itself."""
        return self.teacher_auc is None or fmean(self.without) > self.teacher_auc

    @property
    def verdict(self) -> Literal["helps", "costs", "unclear"]:
        """Two witnesses give a teacher up: one that knows more than the students may still pay in a longer run."""
        if abs(self.gain) <= CLEAR * self.error:
            return "unclear"
        if self.gain > 0:
            return "helps"
        return "costs" if self.outrun else "unclear"

    @property
    def words(self) -> str:
        """What to expect, in a sentence."""
        gain = f"{self.gain:+.3f} +- {self.error:.3f} AUC"
        if self.verdict == "helps":
            return f"The teacher is likely to help ({gain})."
        if self.verdict == "costs":
            return f"The teacher is likely to cost ({gain})."
        if abs(self.gain) <= CLEAR * self.error:
            return f"No difference was seen between learning with the teacher and without ({gain})."
        return (
            f"In so few steps the teacher costs ({gain}), but it still knows more than what labels taught in them "
            f"({self.teacher_auc:.3f} against {fmean(self.without):.3f}): a longer run may gain by it."
        )

    @property
    def not_seen(self) -> str:
        """What that cannot tell, in two sentences."""
        return (
            f"Seen were {self.steps} steps of stage 2 each and the validation images alone: not what shows in a longer "
            "run, on generators that validation lacks, or on damaged pictures. A control run from labels only settles "
            "it."
        )


def teacher_worth(
    settings: RunSettings, control: RunControl, emit: Emit, *, steps: int = STEPS, seeds: int = SEEDS
) -> TeacherWorth:
    """Train ``seeds`` pairs for ``steps`` steps each; nothing of it is kept but the teacher's maps, for the run.

    Raises EngineError as a run does, StopRequestedError where ``control`` says stop.
    """
    if not settings.loss.imitates:
        message = "These settings learn from labels only: there is no teacher whose worth could be tried."
        raise SettingsError([Problem("loss.alpha_distill", message, "Choose a teacher, and a weight of imitation.")])
    refuse(find_problems(settings))
    stage = settings.stage2
    changes = {"warmup_epochs": stage.warmup_epochs / stage.epochs}  # as a share
    with throw_away_run(settings, "teacher worth", control, emit, changes) as context:
        bursts = ShortTrainings(context, steps, 2 * seeds, emit)
        with contextlib.closing(_judged_images(context)) as images:
            pairs = [judged_pair(bursts, number, images) for number in range(seeds)]
        return worth_of(pairs, steps, context.teacher_auc)


def settled(settings: RunSettings, found: TeacherWorth) -> RunSettings:
    """The same settings; learning from labels only, which weigh as much in all, where the teacher is likely to cost."""
    if found.verdict != "costs":
        return settings
    return settings.model_copy(update={"loss": settings.loss.model_copy(update=settings.loss.without_teacher)})


Pair = tuple[Evaluation, Evaluation]  # with the teacher, without


def judged_pair(bursts: "ShortTrainings", number: int, images: ImageLoader) -> Pair:
    """Both students of the seed with that number, on the same validation images."""
    context = bursts.context
    students = (bursts.student(number, with_teacher=True), bursts.student(number, with_teacher=False))
    judges = (Judge(student, context.settings.student) for student in students)
    one, other = (evaluate(judge, images, context.device, lambda _done, _total: None) for judge in judges)
    return one, other


class ShortTrainings:
    """Trains one student after the other, all for as many steps, on a run that is thrown away."""

    def __init__(self, context: RunContext, steps: int, count: int, emit: Emit) -> None:
        self.context, self.steps = context, steps
        self._total, self._before, self._emit = count * steps, 0, emit

    def student(self, number: int, *, with_teacher: bool) -> PatchDetector:
        """Of the seed with that number: its first weights and batches are the same with a teacher and without."""
        context = self.context
        state = TrainingState(stage=2, epoch=EPOCHS_APART * number)
        former = context.settings, context.teacher, context.alignment
        context.emit = lambda event: self._hear(event, state)
        if not with_teacher:
            loss = context.settings.loss.model_copy(update=context.settings.loss.without_teacher)
            context.settings = context.settings.model_copy(update={"loss": loss})
            context.teacher = context.alignment = None
        try:
            context.renew_student(context.settings.seed + number)
            loop = _ShortLoop(context, state, self.steps)
            with contextlib.suppress(BurstOverError):
                loop.train()
            self._before += self.steps
            return evaluated_copy(loop.evaluated(), context.statistics_batches())[0]
        finally:
            context.settings, context.teacher, context.alignment = former

    def _hear(self, event: Event, state: TrainingState) -> None:
        if isinstance(event, Progress) and event.task == "epoch":
            done = self._before + min(state.stage_step, self.steps)
            self._emit(Progress(task="worth of the teacher", done=done, total=self._total, unit="steps"))
            if state.stage_step >= self.steps:
                raise BurstOverError


class _ShortLoop(UnsavedLoop):
    """Stage 2 in few steps, over which its schedules are laid."""

    def __init__(self, run: RunContext, state: TrainingState, steps: int) -> None:
        self._steps = steps
        super().__init__(run, state, None)

    def _factor(self, stage: StageSettings) -> float:
        whole = stage.model_copy(update={"epochs": 1})
        return lr_factor(whole, self.state.stage_step, self._steps)

    def _fade(self) -> float:
        share = min(self.state.stage_step / self._steps, 1.0)
        return fade_at(self.run.settings.loss, share, 1.0, self.run.train.labelled_share)


def _judged_images(context: RunContext) -> ImageLoader:
    """The validation images, or a sample of them."""
    settings, entries = context.settings, context.validation.entries
    drawn = sample(entries, MOST_IMAGES, settings.seed) if len(entries) > MOST_IMAGES else entries
    whole = settings.data.model_copy(update={"label_fraction": 1.0})
    return ImageLoader(
        drawn,
        whole,
        settings.seed,
        control=context.control,
        cache=context.caches.pictures,
        least_side=context.student.geometry.least_side,
    )


def worth_of(pairs: Sequence[Pair], steps: int, teacher_auc: float | None) -> TeacherWorth:
    """What the pairs say together; TrainingError where one of them cannot be judged."""
    found = [[result.overall.auc for result in results] for results in zip(*pairs, strict=True)]
    taught, alone = ([auc for auc in aucs if auc is not None] for aucs in found)
    if len(taught) < len(pairs) or len(alone) < len(pairs):
        raise TrainingError(
            "The short trainings cannot be judged: validation has one class only, or a student gives no numbers.",
            "Check the validation images, and try a lower learning rate.",
        )
    gains = np.array(taught) - np.array(alone)
    return TeacherWorth(tuple(taught), tuple(alone), float(gains.mean()), _error(pairs, gains), steps, teacher_auc)


def _error(pairs: Sequence[Pair], gains: NDArray[np.float64]) -> float:
    """Standard error of the mean gain: of other seeds, and of other validation images, which all pairs share."""
    first = pairs[0][0]
    taught, alone = (np.stack([results[side].logits for results in pairs]) for side in (0, 1))
    of_images = gain_error(first.labels, taught, alone, belonging_together(first.entries))
    of_seeds = float(gains.std(ddof=1)) / math.sqrt(len(gains)) if len(gains) > 1 else 0.0
    return math.hypot(of_images, of_seeds)
