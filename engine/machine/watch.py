"""Looks at the computer now and then during a run: what is left of memory and disk, and what it failed to give."""

import contextlib
import shutil
import time
from pathlib import Path

import torch

from engine.events import MachineFailure, MachineReport
from engine.machine.memory import MIB, free_bytes

INTERVAL_S = 30.0


class MachineWatch:
    """Says when it is time to look at the computer again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked_at = -INTERVAL_S

    def report(self, stage: int, step: int) -> MachineReport | None:
        """What is left now; None where the last report is younger than half a minute."""
        now = time.monotonic()
        if now - self._looked_at < INTERVAL_S:
            return None
        self._looked_at = now
        return machine_report(self._folder, stage, step)


def machine_report(folder: Path, stage: int, step: int, failure: MachineFailure = "") -> MachineReport:
    """What is left of memory and of the disk that holds ``folder``."""
    disk_free_mb = None
    with contextlib.suppress(OSError):
        disk_free_mb = shutil.disk_usage(folder).free / MIB
    used, whole = gpu_memory_mb()
    return MachineReport(
        stage=stage,
        step=step,
        disk_free_mb=disk_free_mb,
        memory_free_mb=free_bytes() / MIB,
        gpu_used_mb=used,
        gpu_whole_mb=whole,
        failure=failure,
    )


def gpu_memory_mb() -> tuple[float, float] | tuple[None, None]:
    """Memory in use and in all on the GPU that this process computes on; None, None where there is no such GPU."""
    if not torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
        return None, None
    with contextlib.suppress(RuntimeError):  # a GPU that has failed answers nothing more
        free, whole = torch.cuda.mem_get_info()
        return (whole - free) / MIB, whole / MIB
    return None, None
