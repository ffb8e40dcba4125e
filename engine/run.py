"""A run: from frozen settings to a stream of typed events, ending in exactly one RunFinished."""

import contextlib
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine import __version__
from engine.allocator import keep_freed_memory
from engine.allowed_changes import RunPoint, refused_on_resume
from engine.awake import SuspensionWatch, kept_awake
from engine.caches import open_caches
from engine.changes import ChangeDueError, carry_out, leave_if_due, refuse_the_rest
from engine.checkpoint import Checkpoint, TrainingState, load_last
from engine.context import RunContext
from engine.control import FinishReason, RunControl, RunPhase, StopRequestedError
from engine.distributed import ALONE, World
from engine.errors import EngineError, Problem, SettingsError, StorageError
from engine.evaluate import Evaluation, evaluate, evaluate_batches, student_logits
from engine.events import (
    BestStudent,
    Event,
    FinalEvaluated,
    MachineFailure,
    RunFinished,
    RunStarted,
    Scores,
    StageStarted,
)
from engine.first_pass import ask_once
from engine.guard import Guard
from engine.head_solver import solve_head
from engine.loop import StageLoop
from engine.machine import choose_device, describe, explain, failure_of, release_memory, use_threads
from engine.machine_report import machine_report
from engine.models.loading import load_detector
from engine.prepare import prepare
from engine.problems import find_problems
from engine.run_folder import RunFolder, read_events
from engine.saving import save_state
from engine.settings import RunSettings
from engine.settings_file import changed_settings, parse_settings
from engine.stages import is_over
from engine.troubles import at_the_start, suspended

log = logging.getLogger(__name__)

Emit = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a run ended: where it is, its best student, and the error if it failed."""

    state: FinishReason
    run: Path | None
    weights: Path | None
    best: BestStudent | None
    seconds: float
    error: EngineError | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence for the end of a run that did not fail, and what can be done; empty where there is nothing to say."""

    message: str = ""
    remedy: str = ""


def run(
    settings: RunSettings, control: RunControl, emit: Emit, resume: Path | None = None, world: World = ALONE
) -> RunResult:
    """Train as the settings say, from the start or from a run folder's last checkpoint; never raises EngineError."""
    return _Run(settings, control, emit, world).execute(resume)


class _Run:
    """The state of `run` while it lasts."""

    def __init__(self, settings: RunSettings, control: RunControl, emit: Emit, world: World) -> None:
        self.settings, self.control, self._emit = settings, control, emit
        self.world = world
        self.folder: RunFolder | None = None
        self.state = TrainingState()
        self.guard = Guard(settings)
        self.suspension = SuspensionWatch()
        self.evaluated = False  # whether the final evaluation followed the newest training
        self.nothing_left = Advice()

    def execute(self, resume: Path | None) -> RunResult:
        """One run, one RunFinished, everything freed."""
        began = time.monotonic()
        reason, error = FinishReason.FINISHED, None
        keep_freed_memory()
        try:
            with kept_awake(self.settings.machine.keep_awake) as awake:
                self._train(resume, awake=awake)
        except StopRequestedError:
            reason = FinishReason.STOPPED
        except Exception as caught:
            log.exception("the run failed")
            reason, error = FinishReason.FAILED, explain(caught)
            self._tell_failure(failure_of(caught))
        release_memory()
        return self._finish(reason, error, time.monotonic() - began)

    def emit(self, event: Event) -> None:
        """Record an event, pass it on, and likewise the alerts it gives rise to."""
        slept_s = self.suspension.slept_s()
        if slept_s and self.folder is not None:
            self._tell(suspended(slept_s, self.state.step))
        self._tell(event)

    def _tell(self, event: Event) -> None:
        for item in (event, *self.guard.observe(event)):
            if self.folder is not None:
                self.folder.record(item)
            self._emit(item)

    def _train(self, resume: Path | None, *, awake: bool) -> None:
        refuse(find_problems(self.settings))
        device = choose_device(self.settings.machine)
        use_threads(self.settings.machine)
        former = self._open(resume)
        assert self.folder is not None
        changes = resumable_changes(former, self.settings) if former else ()
        self.emit(
            RunStarted(
                run=str(self.folder.path),
                device=describe(device),
                version=__version__,
                step=self.state.step,
                changed_settings=changes,
            )
        )
        for trouble in at_the_start(self.settings, device, self.state.step, awake=awake):
            self.emit(trouble)
        self.nothing_left = nothing_left(self.settings, self.state)
        if self.nothing_left.message and self.evaluated and "data.test" not in changes:
            return
        with (
            closing(open_caches(self.settings)) as caches,
            closing(
                prepare(
                    self.settings, self.control, self.emit, self.folder, device, former, self.guard, caches, self.world
                )
            ) as context,
        ):
            if former is None:
                save_state(context, self.state)
            ask_once(context)
            self._stages(context, former)
            final_evaluation(context)

    def _open(self, resume: Path | None) -> Checkpoint | None:
        """The run's folder, new or old; returns the checkpoint to go on from."""
        if resume is None:
            self.folder = RunFolder.create(self.settings)
            return None
        self.folder = RunFolder.open(resume)
        former = load_last(self.folder.checkpoints)
        if former is not None:
            self.state = former.state
            if not self.folder.weights.exists():  # taken away: the next best one is kept, whatever was better
                self.state.best = None
            resumable_changes(former, self.settings)
        for event in read_events(resume):
            if isinstance(event, StageStarted | FinalEvaluated):
                self.evaluated = isinstance(event, FinalEvaluated)
            self.guard.replay(event, self.state.step)
        self.folder.write_settings(self.settings)
        return former

    def _stages(self, context: RunContext, former: Checkpoint | None) -> None:
        """Both stages in turn, from where the state is; after a change of settings, from where that leads."""
        while True:
            try:
                return self._train_stages(context, former)
            except ChangeDueError as due:
                self.state, former = carry_out(context, self.state, due)
                self.settings = context.settings

    def _train_stages(self, context: RunContext, former: Checkpoint | None) -> None:
        stage1, stage2 = self.settings.stage1, self.settings.stage2
        if self.state.stage == 1:
            if stage1.enabled and stage1.optimiser == "solver":
                leave_if_due(context, self.state, lambda: save_state(context, self.state))
                solve_head(context, self.state)
            elif stage1.enabled:
                StageLoop(context, self.state, stage1, former).train()
            self.state.next_stage()
            save_state(context, self.state)
            former = None
        if stage2.enabled:
            StageLoop(context, self.state, stage2, former).train()

    def _finish(self, reason: FinishReason, error: EngineError | None, seconds: float) -> RunResult:
        folder = self.folder
        weights = folder.weights if folder is not None and folder.weights.exists() else None
        told = error or self.nothing_left
        result = RunResult(reason, folder.path if folder else None, weights, self.state.best, seconds, error)
        finished = RunFinished(
            reason=reason,
            step=self.state.step,
            seconds=seconds,
            best=self.state.best,
            weights=str(weights) if weights else None,
            message=told.message,
            remedy=told.remedy,
        )
        try:
            refuse_the_rest(self.control, self._emit_at_last, self.state)
            self._emit_at_last(finished)
        finally:
            if folder is not None:
                folder.close()
        return result

    def _tell_failure(self, failure: MachineFailure) -> None:
        """Report what the computer failed to give, so that it is among the run's alerts."""
        if failure and self.folder is not None:
            self._emit_at_last(machine_report(self.folder.path, self.state.stage, self.state.step, failure))

    def _emit_at_last(self, event: Event) -> None:
        """As `emit`; on a full disk whoever watches learns all the same."""
        for item in (event, *self.guard.observe(event)):
            if self.folder is not None:
                with contextlib.suppress(StorageError):
                    self.folder.record(item)
            self._emit(item)


