"""One folder a run: names that every system takes, one writer at a time, events that survive a crash, the list."""

import errno
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import RunFolderError, StorageError
from engine.events import PhaseChanged, Progress
from engine.run_folder.event_log import read_events
from engine.run_folder.folder import RunFolder, runs_folder, safe_name
from engine.settings import OutputSettings
from engine.settings.toml_file import load_settings
from tests.engine.helpers.run_folders import settings, started

needs_full_device = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full, which Wine shows, too")


def test_a_new_folder_holds_settings_and_environment(folder: RunFolder) -> None:
    assert load_settings(folder.path / "settings.toml") == settings(folder.path.parent)
    environment = json.loads((folder.path / "environment.json").read_text(encoding="utf-8"))
    assert {"patchdistill", "python", "system", "torch", "numpy"} <= environment.keys()


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        opened = RunFolder.create(settings(tmp_path))
        names.append(opened.path.name)
        opened.close()
    assert names == ["run", "run (2)", "run (3)"]


def test_a_run_that_begins_at_the_same_time_gets_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def beaten_by_another(path: Path, *args: Any, **words: Any) -> None:
        if path == tmp_path / "run":
            make(path)
        make(path, *args, **words)

    monkeypatch.setattr(Path, "mkdir", beaten_by_another)
    opened = RunFolder.create(settings(tmp_path))
    opened.close()
    assert opened.path.name == "run (2)"


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("plain", "plain"),
        ("übung – 試験", "übung – 試験"),
        ('a<b>c:"d/e\\f|g?h*i', "a-b-c--d-e-f-g-h-i"),
        ("trailing. . ", "trailing"),
        ("con", "con-"),
        ("LPT1.txt", "LPT1-.txt"),
        ("aux .v2.1", "aux- .v2.1"),
        ("COM¹", "COM¹-"),
        ("conout$", "conout$-"),
        ("console", "console"),
        ("..", ""),
        ("tab\tnew\nline", "tab-new-line"),
    ],
)
def test_names_are_made_safe_for_windows(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


@given(st.text(max_size=80) | st.from_regex("(con|NUL|Com1|lpt³|conin[$])[ .a]*", fullmatch=True))
def test_no_name_leaves_the_folder_or_upsets_windows(name: str) -> None:
    safe = safe_name(name)
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.rstrip(". ")
    assert safe.partition(".")[0].rstrip().casefold() not in {"con", "nul", "com1", "lpt³", "conin$"}
    assert safe_name(safe) == safe


def test_without_a_name_it_is_the_date_and_time(tmp_path: Path) -> None:
    opened = RunFolder.create(settings(tmp_path, 'output.name="..."'))
    opened.close()
    assert opened.path.parent == tmp_path
    assert len(opened.path.name) == len("2026-01-31 12-59-59")


def test_without_a_folder_runs_are_kept_in_the_documents() -> None:
    assert runs_folder(OutputSettings()).name == "PatchDistill"
    assert runs_folder(OutputSettings(folder=Path("here"))) == Path("here")


def test_deep_folders_with_letters_of_all_kinds(tmp_path: Path) -> None:
    deep = tmp_path.joinpath("Übungen mit O'Brien", *(f"很长的文件夹名 {number} {'x' * 40}" for number in range(8)))
    opened = RunFolder.create(settings(deep, 'output.name="naïve 🙂"'))
    opened.record(PhaseChanged(phase="preparing", text="größer"))
    opened.close()
    assert len(str(opened.path)) > 400
    assert [event.text for event in read_events(opened.path) if isinstance(event, PhaseChanged)] == ["größer"]
    assert load_settings(opened.path / "settings.toml").output.folder == deep


def test_what_a_killed_process_left_half_written_is_taken_away_when_the_run_is_opened(folder: RunFolder) -> None:
    folder.close()
    code = (
        "import os, sys; from pathlib import Path; from engine.files import atomic_write\n"
        "atomic_write(Path(sys.argv[1]) / 'last.pt', lambda file: (file.write(b'half'), os._exit(9)))"
    )
    subprocess.run([sys.executable, "-c", code, str(folder.checkpoints)], check=False)
    (folder.checkpoints / "previous.pt").write_bytes(b"kept")
    assert len(list(folder.checkpoints.iterdir())) == 2
    again = RunFolder.open(folder.path)
    assert [path.name for path in folder.checkpoints.iterdir()] == ["previous.pt"]
    again.close()


def test_two_programs_cannot_have_one_run_open(folder: RunFolder) -> None:
    with pytest.raises(RunFolderError, match="open in another window or program"):
        RunFolder.open(folder.path)
    code = (
        "import sys; from pathlib import Path; from engine.run_folder.folder import RunFolder\n"
        "from engine.errors import RunFolderError\n"
        "try: RunFolder.open(Path(sys.argv[1]))\n"
        "except RunFolderError as error: print(error.message)"
    )
    command = [sys.executable, "-c", code, str(folder.path)]
    there = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "open in another window or program" in there.stdout
    folder.close()
    RunFolder.open(folder.path).close()


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent"):
        with pytest.raises(RunFolderError, match="not a run folder"):
            RunFolder.open(path)
    (tmp_path / "settings.toml").write_text("", encoding="utf-8")
    with pytest.raises(RunFolderError, match="not a run folder"):
        RunFolder.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_events_are_kept_but_progress(folder: RunFolder) -> None:
    folder.record(started())
    folder.record(Progress(task="scan", done=1, total=2))
    assert list(read_events(folder.path)) == [started()]


def test_lines_that_are_no_events_are_passed_over(folder: RunFolder) -> None:
    folder.record(started())
    folder.close()
    events = folder.path / "events.jsonl"
    damaged = b'{"kind": "from_a_newer_version"}\n\xff\xfe\n[]\n5\n\n{"kind": "run_started", "run": '
    events.write_bytes(events.read_bytes() + damaged)
    again = RunFolder.open(folder.path)
    again.record(started(step=3))
    again.close()
    assert list(read_events(folder.path)) == [started(), started(step=3)]
    assert damaged + b"\n" in events.read_bytes()


def test_the_log_is_written_while_the_folder_is_open(folder: RunFolder) -> None:
    logging.getLogger("engine.test").error("größer")
    folder.close()
    logging.getLogger("engine.test").error("later")
    text = (folder.path / "run.log").read_text(encoding="utf-8")
    assert "größer" in text
    assert "later" not in text


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        RunFolder.create(settings(tmp_path / "file"))
    assert caught.value.remedy


def test_a_full_disk_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    handlers = list(logging.getLogger("engine").handlers)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="disk is full"):
            RunFolder.create(settings(tmp_path))
    assert logging.getLogger("engine").handlers == handlers
    (tmp_path / "run" / "settings.toml").write_text("", encoding="utf-8")
    RunFolder.open(tmp_path / "run").close()


@needs_full_device
def test_events_and_log_on_a_full_disk(folder: RunFolder, capfd: pytest.CaptureFixture[str]) -> None:
    """One error that says so; closing is silent and lets the folder go."""
    folder.close()
    (folder.path / "run.log").unlink(missing_ok=True)
    (folder.path / "run.log").symlink_to("/dev/full")
    again = RunFolder.open(folder.path)
    with Path("/dev/full").open("w") as full:  # a device in place of the file is refused when the run is opened
        assert again._events is not None
        os.dup2(full.fileno(), again._events.fileno())
    logging.getLogger("engine.test").error("not written")
    with pytest.raises(StorageError, match="disk is full"):
        again.record(started())
    again.close()
    assert capfd.readouterr().err == ""
    (folder.path / "events.jsonl").unlink()
    (folder.path / "events.jsonl").touch()
    RunFolder.open(folder.path).close()
