"""How a run is asked to stop, pause or change its settings, and the names of what it does and how it can end."""

import threading
from collections import deque
from enum import StrEnum

from engine.remedy import Remedy


class RunPhase(StrEnum):
    """What a run is doing, as users see it."""

    IDLE = "idle"
    PREPARING = "preparing"
    CALIBRATING = "calibrating"
    STAGE1 = "stage 1"
    STAGE2 = "stage 2"
    EVALUATING = "evaluating"
    PAUSED = "paused"
    SAVING = "saving"


class FinishReason(StrEnum):
    """How a run ended; stopped and failed runs can be resumed where a checkpoint exists."""

    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"


class StopRequestedError(Exception):
    """Raised inside the run where a stop was asked for; never reaches the user."""


class RunControl:
    """Flags set by any thread and read by the run at every batch, image scanned and map computed."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._running = threading.Event()
        self._running.set()
        self._holding = threading.Event()
        self._remedies: deque[Remedy] = deque()  # append and popleft are atomic

    def stop(self) -> None:
        """Ask the run to save and end; it also ends a pause."""
        self._stop.set()
        self._running.set()

    def pause(self) -> None:
        """Hold the run at the next batch."""
        self._running.clear()

    def resume(self) -> None:
        """Let a paused run go on."""
        self._running.set()

    def request(self, remedy: Remedy) -> None:
        """Ask the run to go on with changed settings; it does so between two batches, or says why it cannot."""
        self._remedies.append(remedy)

    def take_request(self) -> Remedy | None:
        """The next change that was asked for, once; called by the run."""
        return self._remedies.popleft() if self._remedies else None

    @property
    def stopping(self) -> bool:
        """Whether a stop was asked for."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """Whether the run is asked to hold."""
        return not self._running.is_set()

    @property
    def holding(self) -> bool:
        """Whether the run has come to a place where it waits for the pause to end."""
        return self._holding.is_set()

    def agree(self) -> None:
        """For a place that all processes of a run pass together: raise StopRequestedError in each of them."""
        self.check()

    def check(self) -> None:
        """Wait while paused; raise StopRequestedError once a stop was asked for."""
        if self.paused:
            self._holding.set()
            self._running.wait()
            self._holding.clear()
        if self._stop.is_set():
            raise StopRequestedError
