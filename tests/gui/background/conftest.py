"""What the tests of this room share."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.project.preferences import PreferencesFile
from tests.gui.helpers.setup_driver import NewPage, make_page


@pytest.fixture
def new_page(qtbot: QtBot, tmp_path: Path) -> NewPage:
    return partial(make_page, qtbot, PreferencesFile(tmp_path / "preferences.json"))
