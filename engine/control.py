"""How a run is asked to stop, pause or change its settings, and the names of what it does and how it can end."""

import threading
from collections import deque
from collections.abc import Callable
from enum import StrEnum

from engine.remedy import Remedy

_LOOK_EVERY_S = 0.5


class RunPhase(StrEnum):
    """What a run is doing, as users see it."""

    IDLE = "idle"
    PREPARING = "preparing"
    CALIBRATING = "calibrating"
    STAGE1 = "stage 1"
    STAGE2 = "stage 2"
    STAGE3 = "stage 3"
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
    """What any thread asks of a run; the run looks at every batch, image scanned and map computed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()  # re-entrant, as a signal may ask for a stop while it is held
        self._telling = threading.RLock()
        self._stopping = self._pausing = self._holding = False
        self._awaited: list[str] = []
        self._tell: Callable[[str | None], object] | None = None
        self._told: str | None = None
        self._remedies: deque[Remedy] = deque()  # append and popleft are atomic

    def stop(self) -> None:
        """Ask the run to save and end; it also ends a pause."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Hold the run at the next batch."""
        with self._changed:
            self._pausing = True

    def resume(self) -> None:
        """Let a paused run go on; what it waits for is looked for at once."""
        with self._changed:
            self._pausing = False
            self._changed.notify_all()

    def tell_pauses(self, tell: Callable[[str | None], object] | None) -> None:
        """Whom to tell why the run is held now ("": it was asked to), and None when it goes on.

        It is called in the thread that is held, one call at a time.
        """
        self._tell, self._told = tell, None

    def request(self, remedy: Remedy) -> None:
        """Ask the run to go on with changed settings; it does so between two batches, or says why it cannot."""
        self._remedies.append(remedy)

    def take_request(self) -> Remedy | None:
        """The next change that was asked for, once; called by the run."""
        return self._remedies.popleft() if self._remedies else None

    @property
    def stopping(self) -> bool:
        """Whether a stop was asked for."""
        return self._stopping

    @property
    def paused(self) -> bool:
        """Whether the run is to hold: it was asked to, or waits for something that is away."""
        return not self._stopping and (self._pausing or bool(self._awaited))

    @property
    def paused_by_hand(self) -> bool:
        """Whether somebody asked for a pause that lasts."""
        return self._pausing

    @property
    def holding(self) -> bool:
        """Whether the run has come to a place where it waits for the pause to end."""
        return self._holding or bool(self._awaited)

    def agree(self) -> None:
        """For a place that all processes of a run pass together: raise StopRequestedError in each of them."""
        self.check()

    def check(self) -> None:
        """Wait while paused; raise StopRequestedError once a stop was asked for."""
        if self.paused or self._told is not None:
            self._hold()
        if self._stopping:
            raise StopRequestedError

    def await_return(self, why: str, is_back: Callable[[], bool]) -> bool:
        """Hold the run until something is back that a thread of it needs; False where nobody would learn why.

        Raises StopRequestedError where a stop was asked for meanwhile.
        """
        if self._tell is None:
            return False
        with self._changed:
            self._awaited.append(why)
        try:
            self._announce()
            while not is_back():
                if self._stopping:
                    raise StopRequestedError
                self._wait()
        finally:
            with self._changed:
                self._awaited.remove(why)
                self._changed.notify_all()
            self._announce()
        return True

    def _hold(self) -> None:
        self._holding = True
        self._announce()
        while self.paused:
            self._wait()
        self._holding = False
        self._announce()

    def _wait(self) -> None:
        """Until something is asked for; not for long, as what is away comes back without a word."""
        with self._changed:
            self._changed.wait(_LOOK_EVERY_S)

    def _announce(self) -> None:
        """Tell why the run is held, or that it goes on, unless that was told; a stop tells of itself."""
        with self._telling:
            why = next(iter(self._awaited), "") if self.paused else None
            if self._tell is not None and why != self._told and not self._stopping:
                self._told = why
                self._tell(why)
