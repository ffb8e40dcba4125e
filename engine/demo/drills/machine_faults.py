"""The computer's own failures, raised where it would raise them: one function of the program fails for a while.

This is the only thing about a drill that is not real: no page file is filled and no GPU is needed. The exception has
the type and number of the real one, it is raised in the function where the real one is met, in the drill's thread
only, and everything above that function is the program as it is.
"""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

import torch
from torch import Tensor

from engine.data.batches import read_ahead
from engine.models.detector import PatchDetector
from engine.teacher.teacher import Teacher

COMMIT_LIMIT = 1455


@dataclass(frozen=True, slots=True)
class MachineFault:
    """Calls of ``owner.name`` (counted from 0) whose result is changed; ``change`` may raise instead."""

    owner: Any
    name: str
    change: Callable[[Any], Any]
    calls: range


@contextmanager
def switched_on(fault: MachineFault | None) -> Iterator[None]:
    """The fault holds inside, in this thread."""
    if fault is None:
        yield
        return
    real, thread, count = getattr(fault.owner, fault.name), threading.get_ident(), 0

    def failing(*arguments: Any, **named: Any) -> Any:
        nonlocal count
        result = real(*arguments, **named)
        if threading.get_ident() != thread:
            return result
        count += 1
        return fault.change(result) if count - 1 in fault.calls else result

    setattr(fault.owner, fault.name, failing)
    try:
        yield
    finally:
        setattr(fault.owner, fault.name, real)


def _page_file(_: Any) -> NoReturn:
    error = OSError("The paging file is too small for this operation to complete")
    error.winerror = COMMIT_LIMIT  # type: ignore[attr-defined, unused-ignore]
    raise error


def _gpu_memory(_: Any) -> NoReturn:
    raise torch.OutOfMemoryError("CUDA out of memory")


def _disk_full(_: Any) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _flat(maps: Tensor) -> Tensor:
    return maps.mean((2, 3), keepdim=True).expand_as(maps)


FOR_GOOD = 10**9
PAGE_FILE = MachineFault(read_ahead, "awaited", _page_file, range(150, FOR_GOOD))
GPU_MEMORY = MachineFault(PatchDetector, "forward", _gpu_memory, range(120, FOR_GOOD))
DISK_FULL = MachineFault(os, "fsync", _disk_full, range(8, FOR_GOOD))
FLAT_TARGETS = MachineFault(Teacher, "targets", _flat, range(FOR_GOOD))
NOT_A_NUMBER = MachineFault(Teacher, "targets", lambda maps: maps * float("nan"), range(40, 43))
HUGE_LOGITS = MachineFault(PatchDetector, "forward", lambda maps: 300 * maps, range(152, 154))
