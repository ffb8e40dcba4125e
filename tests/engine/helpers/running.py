"""Runs the engine for tests: records what happens, stops where told, compares what is left."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch

from engine.control import FinishReason, RunControl
from engine.errors import EngineError
from engine.events import (
    DataScanned,
    Event,
    FinalEvaluated,
    PhaseChanged,
    Progress,
    RunFinished,
    StageFinished,
    StageStarted,
    StepDone,
    TeacherChecked,
    Validated,
)
from engine.run.run import RunResult, run
from engine.run_folder.checkpoint import load_last
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings

Kind = TypeVar("Kind", bound=Event)
When = Callable[[Event], bool]


class Recorder:
    """Keeps every event; at the first for which ``when`` holds it calls ``then``, once."""

    def __init__(self, when: When = lambda event: False, then: Callable[[], object] = lambda: None) -> None:
        self.events: list[Event] = []
        self._when, self._then = when, then
        self.happened = False

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        if not self.happened and self._when(event):
            self.happened = True
            self._then()

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The events of a kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def finished(self) -> RunFinished:
        """The last event, after making sure that it is the only one of its kind."""
        assert self.events
        assert isinstance(self.events[-1], RunFinished)
        assert len(self.of(RunFinished)) == 1
        return self.events[-1]


def carried_out(settings: RunSettings, resume: Path | None = None) -> tuple[RunResult, Recorder]:
    """A run that finishes."""
    recorder = Recorder()
    result = run(settings, RunControl(), recorder, resume)
    assert result.state is FinishReason.FINISHED, result.error
    assert recorder.finished.reason == "finished"
    return result, recorder


def stopped(settings: RunSettings, when: When, resume: Path | None = None) -> Path:
    """The folder of a run that was asked to stop at an event."""
    control = RunControl()
    recorder = Recorder(when, control.stop)
    return stopped_by(settings, control, recorder, resume)


def stopped_by(settings: RunSettings, control: RunControl, recorder: Recorder, resume: Path | None = None) -> Path:
    """The folder of a run that its control stops."""
    result = run(settings, control, recorder, resume)
    assert result.state is FinishReason.STOPPED, result
    assert recorder.finished.reason == "stopped"
    assert result.run is not None
    return result.run


class CountingControl(RunControl):
    """Counts how often it is asked, and stops at one of these times."""

    def __init__(self, stop_at: int = 0) -> None:
        super().__init__()
        self.checks, self._stop_at = 0, stop_at

    def check(self) -> None:
        """Called by the run before every image scanned and every batch taken."""
        self.checks += 1
        if self.checks == self._stop_at:
            self.stop()
        super().check()


def outcome(folder: Path) -> dict[str, Any]:
    """What equal runs have in common: weights, training state, optimiser, averages and the last figures."""
    former = load_last(folder / "checkpoints")
    assert former is not None
    weights = torch.load(folder / "student.pth", weights_only=True)
    return {
        "weights": dict(weights),
        "notes": weights._metadata["patchdistill"],
        "student": dict(former.student),
        "state": former.state.as_dict(),
        "optimiser": former.optimiser,
        "average": None if former.average is None else dict(former.average),
        "calibration": former.calibration,
        "figures": [
            (event.student, event.teacher) for event in read_events(folder) if isinstance(event, FinalEvaluated)
        ][-1:],
    }


def difference(first: Any, second: Any, name: str = "") -> str:
    """Where two outcomes differ in a single bit; empty where they do not."""
    if isinstance(first, torch.Tensor):
        return "" if torch.equal(first, second) else name
    if isinstance(first, dict):
        if first.keys() != second.keys():
            return f"{name} keys"
        return next((d for key in first if (d := difference(first[key], second[key], f"{name}.{key}"))), "")
    if isinstance(first, list):
        found = (difference(a, b, f"{name}[{i}]") for i, (a, b) in enumerate(zip(first, second, strict=True)))
        return next((d for d in found if d), "")
    return "" if first == second else f"{name}: {first} and {second}"


def copied(folder: Path, name: str) -> Path:
    """A copy beside the folder, as after a power cut: whatever was not on disk is lost."""
    return Path(shutil.copytree(folder, folder.with_name(name)))


AT_ONCE = "stage2.warmup_epochs=0"


def outcome_of(result: RunResult) -> dict[str, Any]:
    assert result.run is not None
    return outcome(result.run)


def failed(settings: RunSettings, resume: Path | None = None) -> tuple[RunResult, Recorder]:
    """A run that fails, with its error told by its one last event."""
    recorder = Recorder()
    result = run(settings, RunControl(), recorder, resume)
    assert result.state is FinishReason.FAILED
    assert isinstance(result.error, EngineError)
    assert result.error.message
    assert result.error.remedy
    end = recorder.finished
    assert (end.reason, end.message, end.remedy) == ("failed", result.error.message, result.error.remedy)
    return result, recorder


PHASES: dict[str, When] = {
    "preparing": lambda event: isinstance(event, DataScanned),
    "calibrating": lambda event: isinstance(event, TeacherChecked),
    "stage 1": lambda event: isinstance(event, StageStarted) and event.stage == 1,
    "stage 2": lambda event: isinstance(event, StepDone) and event.step == 3,
    "validation": lambda event: isinstance(event, Validated) and event.stage == 2,
    "evaluating": lambda event: isinstance(event, PhaseChanged) and event.phase == "evaluating",
}


@dataclass(frozen=True)
class Reference:
    """What a run ends with that nobody stopped."""

    settings: RunSettings
    end: dict[str, Any]
    checks: int


def reference(settings: RunSettings) -> Reference:
    control = CountingControl()
    result = run(settings, control, Recorder())
    assert result.state is FinishReason.FINISHED, result.error
    assert result.run is not None
    return Reference(settings, outcome(result.run), control.checks)


def finish_and_compare(folder: Path, expected: Reference) -> Recorder:
    result, recorder = carried_out(expected.settings, folder)
    assert result.run == folder
    assert difference(outcome(folder), expected.end) == ""
    return recorder


def in_task(task: str) -> When:
    return lambda event: isinstance(event, Progress) and event.task == task


def in_phase(phase: str) -> When:
    return lambda event: isinstance(event, PhaseChanged) and event.phase == phase


def at_step(step: int) -> When:
    return lambda event: isinstance(event, StepDone) and event.step == step


def stage_end(stage: int) -> When:
    return lambda event: isinstance(event, StageFinished) and event.stage == stage


def elsewhere(settings: RunSettings, folder: Path) -> RunSettings:
    return settings.model_copy(update={"output": settings.output.model_copy(update={"folder": folder})})
