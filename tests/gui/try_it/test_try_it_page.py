"""Trying a real student on pictures: rows are what `score` says, and the threshold decides what they are called."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from engine.cli.main import main
from engine.evaluation.judgement import FalseAlarms, Judgement, ProbabilityScale
from engine.events import ScoredPicture
from engine.number_words import percent
from engine.trained.scoring import load_scorer
from gui.try_it.page import TryItPage
from gui.try_it.table import PICTURE, PROBABILITY, REASON, VERDICT
from gui.try_it.threshold_bar import DEFAULT, OWN, ThresholdBar
from tests.gui.helpers.tiny_run import TinyRun, make_tiny_run
from tests.gui.helpers.visit import Visit

ALARMS = FalseAlarms(0.05, 0.4, 0.04, 0.0, 0.1, 90, 30)
JUDGEMENT = Judgement(0.1, ProbabilityScale(2.0, -0.5, "platt"), (ALARMS,))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """A run whose student notes a scale and thresholds as one with more validation images does."""
    made = make_tiny_run(tmp_path_factory.mktemp("tiny"))
    state = torch.load(made.folder / "student.pth", weights_only=True)
    state._metadata["patchdistill"] |= JUDGEMENT.notes()
    torch.save(state, made.folder / "student.pth")
    return made


@pytest.fixture
def page(qtbot: QtBot) -> TryItPage:
    page = TryItPage()
    qtbot.addWidget(page, before_close_func=lambda _: page.stop_tasks())
    page.resize(1190, 650)
    page.show()
    return page


def judged(page: TryItPage, qtbot: QtBot, made: TinyRun, *paths: Path) -> list[ScoredPicture]:
    page.set_run(made.folder)
    page.add(paths)
    qtbot.waitUntil(lambda: not page.busy and bool(page.model.pictures))
    return page.model.pictures


def column(page: TryItPage, number: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_a_dropped_folder_is_judged_as_score_does(page: TryItPage, qtbot: QtBot, made: TinyRun, tmp_path: Path) -> None:
    pictures = Path(shutil.copytree(made.data.folder / "val", tmp_path / "pictures"))
    (pictures / "real" / "broken.png").write_bytes(b"no picture")
    shutil.copy(pictures / "real" / "00.png", pictures / "real" / "=1+1.png")
    page.set_run(made.folder)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pictures))])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, button, key)  # outlives what handles it
    page.dropEvent(event)
    qtbot.waitUntil(lambda: not page.busy and len(page.model.pictures) == 22)
    page.save_csv(tmp_path / "window.csv")
    qtbot.waitUntil((tmp_path / "window.csv").exists)
    words = ["score", str(made.folder / "student.pth"), str(pictures), "--csv", str(tmp_path / "command.csv")]
    assert main(words) == 1  # not every picture can be read
    assert (tmp_path / "window.csv").read_bytes() == (tmp_path / "command.csv").read_bytes()
    fakes = sum(picture.logit is not None and picture.logit > JUDGEMENT.threshold for picture in page.model.pictures)
    assert page.count.text() == f"22 pictures: {fakes} called fake, 1 cannot be read"
    assert "Cannot be read" in column(page, VERDICT)
    assert "".join(column(page, REASON)) != ""


def test_probabilities_are_calibrated_and_headings_sort(page: TryItPage, qtbot: QtBot, made: TinyRun) -> None:
    pictures = judged(page, qtbot, made, made.data.folder / "val")
    scale = load_scorer(made.folder / "student.pth").judgement.scale
    assert scale == JUDGEMENT.scale
    assert column(page, PICTURE) == [Path(picture.path).name for picture in pictures]  # as they came
    assert column(page, PROBABILITY) == [
        f"{100 * scale.probability(picture.logit or 0.0):.1f} %" for picture in pictures
    ]
    page.table.sortByColumn(PROBABILITY, Qt.SortOrder.DescendingOrder)
    logits = [page.model.row(row).logit or 0.0 for row in range(20)]
    assert logits == sorted(logits, reverse=True)
    page.table.sortByColumn(PICTURE, Qt.SortOrder.AscendingOrder)
    assert column(page, PICTURE) == sorted(column(page, PICTURE))


def test_the_threshold_moves_verdicts(page: TryItPage, qtbot: QtBot, made: TinyRun) -> None:
    pictures = judged(page, qtbot, made, made.data.folder / "val")
    logits = np.array([picture.logit for picture in pictures])
    for name, threshold in ((DEFAULT, 0.1), ("5 % false alarms", 0.4)):
        page.threshold.choose(name)
        assert page.model.threshold == threshold
        assert column(page, VERDICT) == ["Fake" if logit > threshold else "Real" for logit in logits]
    assert ALARMS.words in page.threshold.note.text()
    page.threshold.slider.setValue(0)
    assert column(page, VERDICT) == ["Fake"] * 20
    assert page.count.text() == "20 pictures: 20 called fake"
    page.threshold.number.setValue(100.0)
    assert column(page, VERDICT) == ["Real"] * 20
    assert page.threshold.presets.currentText() == OWN


def test_more_pictures_join_the_list_once(page: TryItPage, qtbot: QtBot, made: TinyRun) -> None:
    real, fake = (made.data.folder / "val" / name for name in ("real", "fake"))
    page.set_run(made.folder)
    page.add([real])
    page.add([fake, real])  # while the first is being judged
    qtbot.waitUntil(lambda: not page.busy and len(page.model.pictures) == 20)
    page.add([real])
    qtbot.waitUntil(lambda: not page.busy)
    assert len(page.model.pictures) == 20
    page.clear()
    assert (page.model.rowCount(), page.count.text()) == (0, "")


def test_another_student_judges_everything_anew(page: TryItPage, qtbot: QtBot, made: TinyRun, tmp_path: Path) -> None:
    before = {picture.path: picture.logit for picture in judged(page, qtbot, made, made.data.folder / "val")}
    state = torch.load(made.folder / "student.pth", weights_only=True)
    notes = state._metadata["patchdistill"]
    state._metadata["patchdistill"] = {name: note for name, note in notes.items() if name not in JUDGEMENT.notes()}
    for name in ("fc.weight", "fc.bias"):
        state[name] *= 2
    torch.save(state, tmp_path / "o.pth")
    page.student.set_value(tmp_path / "o.pth")
    qtbot.waitUntil(lambda: not page.busy and len(page.model.pictures) == 20)
    for picture in page.model.pictures:
        assert picture.logit == pytest.approx(2 * (before[picture.path] or 0.0), rel=1e-4)
    assert "do not note how their probabilities are calibrated" in page.threshold.note.text()


def test_judging_can_be_stopped(page: TryItPage, qtbot: QtBot, made: TinyRun, tmp_path: Path) -> None:
    for number in range(400):
        shutil.copy(made.data.folder / "val" / "real" / "00.png", tmp_path / f"{number:03}.png")
    page.set_run(made.folder)
    page.add([tmp_path])
    qtbot.waitUntil(lambda: bool(page.model.pictures))
    assert page.stop_button.isVisible()
    page.stop_button.click()
    qtbot.waitUntil(lambda: not page.busy)
    assert 0 < len(page.model.pictures) < 400
    assert not page.progress.isVisible()


def test_what_cannot_be_done_says_why(page: TryItPage, qtbot: QtBot, made: TinyRun, tmp_path: Path) -> None:
    page.add([tmp_path])
    page.student.set_value(made.folder / "student.pth")
    page.add([tmp_path / "nowhere"])
    qtbot.waitUntil(lambda: len(page.findChildren(QMessageBox)) == 2)
    said = [f"{box.text()} {box.informativeText()}" for box in page.findChildren(QMessageBox)]
    assert "No student is chosen." in said[0]
    assert "nowhere" in said[1]
    for box in page.findChildren(QMessageBox):
        box.close()


def test_thumbnails_come_for_rows_in_sight(page: TryItPage, qtbot: QtBot, made: TinyRun) -> None:
    judged(page, qtbot, made, made.data.folder / "val")
    first = page.table.model().index(0, PICTURE)
    qtbot.waitUntil(lambda: first.data(Qt.ItemDataRole.DecorationRole) is not None)
    assert not first.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_a_double_click_opens_the_picture_in_inspect(open_window: Callable[[], Visit], made: TinyRun) -> None:
    visit = open_window()
    window, page = visit.window, visit.window.try_it_page
    window.show_page("try_it")
    judged(page, visit.qtbot, made, made.data.folder / "val" / "fake")
    page.table.opened.emit(page.model.pictures[3])
    assert window.page_name() == "inspect"
    visit.qtbot.waitUntil(lambda: window.inspect_page.seen is not None)
    seen = window.inspect_page.seen
    assert seen is not None
    assert str(seen.found.path) == page.model.pictures[3].path
    assert window.inspect_page.student.value() == made.folder / "student.pth"
    probability = percent(page.model.pictures[3].probability or 0.0)
    assert f"Probability of fake {probability}, logit" in window.inspect_page.pair_view.captions[0].text()
    page.stop_tasks()
    window.inspect_page.stop_tasks()


def test_ten_thousand_rows_stay_quick(page: TryItPage, qtbot: QtBot) -> None:
    page.model.add([ScoredPicture(f"/p/{number}.png", number, number / 1e4, 0.5) for number in range(10_000)])
    page.table.sortByColumn(PROBABILITY, Qt.SortOrder.DescendingOrder)
    page.model.set_threshold(0.25)
    assert page.model.counts() == (10_000, 7_499, 0)
    assert page.model.row(0).path == "/p/9999.png"
    page.model.thumbnails.stop()


def test_a_preset_keeps_its_last_digit(qtbot: QtBot) -> None:
    bar = ThresholdBar()
    qtbot.addWidget(bar)
    heard: list[float] = []
    bar.changed.connect(heard.append)
    exact = 0.123456789
    bar.set_judgement(Judgement(exact, JUDGEMENT.scale))
    assert (bar.threshold, heard[-1]) == (exact, exact)
    assert bar.number.value() == pytest.approx(100 * JUDGEMENT.scale.probability(exact), abs=0.05)
    bar.number.setValue(80.0)
    assert JUDGEMENT.scale.probability(bar.threshold) == pytest.approx(0.8)
    assert bar.slider.value() == 800
