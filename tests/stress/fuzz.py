"""Feeds rubbish to every reader of files: it must be refused in words, soon, and without filling the memory.

The n-th input of a format is always the same, so that what was found can be looked at again.
"""

import contextlib
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from engine.errors import EngineError

SLOW_S = 5.0
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
    """Reading took longer than SLOW_S; no reader catches this one."""


def feed(name: str, kind: Format, inputs: range) -> Found:
    """Let a reader read inputs of these numbers."""
    found, before = Found(), peak_memory()
    for seed in kind.seeds:
        kind.read(seed)  # whole, it is read
    for number in inputs:
        chance = random.Random(f"{name} {number}")
        data = kind.spoil(chance.choice(kind.seeds), chance)
        began = time.monotonic()
        try:
            with _ended_after(SLOW_S):
                kind.read(data)
        except kind.refusals:
            found.refused += 1
        except (Exception, HangError) as error:  # noqa: BLE001  that is what is looked for
            found.faults.setdefault(_place(error), number)
        found.slowest_s = max(found.slowest_s, time.monotonic() - began)
        found.tried += 1
    found.memory = peak_memory() - before
    if found.memory > LARGEST_BYTES:
        found.faults[f"it took {found.memory / LARGEST_BYTES:.1f} GB of memory"] = inputs.start
    return found


def peak_memory() -> int:
    """The most bytes that this process has had in memory; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@contextlib.contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Raise HangError inside after so long, where the system has alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise HangError(f"longer than {seconds:g} s")

    former = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def _place(error: BaseException) -> str:
    """The kind of an error and the last line of ours that it passed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(ROOT)]
    ours = [frame for frame in frames if f"{os.sep}tests{os.sep}" not in frame.filename] or frames
    last = ours[-1]
    return f"{type(error).__name__}: {str(error)[:80]!r} at {Path(last.filename).relative_to(ROOT)}:{last.lineno}"
