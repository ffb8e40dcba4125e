"""Folders that OneDrive copies into the cloud: runs kept there, and pictures of which the files are not here yet."""

import os
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from platformdirs import user_data_path

from engine.errors import Problem
from engine.run_folder.folder import runs_folder
from engine.settings import DataSettings, OutputSettings

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # environment that its program sets
_CLOUD_ONLY = 0x1000 | 0x40000 | 0x400000  # FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS
_LOOKED_AT = 500  # files of a folder


def synced_folder_problems(settings: OutputSettings, environment: Mapping[str, str] = os.environ) -> Iterator[Problem]:
    """A warning where runs would lie in OneDrive; Windows often moves the documents there by itself."""
    folder = runs_folder(settings)
    if in_onedrive(folder, environment):
        local = user_data_path("PatchDistill", appauthor=False) / "runs"
        yield Problem(
            "output.folder",
            f"Runs are kept in {folder}, which OneDrive copies to the internet.",
            "It uploads every checkpoint, may hold a file while a run wants to replace it, and fills its storage. "
            f"Choose a folder outside it, such as {local}, or leave it if that is what you want.",
            "warning",
        )


def placeholder_problems(
    settings: DataSettings,
    ask: Callable[[Callable[[Path], bool], Path], bool | None],
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Problem]:
    """A warning for each folder in OneDrive with pictures that are not downloaded: looking at them downloads them."""
    for name in ("train", "validation", "test", "unlabelled"):
        for path in getattr(settings, name):
            if in_onedrive(path, environment) and ask(holds_placeholder, path):
                yield Problem(
                    f"data.{name}",
                    f"Some of the pictures in {path} are in OneDrive and not on this computer.",
                    "Each is downloaded when it is first read, which may take hours and fails without a network. In "
                    "Explorer, choose Always keep on this device for the folder and wait until that is done, or copy "
                    "it out of OneDrive.",
                    "warning",
                )


def in_onedrive(path: Path, environment: Mapping[str, str]) -> bool:
    """Whether a path lies in one of the user's folders that OneDrive keeps in step."""
    places = (environment.get(name) for name in _ONEDRIVE)
    return any(path.is_relative_to(Path(place)) for place in places if place)


def holds_placeholder(folder: Path) -> bool:
    """Whether one of a folder's first files stands for one in the cloud."""
    files = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)  # noqa: PTH118
    return any(_attributes(file) & _CLOUD_ONLY for file in islice(files, _LOOKED_AT))


def _attributes(file: str) -> int:
    """Those of Windows; asking for them downloads nothing."""
    try:
        return getattr(os.stat(file), "st_file_attributes", 0)  # noqa: PTH116
    except OSError:
        return 0
