"""What the tests of this room share."""

import pytest
from pytestqt.qtbot import QtBot

from gui.alerts.panel import WarningsPanel
from tests.gui.helpers import golden


@pytest.fixture
def panel(qtbot: QtBot) -> WarningsPanel:
    """With the warnings of the golden run."""
    panel = WarningsPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    panel.show()
    panel.set_history(golden.history())
    return panel
