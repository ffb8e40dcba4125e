"""Checkpoints are recognised and the teacher is checked in the background, with figures and reasons in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from engine.events import Event, TeacherChecked
from engine.health import HealthMonitor
from engine.settings import RunSettings, StudentSettings, TeacherSettings
from gui.project.preferences import PreferencesFile
from gui.setup.histogram_plot import HistogramPlot
from gui.setup.setup_page import SetupPage
from tests.engine.helpers.health_streams import CROPPED, SCALED, TEACHER
from tests.gui.helpers.setup_driver import make_page, of, write_images, write_teacher


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> SetupPage:
    return make_page(qtbot, PreferencesFile(tmp_path / "preferences.json"))


def test_checkpoints_are_recognised_or_refused_in_words(qtbot: QtBot, page: SetupPage, tmp_path: Path) -> None:
    teacher = write_teacher(tmp_path / "teacher.pth")
    text = tmp_path / "notes.pth"
    text.write_text("no weights", encoding="utf-8")
    page.set_value(RunSettings(teacher=TeacherSettings(checkpoint=teacher), student=StudentSettings(checkpoint=text)))
    panel = page.teacher_panel
    qtbot.waitUntil(lambda: "LaDeDa" in panel.recognised["teacher"].text())
    assert "receptive field 9, width 4" in panel.recognised["teacher"].text()
    assert panel.notes["teacher"].isHidden()
    assert panel.recognised["student"].text() == "Not recognised."
    assert panel.notes["student"].text.text().startswith("Error: ")


def test_files_that_a_run_left_no_time_to_open_are_opened_when_the_page_is_shown(
    qtbot: QtBot, page: SetupPage, tmp_path: Path
) -> None:
    page.set_value(RunSettings(teacher=TeacherSettings(checkpoint=write_teacher(tmp_path / "teacher.pth"))))
    page.stop_tasks()  # a run starts at once
    assert page.teacher_panel.recognised["teacher"].text() == "Opening the file…"
    page.form.show_page("Networks")
    qtbot.waitUntil(lambda: "LaDeDa" in page.teacher_panel.recognised["teacher"].text())


@pytest.mark.parametrize(
    ("changed", "value"),
    [("teacher.input_filter", "raw"), ("data.size", 64), ("data.view", "crop"), ("loss.enable_scale_matching", False)],
)
def test_the_teacher_check_shows_its_figures_and_its_problems(
    qtbot: QtBot, page: SetupPage, tmp_path: Path, changed: str, value: object
) -> None:
    panel = page.teacher_panel
    assert not panel.check.isEnabled()
    images, teacher = write_images(tmp_path / "images"), write_teacher(tmp_path / "teacher.pth")
    settings = of(images).model_copy(
        update={"teacher": TeacherSettings(checkpoint=teacher, calibration_images=16, min_auc=1.0)}
    )
    page.set_value(settings)
    qtbot.waitUntil(panel.check.isEnabled)
    events: list[Event] = []
    panel._check.event_arrived.connect(events.append)
    panel.check.click()
    assert not panel.stop.isHidden()
    with qtbot.waitSignal(panel.problems_found) as heard:
        pass
    checked = next(event for event in events if isinstance(event, TeacherChecked))
    assert checked.scores.auc is not None
    values = panel.findings.values
    assert values["AUC"].text() == f"{checked.scores.auc:.3f} on 16 validation images"
    assert f"{checked.logit_min:,.1f}" in values["Range"].text()
    assert str(checked.calibration["method"]) in values["Calibration"].text()
    assert panel.findings.histogram.counts == checked.histogram_counts
    assert "teacher.checkpoint" in [problem.setting for problem in heard.args[0]]
    assert not page.form.rows["teacher.checkpoint"].note.isHidden()
    page.form.rows["stage2.epochs"].field.set_value(7)  # nothing of a check
    assert not page.form.rows["teacher.checkpoint"].note.isHidden()
    page.form.rows[changed].field.set_value(value)
    assert page.form.rows["teacher.checkpoint"].note.isHidden()
    assert page.form.problems() == []
    qtbot.waitUntil(panel.findings.isHidden)  # it was another teacher's


def test_a_histogram_tells_the_figures_of_the_bar_under_the_mouse(qtbot: QtBot) -> None:
    plot = HistogramPlot()
    qtbot.addWidget(plot)
    plot.resize(402, 200)
    assert plot.bar_at(100) is None
    plot.set_histogram((1, 0, 5000, 3), (-1190.0, -800.0, -400.0, 0.0, 8.0))
    assert plot.bar_at(250) == 2
    assert plot.bar_text(2) == "-400 to 0: 5,000 patches"
    assert plot.bar_at(-5) is None
    assert not plot.grab().isNull()
    with pytest.raises(ValueError, match="edges"):
        plot.set_histogram((1, 2), (0.0, 1.0))


def test_the_view_that_is_better_is_listed_and_taken_with_one_click(page: SetupPage, tmp_path: Path) -> None:
    panel, settings = page.teacher_panel, RunSettings(teacher=TeacherSettings(checkpoint=tmp_path / "teacher.pth"))
    page.set_value(settings)
    panel.set_settings(settings)
    found = replace(TEACHER, views=(CROPPED, SCALED))
    for event in (found, *HealthMonitor().observe(found, settings)):
        panel._check.event_arrived.emit(event)
    assert (
        "in crops of 128 px at native size 0.880, scaled to 256 px (as set) 0.453"
        in panel.findings.values["Seen"].text()
    )
    (button,) = [button for button in panel.findChildren(QPushButton) if button.text() == "Crops of 128 px"]
    button.click()
    rows = page.form.rows
    assert (rows["data.view"].field.value(), rows["data.size"].field.value()) == ("crop", 128)
