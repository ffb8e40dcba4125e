"""The window that is told to end by the system: nobody is asked, and what is unsaved is kept."""

import subprocess
import sys
from pathlib import Path

import pytest

import tests

ROOT = Path(tests.__file__).resolve().parents[1]
WINDOW = """
import os, signal, sys, time
from pathlib import Path
import torch
from PySide6.QtCore import QTimer
from gui.background.background_task import BackgroundTask
from gui.project.preferences import PreferencesFile
from gui.start import app, crash

def shown(window):
    window.setup_page.form.rows["seed"].field.set_value(7)
    if sys.argv[3:] == ["hangs"]:  # as on a share that does not answer
        BackgroundTask(window).start(lambda _control, _emit: time.sleep(600))
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), getattr(signal, sys.argv[2])))

app.default_folder = lambda: Path(sys.argv[1])
sys.exit(app.main(["PatchDistill"], PreferencesFile(Path(sys.argv[1]) / "preferences.json"), shown))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("how", [("SIGTERM",), ("SIGHUP",), ("SIGTERM", "hangs")])
def test_what_is_unsaved_is_kept(tmp_path: Path, how: tuple[str, ...]) -> None:
    words = [sys.executable, "-c", WINDOW, str(tmp_path), *how]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 0, done.stderr
    assert "seed = 7" in (tmp_path / "Unsaved project.patchdistill").read_text(encoding="utf-8")
