"""Ctrl-C, and whatever else asks a command to end, stops and saves, and what users do next works."""

import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tests
from engine.cli import commands
from engine.cli.console import Console
from engine.control import RunControl
from engine.run_folder.checkpoint import load_last
from tests.engine.helpers.command_line import Run, strictly, told, write_settings
from tests.engine.helpers.tiny_data import TinyData

ROOT = Path(tests.__file__).resolve().parents[1]


Work = Callable[[Namespace, RunControl, Console], tuple[int, dict[str, Any]]]


def interrupted(work: Work, times: int, number: signal.Signals = signal.SIGINT) -> Work:
    """The command with Ctrl-C pressed, or another signal sent, as it begins."""

    def pressed(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
        for _ in range(times):
            signal.raise_signal(number)
        return work(arguments, control, console)

    return pressed


def interruptible(words: list[str]) -> subprocess.Popen[str]:
    """A process of its own that `interrupt` reaches alone."""
    own_group = 0
    if sys.platform == "win32":
        own_group = subprocess.CREATE_NEW_PROCESS_GROUP
    pipe = subprocess.PIPE
    return subprocess.Popen(words, cwd=ROOT, stdout=pipe, stderr=pipe, encoding="utf-8", creationflags=own_group)


def interrupt(process: subprocess.Popen[str]) -> None:
    """As Ctrl-C does; Windows sends a group of its own only Ctrl-Break."""
    if sys.platform == "win32":
        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        process.send_signal(signal.SIGINT)


def test_ctrl_c_in_every_command(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.getsignal(signal.SIGINT)
    settings, weights = write_settings(tmp_path, tiny_data), trained / "student.pth"
    for words in (
        ("train", settings, *told()),
        ("check", settings, *told()),
        ("evaluate", weights, "--data", tiny_data.folder),
        ("score", weights, tiny_data.folder),
        ("selftest",),
    ):
        name = str(words[0])
        monkeypatch.setitem(commands.COMMANDS, name, interrupted(commands.COMMANDS[name], 1))
        done = command(*words)
        assert done.code == 130, name
        assert "Traceback" not in done.err
        if name == "train":
            assert (done.data["state"], done.data["weights"], done.data["best"]) == ("stopped", None, None)
            assert "Stopping: the state is being saved" in done.err
        else:
            assert done.data["error"]["kind"] == "stopped"
            assert "Stopped before the end." in done.err, name
    assert signal.getsignal(signal.SIGINT) is before
    assert command("resume", tmp_path / "run").data["state"] == "finished"


def test_a_second_ctrl_c_ends_at_once(
    command: Run, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(commands.COMMANDS, "train", interrupted(commands.train, 2))
    done = command("train", write_settings(tmp_path, tiny_data), *told())
    assert (done.code, done.data["error"]["kind"]) == (130, "stopped")
    assert "can be resumed from its last checkpoint" in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_who_is_told_to_end_saves_however_often_it_is_said(
    command: Run, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """By a scheduler, which may send both and more than once, or as the terminal is closed."""
    if name not in signal.Signals.__members__:
        pytest.skip("this system has no such signal")
    number = signal.Signals[name]
    before = signal.getsignal(number)
    monkeypatch.setitem(commands.COMMANDS, "train", interrupted(commands.train, 3, number))
    done = command("train", write_settings(tmp_path, tiny_data), *told())
    assert (done.code, done.data["state"]) == (130, "stopped")
    assert "Told to end: the state is being saved" in done.err
    assert signal.getsignal(number) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no hang-up")
def test_under_nohup_a_command_goes_on_when_the_terminal_is_closed(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        monkeypatch.setitem(commands.COMMANDS, "cache", interrupted(commands.cache, 1, signal.SIGHUP))
        done = command("cache", "--folder", tmp_path)
        assert (done.code, "Told to end" in done.err) == (0, False)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_a_run_that_is_terminated_is_saved_and_goes_on(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data)
    words = [sys.executable, "main.py", "train", str(settings), *told("stage2.epochs=2000"), "--json"]
    with interruptible(words) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Stage 2, epoch 1" in line:
                process.terminate()
                break
        rest = process.stderr.read()
    assert process.returncode == 130, rest
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    resumed = command("resume", tmp_path / "run", "--set", f"stage2.epochs={former.state.epoch + 1}")
    assert (resumed.code, resumed.data["state"]) == (0, "finished")
    assert f"from step {former.state.step}" in resumed.err


def test_ctrl_c_then_resume_evaluate_and_score(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    """The whole way through a real process, a real signal, and what users do next."""
    settings = write_settings(tmp_path, tiny_data)
    words = [sys.executable, "main.py", "train", str(settings), *told("stage2.epochs=2000"), "--json"]
    with interruptible(words) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        lines = []
        for line in process.stderr:
            lines.append(line)
            if "Stage 2, epoch 1" in line:
                interrupt(process)
                break
        rest, out = process.stderr.read(), process.stdout.read()
    assert process.returncode == 130, "".join(lines) + rest
    assert "Traceback" not in rest
    assert "Stopping: the state is being saved" in rest
    done = strictly(out.splitlines()[-1])
    assert (done["state"], done["run"]) == ("stopped", str(tmp_path / "run"))
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    assert former.state.epoch < 2000

    resumed = command("resume", tmp_path / "run", "--set", f"stage2.epochs={former.state.epoch + 1}")
    assert (resumed.code, resumed.data["state"]) == (0, "finished")
    assert f"from step {former.state.step}; changed settings: stage2.epochs" in resumed.err
    evaluated = command("evaluate", resumed.data["weights"], "--data", tiny_data.folder / "val")
    assert evaluated.data["overall"]["auc"] == resumed.data["best"]["auc"]
    scored = command("score", resumed.data["weights"], tiny_data.folder / "val")
    assert len(scored.data["scores"]) == evaluated.data["overall"]["images"]
