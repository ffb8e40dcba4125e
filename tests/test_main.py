"""The program's first steps: which words open the window, no console at all, and a PyTorch that cannot be loaded."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

import main
from engine import __version__
from engine.cli.main import main as run_command
from engine.cli.smoke_words import OPTION, read_smoke_words
from engine.cli.without_console import run_without_console
from engine.machine.memory import COMMIT_LIMIT
from engine.packages.first_import import why_not_loaded
from gui.start.start_failure import failure_dialog
from resources.paths import resource

ROOT = Path(main.__file__).parent


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["Bilder 图.patchdistill"], True),
        (["C:/old project.TOML"], True),
        (["selftest"], False),
        (["train", "project.toml"], False),
        (["--version"], False),
        (["/data/a folder"], True),
        (["/data/teacher.pth"], True),
        (["/data/cat.webp"], True),
        (["/data/one.patchdistill", "/data/two.patchdistill"], True),
        (["score", "/data/student.pth"], False),
        (["/data/cat.webp", "--json"], False),
    ],
)
def test_a_project_file_opens_the_window_and_a_command_does_not(arguments: list[str], window: bool) -> None:
    assert main.opens_window(arguments) is window


@pytest.mark.parametrize(
    ("arguments", "code"), [(["selftest"], 0), (["--version"], 0), (["nonsense"], 2), (["train", "missing.toml"], 1)]
)
def test_without_a_console_commands_end_with_their_code(
    arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A windowed exe has neither stream; the self-test trains, with everything that would show progress."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    if sys.platform == "win32":
        monkeypatch.setattr("engine.machine.windows.message_box", lambda _text: None)
    monkeypatch.setattr(sys, "argv", ["patchdistill", *arguments])
    assert main.main() == code


def run_any(words: Sequence[str]) -> int:
    """As main.py does for the windowed program."""
    if words[0] == OPTION:
        return int(read_smoke_words(words) is None)
    return run_command(words)


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["nonsense"], 2, "'nonsense'"),
        (["train"], 2, "SETTINGS"),
        (["train", "missing.toml"], 1, "There is no settings file"),
        (["--help"], 0, "usage:"),
        (["--version"], 0, __version__),
        (["--smoke-test", "--quickly"], 2, "--quickly"),
        (["--smoke-test", "--result"], 2, "expected one argument"),
        (["--smoke-test", "--help"], 0, "--quick"),
    ],
)
def test_the_windowed_program_says_in_a_box_why_a_command_ended_and_where_commands_go(
    words: list[str], code: int, expected: str, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    shown: list[str] = []
    assert run_without_console(words, run_any, shown.append, main.where_commands_go) == code
    (text,) = shown
    assert expected in text
    assert "patchdistill-cli.exe" in text


@pytest.mark.parametrize(
    ("words", "code"), [(["selftest"], 0), (["train", "missing.toml", "--json"], 1), (["--smoke-test", "--quick"], 0)]
)
def test_no_box_tells_of_success_or_to_programs(words: list[str], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    shown: list[str] = []
    assert run_without_console(words, run_any, shown.append, main.where_commands_go) == code
    assert not shown


def test_where_commands_go_is_said_in_the_language_of_the_window(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("languages", "patchdistill_de.qm")))
    qapp.installTranslator(translator)
    try:
        text = main.where_commands_go()
    finally:
        qapp.removeTranslator(translator)
    assert "Konsole" in text
    assert "patchdistill-cli.exe" in text


@pytest.mark.skipif(sys.platform != "win32", reason="a box of Windows' own")
def test_a_box_that_nobody_reads_holds_no_process_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = import_module("engine.machine.windows")
    monkeypatch.setattr(windows, "READING_S", 2.0)
    windows.message_box("äß 图")


def test_a_narrow_console_gets_every_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """cp1252, as on Windows: letters that it lacks are replaced, not fatal."""
    written = BytesIO()
    console = TextIOWrapper(written, "cp1252", write_through=True)
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(sys, "stderr", console)
    monkeypatch.setattr(sys, "argv", ["patchdistill", "train", str(tmp_path / "图 Ω.toml")])
    assert main.main() == 1
    told = written.getvalue().decode("cp1252")
    assert "There is no settings file" in told
    assert "? ?.toml" in told
    assert "Traceback" not in told


class TooSmallError(OSError):
    winerror = COMMIT_LIMIT


@pytest.mark.parametrize(
    ("error", "expected"),
    [(TooSmallError("cannot load"), "Virtual memory"), (OSError("c10.dll is missing"), "c10.dll is missing")],
)
def test_a_pytorch_that_cannot_be_loaded_is_explained(qtbot: QtBot, error: OSError, expected: str) -> None:
    dialog = failure_dialog(*why_not_loaded(error))
    qtbot.addWidget(dialog)
    assert dialog.text().endswith(".")
    assert expected in dialog.informativeText()
    assert dialog.icon() == QMessageBox.Icon.Critical


BEFORE_MEMORY_IS_KEPT = """
import os, sys, threading
import main