def final_evaluation(context: RunContext) -> None:
    """The best student as it lies on disk, and the teacher on the test images, overall and by source."""
    context.phase(RunPhase.EVALUATING)
    if not context.folder.weights.exists():
        return
    detector = load_detector(context.folder.weights).to(context.device)
    logits = student_logits(detector, context.settings.student)
    student = _by_split(
        "validation", evaluate(logits, context.validation, context.device, context.progress("validation"))
    )
    teacher: dict[str, Scores] = {}
    if context.test is not None:
        student |= _by_split("test", evaluate(logits, context.test, context.device, context.progress("test")))
        if context.teacher is not None:
            progress = context.progress("test, teacher")
            scored = evaluate_batches(context.teacher.batch_logits, context.test, progress)
            teacher = _by_split("test", scored)
    context.tell_unreadable()
    context.emit(FinalEvaluated(student=student, teacher=teacher))


def _by_split(name: str, result: Evaluation) -> dict[str, Scores]:
    return {name: result.overall} | {f"{name}/{source}": scores for source, scores in result.by_source.items()}


def resumable_changes(former: Checkpoint, settings: RunSettings) -> tuple[str, ...]:
    """Settings that differ from the checkpoint's; SettingsError where one of them decides what went before."""
    before, state = parse_settings(former.settings), former.state
    point = RunPoint(state.stage, state.stage_step, calibrated=former.calibration is not None)
    refuse(refused_on_resume(before, settings, point))
    return changed_settings(before, settings)


def nothing_left(settings: RunSettings, state: TrainingState) -> Advice:
    """Words for a run whose training is complete; empty ones where there is something left to train."""
    stage = settings.stage2
    if state.stage < 2 or (stage.enabled and not is_over(stage, state.epoch, state.plateau)):
        return Advice()
    if not stage.enabled:
        return Advice("Nothing is left to train: stage 1 is done and stage 2 is switched off.", "Switch stage 2 on.")
    if state.epoch < stage.epochs:
        message = f"Nothing is left to train: stage 2 ended early after {state.epoch} of {stage.epochs} epochs."
        return Advice(message, "Raise stage2.early_stop, or set it to 0, to go on.")
    message = f"Nothing is left to train: all {stage.epochs} epochs of stage 2 are done."
    return Advice(message, "Raise stage2.epochs to go on.")


def refuse(problems: Sequence[Problem]) -> None:
    """Raise SettingsError if any problem is an error rather than a warning."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise SettingsError(errors)
