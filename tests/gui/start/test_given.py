"""What a start is given goes where the window has a place for it, and what has none is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.start.given import open_given
from gui.start.start_failure import open_already_dialog
from gui.window.main_window import MainWindow
from tests.gui.helpers.visit import Visit


@pytest.fixture
def window(open_window: Callable[..., Visit]) -> MainWindow:
    return open_window(complete=False).window


def told(window: MainWindow) -> str:
    """What the window says, and close it."""
    dialogs = window.findChildren(QMessageBox)
    text = "\n".join(f"{dialog.text()} {dialog.informativeText()}" for dialog in dialogs)
    for dialog in dialogs:
        dialog.close()
    return text


def test_folder_and_checkpoint_go_into_their_fields(window: MainWindow, tmp_path: Path) -> None:
    checkpoint, images = tmp_path / "teacher.PTH", tmp_path / "images"
    checkpoint.write_bytes(b"")
    images.mkdir()
    open_given(window, [images, checkpoint])
    rows = window.setup_page.form.rows
    assert rows["data.train"].field.value() == (images,)
    assert rows["teacher.checkpoint"].field.value() == checkpoint
    assert not told(window)


def test_a_picture_turns_to_inspect_which_says_what_it_lacks(window: MainWindow, tmp_path: Path) -> None:
    picture = tmp_path / "cat.webp"
    picture.write_bytes(b"")
    open_given(window, [picture])
    assert window.page_name() == "inspect"
    assert "No student is chosen" in told(window)


def test_of_two_projects_the_first_is_opened_and_the_other_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "one.patchdistill", tmp_path / "two.patchdistill"]
    for path in paths:
        path.write_text(f"[data]\ntrain = [{json.dumps(str(tmp_path))}]\n", encoding="utf-8")
    open_given(window, paths)
    qtbot.waitUntil(lambda: window.project.path == paths[0])
    assert "two.patchdistill was not opened" in told(window)


@pytest.mark.parametrize("name", ["notes.docx", "gone.webp", "gone folder"])
def test_what_has_no_place_is_named(window: MainWindow, tmp_path: Path, name: str) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"")
    open_given(window, [tmp_path / name])
    assert name in told(window)


def test_a_second_start_names_what_the_first_window_was_not_told_of(qtbot: QtBot) -> None:
    dialog = open_already_dialog([Path("/data/cats"), Path("/data/teacher.pth")])
    qtbot.addWidget(dialog)
    assert dialog.text().endswith("Not opened: cats, teacher.pth.")
