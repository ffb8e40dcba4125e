"""What people write of a run: notes that hide none, names that are safe, and a date that never moves."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

from engine.errors import RunFolderError
from engine.events import DataScanned, RunStarted, to_json
from engine.run_folder.notes import RunNotes, read_notes, rename_run, tags_of, write_notes
from engine.run_folder.summaries import summarise
from engine.settings import RunSettings
from engine.settings.toml_file import save_settings

DAY_S = 86_400.0


@pytest.fixture
def run(tmp_path: Path) -> Path:
    run = tmp_path / "runs" / "first"
    run.mkdir(parents=True)
    save_settings(RunSettings(), run / "settings.toml")
    return run


def test_notes_come_back_and_rubbish_is_none(run: Path) -> None:
    assert read_notes(run) == RunNotes()
    notes = RunNotes(note="Größer, mit HEIC\nand more", tags=tags_of("#night, baseline night"))
    write_notes(run, notes)
    assert read_notes(run) == notes
    assert summarise(run).notes.line == "#night #baseline Größer, mit HEIC"
    for rubbish in (b"\xff\x00", b"[]", b'{"tags": 3}'):
        (run / "notes.json").write_bytes(rubbish)
        assert read_notes(run) == RunNotes()


def test_a_run_gets_another_name_that_windows_takes(run: Path) -> None:
    renamed = rename_run(run, "a/b: nul?")
    assert renamed == run.with_name("a-b- nul-")
    assert (renamed / "settings.toml").is_file()
    assert not run.exists()
    assert rename_run(renamed, renamed.name) == renamed


def test_a_name_that_is_taken_or_empty_changes_nothing(run: Path) -> None:
    run.with_name("second").mkdir()
    for name in ("second", " . ", ""):
        with pytest.raises(RunFolderError):
            rename_run(run, name)
    assert (run / "settings.toml").is_file()


def test_a_run_that_goes_on_keeps_its_name(run: Path) -> None:
    with FileLock(run / ".lock"), pytest.raises(RunFolderError, match="going on"):
        rename_run(run, "other")
    assert run.is_dir()


def test_nothing_that_is_written_later_moves_the_date(run: Path) -> None:
    os.utime(run / "settings.toml", (5 * DAY_S, 5 * DAY_S))  # and nothing was told yet
    assert summarise(run).started_s == 5 * DAY_S
    write_notes(run, RunNotes(note="later"))
    renamed = rename_run(run, "other")
    assert summarise(renamed).started_s == 5 * DAY_S


def test_a_damaged_line_of_the_start_moves_no_date(run: Path) -> None:
    events = (
        DataScanned(mapping={}, splits=(), time_s=7 * DAY_S),
        RunStarted(run=str(run), device="CPU", version="0", time_s=9 * DAY_S),  # when it was resumed
    )
    lines = ['{"kind": "run_started", "time_s": 6', *map(to_json, events)]
    (run / "events.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert summarise(run).started_s == 7 * DAY_S
