"""The queue in the window with the real engine: filled, put in order, run past a failure, stopped, gone on with."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.events import RunStarted
from engine.queue.queue_folder import Queue
from engine.run_folder.event_log import read_events
from engine.settings.changes import changed_settings
from gui.queue.page import QueuePage
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


def has(page: QueuePage, name: str) -> bool:
    return name in names(page)


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
    for name in ("a", "b", "c"):
        visit.window.project.take(small_settings(small_images, runs, *SHORT, f"output.name={name}"), None)
        press(page, "add")
        qtbot.waitUntil(partial(has, page, name))
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
    assert "gone" in str(page.model.data(page.model.index(0, 6)))
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
    qtbot.waitUntil(lambda: not page.queue.being_run())
    finished = visit.window.controller.history.finished
    assert finished is not None and finished.reason == FinishReason.STOPPED


def test_a_first_visit_adds_nothing_and_a_queue_that_another_program_runs_is_followed(
    visit: Visit, small_images: Path, tmp_path: Path
) -> None:
    page = page_of(visit)
    press(page, "add")
    assert visit.window.page_name() == "setup"
    assert "data.train" in {problem.setting for problem in visit.window.setup_page.form.problems()}
    assert page.queue.entries() == ()
    assert not page.run_button.isEnabled()

    visit.press("page_queue")
    other = Queue(page.queue.folder)
    other.add([small_settings(small_images, tmp_path / "runs")])
    visit.qtbot.waitUntil(lambda: names(page) == ["small"])
    page.select([1])
    press(page, "control")
    visit.answer("OK")  # it learns from labels only already, which is said
    other.add([small_settings(small_images, tmp_path, "loss.alpha_distill=0.3", "loss.alpha_task=0.7")])
    page.reload()
    page.select([2])
    press(page, "control")
    visit.qtbot.waitUntil(lambda: names(page) == ["small", "small", "small, labels only"])
    pair = [page.queue.settings(number) for number in (2, 3)]
    assert set(changed_settings(*pair)) == {"loss.alpha_distill", "loss.alpha_task", "output.name"}
    assert (pair[1].loss.alpha_distill, pair[1].loss.alpha_task) == (0, 1)
    with other.run_alone():
        page.run_button.click()
        visit.qtbot.waitUntil(lambda: visit.question() is not None)
        question = visit.question()
        assert question is not None and "another window or program" in question.text()
        visit.answer("OK")
    assert not visit.window.controller.busy
    page.queue.file_of(1).with_name("queue.json").write_text("{", encoding="utf-8")
    visit.qtbot.waitUntil(lambda: "line 1" in page.status.text())
