"""What was found vanishes, or is found anew, as soon as what it was found on has changed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.project.preferences import PreferencesFile
from gui.setup.setup_page import SetupPage
from tests.gui.helpers.setup_driver import look, make_page, of, write_images


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> SetupPage:
    return make_page(qtbot, PreferencesFile(tmp_path / "preferences.json"))


def test_what_the_settings_said_goes_as_soon_as_they_say_it_no_longer(qtbot: QtBot, page: SetupPage) -> None:
    rows = page.form.rows
    rows["stage2.warmup_epochs"].field.set_value(5.0)
    rows["stage2.epochs"].field.set_value(4)
    page.show_problems(page.problems())
    note = rows["stage2.warmup_epochs"].note
    assert "5 of 4 epochs" in note.text.text()
    rows["stage2.warmup_epochs"].field.set_value(6.0)
    page.show_problems(page.problems())
    rows["stage2.epochs"].field.set_value(5)
    qtbot.waitUntil(lambda: "6 of 5 epochs" in note.text.text())
    rows["stage2.epochs"].field.set_value(20)
    qtbot.waitUntil(note.isHidden)
    assert not rows["teacher.checkpoint"].note.isHidden()  # still missing


def test_other_limits_of_what_can_be_read_are_looked_at_anew(qtbot: QtBot, page: SetupPage, tmp_path: Path) -> None:
    look(qtbot, page, of(write_images(tmp_path / "images")))
    assert page.data_panel.found is not None
    page.form.rows["data.max_megapixels"].field.set_value(50.0)
    qtbot.waitUntil(lambda: page.data_panel.found is None)
    qtbot.waitUntil(lambda: page.data_panel.found is not None)
