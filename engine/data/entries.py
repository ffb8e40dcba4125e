"""One labelled image file, the fingerprint of many, and the limit on how many may be unreadable."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import DataError

_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """An image file, its label (0 real, 1 fake), its source for reports, and its group for splitting."""

    path: Path
    label: int
    source: str
    group: str
    size: int = -1  # bytes when it was scanned


def fingerprint(entries: Sequence[ImageEntry]) -> str:
    """SHA-256 over place below the common folder, size and label of the entries, in their order.

    It stays the same when the data set is moved, and changes when files are added, removed, edited or relabelled.
    """
    digest = hashlib.sha256()
    folders = {os.path.dirname(entry.path) for entry in entries}  # noqa: PTH120 (Path is slow for a million)
    common = len(os.path.commonpath(folders)) if _one_drive(folders) else 0
    for entry in entries:
        place = str(entry.path)[common:].replace("\\", "/").lstrip("/")
        digest.update(f"{place}\0{entry.size}\0{entry.label}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _one_drive(folders: set[str]) -> bool:
    return len({os.path.splitdrive(folder)[0].casefold() for folder in folders}) == 1


def check_unreadable(examples: Sequence[str], count: int, total: int, allowed_share: float) -> None:
    """Raise DataError when more than the allowed share of all images cannot be read."""
    if count <= allowed_share * total:
        return
    listed = "; ".join(examples[:_EXAMPLES]) + ("; ..." if count > _EXAMPLES else "")
    raise DataError(
        f"{count:,} of {total:,} images cannot be read, more than the {allowed_share:.1%} that is allowed: {listed}",
        "Repair or remove these files, or raise data.max_unreadable.",
    )
