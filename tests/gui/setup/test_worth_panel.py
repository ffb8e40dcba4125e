"""What the teacher is worth, in the window: a sentence, and labels only with one click where it costs."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import TrainingError
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings
from gui.project.preferences import PreferencesFile
from gui.setup.setup_page import SetupPage
from gui.setup.worth_panel import WorthPanel
from tests.gui.helpers.setup_driver import end_tasks

WORDS = "The teacher is likely to cost (-0.030 +- 0.010 AUC)."


@pytest.mark.parametrize(
    ("overrides", "missing"),
    [
        ((), "Choose a teacher first"),
        (("teacher.checkpoint=t.pth", "loss.alpha_distill=0"), "Choose a teacher first"),
        (("teacher.checkpoint=t.pth",), "Choose training images first"),
    ],
)
def test_the_button_says_what_is_missing(qtbot: QtBot, overrides: tuple[str, ...], missing: str) -> None:
    panel = WorthPanel()
    qtbot.addWidget(panel)
    panel.set_settings(load_settings(None, overrides))
    assert not panel.start.isEnabled()
    assert missing in panel.hint.text()


def test_where_the_teacher_costs_labels_alone_are_one_click_away(qtbot: QtBot, tmp_path: Path) -> None:
    page = SetupPage(PreferencesFile(tmp_path / "preferences.json"))
    qtbot.addWidget(page, before_close_func=end_tasks)
    page._follow()
    panel = page.worth_panel
    panel._finish((WORDS, "Seen were 160 steps each.", True), None)
    assert panel.outcome.text() == WORDS
    assert not panel.use.isHidden()
    panel.use.click()
    assert (page.value().loss.alpha_distill, page.value().loss.alpha_task) == (0, 1)
    page._follow()
    assert panel.outcome.isHidden(), "it is no answer about these settings"
    assert panel.use.isHidden()
    page.stop_tasks()


def test_a_failure_is_told_and_a_teacher_that_helps_needs_no_button(qtbot: QtBot) -> None:
    panel = WorthPanel()
    qtbot.addWidget(panel)
    panel.set_settings(RunSettings())
    panel._finish(None, TrainingError("It cannot be judged.", "Look at the images."))
    assert "It cannot be judged." in panel.note.text.text()
    panel._finish(("The teacher is likely to help (+0.012 +- 0.004 AUC).", "Seen were few.", False), None)
    assert panel.use.isHidden()
    assert panel.note.isHidden()
