"""The window without a mouse and without eyes: every control has a name, and Tab goes round each page and back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from gui.commands.actions import PAGES
from gui.widgets.path_fields import FoldersField
from gui.window.main_window import MainWindow
from gui.window.run_commands import ShownRun
from tests.gui.helpers import golden
from tests.gui.helpers.visit import Visit

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
PARTS_OF_QT = (QScrollBar, QHeaderView)
LONGEST_WAY = 400  # presses of Tab, a guard


@pytest.fixture
def window(open_window: Callable[[], Visit], tmp_path: Path) -> MainWindow:
    """The window with the recorded run opened, and the advanced settings shown."""
    window = open_window().window
    window.setup_page.form.advanced.setChecked(True)
    window.commands._opened = ShownRun(golden.history(), tmp_path)
    window.commands.shown_changed.emit()
    window.run_page.warnings.table.selectRow(0)
    window.activateWindow()
    return window


def test_every_control_has_a_name_for_those_who_cannot_see_it(window: MainWindow) -> None:
    for page in pages(window):
        nameless = [described(control) for control in controls(window) if not name_of(control)]
        assert not nameless, f"{page}: {nameless}"


def test_tab_goes_round_every_page_and_back(window: MainWindow) -> None:
    for page in pages(window):
        wanted = {control for control in controls(window) if takes_focus(control)}
        way = walk(window, Qt.Key.Key_Tab)
        missed = [described(control) for control in wanted - set(way)]
        assert not missed, f"{page}: {missed}"
        assert set(walk(window, Qt.Key.Key_Backtab)) == set(way), page


def test_tab_passes_a_legend_before_its_plot(window: MainWindow) -> None:
    window.show_page("run")
    QApplication.processEvents()
    way = [widget.accessibleName() for widget in walk(window, Qt.Key.Key_Tab)]
    first, last = way.index("Show only validation"), way.index("Show only losses")
    assert "Plot: Validation" in way[first:last]
    assert {"Show total", "Show labels"} <= set(way[first:last])


def test_tab_passes_the_settings_before_the_button_for_more(window: MainWindow) -> None:
    window.show_page("setup")
    form = window.setup_page.form
    form.advanced.setChecked(False)
    QApplication.processEvents()
    way = walk(window, Qt.Key.Key_Tab)
    start, page = way.index(form.advanced), form.pages["Images"]
    from_header = way[start:] + way[:start]
    assert from_header.index(page.rows["data.real_names"].editor) < from_header.index(page.show_more)


def test_tab_passes_a_setting_before_its_way_back_and_all_of_them_before_what_stands_beside(window: MainWindow) -> None:
    way: list[QWidget] = [window]
    while (following := way[-1].nextInFocusChain() or window) is not window:
        way.append(following)
    page = window.setup_page
    beside = {"Networks": page.teacher_panel.check, "Stage 2": page.range_panel.start, "Output": page.cache_panel.empty}
    for title, button in beside.items():
        assert way.index(page.form.pages[title].show_more) < way.index(button), title
    for name, row in page.form.rows.items():
        if isinstance(row.field, FoldersField):
            continue  # it has no way back
        assert way.index(row.editor) < way.index(row.reset), name


def pages(window: MainWindow) -> Iterator[str]:
    """Turn to one page of the window after another, and to each of the settings."""
    for name, *_ in PAGES:
        window.show_page(name)
        QApplication.processEvents()
        yield name
    window.show_page("setup")
    for title in window.setup_page.form.pages:
        window.setup_page.form.show_page(title)
        QApplication.processEvents()
        yield title


def controls(window: MainWindow) -> Iterator[QWidget]:
    """Everything in sight that can be operated, without the parts that Qt builds its own widgets from."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit)
        popup = isinstance(widget, QAbstractItemView) and widget.window() is not window
        part = inside or popup or isinstance(widget, PARTS_OF_QT) or widget.objectName().startswith("qt_")
        if widget.isVisible() and isinstance(widget, CONTROLS) and not part:
            yield widget


def name_of(control: QWidget) -> str:
    """What a screen reader says: the name that was given, or the words on a button."""
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


def described(control: QWidget) -> str:
    """The control and what it stands in."""
    places = [type(control).__name__]
    while (parent := control.parentWidget()) is not None:
        control = parent
        places.append(type(control).__name__)
    return " in ".join(places)


def in_sight(widget: QWidget) -> bool:
    """Whether any of it can be seen; a scroll area is what its viewport covers it with."""
    surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return not surface.visibleRegion().isEmpty()


def takes_focus(control: QWidget) -> bool:
    """Whether Tab should stop at a control."""
    return control.isEnabled() and bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def walk(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Widgets that get the focus one after another, until the first has it again; each must be in sight."""
    QTest.keyClick(focus(window), key)
    way = [focus(window)]
    for _ in range(LONGEST_WAY):
        QTest.keyClick(focus(window), key)
        if focus(window) is way[0]:
            return way
        assert in_sight(focus(window)), described(focus(window))
        way.append(focus(window))
    raise AssertionError(f"The focus goes round {described(way[-1])} without end.")


def focus(window: MainWindow) -> QWidget:
    """The widget that has the focus, or the window."""
    return window.focusWidget() or window
