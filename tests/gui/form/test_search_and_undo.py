"""The form as a whole: any setting is found, what cannot act says why, and every change can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.settings import RunSettings
from gui.form.fields import IntField
from gui.form.settings_form import SettingsForm
from tests.gui.helpers.visit import Visit


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.resize(1200, 640)
    form.show()
    form.complete()
    return form


def shown(form: SettingsForm) -> set[str]:
    return {name for name, row in form.rows.items() if not row.isHidden()} - {"preset"}


def test_a_search_finds_advanced_settings_by_label_name_and_help_and_turns_to_their_page(form: SettingsForm) -> None:
    before = shown(form)
    for text in ("Nesterov", "stage2.momentum", "momentum NESTEROV"):
        form.search.setText(text)
        assert "stage2.momentum" in shown(form)
        assert "stage2.epochs" not in shown(form)
    assert form.page == "Stage 2"
    form.search.setText("no setting says this")
    assert shown(form) == set()
    form.search.clear()
    assert shown(form) == before


def test_what_cannot_act_is_disabled_and_says_why(form: SettingsForm) -> None:
    row = form.rows["loss.temperature"]
    help_text = row.help_text.text()
    assert row.editor.isEnabled()
    form.rows["loss.alpha_distill"].field.set_value(0.0)
    assert not row.editor.isEnabled()
    assert row.help_text.text() == 'Out of use: it acts only when "Loss: Weight of imitation" is above 0.'
    form.rows["loss.alpha_distill"].field.set_value(0.5)
    assert row.editor.isEnabled()
    assert row.help_text.text() == help_text


def test_each_change_is_taken_back_and_made_again(form: SettingsForm) -> None:
    begun = form.value()
    for value in (7, 70):  # as it is typed
        form.rows["stage2.epochs"].field.set_value(value)
    form.rows["data.train"].field.set_value((Path("a"),))
    form.rows["preset"].field.set_value("from_scratch")
    form.change({"stage2.head_lr": 0.1, "stage2.backbone_lr": 0.1}, "Rates")
    form.reset()
    states = []
    while form.edits.canUndo():
        states.append(form.value())
        form.edits.undo()
    assert form.value() == begun
    assert len(states) == 5
    assert form.rows["stage1.enabled"].field.value() is True
    for state in reversed(states):
        form.edits.redo()
        assert form.value() == state


def test_opened_settings_are_where_taking_back_ends(form: SettingsForm) -> None:
    form.rows["seed"].field.set_value(7)
    form.set_value(RunSettings(seed=3))
    assert not form.edits.canUndo()


def test_taking_back_shows_the_setting(form: SettingsForm) -> None:
    form.rows["machine.threads"].field.set_value(2)
    form.show_page("Images")
    form.search.setText("real")
    form.edits.undo()
    assert (form.page, form.search.text()) == ("Output", "")
    assert form.rows["machine.threads"].field.value() == 0


def test_settings_stand_side_by_side_where_there_is_room(form: SettingsForm) -> None:
    form.show_page("Loss")
    first, second = form.rows["loss.alpha_distill"], form.rows["loss.alpha_task"]
    QApplication.processEvents()
    assert first.y() == second.y()
    form.resize(700, 640)
    QApplication.processEvents()
    assert first.y() < second.y()


def test_the_keys_reach_the_form_from_inside_an_editor(open_window: Callable[[], Visit]) -> None:
    visit = open_window()
    window, form = visit.window, visit.window.setup_page.form
    with visit.qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page_name() == "setup"
    assert form.search.hasFocus()
    form.go_to("seed")
    field = form.rows["seed"].field
    assert isinstance(field, IntField)
    field.selectAll()
    QTest.keyClicks(field, "42")
    assert field.value() == 42
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == 0
    QTest.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == 42
    form.edits.undo()
