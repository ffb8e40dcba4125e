"""The processor as people know it; what Python's platform module says is a family and a model number, or nothing."""

import os
import platform
import sys
from pathlib import Path


def usable_processors() -> int:
    """Logical processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # on Linux alone
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def processor_name() -> str:
    """Such as "AMD Ryzen 7 7840U"; where the system has no name for it, the architecture."""
    return " ".join(_named().split()) or platform.machine()


def _named() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"HARDWARE\DESCRIPTION\System\CentralProcessor\0") as key:
                return str(winreg.QueryValueEx(key, "ProcessorNameString")[0])
        except OSError:
            return ""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2] for line in lines if line.startswith("model name")), "")
