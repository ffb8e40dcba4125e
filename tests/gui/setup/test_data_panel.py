"""The set-up page looks through real images in the background, and shows what it finds."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.control import RunControl
from engine.data.listing import image_list
from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageListBuilder, Origin
from engine.events import DataScanned, ShortcutsAudited, SplitSummary
from engine.events.values import TraitLeak
from engine.health import HealthMonitor
from engine.settings import DataSettings, RunSettings, TeacherSettings
from engine.settings.changes import with_changes
from gui.found.data_findings import DataFindings
from gui.found.thumbnails import PER_CLASS, SIDE, load_thumbnails
from gui.widgets.theme import GRID
from tests.gui.helpers.setup_driver import NewPage, counts, look, of, write_teacher


def test_images_are_counted_by_split_and_source_and_some_are_shown(
    qtbot: QtBot, new_page: NewPage, images: Path
) -> None:
    page = new_page()
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
    assert findings.contradictions.isHidden()


def test_of_thousands_of_sources_the_first_are_listed_and_the_rest_counted(qtbot: QtBot) -> None:
    findings = DataFindings()
    qtbot.addWidget(findings)
    sources = {f"film {number:05}": {"real": 1, "fake": 2} for number in range(20_000)}
    split = SplitSummary(name="train", real=20_000, fake=40_000, sources=sources)
    findings.show_scan(DataScanned(mapping={"real": 0, "fake": 1}, splits=(split,)), confirmed=False)
    model = findings.counts.model()
    top = model.index(0, 0)
    rows = [[model.index(row, column, top).data() for column in range(3)] for row in range(model.rowCount(top))]
    assert len(rows) == 500
    assert rows[0] == ["film 00000", "1", "2"]
    assert rows[-1] == ["19,501 more sources", "19,501", "39,002"]


def test_how_validation_was_split_off_and_what_is_on_both_sides_is_shown(qtbot: QtBot) -> None:
    findings = DataFindings()
    qtbot.addWidget(findings)
    scanned = DataScanned(mapping={"real": 0, "fake": 1}, splits=(), grouping="Split off from 7 groups.", groups=7)
    findings.show_scan(scanned, confirmed=False)
    assert findings.split_text.text.text() == "Split off from 7 groups."
    assert not findings.split_text.isHidden()
    assert findings.related.isHidden()
    given = replace(scanned, grouping="", related=(("train/a.png", "val/a_sd.png"),), related_count=1)
    findings.show_scan(given, confirmed=False)
    assert findings.split_text.isHidden()
    assert findings.related.head.text() == "1 image shows what a training image shows"
    assert findings.related.list.item(0).text() == "train/a.png  ~  val/a_sd.png"
    findings.show_scan(replace(scanned, share_missed="Validation took half."), confirmed=False)
    assert findings.split_text.text.text() == "Validation took half. Split off from 7 groups."


def test_a_few_pictures_of_many_images_are_looked_at_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    looked_at: list[Path] = []

    def entry(path: Path, *rest: Any) -> ImageEntry:
        looked_at.append(path)
        return ImageEntry(path, *rest)

    images = ImageListBuilder()
    for label in (0, 1):
        images.add(Origin(str(tmp_path), label, "all"), [f"{label} {n}.png" for n in range(1000)], [1] * 1000)
    monkeypatch.setattr(image_list, "ImageEntry", entry)
    shown = load_thumbnails(images.built(), 100.0, RunControl())
    places = [(2 * place + 1) * 1000 // (2 * PER_CLASS) for place in range(PER_CLASS)]
    assert [each.path.name for each in shown] == [f"{label} {n}.png" for label in (0, 1) for n in places]
    assert len(looked_at) == len(shown)


def test_files_that_are_left_out_are_a_table_whose_sum_is_what_lies_there(
    qtbot: QtBot, new_page: NewPage, images: Path
) -> None:
    page = new_page()
    look(qtbot, page, of(images))
    left_out = page.data_panel.findings.left_out
    assert left_out.isHidden()
    for name in ("a.heic.cr2", "b.CR2", "c.mp4"):
        (images / "train/camera/0_real" / name).write_bytes(b"no picture")
    page.data_panel.look()
    qtbot.waitUntil(lambda: not left_out.isHidden())
    table = left_out.table.model()
    cells = [tuple(table.index(row, column).data() for column in range(4)) for row in range(table.rowCount())]
    assert [cell[:3] for cell in cells] == [(".cr2", "real", "2"), (".mp4", "real", "1")]
    assert "save it as PNG" in cells[0][3]
    files = sum(path.is_file() for path in images.rglob("*"))
    assert left_out.sum.text() == f"{files} files: {files - 3} used, 3 left out."
    assert page.data_panel.findings.unreadable.isHidden(), "nobody says that every file can be read"


def test_what_cannot_be_read_or_is_there_twice_is_listed(qtbot: QtBot, new_page: NewPage, images: Path) -> None:
    (images / "train/camera/0_real/broken.png").write_bytes(b"no picture")
    twin = images / "val/camera/0_real/twin.png"
    twin.write_bytes((images / "train/camera/0_real/0.png").read_bytes())
    torn = images / "train/camera/1_fake/torn.png"
    torn.write_bytes((images / "train/camera/0_real/1.png").read_bytes())
    page = new_page()
    look(qtbot, page, of(images))
    unreadable, duplicates = page.data_panel.findings.unreadable, page.data_panel.findings.duplicates
    assert unreadable.head.text() == "1 file cannot be read"
    assert unreadable.table.isHidden()
    unreadable.head.click()
    assert not unreadable.table.isHidden()
    item = unreadable.table.topLevelItem(0)
    assert item is not None
    assert item.text(0).endswith("broken.png")
    assert item.text(1)
    unreadable.table.selectAll()
    QTest.keyClick(unreadable.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{item.text(0)}\t{item.text(1)}"
    unreadable.show_files("3 files", ("a.png: torn", "b.png: empty"), 3)
    last = unreadable.table.topLevelItem(2)
    assert last is not None
    assert last.text(0) == "and 1 more"
    assert duplicates.head.text() == "1 picture is in two splits"
    assert "twin.png" in duplicates.list.item(0).text()
    contradictions = page.data_panel.findings.contradictions
    assert contradictions.head.text() == "1 picture is both real and fake"
    assert "torn.png" in contradictions.list.item(0).text()


def test_a_folder_that_was_chosen_twice_counts_once_and_is_said(qtbot: QtBot, new_page: NewPage, images: Path) -> None:
    page = new_page()
    look(qtbot, page, RunSettings(data=DataSettings(train=(images, images))))
    text = page.data_panel.findings.layout_text.text()
    assert text.startswith("48 images for")
    assert "Listed again, but counted once: 48." in text


def test_nothing_that_is_found_pushes_the_counts_out_of_sight(qtbot: QtBot, new_page: NewPage, images: Path) -> None:
    page = new_page()
    look(qtbot, page, of(images))
    findings, narrowest = page.data_panel.findings, page.data_panel.minimumWidth() - 6 * GRID  # margins, scroll bar
    for score in (0.5, 1.0):
        findings.show_shortcuts(ShortcutsAudited(images=64, leak_score=score, traits=(TraitLeak("format", score),)))
        assert findings.minimumSizeHint().width() <= narrowest


@pytest.mark.parametrize(("limit", "score"), [(0.6, 0.7), (0.95, 0.85), (0.75, 0.75), (0.75, 0.74)])
def test_set_up_and_the_rule_judge_files_by_the_same_limit(
    new_page: NewPage, images: Path, limit: float, score: float
) -> None:
    page, audited = new_page(), ShortcutsAudited(images=64, leak_score=score, traits=(TraitLeak("format", score),))
    page.data_panel.findings.show_shortcuts(audited)
    page.set_value(with_changes(of(images), {"health.leak_score": limit}))
    page.stop_tasks()
    rings = bool(HealthMonitor().observe(audited, page.value()))
    assert rings == (score >= limit)
    shown = page.data_panel.findings.shortcuts
    assert (shown.head.isHidden(), shown.nothing.isHidden()) == (not rings, rings)


def test_folders_without_known_classes_are_asked_about(qtbot: QtBot, new_page: NewPage, images: Path) -> None:
    page = new_page()
    look(qtbot, page, of(images, real_names=("photo",), fake_names=("painting",)))
    assert page.data_panel.found is None
    assert page.data_panel.findings.isHidden()
    assert page.data_panel.note.isHidden()
    assert not page.data_panel.classes.isHidden()
    assert "data.classes" in {problem.setting for problem in page.problems()}


def test_labels_must_be_confirmed_once_for_each_folder_and_mapping(
    qtbot: QtBot, new_page: NewPage, images: Path, tmp_path: Path
) -> None:
    settings = of(images).model_copy(
        update={"teacher": TeacherSettings(checkpoint=write_teacher(tmp_path / "teacher.pth"))}
    )
    page = new_page()
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

    again = new_page()
    look(qtbot, again, settings)
    assert again.problems() == []  # remembered
    again.data_panel.findings.swap.click()
    assert again.value().data.real_names == settings.data.fake_names
    qtbot.waitUntil(lambda: again.data_panel.found is None)
    qtbot.waitUntil(lambda: again.data_panel.found is not None)
    assert again.data_panel.found is not None
    assert again.data_panel.found.mapping == {"0_real": 1, "1_fake": 0}
    assert not again.data_panel.labels_confirmed  # another mapping, another question


def test_looking_can_be_stopped_and_started_again(qtbot: QtBot, new_page: NewPage, images: Path) -> None:
    panel = new_page().data_panel
    panel.set_data(of(images).data, 0)
    panel.look()
    assert panel.looking
    panel.stop.click()
    qtbot.waitUntil(lambda: not panel.looking)
    assert "Stopped" in panel.doing.text()
    assert panel.found is None
    panel.again.click()
    qtbot.waitUntil(lambda: panel.found is not None)


def test_folders_chosen_while_others_are_looked_at_take_their_place(
    qtbot: QtBot, new_page: NewPage, images: Path
) -> None:
    page = new_page()
    heard: list[int] = []
    page.data_panel.scanned.connect(lambda found: heard.append(sum(split.real for split in found.splits)))
    page.data_panel.set_data(of(images).data, 0)
    page.data_panel.look()
    page.data_panel.set_data(DataSettings(train=(images / "val",), validation=(images / "val",), size=48), 0)
    page.data_panel.look()
    qtbot.waitUntil(lambda: not page.data_panel.looking)
    assert heard == [16]
