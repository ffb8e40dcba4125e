"""The learning-rate test in the window: a curve, and a rate that goes into the form with one click."""

from pathlib import Path

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from engine.run.range_test import suggested
from engine.settings import RunSettings
from gui.project.preferences import PreferencesFile
from gui.setup.range_panel import RangePanel
from gui.setup.range_plot import RangePlot
from gui.setup.setup_page import SetupPage
from tests.gui.helpers.setup_driver import end_tasks


def test_the_curve_is_drawn_with_its_suggestion_and_what_failed_at_the_rim(qtbot: QtBot) -> None:
    plot = RangePlot()
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.set_curve((1e-4, 1e-3, 1e-2, 1e-1), (1.0, 0.8, 0.5, float("inf")), 1e-2)
    heights = [plot.place(point).y() for point in range(4)]
    assert heights[3] < heights[0] < heights[1] < heights[2]
    assert plot.point_text(3) == "rate 0.1: no number"
    empty = QPixmap(plot.size())
    plot.render(empty)


def test_without_images_the_button_says_what_is_missing(qtbot: QtBot) -> None:
    panel = RangePanel()
    qtbot.addWidget(panel)
    panel.set_settings(RunSettings())
    assert not panel.start.isEnabled()
    assert "Choose training images first" in panel.hint.text()


def test_the_rate_goes_into_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    page = SetupPage(PreferencesFile(tmp_path / "preferences.json"))
    qtbot.addWidget(page, before_close_func=end_tasks)
    panel = page.range_panel
    panel._finish(suggested((1e-3, 3e-3), (1.0, 0.5)), None)
    assert panel.use.text() == "Use 0.003 for head and backbone"
    panel.use.click()
    assert page.value().stage2.head_lr == page.value().stage2.backbone_lr == 3e-3
    page._follow()
    assert not panel.plot.isHidden()  # the rates that were taken are not what was tested
    page.form.rows["data.size"].field.set_value(64)
    page._follow()
    assert panel.plot.isHidden()
    assert panel.use.isHidden()
    page.stop_tasks()
