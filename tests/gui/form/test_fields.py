"""Editors of settings: they keep what they are given, read what is typed or dropped, and ignore the wheel."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.form.fields import ChoiceField, FloatField, IntField, TextField, field_for
from gui.form.names_field import NamesField
from gui.widgets.path_fields import FoldersField, PathField

many_examples_one_widget = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)


def turn_wheel(page: QWidget, over: QWidget) -> None:
    """Turn the wheel towards the user, with the mouse over a part of a page."""
    place = over.mapTo(page, over.rect().center())
    QTest.wheelEvent(page.windowHandle(), QPointF(place), QPoint(0, -360))


def drop(widget: FoldersField | PathField, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(QPointF(2, 2), Qt.DropAction.CopyAction, data, button, key))


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (lambda: IntField(0, 100), 50),
        (lambda: FloatField(0, 1, 0.5), 0.5),
        (lambda: FloatField(0, 1, 1e-5), 1e-5),
        (lambda: ChoiceField(("a", "b", "c")), "b"),
    ],
    ids=["int", "float", "tiny float", "choice"],
)
def test_the_wheel_scrolls_the_page_and_never_edits(qtbot: QtBot, make: Callable[[], Any], value: Any) -> None:
    page, content, field = QScrollArea(), QWidget(), make()
    column = QVBoxLayout(content)
    column.addWidget(field)
    column.addSpacing(2000)
    page.setWidget(content)
    page.setWidgetResizable(True)
    qtbot.addWidget(page)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    field.set_value(value)
    field.setFocus()
    turn_wheel(page, field)
    assert field.value() == value
    assert page.verticalScrollBar().value() > 0


@given(st.floats(1e-12, 1e9))
@example(5e-6)
@example(0.1 + 0.2)
@many_examples_one_widget
def test_a_float_is_shown_with_every_digit(qtbot: QtBot, number: float) -> None:
    field = FloatField(0, 1e9, 0.5, "px")
    qtbot.addWidget(field)
    field.set_value(number)
    assert field.value() == number
    field.interpretText()  # what leaving the field does
    assert field.value() == number


def test_floats_read_well(qtbot: QtBot) -> None:
    field = FloatField(0, 1e9, 0.5)
    qtbot.addWidget(field)
    for number, text in ((5e-6, "5e-6"), (2.0, "2"), (0.005, "0.005"), (1e-5, "1e-5")):
        field.set_value(number)
        assert field.text() == text


def test_a_number_is_typed_with_point_comma_or_exponent(qtbot: QtBot) -> None:
    field = FloatField(0, 10, 0.5)
    qtbot.addWidget(field)
    for typed, number in (("0.25", 0.25), ("1,5", 1.5), ("3e-4", 3e-4)):
        field.lineEdit().clear()
        QTest.keyClicks(field, typed)
        assert field.value() == number
    field.lineEdit().clear()
    QTest.keyClicks(field, "abc")
    assert field.lineEdit().text() == ""


def test_a_unit_goes_with_its_number_also_while_it_is_typed(qtbot: QtBot) -> None:
    field = IntField(0, 1000, "batches")
    qtbot.addWidget(field)
    field.selectAll()
    for key, shown in (("1", "1 batch"), ("2", "12 batches"), ("\b", "1 batch"), ("0", "10 batches")):
        QTest.keyClicks(field, key) if key != "\b" else QTest.keyClick(field, Qt.Key.Key_Backspace)
        assert field.text() == shown
    assert field.value() == 10


def test_tiny_numbers_step_along_1_2_5_and_others_by_a_tenth_of_their_kind(qtbot: QtBot) -> None:
    tiny, plain = FloatField(0, 10, 5e-6), FloatField(0, 10, 0.3)
    for field in (tiny, plain):
        qtbot.addWidget(field)
    tiny.set_value(5e-6)
    tiny.stepBy(2)
    assert tiny.value() == 2e-5
    tiny.stepBy(-4)
    assert tiny.value() == 1e-6
    tiny.set_value(0)
    tiny.stepBy(1)
    assert tiny.value() == 5e-6
    plain.set_value(0.3)
    plain.stepBy(-1)
    assert plain.value() == 0.2


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)))
@example(["real", "0 real", 'a "b", c'])
@many_examples_one_widget
def test_names_with_commas_and_quotes_come_back(qtbot: QtBot, names: list[str]) -> None:
    field = NamesField()
    qtbot.addWidget(field)
    field.set_value(tuple(names))
    assert field.value() == tuple(names)


def test_typing_a_comma_does_not_rewrite_the_line(qtbot: QtBot) -> None:
    field = NamesField()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "real,0_real ,")
    assert field.value() == ("real", "0_real")
    assert field.text() == "real,0_real ,"


def test_folders_are_dropped_once_each_and_other_files_are_refused(qtbot: QtBot, tmp_path: Path) -> None:
    folder, table, text = tmp_path / "Bilder für später", tmp_path / "list.CSV", tmp_path / "notes.txt"
    folder.mkdir()
    table.touch()
    text.touch()
    field = FoldersField()
    qtbot.addWidget(field)
    with qtbot.waitSignals([field.changed, field.added, field.added]):
        drop(field, folder, table, text, folder)
    assert field.value() == (folder, table)
    drop(field, folder)
    assert field.value() == (folder, table)


def test_the_delete_key_removes_what_is_selected(qtbot: QtBot) -> None:
    field = FoldersField()
    qtbot.addWidget(field)
    field.set_value((Path("a"), Path("b"), Path("c")))
    assert not field.remove.isEnabled()
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.list.setFocus()
    field.list.setCurrentRow(1)
    QTest.keyClick(field.list, Qt.Key.Key_Delete)
    assert field.value() == (Path("a"), Path("c"))


def test_recent_folders_are_offered(qtbot: QtBot) -> None:
    field = FoldersField()
    qtbot.addWidget(field)
    assert field.recent.isHidden()
    field.set_recent([Path("x"), Path("y")])
    assert not field.recent.isHidden()
    field.recent.menu().actions()[1].trigger()
    assert field.value() == (Path("y"),)


def test_a_recent_folder_with_an_ampersand_keeps_it(qtbot: QtBot) -> None:
    field = FoldersField()
    qtbot.addWidget(field)
    field.set_recent([Path("real & fake")])
    assert field.recent.menu().actions()[0].text() == "real && fake"  # one stands for a key
    field.recent.menu().actions()[0].trigger()
    assert field.value() == (Path("real & fake"),)


def test_a_path_is_typed_pasted_with_quotes_or_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    field = PathField("checkpoint")
    qtbot.addWidget(field)
    assert field.value() is None
    field.line.setText(f'"{tmp_path / "a b.pth"}" ')
    assert field.value() == tmp_path / "a b.pth"
    drop(field, tmp_path / "teacher.pth")
    assert field.value() == tmp_path / "teacher.pth"
    field.set_value(None)
    assert field.value() is None


def test_a_text_is_no_longer_than_its_setting_allows(qtbot: QtBot) -> None:
    field = TextField(max_length=4)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "abcdef")
    assert field.value() == "abcd"


def test_a_choice_that_does_not_exist_is_a_fault(qtbot: QtBot) -> None:
    field = ChoiceField(("a", "b"))
    qtbot.addWidget(field)
    with pytest.raises(ValueError, match="none of the choices"):
        field.set_value("c")


def test_a_kind_of_setting_without_an_editor_is_a_fault() -> None:
    class Odd(BaseModel):
        thing: complex = 0j

    with pytest.raises(TypeError, match="no editor for thing"):
        field_for("thing", Odd.model_fields["thing"])
