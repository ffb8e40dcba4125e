"""The warnings table: one row per rule and stage, filtered, copied, and linked to the plots."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.events import Alert
from gui.alerts.panel import WarningsPanel
from gui.alerts.table import COLUMNS
from gui.history.run_history import RunHistory
from tests.gui.helpers import golden


def cells(panel: WarningsPanel, column: int) -> list[str]:
    return [panel.filter.index(row, column).data() for row in range(panel.filter.rowCount())]


def test_rows_say_what_where_how_often_and_what_to_do(panel: WarningsPanel) -> None:
    assert cells(panel, 1) == ["Gradient explosion", "Not a number", "Teacher outrun"]
    assert cells(panel, 0) == ["Warning", "Error", "Note"]
    first = [panel.filter.index(0, column).data() for column in range(len(COLUMNS))]
    assert first[2:7] == ["2", "410", "450", "2", "41.2"]
    assert first[7].startswith("The learning rate")
    assert first[8].startswith("Lower")
    tooltip = panel.filter.index(0, 8).data(Qt.ItemDataRole.ToolTipRole)
    assert "Three reports in a row. On recorded runs:" in tooltip
    assert not panel.filter.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_words_of_a_warning_are_words_in_its_tooltip_too(panel: WarningsPanel) -> None:
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    history = RunHistory()
    history.add(replace(alert, message="pictures/<b>1.png cannot be read"))
    panel.set_history(history)
    assert "pictures/&lt;b&gt;1.png" in panel.filter.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_the_steps_that_the_latest_warning_looked_at_are_told(panel: WarningsPanel) -> None:
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    history = RunHistory()
    for step in (410, 450):
        history.add(replace(alert, step=step, since=step - 20))
    panel.set_history(history)
    panel.table.selectRow(0)
    (told,) = (label.text() for label in panel.findChildren(QLabel) if "Evidence" in label.text())
    assert "Seen from step 430 to 450." in told


def test_live_alerts_count_up_and_keep_the_selection(panel: WarningsPanel) -> None:
    alerts = [event for event in golden.events() if isinstance(event, Alert)]
    history = RunHistory()
    panel.set_history(history)
    history.add(alerts[0])
    panel.refresh()
    panel.table.selectRow(0)
    for event in alerts[1:]:
        history.add(event)
    panel.refresh()
    assert cells(panel, 5) == ["2", "1", cells(panel, 5)[2]]
    assert int(cells(panel, 5)[2]) == sum(event.rule == "teacher_outrun" for event in alerts)
    assert [row.rule for row in panel.selected()] == ["gradient_explosion"]


def test_filter_by_severity_and_by_words(panel: WarningsPanel) -> None:
    QTest.mouseClick(panel.severity_buttons["warning"], Qt.MouseButton.LeftButton)
    assert cells(panel, 0) == ["Error", "Note"]
    QTest.keyClicks(panel.search, "TEACHER fade")
    assert cells(panel, 1) == ["Teacher outrun"]
    panel.search.clear()
    assert len(cells(panel, 0)) == 2
    QTest.keyClicks(panel.search, "nothing like that")
    assert any(label.isVisible() and "No warning matches" in label.text() for label in panel.findChildren(QLabel))


def test_counts_stand_on_the_buttons(panel: WarningsPanel) -> None:
    assert [button.text() for button in panel.severity_buttons.values()] == ["1 error", "1 warning", "1 note"]
    panel.set_history(RunHistory())
    assert [button.text() for button in panel.severity_buttons.values()] == ["0 errors", "0 warnings", "0 notes"]


def test_sorting_by_a_number_is_not_by_its_digits(panel: WarningsPanel) -> None:
    panel.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert cells(panel, 4) == ["1,460", "450", "437"]
    panel.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert cells(panel, 0) == ["Error", "Warning", "Note"]


def test_copy_takes_the_selection_or_all(panel: WarningsPanel) -> None:
    panel.copy_action.trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    panel.table.selectRow(1)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Severity", "Rule", "Stage"]
    assert lines[1].split("\t")[:5] == ["Error", "Not a number", "2", "437", "437"]
    assert len(lines) == 2


def test_double_click_enter_and_link_lead_to_the_plots(panel: WarningsPanel, qtbot: QtBot) -> None:
    place = panel.table.visualRect(panel.filter.index(0, 1)).center()
    with qtbot.waitSignal(panel.jump_requested) as jump:
        QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert jump.args == [410, 450]
    QApplication.processEvents()
    panel.table.selectRow(1)
    with qtbot.waitSignal(panel.jump_requested) as jump:
        panel.jump_action.trigger()
    assert jump.args == [437, 437]
    with qtbot.waitSignal(panel.jump_requested):
        next(label for label in panel.findChildren(QLabel) if "href" in label.text()).linkActivated.emit("plots")


def test_nothing_selected_means_nothing_to_jump_to(panel: WarningsPanel) -> None:
    assert not panel.jump_action.isEnabled()
    panel.table.selectRow(0)
    assert panel.jump_action.isEnabled()
    panel.set_history(RunHistory())
    assert not panel.copy_action.isEnabled()
    assert not panel.jump_action.isEnabled()


def test_an_unknown_rule_of_another_version_is_shown_by_its_name(panel: WarningsPanel) -> None:
    history = RunHistory()
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    history.add(replace(alert, rule="rule_of_tomorrow", stage=0, value=None))
    panel.set_history(history)
    assert cells(panel, 1) == ["Rule of tomorrow"]
    assert cells(panel, 2) == ["before"]
    assert cells(panel, 6) == [""]


@pytest.mark.parametrize("width", [1000, 1130])  # the second as in a window of 1280 pixels
def test_cause_and_remedy_have_room_until_one_warning_is_told_beside(panel: WarningsPanel, width: int) -> None:
    panel.resize(width, 300)
    for column in (7, 8):
        assert panel.table.columnWidth(column) > width / 7
    assert not panel.remedies.isVisible()
    panel.table.selectRow(0)
    assert panel.remedies.isVisible()
    assert panel.table.isColumnHidden(7)
    assert panel.table.isColumnHidden(8)
    panel.table.clearSelection()
    assert not panel.remedies.isVisible()
    assert not panel.table.isColumnHidden(8)


@pytest.mark.parametrize("width", [720, 760, 1000, 1400])  # the least as in 1280 pixels at 150 %
def test_a_rule_s_name_is_whole_at_any_width(panel: WarningsPanel, width: int) -> None:
    panel.resize(width, 300)
    for selected in (False, True):
        if selected:
            panel.table.selectRow(0)
        QApplication.processEvents()
        longest = max(panel.table.fontMetrics().horizontalAdvance(title) for title in cells(panel, 1))
        assert panel.table.columnWidth(1) > longest
        if width == 1400 and not selected:
            assert not any(panel.table.isColumnHidden(column) for column in range(len(COLUMNS)))


def test_the_bar_stays_where_the_filter_hides_all(panel: WarningsPanel) -> None:
    assert panel.minimumHeight() >= 160
    panel.search.setText("nothing of the kind")
    assert panel.search.isVisible()  # a filter that hides all can be taken away


@pytest.mark.parametrize("width", [320, 420, 560, 700])
def test_the_name_of_a_rule_is_never_cut_short(panel: WarningsPanel, width: int) -> None:
    headings = [column.heading for column in COLUMNS]
    for selected in (False, True):
        if selected:
            panel.table.selectRow(0)
        panel.table.resize(width, 200)
        QApplication.processEvents()
        longest = max(panel.table.fontMetrics().horizontalAdvance(title) for title in cells(panel, 1))
        assert panel.table.columnWidth(headings.index("Rule")) > longest
