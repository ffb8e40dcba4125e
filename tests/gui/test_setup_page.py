"""The set-up page looks at real images and checkpoints in the background, and says what stands against starting."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.errors import Problem, SettingsError
from engine.events import Event, TeacherChecked
from engine.models.ladeda import LaDeDa
from engine.settings import DataSettings, RunSettings, StudentSettings, TeacherSettings
from gui.histogram_plot import HistogramPlot
from gui.path_fields import FoldersField
from gui.preferences import PreferencesFile
from gui.setup_page import SetupPage
from gui.thumbnails import PER_CLASS, SIDE

PATIENCE_MS = 20_000
MakePage = Callable[[], SetupPage]


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Two sources of real and fake images in two splits."""
    rng = np.random.default_rng(0)
    for split, count in (("train", 8), ("val", 4)):
        for source in ("camera", "phone"):
            for kind, offset in (("0_real", 0), ("1_fake", 60)):
                folder = tmp_path / "images" / split / source / kind
                folder.mkdir(parents=True)
                for index in range(count):
                    pixels = rng.integers(offset, offset + 190, (48, 64, 3), np.uint8)
                    Image.fromarray(pixels).save(folder / f"{index}.png")
    return tmp_path / "images"


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "teacher.pth"
    torch.save(LaDeDa(9, 4, (3, 4, 6, 3)).state_dict(), path)
    return path


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.json")


@pytest.fixture
def make_page(qtbot: QtBot, preferences: PreferencesFile) -> Iterator[MakePage]:
    pages: list[SetupPage] = []

    def make() -> SetupPage:
        page = SetupPage(preferences)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1100, 640)
        page.show()
        return page

    yield make
    for page in pages:
        page.stop_tasks()


def look(qtbot: QtBot, page: SetupPage, settings: RunSettings) -> None:
    """Show settings and wait until their folders have been looked through."""
    page.set_value(settings)
    qtbot.waitUntil(lambda: page.data_panel.looking, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not page.data_panel.looking, timeout=PATIENCE_MS)


def of(images: Path, **changes: object) -> RunSettings:
    return RunSettings.model_validate({"data": {"train": (images,), "size": 48, **changes}})


def counts(page: SetupPage) -> dict[str, tuple[str, str]]:
    tree, found = page.data_panel.findings.counts, {}
    for row in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(row)
        assert top is not None
        found[top.text(0)] = (top.text(1), top.text(2))
        for index in range(top.childCount()):
            child = top.child(index)
            assert child is not None
            found[f"{top.text(0)}/{child.text(0)}"] = (child.text(1), child.text(2))
    return found


def test_images_are_counted_by_split_and_source_and_some_are_shown(
    qtbot: QtBot, make_page: MakePage, images: Path
) -> None:
    page = make_page()
    look(qtbot, page, of(images))
    findings = page.data_panel.findings
    assert page.data_panel.found is not None
    assert page.data_panel.found.mapping == {"0_real": 0, "1_fake": 1}
    found = counts(page)
    assert found["Training"] == ("16", "16")
    assert found["Validation"] == ("8", "8")
    assert found["Training/camera"] == ("8", "8")
    assert "48 images for training, validation, from 2 sources." in findings.layout_text.text()
    for strip, folder in zip(findings.strips, ("0_real", "1_fake"), strict=True):
        assert len(strip.labels) == PER_CLASS
        assert all(folder in label.toolTip() for label in strip.labels)
        assert all(label.pixmap().deviceIndependentSize().width() == SIDE for label in strip.labels)
    assert findings.unreadable.head.isHidden()
    assert findings.duplicates.head.isHidden()


def test_what_cannot_be_read_or_is_there_twice_is_listed(qtbot: QtBot, make_page: MakePage, images: Path) -> None:
    (images / "train/camera/0_real/broken.png").write_bytes(b"no picture")
    twin = images / "val/camera/0_real/twin.png"
    twin.write_bytes((images / "train/camera/0_real/0.png").read_bytes())
    page = make_page()
    look(qtbot, page, of(images))
    unreadable, duplicates = page.data_panel.findings.unreadable, page.data_panel.findings.duplicates
    assert unreadable.head.text() == "1 file cannot be read"
    assert unreadable.list.isHidden()
    unreadable.head.click()
    assert not unreadable.list.isHidden()
    assert "broken.png" in unreadable.list.item(0).text()
    assert duplicates.head.text() == "1 picture is in two splits"
    assert "twin.png" in duplicates.list.item(0).text()


