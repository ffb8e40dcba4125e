"""Disks that are full or read-only, and paths of every kind: the run says so, and what was saved is good."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.control import RunControl
from engine.errors import RunFolderError, StorageError
from engine.events import StepDone
from engine.models.loading.recognition import load_detector
from engine.run.run import run
from engine.settings.toml_file import load_settings, quoted
from tests.engine.helpers.running import PHASES, Recorder, carried_out, difference, failed, outcome_of, stopped
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for, write_images


def full_after(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The operating system takes so many more files, and then says that the disk is full."""
    left, real = [count], os.fsync

    def fsync(descriptor: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("files", [0, 1, 2, 3, 5, 8])
def test_a_disk_that_fills_up_ends_the_run_and_what_was_saved_is_good(
    files: int, tiny_settings: MakeSettings, whole: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        full_after(files, patched)
        result, _ = failed(tiny_settings())
    assert isinstance(result.error, StorageError)
    assert "disk is full" in result.error.message
    assert not list(tmp_path.rglob("*.tmp"))
    if files < 2:  # settings and environment
        return
    assert difference(outcome_of(carried_out(tiny_settings(), result.run)[0]), whole) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux' /dev/full and /proc, which Wine shows, too")
def test_a_disk_too_full_for_events_still_tells_whoever_watches(
    tiny_settings: MakeSettings, whole: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def fill() -> None:
        """From now on what is written to the open event file meets a full disk."""
        for entry in Path("/proc/self/fd").iterdir():
            if entry.is_symlink() and entry.readlink() == tmp_path / "run" / "events.jsonl":
                os.dup2(full, int(entry.name))
        (tmp_path / "run" / "run.log").symlink_to("/dev/full")

    full = os.open("/dev/full", os.O_WRONLY)
    recorder = Recorder(PHASES["stage 2"], fill)
    result = run(tiny_settings(), RunControl(), recorder)
    os.close(full)
    assert isinstance(result.error, StorageError)
    assert "disk is full" in recorder.finished.message
    assert capfd.readouterr().err == ""
    (tmp_path / "run" / "run.log").unlink()
    assert difference(outcome_of(carried_out(tiny_settings(), tmp_path / "run")[0]), whole) == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    result, _ = failed(tiny_settings(f"output.folder={quoted(tmp_path / 'locked')}"))
    assert isinstance(result.error, StorageError)
    assert "read-only" in result.error.message


def test_a_read_only_disk(tiny_settings: MakeSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stopped(tiny_settings(), PHASES["stage 2"])

    def read_only(*_arguments: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "fsync", read_only)
    result, _ = failed(tiny_settings(), folder)
    assert isinstance(result.error, StorageError)
    assert "read-only" in result.error.message


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder with open files cannot be moved")
def test_a_run_whose_folder_is_moved_says_so_and_goes_on_where_it_was_put_back(
    tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    (runs := tmp_path / "runs").mkdir()
    recorder = Recorder(PHASES["stage 2"], lambda: next(runs.iterdir()).rename(tmp_path / "moved"))
    result = run(tiny_settings(f"output.folder={quoted(runs)}"), RunControl(), recorder)
    assert isinstance(result.error, RunFolderError)
    assert "was moved, emptied or deleted" in recorder.finished.message
    assert not list(runs.iterdir())
    assert result.run is not None
    carried_out(tiny_settings(f"output.folder={quoted(runs)}"), (tmp_path / "moved").rename(result.run))


def test_paths_with_letters_of_all_kinds_and_great_length(tiny_data: TinyData, tmp_path: Path) -> None:
    deep = tmp_path.joinpath("Übungen O'Brien", *(f"长路径 {number} {'ä' * 30}" for number in range(5)))
    write_images(deep / "картинки", {"train": 4, "val": 2})
    teacher = deep / "учитель.pth"
    teacher.write_bytes(tiny_data.teacher.read_bytes())
    data = TinyData(deep / "картинки", teacher, teacher)
    overrides = ("stage1.solver_images=16", "output.name=прогон", "teacher.accept_weak=true")
    settings = settings_for(data, deep / "runs", *overrides)
    folder = stopped(settings, lambda event: isinstance(event, StepDone))
    assert folder == deep / "runs" / "прогон"
    assert len(str(folder)) > 250
    kept = load_settings(folder / "settings.toml")
    assert kept == settings
    result, _ = carried_out(kept, folder)
    assert result.weights is not None
    load_detector(result.weights)
