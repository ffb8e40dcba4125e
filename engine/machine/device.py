"""The computer: which device a run uses, and its failures in plain words."""

import functools
import os

import torch

from engine.errors import EngineError, MachineError
from engine.events import MachineFailure
from engine.files import disk_is_full
from engine.machine import gpu
from engine.machine.allocator import give_freed_memory_back
from engine.machine.memory import COMMIT_LIMIT, PAGE_FILE_TOO_SMALL
from engine.machine.processor import processor_name
from engine.settings import MachineSettings

OUT_OF_MEMORY = "not enough memory"
_WORDS: dict[MachineFailure, tuple[str, str]] = {
    "gpu memory": (
        "The GPU's memory is full, so the step could not be computed.",
        "Lower the batch size or the input size, or close other programs that use the GPU.",
    ),
    "page file": PAGE_FILE_TOO_SMALL,
    "memory": (
        "The computer's memory is full, so the step could not be computed.",
        "Lower the batch size, the input size or the memory for decoded images, or close other programs.",
    ),
    "disk": ("The disk is full, so nothing more can be written.", "Free some space on it, then resume the run."),
}


def choose_device(settings: MachineSettings) -> torch.device:
    """The device of the settings; MachineError where there is no such device."""
    available = torch.cuda.is_available()
    if settings.device == "cuda" and not available:
        message, remedy = gpu.why_unused()
        raise MachineError(
            message or "The settings ask for a CUDA GPU, and this program finds none it can use.",
            f'{remedy or "Install or update the NVIDIA driver."} Or set machine.device = "auto".',
        )
    if not available or settings.device == "cpu":
        return torch.device("cpu")
    torch.backends.cudnn.allow_tf32 = False  # whole float32: rounding to 10 bits makes so small a student no faster
    return torch.device("cuda", torch.cuda.current_device())


def use_threads(settings: MachineSettings) -> None:
    """Compute in as many threads as the settings say from now on, where they leave it open in PyTorch's own number."""
    usual = _usual_threads()
    torch.set_num_threads(settings.threads or usual)


@functools.cache  # asked for before any run has set another
def _usual_threads() -> int:
    return torch.get_num_threads()


def describe(device: torch.device, threads: int = 0) -> str:
    """The device as users know it: the GPU's name, or the processor with ``threads`` (0: those in use now)."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    used = threads or _usual_threads()
    return f"CPU ({processor_name()}, {used} of {os.cpu_count()} threads)"


def unused_gpu(device: torch.device, settings: MachineSettings) -> tuple[str, str]:
    """Why a card is not used although the settings would take one, and what to do; empty where there is none."""
    return gpu.why_unused() if device.type == "cpu" and settings.device == "auto" else ("", "")


def explain(error: Exception) -> EngineError:
    """Any failure as sentences: the engine's own as it is, the machine's by what it means, else ours."""
    if isinstance(error, EngineError):
        return error
    failure = failure_of(error)
    if failure:
        return MachineError(*_WORDS[failure])
    return EngineError(
        f"Something went wrong inside PatchDistill ({type(error).__name__}: {error}).",
        "This is a fault of the program. The run folder's run.log holds the details; the run may be resumed.",
    )


def failure_of(error: BaseException | None) -> MachineFailure:
    """What the computer failed to give, from an error or from those that it was raised from; empty where it did not."""
    while error is not None:
        if isinstance(error, torch.OutOfMemoryError):
            return "gpu memory"
        if getattr(error, "winerror", None) == COMMIT_LIMIT:
            return "page file"
        if isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and OUT_OF_MEMORY in str(error)):
            return "memory"
        if isinstance(error, OSError) and disk_is_full(error):
            return "disk"
        error = error.__cause__
    return ""


def release_memory() -> None:
    """Give back to the system what was kept for the next step, on the GPU and off it."""
    give_freed_memory_back()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
