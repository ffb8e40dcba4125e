"""Collections in the window's thread: short, whatever modules a run loads, and without losing what is garbage."""

import gc
import sys
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest

from gui.background.garbage_collector import GarbageCollector

OBJECTS = 5_000


class Knot:
    """Refers to itself, so that only a collection lets it go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: object) -> Iterator[GarbageCollector]:
    made = GarbageCollector()
    yield made
    made.stop()
    made.deleteLater()
    gc.disable()  # as the fixture around every test has it


def test_what_a_module_brings_later_is_not_gone_through_again(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gc.get_freeze_count()
    late = ModuleType("loaded_by_a_first_run")
    late.__dict__["table"] = [[number] for number in range(OBJECTS)]
    monkeypatch.setitem(sys.modules, late.__name__, late)
    collector.collect()
    assert gc.get_freeze_count() >= before + OBJECTS


def test_garbage_is_collected_still(collector: GarbageCollector) -> None:
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(gc.get_threshold()[0] + 100)]
    collector.collect()
    assert knot() is None
    assert kept
