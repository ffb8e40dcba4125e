"""How fast work goes, and how long it will still take, from reports of how much of it is done; pure arithmetic."""

from engine.events.run import Progress

LEAST_SECONDS = 3.0  # of work, below which its pace says little
_MOST_POINTS = 64


class Meter:
    """The pace of one piece of work over the later half of its time, so that a slow beginning is soon forgotten."""

    def __init__(self) -> None:
        self._points: list[tuple[float, float]] = []  # seconds, done

    def begin(self, seconds: float, done: float) -> None:
        """Another piece of work begins."""
        self._points = [(seconds, done)]

    def add(self, seconds: float, done: float) -> None:
        """So much is done now; less than before means that the work begins anew from there."""
        if self._points and done < self._points[-1][1]:
            self._points = []
        self._points.append((seconds, done))
        if len(self._points) > _MOST_POINTS:
            self._points = [*self._points[:-1:2], self._points[-1]]

    def seconds_each(self, *, whole: bool = False) -> float | None:
        """Seconds for one unit, over all its time where the work is ``whole``; None while that is not known."""
        if len(self._points) < 2:
            return None
        (began, first), (now, done) = self._points[0], self._points[-1]
        if whole:
            return (now - began) / (done - first) if done > first else None
        middle = began + (now - began) / 2
        since, before = next(point for point in reversed(self._points) if point[0] <= middle)
        if now - began < LEAST_SECONDS or done <= before:
            return None
        return (now - since) / (done - before)

    def seconds_left(self, total: float) -> float | None:
        """Until ``total`` is done, from the last report on."""
        each = self.seconds_each()
        return None if each is None else max(total - self._points[-1][1], 0.0) * each


class WorkPace:
    """Listens to Progress events: what the present piece of work still takes, and how fast each kind went."""

    def __init__(self) -> None:
        self._now: Progress | None = None
        self._meter = Meter()
        self._each: dict[str, float] = {}  # seconds for a unit, by task

    def take(self, event: Progress) -> None:
        """The next report."""
        former, self._now = self._now, event
        if former is None or (former.task, former.total) != (event.task, event.total) or event.done < former.done:
            self._meter.begin(event.time_s, event.done)
            return
        self._meter.add(event.time_s, event.done)
        each = self._meter.seconds_each(whole=event.done >= event.total)
        if each is not None:
            self._each[event.task] = each

    def seconds_left(self) -> float | None:
        """Of the present piece of work; None while that is not known."""
        return None if self._now is None else self._meter.seconds_left(self._now.total)

    def seconds_for(self, task: str, total: int, like: str = "") -> float | None:
        """For a piece of work that has not begun, as fast as its kind went before, or else as ``like`` went."""
        each = self._each.get(task, self._each.get(like))
        return None if each is None else total * each
