"""Taking a student away: what is chosen is written and proven, and whatever is not says why."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from engine.errors import ExportError
from engine.export import FORMATS as ENGINE_FORMATS
from engine.export.formats import SUFFIXES
from engine.trained.scoring import load_scorer
from gui.export.dialog import ExportDialog
from gui.export.formats import FORMATS
from gui.words.plain_words import plain_words
from tests.gui.helpers.tiny_run import TinyRun, make_tiny_run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    return make_tiny_run(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def run(made: TinyRun, tmp_path: Path) -> Path:
    """A copy that a test may write into."""
    return Path(shutil.copytree(made.folder, tmp_path / "mine"))


@pytest.fixture
def dialog(qtbot: QtBot, run: Path) -> ExportDialog:
    dialog = ExportDialog(run)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: ExportDialog, *names: str) -> None:
    for name, row in dialog.rows.items():
        row.box.setChecked(name in names)


def finish(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.report.isEnabled)


def test_every_format_of_the_engine_is_offered_and_only_pth_is_chosen(dialog: ExportDialog, run: Path) -> None:
    assert tuple(FORMATS) == ENGINE_FORMATS
    assert dialog.formats() == ["pth"]
    assert dialog.folder.value() == run / "exports"


def test_enter_exports_the_weights_with_their_proof(dialog: ExportDialog, qtbot: QtBot, run: Path) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.export.isEnabled()
    finish(dialog, qtbot)
    row = dialog.rows["pth"]
    assert "mine.pth, proven: largest difference" in row.outcome.text()
    assert "over 20 images" in row.outcome.text()
    assert "before" in row.outcome.text()
    assert row.outcome.isVisible()
    assert load_scorer(run / "exports" / "mine.pth").weights.recognised.parameters == 1297
    assert "1 of 1 written" in dialog.said.text()
    assert dialog.focusWidget() is dialog.export
    assert "Threshold chosen on validation" in dialog.said.text()


def test_every_format_is_proven_for_itself_and_says_why_it_was_not_written(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere" / "mine.pth" / "kept").mkdir(parents=True)  # a folder where the file should be
    choose(dialog, "pth", "onnx", "onnx-int8")
    dialog.folder.set_value(tmp_path / "elsewhere")
    dialog.overwrite.setChecked(True)
    dialog.export.click()
    finish(dialog, qtbot)
    said = {name: row.outcome.text() for name, row in dialog.rows.items()}
    assert said["pth"].startswith("Not written. ")
    assert "mine.pth" in said["pth"]
    assert "mine.onnx, proven: " in said["onnx"]
    written = (tmp_path / "elsewhere" / "mine-int8.onnx").is_file()
    assert ("mine-int8.onnx, audited: " in said["onnx-int8"]) == written
    assert said["onnx-int8"].startswith("Not written. ") != written
    assert said["safetensors"] == said["torch-export"] == ""
    assert f"{1 + written} of 3 written" in dialog.said.text()
    assert (tmp_path / "elsewhere" / "mine.pth" / "kept").is_dir()


def test_a_file_in_the_way_is_named_and_replaced_only_when_told(dialog: ExportDialog, qtbot: QtBot, run: Path) -> None:
    (run / "exports").mkdir()
    (run / "exports" / "mine.safetensors").write_bytes(b"precious")
    choose(dialog, "safetensors")
    dialog.export.click()
    finish(dialog, qtbot)
    assert "mine.safetensors already exists" in dialog.said.text()
    assert "--" not in dialog.said.text()
    assert not dialog.rows["safetensors"].outcome.isVisible()
    assert (run / "exports" / "mine.safetensors").read_bytes() == b"precious"
    dialog.overwrite.setChecked(True)
    dialog.export.click()
    finish(dialog, qtbot)
    assert "proven" in dialog.rows["safetensors"].outcome.text()
    assert len((run / "exports" / "mine.safetensors").read_bytes()) > 1297 * 4


def test_a_long_reason_is_shown_to_its_last_line(dialog: ExportDialog, qtbot: QtBot) -> None:
    text = dialog.rows["pth"].outcome
    dialog.rows["pth"].show_failed(ExportError("The file could not be proven. " * 12))
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()))
    assert text.height() > 2 * text.fontMetrics().height()


def test_many_long_reasons_leave_the_buttons_on_the_screen(dialog: ExportDialog, qtbot: QtBot) -> None:
    before = dialog.height()
    for row in dialog.rows.values():
        row.show_failed(ExportError("The file could not be proven. " * 40))
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.height() <= dialog.screen().availableSize().height()
    last = dialog.rows["onnx-int8"].outcome
    dialog.findChildren(QScrollArea)[0].ensureWidgetVisible(last, 0, 0)
    assert not last.visibleRegion().isEmpty()


def test_without_images_the_student_leaves_and_the_sentence_says_so(
    dialog: ExportDialog, qtbot: QtBot, run: Path, tmp_path: Path
) -> None:
    settings = (run / "settings.toml").read_text(encoding="utf-8")
    moved = re.sub(r"([/\\])data", r"\1nowhere", settings)
    assert moved != settings
    (run / "settings.toml").write_text(moved, encoding="utf-8")
    dialog.export.click()
    finish(dialog, qtbot)
    assert "1 of 1 written" in dialog.said.text()
    assert "images are left out" in dialog.said.text()
    assert "nowhere" in dialog.said.text()
    assert "made-up images" in dialog.rows["pth"].outcome.text()


def test_nothing_chosen_cannot_be_exported(dialog: ExportDialog) -> None:
    choose(dialog)
    assert not dialog.export.isEnabled()
    choose(dialog, "onnx")
    assert dialog.export.isEnabled()
    dialog.folder.set_value(None)
    assert not dialog.export.isEnabled()


def test_escape_stops_what_goes_on_and_leaves_nothing(dialog: ExportDialog, qtbot: QtBot, run: Path) -> None:
    choose(dialog, *FORMATS)
    dialog.export.click()
    qtbot.waitUntil(lambda: "Exporting and proving" in dialog.said.text())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert not [file for file in (run / "exports").iterdir() if file.suffix not in SUFFIXES.values()]
    assert not (run / "exports" / "mine-int8.onnx").exists()


class Browser(QObject):
    """Takes what is to be opened in the place of the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")  # type: ignore[arg-type]  # its stub asks for bytes
    yield browser
    QDesktopServices.unsetUrlHandler("file")


