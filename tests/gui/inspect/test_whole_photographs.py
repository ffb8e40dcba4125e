"""A photograph of six megapixels with the real engine: fit, zoom, pan, regions, and what is read under the pointer."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from engine.models.geometry import PatchGeometry
from gui.inspect.inspected_photograph import region_places
from gui.inspect.layers import cell_at, map_layer, picture_layer
from gui.inspect.page import InspectPage
from gui.inspect.photograph_view import PhotographView
from resources.paths import resource
from tests.gui.helpers.pointer import point_at
from tests.gui.helpers.tiny_run import TinyRun, make_tiny_run

WIDTH, HEIGHT = 3000, 2000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    return make_tiny_run(tmp_path_factory.mktemp("tiny"), "data.view='crop'")


@pytest.fixture(scope="module")
def photograph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photo") / "photograph.png"
    with Image.open(resource("demo", "photos", "train", "dogs.webp")) as small:
        small.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).save(path, compress_level=1)
    return path


@pytest.fixture(scope="module")
def shown(qapp: QApplication, made: TinyRun, photograph: Path) -> Iterator[InspectPage]:
    """One page for all: looking into the photograph takes seconds."""
    page = InspectPage()
    page.resize(1190, 650)
    page.show()
    page.set_run(made.folder)
    page.inspect(photograph)
    yield page
    page.stop_tasks()
    page.close()
    page.deleteLater()


@pytest.fixture
def page(shown: InspectPage, qtbot: QtBot) -> InspectPage:
    qtbot.waitUntil(lambda: shown.seen is not None)
    shown.photograph.network.setCurrentIndex(0)
    shown.photograph.view.fit()
    return shown


def seen_part(view: PhotographView) -> QRectF:
    return view.mapToScene(view.viewport().rect()).boundingRect()


def test_a_look_can_be_stopped_and_what_was_shown_stays(page: InspectPage, qtbot: QtBot, photograph: Path) -> None:
    before = page.seen
    page.inspect(photograph)
    assert page.looking.isVisible()
    page.looking.stop.click()
    qtbot.waitUntil(lambda: not page.looking.isVisible())
    assert page.seen is before
    assert "Looking" not in page.read_out.text()


def test_a_photograph_is_judged_whole_and_fitted(page: InspectPage) -> None:
    assert page.seen is not None
    found, view = page.seen.found, page.photograph.view
    assert found.image.shape == (HEIGHT, WIDTH, 3)
    assert found.student.shape[1] > 1400, "cells from one end to the other"
    assert seen_part(view).contains(QRectF(0, 0, WIDTH, HEIGHT))
    page.resize(1000, 600)
    assert seen_part(view).contains(QRectF(0, 0, WIDTH, HEIGHT)), "fitted again where the room changes"
    page.resize(1190, 650)


def test_keys_zoom_fit_and_move(page: InspectPage) -> None:
    view = page.photograph.view
    fitted = view.dots
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.dots == pytest.approx(1.25 * fitted)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.dots == pytest.approx(fitted)
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.dots == pytest.approx(1.0)
    assert page.photograph.zoom_label.text() == "100 %"
    before = seen_part(view).left()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert seen_part(view).left() > before
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.dots == pytest.approx(fitted)


def test_the_wheel_zooms_at_the_pointer_and_a_double_click_shows_single_pixels_there(page: InspectPage) -> None:
    view = page.photograph.view
    at = QPoint(view.viewport().width() // 3, view.viewport().height() // 3)
    for turn in ("wheel", "double click"):
        view.fit()
        there, fitted = view.mapToScene(at), view.dots
        if turn == "wheel":
            for _ in range(6):
                view.wheelEvent(_notch(at))
        else:
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
            assert view.dots == pytest.approx(1.0)
        assert view.dots > 3 * fitted
        off = view.mapToScene(at) - there
        assert max(abs(off.x()), abs(off.y())) * view.dots <= 6, "it stays there, but for a pixel a notch"


def test_dragging_moves_the_photograph(page: InspectPage) -> None:
    view = page.photograph.view
    view.actual_size()
    before = seen_part(view).topLeft()
    start = view.viewport().rect().center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    point_at(view.viewport(), start - QPoint(50, 30), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(50, 30))
    moved = seen_part(view).topLeft() - before
    assert (moved.x(), moved.y()) == (50, 30)


def test_a_region_is_centred_by_click_and_by_key(page: InspectPage) -> None:
    assert page.seen is not None
    places, regions, view = region_places(page.seen.found), page.findings.regions, page.photograph.view
    assert regions.count() == len(places) >= 2
    regions.setCurrentRow(0)
    view.fit()
    QTest.mouseClick(
        regions.viewport(), Qt.MouseButton.LeftButton, pos=regions.visualItemRect(regions.item(0)).center()
    )
    for number, place in enumerate(places[:2]):
        part, region = seen_part(view), page.seen.found.regions[number]
        assert part.contains(place)
        assert (part.center() - place.center()).manhattanLength() * view.dots < 4
        text = regions.item(number).text()
        assert f"{region.width:,} × {region.height:,} px at {region.left}, {region.top}" in text
        assert f"{region.logit:+.2f}" in text
        QTest.keyClick(regions, Qt.Key.Key_Down)


def test_the_read_out_is_what_the_map_says(page: InspectPage) -> None:
    assert page.seen is not None
    found, view = page.seen.found, page.photograph.view
    view.actual_size()
    point_at(view.viewport(), QPoint(200, 150))
    there = view.mapToScene(QPoint(200, 150))
    column, row = (int(number) for number in re.findall(r"Pixel (\d+), (\d+)", page.read_out.text())[0])
    assert (column, row) == (int(there.x()), int(there.y()))
    across, down = (int(number) for number in re.findall(r"\(cell (\d+), (\d+)\)", page.read_out.text())[0])
    logit = float(found.student[down, across])
    verdict = "fake" if logit > found.judgement.threshold else "real"
    assert f"student {verdict}, logit {logit:+.2f}" in page.read_out.text()
    first, last = found.geometry.span(across)
    assert first <= column <= last
    page.photograph.point(0, 0)
    assert "student has no patch at the rim" in page.read_out.text()


def test_the_teachers_map_is_a_switch_with_its_own_scale(page: InspectPage) -> None:
    assert page.seen is not None
    assert page.seen.teacher is not None
    students = page.photograph.legend.high.text()
    page.photograph.network.setCurrentIndex(1)
    assert f"{page.seen.teacher.span:+.1f} fake" in page.photograph.legend.high.text()
    assert page.photograph.legend.high.text() != students
    assert "threshold 0" in page.photograph.legend.high.text()


def test_colours_lie_on_the_pixels_of_their_patches(qtbot: QtBot) -> None:
    """Orange on fake, blue on real, the picture where a patch says nothing and at the rim."""
    picture = np.full((40, 40, 3), 100, np.uint8)
    geometry = PatchGeometry(field=8, stride=4, offset=4, reach=4)
    logits = np.zeros((geometry.cells(40), geometry.cells(40)), np.float32)
    logits[0, 0], logits[2, 3] = 5, -5
    view = PhotographView("picture")
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    view.show_picture(picture_layer(picture), picture_layer(picture))
    view.show_map(map_layer(logits, geometry, 0.0, 5.0))
    image = view.grab().toImage()
    for row, column in np.ndindex(40, 40):
        at = view.mapFromScene(QPointF(column + 0.5, row + 0.5))
        color = image.pixelColor(at)
        cell = (cell_at(row, logits.shape[0], geometry), cell_at(column, logits.shape[1], geometry))
        warmth = color.red() - color.blue()
        assert (warmth > 50) == (cell == (0, 0)), (row, column)
        assert (warmth < -50) == (cell == (2, 3)), (row, column)


def test_small_pictures_are_enlarged_with_sharp_pixels(qtbot: QtBot) -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (20, 30, 3), np.uint8)
    view = PhotographView("picture")
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.show_picture(picture_layer(pixels), picture_layer(pixels))
    assert view.dots > 15
    image = view.grab().toImage()
    for row, column in ((3, 5), (10, 20), (18, 2)):
        for place in (0.2, 0.8):
            color = image.pixelColor(view.mapFromScene(QPointF(column + place, row + place)))
            assert (color.red(), color.green(), color.blue()) == tuple(pixels[row, column])


def test_a_picture_that_is_too_small_says_why(page: InspectPage, qtbot: QtBot, tmp_path: Path) -> None:
    Image.new("RGB", (6, 90)).save(tmp_path / "sliver.png")
    page.inspect(tmp_path / "sliver.png")
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    box = page.findChildren(QMessageBox)[0]
    text = f"{box.text()} {box.informativeText()}"
    box.close()
    assert "sliver.png" in text
    assert "6 x 90 pixels, smaller than a single patch" in text
    assert page.seen is not None
    assert page.seen.found.path.name == "photograph.png", "what was shown stays"


def _notch(at: QPoint) -> QWheelEvent:
    none, key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(QPointF(at), QPointF(at), QPoint(), QPoint(0, 120), none, key, phase, False)
