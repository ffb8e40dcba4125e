"""How long pictures take to be read again: by what the caches hold, and how much is read beside the student's work."""

from pathlib import Path

import pytest

from engine.events import StudentTimed
from engine.settings import DataSettings, LossSettings, RunSettings
from gui.history.reading_time import reading_again, with_reading

LARGE = 18.0e6  # bytes of a picture of 6 MP
COUNTS = {"train": 240, "validation": 30, "test": 30, "unlabelled": 0}


def settings(memory_mb: int, disk_mb: int) -> RunSettings:
    data = DataSettings(train=(Path("x"),), batch_size=16, decoded_cache_mb=memory_mb, decoded_disk_mb=disk_mb)
    return RunSettings(data=data, loss=LossSettings(alpha_distill=0.3))


def timed(loading_s: float = 2.6, processors: int = 2, rate: float | None = 600e6) -> StudentTimed:
    return StudentTimed(batches=15, forward_s=0.1, loading_s=loading_s, cache_bytes_per_s=rate, processors=processors)


def test_what_memory_holds_takes_no_time() -> None:
    found = reading_again(settings(10_000, 0), timed(), COUNTS, LARGE)
    assert (found.train, found.validation) == pytest.approx((0.0, 0.0), abs=1e-9)


def test_what_lies_on_disk_comes_at_the_rate_that_was_measured() -> None:
    found = reading_again(settings(0, 10_000), timed(), COUNTS, LARGE)
    assert (found.train, found.validation) == pytest.approx((0.03, 0.03))


@pytest.mark.parametrize(("processors", "first"), [(1, 2.6 / 16), (2, 2.7 / 16)])
def test_what_is_kept_nowhere_is_decoded_again(processors: int, first: float) -> None:
    """One processor waits for all of the decoding; with more of them the student's own time went by meanwhile."""
    found = reading_again(settings(0, 0), timed(processors=processors, rate=None), COUNTS, LARGE)
    assert (found.train, found.validation) == pytest.approx((first, first))


def test_what_came_first_is_kept_and_validation_comes_late() -> None:
    """4 GB hold the first 238 of 240 training images: of validation, which comes after them, nothing."""
    found = reading_again(settings(0, 4096), timed(), COUNTS, LARGE)
    assert found.train == pytest.approx(0.03, rel=0.05)
    assert found.validation == pytest.approx(2.7 / 16, rel=0.01)
    few = {**COUNTS, "train": 10_000}
    assert reading_again(settings(0, 20_000), timed(), few, LARGE).validation == pytest.approx(0.03)


@pytest.mark.parametrize(
    ("computing", "reading", "processors", "takes"), [(0.3, 0.4, 1, 0.7), (0.3, 0.4, 2, 0.5), (0.3, 2.0, 2, 2.0)]
)
def test_reading_goes_on_beside_computing(computing: float, reading: float, processors: int, takes: float) -> None:
    assert with_reading(computing, reading, processors) == pytest.approx(takes)
