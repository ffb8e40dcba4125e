"""Patch maps: colours that mean something, files as the run writes them, and a slider over validations."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.events import PatchMapsSaved, RunStarted
from gui.history.run_history import RunHistory
from gui.inspect.patch_maps import PatchFileError, PatchMaps, colour, read_patch_maps
from gui.inspect.patches_page import PatchesPage
from tests.gui.helpers.pointer import point_at


def write_maps(run: Path, step: int, student: float) -> PatchMapsSaved:
    """Two images whose teacher says +2 everywhere."""
    (run / "patches").mkdir(exist_ok=True)
    teacher = np.full((2, 4, 4), 2.0, np.float32)
    np.savez_compressed(
        run / "patches" / f"{step:08d}.npz",
        images=np.full((2, 32, 32, 3), 90, np.uint8),
        labels=np.array([0.0, 1.0], np.float32),
        teacher=teacher,
        student=np.full_like(teacher, student),
    )
    return PatchMapsSaved(stage=1, step=step, path=f"patches/{step:08d}.npz")


@pytest.fixture
def history(tmp_path: Path) -> RunHistory:
    history = RunHistory()
    history.add(RunStarted(run=str(tmp_path), device="cpu", version="0"))
    for step, student in ((10, -2.0), (20, 0.0), (30, 2.0)):
        history.add(write_maps(tmp_path, step, student))
    return history


@pytest.fixture
def page(qtbot: QtBot) -> PatchesPage:
    page = PatchesPage()
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    return page


def pixel(page: PatchesPage, tile: int) -> tuple[int, int, int]:
    """Colour in the middle of a tile of the first image."""
    color = page.tiles[0][tile].grab().toImage().pixelColor(page.tiles[0][tile].width() // 2, 10)
    return color.red(), color.green(), color.blue()


def test_colours_tell_fake_real_and_undecided_apart() -> None:
    shown = colour(np.array([[-5.0, 0.0, 5.0, np.nan]], np.float32), 2.0)
    real, zero, fake, nothing = shown[0].astype(int)
    assert real[2] > real[0]
    assert fake[0] > fake[2]
    assert zero.min() > 240
    assert nothing.tolist() == [128, 128, 128]


def test_the_page_follows_the_latest_validation(page: PatchesPage, history: RunHistory, tmp_path: Path) -> None:
    assert not page.slider.isVisible()
    page.set_history(history)
    assert page.when.text() == "Validation 3 of 3, stage 1, step 30"
    assert pixel(page, 1) == pixel(page, 2)
    assert min(pixel(page, 3)) > 240
    history.add(write_maps(tmp_path, 40, -2.0))
    page.refresh()
    assert page.when.text() == "Validation 4 of 4, stage 1, step 40"
    assert pixel(page, 2)[2] > pixel(page, 2)[0]


def test_the_slider_goes_back_in_time_and_stays_there(page: PatchesPage, history: RunHistory, tmp_path: Path) -> None:
    page.set_history(history)
    QTest.keyClick(page.slider, Qt.Key.Key_Home)
    assert page.when.text() == "Validation 1 of 3, stage 1, step 10"
    assert not page.latest.isChecked()
    history.add(write_maps(tmp_path, 40, 0.0))
    page.refresh()
    assert page.when.text() == "Validation 1 of 4, stage 1, step 10"
    page.latest.setChecked(True)
    assert page.when.text() == "Validation 4 of 4, stage 1, step 40"


def test_pointing_at_a_map_reads_its_values(qtbot: QtBot, page: PatchesPage, history: RunHistory) -> None:
    page.set_history(history)
    qtbot.wait(10)  # lets the layout settle
    tile = page.tiles[1][2]
    point_at(tile, QPoint(tile.width() // 2 + 4, 5))
    read = "Image 2, cell 3, 1: teacher +2.00, student +2.00"
    qtbot.waitUntil(lambda: page.read_out.text().startswith(read))


def test_a_moved_run_is_read_where_it_lies_now(page: PatchesPage, history: RunHistory, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    (tmp_path / "patches").rename(moved / "patches")
    page.set_history(history, moved)
    assert len(page.tiles) == 2
    page.set_history(history)
    assert page.missing.isVisible()
    assert "00000030.npz are no longer in the run's folder" in page.missing.text()
    assert len(page.tiles) == 0
    page.set_history(history, moved)
    assert not page.missing.isVisible()
    assert len(page.tiles) == 2


@pytest.mark.parametrize("content", [b"", b"not an archive"])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "00000010.npz"
    path.write_bytes(content)
    with pytest.raises(PatchFileError, match=r"00000010\.npz"):
        read_patch_maps(path)


def write_shared(run: Path, shared: str = "images-0a1b2c3d.npz") -> Path:
    """Maps as runs write them: the images lie in a file of their own."""
    write_maps(run, 10, -2.0)
    place = run / "patches"
    with np.load(place / "00000010.npz") as old:
        np.savez_compressed(place / "images-0a1b2c3d.npz", images=old["images"], labels=old["labels"])
        arrays = {"shared": np.array(shared), "teacher": old["teacher"], "student": old["student"]}
    np.savez_compressed(place / "00000010.npz", **arrays)
    return place / "00000010.npz"


def test_images_that_lie_beside_the_maps_are_found(tmp_path: Path) -> None:
    maps = read_patch_maps(write_shared(tmp_path))
    assert (len(maps), maps.images.shape, maps.labels.tolist()) == (2, (2, 32, 32, 3), [0.0, 1.0])
    (tmp_path / "patches" / "images-0a1b2c3d.npz").unlink()
    with pytest.raises(PatchFileError, match=r"images-0a1b2c3d\.npz are no longer in the run's folder"):
        read_patch_maps(tmp_path / "patches" / "00000010.npz")


@pytest.mark.parametrize(
    "shared", ["../secret.npz", "images-0a1b2c3d.npz/../x", "//server/share/images-0a1b2c3d.npz", ""]
)
def test_maps_name_no_images_from_elsewhere(tmp_path: Path, shared: str) -> None:
    with pytest.raises(PatchFileError, match="name no file of images"):
        read_patch_maps(write_shared(tmp_path, shared))


@pytest.mark.parametrize("place", ["/etc/{}", "../../{}", "\\\\server\\share\\{}", "C:{}"])
def test_maps_are_looked_for_in_the_run_alone(
    page: PatchesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Whatever path the events of a run from elsewhere name."""
    asked: list[Path] = []

    def read(path: Path) -> PatchMaps:
        asked.append(path)
        return read_patch_maps(path)

    monkeypatch.setattr("gui.inspect.patches_page.read_patch_maps", read)
    history = RunHistory()
    history.add(PatchMapsSaved(stage=1, step=10, path=place.format("00000010.npz")))
    write_shared(tmp_path)
    page.set_history(history, tmp_path)
    page.refresh()
    assert asked == [tmp_path / "patches" / "00000010.npz"]
