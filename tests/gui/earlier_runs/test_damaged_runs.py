"""One bad run, line or file hides no other and is told in words: rubbish in every file that the window reads."""

import io
import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.control import RunControl
from engine.events import RemedyApplied, from_json, to_json
from engine.events.values import LARGEST_COUNT
from engine.settings.presets import preset_settings
from gui.earlier_runs.list import RunTable, runs_in
from gui.history.run_history import replay_history
from gui.history.run_progress import run_measure, stage_measure, task_measure
from gui.history.series_table import SeriesTable
from gui.inspect.patch_maps import PatchFileError, read_patch_maps
from gui.project.preferences import Preferences, read_preferences
from gui.run.resuming import read_run
from tests.gui.helpers import golden
from tests.gui.helpers.visit import Visit

BAD_TIMES = (1e300, math.nan, math.inf, -1.0, 1e15)
BAD_COUNTS = (2**70, -1, LARGEST_COUNT + 1, "many", None)


def drawn(folder: Path) -> dict[str, list[str]]:
    """The cells of the list of runs as they are painted, by the run's name."""
    table = RunTable()
    table.set_rows(runs_in(folder, RunControl()))
    role = Qt.ItemDataRole.DisplayRole
    rows = (
        [table.index(row, column).data(role) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    )
    return {cells[1]: cells for cells in rows}


@pytest.mark.parametrize("settings", [b"x = " + b"1" * 5000, b"seed = 0x" + b"f" * 5000, b"[" * 5000, b"\xff\x00"])
def test_settings_that_cannot_be_parsed_hide_no_other_run(tmp_path: Path, settings: bytes) -> None:
    for day, name in enumerate(("good", "bad", "last"), 20_000):
        golden.write_run(tmp_path / name, day, end="finished")
    (tmp_path / "bad" / "settings.toml").write_bytes(settings)
    found = drawn(tmp_path)
    assert set(found) == {"good", "bad", "last"}
    assert found["bad"][3] == "unreadable settings"
    assert found["good"][3] == "conservative"


@pytest.mark.parametrize("time_s", BAD_TIMES)
def test_a_moment_that_no_calendar_has_hides_no_run(tmp_path: Path, time_s: float) -> None:
    run = golden.write_run(tmp_path / "odd", 20_000)
    lines = (run / "events.jsonl").read_text("utf-8").splitlines()
    lines[0] = json.dumps(json.loads(lines[0]) | {"time_s": time_s})
    (run / "events.jsonl").write_text("\n".join(lines), "utf-8")
    (cells,) = drawn(tmp_path).values()
    assert cells[0][:2] == "20", "the folder's own date"


def with_line(run: Path, **changes: Any) -> Path:
    """A run folder that has one more line: its last report with other values."""
    lines = (run / "events.jsonl").read_text("utf-8").splitlines()
    report = next(line for line in reversed(lines) if '"kind": "step_done"' in line)
    (run / "events.jsonl").write_text("\n".join([*lines, json.dumps(json.loads(report) | changes)]) + "\n", "utf-8")
    return run


@pytest.mark.parametrize("changes", [{"step": 2**70}, {"epoch": -1}, {"time_s": math.nan}, {"stage": 7}])
def test_a_line_with_an_impossible_number_is_left_out_and_told_of(tmp_path: Path, changes: dict[str, Any]) -> None:
    run = golden.write_run(tmp_path / "run", 20_000)
    before = read_run(run, RunControl())
    after = read_run(with_line(run, **changes), RunControl())
    assert before.remark == ""
    assert after.remark.startswith("Line 101 of its events.jsonl was left out")
    np.testing.assert_array_equal(after.history.steps.steps, before.history.steps.steps)


def test_lines_that_were_left_out_are_told_in_the_window(
    open_window: Callable[[], Visit], qtbot: QtBot, tmp_path: Path
) -> None:
    run = with_line(golden.write_run(tmp_path / "run", 20_000), step=2**70)
    visit = open_window()
    visit.window.commands.open_run(run)
    qtbot.waitUntil(lambda: not visit.window.commands.shows_live)
    assert "Line 101 of its events.jsonl was left out" in visit.window.notice.text()


FIELDS = sorted(
    {
        (name, part)
        for event in golden.events()
        for name, values in [(event.__class__.__name__, json.loads(to_json(event)))]
        for part, value in values.items()
        if part != "kind" and isinstance(value, int | float)
    }
)


@given(st.sampled_from(FIELDS), st.sampled_from([*BAD_TIMES, *BAD_COUNTS, 0, 1, LARGEST_COUNT, 1e-320, 5e307]))
def test_whatever_number_a_line_holds_the_run_is_shown(field: tuple[str, str], value: Any) -> None:
    """It is either no event any more, or one that everything can count and draw."""
    lines = []
    for event in golden.events():
        values = json.loads(to_json(event))
        if type(event).__name__ == field[0]:
            values[field[1]] = value
        lines.append(json.dumps(values))
    events = []
    for line in lines:
        try:
            events.append(from_json(line))
        except ValueError:
            continue
    history = replay_history(events, preset_settings("recommended"))
    for measure in (task_measure, stage_measure, run_measure):
        assert measure(history).label


def test_a_change_of_settings_that_is_not_understood_is_shown_and_changes_nothing() -> None:
    settings = preset_settings("recommended")
    change = RemedyApplied(
        stage=2, step=3, rule="", label="x", changes={"stage9.epochs": (1, 2)}, origin="user", start="next_step"
    )
    history = replay_history([change, replace(change, changes={"stage2.epochs": (20, -5)})], settings)
    assert history.settings == settings
    assert len(history.interventions) == 2


def test_a_figure_that_is_too_large_for_a_column_is_infinite() -> None:
    table = SeriesTable()
    table.append(1, {"loss": 1e300})
    assert math.isinf(table.column("loss")[0])


def packed(compress: bool = True, **arrays: Any) -> bytes:
    """Patch maps as the run writes them."""
    maps = np.linspace(-1, 1, 50, dtype=np.float32).reshape(2, 5, 5)
    images = np.arange(2 * 8 * 8 * 3, dtype=np.uint8).reshape(2, 8, 8, 3)
    content: dict[str, Any] = {"images": images, "labels": np.zeros(2, np.float32), "teacher": maps, "student": maps}
    content |= arrays
    (np.savez_compressed if compress else np.savez)(buffer := io.BytesIO(), **content)
    return buffer.getvalue()


@pytest.mark.parametrize("compress", [True, False])
def test_patch_maps_with_any_bytes_changed_are_shown_or_named(tmp_path: Path, compress: bool) -> None:
    whole, path, random = packed(compress), tmp_path / "00000010.npz", np.random.default_rng(0)
    for _ in range(300):
        bytes_ = bytearray(whole)
        for place in random.integers(len(bytes_), size=2):
            bytes_[place] = random.integers(256)
        path.write_bytes(bytes_)
        try:
            maps = read_patch_maps(path)
        except PatchFileError as error:
            assert "00000010.npz" in str(error)
        else:
            assert len(maps) == 2
            assert maps.span >= 1


@pytest.mark.parametrize(
    "arrays",
    [
        {"images": np.zeros((2, 8, 8, 3), np.float32)},
        {"images": np.zeros((2, 8, 8, 4), np.uint8)},
        {"images": np.zeros((0, 8, 8, 3), np.uint8)},
        {"labels": np.zeros(1, np.float32)},
        {"labels": np.array(["a", "b"])},
        {"teacher": np.zeros((2, 5, 5), np.int64)},
        {"teacher": np.zeros((3, 5, 5), np.float32), "student": np.zeros((3, 5, 5), np.float32)},
    ],
)
def test_patch_maps_of_another_form_are_named(tmp_path: Path, arrays: dict[str, Any]) -> None:
    path = tmp_path / "00000010.npz"
    path.write_bytes(packed(**arrays))
    with pytest.raises(PatchFileError, match="unknown form"):
        read_patch_maps(path)


def test_a_name_of_patch_maps_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(PatchFileError, match="cannot be read"):
        read_patch_maps(tmp_path / "a\0b.npz")


@pytest.mark.parametrize("text", ["[" * 100_000, "1" * 5000, '{"window_geometry": "a"}', '{"window_geometry": "ü"}'])
def test_preferences_that_are_rubbish_take_their_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "preferences.json").write_text(text, "utf-8")
    assert read_preferences(tmp_path / "preferences.json") == Preferences()
