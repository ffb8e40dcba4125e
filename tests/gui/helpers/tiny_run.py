"""A finished run on the engine tests' tiny data, with its teacher, for pages that look at one."""

from dataclasses import dataclass
from pathlib import Path

import torch

from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import TinyData, fitted_teacher, settings_for, write_images


@dataclass(frozen=True)
class TinyRun:
    """The run's folder, and what it was trained on."""

    folder: Path
    data: TinyData


def make_tiny_run(place: Path, *overrides: str) -> TinyRun:
    """Train for a second or two, with settings as on the command line; the folder's name is run."""
    torch.set_num_threads(1)
    write_images(place / "data")
    torch.save(fitted_teacher(place / "data").network.state_dict(), place / "teacher.pth")
    data = TinyData(place / "data", place / "teacher.pth", place / "teacher.pth")
    result, _ = carried_out(settings_for(data, place / "runs", *overrides))
    assert result.run is not None
    return TinyRun(result.run, data)
