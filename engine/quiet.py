"""Keeps what decoders print and warn of off the console, which belongs to the whole process, not to one thread."""

import os
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType


class SharedContext:
    """A context of the whole process that several threads are in at once: the first enters it, the last leaves it.

    If each entered it alone, one would put back what another had changed.
    """

    def __init__(self, make: Callable[[], AbstractContextManager[None]]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._inside = 0
        self._context: AbstractContextManager[None]

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._context = self._make()
                self._context.__enter__()
            self._inside += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._context.__exit__(None, None, None)


@contextmanager
def warnings_ignored() -> Iterator[None]:
    """No warning is shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def stderr_nowhere() -> Iterator[None]:
    """File descriptor 2 leads nowhere; a windowed program may have none."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


WITHOUT_WARNINGS = SharedContext(warnings_ignored)  # one for all threads: else each would put back the other's filters
WITHOUT_STDERR = SharedContext(stderr_nowhere)
