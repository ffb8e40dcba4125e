"""Runs in a folder that OneDrive copies into the cloud: said before a run, with a folder that it leaves alone."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from platformdirs import user_data_path

from engine.errors import Problem
from engine.run_folder.folder import runs_folder
from engine.settings import OutputSettings

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # environment that its program sets


def synced_folder_problems(settings: OutputSettings, environment: Mapping[str, str] = os.environ) -> Iterator[Problem]:
    """A warning where runs would lie in OneDrive; Windows often moves the documents there by itself."""
    folder = runs_folder(settings)
    for name in _ONEDRIVE:
        place = environment.get(name)
        if place and folder.is_relative_to(Path(place)):
            local = user_data_path("PatchDistill", appauthor=False) / "runs"
            yield Problem(
                "output.folder",
                f"Runs are kept in {folder}, which OneDrive copies to the internet.",
                "It uploads every checkpoint, may hold a file while a run wants to replace it, and fills its storage. "
                f"Choose a folder outside it, such as {local}, or leave it if that is what you want.",
                "warning",
            )
            return
