"""What is kept of a file is kept by its place, size and time, so that it is made anew when the file has changed."""

import os
from pathlib import Path

from engine.data.stores.disk_store import digest_of


def file_key(path: str | Path, what: str) -> bytes:
    """Stands for a file as it is now and for ``what`` is made of it; OSError where there is none."""
    state = os.stat(path)  # noqa: PTH116 (Path is slow for a million)
    place = os.path.abspath(path).encode("utf-8", "surrogatepass")  # noqa: PTH100 (the same)
    return digest_of(place, f"{state.st_mtime_ns} {state.st_size} {what}".encode())
