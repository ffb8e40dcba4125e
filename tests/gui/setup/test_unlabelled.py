"""Pictures without labels in Set-up: dropped on their field, counted beside the others, and useless by themselves."""

import shutil
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from gui.found.data_findings import NO_LABEL_COLUMN
from gui.setup.setup_page import SetupPage
from gui.widgets.path_fields import FoldersField
from tests.gui.helpers.setup_driver import NewPage, look, of


def drop(page: SetupPage, name: str, path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    field = page.form.rows[name].field
    assert isinstance(field, FoldersField)
    field.dropEvent(QDropEvent(QPointF(1, 1), action, dropped, buttons, keys))


def test_a_folder_that_is_dropped_is_counted_without_labels(qtbot: QtBot, new_page: NewPage, images: Path) -> None:
    page = new_page()
    look(qtbot, page, of(images))
    counts = page.data_panel.findings.counts
    assert counts.isColumnHidden(NO_LABEL_COLUMN)
    more = images.parent / "more"
    shutil.copytree(images / "val/phone", more / "fake")  # those that are judged
    shutil.copy(images / "train/phone/1_fake/0.png", more / "0.png")
    (more / "new.png").write_bytes((images / "train/phone/1_fake/1.png").read_bytes() + b"\0")
    drop(page, "data.unlabelled", more)
    qtbot.waitUntil(lambda: page.data_panel.looking)
    qtbot.waitUntil(lambda: not page.data_panel.looking)
    assert page.value().data.unlabelled == (more,)
    top = counts.topLevelItem(counts.topLevelItemCount() - 1)
    assert top is not None
    assert [top.text(column) for column in range(4)] == ["Without labels", "0", "0", "1"]
    assert not counts.isColumnHidden(NO_LABEL_COLUMN)
    findings = page.data_panel.findings
    assert [label.toolTip() for label in findings.others.labels] == [str(more / "new.png")]
    assert "49 images for training, validation, without labels" in findings.layout_text.text()
    assert findings.left_out.sum.text() == "58 files: 49 used, 9 left out."
    reasons = {findings.left_out.table.model().index(row, 3).data() for row in range(2)}
    assert reasons == {"a validation or test image", "a training image, which has a label"}


def test_without_imitation_they_are_of_no_use_which_stands_beside_the_field(new_page: NewPage, images: Path) -> None:
    page = new_page()
    page.set_value(of(images, unlabelled=(images,)))
    note = page.form.rows["data.unlabelled"].note
    assert note.isHidden()
    page.form.rows["loss.alpha_distill"].field.set_value(0.0)
    page.show_problems(page.problems())
    assert "teach by imitation alone" in note.text.text()
