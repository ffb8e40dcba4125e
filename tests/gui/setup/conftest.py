"""What the tests of this room share."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.project.preferences import PreferencesFile
from tests.gui.helpers.setup_driver import NewPage, make_page, write_images


@pytest.fixture
def images(tmp_path: Path) -> Path:
    return write_images(tmp_path / "images")


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.json")


@pytest.fixture
def new_page(qtbot: QtBot, preferences: PreferencesFile) -> NewPage:
    """Opens a page; each one ends its threads when it is closed."""
    return partial(make_page, qtbot, preferences)
