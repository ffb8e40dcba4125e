"""What a run would find of the computer: its device by name, and why a graphics card is not used."""

from dataclasses import dataclass

from engine.errors import MachineError, Problem
from engine.machine.device import choose_device, describe, unused_gpu
from engine.settings import MachineSettings


@dataclass(frozen=True, slots=True)
class Computer:
    """The device as users know it, empty where the settings ask for one that is not there; and what is wrong."""

    device: str
    problem: Problem | None = None


def look_at(settings: MachineSettings) -> Computer:
    """The device that these settings lead to; changes nothing that a run computes with."""
    try:
        device = choose_device(settings)
    except MachineError as error:
        return Computer("", Problem("machine.device", error.message, error.remedy))
    message, remedy = unused_gpu(device, settings)
    problem = Problem("machine.device", message, remedy, "warning") if message else None
    return Computer(describe(device, settings.threads), problem)
