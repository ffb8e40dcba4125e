"""Changes that are not saved: what would lose them asks first, and Enter never does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, save_settings
from gui.form.fields import Field
from gui.widgets import dialogs as messages
from tests.gui.helpers.visit import Visit


def changed(visit: Visit, path: Path) -> Field:
    """A project from a file, and the field of its epochs, which was changed."""
    save_settings(RunSettings(), path)
    assert visit.open_project(path)
    epochs = visit.window.setup_page.form.rows["stage2.epochs"].field
    epochs.set_value(7)
    return epochs


def shown(visit: Visit) -> QMessageBox:
    question = visit.question()
    assert question is not None
    assert {button.text() for button in question.buttons()} == {"Save", "Discard", "Cancel"}
    return question


def new(visit: Visit) -> None:
    visit.press("new")


def reset(visit: Visit) -> None:
    QTest.mouseClick(visit.window.setup_page.form.reset_all, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("lose", [new, reset])
def test_enter_saves_escape_keeps_and_discard_is_a_choice(
    lose: Callable[[Visit], None], open_window: Callable[[], Visit], tmp_path: Path
) -> None:
    visit, path = open_window(), tmp_path / "mine.toml"
    epochs, usual = changed(visit, path), RunSettings().stage2.epochs
    lose(visit)
    QTest.keyClick(shown(visit), Qt.Key.Key_Escape)
    assert (epochs.value(), load_settings(path).stage2.epochs) == (7, usual)
    lose(visit)
    visit.answer("Discard")
    assert (epochs.value(), load_settings(path).stage2.epochs) == (usual, usual)
    assert visit.open_project(path)
    epochs.set_value(7)
    lose(visit)
    QTest.keyClick(shown(visit), Qt.Key.Key_Return)
    visit.qtbot.waitUntil(lambda: epochs.value() == usual)
    assert load_settings(path).stage2.epochs == 7
    visit.window.project.take(RunSettings(), None)


def test_what_has_no_file_yet_is_lost_only_once_it_has_one(
    open_window: Callable[[], Visit], qtbot: QtBot, tmp_path: Path
) -> None:
    visit = open_window()
    epochs = visit.window.setup_page.form.rows["stage2.epochs"].field
    epochs.set_value(7)
    for chosen in (False, True):
        visit.press("new")
        shown(visit)
        visit.answer("Save")
        (dialog,) = (dialog for dialog in visit.window.findChildren(QFileDialog) if dialog.isVisible())
        assert epochs.value() == 7
        if chosen:
            dialog.fileSelected.emit(str(tmp_path / "kept.toml"))
        dialog.reject()
    visit.qtbot.waitUntil(lambda: epochs.value() == RunSettings().stage2.epochs)
    assert load_settings(tmp_path / "kept.toml").stage2.epochs == 7
    assert visit.window.project.path is None


def test_what_cannot_be_saved_is_not_lost(open_window: Callable[[], Visit], tmp_path: Path) -> None:
    visit = open_window()
    epochs = changed(visit, tmp_path / "mine.toml")
    visit.window.setup_page.form.rows["stage2.momentum"].field.set_value(1.0)
    visit.press("new")
    visit.answer("Save")
    visit.qtbot.waitUntil(lambda: visit.question() is not None and "less than 1" in _words(visit))
    visit.answer("OK")
    assert epochs.value() == 7
    visit.window.project.take(RunSettings(), None)


def test_closing_offers_to_save_what_would_be_lost(open_window: Callable[[], Visit], tmp_path: Path) -> None:
    visit, path = open_window(), tmp_path / "mine.toml"
    changed(visit, path)
    visit.window.close()
    QTest.keyClick(shown(visit), Qt.Key.Key_Escape)
    assert visit.window.isVisible()
    visit.window.close()
    QTest.keyClick(shown(visit), Qt.Key.Key_Return)
    visit.qtbot.waitUntil(lambda: not visit.window.isVisible())
    assert load_settings(path).stage2.epochs == 7


def test_enter_means_no_where_a_yes_loses_something(qtbot: QtBot) -> None:
    parent, done = QWidget(), list[str]()
    qtbot.addWidget(parent)
    for loses in (True, False):
        yes = lambda: done.append("done")  # noqa: E731
        dialog = messages.ask(parent, "Title", "Text", "More", "Yes", "No", yes, loses=loses)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert done == ["done"]


def _words(visit: Visit) -> str:
    question = visit.question()
    return "" if question is None else f"{question.text()} {question.informativeText()}"
