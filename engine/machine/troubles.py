"""What the computer may do to a run that goes on all the same, as events with words."""

from collections.abc import Iterator

import torch

from engine.events import MachineTrouble
from engine.machine.device import unused_gpu
from engine.machine.memory import free_bytes, memory_problems
from engine.settings import RunSettings


def at_the_start(settings: RunSettings, device: torch.device, step: int, *, awake: bool) -> Iterator[MachineTrouble]:
    """What is known when a run begins."""
    message, remedy = unused_gpu(device, settings.machine)
    if message:
        yield MachineTrouble(what="gpu_unused", step=step, message=message, remedy=remedy)
    for problem in memory_problems(settings, free_bytes()):
        yield MachineTrouble(what="memory_short", step=step, message=problem.message, remedy=problem.remedy)
    if not awake:
        yield MachineTrouble(
            what="not_kept_awake",
            step=step,
            message="The system offers no way to keep the computer awake, so it may fall asleep during the run.",
            remedy="Switch automatic sleep off in the system's power settings. After a sleep the run goes on.",
        )


def suspended(seconds: float, step: int) -> MachineTrouble:
    """The computer slept, and the run with it."""
    minutes = seconds / 60
    length = f"{minutes / 60:.1f} hours" if minutes >= 90 else f"{minutes:.0f} minutes" if minutes >= 2 else "a moment"
    return MachineTrouble(
        what="suspended",
        step=step,
        message=f"The computer was suspended for {length}, and the run with it; it goes on where it was.",
        remedy="To train through, leave the lid open and keep machine.keep_awake switched on.",
        seconds=seconds,
    )
