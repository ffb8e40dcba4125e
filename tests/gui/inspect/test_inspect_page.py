"""Looking into pictures with the real engine: maps, words, patches and disagreements are what the networks say."""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMessageBox, QSlider
from pytestqt.qtbot import QtBot

from engine.evaluation.judgement import ProbabilityScale
from engine.number_words import percent, sure_percent
from engine.trained.inspection import inspect
from engine.trained.scoring import load_scorer
from gui.inspect.inspected_photograph import verdict
from gui.inspect.layers import cell_at
from gui.inspect.page import InspectPage
from gui.inspect.task import InspectionResult, Networks, Pair
from tests.gui.helpers.pointer import point_at
from tests.gui.helpers.tiny_run import TinyRun, make_tiny_run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    return make_tiny_run(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def page(qtbot: QtBot) -> InspectPage:
    page = InspectPage()
    qtbot.addWidget(page, before_close_func=lambda _: page.stop_tasks())
    page.resize(1190, 650)
    page.show()
    return page


def picture_of(made: TinyRun, kind: str = "fake") -> Path:
    return sorted((made.data.folder / "val" / kind).iterdir())[0]


def wait_for(page: InspectPage, qtbot: QtBot, picture: Path) -> InspectionResult:
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.found.path == picture)
    assert page.seen is not None
    return page.seen


def look(page: InspectPage, qtbot: QtBot, made: TinyRun, picture: Path) -> InspectionResult:
    page.set_run(made.folder)
    page.inspect(picture)
    return wait_for(page, qtbot, picture)


def told(page: InspectPage, qtbot: QtBot) -> str:
    """The text of the message that is shown next, which is then closed."""
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    box = page.findChildren(QMessageBox)[0]
    text = f"{box.text()} {box.informativeText()}"
    box.close()
    return text


