"""Plots: what is drawn is what was measured, they zoom and read, and exports hold it all."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from engine.control import RunControl, StopRequestedError
from gui.history.run_history import RunHistory
from gui.plots.export import RunFigures
from gui.plots.panel import PlotsPanel
from gui.plots.thinning import as_heights
from gui.widgets.theme import Theme
from resources.colors import DARK
from tests.gui.helpers import golden


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PlotsPanel]:
    panel = PlotsPanel()
    qtbot.addWidget(panel)
    show_all(panel)
    panel.set_history(golden.history())
    QApplication.processEvents()
    yield panel


def show_all(panel: PlotsPanel) -> None:
    panel.resize(1100, 500)
    panel.set_chosen(panel.plots)
    panel.show()


def wait_until_drawn(panel: PlotsPanel) -> None:
    while not panel.is_drawn:
        QTest.qWait(10)


def read_out(panel: PlotsPanel) -> str:
    return " ".join(w.text() for w in panel.findChildren(QLabel) if w.isVisible() and "<table" in w.text())


def test_what_is_drawn_is_what_was_measured(panel: PlotsPanel) -> None:
    history = golden.history()
    for plot in panel.plots.values():
        for name, (x, y) in plot.canvas.drawn().items():
            steps, values = history.curve(name.removesuffix(", dots"))
            assert x.tolist() == steps.tolist()
            np.testing.assert_allclose(y, as_heights(values.astype(float), logarithmic=plot.canvas.logarithmic))
    names = {name for plot in panel.plots.values() for name in plot.canvas.drawn()}
    assert {"loss", "term.patch", "validation.auc", "grad_norm_clipped", "head_lr", "teacher_std"} <= names


def test_plots_that_nobody_sees_while_it_turns_dark_are_dark_when_they_are_shown(theme: Theme, qtbot: QtBot) -> None:
    qtbot.addWidget(pages := QStackedWidget())
    for page in (panel := PlotsPanel(), QWidget()):
        pages.addWidget(page)
    panel.set_chosen(("gradient",))
    pages.resize(1100, 500)
    pages.show()
    panel.set_history(golden.history())
    pages.setCurrentIndex(1)
    theme.set_scheme("dark")
    wait_until_drawn(panel)
    pages.setCurrentIndex(0)
    wait_until_drawn(panel)
    swatch = panel.plots["gradient"].legend.button("grad_norm").icon().pixmap(14, 10, state=QIcon.State.On).toImage()
    assert swatch.pixelColor(swatch.rect().center()) == QColor(DARK.series[0])


def test_a_live_run_draws_the_same_curves_as_a_replayed_one(qtbot: QtBot, panel: PlotsPanel) -> None:
    qtbot.addWidget(live := PlotsPanel())
    show_all(live)
    history = RunHistory(golden.history().settings)
    live.set_history(history)
    for number, event in enumerate(golden.events()):
        history.add(event)
        if number % 40 == 0:
            live.refresh()
    live.refresh()
    qtbot.waitUntil(lambda: live.is_drawn)
    for name, plot in panel.plots.items():
        for curve, (x, y) in plot.canvas.drawn().items():
            np.testing.assert_array_equal(live.plots[name].canvas.drawn()[curve], (x, y))


def test_figures_that_come_while_plots_are_drawn_in_turn_wait_for_the_next_time(panel: PlotsPanel) -> None:
    history, events = golden.history(100), golden.events()
    panel.set_history(history)
    first, last = panel.plots["loss"], panel.plots["throughput"]
    before = last.canvas.steps()
    for event in events[100:150]:
        history.add(event)
    panel.redraw(first)
    for event in events[150:]:
        history.add(event)
    panel.refresh()
    while last.canvas.steps() == before:
        QApplication.processEvents()
    assert {plot.canvas.steps() for plot in panel.plots.values()} == {first.canvas.steps()}
    wait_until_drawn(panel)
    assert [plot.canvas.steps()[1] for plot in panel.plots.values()] == pytest.approx([1460] * len(panel.plots))


def test_the_legend_hides_a_curve(panel: PlotsPanel) -> None:
    plot = panel.plots["loss"]
    QTest.mouseClick(plot.legend.button("term.patch"), Qt.MouseButton.LeftButton)
    assert "term.patch" not in plot.canvas.drawn()
    QTest.mouseClick(plot.legend.button("term.patch"), Qt.MouseButton.LeftButton)
    assert "term.patch" in plot.canvas.drawn()
    assert "validation.eer" not in panel.plots["validation"].canvas.drawn()


def test_logarithmic_height(panel: PlotsPanel) -> None:
    plot = panel.plots["loss"]
    _, before = plot.canvas.drawn()["loss"]
    QTest.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    np.testing.assert_allclose(plot.canvas.drawn()["loss"][1], np.log10(before))


def test_smoothing_draws_a_mean_over_the_figures(panel: PlotsPanel) -> None:
    panel.set_smoothing(20)
    wait_until_drawn(panel)
    drawn = panel.plots["loss"].canvas.drawn()
    assert np.nanstd(np.diff(drawn["loss, smoothed"][1])) < 0.5 * np.nanstd(np.diff(drawn["loss"][1]))
    assert "head_lr, smoothed" not in panel.plots["learning_rate"].canvas.drawn()
    panel.set_smoothing(1)
    wait_until_drawn(panel)
    assert "loss, smoothed" not in panel.plots["loss"].canvas.drawn()


def steps_shown(panel: PlotsPanel, plot: str = "loss") -> tuple[float, float]:
    wait_until_drawn(panel)
    x, _ = panel.plots[plot].canvas.drawn()["loss" if plot == "loss" else "grad_norm"]
    return x[0], x[-1]


def test_the_wheel_zooms_every_plot_and_home_shows_all_again(panel: PlotsPanel) -> None:
    canvas = panel.plots["loss"].canvas
    middle = QPointF(canvas.viewport().rect().center())
    turn = QWheelEvent(
        middle,
        canvas.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), turn)
    low, high = steps_shown(panel)
    assert low > 0
    assert high < 1460
    assert steps_shown(panel, "gradient") == (low, high)
    assert not panel.bar.follow.isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert steps_shown(panel) == (1, 1460)
    assert panel.bar.follow.isChecked()


def test_the_keyboard_zooms_moves_and_reads(panel: PlotsPanel) -> None:
    canvas = panel.plots["gradient"].canvas
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    low, high = steps_shown(panel)
    assert high - low < 1000
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert steps_shown(panel)[0] < low
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert "before" in read_out(panel)


def test_follow_keeps_the_newest_step_in_view(panel: PlotsPanel) -> None:
    history = golden.history(100)
    panel.set_history(history)
    panel.show_steps(10, 30)
    before = steps_shown(panel)
    for event in golden.events()[100:]:
        history.add(event)
    panel.refresh()
    assert steps_shown(panel) == before
    QTest.mouseClick(panel.bar.follow, Qt.MouseButton.LeftButton)
    assert steps_shown(panel)[1] == 1460
    assert steps_shown(panel)[0] > 1000


def test_pointing_reads_the_figures_and_the_alerts(panel: PlotsPanel) -> None:
    canvas = panel.plots["gradient"].canvas
    canvas.pointed.emit(430.0)
    words = read_out(panel)
    value = golden.history().steps.column("grad_norm")[43]
    assert "step 430 · stage 2 · epoch 6" in words
    assert f"{value:.4g}" in words
    assert "Gradient explosion" in words
    canvas.pointed.emit(None)
    assert read_out(panel) == ""


def test_thresholds_stages_and_alerts_are_marked(panel: PlotsPanel) -> None:
    settings = golden.history().settings
    assert settings is not None
    levels = {t.label: t.value for t in panel.plots["gradient"].plot.thresholds(golden.history())}
    assert levels["explosion 10"] == settings.health.gradient_max
    assert levels["clipped at 0.5"] == settings.loss.gradient_clip_norm
    marks = panel.plots["gradient"].marks()
    assert [label for _, label in marks.stages] == ["stage 1 and 2"]
    assert {(mark.first_step, mark.severity) for mark in marks.alerts} >= {(410, "warning"), (437, "error")}
    assert any(t.value == pytest.approx(1.0) for t in marks.thresholds)  # log10 of 10


def test_nothing_is_drawn_while_hidden(qtbot: QtBot) -> None:
    qtbot.addWidget(panel := PlotsPanel())
    panel.set_history(golden.history())
    assert not panel.plots["loss"].canvas.drawn()
    panel.show()
    assert panel.plots["loss"].canvas.drawn()


def test_an_enlarged_plot_stands_alone_until_the_next_double_click(panel: PlotsPanel) -> None:
    panel.plots["spread"].canvas.doubled.emit()
    assert [name for name, plot in panel.plots.items() if plot.isVisible()] == ["spread"]
    panel.plots["spread"].canvas.doubled.emit()
    assert all(plot.isVisible() for plot in panel.plots.values())


def test_csv_holds_every_figure(panel: PlotsPanel, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(panel.message, check_params_cb=lambda text: text.startswith("Saved")):
        panel.save_csv(path := tmp_path / "figures, Prüfung.csv")
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    history = golden.history()
    losses = {int(row["step"]): float(row["loss"]) for row in table if row["loss"]}
    assert list(losses) == history.steps.steps.tolist()
    np.testing.assert_allclose(list(losses.values()), history.steps.column("loss"), rtol=1e-6)
    aucs = [float(row["validation.auc"]) for row in table if row["validation.auc"]]
    np.testing.assert_allclose(aucs, history.validations.column("auc"), rtol=1e-6)
    assert table[1]["movement"] == ""


def test_csv_has_one_row_for_every_step_whichever_figures_it_has(tmp_path: Path) -> None:
    history = RunHistory()
    for step in range(0, 9000, 3):
        history.steps.append(step, {"loss": step / 7, "late": 1.0 if step > 8000 else None})
    for step in range(0, 9000, 100):
        history.validations.append(step, {"auc": step / 9000})
    RunFigures(history).write_csv(tmp_path / "figures.csv", RunControl())
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        table = {int(row["step"]): row for row in csv.DictReader(file)}
    assert list(table) == sorted({*range(0, 9000, 3), *range(0, 9000, 100)})
    assert {step for step, row in table.items() if row["validation.auc"]} == set(range(0, 9000, 100))
    assert {step for step, row in table.items() if row["late"]} == set(range(8001, 9000, 3))
    assert float(table[8997]["loss"]) == pytest.approx(8997 / 7, rel=1e-6)


def test_an_export_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    history, control = RunHistory(), RunControl()
    for step in range(20_000):
        history.steps.append(step, {"loss": 1.0})
    figures = RunFigures(history)
    rows = figures.rows(control)
    written = list(islice(rows, 3000))
    control.stop()
    with pytest.raises(StopRequestedError):
        written.extend(rows)
    assert len(written) < 20_000
    with pytest.raises(StopRequestedError):
        figures.write_csv(tmp_path / "figures.csv", control)
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_cannot_be_written_says_so(panel: PlotsPanel, qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with qtbot.waitSignal(panel.message, check_params_cb=lambda text: "could not be written" in text):
        panel.save_csv(blocked / "figures.csv")
    assert panel.bar.export.isEnabled()


def test_png_is_the_picture_at_twice_its_size(panel: PlotsPanel, tmp_path: Path) -> None:
    panel.save_png(tmp_path / "plots.png")
    image = QImage(str(tmp_path / "plots.png"))
    assert image.width() == 2 * panel.width()
    assert len({image.pixel(x, image.height() // 4) for x in range(0, image.width(), 3)}) > 5


def test_a_plot_without_figures_says_so_beside_its_title_and_not_over_its_axes(panel: PlotsPanel) -> None:
    panel.set_history(golden.history(9))
    wait_until_drawn(panel)
    plot = panel.plots["loss"]
    (said,) = [label for label in plot.findChildren(QLabel) if label.text() == "No figures yet"]
    assert said.isVisible()
    assert said.mapTo(plot, said.rect().bottomLeft()).y() < plot.canvas.geometry().top()
