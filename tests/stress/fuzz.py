"""Feeds rubbish to every reader of files: it must be refused in words, soon, and without filling the memory.

The n-th input of a format is always the same, so that what was found can be looked at again.
"""

import contextlib
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import psutil

from engine.errors import EngineError

SLOW_S = 5.0  # of the processor
WAITING_S = 60.0  # by the clock, as a reader may also wait for ever; much, as the processor may be busy with others
LARGEST_BYTES = 2**30  # that reading a file may add to the memory
ROOT = str(Path(__file__).parents[2])


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: good ones, what makes rubbish of them, who reads it, and with which errors it may be refused."""

    seeds: tuple[bytes, ...]
    spoil: Callable[[bytes, random.Random], bytes]
    read: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...] = (EngineError,)


@dataclass
class Found:
    """What came of the inputs of one format; ``faults`` by their place, with the first input that led there."""

    tried: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    memory: int = 0
    faults: dict[str, int] = field(default_factory=dict)


class HangError(BaseException):
    """Reading took longer than SLOW_S or WAITING_S; no reader catches this one."""


def feed(name: str, kind: Format, inputs: range) -> Found:
    """Let a reader read inputs of these numbers."""
    for seed in kind.seeds:
        kind.read(seed)  # whole, it is read
    _forget_peak()
    found, before = Found(), peak_memory()
    guard = _MemoryGuard(name)
    guard.start()
    for number in inputs:
        guard.number = number
        chance = random.Random(f"{name} {number}")
        data = kind.spoil(chance.choice(kind.seeds), chance)
        began = time.process_time()
        try:
            with _ended_after(SLOW_S, WAITING_S):
                kind.read(data)
        except kind.refusals:
            found.refused += 1
        except (Exception, HangError) as error:  # noqa: BLE001  that is what is looked for
            found.faults.setdefault(_place(error), number)
        found.slowest_s = max(found.slowest_s, time.process_time() - began)
        found.tried += 1
    guard.done.set()
    found.memory = peak_memory() - before
    if found.memory > LARGEST_BYTES:
        found.faults[f"it took {found.memory / LARGEST_BYTES:.1f} GB of memory"] = inputs.start
    return found


class _MemoryGuard(threading.Thread):
    """Ends this process before one input takes all memory of the computer, and says which one it was."""

    def __init__(self, name: str) -> None:
        super().__init__(daemon=True)
        self._format, self.number, self.done = name, -1, threading.Event()

    def run(self) -> None:
        """Look often: memory is filled within seconds."""
        process = psutil.Process()
        limit = process.memory_info().rss + 3 * LARGEST_BYTES
        while not self.done.wait(0.05):
            if process.memory_info().rss > limit:
                print(f"FAULT {self._format}, input {self.number}: it fills the memory", file=sys.stderr, flush=True)
                os._exit(1)


def peak_memory() -> int:
    """The most bytes that this process has had in memory, where Linux says so since `_forget_peak`; else 0."""
    if sys.platform != "linux":
        return 0
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(status["VmHWM"].split()[0]) * 1024


def _forget_peak() -> None:
    """What other formats took does not hide what this one takes."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", "ascii")


@contextlib.contextmanager
def _ended_after(seconds: float, waiting_s: float) -> Iterator[None]:
    """Raise HangError inside after so long on the processor or by the clock, where the system has alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise HangError(f"longer than {seconds:g} s" if number == signal.SIGPROF else f"waits for {waiting_s:g} s")

    former = {number: signal.signal(number, ring) for number in (signal.SIGPROF, signal.SIGALRM)}
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, waiting_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in former.items():
            signal.signal(number, handler)


def _place(error: BaseException) -> str:
    """The kind of an error and the last line of ours that it passed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(ROOT)]
    ours = [frame for frame in frames if f"{os.sep}tests{os.sep}" not in frame.filename] or frames
    last = ours[-1]
    return f"{type(error).__name__}: {str(error)[:80]!r} at {Path(last.filename).relative_to(ROOT)}:{last.lineno}"
