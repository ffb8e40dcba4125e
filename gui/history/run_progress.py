"""How far a run is: the piece of work at hand, the stage, the whole, and how long it will take."""

import math
from dataclasses import dataclass

from engine.control import FinishReason, RunPhase
from engine.events import Progress, RunFinished, StageStarted
from engine.settings import CONTROL_STAGE
from gui.history.run_history import RunHistory
from gui.words.plain_words import plural
from gui.words.translation import mark, tr

_TEACHER_TEST = "test, teacher"
_TASKS = {
    "scan": mark("Looking through the folders"),
    "shortcut audit": mark("Looking for what gives the label away"),
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
    label = tr(_TASKS[progress.task]) if progress.task in _TASKS else progress.task.capitalize()
    left = history.work.seconds_left()
    return Measure(label, counted(progress, left), progress.done, progress.total)


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
    if total is None:
        return Measure(tr("Run"), "", 0, 0 if history.started else 1)
    left = seconds_left(history) if live else None
    unknown = tr("final evaluation") if live and history.phase == RunPhase.EVALUATING else ""
    return Measure(tr("Run"), time_left(left) if left is not None else unknown, min(history.step, total), total)


def planned_steps(history: RunHistory) -> int | None:
    """Steps of all stages; None before that is known."""
    stage, settings = history.stage, history.settings
    if stage is None:
        return None
    if settings is not None and not settings.stage2.enabled and stage.stage == 2:
        return history.step  # it was switched off on the way
    solved = stage.optimiser == "solver"  # in no steps
    planned = stage.step + (0 if solved else planned_epochs(history, stage) * stage.steps_per_epoch)
    if settings is None or not (stages := _stages_behind(history, stage.stage)):
        return planned
    batches = stage.batches_per_epoch
    if batches is None and not solved:
        batches = stage.steps_per_epoch * settings.stage(stage.stage).accumulate
    each = settings.stage2  # the control is trained as stage 2 is
    return None if batches is None else planned + stages * each.epochs * each.steps_per_epoch(batches)


def _stages_behind(history: RunHistory, number: int) -> int:
    """How many stages come after the one of that number, as far as can be said now."""
    stage2 = history.settings is not None and history.settings.stage2.enabled and number < CONTROL_STAGE - 1
    return stage2 + _control_comes(history, number)


def _control_comes(history: RunHistory, number: int) -> bool:
    """Whether a control comes after that stage, by the best student so far."""
    teacher = history.teacher.scores.auc if history.teacher is not None else None
    best = history.best.scores.auc if history.best is not None else None
    settings = history.settings
    return number < CONTROL_STAGE and settings is not None and settings.control_is_due(best, teacher)


def planned_epochs(history: RunHistory, stage: StageStarted) -> int:
    """Epochs of a stage as the settings say now: it may go on for longer than it began for."""
    if history.settings is None or stage.optimiser == "solver":
        return stage.epochs
    return history.settings.stage(stage.stage).epochs


def epoch_at(stage: StageStarted, step: int) -> int:
    """The epoch of a stage that a step of the run ends or lies in; it lasts until the next one begins."""
    return max(1, math.ceil((step - stage.step) / stage.steps_per_epoch))


def seconds_left(history: RunHistory) -> float | None:
    """At the pace of this stage, pauses left out, and of the final evaluation behind it; None while that is unknown."""
    if history.phase == RunPhase.EVALUATING:
        return _evaluation_left(history)
    start, last, total = history.pace_from, history.last_step, planned_steps(history)
    if start is None or last is None or total is None or last.step <= start.step:
        return None
    now = history.progress if history.progress is not None and history.progress.task == "validation" else None
    step = _end_of_epoch(history) if now is not None else history.step
    left = history.training.seconds_left(total - (step - last.step))  # the last steps before it need not be reported
    takes = history.validation_s or _piece_takes(history, *_final_pieces(history)[0]) or 0.0
    going_on = 0.0 if now is None else takes * (1 - now.done / max(1, now.total))
    known = (_piece_takes(history, task, count) for task, count in _final_pieces(history))
    validating = (_validations_left(history, step, total) + _comparisons_left(history)) * takes + going_on
    return None if left is None else left + validating + sum(seconds or 0.0 for seconds in known)


def _end_of_epoch(history: RunHistory) -> int:
    stage = history.stage
    return history.step if stage is None else stage.step + epoch_at(stage, history.step) * stage.steps_per_epoch


def _validations_left(history: RunHistory, step: int, total: int) -> int:
    stage, settings = history.stage, history.settings
    if stage is None:
        return 0
    every = settings.stage(stage.stage).validate_every if settings is not None else 1
    return math.ceil(max(total - step, 0) / (stage.steps_per_epoch * every))


def _comparisons_left(history: RunHistory) -> int:
    """Both students of a run that trains a control are validated once more behind it."""
    under_way = history.stage is not None and history.stage.stage == CONTROL_STAGE
    has_control = under_way or (history.stage is not None and _control_comes(history, history.stage.stage))
    return 2 if has_control and history.control is None else 0


def _evaluation_left(history: RunHistory) -> float | None:
    """The present piece at its own pace, those behind it as their kind went before."""
    now, pieces = history.progress, _final_pieces(history)
    place = [task for task, _ in pieces].index(now.task) if now and now.task in dict(pieces) else None
    if now is None or place is None:
        return None
    own = history.work.seconds_left()
    behind = [_piece_takes(history, task, count) for task, count in pieces[place + 1 :]]
    if own is None and now.done < now.total:
        own = _piece_takes(history, now.task, now.total - now.done)
    times = [0.0 if now.done >= now.total else own, *behind]
    return None if None in times else sum(seconds for seconds in times if seconds is not None)


def _final_pieces(history: RunHistory) -> list[tuple[str, int]]:
    """The tasks of the final evaluation in order, and how many images each looks at."""
    counts = {split.name: split.images for split in history.data.splits} if history.data else {}
    pieces = [("validation", counts.get("validation", 0))]
    if counts.get("test"):
        pieces.append(("test", counts["test"]))
        if history.settings is None or history.settings.loss.imitates:
            pieces.append((_TEACHER_TEST, counts["test"]))
    return pieces


def _piece_takes(history: RunHistory, task: str, images: int) -> float | None:
    return history.work.seconds_for(task, images, like="teacher check" if task == _TEACHER_TEST else "validation")


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
