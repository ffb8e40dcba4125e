"""Folders of unknown names: the panel asks, proposes, shows pictures, and what is taken lets a run start."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.settings import TeacherSettings
from engine.settings.toml_file import dump_settings, parse_settings
from gui.form.data_fields import ClassesField, SourcesField
from gui.project.preferences import PreferencesFile
from gui.setup.setup_page import SetupPage
from tests.gui.helpers.setup_driver import look, make_page, name_otherwise, of, write_images, write_teacher

NewPage = Callable[[], SetupPage]


@pytest.fixture
def new_page(qtbot: QtBot, tmp_path: Path) -> NewPage:
    return partial(make_page, qtbot, PreferencesFile(tmp_path / "preferences.json"))


@pytest.fixture
def images(tmp_path: Path) -> Path:
    return name_otherwise(write_images(tmp_path / "Bilder"))


def flat(root: Path, *folders: str, each: int = 12) -> Path:
    rng = np.random.default_rng(0)
    for folder in folders:
        (root / folder).mkdir(parents=True)
        for n in range(each):
            Image.fromarray(rng.integers(0, 255, (48, 64, 3), np.uint8)).save(root / folder / f"{n}.png")
    return root


def asked(qtbot: QtBot, page: SetupPage) -> None:
    """Wait until the panel shows the folders and some pictures of one."""
    panel = page.data_panel.classes
    qtbot.waitUntil(lambda: panel.isVisible() and panel.tree.topLevelItemCount() > 0 and not panel.listing)


def test_proposals_are_shown_taken_and_let_a_run_start(
    qtbot: QtBot, new_page: NewPage, images: Path, tmp_path: Path
) -> None:
    page = new_page()
    teacher = TeacherSettings(checkpoint=write_teacher(tmp_path / "teacher.pth"))
    look(qtbot, page, of(images).model_copy(update={"teacher": teacher}))
    asked(qtbot, page)
    panel, tree = page.data_panel.classes, page.data_panel.classes.tree
    assert page.data_panel.note.isHidden()  # it asks, it does not refuse
    (problem,) = page.problems()
    assert problem.setting == "data.classes"
    assert "Classes of the folders" in problem.message
    assert tree.class_of("camera/Echte Fotos") == "Real, proposed"
    assert tree.class_of("phone/KI-Bilder") == "Fake, proposed"
    assert panel.text.text() == "4 classes are proposed by name: look at the pictures."
    assert len(panel.strip.labels) == 4

    panel.use.click()
    qtbot.waitUntil(lambda: page.data_panel.found is not None and not page.data_panel.looking)
    assert panel.isHidden()
    assert page.problems() == []  # the click has confirmed the labels
    assert dict(page.value().data.classes) == {
        f"{source}/{name}": kind
        for source in ("camera", "phone")
        for name, kind in (("Echte Fotos", "real"), ("KI-Bilder", "fake"))
    }
    assert parse_settings(dump_settings(page.value())) == page.value()
    field = page.form.rows["data.classes"].field
    assert isinstance(field, ClassesField)
    assert field.summary.text() == "2 real, 2 fake"
    field.open.click()
    asked(qtbot, page)
    assert tree.class_of("camera/Echte Fotos") == "Real"
    assert panel.text.text().startswith("Every folder has its class")


def test_keys_and_buttons_choose_and_what_is_below_follows(qtbot: QtBot, new_page: NewPage, tmp_path: Path) -> None:
    page = new_page()
    look(qtbot, page, of(flat(tmp_path / "set", "Katzen/a", "Katzen/b", "Hunde", "Rest")))
    asked(qtbot, page)
    panel, tree = page.data_panel.classes, page.data_panel.classes.tree
    assert [tree.class_of(path) for path in ("Katzen", "Hunde", "Rest")] == ["Undecided"] * 3
    assert "3 folders are undecided" in panel.text.text()
    for path, key in (
        ("Katzen", Qt.Key.Key_R),
        ("Hunde", Qt.Key.Key_L),
        ("Hunde", Qt.Key.Key_F),
        ("Rest", Qt.Key.Key_L),
    ):
        tree.select(path)
        tree.setFocus()
        QTest.keyClick(tree, key)
    assert [tree.class_of(path) for path in ("Katzen", "Katzen/a", "Hunde", "Rest")] == [
        "Real", "Real", "Fake", "Left out",
    ]  # fmt: skip
    assert panel.buttons["left out"].isChecked()
    tree.select("Katzen/b")
    panel.buttons["left out"].click()
    panel.use.click()
    qtbot.waitUntil(lambda: page.data_panel.found is not None and not page.data_panel.looking)
    assert page.data_panel.found is not None
    assert {item.kind: item.count for item in page.data_panel.found.left_out} == {"Katzen/b": 12, "Rest": 12}
    assert "24 left out" in page.data_panel.findings.left_out.sum.text()
    page.data_panel.findings.swap.click()
    assert dict(page.value().data.classes)["Katzen"] == "fake"


def test_what_is_still_open_is_asked_again(qtbot: QtBot, new_page: NewPage, tmp_path: Path) -> None:
    page = new_page()
    look(qtbot, page, of(flat(tmp_path / "set", "Echt", "KI", "Hunde")))
    asked(qtbot, page)
    panel = page.data_panel.classes
    panel.use.click()
    qtbot.waitUntil(lambda: page.data_panel.looking)
    qtbot.waitUntil(lambda: not page.data_panel.looking)
    asked(qtbot, page)
    assert "data.classes" in {problem.setting for problem in page.problems()}
    panel.tree.select("Hunde")
    panel.buttons["left out"].click()
    panel.use.click()
    qtbot.waitUntil(lambda: page.data_panel.found is not None and not page.data_panel.looking)


def test_known_names_ask_nothing_and_the_panel_can_be_opened(qtbot: QtBot, new_page: NewPage, tmp_path: Path) -> None:
    page = new_page()
    look(qtbot, page, of(write_images(tmp_path / "images")))
    panel = page.data_panel.classes
    assert panel.isHidden()
    page.data_panel.choose_classes.click()
    asked(qtbot, page)
    assert panel.tree.class_of("camera/0_real") == "Real"
    panel.close_panel.click()
    assert panel.isHidden()


def test_sources_that_were_found_can_be_held_out(qtbot: QtBot, new_page: NewPage, tmp_path: Path) -> None:
    page = new_page()
    root = flat(tmp_path / "set", "real", "fake/flux", "fake/sd")
    for number, path in enumerate(sorted(root.rglob("*.png"))):  # of no picture that another shows
        path.rename(path.with_name(f"x{chr(97 + number % 26)}{chr(97 + number // 26)}q.png"))
    look(qtbot, page, of(root))
    field = page.form.rows["data.test_source"].field
    assert isinstance(field, SourcesField)
    actions = {action.text(): action for action in field.found.menu().actions()}
    assert set(actions) == {"flux", "sd"}
    actions["flux"].trigger()
    assert page.value().data.test_source == ("flux",)
    qtbot.waitUntil(lambda: page.data_panel.looking)
    qtbot.waitUntil(lambda: not page.data_panel.looking)
    assert page.data_panel.found is not None
    assert "flux" in page.data_panel.found.splits[-1].sources
    assert "Held out for the test: flux" in page.data_panel.findings.split_text.text.text()
    field.set_value(("nothing",))
    qtbot.waitUntil(lambda: page.data_panel.looking)
    qtbot.waitUntil(lambda: not page.data_panel.looking)
    assert "no source nothing" in page.data_panel.note.text.text()
