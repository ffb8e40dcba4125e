"""One run as its events tell it: curves, stages, merged alerts and progress; the same code live and replayed."""

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatchmethod
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl, RunPhase
from engine.errors import SettingsError
from engine.events import (
    Alert,
    AlertKey,
    CheckpointSaved,
    ControlCompared,
    DataScanned,
    Event,
    FinalEvaluated,
    IncidentKept,
    MachineReport,
    MachineTrouble,
    PatchMapsSaved,
    PhaseChanged,
    Progress,
    RemedyApplied,
    RemedyRefused,
    RolledBack,
    RunFinished,
    RunStarted,
    StageFinished,
    StageStarted,
    StepDone,
    StepSkipped,
    StudentTimed,
    TeacherChecked,
    Validated,
)
from engine.events.pace import Meter, WorkPace
from engine.health.answers import Answers
from engine.health.counted import alerts_before
from engine.settings import RunSettings
from engine.settings.changes import with_changes
from gui.history.alert_row import AlertRow, merge_into
from gui.history.run_curves import VALIDATION, step_figures, validation_figures
from gui.history.series_table import SeriesTable

Figures = TypeVar("Figures", StepDone, Validated, ControlCompared)
Curve = tuple[NDArray[np.int64], NDArray[np.float32]]
_NEWEST: dict[type[Event], str] = {
    DataScanned: "data",
    TeacherChecked: "teacher",
    StudentTimed: "student_timed",
    MachineReport: "machine",
    FinalEvaluated: "final",
    ControlCompared: "control",
}
"""Events of which the newest is all that counts, and the attribute that holds it."""


