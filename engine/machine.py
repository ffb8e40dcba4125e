"""The computer: which device a run uses, and its failures in plain words."""

import os
import platform

import torch

from engine import gpu
from engine.errors import EngineError, MachineError
from engine.memory import PAGE_FILE
from engine.settings import MachineSettings

COMMIT_LIMIT = 1455
OUT_OF_MEMORY = "not enough memory"


def choose_device(settings: MachineSettings) -> torch.device:
    """The device of the settings; MachineError where there is no such device."""
    if settings.threads:
        torch.set_num_threads(settings.threads)
    available = torch.cuda.is_available()
    if settings.device == "cuda" and not available:
        message, remedy = gpu.why_unused()
        raise MachineError(
            message or "The settings ask for a CUDA GPU, and this program finds none it can use.",
            f'{remedy or "Install or update the NVIDIA driver."} Or set machine.device = "auto".',
        )
    return torch.device("cuda" if available and settings.device != "cpu" else "cpu")


def describe(device: torch.device) -> str:
    """The device as users know it, such as the GPU's name, or the processor with its threads."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return f"CPU ({platform.processor() or platform.machine()}, {torch.get_num_threads()} of {os.cpu_count()} threads)"


def unused_gpu(device: torch.device, settings: MachineSettings) -> tuple[str, str]:
    """Why a card is not used although the settings would take one, and what to do; empty where there is none."""
    return gpu.why_unused() if device.type == "cpu" and settings.device == "auto" else ("", "")


def explain(error: Exception) -> EngineError:
    """Any failure as sentences: the engine's own as it is, the machine's by what it means, else ours."""
    if isinstance(error, EngineError):
        return error
    if isinstance(error, torch.OutOfMemoryError):
        return MachineError(
            "The GPU's memory is full, so the step could not be computed.",
            "Lower the batch size or the input size, or close other programs that use the GPU.",
        )
    if getattr(error, "winerror", None) == COMMIT_LIMIT:
        return MachineError(
            "Windows' page file is too small (error 1455): memory could not be committed.",
            f"Enlarge it under {PAGE_FILE}, or close other programs.",
        )
    if isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and OUT_OF_MEMORY in str(error)):
        return MachineError(
            "The computer's memory is full, so the step could not be computed.",
            "Lower the batch size, the input size or the memory for decoded images, or close other programs.",
        )
    return EngineError(
        f"Something went wrong inside PatchDistill ({type(error).__name__}: {error}).",
        "This is a fault of the program. The run folder's run.log holds the details; the run may be resumed.",
    )


def release_memory() -> None:
    """Give cached GPU memory back."""
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
