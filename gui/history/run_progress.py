"""How far a run is: the piece of work at hand, the stage, the whole, and how long it will take."""

from dataclasses import dataclass

from engine.control import FinishReason, RunPhase
from engine.events import Progress, RunFinished
from gui.history.planned import epoch_at, planned_epochs, planned_steps
from gui.history.remaining import seconds_left
from gui.history.run_history import RunHistory
from gui.words.plain_words import capitalised, plural
from gui.words.translation import mark, tr

_TASKS = {
    "scan": mark("Looking through the folders"),
    "shortcut audit": mark("Looking for what gives the label away"),
    "statistics": mark("Reading training images"),
    "calibration": mark("Asking the teacher about a sample"),
    "teacher check": mark("Checking the teacher"),
    "teacher views": mark("Trying other views"),
    "teacher maps": mark("Asking the teacher once"),
    "features": mark("Computing features"),
    "epoch": mark("This epoch"),
    "validation": mark("Validating"),
    "test": mark("Testing the student"),
    "test, teacher": mark("Testing the teacher"),
}
_UNITS = (mark("images"), mark("batches"), mark("tiles"), mark("files"), mark("steps"), mark("runs"))  # of progress
_ENDS = {
    FinishReason.FINISHED: mark("finished after {time}"),
    FinishReason.STOPPED: mark("stopped after {time}"),
    FinishReason.FAILED: mark("failed after {time}"),
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
    label = task_words(progress.task)
    left = history.work.seconds_left()
    return Measure(label, counted(progress, left), progress.done, progress.total)


def task_words(task: str) -> str:
    """A piece of work as people call it."""
    return tr(_TASKS[task]) if task in _TASKS else capitalised(tr(task))


def counted(event: Progress, left: float | None) -> str:
    """Done and total, and the seconds that are left where they are known."""
    figures: dict[str, object] = {"done": event.done, "total": event.total, "unit": tr(event.unit)}
    if left is None or event.done >= event.total:
        return tr("{done:,} of {total:,} {unit}", **figures)
    return tr("{done:,} of {total:,} {unit}, {time} left", time=duration(left), **figures)


def stage_measure(history: RunHistory) -> Measure:
    """Epochs of the present stage."""
    stage = history.stage
    if stage is None:
        return Measure(tr("Stage"))
    epochs = planned_epochs(history, stage)
    label, total = tr("Stage {stage}", stage=stage.stage), epochs * stage.steps_per_epoch
    if stage.optimiser == "solver":
        return Measure(label, tr("solved at once"), 0, 0 if history.finished is None else 1)
    done = min(max(history.step - stage.step, 0), total)
    epoch = min(epoch_at(stage, history.step), epochs)
    return Measure(label, tr("epoch {epoch} of {epochs}", epoch=epoch, epochs=epochs), done, total)


def run_measure(history: RunHistory, *, live: bool = True) -> Measure:
    """All stages together, with the time left if the run is going on."""
    end, total = history.finished, planned_steps(history)
    if end is not None:
        text = tr(_ENDS[FinishReason(end.reason)], time=duration(history.seconds))
        return Measure(tr("Run"), text, *_share_at_end(history, end))
    left = seconds_left(history) if live else None
    if total is None:
        return Measure(tr("Run"), time_left(left) if left is not None else "", 0, 0 if history.started else 1)
    unknown = tr("final evaluation") if live and history.phase == RunPhase.EVALUATING else ""
    return Measure(tr("Run"), time_left(left) if left is not None else unknown, min(history.step, total), total)


def duration(seconds: float) -> str:
    """A length of time as people say it: 48 s, 12 min, 3 h 05 min."""
    if seconds < 60:
        return tr("{seconds:.0f} s", seconds=seconds)
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes:02} min", hours=hours, minutes=minutes)


def time_left(seconds: float) -> str:
    """How long the whole run will take from now on, in words that promise no more than is known."""
    minutes, hours = round(seconds / 60), round(seconds / 3600)
    if minutes < 1:
        return tr("less than a minute left")
    if minutes < 90:
        return tr("about {time} left", time=plural(minutes, "minute", "minutes"))
    time = plural(hours, "hour", "hours") if hours < 48 else plural(round(hours / 24), "day", "days")
    return tr("about {time} left", time=time)


def _last_report(history: RunHistory) -> Measure:
    stage, last = history.stage, history.last_step
    if history.finished is not None:
        return Measure(tr("Steps"), f"{history.finished.step:,}", *_share_at_end(history, history.finished))
    if stage is None or last is None or stage.stage != last.stage:
        return Measure(tr("Steps"))
    done = (last.step - stage.step - 1) % stage.steps_per_epoch + 1
    text = tr("step {step:,} of {steps:,}", step=done, steps=stage.steps_per_epoch)
    return Measure(tr(_TASKS["epoch"]), text, done, stage.steps_per_epoch)


def _share_at_end(history: RunHistory, end: RunFinished) -> tuple[int, int]:
    """Steps done and planned: all of them where the run came to its end, however early that was."""
    planned = planned_steps(history)
    if end.reason == FinishReason.FINISHED or planned is None:
        return int(end.reason == FinishReason.FINISHED), 1
    return min(end.step, planned), planned
