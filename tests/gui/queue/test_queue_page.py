"""The queue's page without a window: studies, their results, and a queue of 200 entries."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.export import prove
from engine.queue.entries import QueueEntry
from engine.queue.grid import grid_settings
from engine.queue.queue_folder import Queue
from engine.queue.study import add_study
from engine.settings import RunSettings
from gui.background.background_task import BackgroundTask
from gui.queue.page import QueuePage
from gui.queue.study_dialog import StudyDialog

BASE = RunSettings()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> QueuePage:
    page = QueuePage(Queue(tmp_path / "queue"))
    qtbot.addWidget(page, before_close_func=end_tasks)
    page.resize(1100, 640)
    page.show()
    return page


def end_tasks(page: QueuePage) -> None:
    for task in page.findChildren(BackgroundTask):
        task.close()


def press(page: QueuePage, name: str) -> None:
    action = page.actions_by_name[name]
    assert action.isEnabled(), name
    action.trigger()


def test_a_study_is_asked_for_and_counted(qtbot: QtBot) -> None:
    dialog = StudyDialog(BASE)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    chosen: list[tuple[str, list[RunSettings]]] = []
    dialog.chosen.connect(lambda name, runs: chosen.append((name, runs)))
    dialog.show()
    dialog.name.setText("Widths")
    dialog.widths.click()
    dialog.seeds.setText("0, x")
    assert not dialog.accept_button.isEnabled()
    assert "integer" in dialog.said.text()
    dialog.seeds.setText("0, 1")
    assert dialog.accept_button.text() == "Add 8 runs"
    dialog.control.setChecked(True)
    assert dialog.accept_button.text() == "Add 16 runs"
    dialog.more.click()
    names, values, hint = dialog.axes[1]
    names.setCurrentIndex(names.findData("loss.use_kl_loss"))
    assert hint.text() == "Now on. On or off."
    values.setText("on, off,")
    assert dialog.accept_button.text() == "Add 32 runs"
    dialog.accept_button.click()
    ((name, runs),) = chosen
    assert (name, len(runs)) == ("Widths", 32)
    assert {run.student.width for run in runs} == {4, 8, 16, 32}
    assert {run.loss.use_kl_loss for run in runs} == {True, False}


def test_a_study_over_the_width_shows_size_and_the_chosen_row_exports(
    page: QueuePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prove, "MOST_SECONDS", 0.01)
    queue, results = page.queue, page.results
    add_study(queue, "w", grid_settings(BASE, {"student.width": [4, 8]}, [0, 1], "w"))
    ends = {1: 0.8, 2: 0.9, 3: 0.95, 4: 0.85}

    def ended(entry: QueueEntry) -> QueueEntry:
        auc = {"validation": ends[entry.number], "test": 0.7, "test/unseen": 0.7}
        run = tmp_path / str(entry.number)
        return entry.model_copy(update={"state": "finished", "run": run, "seconds": 90.0, "auc": auc})

    queue.change(lambda listed: listed.of([ended(entry) for entry in listed.entries]))
    page.reload()
    qtbot.waitUntil(results.plot.isVisible)
    row = {c.heading: results.model.data(results.model.index(1, i)) for i, c in enumerate(results.model.columns)}
    assert row == {
        "Student: Width": "8",
        "Parameters": "1,297",
        "Multiply-adds": "26.8 million",
        "ms an image": "–",
        "Runs": "2 of 2",
        "AUC validation": "0.900 (0.850–0.950)",
        "AUC test: unseen": "0.700 (0.700–0.700)",
        "Time": "2 min",
    }
    assert [point.parameters for point in results.plot.lines["AUC validation"]] == [345, 1297]
    assert "1,297 parameters, AUC validation 0.900" in results.plot.accessibleDescription()
    assert not results.export_button.isEnabled()
    results.table.selectRow(1)
    assert results.plot.chosen == 1
    with qtbot.waitSignal(page.export_requested) as asked:
        results.export_button.click()
    assert asked.args == [tmp_path / "3"]  # the better of its two seeds
    results.measure_button.click()
    qtbot.waitUntil(lambda: results.measure_button.text() == "Measure speed")
    assert [results.model.data(results.model.index(row, 3)) for row in (0, 1)] != ["–", "–"]
    assert results.plot.chosen == 1
    page.set_state(running=False, holding=False, busy=True)
    assert not results.measure_button.isEnabled()


def test_two_hundred_entries_keep_their_selection_while_they_are_moved(page: QueuePage) -> None:
    page.queue.add([BASE] * 200)
    page.reload()
    page.select([150, 152])
    for _ in range(3):
        press(page, "up")
    assert [entry.number for entry in page.selected()] == [150, 152]
    assert [page.model.row(place).number for place in (146, 147, 148, 149)] == [150, 147, 152, 148]
    press(page, "remove")
    assert len(page.model.entries) == 198
