"""Takes the next few items of an iterator in a thread, so that they are ready when they are asked for."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future, wait
from typing import Any, TypeVar

from engine.control import RunControl

DEPTH = 3
HEARS_A_STOP_AFTER_S = 0.2
_END: Any = object()

Item = TypeVar("Item")


def read_ahead(items: Iterator[Item], thread: Executor, control: RunControl, depth: int = DEPTH) -> Iterator[Item]:
    """The same items in the same order, ``depth`` of them taken ahead by ``thread``, an executor of one thread.

    What ``items`` raises is raised here in its place. Before each item, and while one is waited for, ``control`` can
    hold or end this (StopRequestedError); the thread itself is never held, it only finds nothing more to do.
    """
    taken: deque[Future[Item]] = deque(thread.submit(next, items, _END) for _ in range(depth))
    try:
        while (item := awaited(taken.popleft(), control)) is not _END:
            taken.append(thread.submit(next, items, _END))
            yield item
    finally:
        for future in taken:
            future.cancel()


def awaited(future: Future[Item], control: RunControl) -> Item:
    """What the thread has taken, as soon as it has; StopRequestedError where ``control`` says stop before."""
    control.check()
    while wait([future], HEARS_A_STOP_AFTER_S).not_done:
        control.check()
    return future.result()
