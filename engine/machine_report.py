"""Looks at the computer now and then during a run: what is left of memory and disk, and what it failed to give."""

import contextlib
import shutil
import time
from pathlib import Path

from engine.events import MachineFailure, MachineReport
from engine.memory import MIB, free_bytes

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
    memory_free_mb = free_bytes() / MIB
    return MachineReport(
        stage=stage, step=step, disk_free_mb=disk_free_mb, memory_free_mb=memory_free_mb, failure=failure
    )
