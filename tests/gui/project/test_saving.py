"""Projects are written beside the window's thread: a share that does not answer holds up nothing, and loses nothing."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, save_settings
from tests.gui.helpers.visit import Visit


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What is called slow.toml is written once this is set."""
    answers = threading.Event()

    def write(settings: RunSettings, path: Path) -> None:
        if path.name == "slow.toml":
            answers.wait(60)
        save_settings(settings, path)

    monkeypatch.setattr("gui.project.saver.save_settings", write)
    yield answers
    answers.set()


@pytest.fixture
def visit(open_window: Callable[[], Visit], tmp_path: Path) -> Visit:
    """A project from slow.toml with another number of epochs in the form."""
    visit, slow = open_window(), tmp_path / "slow.toml"
    save_settings(RunSettings(), slow)
    assert visit.open_project(slow)
    visit.window.setup_page.form.rows["stage2.epochs"].field.set_value(7)
    return visit


def test_the_window_goes_on_while_a_project_is_written(visit: Visit, share: threading.Event, tmp_path: Path) -> None:
    project = visit.window.project
    with visit.qtbot.waitSignal(project.message) as said:
        visit.press("save")
        assert project.modified
    assert "slow.toml" in said.args[0]
    share.set()
    visit.qtbot.waitUntil(lambda: not project.modified)
    assert load_settings(tmp_path / "slow.toml").stage2.epochs == 7


def test_closing_and_a_new_project_wait_for_what_is_being_written(
    visit: Visit, share: threading.Event, tmp_path: Path
) -> None:
    visit.press("save")
    visit.press("new")
    visit.window.close()
    assert (visit.window.isVisible(), visit.question()) == (True, None)
    share.set()
    visit.qtbot.waitUntil(lambda: not visit.window.isVisible())
    assert visit.window.project.path is None
    assert load_settings(tmp_path / "slow.toml").stage2.epochs == 7


def test_another_place_does_not_wait_for_one_that_does_not_answer(
    visit: Visit, share: threading.Event, tmp_path: Path
) -> None:
    project, done = visit.window.project, list[str]()
    project.save(lambda: done.append("first"))
    project.path = tmp_path / "quick.toml"
    project.save(lambda: done.append("second"))
    visit.qtbot.waitUntil(lambda: not project.modified)
    assert load_settings(tmp_path / "quick.toml").stage2.epochs == 7
    assert done == ["first", "second"]


def test_what_could_not_be_written_is_said_and_nothing_follows(visit: Visit, tmp_path: Path) -> None:
    project, done = visit.window.project, list[str]()
    (tmp_path / "a file").touch()
    project.path = tmp_path / "a file" / "mine.toml"
    project.save(lambda: done.append("done"))
    visit.answer("OK")
    assert (project.modified, done) == (True, [])
    project.take(RunSettings(), None)


def test_what_was_saved_twice_is_written_as_it_was_last(visit: Visit, share: threading.Event, tmp_path: Path) -> None:
    visit.press("save")
    visit.window.setup_page.form.rows["stage2.epochs"].field.set_value(8)
    visit.press("save")
    share.set()
    visit.qtbot.waitUntil(lambda: not visit.window.project.modified)
    assert load_settings(tmp_path / "slow.toml").stage2.epochs == 8