def test_an_empty_page_says_what_to_do_and_what_is_missing(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    assert page.layers.currentIndex() == 0
    assert not page.findings.patches.isVisible()
    page.inspect(picture_of(made))
    assert told(page, qtbot).startswith("No student is chosen.")


def test_the_shown_runs_networks_are_taken_once(page: InspectPage, made: TinyRun) -> None:
    page.set_run(made.folder)
    assert page.pair() == Pair(made.folder / "student.pth", made.data.teacher)
    page.teacher.set_value(None)
    page.refresh()
    assert page.pair() == Pair(made.folder / "student.pth")


def test_a_run_without_a_student_is_waited_for(page: InspectPage, made: TinyRun, tmp_path: Path) -> None:
    page.set_run(tmp_path)
    assert page.student.value() is None
    (tmp_path / "student.pth").write_bytes((made.folder / "student.pth").read_bytes())
    page.refresh()
    assert page.student.value() == tmp_path / "student.pth"


def test_a_dropped_picture_is_shown_with_scores_in_words(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    page.set_run(made.folder)
    picture, mime = picture_of(made), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, button, key)  # outlives what handles it
    page.dropEvent(event)
    found = wait_for(page, qtbot, picture).found
    opened = Networks().open(Pair(made.folder / "student.pth", made.data.teacher))
    expected = inspect(picture, opened.student, opened.teacher)
    np.testing.assert_array_equal(found.student, expected.student)
    assert page.layers.currentIndex() == 1
    student, teacher = (caption.text() for caption in page.photograph.captions)
    assert student == verdict("Student", expected.score, expected.judgement)
    assert teacher == verdict("Teacher", expected.teacher_score or 0.0)
    assert sure_percent(expected.judgement.scale.probability(expected.score)) in student


def test_the_teacher_is_calibrated_as_in_the_run(made: TinyRun) -> None:
    opened = Networks().open(Pair(made.folder / "student.pth", made.data.teacher))
    assert opened.teacher is not None
    assert opened.teacher.calibration is not None
    images = torch.zeros(1, 3, 64, 64, dtype=torch.uint8)
    expected = opened.teacher.calibration(opened.teacher.maps(images))
    torch.testing.assert_close(opened.teacher.targets(images), expected)


def test_the_logits_of_a_teacher_that_the_run_did_not_have_are_said_to_be_raw(
    page: InspectPage, qtbot: QtBot, made: TinyRun, tmp_path: Path
) -> None:
    look(page, qtbot, made, picture_of(made))
    assert "raw" not in page.photograph.captions[1].text()
    other = tmp_path / "other.pth"
    state = torch.load(made.data.teacher, weights_only=True)
    torch.save({name: value * 1.5 if name == "fc.weight" else value for name, value in state.items()}, other)
    page.teacher.set_value(other)
    qtbot.waitUntil(lambda: "Teacher, raw logits: " in page.photograph.captions[1].text())


def test_networks_stay_open_until_other_weights_are_chosen(made: TinyRun, tmp_path: Path) -> None:
    networks, mine = Networks(), tmp_path / "student.pth"
    mine.write_bytes((made.folder / "student.pth").read_bytes())
    first = networks.open(Pair(mine))
    assert networks.open(Pair(mine)) is first
    assert networks.open(Pair(mine, made.data.teacher)) is not first
    state = torch.load(mine, weights_only=True)
    torch.save({name: value + 1 for name, value in state.items()}, mine)
    changed = networks.open(Pair(mine)).student.weights.sha256
    assert changed != first.student.weights.sha256


def test_without_a_teacher_the_student_is_shown_alone(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    look(page, qtbot, made, picture_of(made))
    photograph = page.photograph
    assert photograph.captions[1].isVisible()
    assert photograph.network.isVisible()
    photograph.network.setCurrentIndex(1)
    page.teacher.set_value(None)  # the same picture is looked into anew
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.teacher is None)
    assert photograph.captions[0].isVisible()
    assert not photograph.captions[1].isVisible()
    assert not photograph.network.isVisible()
    assert photograph.network.currentIndex() == 0
    photograph.point(10, 20)
    assert "teacher" not in page.read_out.text()


def test_the_switch_and_the_slider_choose_picture_and_map(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    seen = look(page, qtbot, made, picture_of(made))
    photograph = page.photograph
    photograph.boxes.setChecked(False)
    photograph.shown.setCurrentIndex(1)
    bare = photograph.view.grab().toImage()
    for row, column in ((16, 16), (32, 48), (50, 20)):
        color = bare.pixelColor(photograph.view.mapFromScene(QPointF(column + 0.5, row + 0.5)))
        assert (color.red(), color.green(), color.blue()) == tuple(seen.found.image[row, column])
    assert not photograph.opacity.isEnabled()
    photograph.shown.setCurrentIndex(0)
    photograph.opacity.setValue(0)
    grey = photograph.view.grab().toImage()
    assert is_grey(grey)
    photograph.opacity.setValue(100)
    assert not is_grey(photograph.view.grab().toImage())
    photograph.shown.setCurrentIndex(2)
    alone = photograph.view.grab().toImage()
    photograph.network.setCurrentIndex(1)
    assert photograph.view.grab().toImage() != alone, "the teacher's map"


def is_grey(image: QImage) -> bool:
    middle = range(image.width() // 3, 2 * image.width() // 3, 7)
    colors = [image.pixelColor(x, y) for x in middle for y in range(20, image.height() - 20, 7)]
    return all(max(c.red(), c.green(), c.blue()) - min(c.red(), c.green(), c.blue()) <= 1 for c in colors)


def test_pointing_reads_both_networks_where_the_pointer_is(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    found = look(page, qtbot, made, picture_of(made)).found
    patch = found.suspicious[1]
    page.photograph.point(patch.top + patch.side // 2, patch.left + patch.side // 2)
    assert f"student fake, logit {patch.logit:+.2f} (cell {patch.column}, {patch.row})" in page.read_out.text()
    assert found.teacher is not None
    assert found.teacher_geometry is not None
    page.photograph.point(20, 20)
    cell = cell_at(20, found.teacher.shape[0], found.teacher_geometry)
    assert cell is not None
    assert (
        f"logit {found.teacher[cell, cell]:+.2f} (cell {cell}, {cell})" in page.read_out.text().partition("teacher")[2]
    )
    view = page.photograph.view
    point_at(view.viewport(), view.viewport().rect().center())
    column, row = (int(number) for number in re.findall(r"Pixel (\d+), (\d+)", page.read_out.text())[0])
    assert abs(column - 32) <= 1
    assert abs(row - 32) <= 1


def test_arrow_keys_move_by_patches_and_stop_at_the_rim(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    found = look(page, qtbot, made, picture_of(made)).found
    page.photograph.point(20, 20)
    QTest.keyClick(page.photograph.view, Qt.Key.Key_Right)
    assert f"Pixel {20 + found.geometry.stride}, 20" in page.read_out.text()
    for _ in range(40):
        QTest.keyClick(page.photograph.view, Qt.Key.Key_Up)
    assert f"Pixel {20 + found.geometry.stride}, 0" in page.read_out.text()


def test_the_most_suspicious_patches_lead_to_their_places(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    found = look(page, qtbot, made, picture_of(made)).found
    assert page.findings.patches.count() == len(found.suspicious)
    for number in (2, 0):
        patch = found.suspicious[number]
        page.findings.patches.itemClicked.emit(page.findings.patches.item(number))
        assert f"Pixel {patch.left + patch.side // 2}, {patch.top + patch.side // 2}: " in page.read_out.text()
        assert f"student fake, logit {patch.logit:+.2f}" in page.read_out.text()
    page.findings.patches.setCurrentRow(0)
    QTest.keyClick(page.findings.patches, Qt.Key.Key_Down)
    assert f"{found.suspicious[1].logit:+.2f}" in page.read_out.text()


def test_worst_disagreements_are_listed_and_open(page: InspectPage, qtbot: QtBot, made: TinyRun) -> None:
    page.set_run(made.folder)
    panel = page.disagreements
    assert not panel.list.isVisible()
    panel.folder.set_value(made.data.folder / "val")
    panel.start.click()
    qtbot.waitUntil(lambda: panel.list.count() == 20)
    gaps = []
    for row in range(20):
        words = panel.list.item(row).text().replace(",", "").split()
        student, teacher = (float(word) for word, sign in pairwise(words) if sign == "%")
        gaps.append(abs(student - teacher))
    assert gaps[0] > gaps[-1]
    assert all(a >= b - 0.11 for a, b in pairwise(gaps))  # as rounded
    picture = panel.list.item(0).data(Qt.ItemDataRole.UserRole)
    panel.list.itemActivated.emit(panel.list.item(0))
    seen = wait_for(page, qtbot, picture)
    assert f"student {percent(ProbabilityScale().probability(seen.found.score))}" in panel.list.item(0).text()


@pytest.mark.parametrize("missing", ["teacher", "folder"])
def test_a_comparison_that_cannot_be_made_says_why(
    page: InspectPage, qtbot: QtBot, made: TinyRun, tmp_path: Path, missing: str
) -> None:
    page.set_run(made.folder)
    page.disagreements.folder.set_value(made.data.folder / "val")
    if missing == "teacher":
        page.teacher.set_value(None)
    else:
        page.disagreements.folder.set_value(tmp_path / "nowhere")
    page.disagreements.start.click()
    assert {"teacher": "Choose a teacher", "folder": "nowhere"}[missing] in told(page, qtbot)
    qtbot.waitUntil(lambda: page.disagreements.start.text() == "Compare")
    assert page.disagreements.start.isEnabled()


@pytest.mark.parametrize("broken", ["picture", "student"])
def test_what_cannot_be_read_is_named_and_the_page_stays(
    page: InspectPage, qtbot: QtBot, made: TinyRun, tmp_path: Path, broken: str
) -> None:
    found = look(page, qtbot, made, picture_of(made)).found
    (tmp_path / "broken.png").write_bytes(b"no picture and no weights")
    if broken == "picture":
        page.inspect(tmp_path / "broken.png")
    else:
        page.student.set_value(tmp_path / "broken.png")
    assert "broken.png" in told(page, qtbot)
    assert page.seen is not None
    assert page.seen.found.path == found.path


def test_large_pictures_are_seen_as_in_training(page: InspectPage, qtbot: QtBot, made: TinyRun, tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (300, 200, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "large.png")
    seen = look(page, qtbot, made, tmp_path / "large.png")
    assert seen.found.image.shape == (64, 64, 3)
    student = load_scorer(made.folder / "student.pth")
    assert seen.found.score == pytest.approx(inspect(tmp_path / "large.png", student).score)


def test_every_control_has_a_name(page: InspectPage) -> None:
    buttons = page.findChildren(QAbstractButton)
    assert buttons
    assert all(button.text() or button.accessibleName() for button in buttons)
    lists = page.findings.regions, page.findings.patches, page.disagreements.list
    named = (*page.findChildren(QSlider), *page.findChildren(QComboBox), page.photograph.view, *lists)
    assert all(widget.accessibleName() for widget in (*named, page.student, page.teacher, page.disagreements.folder))
