"""Memory that steps free: kept for the next step, and given back at the end of a run."""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tests
from engine.machine.allocator import MIMALLOC_DELAY, give_freed_memory_back, keep_freed_memory

ROOT = Path(tests.__file__).resolve().parents[1]
MEASURED = """
import ctypes, resource, sys, threading
from engine.machine.allocator import give_freed_memory_back, keep_freed_memory

library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes, library.memset.argtypes = [ctypes.c_void_p], [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
library.prctl(41, 1, 0, 0, 0)  # PR_SET_THP_DISABLE: a huge page would count as one fault
size = int(sys.argv[1])

def share_of_new_pages(steps):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(steps):
        buffers = [library.malloc(size) for _ in range(4)]
        for buffer in buffers:
            library.memset(buffer, 1, size)
        for buffer in buffers:
            library.free(buffer)
    new = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    return new * resource.getpagesize() / (4 * size * steps)

def measure():
    share_of_new_pages(2)
    kept = share_of_new_pages(4)
    give_freed_memory_back()
    print(kept, share_of_new_pages(1))

keep_freed_memory()
if sys.argv[2] == "main thread":
    measure()
else:
    thread = threading.Thread(target=measure)
    thread.start()
    thread.join()
"""

STEPS_ON_WINDOWS = """
import sys, time
from engine.machine.allocator import keep_freed_memory

if sys.argv[1] == "kept":
    keep_freed_memory()
import torch

for _ in range(12):
    buffers = [torch.ones(30 * 2**20, dtype=torch.uint8) for _ in range(4)]
    del buffers
    time.sleep(0.15)  # as long as a step takes
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
@pytest.mark.parametrize("size", [30 * 2**20, 100 * 2**20])
@pytest.mark.parametrize("where", ["main thread", "another thread"])
def test_steps_like_the_last_one_cost_no_new_pages(size: int, where: str) -> None:
    """In a process of its own: where a heap in long use puts a buffer depends on all that came before."""
    command = [sys.executable, "-c", MEASURED, str(size), where]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=110)
    kept, given_back = map(float, done.stdout.split())
    assert kept < 0.1
    assert given_back > 0.9


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.libc_ver", lambda: ("", ""))
    monkeypatch.setattr("ctypes.CDLL", pytest.fail)
    keep_freed_memory()
    give_freed_memory_back()


@pytest.mark.skipif(sys.platform != "win32", reason="PyTorch brings mimalloc on Windows only")
@pytest.mark.parametrize(("how", "least", "most"), [("as it is", 12, 10_000), ("kept", 0, 4)])
def test_on_windows_steps_hand_nothing_back(how: str, least: int, most: int) -> None:
    """By the figures that mimalloc tells at the end."""
    command = [sys.executable, "-c", STEPS_ON_WINDOWS, how]
    environment = {name: value for name, value in os.environ.items() if name != MIMALLOC_DELAY}
    told = environment | {"MIMALLOC_SHOW_STATS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=True, timeout=110)
    handed_back = [int(count) for count in re.findall(r"purges: +(\d+)", done.stderr)]
    assert least <= max(handed_back) <= most
