"""A piece of work beside a bar: how much of it is done, and how long it will still take."""

from engine.events import Progress
from engine.events.pace import WorkPace
from gui.history.run_progress import counted


class WorkLeft:
    """Told every report, it says the newest in words."""

    def __init__(self) -> None:
        self._pace = WorkPace()

    def words(self, event: Progress) -> str:
        """Such as 120 of 1,000 images, 40 s left; of what has just begun only how much is done."""
        self._pace.take(event)
        return counted(event, self._pace.seconds_left())
