"""Short trainings that keep nothing: what the learning-rate test and the test of a teacher's worth are made of."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from engine.advice.guard import Guard
from engine.control import RunControl, StopRequestedError
from engine.data.stores.caches import open_caches
from engine.events import Emit
from engine.files import temporary_folder
from engine.machine.device import choose_device, release_memory, use_threads
from engine.run.prepare import prepare
from engine.run_folder.folder import RunFolder
from engine.settings import RunSettings
from engine.training.context import RunContext
from engine.training.loop import StageLoop

MOST_EPOCHS = 1_000_000_000  # a burst ends by its steps


class UnsavedLoop(StageLoop):
    """The loop of every stage, but that no checkpoint is written."""

    def save(self) -> None:
        """Nothing of a burst is kept."""


class BurstOverError(StopRequestedError):
    """Ends a burst where its last step is done."""


@contextmanager
def throw_away_run(
    settings: RunSettings, purpose: str, control: RunControl, emit: Emit, stage2: Mapping[str, Any]
) -> Iterator[RunContext]:
    """A run that is ready for stage 2, with these changes to it; it is kept nowhere and validates nothing by itself."""
    with temporary_folder(purpose) as place:
        settings = _throw_away(settings, Path(place), stage2)
        folder = RunFolder.create(settings)
        try:
            device = choose_device(settings.machine)
            use_threads(settings.machine)
            with (
                closing(open_caches(settings)) as caches,
                closing(prepare(settings, control, emit, folder, device, None, Guard(), caches)) as context,
            ):
                yield context
        finally:
            folder.close()
            release_memory()


def _throw_away(settings: RunSettings, place: Path, stage2: Mapping[str, Any]) -> RunSettings:
    stage = {"epochs": MOST_EPOCHS, "validate_every": 1000, "early_stop": 0, **stage2}
    output = {"folder": place, "name": ""}
    return settings.model_copy(
        update={
            "output": settings.output.model_copy(update=output),
            # without stage 1 the head of a student checkpoint is kept
            "stage1": settings.stage1.model_copy(update={"enabled": False}),
            "stage2": settings.stage2.model_copy(update=stage),
        }
    )
