"""The bar of pages shows every page, however low the window is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolBar

from gui.commands.actions import PAGES
from tests.gui.helpers.visit import Visit


def test_no_page_is_hidden_in_a_low_window(open_window: Callable[[], Visit]) -> None:
    """1280 x 720 at 150 % leaves 853 x 480."""
    window = open_window().window
    bar = window.findChild(QToolBar, "pages")
    assert bar is not None
    for height, style in ((480, Qt.ToolButtonStyle.ToolButtonTextBesideIcon), (720, None), (480, None)):
        window.resize(853, height)
        QApplication.processEvents()
        shown = [bar.widgetForAction(window.actions_by_name[f"page_{name}"]) for name, *_ in PAGES]
        assert all(button.isVisible() and bar.rect().contains(button.geometry()) for button in shown)
        assert style in (None, bar.toolButtonStyle())
    window.resize(853, 720)
    QApplication.processEvents()
    assert bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
