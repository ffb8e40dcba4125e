"""Which plots are shown, and names of marks and thresholds that cover no curve and no other name."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.events import RemedyApplied
from gui.commands.options import remember_plots
from gui.plots.catalogue import MAIN
from gui.plots.marks import Marks, paint_marks, placed
from gui.plots.panel import PlotsPanel
from gui.project.preferences import PreferencesFile
from resources.colors import LIGHT
from tests.gui.helpers import golden

CHANGED = RemedyApplied(stage=2, step=0, label="Less", changes={}, origin="user", start="next_step", rule="")


def shown(panel: PlotsPanel) -> set[str]:
    return {name for name, plot in panel.plots.items() if plot.isVisible()}


def opened(qtbot: QtBot, preferences: PreferencesFile) -> PlotsPanel:
    panel = PlotsPanel()
    qtbot.addWidget(panel)
    remember_plots(panel, preferences)
    panel.resize(1100, 500)
    panel.show()
    panel.set_history(golden.history())
    return panel


def test_two_large_plots_at_first_and_the_choice_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    panel = opened(qtbot, preferences)
    assert shown(panel) == set(MAIN) == {"validation", "loss"}
    panel.bar.all_plots.click()
    qtbot.waitUntil(lambda: panel.is_drawn)
    assert shown(panel) == set(panel.plots)
    assert all(plot.canvas.drawn() for plot in panel.plots.values())
    panel.bar._choices["throughput"].trigger()
    assert shown(panel) == set(panel.plots) - {"throughput"}
    assert not panel.bar.all_plots.isChecked()
    again = opened(qtbot, PreferencesFile(tmp_path / "preferences.json"))
    assert shown(again) == set(panel.plots) - {"throughput"}


def test_a_remembered_plot_that_is_gone_is_no_matter(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    preferences.update(plots=("wavelets",))
    assert shown(opened(qtbot, preferences)) == set(MAIN)


def test_thresholds_in_view_are_named_in_the_legend(qtbot: QtBot, tmp_path: Path) -> None:
    panel = opened(qtbot, PreferencesFile(tmp_path / "preferences.json"))
    panel.set_chosen(tuple(panel.plots))
    qtbot.waitUntil(lambda: panel.is_drawn)
    assert "teacher 0.925" in panel.plots["validation"].legend.levels
    assert {"explosion 10", "clipped at 0.5"} <= set(panel.plots["gradient"].legend.levels)
    assert not [name for name in panel.plots["loss"].legend.levels if "explosion" in name]  # far above


@given(
    st.lists(st.tuples(st.floats(-50, 550), st.floats(5, 300)), max_size=12),
)
def test_names_never_cover_one_another(names: list[tuple[float, float]]) -> None:
    places = placed(names, 0.0, 500.0)
    spans = sorted((left, left + width) for left, (_, width) in zip(places, names, strict=True) if left is not None)
    assert all(left >= 0 and right <= 500 for left, right in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))


def test_names_stand_above_the_plot_and_not_on_it(qtbot: QtBot) -> None:
    area = QRectF(40, 40, 400, 100)
    painted = []
    for stage, change in (("stage 1", "changed"), ("", "")):
        marks = Marks(stages=((1, stage),), changes=((9, change),))
        image = QImage(480, 160, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_marks(painter, area, lambda step: 40 + 20 * step, lambda height: height, marks, LIGHT)
        painter.end()
        painted.append(image)
    named, bare = painted
    below = [(x, y) for y in range(40, 160) for x in range(480) if named.pixel(x, y) != bare.pixel(x, y)]
    assert below == []
    assert named != bare


def test_a_change_whose_name_had_no_room_is_read_by_pointing(qtbot: QtBot, tmp_path: Path) -> None:
    history = golden.history()
    for step in (700, 702):
        history.add(replace(CHANGED, step=step))
    panel = PlotsPanel()
    qtbot.addWidget(panel)
    panel.resize(1100, 500)
    panel.show()
    panel.set_history(history)
    QApplication.processEvents()
    assert "changed (step 702)" in panel.plots["loss"].canvas.alerts_at(702)
