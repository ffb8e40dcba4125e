"""The failure drills in the window: what is ticked is carried out, stopped when asked to, and told row by row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.demo.drills.drills import DRILLS
from engine.demo.drills.outcome import DrillOutcome
from gui.drills.dialog import DrillsDialog
from tests.engine.helpers.small_demo import drill_with_few_images

SHORT = ("stage2.epochs=1", "data.batch_size=32")


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DrillsDialog:
    drill_with_few_images(monkeypatch)
    dialog = DrillsDialog(overrides=SHORT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def outcome(dialog: DrillsDialog, name: str) -> str:
    row, last = [drill.name for drill in DRILLS].index(name), dialog.table.columnCount() - 1
    cell = dialog.table.item(row, last)
    assert cell is not None
    return cell.text()


def test_it_opens_no_larger_than_the_screen(dialog: DrillsDialog) -> None:
    free = dialog.screen().availableSize()
    assert dialog.width() <= free.width()
    assert dialog.height() < free.height()


def test_every_drill_is_offered_and_nothing_ticked_is_nothing_to_run(qtbot: QtBot, dialog: DrillsDialog) -> None:
    assert dialog.table.chosen() == [drill.name for drill in DRILLS]
    dialog.table.choose()
    assert not dialog.begin.isEnabled()
    dialog.table.choose("nan", "disk-full")
    assert dialog.table.chosen() == ["nan", "disk-full"]
    assert dialog.begin.isEnabled()


def test_what_is_ticked_is_carried_out_and_told_in_its_row(qtbot: QtBot, dialog: DrillsDialog) -> None:
    dialog.table.choose("swapped-labels")
    dialog.begin.click()
    assert dialog.halt.isEnabled()
    assert not dialog.begin.isEnabled()
    qtbot.waitUntil(dialog.begin.isEnabled)
    assert dialog.said.text() == "1 of 1 drills ended as they should."
    assert "look swapped" in outcome(dialog, "swapped-labels")
    assert outcome(dialog, "nan") == ""


def test_stop_ends_it_and_closing_waits_for_the_end(qtbot: QtBot, dialog: DrillsDialog) -> None:
    dialog.begin.click()
    dialog.halt.click()
    qtbot.waitUntil(dialog.begin.isEnabled)
    assert dialog.said.text().startswith("Stopped.")
    dialog.begin.click()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_rows_grow_with_their_words_as_the_dialog_narrows(dialog: DrillsDialog) -> None:
    drill = DRILLS[0]
    outcome = DrillOutcome(
        name=drill.name,
        title=drill.title,
        done=drill.done,
        noticed_by="loss_explosion",
        noticed_at=40,
        end="went on, with a good many words on how that went",
        auc=0.9,
        clean_auc=0.91,
        passed=True,
    )
    dialog.table.show_outcome(outcome)
    dialog.resize(960, 576)
    QApplication.processEvents()
    wide = dialog.table.rowHeight(0)
    dialog.resize(dialog.width() - 240, dialog.height())
    QApplication.processEvents()
    assert dialog.table.rowHeight(0) > wide
