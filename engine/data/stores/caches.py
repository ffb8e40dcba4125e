"""Where decoded pictures and teacher maps are kept between runs, and how they are thrown away."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import SCHEMA, DiskStore, remove_store, store_bytes
from engine.errors import StorageError
from engine.settings import DataSettings, MachineSettings, RunSettings

PICTURES, MAPS = f"pictures-{SCHEMA}.sqlite", f"maps-{SCHEMA}.sqlite"


@dataclass(slots=True)
class Caches:
    """The two caches of a run: pictures as the views are cut from them, and the teacher's maps."""

    pictures: ArrayCache
    maps: ArrayCache
    told: list[StorageError] = field(default_factory=list)

    def new_problems(self) -> list[StorageError]:
        """What is wrong with the files of the caches and was not told before; the caches do without them."""
        stores = [cache.disk for cache in (self.pictures, self.maps) if cache.disk is not None]
        new = [store.problem for store in stores if store.problem is not None and store.problem not in self.told]
        self.told += new
        return new

    def close(self) -> None:
        """Free the memory and let the files go."""
        self.pictures.close()
        self.maps.close()


def open_caches(settings: RunSettings) -> Caches:
    """The caches of the settings; what another run has kept in the same folder is there."""
    folder = cache_folder(settings.machine)
    data, teacher = settings.data, settings.teacher
    return Caches(
        _opened(data.decoded_cache_mb, data.decoded_disk_mb, folder / PICTURES),
        _opened(teacher.map_cache_mb, teacher.map_disk_mb, folder / MAPS),
    )


@contextmanager
def pictures_on_disk(data: DataSettings, machine: MachineSettings) -> Iterator[DiskStore | None]:
    """The file of the pictures' cache alone; None where the settings keep none."""
    if not data.decoded_disk_mb:
        yield None
        return
    with closing(DiskStore(cache_folder(machine) / PICTURES, data.decoded_disk_mb * 2**20)) as disk:
        yield disk


def cache_folder(settings: MachineSettings) -> Path:
    """Where the files are: the settings' folder, or the one that the system has for what can be made again."""
    return settings.cache_folder or platformdirs.user_cache_path("PatchDistill", appauthor=False) / "caches"


def cache_bytes(folder: Path) -> dict[str, int]:
    """What the caches of a folder take on disk: pictures and maps."""
    return {"pictures": store_bytes(folder / PICTURES), "maps": store_bytes(folder / MAPS)}


def clear_caches(folder: Path) -> int:
    """Delete the files of a folder's caches, and nothing else; returns the bytes they took.

    Raises StorageError where a file cannot be deleted.
    """
    return remove_store(folder / PICTURES) + remove_store(folder / MAPS)


def _opened(memory_mb: int, disk_mb: int, path: Path) -> ArrayCache:
    disk = DiskStore(path, disk_mb * 2**20) if disk_mb else None
    return ArrayCache(memory_mb * 2**20, disk)
