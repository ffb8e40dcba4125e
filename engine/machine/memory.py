"""How much memory a run will need and how much is left, before it begins; free of torch, so that a form can ask."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

from engine.errors import Problem
from engine.settings import RunSettings

GIB = 2**30
MIB = 2**20
TEACHER_BYTES_PER_PIXEL = 1300  # peak over a batch on a CPU, measured with LaDeDa 9 and 33 at 256 pixels
STUDENT_BYTES_PER_PIXEL = 250  # the same for a training step of Tiny-LaDeDa, batches of 8 and 32
BASE_BYTES = 300 * MIB  # libraries and buffers that are loaded when a run begins
COMMIT_LIMIT = 1455  # WinError of a commit that the page file is too small for
PAGE_FILE = "System > About > Advanced system settings > Performance > Advanced > Virtual memory"

PAGE_FILE_TOO_SMALL = (
    "Windows' page file is too small (error 1455): memory could not be committed.",
    f"Enlarge it under {PAGE_FILE}, or close other programs.",
)


def free_bytes() -> int:
    """What this process may still take: on Windows what is left to commit, elsewhere free memory and swap."""
    if sys.platform == "win32":
        from engine.machine import windows

        free = windows.free_commit_bytes()
    else:
        free = psutil.virtual_memory().available + psutil.swap_memory().free
    return free


def step_bytes(settings: RunSettings) -> int:
    """Estimate of what networks and one batch take, without the caches."""
    pixels = settings.data.batch_size * settings.data.size**2
    checkpoint = settings.teacher.checkpoint if settings.loss.imitates else None
    per_pixel = STUDENT_BYTES_PER_PIXEL
    if checkpoint is not None:  # the teacher's answer is freed before the student's step
        per_pixel = max(per_pixel, TEACHER_BYTES_PER_PIXEL)
    return BASE_BYTES + 2 * _file_bytes(checkpoint) + pixels * per_pixel


def cache_bytes(settings: RunSettings) -> int:
    """Upper limit of what decoded images and teacher maps may take."""
    maps = settings.teacher.map_cache_mb if settings.loss.imitates else 0
    return (settings.data.decoded_cache_mb + maps) * MIB


def memory_in_words(settings: RunSettings, free: int) -> str:
    """What a run takes, and what of ``free`` bytes it would find."""
    step, whole = step_bytes(settings), step_bytes(settings) + cache_bytes(settings)
    return f"A step of a run takes about {_gib(step)}, with full caches up to {_gib(whole)}; {_left(free)}."


def memory_problems(settings: RunSettings, free: int) -> Iterator[Problem]:
    """An error where one step does not fit into ``free`` bytes, a warning where the caches may not."""
    step, whole = step_bytes(settings), step_bytes(settings) + cache_bytes(settings)
    left = f"and {_left(free)}"
    if step > free:
        yield Problem(
            "data.batch_size",
            f"A step of this run takes about {_gib(step)} of memory, {left}: it would break off.",
            f"Lower the batch size or the input size, close other programs{_page_file()}.",
        )
    elif whole > free:
        yield Problem(
            "data.decoded_cache_mb",
            f"With full caches this run takes up to {_gib(whole)} of memory, {left}: it may break off later.",
            f"Lower the memory for decoded images and teacher maps, close other programs{_page_file()}.",
            "warning",
        )


def _file_bytes(path: Path | None) -> int:
    try:
        return 0 if path is None else os.path.getsize(path)  # noqa: PTH202 (Path.stat raises ValueError for some names)
    except (OSError, ValueError):
        return 0


def _left(free: int) -> str:
    return f"{_gib(free)} {'can be committed' if sys.platform == 'win32' else 'is free'}"


def _page_file() -> str:
    return f", or enlarge the page file under {PAGE_FILE}" if sys.platform == "win32" else ""


def _gib(count: int) -> str:
    return f"{count / GIB:.1f} GB"
