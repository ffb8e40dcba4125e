"""The list of earlier runs: read from their folders, opened, compared, resumed, and moved to the recycle bin."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from engine.control import RunControl
from engine.errors import RunFolderError
from gui.earlier_runs.compare_panel import ComparePanel
from gui.earlier_runs.list import delete_runs
from gui.earlier_runs.panel import RunsPanel
from gui.run.resuming import read_run
from gui.widgets.theme import Theme
from resources.colors import DARK
from tests.gui.helpers import golden


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    folder = tmp_path / "runs"
    golden.write_run(folder / "first", 20_000, end="finished")
    golden.write_run(folder / "second", 20_001, end="stopped")
    golden.write_run(folder / "third", 20_002)
    return folder


@pytest.fixture
def panel(qtbot: QtBot, runs: Path) -> Iterator[RunsPanel]:
    panel = RunsPanel(runs)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    yield panel


def cells(panel: RunsPanel, column: int) -> list[str]:
    model = panel.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def select(panel: RunsPanel, *names: str) -> None:
    panel.table.clearSelection()
    mode = panel.table.selectionMode()
    panel.table.setSelectionMode(panel.table.SelectionMode.MultiSelection)
    for name in names:
        panel.table.selectRow(cells(panel, 1).index(name))
    panel.table.setSelectionMode(mode)


def test_runs_are_listed_newest_first_with_their_figures(panel: RunsPanel) -> None:
    assert cells(panel, 1) == ["third", "second", "first"]
    assert cells(panel, 6) == ["Interrupted", "Stopped", "Finished"]
    assert cells(panel, 3) == ["conservative"] * 3
    assert cells(panel, 4)[2] == "0.951"
    assert cells(panel, 5) == ["–", "0.944", "0.944"]
    assert cells(panel, 2)[0] == "photos (1,420 images)"


def test_buttons_are_enabled_when_they_can_do_what_they_say(panel: RunsPanel) -> None:
    buttons = panel.open_button, panel.compare_button, panel.resume_button, panel.delete_button

    def enabled() -> list[bool]:
        return [button.isEnabled() for button in buttons]

    assert enabled() == [False, False, False, False]
    select(panel, "first")
    assert enabled() == [True, False, True, True]
    select(panel, "second")
    assert enabled() == [True, False, True, True]
    select(panel, "first", "second")
    assert enabled() == [False, True, False, True]


def test_open_and_resume_ask_the_window(panel: RunsPanel, qtbot: QtBot, runs: Path) -> None:
    select(panel, "third")
    with qtbot.waitSignal(panel.open_requested) as asked:
        QTest.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    assert asked.args == [runs / "third"]
    with qtbot.waitSignal(panel.resume_requested) as asked:
        QTest.mouseClick(panel.resume_button, Qt.MouseButton.LeftButton)
    assert asked.args == [runs / "third"]


def test_a_run_of_a_newer_version_is_named_when_it_is_opened(runs: Path) -> None:
    settings = runs / "first" / "settings.toml"
    settings.write_text(f"of_tomorrow = 1\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(RunFolderError) as refused:
        read_run(runs / "first", RunControl())
    assert refused.value.message.startswith('The settings of the run "first" are not understood. of_tomorrow: ')
    assert "newer version" in refused.value.remedy


def test_several_runs_are_compared_on_one_plot(panel: RunsPanel, qtbot: QtBot) -> None:
    select(panel, "first", "third")
    QTest.mouseClick(panel.compare_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.comparison.isVisible)
    drawn = panel.comparison.canvas.drawn()
    assert {"first", "third"} <= set(drawn)
    assert drawn["first"][0].tolist() == golden.history().validations.steps.tolist()
    assert len(drawn["third"][0]) < len(drawn["first"][0])
    panel.comparison.show_figure("Losses: total")
    assert len(panel.comparison.canvas.drawn()["first"][0]) == len(golden.history().steps)
    panel.comparison.legend.button("third").click()
    assert "third" not in panel.comparison.canvas.drawn()


def test_another_comparison_begins_with_every_run_and_the_first_figure(qtbot: QtBot) -> None:
    comparison = ComparePanel()
    qtbot.addWidget(comparison)
    comparison.show()
    histories = {"first": golden.history(), "third": golden.history(200)}
    comparison.set_histories(histories)
    ticked = [action for action in comparison.figure_button.menu().actions() if action.isChecked()]
    comparison.figure_button.menu().actions()[0].trigger()
    comparison.legend.button("third").click()
    comparison.set_histories(dict(histories))
    assert {"first", "third"} <= set(comparison.canvas.drawn())
    assert comparison.legend.button("third").isChecked()
    assert comparison.figure_button.text() == ticked[0].text() == "Validation: AUC"
    assert [action for action in comparison.figure_button.menu().actions() if action.isChecked()] == ticked


def test_curves_and_legend_of_a_comparison_keep_one_colour_when_it_turns_dark(theme: Theme, qtbot: QtBot) -> None:
    comparison = ComparePanel()
    qtbot.addWidget(comparison)
    comparison.show()
    comparison.set_histories({"first": golden.history()})
    theme.set_scheme("dark")
    swatch = comparison.legend.button("first").icon().pixmap(14, 10, state=QIcon.State.On).toImage()
    assert swatch.pixelColor(swatch.rect().center()) == QColor(DARK.series[0])


def test_a_comparison_of_nothing_draws_nothing(qtbot: QtBot) -> None:
    comparison = ComparePanel()
    qtbot.addWidget(comparison)
    comparison.show()
    comparison.set_histories({})
    assert comparison.canvas.drawn() == {}


def asked(panel: RunsPanel) -> QMessageBox:
    box = panel.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    return box


def press(box: QMessageBox, text: str) -> None:
    next(button for button in box.buttons() if button.text() == text).click()


def test_delete_names_the_folder_and_keeps_it_on_no(panel: RunsPanel, qtbot: QtBot, runs: Path) -> None:
    select(panel, "second")
    panel.ask_delete()
    box = asked(panel)
    assert '"second"' in box.text()
    assert str(runs / "second") in box.informativeText()
    assert box.defaultButton().text() == "Keep"
    press(box, "Keep")
    qtbot.wait(50)
    assert (runs / "second").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="it would land in the user's own bin; Wine 8 has none")
def test_delete_moves_the_folder_to_the_recycle_bin(
    panel: RunsPanel, qtbot: QtBot, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    (tmp_path / "share").mkdir()
    select(panel, "second")
    panel.ask_delete()
    press(asked(panel), "Move to recycle bin")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert not (runs / "second").exists()
    assert (tmp_path / "share" / "Trash" / "files" / "second" / "events.jsonl").is_file()


def test_a_run_that_is_going_on_is_neither_deleted_nor_resumed(qtbot: QtBot, runs: Path) -> None:
    with FileLock(runs / "third" / ".lock"):
        panel = RunsPanel(runs)
        qtbot.addWidget(panel)
        panel.show()
        qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
        assert cells(panel, 6)[0] == "Running"
        select(panel, "third")
        assert not panel.delete_button.isEnabled()
        assert not panel.resume_button.isEnabled()
        with pytest.raises(RunFolderError, match="going on"):
            delete_runs([runs / "third"], RunControl())
    assert (runs / "third").is_dir()


def test_while_a_run_goes_on_none_is_resumed_and_the_new_one_is_listed(
    qtbot: QtBot, panel: RunsPanel, runs: Path
) -> None:
    select(panel, "second")
    assert panel.resume_button.isEnabled()
    panel.set_live(None, busy=True)
    assert not panel.resume_button.isEnabled()
    assert "one at a time" in panel.resume_button.toolTip()
    panel.set_live(golden.write_run(runs / "fourth", 20_003), busy=True)
    qtbot.waitUntil(lambda: "fourth" in cells(panel, 1))
    panel.set_live(runs / "fourth", busy=False)
    select(panel, "second")
    assert panel.resume_button.isEnabled()


def test_what_is_not_a_run_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(RunFolderError, match="not a run folder"):
        delete_runs([tmp_path / "photos"], RunControl())
    assert (tmp_path / "photos").is_dir()


def test_an_empty_folder_says_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    panel = RunsPanel(tmp_path / "none yet")
    qtbot.addWidget(panel)
    panel.show()

    def words() -> str:
        return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())

    qtbot.waitUntil(lambda: "No runs yet" in words())
    assert "try the demo" in words()
