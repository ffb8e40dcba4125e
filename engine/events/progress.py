"""How far a piece of work has come, told as `Progress` events."""

from collections.abc import Callable

from engine.events.run import Progress
from engine.events.values import Emit

ReportProgress = Callable[[int, int], None]  # done, in all


def progress_reporter(emit: Emit, task: str) -> ReportProgress:
    """Tells how much of the task is done, each time it is called."""
    return lambda done, total: emit(Progress(task=task, done=done, total=total))
