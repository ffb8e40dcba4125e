"""A second start hands its project to the first window; where nobody answers it opens a window of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import tests
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


@pytest.mark.parametrize("project", [Path("/tmp/Übung 图 O'Brien.patchdistill"), None])
def test_the_first_window_is_asked(qtbot: QtBot, name: str, project: Path | None) -> None:
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
