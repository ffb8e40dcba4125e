"""Holds the computer awake while a run goes on, and notices when it was suspended all the same."""

import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LEAST_S = 2.0  # the two clocks are read one after the other, and Windows' coarser one ticks every 16 ms

log = logging.getLogger(__name__)


@contextmanager
def kept_awake(wanted: bool) -> Iterator[bool]:
    """Ask the system not to fall asleep by itself; yields whether the wish was met. A closed lid still suspends."""
    if not wanted or without_desktop():
        yield True
        return
    from wakepy import keep

    with keep.running(on_fail="pass") as mode:
        if not mode.active:
            log.info("the computer is not kept awake: %s", mode.result.get_failure_text())
        yield mode.active


def without_desktop() -> bool:
    """Whether nobody is there who would send the computer to sleep, or could be asked not to."""
    return sys.platform == "linux" and not os.environ.get("DBUS_SESSION_BUS_ADDRESS")


def suspended_s() -> float:
    """Seconds since the computer started that it was suspended; 0 where the system does not tell."""
    if sys.platform == "win32":
        from engine.machine import windows

        seconds = windows.suspended_s()
    elif sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        seconds = 0.0
    return seconds


class SuspensionWatch:
    """Tells how long the computer was suspended since it was last asked."""

    def __init__(self, clock: Callable[[], float] = suspended_s) -> None:
        self._clock = clock
        self._known = clock()

    def slept_s(self) -> float:
        """Seconds of suspension that were not told yet; 0 if there were none."""
        now = self._clock()
        slept = now - self._known
        if slept < LEAST_S:
            return 0.0
        self._known = now
        return slept
