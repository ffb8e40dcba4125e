"""A run that is ready for its first stage."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import torch

from engine.advice.guard import Guard
from engine.control import RunControl
from engine.data.stores.caches import open_caches
from engine.events import Event
from engine.run.prepare import prepare
from engine.run_folder.folder import RunFolder
from engine.settings import RunSettings
from engine.training.context import RunContext


@contextmanager
def prepared(settings: RunSettings, emit: Callable[[Event], None] = lambda event: None) -> Iterator[RunContext]:
    """A run that is ready for its first stage."""
    folder = RunFolder.create(settings)
    cpu = torch.device("cpu")
    with (
        closing(folder),
        closing(open_caches(settings)) as caches,
        closing(prepare(settings, RunControl(), emit, folder, cpu, None, Guard(), caches)) as run,
    ):
        yield run