def test_the_report_card_is_written_and_opened(dialog: ExportDialog, qtbot: QtBot, run: Path, browser: Browser) -> None:
    dialog.report.click()
    finish(dialog, qtbot)
    assert [Path(url.toLocalFile()) for url in browser.opened] == [run / "report.html"]
    assert "Report card: mine" in (run / "report.html").read_text(encoding="utf-8")


def test_every_control_is_named_and_reached_by_tab(dialog: ExportDialog) -> None:
    for button in (*dialog.findChildren(QPushButton), *dialog.findChildren(QCheckBox)):
        assert button.text() or button.accessibleName()
    reached, at = set(), dialog.focusWidget()
    for _ in range(30):
        reached.add(at)
        QTest.keyClick(at or dialog, Qt.Key.Key_Tab)
        at = dialog.focusWidget()
    wanted = {dialog.export, dialog.report, dialog.leave, dialog.overwrite, dialog.accept_weak, dialog.folder.line}
    assert wanted | {row.box for row in dialog.rows.values()} <= reached


def test_options_of_the_command_line_are_left_out() -> None:
    error = ExportError("It is in the way.", "Choose another folder, or overwrite (--overwrite).")
    assert plain_words(error) == "It is in the way. Choose another folder, or overwrite."
    error = ExportError("Neither class.", "Add it to data.real_names (evaluate: --real, --fake), or move it.")
    assert "--" not in plain_words(error)
