"""A project that names places on other computers is asked about before anything there is touched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from engine.settings.toml_file import load_settings
from gui.project.network_places import share_of, shares_in
from tests.gui.helpers.visit import Visit

SHARE = "//server/share"


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("\\\\Server\\Share\\images", "\\\\server\\share"),
        ("//server/share/images", "\\\\server\\share"),
        ("\\\\?\\UNC\\server\\share\\x", "\\\\server\\share"),
        ("\\\\?\\C:\\images", ""),
        ("C:/images", ""),
        ("/home/user/images", ""),
    ],
)
def test_shares_are_known_by_any_spelling(path: str, share: str) -> None:
    assert share_of(Path(path)) == share


def test_every_path_of_the_settings_is_looked_at(tmp_path: Path) -> None:
    places = (
        'data.train=["//one/a/x", "/home/y"]',
        "teacher.checkpoint=//two/b/t.pth",
        "machine.cache_folder=//three/c/d",
    )
    assert shares_in(load_settings(None, places)) == {"\\\\one\\a", "\\\\two\\b", "\\\\three\\c"}


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "foreign.toml"
    path.write_text(f'data.train = ["{SHARE}/images"]', encoding="utf-8")
    return path


def answer(visit: Visit, name: str) -> None:
    dialog = next(d for d in visit.window.findChildren(QMessageBox) if d.windowTitle() == "Other computers")
    assert "\\\\server\\share" in dialog.text()
    next(button for button in dialog.buttons() if button.text() == name).click()


def test_a_foreign_project_is_opened_only_after_a_yes(open_window: Callable[..., Visit], foreign: Path) -> None:
    visit = open_window()
    project, setup = visit.window.project, visit.window.setup_page
    assert not visit.open_project(foreign)
    assert project.name == "New project"
    assert setup.value().data.train == ()
    answer(visit, "Cancel")
    assert project.name == "New project"
    visit.open_project(foreign)
    answer(visit, "Go on")
    assert project.path == foreign
    assert setup.value().data.train == (Path(f"{SHARE}/images"),)
    assert visit.open_project(foreign), "what was allowed is not asked again"


def test_the_settings_of_a_foreign_run_are_asked_about_too(open_window: Callable[..., Visit], foreign: Path) -> None:
    visit = open_window()
    visit.window.project.take_of_run(load_settings(foreign), foreign.parent)
    assert visit.window.setup_page.value().data.train == ()
    answer(visit, "Cancel")
