"""Pace: work rests in proportion to what it cost, within bounds."""

import time

import pytest

from gui.background.pace import Pace


def busy_for(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


@pytest.mark.parametrize(
    ("spent", "rest"), [(0.05, 50), (0.0, 20), (0.15, 100)], ids=["by its share", "at least", "at most"]
)
def test_work_rests_in_proportion_to_what_it_computed(spent: float, rest: float) -> None:
    pace = Pace(0.001, least_s=20, most_s=100)
    assert pace.seconds_left == 0
    with pace.working():
        busy_for(spent)
    assert not pace.due
    assert rest - 10 < pace.seconds_left < rest + 20


def test_waiting_costs_nothing() -> None:
    pace = Pace(0.001, least_s=1)
    with pace.working():
        time.sleep(0.05)
    assert pace.seconds_left < 20


def test_work_is_due_again_after_its_rest() -> None:
    pace = Pace(0.5, least_s=0.02)
    with pace.working():
        pass
    time.sleep(0.05)
    assert pace.due
