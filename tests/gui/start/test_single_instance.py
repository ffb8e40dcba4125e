"""A second start hands its project to the first window; where nobody answers it opens a window of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

import tests
from gui.start import single_instance
from gui.start.second_start import channel
from gui.start.single_instance import FirstWindow

ROOT = Path(tests.__file__).resolve().parents[1]


@pytest.fixture
def name(tmp_path: Path) -> str:
    return channel(tmp_path / "preferences.json")


def handed_over(qtbot: QtBot, name: str, project: Path | None) -> bool:
    """What a second process is told, while the first window's event loop goes on."""
    code = "import sys; from pathlib import Path; from gui.start.second_start import hand_over; "
    code += "told = hand_over(sys.argv[1], Path(sys.argv[2]) if sys.argv[2:] else None); "
    code += "sys.exit(4 if {'torch', 'PySide6'} & set(sys.modules) else 0 if told else 3)"
    second = subprocess.Popen([sys.executable, "-c", code, name, *([str(project)] if project else [])], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode in (0, 3)
    return second.returncode == 0


@pytest.mark.parametrize("file", ["Übung 图 O'Brien.patchdistill", None])
def test_the_first_window_is_asked(qtbot: QtBot, name: str, file: str | None, tmp_path: Path) -> None:
    project = tmp_path / file if file else None
    if project:
        project.touch()
    first = FirstWindow(name)
    asked: list[str] = []
    first.asked.connect(asked.append)
    assert handed_over(qtbot, name, project)
    assert asked == [str(project.absolute()) if project else ""]
    first.close()
    assert not handed_over(qtbot, name, project)


def test_users_do_not_meet_each_other(qtbot: QtBot, name: str, tmp_path: Path) -> None:
    first = FirstWindow(name)
    assert not handed_over(qtbot, channel(tmp_path / "another user" / "preferences.json"), None)
    first.close()


def test_a_window_that_left_without_a_word_is_succeeded(qtbot: QtBot, name: str) -> None:
    abandoned = FirstWindow(name)
    first = FirstWindow(name)
    assert handed_over(qtbot, name, None)
    first.close()
    abandoned.close()


def connected(qtbot: QtBot, name: str) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(single_instance.PATIENCE_MS)
    return socket


@pytest.mark.parametrize(
    "line",
    [b"/tmp/a\0b.patchdistill", b"\xff\xfe", b"relative.toml", b"/tmp/gone.toml", b"/etc/passwd", b"/" + b"x" * 9999],
)
def test_a_line_that_names_no_project_brings_the_window_forward_and_opens_nothing(
    qtbot: QtBot, name: str, line: bytes
) -> None:
    first = FirstWindow(name)
    asked: list[str] = []
    first.asked.connect(asked.append)
    socket = connected(qtbot, name)
    socket.write(line + b"\n")
    qtbot.waitUntil(lambda: asked == [""])
    socket.abort()
    first.close()


def test_a_line_without_end_is_hung_up_on_and_never_held_in_memory(qtbot: QtBot, name: str) -> None:
    first = FirstWindow(name)
    socket = connected(qtbot, name)
    socket.write(bytes(4 * single_instance.LONGEST))
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    first.close()


def test_who_says_nothing_is_hung_up_on(qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = FirstWindow(name)
    socket = connected(qtbot, name)
    monkeypatch.setattr(single_instance, "PATIENCE_MS", 1)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives pipes rights of their own")
def test_only_the_same_user_may_ask(qtbot: QtBot, name: str) -> None:
    first = FirstWindow(name)
    assert Path(first.place).stat().st_mode & 0o077 == 0
    first.close()