def test_folders_without_known_classes_get_a_reason_and_a_remedy(
    qtbot: QtBot, make_page: MakePage, images: Path
) -> None:
    page = make_page()
    look(qtbot, page, of(images, real_names=("photo",), fake_names=("painting",)))
    assert page.data_panel.found is None
    assert page.data_panel.findings.isHidden()
    assert page.data_panel.note.text.text().startswith("Error: ")
    assert "data.real_names" in {problem.setting for problem in page.problems()}


def test_labels_must_be_confirmed_once_for_each_folder_and_mapping(
    qtbot: QtBot, make_page: MakePage, images: Path, teacher: Path
) -> None:
    settings = of(images).model_copy(update={"teacher": TeacherSettings(checkpoint=teacher)})
    page = make_page()
    page.set_value(settings)
    assert [problem.setting for problem in page.problems()] == ["data.real_names"]  # not looked at yet
    look(qtbot, page, settings.model_copy(update={"seed": 1}))
    problems = page.problems()
    assert ["confirmed" in problem.message for problem in problems] == [True]
    page.show_problems(problems)
    assert not page.form.rows["data.real_names"].note.isHidden()
    page.data_panel.findings.confirmed.click()
    assert page.problems() == []
    assert page.form.rows["data.real_names"].note.isHidden()

    again = make_page()
    look(qtbot, again, settings)
    assert again.problems() == []  # remembered
    again.data_panel.findings.swap.click()
    assert again.value().data.real_names == settings.data.fake_names
    qtbot.waitUntil(lambda: again.data_panel.found is None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: again.data_panel.found is not None, timeout=PATIENCE_MS)
    assert again.data_panel.found is not None
    assert again.data_panel.found.mapping == {"0_real": 1, "1_fake": 0}
    assert not again.data_panel.labels_confirmed  # another mapping, another question


def test_looking_can_be_stopped_and_started_again(qtbot: QtBot, make_page: MakePage, images: Path) -> None:
    panel = make_page().data_panel
    panel.set_data(of(images).data, 0)
    panel.look()
    assert panel.looking
    panel.stop.click()
    qtbot.waitUntil(lambda: not panel.looking, timeout=PATIENCE_MS)
    assert "Stopped" in panel.doing.text()
    assert panel.found is None
    panel.again.click()
    qtbot.waitUntil(lambda: panel.found is not None, timeout=PATIENCE_MS)


def test_folders_chosen_while_others_are_looked_at_take_their_place(
    qtbot: QtBot, make_page: MakePage, images: Path
) -> None:
    page = make_page()
    heard: list[int] = []
    page.data_panel.scanned.connect(lambda found: heard.append(sum(split.real for split in found.splits)))
    page.data_panel.set_data(of(images).data, 0)
    page.data_panel.look()
    page.data_panel.set_data(DataSettings(train=(images / "val",), validation=(images / "val",), size=48), 0)
    page.data_panel.look()
    qtbot.waitUntil(lambda: not page.data_panel.looking, timeout=PATIENCE_MS)
    assert heard == [16]


def test_the_empty_page_offers_the_demo_and_the_last_projects(
    qtbot: QtBot, make_page: MakePage, preferences: PreferencesFile
) -> None:
    preferences.add_recent_project(Path("faces.toml"))
    page = make_page()
    welcome = page.data_panel.welcome
    assert welcome.isVisible()
    with qtbot.waitSignal(page.demo_requested):
        welcome.demo.click()
    with qtbot.waitSignal(page.project_requested) as heard:
        welcome.projects[0].click()
    assert heard.args == [Path("faces.toml")]
    page.set_value(RunSettings(data=DataSettings(train=(Path("nowhere"),))))
    qtbot.waitUntil(lambda: not welcome.isVisible(), timeout=PATIENCE_MS)


