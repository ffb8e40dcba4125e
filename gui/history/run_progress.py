"""How far a run is: the piece of work at hand, the stage, the whole, and how long it will take."""

import math
from dataclasses import dataclass

from engine.control import FinishReason, RunPhase
from engine.events import RunFinished, StageStarted
from gui.history.run_history import RunHistory

_LEAST_SECONDS = 3.0
_TASKS = {
    "scan": "Looking through the folders",
    "shortcut audit": "Looking for what gives the label away",
    "teacher check": "Checking the teacher",
    "teacher maps": "Asking the teacher once",
    "features": "Computing features",
    "epoch": "This epoch",
    "validation": "Validating",
    "test": "Testing the student",
    "test, teacher": "Testing the teacher",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One progress bar: what it counts, how far it is, in words; ``total`` 0 means that nobody knows."""

    label: str
    text: str = ""
    done: int = 0
    total: int = 1


def task_measure(history: RunHistory) -> Measure:
    """The piece of work at hand: a scan, an epoch's batches, a validation."""
    progress = history.progress
    if progress is None:
        return _last_report(history)
    label = _TASKS.get(progress.task, progress.task.capitalize())
    text = f"{progress.done:,} of {progress.total:,} {progress.unit}"
    return Measure(label, text, progress.done, progress.total)


def stage_measure(history: RunHistory) -> Measure:
    """Epochs of the present stage."""
    stage = history.stage
    if stage is None:
        return Measure("Stage")
    epochs = planned_epochs(history, stage)
    label, total = f"Stage {stage.stage}", epochs * stage.steps_per_epoch
    if stage.optimiser == "solver":
        return Measure(label, "solved at once", 0, 0 if history.finished is None else 1)
    done = min(max(history.step - stage.step, 0), total)
    return Measure(label, f"epoch {min(epoch_at(stage, history.step), epochs)} of {epochs}", done, total)


def run_measure(history: RunHistory, *, live: bool = True) -> Measure:
    """All stages together, with the time left if the run is going on."""
    end, total = history.finished, planned_steps(history)
    if end is not None:
        return Measure("Run", f"{end.reason} after {duration(history.seconds)}", *_share_at_end(history, end))
    if total is None:
        return Measure("Run", "", 0, 0 if history.started else 1)
    left = seconds_left(history) if live else None
    unknown = "final evaluation" if live and history.phase == RunPhase.EVALUATING else ""
    return Measure("Run", time_left(left) if left is not None else unknown, min(history.step, total), total)


def planned_steps(history: RunHistory) -> int | None:
    """Steps of all stages; None before that is known."""
    stage, settings = history.stage, history.settings
    if stage is None:
        return None
    if settings is not None and not settings.stage2.enabled and stage.stage == 2:
        return history.step  # it was switched off on the way
    solved = stage.optimiser == "solver"  # in no steps
    planned = stage.step + (0 if solved else planned_epochs(history, stage) * stage.steps_per_epoch)
    if settings is None or not settings.stage2.enabled or stage.stage == 2:
        return planned
    batches = stage.batches_per_epoch
    if batches is None and not solved:
        batches = stage.steps_per_epoch * settings.stage1.accumulate
    return None if batches is None else planned + settings.stage2.epochs * settings.stage2.steps_per_epoch(batches)


def planned_epochs(history: RunHistory, stage: StageStarted) -> int:
    """Epochs of a stage as the settings say now: it may go on for longer than it began for."""
    if history.settings is None or stage.optimiser == "solver":
        return stage.epochs
    return history.settings.stage(stage.stage).epochs


def epoch_at(stage: StageStarted, step: int) -> int:
    """The epoch of a stage that a step of the run ends or lies in; it lasts until the next one begins."""
    return max(1, math.ceil((step - stage.step) / stage.steps_per_epoch))


def seconds_left(history: RunHistory) -> float | None:
    """At the pace of this stage since it began or was resumed, pauses left out; None while that says little.

    The final evaluation has a pace of its own.
    """
    if history.phase == RunPhase.EVALUATING:
        return _evaluation_left(history)
    start, last, total = history.pace_from, history.last_step, planned_steps(history)
    if start is None or last is None or total is None or last.step <= start.step:
        return None
    seconds = last.time_s - start.time_s - history.paused_s
    if seconds < _LEAST_SECONDS:
        return None
    return max(total - last.step, 0) * seconds / (last.step - start.step)


def _evaluation_left(history: RunHistory) -> float | None:
    """At the pace of its present piece; None before the last one: the teacher may take far longer than the student."""
    first, now = history.progress_from, history.progress
    if first is None or now is None or now.task != _last_piece(history) or now.done <= first.done:
        return None
    seconds = now.time_s - first.time_s
    return max(now.total - now.done, 0) * seconds / (now.done - first.done) if seconds >= _LEAST_SECONDS else None


def _last_piece(history: RunHistory) -> str:
    """The task that the final evaluation ends with."""
    splits = history.data.splits if history.data is not None else ()
    if not any(split.name == "test" and split.images for split in splits):
        return "validation"
    taught = history.settings is None or history.settings.loss.alpha_distill > 0
    return "test, teacher" if taught else "test"


def duration(seconds: float) -> str:
    """A length of time as people say it: 48 s, 12 min, 3 h 05 min."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def time_left(seconds: float) -> str:
    """How long the whole run will take from now on, in words that promise no more than is known."""
    minutes, hours = round(seconds / 60), round(seconds / 3600)
    if minutes < 1:
        return "less than a minute left"
    if minutes < 90:
        return f"about {minutes} minute{'s' if minutes > 1 else ''} left"
    return f"about {hours} hours left" if hours < 48 else f"about {round(hours / 24)} days left"


def _last_report(history: RunHistory) -> Measure:
    stage, last = history.stage, history.last_step
    if history.finished is not None:
        return Measure("Steps", f"{history.finished.step:,}", *_share_at_end(history, history.finished))
    if stage is None or last is None or stage.stage != last.stage:
        return Measure("Steps")
    done = (last.step - stage.step - 1) % stage.steps_per_epoch + 1
    return Measure(_TASKS["epoch"], f"step {done:,} of {stage.steps_per_epoch:,}", done, stage.steps_per_epoch)


def _share_at_end(history: RunHistory, end: RunFinished) -> tuple[int, int]:
    """Steps done and planned: all of them where the run came to its end, however early that was."""
    planned = planned_steps(history)
    if end.reason == FinishReason.FINISHED or planned is None:
        return int(end.reason == FinishReason.FINISHED), 1
    return min(end.step, planned), planned
