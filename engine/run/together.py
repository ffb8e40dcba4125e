"""A run by all processes that torchrun started: the first keeps its folder and tells, the others work along."""

import shutil
from pathlib import Path

from engine.control import RunControl
from engine.events import Emit
from engine.files import temporary_folder
from engine.machine.processes import SharedControl, joined
from engine.run.run import RunResult, run
from engine.settings import RunSettings


def run_together(settings: RunSettings, control: RunControl, emit: Emit, resume: Path | None = None) -> RunResult:
    """`run` with the other processes of torchrun; without torchrun it is `run` itself."""
    with joined() as world:
        if world.size == 1:
            return run(settings, control, emit, resume)
        shared, settings = SharedControl(control), _suggesting(settings)
        if world.leads:
            return run(settings, shared, emit, resume, world)
        with temporary_folder("process") as folder:
            output = settings.output.model_copy(update={"folder": Path(folder)})
            copy = None if resume is None else _copied(resume, Path(folder))
            return run(settings.model_copy(update={"output": output}), shared, lambda event: None, copy, world)


def _suggesting(settings: RunSettings) -> RunSettings:
    """Remedies are suggested but not taken: the processes could find different ones, by the clock for instance."""
    if settings.health.policy != "automatic":
        return settings
    return settings.model_copy(update={"health": settings.health.model_copy(update={"policy": "suggest"})})


def _copied(folder: Path, to: Path) -> Path:
    """What resuming reads of a run, for this process to go on with."""
    ignored = shutil.ignore_patterns(".lock", "run.log", "patches", "incoming.pt")
    return Path(shutil.copytree(folder, to / "run", ignore=ignored))
