"""A support file: what helps is in it, and no picture and no name of user or computer."""

import getpass
import json
import platform
import zipfile
from pathlib import Path

import pytest

from engine.run_folder import support_file
from engine.run_folder.support_file import write_support_file
from tests.engine.helpers.command_line import Run

NAME = "Erika Musterfrau"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Paths as Linux, Windows and JSON write them."""
    run = tmp_path / "run"
    (run / "patches").mkdir(parents=True)
    (run / "settings.toml").write_text(f'data.train = ["{Path.home()}/images", "/home/{NAME}/x"]', encoding="utf-8")
    (run / "run.log").write_text(f"C:\\Users\\{NAME}\\a.png at {platform.node()} by {getpass.getuser()}\n")
    lines = [json.dumps({"kind": "x", "path": f"C:\\Users\\{NAME}\\{n}"}) for n in range(5000)]
    (run / "events.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (run / "patches" / "1.npz").touch()
    (run / "student.pth").touch()
    return run


def content(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    logs = tmp_path / "logs"
    logs.mkdir()
    for name in ("crash-1.txt", "patchdistill.log", "patchdistill.log.1", "picture.png"):
        (logs / name).write_text(f"in {Path.home()}/x", encoding="utf-8")
    return logs


def test_what_helps_is_in_it_and_names_are_not(run: Path, logs: Path, tmp_path: Path) -> None:
    found = content(write_support_file(tmp_path / "support.zip", run, logs=logs))
    assert found.keys() == {
        "program.json",
        *("run/settings.toml", "run/run.log", "run/events.jsonl"),
        *("logs/crash-1.txt", "logs/patchdistill.log", "logs/patchdistill.log.1"),
    }
    whole = "\n".join(found.values())
    for name in (NAME, str(Path.home()), platform.node()):
        assert name not in whole
    assert "HOME/images" in found["run/settings.toml"]
    assert found["run/run.log"] == "C:\\Users\\USER\\a.png at COMPUTER by USER\n"
    events = found["run/events.jsonl"].splitlines()
    assert len(events) == support_file.LAST_EVENTS
    assert json.loads(events[-1])["path"] == "C:\\Users\\USER\\4999"
    assert json.loads(found["program.json"])["patchdistill"]


def test_the_command_writes_it_and_replaces_nothing_unasked(
    command: Run, run: Path, logs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support_file, "logs_folder", lambda: logs)
    target = tmp_path / "for help.zip"
    done = command("support", run, "--output", target)
    assert (done.code, done.data) == (0, {"support": str(target)})
    assert "run/run.log" in content(target)
    assert "already exists" in command("support", "--output", target).failed_with("storage")
    assert command("support", "--output", target, "--overwrite").code == 0
    assert not any(name.startswith("run/") for name in content(target))
    refused = command("support", tmp_path, "--output", tmp_path / "x.zip").failed_with("runfolder")
    assert "is not a run folder" in refused
