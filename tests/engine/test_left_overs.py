"""What a process leaves that is ended in mid-work is known by name and age, and taken away by the next one."""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

import pytest

import tests
from engine.files import ABANDONED_S, remove_unfinished, temporary_folder
from engine.run_folder.folder import RunFolder
from tests.engine.helpers.tiny_data import MakeSettings

ROOT = Path(tests.__file__).resolve().parents[1]
HALF = ".student.pth.0a1b2c3d.tmp"


def aged(path: Path) -> Path:
    os.utime(path, times=(time.time() - ABANDONED_S - 60,) * 2)
    return path


def test_a_student_that_was_cut_off_is_gone_when_the_run_is_opened(tiny_settings: MakeSettings) -> None:
    run = RunFolder.create(tiny_settings())
    run.close()
    mine = run.path / ".notes.tmp"
    young, old = run.path / ".exports.json.0a1b2c3d.tmp", run.path / ".exports.json.9a1b2c3d.tmp"
    for path in (run.path / HALF, mine, young, old):
        path.touch()
    aged(old)
    (run.path / "events.jsonl").touch()
    RunFolder.open(run.path).close()
    assert {path.name for path in run.path.iterdir() if path.suffix == ".tmp"} == {mine.name, young.name}


def test_a_folder_whose_run_never_began_makes_way_for_the_next(tiny_settings: MakeSettings) -> None:
    """Ended before its settings were written: nothing can be resumed there, and no list shows it."""
    run = RunFolder.create(tiny_settings())
    run.close()
    (run.path / "settings.toml").rename(run.path / ".settings.toml.0a1b2c3d.tmp")
    for name in ("environment.json", ".lock"):
        (run.path / name).unlink(missing_ok=True)
    aged(run.path)
    another = RunFolder.create(tiny_settings())
    another.close()
    assert another.path.name == "run (2)", "without our lock it may be anybody's"
    (run.path / ".lock").touch()
    young = RunFolder.create(tiny_settings())
    young.close()
    assert young.path.name == "run (3)"
    aged(run.path)
    again = RunFolder.create(tiny_settings())
    again.close()
    assert again.path == run.path
    assert {path.name for path in run.path.iterdir()} <= {".lock", "events.jsonl", "settings.toml", "environment.json"}


def test_files_of_other_names_and_ages_stay(tmp_path: Path) -> None:
    for name in (HALF, ".student.pth.tmp", "student.pth.0a1b2c3d.tmp", ".a.b.0A1B2C3D.tmp"):
        (tmp_path / name).touch()
    remove_unfinished(tmp_path, older_than_s=60)
    assert len(list(tmp_path.iterdir())) == 4
    remove_unfinished(tmp_path)
    assert not (tmp_path / HALF).exists()
    assert len(list(tmp_path.iterdir())) == 3


def test_temporary_folders_of_the_dead_are_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.files.gettempdir", lambda: str(tmp_path))
    old, young, other = (tmp_path / name for name in ("PatchDistill proof a", "PatchDistill proof b", "proof c"))
    for folder in (old, young, other):
        folder.mkdir()
        (folder / "batch-00000.npy").touch()
    aged(old)
    aged(other)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if sys.platform != "win32":
        (tmp_path / "PatchDistill proof link").symlink_to(elsewhere)
        aged(elsewhere)
    with temporary_folder("proof"):
        assert not old.exists()
        assert young.is_dir()
        assert other.is_dir()
        assert elsewhere.is_dir()
    assert Path(gettempdir()).is_dir()


def test_the_clean_process_ends_with_the_export_that_asked_it(tmp_path: Path) -> None:
    """Killed without a word, as by the task manager: no process, no pictures and no half-written file remain."""
    folder, file = tmp_path / "pictures", tmp_path / ".student.onnx.0a1b2c3d.tmp"
    folder.mkdir()
    file.touch()
    (folder / "probe.npy").touch()
    parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    code = (
        "import sys, time; from pathlib import Path; from engine.export.prove import end_with\n"
        "end_with(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))\n"
        "print('watching', flush=True); time.sleep(90)"
    )
    words = [sys.executable, "-c", code, str(parent.pid), str(folder), str(file)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"watching"
        assert child.poll() is None
        parent.kill()  # and is not waited for: a process that nobody has asked after yet is dead all the same
        assert child.wait(60) == 1
    assert list(tmp_path.iterdir()) == []
    parent.communicate()
