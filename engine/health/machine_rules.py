"""Health rules over the computer: what it failed to give, and what is about to run out."""

from engine.events import MachineFailure
from engine.figures import figure
from engine.health.history import History
from engine.health.rule import Finding
from engine.settings import RunSettings


def page_file(history: History, settings: RunSettings) -> list[Finding]:
    """Windows refused to commit memory (error 1455)."""
    return _failed(history, "page file", "page_file", "Windows could not commit memory (error 1455)")


def gpu_memory(history: History, settings: RunSettings) -> list[Finding]:
    """CUDA had no memory left for a step."""
    return _failed(history, "gpu memory", "gpu_memory", "The GPU had no memory left for a step")


def memory_low(history: History, settings: RunSettings) -> list[Finding]:
    """An allocation failed, or what is left is below its limit."""
    report, limit = history.machine, settings.health.memory_free_mb
    if report is None or report.memory_free_mb is None or not report.memory_free_mb < limit:
        return _failed(history, "memory", "memory_low", "An allocation failed")
    left = report.memory_free_mb
    message = f"{figure(left)} MB of memory and page file are left; {figure(limit)} MB is the least for a safe step."
    return [Finding("memory_low", message, left, limit)]


def disk_low(history: History, settings: RunSettings) -> list[Finding]:
    """A file could not be written for want of space, or what is left is below its limit."""
    report, limit = history.machine, settings.health.disk_free_mb
    if report is None or report.disk_free_mb is None or not report.disk_free_mb < limit:
        return _failed(history, "disk", "disk_low", "A file could not be written because the disk is full")
    left = report.disk_free_mb
    message = f"{figure(left)} MB are free on the disk that holds the run; {figure(limit)} MB is the least."
    return [Finding("disk_low", message, left, limit)]


MACHINE_RULES = (page_file, gpu_memory, memory_low, disk_low)


def _failed(history: History, failure: MachineFailure, rule: str, said: str) -> list[Finding]:
    report = history.machine
    if report is None or report.failure != failure:
        return []
    return [Finding(rule, f"{said} at step {report.step:,}.", subject="failure", since=report.step)]
