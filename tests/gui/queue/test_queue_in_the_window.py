"""The queue in the window with the real engine: filled, put in order, run past a failure, stopped, gone on with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.events import RunStarted
from engine.queue.grid import grid_settings
from engine.queue.queue_folder import Queue
from engine.queue.study import add_study
from engine.run_folder.event_log import read_events
from engine.settings.changes import changed_settings
from gui.queue.page import QueuePage
from gui.queue.study_dialog import StudyDialog
from gui.run.controller import RunState
from tests.gui.helpers.small_run import small_settings
from tests.gui.helpers.visit import Visit, set_up

SHORT = ("stage1.enabled=false", "stage2.epochs=1")
OpenWindow = Callable[..., Visit]


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    return Queue(tmp_path / "queue")


@pytest.fixture
def visit(open_window: OpenWindow, queue: Queue) -> Visit:
    visit = open_window()
    visit.window.queue.use(queue)
    return visit


def page_of(visit: Visit) -> QueuePage:
    visit.press("page_queue")
    return visit.window.queue_page


def names(page: QueuePage) -> list[str]:
    return [entry.name for entry in page.model.entries]


def states(page: QueuePage) -> list[str]:
    return [entry.state for entry in page.queue.entries()]


def press(page: QueuePage, name: str) -> None:
    action = page.actions_by_name[name]
    assert action.isEnabled(), name
    action.trigger()


def test_three_entries_are_reordered_and_run_past_one_that_fails(
    visit: Visit, small_images: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    runs = tmp_path / "runs"
    set_up(visit, small_settings(small_images, runs, *SHORT, "output.name=a"))
    page = page_of(visit)
    press(page, "add")
    for name in ("b", "c"):
        visit.window.project.take(small_settings(small_images, runs, *SHORT, f"output.name={name}"), None)
        press(page, "add")
    assert names(page) == ["a", "b", "c"]
    page.select([3])
    QTest.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(page) == ["c", "a", "b"]
    assert [entry.name for entry in page.selected()] == ["c"]
    gone = page.queue.file_of(3)
    gone.write_text(gone.read_text("utf-8").replace(small_images.as_posix(), (tmp_path / "gone").as_posix()), "utf-8")

    visit.press("page_setup")
    page.run_button.click()
    qtbot.waitUntil(lambda: not visit.window.queue.driver.running)
    assert visit.window.page_name() == "setup"  # the user was left where they were
    assert states(page) == ["failed", "finished", "finished"]
    assert visit.question() is None  # nobody is there to close a dialog
    page_of(visit)
    assert "gone" in page.model.data(page.model.index(0, 6))
    assert page.model.data(page.model.index(1, 4)) != "–"
    assert {path.name for path in runs.iterdir()} == {"a", "b"}
    page.select([1])
    press(page, "open")
    qtbot.waitUntil(lambda: visit.window.commands.shown.folder == runs / "a")
    press(page, "remove")
    assert names(page) == ["c", "b"]
    assert (runs / "a" / "student.pth").is_file()


def test_stop_holds_the_queue_and_the_next_start_goes_on_with_that_run(
    visit: Visit, small_images: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = small_settings(small_images, tmp_path / "runs")
    visit.window.queue.queue.add([settings, small_settings(small_images, tmp_path / "runs", *SHORT)])
    page = page_of(visit)
    page.run_button.click()
    visit.train_some()
    assert "start" not in visit.enabled()
    assert page.run_button.text() == "Hold after this run"
    assert not page.actions_by_name["remove"].isEnabled()
    visit.press("stop")
    qtbot.waitUntil(lambda: not visit.window.queue.driver.running)
    assert states(page) == ["stopped", "waiting"]
    assert "the queue is held" in visit.window.notice.text()
    assert "start" in visit.enabled()
    page.run_button.click()
    qtbot.waitUntil(lambda: visit.window.controller.state == RunState.RUNNING)
    visit.train_some(visit.steps() + 3)
    run = tmp_path / "runs" / "small"
    assert len([event for event in read_events(run) if isinstance(event, RunStarted)]) == 2
    page.run_button.click()
    assert page.run_button.text() == "Go on after this run"
    visit.window.close()
    visit.answer("Stop, save and close")
    qtbot.waitUntil(lambda: not visit.window.isVisible())
    assert states(page) == ["stopped", "waiting"]
    assert not page.queue.being_run()
    finished = visit.window.controller.history.finished
    assert finished is not None and finished.reason == FinishReason.STOPPED


def test_what_cannot_be_started_cannot_be_added_either(visit: Visit) -> None:
    page = page_of(visit)
    press(page, "add")
    assert visit.window.page_name() == "setup"
    assert "data.train" in {problem.setting for problem in visit.window.setup_page.form.problems()}
    assert page.queue.entries() == ()
    assert not page.run_button.isEnabled()


def test_a_control_run_differs_in_exactly_the_imitation_weights(
    visit: Visit, small_images: Path, tmp_path: Path
) -> None:
    settings = small_settings(small_images, tmp_path, "loss.alpha_distill=0.3", "loss.alpha_task=0.7")
    visit.window.queue.queue.add([settings])
    page = page_of(visit)
    page.select([1])
    press(page, "control")
    assert names(page) == ["small", "small, labels only"]
    pair = [page.queue.settings(number) for number in (1, 2)]
    assert set(changed_settings(*pair)) == {"loss.alpha_distill", "loss.alpha_task", "output.name"}
    assert pair[1].loss.alpha_distill == 0
    page.select([2])
    press(page, "control")
    visit.answer("OK")  # it is its own control, which is said
    assert len(names(page)) == 2


def test_another_program_runs_the_queue_and_this_window_follows(
    visit: Visit, small_images: Path, tmp_path: Path
) -> None:
    page = page_of(visit)
    other = Queue(page.queue.folder)
    other.add([small_settings(small_images, tmp_path / "runs")])
    visit.qtbot.waitUntil(lambda: names(page) == ["small"])
    with other.run_alone():
        page.run_button.click()
        visit.qtbot.waitUntil(lambda: visit.question() is not None)
        question = visit.question()
        assert question is not None and "another window or program" in question.text()
        visit.answer("OK")
    assert not visit.window.controller.busy
    page.queue.file_of(1).with_name("queue.json").write_text("{", encoding="utf-8")
    visit.qtbot.waitUntil(lambda: "line 1" in page.status.text())


def test_a_study_is_asked_for_counted_and_added_once(visit: Visit, small_images: Path, tmp_path: Path) -> None:
    set_up(visit, small_settings(small_images, tmp_path / "runs"))
    page = page_of(visit)
    for _ in range(2):
        press(page, "study")
        (dialog,) = visit.window.findChildren(StudyDialog)
        dialog.name.setText("Widths")
        dialog.widths.click()
        dialog.seeds.setText("0, x")
        assert not dialog.accept_button.isEnabled()
        assert "integer" in dialog.said.text()
        dialog.seeds.setText("0, 1")
        dialog.control.setChecked(True)
        assert "own control" in dialog.said.text()
        dialog.control.setChecked(False)
        assert dialog.accept_button.text() == "Add 8 runs"
        dialog.accept_button.click()
        visit.qtbot.waitUntil(lambda: not visit.window.findChildren(StudyDialog))
        assert len(names(page)) == 8
    assert {entry.study for entry in page.model.entries} == {"Widths"}
    assert page.queue.settings(8).student.width == 32


def test_a_study_over_the_width_shows_size_and_the_chosen_row_exports(visit: Visit, tmp_path: Path) -> None:
    queue, run = visit.window.queue.queue, tmp_path / "run"
    run.mkdir()
    base = small_settings(tmp_path, tmp_path / "runs")
    add_study(queue, "w", grid_settings(base, {"student.width": [4, 8]}, [0, 1], "w"))
    ends = {1: 0.8, 2: 0.9, 3: 0.95, 4: 0.85}
    queue.change(
        lambda listed: listed.of(
            [
                entry.model_copy(
                    update={
                        "state": "finished",
                        "run": run,
                        "seconds": 90.0,
                        "auc": {"validation": ends[entry.number], "test": 0.7, "test/unseen": 0.7},
                    }
                )
                for entry in listed.entries
            ]
        )
    )
    page = page_of(visit)
    results = page.results
    visit.qtbot.waitUntil(results.plot.isVisible)
    heads = [column.heading for column in results.model.columns]
    assert heads[:5] == ["Student: Width", "Runs", "AUC validation", "AUC test: unseen", "Time"]
    assert heads[5:] == ["Parameters", "Multiply-adds", "ms an image"]
    row = [results.model.data(results.model.index(1, column)) for column in range(7)]
    assert row == ["8", "2 of 2", "0.900 (0.850–0.950)", "0.700 (0.700–0.700)", "2 min", "1,297", "26,765,280"]
    assert [point.parameters for point in results.plot.lines["AUC validation"]] == [345, 1297]
    assert "1,297 parameters, AUC validation 0.900" in results.plot.accessibleDescription()
    assert not results.export_button.isEnabled()
    results.table.selectRow(1)
    assert results.plot.chosen == 1
    asked: list[Path] = []
    page.export_requested.disconnect()
    page.export_requested.connect(asked.append)
    results.export_button.click()
    assert asked == [run]
