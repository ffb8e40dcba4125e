"""Nothing gets out: what the command line and the window ask of the system's network, seen from outside the process."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import tests
from engine.packages.onnx_runtime import import_onnxruntime
from tests.engine.helpers.command_line import told, write_settings
from tests.engine.helpers.tiny_data import TinyData, fitted_teacher, write_images

ROOT = Path(tests.__file__).resolve().parents[1]
pytestmark = pytest.mark.timeout(600)  # whole programs, watched call by call
OF_ITS_OWN = ("AF_UNIX", "AF_LOCAL")  # sockets that never leave the computer


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> TinyData:
    import torch

    place = tmp_path_factory.mktemp("tiny")
    write_images(place / "data")
    torch.save(fitted_teacher(place / "data").network.state_dict(), place / "teacher.pth")
    return TinyData(place / "data", place / "teacher.pth", place / "teacher.pth")


def traced(home: Path, *words: object) -> list[str]:
    """What a process and its children asked of networks; a home of their own shows what else they leave."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed, so what the program asks of networks was not looked at")
    log = home / "network.txt"
    trace = [strace, "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(log)]
    caches = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config")}
    usual = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [*trace, sys.executable, *map(str, words)],
        cwd=ROOT,
        env=usual | caches | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=290,
    )
    if not log.is_file() or "PTRACE" in done.stderr:
        pytest.skip(f"strace may not watch processes here: {done.stderr[:200]}")
    assert done.returncode == 0, done.stderr
    return log.read_text(encoding="utf-8").splitlines()


def reaching_out(lines: list[str]) -> list[str]:
    """Sockets and addresses that are none of the computer's own."""
    families = ((line, re.search(r"\b(AF_[A-Z0-9]+)", line)) for line in lines)
    return [line for line, found in families if found and found[1] not in OF_ITS_OWN]


def left_by_others(home: Path) -> list[str]:
    return [str(path) for path in home.rglob("*") if "microsoft" in path.name.lower()]


def test_train_and_export_reach_for_no_network(data: TinyData, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    settings = write_settings(tmp_path, data)
    seen = traced(home, "main.py", "train", settings, *told("teacher.accept_weak=true"))
    seen += traced(home, "main.py", "export", tmp_path / "run", "--format", "onnx", "--accept-weak")
    assert reaching_out(seen) == []
    assert left_by_others(home) == []


def test_the_window_reaches_for_no_network(tmp_path: Path) -> None:
    """Images, teacher, training, export and a scored picture, as the built program is tried."""
    seen = traced(tmp_path, "main.py", "--smoke-test", "--quick", "--result", tmp_path / "smoke.json")
    assert reaching_out(seen) == []
    assert left_by_others(tmp_path) == []


def test_onnx_runtime_is_silenced_before_it_is_loaded(tmp_path: Path) -> None:
    """Loaded without a word it leaves an identifier of the device in the user's cache."""
    code = "from engine.packages.onnx_runtime import import_onnxruntime as get; assert get().InferenceSession"
    usual = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    places = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "USERPROFILE", "LOCALAPPDATA")}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=usual | places, check=True, timeout=110)
    assert list(tmp_path.iterdir()) == []
    assert import_onnxruntime().get_available_providers()
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"


def test_the_guard_of_the_tests_notices_what_reaches_out(no_network: list[str]) -> None:
    with socket.socket() as reaching, pytest.raises(RuntimeError, match="reaches for a network"):
        reaching.connect(("127.0.0.1", 9))
    with pytest.raises(RuntimeError):
        socket.getaddrinfo("example.invalid", 80)
    assert len(no_network) == 2
    no_network.clear()
