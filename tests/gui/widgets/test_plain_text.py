"""Words of project files, checkpoints and runs are shown as they are written, and open nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import EngineError
from gui.start.start_failure import failure_dialog
from gui.widgets import dialogs
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.path_fields import FoldersField
from gui.widgets.plain_text import plain_tip
from tests.gui.helpers.visit import Visit

EVIL = "<b>run</b> <img src='/tmp/secret.png'> & <a href='http://x'>click</a>"


def shown_by_a_tooltip(tip: str) -> str:
    """What QToolTip makes of a text: HTML where it takes it for that."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def guessing(widget: QWidget) -> list[QLabel]:
    """Labels that take for HTML what looks like it."""
    return [label for label in widget.findChildren(QLabel) if label.textFormat() == Qt.TextFormat.AutoText]


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: dialogs.tell(parent, "Title", EVIL, EVIL),
        lambda parent: dialogs.tell_error(parent, "Title", EngineError(EVIL, EVIL)),
        lambda parent: dialogs.ask(parent, "Title", EVIL, EVIL, "Yes", "No", lambda: None),
        lambda parent: dialogs.ask_to_save(parent, EVIL, lambda: None, lambda: None),
        lambda parent: dialogs.wait(parent, "Title", EVIL, EVIL),
        lambda _: failure_dialog(EVIL, EVIL),
    ],
)
def test_a_dialog_shows_tags_as_text(qtbot: QtBot, make: Callable[[QWidget], QMessageBox]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = make(parent)
    qtbot.addWidget(dialog)
    shown = [label for label in dialog.findChildren(QLabel) if "<img" in label.text()]
    assert shown
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
    dialog.close()


@pytest.mark.parametrize("text", [EVIL, "two\nlines <i>", "plain", "a < b", "&lt;b&gt;"])
def test_a_tooltip_shows_exactly_its_text(qtbot: QtBot, text: str) -> None:
    assert shown_by_a_tooltip(plain_tip(text)) == text


def test_names_of_files_and_runs_are_text_in_tooltips(qtbot: QtBot) -> None:
    folders, elided = FoldersField(), ElidedLabel()
    qtbot.addWidget(folders)
    qtbot.addWidget(elided)
    folders.set_value((Path(EVIL),))
    assert shown_by_a_tooltip(folders.list.item(0).toolTip()) == str(Path(EVIL))
    elided.resize(10, 10)
    elided.setText(EVIL)
    assert shown_by_a_tooltip(elided.toolTip()) == EVIL


def test_no_label_of_the_window_guesses(open_window: Callable[..., Visit]) -> None:
    window = open_window().window
    for page in ("setup", "run", "patches", "inspect", "runs", "help"):
        window.show_page(page)
    assert [label.text() for label in guessing(window)] == []
