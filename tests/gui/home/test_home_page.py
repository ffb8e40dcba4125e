"""The first page: the four steps say how they stand, and what is done on it is done in Set-up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.queue.queue_folder import Queue
from engine.queue.runner import QueueRunner
from gui.project.preferences import PreferencesFile
from gui.run.controller import RunState
from gui.widgets.dialogs import TITLE_BAR
from tests.gui.helpers.setup_driver import name_otherwise
from tests.gui.helpers.setup_driver import write_images as write_sources
from tests.gui.helpers.small_run import small_settings
from tests.gui.helpers.visit import Visit


def marks(visit: Visit) -> list[str]:
    return [card.state.mark for card in visit.window.home_page.cards]


def test_a_first_start_shows_the_way_and_the_demo_on_a_small_screen(open_window: Callable[[], Visit]) -> None:
    visit = open_window()
    home = visit.window.home_page
    assert visit.window.page_name() == "home"
    visit.window.resize(1280 * 2 // 3, 720 * 2 // 3 - TITLE_BAR)
    QApplication.processEvents()
    for button in (home.demo, home.all_settings, home.images.add_folder, home.teacher.browse):
        assert button.visibleRegion().boundingRect() == button.rect(), button
    assert marks(visit) == ["open"] * 4
    home.all_settings.click()
    assert visit.window.page_name() == "setup"


def test_images_and_a_teacher_are_all_that_start_needs(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    home, setup = visit.window.home_page, visit.window.setup_page
    home.images.add([small_images])
    assert setup.value().data.train == (small_images,)
    qtbot.waitUntil(lambda: marks(visit)[:2] == ["open", "warning"])
    assert home.cards[0].state.text == "24 real and 24 fake images. Now choose the teacher: a large detector."
    assert home.cards[1].state.text == "Real: real. Fake: fake."
    home.teacher.set_value(tmp_path / "teacher.pth")
    home.confirmed.click()
    qtbot.waitUntil(lambda: marks(visit)[:2] == ["done", "done"])
    assert "There is no file" in home.cards[2].state.text
    (tmp_path / "teacher.pth").touch()
    home.refresh()
    assert home.cards[2].state.text == "Nothing stands against it."
    setup.form.rows["data.train"].field.set_value(())
    qtbot.waitUntil(lambda: marks(visit) == ["open"] * 4)
    assert home.images.value() == ()


def test_folders_without_a_class_are_asked_about(
    open_window: Callable[[], Visit], qtbot: QtBot, tmp_path: Path
) -> None:
    visit, images = open_window(), name_otherwise(write_sources(tmp_path / "Bilder"))
    home = visit.window.home_page
    home.images.add([images])
    qtbot.waitUntil(lambda: not home.classes.isHidden())
    assert marks(visit)[1] == "warning"
    home.classes.click()
    panel = visit.window.setup_page.data_panel.classes
    assert visit.window.page_name() == "setup"
    qtbot.waitUntil(lambda: panel.isVisible() and panel.use.isEnabled())
    qtbot.waitUntil(lambda: not panel.listing)


def test_a_run_that_was_stopped_can_go_on_and_projects_are_offered(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    PreferencesFile(tmp_path / "preferences.json").add_recent_project(Path("faces.toml"))
    visit = open_window()
    home = visit.window.home_page
    assert [button.text() for button in home.projects.buttons] == ["faces"]
    visit.window.project.take(small_settings(small_images, tmp_path / "runs"), None)
    qtbot.waitUntil(lambda: not home.confirmed.isHidden())
    home.confirmed.click()
    home.start.click()
    visit.train_some()
    visit.press("page_home")
    qtbot.waitUntil(lambda: marks(visit)[2] == "busy")
    assert home.start.isHidden()
    visit.press("stop")
    visit.reach(RunState.STOPPED)
    qtbot.waitUntil(lambda: bool(home.unfinished.buttons))
    step = visit.window.controller.history.last_checkpoint.step  # type: ignore[union-attr]
    (words,) = {label.text() for label in home.unfinished.findChildren(type(home.cards[0].words))}
    assert words.startswith('"small": stopped, ')
    assert words.endswith(f"; goes on from step {step}.")
    home.unfinished.buttons[0].click()
    qtbot.waitUntil(lambda: visit.question() is not None)
    visit.answer("Cancel")


def test_a_queue_that_was_broken_off_is_told_and_goes_on_with_one_click(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    short = small_settings(small_images, tmp_path / "runs", "stage1.enabled=false", "stage2.epochs=1")
    queue = Queue(tmp_path / "queue")
    first = queue.add([short, short])[0]
    with QueueRunner(queue) as runner:
        runner.next()
        runner.ended(first.number, FinishReason.FINISHED)
        assert runner.next() is not None  # and then the power goes
    visit = open_window()
    home = visit.window.home_page
    assert home.queue_left.isHidden()
    visit.window.queue.use(queue)
    qtbot.waitUntil(home.queue_left.isVisible)
    visit.window.resize(1280 * 2 // 3, 720 * 2 // 3 - TITLE_BAR)
    QApplication.processEvents()
    assert home.queue_left.button.visibleRegion().boundingRect() == home.queue_left.button.rect()
    assert home.queue_left.words.text() == "The queue was interrupted: 1 of 2 done. Go on?"
    visit.press("page_queue")
    qtbot.waitUntil(lambda: "It was interrupted" in visit.window.queue_page.status.text())
    visit.press("page_home")
    home.queue_left.button.click()
    assert visit.window.page_name() == "queue"
    qtbot.waitUntil(lambda: visit.window.queue.driver.number == 2)
    visit.press("page_home")
    qtbot.waitUntil(home.queue_left.isHidden)
