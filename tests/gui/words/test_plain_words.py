"""What the engine says of settings is said in the window by their labels."""

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import EngineError
from engine.health import RULES
from gui.alerts.panel import WarningsPanel
from gui.alerts.remedy_box import RemedyUse
from gui.form.settings_form import SettingsForm
from gui.words.plain_words import in_words, label_of, plain_words
from tests.gui.helpers import golden


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("or set loss.alpha_distill to 0", 'or set "Loss: Weight of imitation" to 0'),
        ("Lower both (head_lr, backbone_lr).", 'Lower both ("Learning rate, head", "Learning rate, backbone").'),
        ("Raise stage2.epochs.", 'Raise "Stage 2: Epochs".'),
        ("There is no /photos/data.size/alpha_distill/x.png.", "There is no /photos/data.size/alpha_distill/x.png."),
        (r"There is no C:\photos\alpha_distill.", r"There is no C:\photos\alpha_distill."),
        ("The size of the data, its view and its epochs.", "The size of the data, its view and its epochs."),
        ("student.pth is a file.", "student.pth is a file."),
    ],
)
def test_names_of_settings_become_labels_and_nothing_else_changes(text: str, words: str) -> None:
    assert in_words(text) == words


def test_options_of_the_command_line_are_left_out() -> None:
    error = EngineError("It is in the way.", "Choose another folder, or overwrite (--overwrite).")
    assert plain_words(error) == "It is in the way. Choose another folder, or overwrite."


def test_no_rule_speaks_of_a_setting_by_a_name_that_the_window_does_not_show() -> None:
    assert not [word for rule in RULES for word in in_words(rule.remedy).split() if "_" in word]


def test_form_and_warnings_speak_the_same_words(qtbot: QtBot) -> None:
    form, panel = SettingsForm(), WarningsPanel()
    for widget in (form, panel):
        qtbot.addWidget(widget)
    label = form.rows["stage2.head_lr"].title
    assert label_of("stage2.head_lr") == f"Stage 2: {label}"
    panel.set_history(golden.history())
    panel.set_use(RemedyUse.ADVISE)
    panel.table.selectRow(0)
    assert f'"{label}"' in panel.selected()[0].remedy
    assert label_of("stage2.head_lr") in panel.remedies.buttons[0].accessibleDescription()
