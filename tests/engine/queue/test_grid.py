"""The runs of a grid, what it refuses, and the twin from labels only."""

from typing import Any

import pytest

from engine.errors import SettingsError
from engine.queue.grid import LONGEST_NAME, control_of, grid_settings, parse_grid, variable_settings
from engine.settings import RunSettings
from engine.settings.changes import changed_settings, with_changes
from engine.settings.names import value_of

BASE = RunSettings()


def test_a_grid_gives_every_combination_with_every_seed() -> None:
    grid = parse_grid(["stage2.epochs=4,8", "loss.distill_fade=none,cosine", "loss.use_kl_loss=true,false"])
    found = grid_settings(BASE, grid, [3, 5], "Fade")
    assert len(found) == 16
    assert [settings.seed for settings in found[:4]] == [3, 5, 3, 5]
    assert len({settings.model_dump_json() for settings in found}) == 16
    last = found[-1]
    assert (last.stage2.epochs, last.loss.distill_fade, last.loss.use_kl_loss, last.seed) == (8, "cosine", False, 5)
    assert last.output.name == "Fade, epochs 8, distill fade cosine, use kl loss off, seed 5"


def test_runs_differ_in_nothing_but_what_is_varied() -> None:
    for settings in grid_settings(BASE, {"student.width": [4, 16]}, [1], "w"):
        assert set(changed_settings(BASE, settings)) == {"student.width", "seed", "output.name"}


def test_names_that_mean_two_things_are_whole_and_long_ones_are_numbered() -> None:
    both = grid_settings(BASE, {"stage1.epochs": [1], "stage2.epochs": [2]}, [0], "x")
    assert both[0].output.name == "x, stage1.epochs 1, stage2.epochs 2, seed 0"
    long = grid_settings(BASE, {"stage2.epochs": [1, 2]}, [0], "n" * 78)
    assert [len(settings.output.name) for settings in long] == [LONGEST_NAME] * 2
    assert len({settings.output.name for settings in long}) == 2


@pytest.mark.parametrize(
    ("grid", "seeds", "words"),
    [
        ({"stage2.epochz": [1]}, [0], "cannot vary"),
        ({"data.train": ["x"]}, [0], "cannot vary"),
        ({"output.name": ["x"]}, [0], "cannot vary"),
        ({"seed": [1, 2]}, [0], "cannot vary"),
        ({"stage2.epochs": ["many"]}, [0], "valid integer"),
        ({"student.width": [3]}, [0], "greater than or equal to 4"),
        ({"loss.distill_fade": ["slowly"]}, [0], "'none', 'linear'"),
        ({"student.width": []}, [0], "at least one"),
        ({}, [], "at least one"),
        ({"stage2.epochs": range(1, 100)}, range(100), "at most 1,000"),
        ({}, [-1], "greater than or equal to 0"),
    ],
)
def test_what_no_study_can_be_made_of_is_refused_in_words(grid: Any, seeds: Any, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        grid_settings(BASE, grid, seeds, "x")


@pytest.mark.parametrize("word", ["stage2.epochs", "stage2.epochs="])
def test_a_grid_that_is_written_otherwise_is_refused(word: str) -> None:
    with pytest.raises(SettingsError, match=r"section\.key=value"):
        parse_grid([word])


def test_numbers_switches_and_choices_can_be_varied() -> None:
    names = {name for name, _ in variable_settings()}
    assert {"stage2.epochs", "stage2.head_lr", "student.width", "loss.use_kl_loss", "teacher.calibration"} <= names
    assert {"stage2.optimiser", "student.input_filter", "student.network", "preset"} <= names
    assert not names & {"seed", "output.name", "output.folder", "data.train", "teacher.checkpoint"}
    for name in names:
        assert not isinstance(value_of(BASE, name), tuple), name


@pytest.mark.parametrize(("distill", "task"), [(0.3, 0.7), (1.0, 0.0), (10.0, 10.0)])
def test_a_control_differs_in_exactly_the_imitation_weights(distill: float, task: float) -> None:
    settings = with_changes(BASE, {"loss.alpha_distill": distill, "loss.alpha_task": task, "output.name": "n" * 80})
    twin = control_of(settings)
    assert set(changed_settings(settings, twin)) <= {"loss.alpha_distill", "loss.alpha_task", "output.name"}
    assert twin.loss.alpha_distill == 0
    assert twin.loss.alpha_task == min(10, distill + task)
    assert twin.output.name.endswith("nn, labels only")
    with pytest.raises(SettingsError, match="own control"):
        control_of(twin)
