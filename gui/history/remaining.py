"""How long a run will still take."""

import math

from engine.control import RunPhase
from engine.settings import CONTROL_STAGE
from gui.history.expected_time import expected_seconds, expected_validation
from gui.history.planned import control_comes, epoch_at, planned_steps
from gui.history.run_history import RunHistory

_TEACHER_TEST = "test, teacher"


def seconds_left(history: RunHistory) -> float | None:
    """At the pace of this stage, pauses left out, and of the final evaluation behind it; before, as is to be expected.

    None while not even that is known.
    """
    if history.phase == RunPhase.EVALUATING:
        return _evaluation_left(history)
    start, last, total = history.pace_from, history.last_step, planned_steps(history)
    if start is None or last is None or total is None or last.step <= start.step:
        return expected_seconds(history)
    now = history.progress if history.progress is not None and history.progress.task == "validation" else None
    step = _end_of_epoch(history) if now is not None else history.step
    left = history.training.seconds_left(total - (step - last.step))  # the last steps before it need not be reported
    if left is None:
        return expected_seconds(history)
    takes = (
        history.validation_s or expected_validation(history) or _piece_takes(history, *_final_pieces(history)[0]) or 0.0
    )
    going_on = 0.0 if now is None else takes * (1 - now.done / max(1, now.total))
    known = (_piece_takes(history, task, count) for task, count in _final_pieces(history))
    coming = _validations_left(history, step, total, begun=now is not None) + _comparisons_left(history)
    return left + coming * takes + going_on + sum(seconds or 0.0 for seconds in known)


def _end_of_epoch(history: RunHistory) -> int:
    stage = history.stage
    return history.step if stage is None else stage.step + epoch_at(stage, history.step) * stage.steps_per_epoch


def _validations_left(history: RunHistory, step: int, total: int, *, begun: bool) -> int:
    """Those that are not ``begun``: behind the last step of an epoch its own has still to come."""
    stage, settings = history.stage, history.settings
    if stage is None:
        return 0
    every = settings.stage(stage.stage).validate_every if settings is not None else 1
    last = history.last_validation
    due = not begun and step > stage.step and (last is None or last.step < step)
    return math.ceil((max(total - step, 0) + due) / (stage.steps_per_epoch * every))


def _comparisons_left(history: RunHistory) -> int:
    """Both students of a run that trains a control are validated once more behind it."""
    under_way = history.stage is not None and history.stage.stage == CONTROL_STAGE
    has_control = under_way or (history.stage is not None and control_comes(history, history.stage.stage))
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
