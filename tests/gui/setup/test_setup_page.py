"""The set-up page says what stands against starting, and leads to it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.errors import Problem, SettingsError
from gui.project.preferences import PreferencesFile
from gui.widgets.path_fields import FoldersField
from tests.gui.helpers.setup_driver import NewPage, of


def test_folders_that_were_added_are_offered_again(new_page: NewPage, images: Path) -> None:
    field = new_page().form.rows["data.train"].field
    assert isinstance(field, FoldersField)
    field.add([images])
    other = new_page().form.rows["data.validation"].field
    assert isinstance(other, FoldersField)
    assert [action.text() for action in other.recent.menu().actions()] == [str(images)]


def test_every_problem_is_listed_and_leads_to_its_field(qtbot: QtBot, new_page: NewPage) -> None:
    page = new_page()
    page.show_problems(
        [Problem("stage2.epochs", "Long.", severity="warning"), Problem("loss.temperature", "Hot.", "Cool it.")]
    )
    shown = page.problem_list
    rows = [shown.topLevelItem(row) for row in range(shown.topLevelItemCount())]
    assert [[row.text(column) for column in range(3)] for row in rows if row] == [
        ["Error", "Temperature", "Hot. Cool it."],
        ["Warning", "Epochs", "Long."],
    ]
    assert rows[0] is not None
    place = shown.visualItemRect(rows[0]).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.form.rows["loss.temperature"].editor.isVisible()
    page.form.rows["loss.temperature"].field.set_value(3.0)
    page.form.rows["stage2.epochs"].field.set_value(3)
    assert shown.isHidden()


def test_what_is_missing_stands_against_starting(new_page: NewPage) -> None:
    page = new_page()
    settings = [problem.setting for problem in page.problems() if problem.severity == "error"]
    assert settings == ["data.train", "teacher.checkpoint"]


def test_contradictions_stand_against_starting_and_value_refuses(new_page: NewPage) -> None:
    page = new_page()
    page.form.rows["data.fake_names"].field.set_value(("real",))
    with pytest.raises(SettingsError):
        page.value()
    assert [problem.setting for problem in page.problems()] == ["data"]


def test_findings_stand_beside_the_settings_or_below_them_where_it_is_narrow(qtbot: QtBot, new_page: NewPage) -> None:
    page = new_page()
    images = page.form.pages["Images"]
    assert images.orientation() == Qt.Orientation.Horizontal
    page.resize(620, 420)
    qtbot.waitUntil(lambda: images.orientation() == Qt.Orientation.Vertical)
    assert page.width() == 620
    page.resize(1100, 640)
    qtbot.waitUntil(lambda: images.orientation() == Qt.Orientation.Horizontal)


def test_folders_that_a_run_left_no_time_to_look_at_can_be_looked_at_later(new_page: NewPage, images: Path) -> None:
    page = new_page()
    page.set_value(of(images))
    page.stop_tasks()  # a run starts at once, as the demo's does
    assert page.data_panel.nothing.isHidden()
    assert not page.data_panel.again.isHidden()


def test_the_level_is_remembered(new_page: NewPage, preferences: PreferencesFile) -> None:
    new_page().form.advanced.click()
    assert PreferencesFile(preferences.path).value.advanced_settings
    assert new_page().form.advanced.isChecked()
