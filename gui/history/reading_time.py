"""How long pictures take to be read again: some lie decoded in memory, some on disk, and the rest is decoded anew."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.events import StudentTimed
from engine.settings import RunSettings


@dataclass(frozen=True, slots=True)
class Reading:
    """Seconds of the thread that reads, for a picture of a split that is not read for the first time."""

    train: float
    validation: float


def with_reading(computing: float, reading: float, processors: int) -> float:
    """Seconds of both: what comes next is read meanwhile by another thread, as far as there are processors."""
    return max(reading, computing + reading / processors)


def reading_again(settings: RunSettings, timed: StudentTimed, counts: Mapping[str, int], picture: float) -> Reading:
    """By the room of the caches, which keep what came first; ``picture`` is the usual size of one, in bytes."""
    size, data = settings.data.batch_size, settings.data
    # The wait for a batch was what `with_reading` says, less the student's own time.
    first = min(timed.loading_s + timed.forward_s, timed.loading_s * timed.processors) / size
    from_disk = picture / timed.cache_bytes_per_s if timed.cache_bytes_per_s else first
    memory, disk = (
        _kept(settings, counts, room * 2**20, picture) for room in (data.decoded_cache_mb, data.decoded_disk_mb)
    )
    seconds = {}
    for split in ("train", "validation"):
        on_disk = max(0.0, disk[split] - memory[split])
        seconds[split] = on_disk * from_disk + (1.0 - memory[split] - on_disk) * first
    return Reading(**seconds)


def _kept(settings: RunSettings, counts: Mapping[str, int], room: float, picture: float) -> dict[str, float]:
    """The share of each split that finds room: the first training images, then validation, then what is left."""
    free = room / picture if picture else float("inf")
    train, imitates = counts["train"] + counts["unlabelled"], settings.loss.imitates
    before = max(
        settings.student.statistics_batches * settings.data.batch_size,
        settings.teacher.calibration_images if imitates else 0,
    )
    kept = dict.fromkeys(("train", "validation"), 0.0)
    first = min(train, before)
    for split, images in (("train", first), ("validation", counts["validation"]), ("train", train - first)):
        taken = min(free, images)
        kept[split] += taken
        free -= taken
    return {"train": kept["train"] / max(1, train), "validation": kept["validation"] / max(1, counts["validation"])}