class RunHistory:
    """Everything the window shows of a run. ``revision`` counts events; the other two only what they name."""

    def __init__(self, settings: RunSettings | None = None) -> None:
        self.settings = settings
        self.revision = 0
        self.curves_revision = 0
        self.alerts_revision = 0
        self.steps = SeriesTable()
        self.validations = SeriesTable()
        self.stages: dict[int, StageStarted] = {}  # as each stands now, but with the step at which it began
        self.stage: StageStarted | None = None  # the one that began or went on last
        self.step = 0  # where the run is, as far as is known: not every step is reported
        self.alerts: dict[AlertKey, AlertRow] = {}
        self.answers = Answers()
        self.interventions: list[RemedyApplied | RemedyRefused | RolledBack] = []
        self.incidents: list[IncidentKept] = []
        self.patch_maps: dict[int, PatchMapsSaved] = {}
        self.started: RunStarted | None = None
        self.finished: RunFinished | None = None
        self.final: FinalEvaluated | None = None  # of the student that the run ended with
        self.control: ControlCompared | None = None  # of the two students that the run ended with
        self.data: DataScanned | None = None
        self.teacher: TeacherChecked | None = None
        self.student_timed: StudentTimed | None = None
        self.phase: str = RunPhase.IDLE
        self.phase_text = ""
        self.progress: Progress | None = None
        self.work = WorkPace()  # of the pieces of work that are reported while the run goes on
        self.training = Meter()  # of the steps of this stage, pauses and validations left out
        self.validation_s = 0.0  # that the last validation took
        self._validating_s = 0.0  # all of this stage
        self.last_step: StepDone | None = None
        self.last_audit: StepDone | None = None  # the newest report with the gradient of every term
        self.last_validation: Validated | None = None
        self.best: Validated | None = None
        self.last_checkpoint: CheckpointSaved | None = None  # where the run would go on from
        self.seconds = 0.0  # from every start and resume to its end
        self.paused_s = 0.0  # since this stage began or was resumed, time that the computer slept included
        self.machine: MachineReport | None = None
        self.troubles: dict[str, MachineTrouble] = {}  # the newest of each kind
        self.pace_from: StageStarted | None = None
        self._paused_at: float | None = None
        self._alerts: list[Alert] = []
        self._skipped: set[int] = set()

    @property
    def skipped_steps(self) -> int:
        """Steps that were left out of the training as it stands."""
        return len(self._skipped)

    @property
    def latest_step(self) -> int:
        """Last step that has a figure."""
        ends = [int(table.steps[-1]) for table in (self.steps, self.validations) if len(table)]
        return max(ends, default=0)

    def curve(self, name: str) -> Curve:
        """Steps and figures of a curve; ``validation.`` names lie at validations, the others at reported steps."""
        if name.startswith(VALIDATION):
            return self.validations.steps, self.validations.column(name.removeprefix(VALIDATION))
        return self.steps.steps, self.steps.column(name)

    def names(self) -> tuple[str, ...]:
        """Curves that exist so far."""
        return (*self.steps.names, *(VALIDATION + name for name in self.validations.names))

    def add(self, event: Event) -> None:
        """Take in the next event of the run."""
        self._take(event)
        self.revision += 1
        window = self.settings.health.window if self.settings is not None else 0
        self.alerts_revision += self.answers.take(event, window)

    @singledispatchmethod
    def _take(self, event: Event) -> None:
        """What neither curves nor panels show, such as the shortcut audit, which Set-up shows."""

    @_take.register
    def _(self, event: RunStarted) -> None:
        self.started, self.finished, self.final = event, None, None
        self.machine, self.troubles = None, {}  # it may go on on another computer
        self.pace_from = None
        self._go_on_from(event.step)
        self._alerts, self.alerts = alerts_before(event, self._alerts), {}
        for alert in self._alerts:
            merge_into(self.alerts, alert)
        self.alerts_revision += 1

    @_take.register
    def _(self, event: PhaseChanged) -> None:
        self._count_pause(event)
        self.phase, self.phase_text, self.progress = event.phase, event.text, None

    @_take.register
    def _(self, event: Progress) -> None:
        self.work.take(event)
        self.progress = event

    @_take.register
    def _(
        self, event: DataScanned | TeacherChecked | StudentTimed | MachineReport | FinalEvaluated | ControlCompared
    ) -> None:
        setattr(self, _NEWEST[type(event)], event)

    @_take.register
    def _(self, event: StageStarted) -> None:
        begun = self.stages.get(event.stage)
        self.stage = event if begun is None else replace(event, step=begun.step)  # it goes on, perhaps for longer
        self.stages = {number: stage for number, stage in self.stages.items() if number < event.stage}
        self.stages[event.stage] = self.stage
        self.step = event.step
        self.pace_from, self.paused_s, self.progress = event, 0.0, None
        self._validating_s = 0.0
        self.training.begin(event.time_s, event.step)
        self.curves_revision += 1

    @_take.register
    def _(self, event: StepDone) -> None:
        self.steps.append(event.step, step_figures(event))
        self.last_step, self.step, self.progress = event, event.step, None
        self.training.add(event.time_s - self.paused_s - self._validating_s, event.step)
        if event.gradients:
            self.last_audit = event
        self.curves_revision += 1

    @_take.register
    def _(self, event: StepSkipped) -> None:
        self._skipped.add(event.step)

    @_take.register
    def _(self, event: Validated) -> None:
        self.validations.append(event.step, validation_figures(event))
        self.validation_s = event.time_s - self.last_step.time_s if self.last_step is not None else 0.0
        self._validating_s += self.validation_s
        self.last_validation, self.step, self.progress = event, event.step, None
        if event.best:
            self.best = event
        self.curves_revision += 1

    @_take.register
    def _(self, event: PatchMapsSaved) -> None:
        self.patch_maps[event.step] = event

    @_take.register
    def _(self, event: CheckpointSaved) -> None:
        if event.name == "last":
            self.last_checkpoint, self.step = event, event.step

    @_take.register
    def _(self, event: Alert) -> None:
        self._alerts.append(event)
        merge_into(self.alerts, event)
        self.alerts_revision += 1

    @_take.register
    def _(self, event: RemedyApplied) -> None:
        if self.settings is not None:
            with contextlib.suppress(SettingsError):  # of a newer version, or damaged: told, but not understood
                self.settings = with_changes(self.settings, {name: new for name, (_, new) in event.changes.items()})
        self._intervene(event)

    @_take.register
    def _(self, event: RemedyRefused) -> None:
        self._intervene(event)

    @_take.register
    def _(self, event: RolledBack) -> None:
        self.stages = {number: stage for number, stage in self.stages.items() if number <= event.stage}
        self._go_on_from(event.to_step)
        self._intervene(event)

    @_take.register
    def _(self, event: IncidentKept) -> None:
        self.incidents.append(event)

    @_take.register
    def _(self, event: MachineTrouble) -> None:
        self.troubles[event.what] = event
        if self._paused_at is None:
            self.paused_s += event.seconds

    @_take.register
    def _(self, event: StageFinished) -> None:
        self.progress = None

    @_take.register
    def _(self, event: RunFinished) -> None:
        self.finished, self.step, self.progress = event, event.step, None
        self.seconds += event.seconds
        self.phase, self.phase_text = RunPhase.IDLE, ""

    def _go_on_from(self, step: int) -> None:
        """Forget what lies past a step from which the run goes on: it is done again."""
        self.step, self.progress = step, None
        for table in (self.steps, self.validations):
            table.cut(step + 1)
        self.patch_maps = {at: maps for at, maps in self.patch_maps.items() if at <= step}
        self.stages = {number: stage for number, stage in self.stages.items() if stage.step <= step}
        self.stage = self.stages[max(self.stages)] if self.stages else None
        self._skipped = {at for at in self._skipped if at < step}  # named by the steps that were done before
        self.last_step, self.last_audit = _until(step, self.last_step), _until(step, self.last_audit)
        self.last_validation, self.control = _until(step, self.last_validation), _until(step, self.control)
        if self.last_checkpoint is not None and self.last_checkpoint.step > step:  # it could not be read
            stage = self.stage.stage if self.stage else 1
            self.last_checkpoint = replace(self.last_checkpoint, stage=stage, step=step)
        self.curves_revision += 1

    def _intervene(self, event: RemedyApplied | RemedyRefused | RolledBack) -> None:
        self.interventions.append(event)
        self.alerts_revision += 1

    def _count_pause(self, event: PhaseChanged) -> None:
        if self._paused_at is not None:
            self.paused_s += event.time_s - self._paused_at
        self._paused_at = event.time_s if event.phase == RunPhase.PAUSED else None


def _until(step: int, event: Figures | None) -> Figures | None:
    return event if event is not None and event.step <= step else None


def replay_history(
    events: Iterable[Event],
    settings: RunSettings | None = None,
    control: RunControl | None = None,
) -> RunHistory:
    """History of a run that was kept; for a task thread: it can be stopped."""
    history = RunHistory()
    for number, event in enumerate(events, start=1):
        history.add(event)
        if control and number % 1000 == 0:
            control.check()
    history.settings = settings  # as they are now: what was changed on the way is in them
    return history
