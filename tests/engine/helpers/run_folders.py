"""Settings of a run folder of a test, and the event that a run begins with."""

from pathlib import Path

from engine.events import RunStarted
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, quoted


def settings(place: Path, *overrides: str) -> RunSettings:
    return load_settings(None, (f"output.folder={quoted(place)}", "output.name=run", *overrides))


def started(step: int = 0) -> RunStarted:
    return RunStarted(run="run", device="CPU", version="0", step=step, time_s=1.0)
