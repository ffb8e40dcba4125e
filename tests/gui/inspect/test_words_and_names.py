"""What Inspect says of a picture, of its boxes and of a look that takes long."""

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from engine.evaluation.judgement import Judgement
from engine.events import Progress
from gui.inspect.inspected_photograph import verdict
from gui.inspect.looking import Looking
from gui.inspect.photograph_view import label_place


def test_words_follow_the_probability() -> None:
    logits = (5.0, 1.0, 0.0, -1.0, -5.0)
    words = [verdict("Student", logit).partition("\n")[0].removeprefix("Student: ") for logit in logits]
    assert words == ["very likely fake", "likely fake", "barely real", "likely real", "very likely real"]


def test_a_picture_is_called_as_try_it_calls_it() -> None:
    """Just above a threshold below 0 it is fake there, and was undecided here."""
    assert verdict("Student", -0.04, Judgement(threshold=-0.09)).startswith("Student: barely fake")


def test_the_name_of_a_box_is_seen_whole_wherever_the_box_is() -> None:
    room = QRectF(0, 0, 400, 300)
    for place in (
        QRectF(100, 0, 20, 20),
        QRectF(390, 2, 20, 20),
        QRectF(-10, 290, 20, 20),
        QRectF(-200, -200, 500, 400),
    ):
        assert room.contains(label_place(place, room)), place
    assert label_place(QRectF(100, 100, 20, 20), room).bottomLeft() == QRectF(100, 100, 20, 20).topRight()
    outside = QRectF(100, -80, 20, 20)
    assert not room.intersects(label_place(outside, room)), "of a box that is not seen neither is the name"


def test_tiles_are_counted_and_the_time_left_is_told_after_a_while(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("gui.inspect.looking.time.monotonic", lambda: now[0])
    shown = Looking()
    qtbot.addWidget(shown)
    shown.begin()
    assert not shown.isHidden()
    assert shown.left.text() == ""
    for done in (1, 2, 11):
        shown.hear(Progress(task="teacher's map", done=done, total=96, unit="tiles"))
        assert shown.left.text().startswith(f"Teacher's map: {done} of 96 tiles")
        now[0] += 1.0
    assert " left" not in shown.left.text()
    shown.hear(Progress(task="teacher's map", done=31, total=96, unit="tiles"))
    assert shown.left.text().endswith("31 of 96 tiles, 6 s left")
    assert (shown.progress.value(), shown.progress.maximum()) == (31, 96)
