"""A run: from frozen settings to a stream of typed events, ending in exactly one RunFinished."""

import contextlib
import logging
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine import __version__
from engine.advice.guard import Guard
from engine.advice.problems import find_problems
from engine.control import FinishReason, RunControl, RunPhase, StopRequestedError
from engine.data.stores.caches import open_caches
from engine.errors import EngineError, StorageError
from engine.events import (
    Alert,
    BestStudent,
    Emit,
    Event,
    FinalEvaluated,
    MachineFailure,
    PhaseChanged,
    RunFinished,
    RunStarted,
    StageStarted,
)
from engine.machine.allocator import keep_freed_memory
from engine.machine.awake import SuspensionWatch, kept_awake
from engine.machine.device import choose_device, describe, explain, failure_of, release_memory, use_threads
from engine.machine.processes import ALONE, World
from engine.machine.troubles import at_the_start, suspended
from engine.machine.watch import machine_report
from engine.run.final_evaluation import final_evaluation
from engine.run.first_pass import ask_once, tell_asked_anew
from engine.run.prepare import prepare
from engine.run.resuming import Advice, as_begun, nothing_left, refuse, resumable_changes, where_to_go_on
from engine.run.stages import train_stages
from engine.run_folder.checkpoint import Checkpoint
from engine.run_folder.event_log import read_events
from engine.run_folder.folder import RunFolder
from engine.run_folder.training_state import TrainingState
from engine.settings import RunSettings
from engine.training.changes import ChangeDueError, carry_out, refuse_the_rest
from engine.training.context import RunContext
from engine.training.saving import save_state

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a run ended: where it is, its best student, and the error if it failed."""

    state: FinishReason
    run: Path | None
    weights: Path | None
    best: BestStudent | None
    seconds: float
    error: EngineError | None = None


def run(
    settings: RunSettings, control: RunControl, emit: Emit, resume: Path | None = None, world: World = ALONE
) -> RunResult:
    """Train as the settings say, from the start or from a run folder's last checkpoint; never raises EngineError."""
    return _Run(settings, control, emit, world).execute(resume)


class _Run:
    """The state of `run` while it lasts; ``settings`` hold before and after training, ``context`` has those within."""

    def __init__(self, settings: RunSettings, control: RunControl, emit: Emit, world: World) -> None:
        self.settings, self.control, self._emit = settings, control, emit
        self.world = world
        self.folder: RunFolder | None = None
        self.context: RunContext | None = None  # while it trains
        self.state = TrainingState()
        self.guard = Guard()
        self.suspension = SuspensionWatch()
        self._emitting = threading.RLock()  # a thread that reads images tells what it waits for
        self._doing = PhaseChanged(phase=RunPhase.PREPARING)
        self.evaluated = False  # whether the final evaluation followed the newest training
        self.nothing_left = Advice()

    def execute(self, resume: Path | None) -> RunResult:
        """One run, one RunFinished, everything freed."""
        began = time.monotonic()
        reason, error = FinishReason.FINISHED, None
        keep_freed_memory()
        self.control.tell_pauses(self._tell_pause)
        try:
            with kept_awake(self.settings.machine.keep_awake) as awake:
                self._train(resume, awake=awake)
        except StopRequestedError:
            reason = FinishReason.STOPPED
        except Exception as caught:
            log.exception("the run failed")
            reason, error = FinishReason.FAILED, explain(caught)
            self._tell_failure(failure_of(caught))
        self.control.tell_pauses(None)
        release_memory()
        return self._finish(reason, error, time.monotonic() - began)

    def emit(self, event: Event) -> None:
        """Record an event, pass it on, and likewise the alerts it gives rise to."""
        with self._emitting:
            slept_s = self.suspension.slept_s()
            if slept_s and self.folder is not None:
                self._tell(suspended(slept_s, self.state.step))
            self._tell(event)
            if isinstance(event, PhaseChanged) and event.phase != RunPhase.PAUSED:
                self._doing = event

    def _tell_pause(self, why: str | None) -> None:
        """Say that the run is paused, or what it goes on with."""
        phase, text = (self._doing.phase, self._doing.text) if why is None else (RunPhase.PAUSED, why)
        self.emit(PhaseChanged(phase=phase, text=text))

    def _tell(self, event: Event) -> None:
        for item in (event, *self._alerts(event)):
            if self.folder is not None:
                self.folder.record(item)
            self._emit(item)

    def _alerts(self, event: Event) -> list[Alert]:
        return self.guard.observe(event, self.settings if self.context is None else self.context.settings)

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
        self.nothing_left = nothing_left(self.settings, self.state, former.teacher_auc if former else None)
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
            self.context = context
            try:
                if former is None:
                    save_state(context, self.state)
                ask_once(context)
                tell_asked_anew(context)
                self._stages(context, former)
                final_evaluation(context)
            finally:  # networks and images are let go, the settings stay
                self.settings, self.context = context.settings, None

    def _open(self, resume: Path | None) -> Checkpoint | None:
        """The run's folder, new or old; returns the checkpoint to go on from."""
        if resume is None:
            self.folder = RunFolder.create(self.settings)
            return None
        self.folder = RunFolder.open(resume)
        former = where_to_go_on(self.folder.checkpoints, self.settings)
        if former is not None:
            self.state = former.state
            self.settings = as_begun(self.settings, former)
            if not self.folder.weights.exists():  # taken away: the next best one is kept, whatever was better
                self.state.best = None
            resumable_changes(former, self.settings)
        for event in read_events(resume):
            if isinstance(event, StageStarted | FinalEvaluated):
                self.evaluated = isinstance(event, FinalEvaluated)
            self.guard.replay(event, self.state.step, self.settings)
        self.folder.write_settings(self.settings)
        return former

    def _stages(self, context: RunContext, former: Checkpoint | None) -> None:
        """The stages in turn, from where the state is; after a change of settings, from where that leads."""
        while True:
            try:
                return train_stages(context, self.state, former)
            except ChangeDueError as due:
                self.state, former = carry_out(context, self.state, due)

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
        for item in (event, *self._alerts(event)):
            if self.folder is not None:
                with contextlib.suppress(StorageError):
                    self.folder.record(item)
            self._emit(item)
