"""Spaces work that is repeated while a run goes on, so that the window takes little of the processor from it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Pace:
    """Lets work be repeated so often that it takes at most ``share`` of one processor's time (0 to 1).

    Work that computed for 10 ms at a share of 0.1 is due again 100 ms after it began, or within ``least_s`` and
    ``most_s``. Only this thread's computing time counts: a window that waits takes nothing from a run.
    """

    def __init__(self, share: float, *, least_s: float = 0.0, most_s: float = float("inf")) -> None:
        self._share, self._least_s, self._most_s = share, least_s, most_s
        self._began_s = self._began_cpu_s = self._due_s = 0.0

    @property
    def seconds_left(self) -> float:
        """How long the work has to rest; 0 once it is due."""
        return max(self._due_s - time.perf_counter(), 0.0)

    @property
    def due(self) -> bool:
        """Whether the work may be done now."""
        return self.seconds_left == 0

    def begin(self) -> None:
        """The work begins."""
        self._began_s, self._began_cpu_s = time.perf_counter(), time.thread_time()

    def end(self) -> None:
        """The work ends, in the same thread."""
        spent = time.thread_time() - self._began_cpu_s
        self._due_s = self._began_s + min(max(spent / self._share, self._least_s), self._most_s)

    @contextmanager
    def working(self) -> Iterator[None]:
        """The work is what is done within."""
        self.begin()
        yield
        self.end()
