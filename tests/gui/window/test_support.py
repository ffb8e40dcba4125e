"""A support file from the window: written beside its thread, and what became of it is said."""

import logging
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.start import program_log
from gui.window.support import TITLE, create_support_file
from tests.gui.helpers.visit import Visit


def test_it_is_written_and_said(
    open_window: Callable[..., Visit], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.run_folder.support_file.logs_folder", lambda: tmp_path)
    visit = open_window()
    visit.press("support")
    (chooser,) = [box for box in visit.window.findChildren(QFileDialog) if box.windowTitle() == TITLE]
    chooser.close()
    create_support_file(visit.window, tmp_path / "support.zip", None)
    qtbot.waitUntil(lambda: visit.question() is not None)
    told = visit.question()
    assert told is not None
    assert told.text() == f"{tmp_path / 'support.zip'} was written."
    assert zipfile.ZipFile(tmp_path / "support.zip").namelist() == ["program.json"]
    visit.answer("OK")


def test_a_run_that_is_gone_is_told(open_window: Callable[..., Visit], qtbot: QtBot, tmp_path: Path) -> None:
    visit = open_window()
    create_support_file(visit.window, tmp_path / "support.zip", tmp_path / "gone")
    qtbot.waitUntil(lambda: visit.question() is not None)
    told = visit.question()
    assert told is not None
    assert "is not a run folder" in told.text()
    visit.answer("OK")


def test_the_log_of_the_window_never_grows_without_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program_log, "BYTES", 2000)
    handler = program_log.keep_log(tmp_path / "none")  # a folder that is not there ends nothing
    logging.getLogger("gui.x").warning("lost")
    program_log.end_log(handler)
    handler = program_log.keep_log(tmp_path)
    try:
        for number in range(500):
            logging.getLogger("engine.x").warning("line %s", number)
    finally:
        program_log.end_log(handler)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("patchdistill.log", "patchdistill.log.1", "patchdistill.log.2")
    ]
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())
    assert "line 499" in (tmp_path / "patchdistill.log").read_text(encoding="utf-8")
