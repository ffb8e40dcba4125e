"""One labelled image file, and the limit on how many may be unreadable."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import DataError
from engine.number_words import percent

EXAMPLES = 5
NO_LABEL = -1  # of a picture of which nobody says real or fake


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """An image file, its label (0 real, 1 fake, or NO_LABEL), its source for reports, and its group for splitting."""

    path: Path
    label: int
    source: str
    group: str
    size: int = -1  # bytes when it was scanned


def check_unreadable(examples: Sequence[str], count: int, total: int, allowed_share: float) -> None:
    """Raise DataError when more than the allowed share of all images cannot be read.

    Where any are allowed, a single one is: of a dozen images it is a large share, and it says nothing of the others.
    """
    if count <= max(allowed_share * total, allowed_share > 0):
        return
    listed = "; ".join(examples[:EXAMPLES]) + ("; ..." if count > EXAMPLES else "")
    allowed = percent(allowed_share)
    raise DataError(
        f"{count:,} of {total:,} images cannot be read, more than the {allowed} that is allowed: {listed}",
        "Repair or remove these files; the settings of a run may allow more of them (data.max_unreadable).",
    )