def test_folders_that_were_added_are_offered_again(make_page: MakePage, images: Path) -> None:
    field = make_page().form.rows["data.train"].field
    assert isinstance(field, FoldersField)
    field.add([images])
    other = make_page().form.rows["data.validation"].field
    assert isinstance(other, FoldersField)
    assert [action.text() for action in other.recent.menu().actions()] == [str(images)]


def test_checkpoints_are_recognised_or_refused_in_words(
    qtbot: QtBot, make_page: MakePage, teacher: Path, tmp_path: Path
) -> None:
    text = tmp_path / "notes.pth"
    text.write_text("no weights", encoding="utf-8")
    page = make_page()
    page.set_value(RunSettings(teacher=TeacherSettings(checkpoint=teacher), student=StudentSettings(checkpoint=text)))
    panel = page.teacher_panel
    qtbot.waitUntil(lambda: "LaDeDa" in panel.recognised["teacher"].text(), timeout=PATIENCE_MS)
    assert "receptive field 9, width 4" in panel.recognised["teacher"].text()
    assert panel.notes["teacher"].isHidden()
    assert panel.recognised["student"].text() == "Not recognised."
    assert panel.notes["student"].text.text().startswith("Error: ")


def test_the_teacher_check_shows_its_figures_and_its_problems(
    qtbot: QtBot, make_page: MakePage, images: Path, teacher: Path
) -> None:
    page = make_page()
    panel = page.teacher_panel
    assert not panel.check.isEnabled()
    settings = of(images).model_copy(
        update={"teacher": TeacherSettings(checkpoint=teacher, calibration_images=16, min_auc=1.0)}
    )
    page.set_value(settings)
    qtbot.waitUntil(panel.check.isEnabled, timeout=PATIENCE_MS)
    events: list[Event] = []
    panel._check.event_arrived.connect(events.append)
    panel.check.click()
    assert not panel.stop.isHidden()
    with qtbot.waitSignal(panel.problems_found, timeout=60_000) as heard:
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
    page.form.rows["teacher.input_filter"].field.set_value("raw")
    qtbot.waitUntil(panel.findings.isHidden, timeout=PATIENCE_MS)  # it was another teacher's


def test_every_problem_is_listed_and_leads_to_its_field(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    page.show_problems(
        [Problem("stage2.epochs", "Long.", severity="warning"), Problem("loss.temperature", "Hot.", "Cool it.")]
    )
    shown = page.problem_list
    rows = [shown.topLevelItem(row) for row in range(shown.topLevelItemCount())]
    assert [[row.text(column) for column in range(3)] for row in rows if row] == [
        ["Error", "Temperature", "Hot. Cool it."],
        ["Warning", "Epochs", "Long."],
    ]
    assert rows[0] is not None
    place = shown.visualItemRect(rows[0]).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.form.rows["loss.temperature"].editor.isVisible()
    page.form.rows["loss.temperature"].field.set_value(3.0)
    page.form.rows["stage2.epochs"].field.set_value(3)
    assert shown.isHidden()


def test_what_is_missing_stands_against_starting(make_page: MakePage) -> None:
    page = make_page()
    settings = [problem.setting for problem in page.problems() if problem.severity == "error"]
    assert settings == ["data.train", "teacher.checkpoint"]


def test_contradictions_stand_against_starting_and_value_refuses(make_page: MakePage) -> None:
    page = make_page()
    page.form.rows["data.fake_names"].field.set_value(("real",))
    with pytest.raises(SettingsError):
        page.value()
    assert [problem.setting for problem in page.problems()] == ["data"]


def test_findings_stand_beside_the_settings_or_below_them_where_it_is_narrow(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    images = page.form.pages["Images"]
    assert images.orientation() == Qt.Orientation.Horizontal
    page.resize(620, 420)
    qtbot.waitUntil(lambda: images.orientation() == Qt.Orientation.Vertical)
    assert page.width() == 620
    page.resize(1100, 640)
    qtbot.waitUntil(lambda: images.orientation() == Qt.Orientation.Horizontal)


def test_the_level_is_remembered(make_page: MakePage, preferences: PreferencesFile) -> None:
    make_page().form.advanced.click()
    assert PreferencesFile(preferences.path).value.advanced_settings
    assert make_page().form.advanced.isChecked()


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
