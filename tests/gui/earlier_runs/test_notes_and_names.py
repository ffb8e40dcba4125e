"""Runs are named, tagged, found by their words, used again, and compared as a table."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from engine.events import BestStudent, FinalEvaluated, Scores
from engine.run_folder.notes import RunNotes, read_notes
from engine.run_folder.summaries import RunSummary
from engine.settings.toml_file import load_settings
from gui.earlier_runs.compare_table import compared_rows
from gui.earlier_runs.list import ListedRun, _sign_of_end
from gui.earlier_runs.notes_dialog import NotesDialog
from gui.earlier_runs.panel import RunsPanel
from tests.gui.earlier_runs.test_runs_panel import cells, panel, runs, select
from tests.gui.helpers import golden
from tests.gui.helpers.visit import Visit

__all__ = ["panel", "runs"]


def describe(panel: RunsPanel, qtbot: QtBot, name: str, tags: str, note: str) -> None:
    """By the keyboard, as a user would."""
    panel.actions_by_name["notes"].trigger()
    dialog = next(dialog for dialog in panel.findChildren(NotesDialog) if dialog.isVisible())
    dialog.name.setText(name)
    dialog.tags.setText(tags)
    dialog.note.setPlainText(note)
    dialog.save.click()
    qtbot.waitUntil(lambda: not panel._listing.running)


def boxes(panel: RunsPanel) -> list[QMessageBox]:
    return [box for box in panel.findChildren(QMessageBox) if box.isVisible()]


def test_a_run_is_named_tagged_and_found_by_its_tag(panel: RunsPanel, qtbot: QtBot, runs: Path) -> None:
    select(panel, "first")
    with qtbot.waitSignal(panel.renamed) as moved:
        describe(panel, qtbot, "Baseline", "night", "the first that worked")
    assert moved.args == [runs / "first", runs / "Baseline"]
    qtbot.waitUntil(lambda: "Baseline" in cells(panel, 1))
    assert cells(panel, 7)[cells(panel, 1).index("Baseline")] == "#night the first that worked"
    assert read_notes(runs / "Baseline") == RunNotes(note="the first that worked", tags=("night",))
    panel.search.setText("#NIGHT")
    assert cells(panel, 1) == ["Baseline"]
    panel.search.clear()
    assert len(cells(panel, 1)) == 3


def test_a_name_that_is_taken_is_refused_and_the_note_is_kept(panel: RunsPanel, qtbot: QtBot, runs: Path) -> None:
    select(panel, "first")
    describe(panel, qtbot, "second", "", "kept all the same")
    assert read_notes(runs / "first").note == "kept all the same"
    assert "already something called second" in " ".join(box.text() for box in boxes(panel))


def test_menu_and_keys_do_what_the_buttons_do(
    panel: RunsPanel, qtbot: QtBot, runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert set(panel.actions_by_name.values()) <= set(panel.table.actions())
    assert panel.table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert not any(action.isEnabled() for action in panel.actions_by_name.values())
    select(panel, "second")
    panel.table.setFocus()
    qtbot.waitUntil(panel.table.hasFocus)
    with qtbot.waitSignal(panel.settings_requested) as asked:
        QTest.keyClick(panel.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [runs / "second"]
    panel.actions_by_name["folder"].trigger()
    assert [Path(url.toLocalFile()) for url in opened] == [runs / "second"]
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert boxes(panel), "asked before anything is deleted"


def test_runs_are_compared_by_what_came_of_them_and_what_differs() -> None:
    first, second = golden.history(), golden.history()
    second.settings = load_settings(None, ("stage2.epochs=7", "output.name=other"))
    first.settings = load_settings(None, ("output.name=one",))
    first.add(FinalEvaluated(student={"test": Scores(images=90, auc=0.91)}, teacher={}))
    second.add(FinalEvaluated(student={"validation": Scores(images=90, auc=0.8)}, teacher={}))
    rows = {row.name: row.values for row in compared_rows({"first": first, "second": second})}
    assert rows["Test AUC"] == ("0.910", "–")
    assert rows["Best validation AUC"] == ("0.951", "0.951")
    epochs = str(first.settings.stage2.epochs)
    assert list(rows.items())[4:] == [("Stage 2: Epochs", (epochs, "7"))]


def test_the_table_stands_beside_the_curves(panel: RunsPanel, qtbot: QtBot) -> None:
    select(panel, "first", "second")
    panel.compare_button.click()
    qtbot.waitUntil(panel.comparison.isVisible)
    table, canvas = panel.comparison.table, panel.comparison.canvas
    model = table.model()
    assert [model.headerData(i, Qt.Orientation.Horizontal) for i in range(1, 3)] == ["second", "first"]
    assert table.mapTo(panel, table.rect().topLeft()).x() > canvas.mapTo(panel, canvas.rect().topLeft()).x()


def test_a_shown_run_that_is_renamed_stays_shown(open_window: Callable[..., Visit], qtbot: QtBot, runs: Path) -> None:
    window = open_window().window
    window.runs_panel.set_folder(runs)
    window.commands.open_run(runs / "first")
    qtbot.waitUntil(lambda: not window.commands.shows_live)
    window.show_page("runs")
    (runs / "first").rename(runs / "renamed")
    window.runs_panel.renamed.emit(runs / "first", runs / "renamed")
    assert window.page_name() == "runs"
    assert window.commands.shown.folder == runs / "renamed"
    window.show_page("run")
    assert "renamed" in window.run_page._banner_text.text()


def test_settings_of_a_run_go_into_set_up(open_window: Callable[..., Visit], qtbot: QtBot, runs: Path) -> None:
    window = open_window().window
    window.runs_panel.settings_requested.emit(runs / "first")
    qtbot.waitUntil(lambda: window.setup_page.value().preset == "conservative")
    assert window.page_name() == "setup"


@pytest.mark.parametrize(
    ("auc", "teacher", "color"), [(0.951, 0.925, "good"), (0.498, 0.925, "bad"), (0.681, 1.0, "warning")]
)
def test_a_finished_run_is_green_only_where_its_student_is_good(auc: float, teacher: float, color: str) -> None:
    best = BestStudent(auc, 2, 3)
    summary = RunSummary(Path("run"), 0.0, "", "", state="finished", best=best, teacher_auc=teacher, judged_images=900)
    assert _sign_of_end(ListedRun(summary, "finished"))[1] == color
