"""Pipes and devices in a run's folder are refused at once: nothing waits for them, and no other run is hidden."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.control import RunControl
from engine.data.listing.csv_list import read_rows
from engine.errors import EngineError
from engine.export.record import read_record
from engine.files import refuse_pipe
from engine.report_card.measurements import environment
from engine.run_folder.checkpoint import load_last
from engine.run_folder.event_log import read_events
from engine.run_folder.folder import RunFolder
from engine.run_folder.summaries import list_runs
from engine.settings.toml_file import load_settings
from engine.training.incident import read_incident

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders"),
    pytest.mark.timeout(20),  # it would be waited for without end
]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("last.pt", lambda path: load_last(path.parent)),
        ("00000001-rule.pt", read_incident),
        ("events.jsonl", lambda path: list(read_events(path.parent))),
        ("settings.toml", load_settings),
        ("list.csv", lambda path: list(read_rows(path))),
    ],
)
def test_a_pipe_is_refused_in_words(tmp_path: Path, name: str, read: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(EngineError):
        read(tmp_path / name)


def test_what_is_only_remembered_is_passed_over(tmp_path: Path) -> None:
    for name in ("exports.json", "environment.json"):
        os.mkfifo(tmp_path / name)
    assert read_record(tmp_path) == []
    assert "no ordinary file" in " ".join(environment(tmp_path).values()) or environment(tmp_path) == {}


def test_a_run_whose_events_are_a_pipe_is_listed_beside_the_others(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "settings.toml").write_text("", "utf-8")
    os.mkfifo(tmp_path / "bad" / "events.jsonl")
    found = {run.path.name: run.state for run in list_runs(tmp_path, RunControl())}
    assert found == {"good": "interrupted", "bad": "unreadable"}
    with pytest.raises(EngineError, match="no ordinary file"):
        RunFolder.open(tmp_path / "bad")


def test_a_link_to_a_file_is_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    refuse_pipe(tmp_path / "link")
