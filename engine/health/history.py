"""The short memory of a run that the health rules look at: grows by events, bounded, never changed in place."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.events import (
    ControlCompared,
    DataScanned,
    Event,
    MachineReport,
    RemedyApplied,
    RolledBack,
    RunStarted,
    ShortcutsAudited,
    StageStarted,
    StepDone,
    StepSkipped,
    TeacherChecked,
    Validated,
)
from engine.settings import RunSettings

SETTLED = 3  # reports after which a stage's figures no longer show the weights it began with
LEAST_REPORTS = 5  # below this a median says little, however short the window is in steps


def reports_in_window(settings: RunSettings) -> int:
    """Reported steps that make up ``health.window`` steps, at least 5."""
    return max(LEAST_REPORTS, math.ceil(settings.health.window / settings.output.report_every))


KnownFact = (
    DataScanned | ShortcutsAudited | TeacherChecked | MachineReport | ControlCompared
)  # only the newest of each kind counts, whatever the stage


@dataclass(frozen=True, slots=True)
class History:
    """What is known of a run: its images, its teacher, and the recent figures of the stage that is under way."""

    data: DataScanned | None = None
    shortcuts: ShortcutsAudited | None = None
    teacher: TeacherChecked | None = None
    machine: MachineReport | None = None
    compared: ControlCompared | None = None
    stage: StageStarted | None = None
    steps: tuple[StepDone, ...] = ()  # one window of reports and the newest
    skipped: tuple[StepSkipped, ...] = ()
    validations: tuple[Validated, ...] = ()

    def after(self, event: Event, settings: RunSettings) -> "History":
        """The history with one more event; figures of an earlier stage, or past the step resumed from, are dropped."""
        match event:
            case RunStarted() | RolledBack() | RemedyApplied():
                return self._gone_on_from(event)
            case StageStarted():
                return self._in_stage(event)
            case DataScanned() | ShortcutsAudited() | TeacherChecked() | MachineReport() | ControlCompared():
                return self._with_newest(event)
        return self._with_figures(event, settings)

    @property
    def step(self) -> int:
        """The newest step that anything is known of."""
        return max((events[-1].step for events in (self.steps, self.skipped, self.validations) if events), default=0)

    @property
    def newest(self) -> StepDone | None:
        """The newest report of this stage."""
        return self.steps[-1] if self.steps else None

    def window(self, settings: RunSettings) -> tuple[StepDone, ...]:
        """The newest full window of reports; empty until there is one."""
        reports = reports_in_window(settings)
        return self.steps[-reports:] if len(self.steps) >= reports else ()

    def sustained(self, holds: Callable[[StepDone], bool], reports: int = 2) -> StepDone | None:
        """The newest report where ``holds`` is true of the last ``reports``: a single hard batch is no illness."""
        last = self.steps[-reports:]
        return last[-1] if len(last) == reports and all(map(holds, last)) else None

    def aucs(self, count: int) -> list[float]:
        """The last ``count`` validation AUCs of this stage; undefined ones are passed over."""
        aucs = (validated.scores.auc for validated in self.validations)
        return [auc for auc in aucs if auc is not None and math.isfinite(auc)][-count:]

    def evaluated_since(self, count: int) -> int:
        """The step of the first of the last ``count`` evaluations."""
        return self.validations[-count:][0].step

    def _with_newest(self, event: KnownFact) -> "History":
        match event:
            case DataScanned():
                return replace(self, data=event)
            case ShortcutsAudited():
                return replace(self, shortcuts=event)
            case TeacherChecked():
                return replace(self, teacher=event)
            case MachineReport():
                return replace(self, machine=event)
            case ControlCompared():
                return replace(self, compared=event)

    def _with_figures(self, event: Event, settings: RunSettings) -> "History":
        """A step or evaluation that is done again after a resume replaces what was known of it."""
        health = settings.health
        match event:
            case StepDone():
                steps = (*(e for e in self.steps if e.step < event.step), event)
                return replace(self, steps=steps[-1 - reports_in_window(settings) :])
            case StepSkipped():
                kept = max(health.window, health.nonfinite_limit)
                return replace(self, skipped=(*self.skipped, event)[-kept:])
            case Validated():
                kept = max(health.oscillation_count, health.no_signal_count, 2)
                validations = (*(e for e in self.validations if e.step < event.step), event)
                return replace(self, validations=validations[-kept:])
        return self

    def _in_stage(self, started: StageStarted) -> "History":
        if self.stage is not None and self.stage.stage == started.stage:
            return replace(self, stage=replace(started, step=self.stage.step))  # it goes on, perhaps for longer
        return History(data=self.data, teacher=self.teacher, machine=self.machine, stage=started)

    def _gone_on_from(self, event: RunStarted | RolledBack | RemedyApplied) -> "History":
        """Without the figures of steps that are undone, or, after a remedy, those computed with other settings."""
        match event:
            case RunStarted():
                return self._up_to(event.step) if event.step else History()
            case RolledBack():
                return self._up_to(event.to_step)
            case RemedyApplied():
                return replace(self, steps=(), skipped=(), validations=())

    def _up_to(self, step: int) -> "History":
        return replace(
            self,
            stage=self.stage if self.stage is not None and self.stage.step <= step else None,
            steps=tuple(e for e in self.steps if e.step <= step),
            skipped=tuple(e for e in self.skipped if e.step <= step),
            validations=tuple(e for e in self.validations if e.step <= step),
        )
