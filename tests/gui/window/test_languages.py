"""The window in another language: no text of its own is left in English, and it is as usable."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.events import DataScanned, Event, ShortcutsAudited, TeacherChecked
from engine.health.evidence import evidence_words
from engine.queue.queue_folder import Queue
from engine.settings.presets import preset_settings
from gui.commands.actions import LANGUAGES, PAGES
from gui.form.settings_form import SettingsForm
from gui.project.preferences import PreferencesFile
from gui.window.main_window import MainWindow
from gui.window.run_commands import ShownRun
from tests.gui.helpers import golden
from tests.gui.helpers.other_language import english_in, marked, other_language
from tests.gui.helpers.visit import Visit

ROWS = 40  # of a table are looked at
GUIDE = "topics"  # the object name of its list: the guide is English
OF_QT = {"Scroll Left", "Scroll Right"}  # its own catalogues have them


@pytest.fixture
def window(open_window: Callable[[], Visit], qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """In the other language, with the recorded run opened and listed, one in the queue, and all settings shown."""
    golden.write_run(tmp_path / "runs" / "earlier", 1, end="finished")
    queue = Queue(tmp_path / "queue")
    queue.add([preset_settings("recommended")])
    with other_language(qapp):
        window = open_window().window
        window.queue.use(queue)
        window.runs_panel.set_folder(tmp_path / "runs")
        window.show_page("runs")
        qtbot.waitUntil(lambda: window.runs_panel.model.rowCount() == 1)
        window.setup_page.form.advanced.setChecked(True)
        window.commands._opened = ShownRun(golden.history(), tmp_path)
        window.commands.shown_changed.emit()
        window.run_page.warnings.table.selectRow(0)
        yield window


def test_no_text_of_the_window_is_left_in_english(window: MainWindow) -> None:
    found: dict[str, str] = {}
    said = recorded()
    for name, *_ in PAGES:
        window.show_page(name)
        QApplication.processEvents()
        for place, text in texts(window):
            if english := english_in(without(text, said)):
                found.setdefault(text, f"{name}, {place}: {english}")
    for event in golden.events():
        show(window, event)
    window.actions_by_name["drills"].trigger()
    window.actions_by_name["export"].trigger()
    for place, text in texts(window):
        if english := english_in(without(text, said)):
            found.setdefault(text, f"findings and dialogs, {place}: {english}")
    assert not found, "\n".join(f"{why}  in  {text!r}" for text, why in found.items())


def show(window: MainWindow, event: Event) -> None:
    """What was found in images and teacher, beside the settings."""
    setup = window.setup_page
    match event:
        case DataScanned():
            setup.data_panel.findings.show_scan(event, confirmed=True)
        case ShortcutsAudited():
            setup.data_panel.findings.show_shortcuts(event)
        case TeacherChecked():
            setup.teacher_panel.findings.show_check(event)


def recorded() -> set[str]:
    """What the engine put together about the recorded run: such texts are English in every language."""
    rows = golden.history().alerts.values()
    return {said for row in rows for said in (row.message, row.cause, row.remedy, evidence_words(row.rule))} | OF_QT


def without(text: str, said: set[str]) -> str:
    """A text that is shown, plain, less what was said in it."""
    plain = QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text
    for part in said:
        plain = plain.replace(part, "")
    return plain


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text."""
    for action in window.findChildren(QAction):
        yield "action", action.text()
        yield "tip of an action", action.toolTip()
    for widget in (window, *window.findChildren(QWidget)):
        if widget.objectName() != GUIDE and not isinstance(widget, QTextBrowser):
            kind = type(widget).__name__
            for place, text in (("tip", widget.toolTip()), ("name", widget.accessibleName()), *_shown(widget)):
                yield f"{place} of {kind}", text


def _shown(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
        case QComboBox():
            yield from (("choice", widget.itemText(index)) for index in range(widget.count()))
        case QTabBar():
            yield from (("tab", widget.tabText(index)) for index in range(widget.count()))
            yield from (("tip of a tab", widget.tabToolTip(index)) for index in range(widget.count()))
        case QAbstractItemView():
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if not model:
        return
    for column in range(1 if isinstance(view, QListView) else model.columnCount()):
        yield "heading", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(ROWS, model.rowCount())):
            yield "cell", str(model.index(row, column).data() or "")


def test_the_search_finds_the_words_that_are_shown_and_the_english_ones(qtbot: QtBot, qapp: QApplication) -> None:
    with other_language(qapp):
        form = SettingsForm()
        qtbot.addWidget(form)
        row = form.rows["teacher.checkpoint"]
        assert row.title == marked("Teacher checkpoint")
        for words in (row.title, "Teacher checkpoint", "teacher.checkpoint", marked("LaDeDa").lower()):
            assert row.matches(words), words
        form.search.setText(marked("Learning rate, head"))
        assert form.pages["Stage 2"].shown == 1


def test_a_language_that_is_chosen_in_options_is_spoken_from_the_next_start_on(
    open_window: Callable[..., Visit], tmp_path: Path
) -> None:
    window = open_window(complete=False).window
    actions = window.actions_by_name
    assert actions["language_system"].isChecked()
    assert [actions[f"language_{name}"].text() for name, _ in LANGUAGES[1:]] == ["English", "Deutsch", "简体中文"]
    actions["language_de"].trigger()
    (told,) = window.findChildren(QMessageBox)
    assert "when it is next opened" in told.text()
    assert "English" in told.informativeText()
    told.close()
    assert actions["start"].text() == "Start"
    assert PreferencesFile(tmp_path / "preferences.json").value.language == "de"
    assert open_window(complete=False).window.actions_by_name["language_de"].isChecked()
