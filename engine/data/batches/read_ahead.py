"""Takes the next few items of an iterator in a thread, so that they are ready when they are asked for."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, wait
from typing import Any, TypeVar

from engine.control import RunControl

DEPTH = 3
HEARS_A_STOP_AFTER_S = 0.2
_END: Any = object()

Item = TypeVar("Item")


def read_ahead(
    items: Iterator[Item], thread: Executor, control: RunControl, depth: int | Callable[[Item], int] = DEPTH
) -> Iterator[Item]:
    """The same items in the same order, ``depth`` of them taken ahead by ``thread``, an executor of one thread.

    A ``depth`` that depends on the item before it may be 0, where items are large. What ``items`` raises is raised
    here in its place. Before each item, and while one is waited for, ``control`` can hold or end this
    (StopRequestedError); the thread itself is never held, it only finds nothing more to do.
    """
    taken: deque[Future[Item]] = deque()
    ahead = 1 if callable(depth) else depth
    try:
        while True:
            taken.extend(thread.submit(next, items, _END) for _ in range(max(1, ahead) - len(taken)))
            item = awaited(taken.popleft(), control)
            if item is _END:
                return
            ahead = depth(item) if callable(depth) else depth
            taken.extend(thread.submit(next, items, _END) for _ in range(ahead - len(taken)))
            yield item
            del item  # a large one makes room for the next
    finally:
        for future in taken:
            future.cancel()


def awaited(future: Future[Item], control: RunControl) -> Item:
    """What the thread has taken, as soon as it has; StopRequestedError where ``control`` says stop before."""
    control.check()
    while wait([future], HEARS_A_STOP_AFTER_S).not_done:
        control.check()
    return future.result()
