"""A breakdown below Python is told at the next start; what COM throws and catches is not."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.start.crash import CrashReporter
from gui.start.native_crash import NAME, is_breakdown, take_report, tell_of_breakdown

STACK = '\n\nThread 0x00001a2c (most recent call first):\n  File "main.py", line 3 in <module>\n'
COM = f"Windows fatal exception: code 0x8001010d{STACK}"
VIOLATION = f"Windows fatal exception: access violation{STACK}"


@pytest.mark.parametrize(
    ("text", "breakdown"),
    [
        ("", False),
        (COM, False),
        (f"Windows fatal exception: code 0x800706ba{STACK}", False),
        (f"Windows fatal exception: code 0xe24c4a02{STACK}", False),
        (VIOLATION, True),
        (f"{COM}\n{VIOLATION}", True),
        (f"{VIOLATION}\n{COM}", False),
        (f"Windows fatal exception: code 0xc000001d{STACK}", True),
        (f"Fatal Python error: Segmentation fault{STACK}", True),
    ],
)
def test_what_counts_is_the_last_exception_and_whether_it_ends_a_program(text: str, breakdown: bool) -> None:
    assert is_breakdown(text) is breakdown


CRASHES = "import sys, faulthandler; faulthandler.enable(open(sys.argv[1], 'a')); faulthandler._sigsegv()"


def test_a_real_crash_is_taken_once_and_kept_for_the_support_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASHES, str(tmp_path / NAME)], check=False, capture_output=True, timeout=60
    )
    assert done.returncode != 0
    report = take_report(tmp_path)
    assert report is not None
    assert "fatal" in report.read_text(encoding="utf-8").lower()
    assert take_report(tmp_path) is None
    assert [file.suffix for file in tmp_path.iterdir()] == [".txt"]


def test_an_orderly_end_leaves_no_report_and_the_next_start_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(COM, encoding="utf-8")
    reporter = CrashReporter(tmp_path)
    reporter.install()
    try:
        assert reporter.breakdown is None
        (tmp_path / NAME).write_text(VIOLATION, encoding="utf-8")  # which something caught
    finally:
        reporter.uninstall()
    assert not list(tmp_path.iterdir())


def test_the_next_start_says_what_is_safe_and_offers_a_support_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_text(VIOLATION, encoding="utf-8")
    reporter = CrashReporter(tmp_path)
    reporter.install()
    reporter.uninstall()
    assert reporter.breakdown is not None
    asked: list[Path | None] = []
    monkeypatch.setattr("gui.start.native_crash.ask_for_support_file", lambda parent, run: asked.append(run))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = tell_of_breakdown(window, reporter.breakdown, lambda: tmp_path / "run")
    assert reporter.breakdown.name in dialog.informativeText()
    assert "resumed" in dialog.informativeText()
    (support,) = (button for button in dialog.buttons() if "support" in button.text())
    with qtbot.waitSignal(dialog.destroyed):
        support.click()
    assert asked == [tmp_path / "run"]