def told():
    print(sorted({"torch", "numpy", "PySide6"} & set(sys.modules)), threading.active_count())
    print(os.environ["OMP_WAIT_POLICY"], os.environ["KMP_BLOCKTIME"])
    sys.exit()

main.keep_freed_memory = told
main.main()
"""


@pytest.mark.parametrize("words", [["--version"], ["--smoke-test", "--help"]])
def test_freed_memory_is_kept_before_pytorch_and_the_first_thread(words: list[str]) -> None:
    """Of the command line and of the window: what is there before takes no part (engine.machine.allocator).

    So it is with how threads wait, which OpenMP reads as it is loaded (engine.packages.thread_waiting); the
    user's word counts.
    """
    command = [sys.executable, "-c", BEFORE_MEMORY_IS_KEPT, *words]
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "KMP_"))}
    for own, expected in ({}, "passive 0"), ({"OMP_WAIT_POLICY": "active"}, "active 0"):
        done = subprocess.run(
            command, cwd=ROOT, env=usual | own, capture_output=True, text=True, check=True, timeout=110
        )
        assert done.stdout.splitlines()[:2] == ["[] 1", expected]


def test_the_first_import_of_torch_asks_for_no_real_path_and_leaves_nothing_changed() -> None:
    code = (
        "import os; asked = []; os.path.realpath = follow = lambda *path, **_: asked.append(path) or path[0]\n"
        "from engine.packages.first_import import import_torch; import_torch()\n"
        "import sys; sys.exit(bool(asked) or os.path.realpath is not follow or 'torch' not in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=110)
    assert done.returncode == 0


GARBAGE = """
import gc, runpy, sys
import torch  # as if it had been imported by then
from engine.cli import commands

commands.COMMANDS["check"] = lambda *_: (0 if gc.isenabled() and gc.get_freeze_count() > 10_000 else 1, {})
runpy.run_path("main.py", run_name="__main__")
"""


def test_a_command_collects_garbage_again_but_none_of_what_was_imported() -> None:
    done = subprocess.run([sys.executable, "-c", GARBAGE, "check", "x.toml"], cwd=ROOT, check=False, timeout=110)
    assert done.returncode == 0


AFTER_QT = """
import inspect
import torch
from gui.start.loading import import_qt

import_qt()
read = []
inspect.getsource = lambda module: read.append(module) or ""
from PySide6.QtWidgets import *
import gui.start.app
import sys
sys.exit(f"read: {read}" if read else "QPushButton" not in globals())
"""


def test_after_qt_no_source_of_a_module_is_read() -> None:
    done = subprocess.run([sys.executable, "-c", AFTER_QT], cwd=ROOT, check=False, timeout=110)
    assert done.returncode == 0


TORCH_FAILS = """
import sys
import main

number = int(sys.argv.pop(1))

class Broken:
    def find_spec(self, name, path=None, target=None):
        if name == "torch":
            error = OSError("c10.dll")
            error.winerror = number
            raise error

sys.meta_path.insert(0, Broken())
sys.exit(main.main())
"""


@pytest.mark.parametrize(("number", "expected"), [(126, "error 126"), (1114, "error 1114"), (1455, "Virtual memory")])
@pytest.mark.parametrize("words", [["selftest", "--json"], ["check", "missing.toml", "--json"]])
def test_a_command_without_pytorch_ends_in_one_sentence_and_the_error_as_json(
    words: list[str], number: int, expected: str
) -> None:
    command = [sys.executable, "-c", TORCH_FAILS, str(number), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    error = json.loads(done.stdout)["error"]
    assert expected in f"{error['message']} {error['remedy']}"
    assert error["message"] in done.stderr
