"""Rules over the computer: what it failed to give, and what is about to run out."""

from engine.events import MachineFailure
from engine.health.history import History
from engine.health.rule import Finding, Rule, Watch
from engine.machine.memory import PAGE_FILE
from engine.number_words import figure
from engine.settings import RunSettings


def page_file(history: History, settings: RunSettings) -> list[Finding]:
    """Windows refused to commit memory (error 1455)."""
    return _failed(history, "page file", "Windows could not commit memory (error 1455)")


PAGE_FILE_TOO_SMALL = Rule(
    "page_file",
    "Page file too small",
    "error",
    "Windows could not commit memory (error 1455), so the run ended. What was saved is safe.",
    "Memory and page file together are too small for this run and the other programs.",
    f"Enlarge the page file ({PAGE_FILE}), close other programs, or lower "
    "the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb). Then resume the run.",
    "The failure itself.",
    watches=(Watch("machine", page_file),),
)


def gpu_memory(history: History, settings: RunSettings) -> list[Finding]:
    """CUDA had no memory left for a step."""
    return _failed(history, "gpu memory", "The GPU had no memory left for a step")


GPU_MEMORY = Rule(
    "gpu_memory",
    "GPU memory full",
    "error",
    "The GPU had no memory left for a step, so the run ended. What was saved is safe.",
    "Batches or images are too large for this card, or other programs use it.",
    "Lower the batch size (batch_size) or the input size, switch mixed precision (amp) on, or close other "
    "programs that use the GPU. Then resume the run.",
    "The failure itself.",
    watches=(Watch("machine", gpu_memory),),
)


def memory_low(history: History, settings: RunSettings) -> list[Finding]:
    """An allocation failed, or what is left is below its limit."""
    report, limit = history.machine, settings.health.memory_free_mb
    if report is None or report.memory_free_mb is None or not report.memory_free_mb < limit:
        return _failed(history, "memory", "An allocation failed")
    left = report.memory_free_mb
    message = f"{figure(left)} MB of memory and page file are left; {figure(limit)} MB is the least for a safe step."
    return [Finding(message, left, limit)]


MEMORY_LOW = Rule(
    "memory_low",
    "Memory low",
    "warning",
    "Little memory and page file are left, or an allocation failed already: the run may break off.",
    "Other programs take it, or the memory for decoded images and teacher maps is set too high.",
    "Close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb).",
    "What is left, looked at twice a minute; an allocation that failed, at once.",
    watches=(Watch("machine", memory_low),),
)


def disk_low(history: History, settings: RunSettings) -> list[Finding]:
    """A file could not be written for want of space, or what is left is below its limit."""
    report, limit = history.machine, settings.health.disk_free_mb
    if report is None or report.disk_free_mb is None or not report.disk_free_mb < limit:
        return _failed(history, "disk", "A file could not be written because the disk is full")
    left = report.disk_free_mb
    message = f"{figure(left)} MB are free on the disk that holds the run; {figure(limit)} MB is the least."
    return [Finding(message, left, limit)]


DISK_LOW = Rule(
    "disk_low",
    "Disk low",
    "warning",
    "Little space is left on the disk that holds the run, or a file could not be written already.",
    "The disk is nearly full.",
    "Free some space. A run that could not write ends; what was saved before stays good, and it can be resumed.",
    "What is left, looked at twice a minute; a file that could not be written, at once.",
    watches=(Watch("machine", disk_low),),
)


def _failed(history: History, failure: MachineFailure, said: str) -> list[Finding]:
    report = history.machine
    if report is None or report.failure != failure:
        return []
    return [Finding(f"{said} at step {report.step:,}.", subject="failure", since=report.step)]


MACHINE_RULES = (PAGE_FILE_TOO_SMALL, GPU_MEMORY, MEMORY_LOW, DISK_LOW)
