"""The learning-rate test finds a rate that trains, keeps nothing, and says so where there is none."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.control import RunControl, StopRequestedError
from engine.errors import TrainingError
from engine.events import Progress
from engine.run.range_test import RATES, range_test, suggested
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.running import Recorder
from tests.engine.helpers.tiny_data import MakeSettings, TinyData


def test_a_rate_that_trains_is_found_and_nothing_is_kept(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    recorder = Recorder()
    found = range_test(tiny_settings("stage1.enabled=false"), RunControl(), recorder, (1e-6, 1e-2, 1e3), steps=16)
    assert found.suggested == 1e-2
    assert found.losses[1] < found.losses[0]
    progress = [event for event in recorder.of(Progress) if event.task == "learning-rate test"]
    assert (progress[-1].done, progress[-1].total) == (48, 48)
    assert not any(tmp_path.iterdir())


def test_every_burst_starts_from_the_same_weights_over_the_same_batches(tiny_settings: MakeSettings) -> None:
    found = range_test(tiny_settings(), RunControl(), lambda _: None, (1e-3, 1e-3), steps=5)
    assert found.losses[0] == found.losses[1]
    assert found.suggested is None


def test_a_stop_ends_the_test(tiny_settings: MakeSettings) -> None:
    control = RunControl()
    recorder = Recorder(lambda event: isinstance(event, Progress) and event.task == "learning-rate test", control.stop)
    with pytest.raises(StopRequestedError):
        range_test(tiny_settings(), control, recorder, (1e-3, 1e-2), steps=5)


def test_the_command_names_the_rate(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    outcome = command("lr-range", write_settings(tmp_path, tiny_data), *told())
    assert outcome.code == 0
    assert tuple(outcome.data["learning_rates"]) == RATES
    assert outcome.data["suggested"] in RATES


@given(st.lists(st.floats(0.1, 10), min_size=2, max_size=len(RATES)))
def test_the_suggested_rate_is_the_lowest_that_falls_nearly_as_far_as_the_best(losses: list[float]) -> None:
    found = suggested(RATES[: len(losses)], losses)
    if found.suggested is None:
        assert losses[0] - min(losses) <= 0.01 * losses[0]
        return
    place = RATES.index(found.suggested)
    enough = losses[0] - 0.7 * (losses[0] - min(losses))
    assert losses[place] <= enough
    assert all(loss > enough for loss in losses[:place])


def test_rates_that_fail_are_not_suggested() -> None:
    assert suggested(RATES[:4], [1.0, 0.8, 0.5, math.inf]).suggested == RATES[2]
    with pytest.raises(TrainingError, match="Even at a learning rate of 1e-05"):
        suggested(RATES[:2], [math.inf, math.inf])
