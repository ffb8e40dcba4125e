"""Nothing that matters is cut off or out of sight on 1280 x 720 pixels at 150 %, which leaves 853 x 480."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.events import Scores
from engine.settings.toml_file import load_settings
from gui.results.figure_view import FigureView
from gui.results.figures import FigureRow, FigureTable
from gui.run.page import RunPage
from gui.try_it.thumbnails import SIDE
from gui.widgets.dialogs import TITLE_BAR
from gui.widgets.theme import Theme
from gui.widgets.thumbnail import thumbnail_icon
from tests.gui.helpers import golden
from tests.gui.helpers.visit import Visit

WIDTH, HEIGHT = 1280 * 2 // 3, 720 * 2 // 3 - TITLE_BAR


@pytest.fixture
def visit(open_window: Callable[[], Visit]) -> Visit:
    visit = open_window()
    visit.window.setFixedSize(WIDTH, HEIGHT)
    return visit


@pytest.fixture
def run_page(qtbot: QtBot, theme: Theme) -> Iterator[RunPage]:
    page = RunPage()
    qtbot.addWidget(page)
    page.resize(WIDTH - 94, HEIGHT - 68)  # without the window's bars
    page.show()
    yield page


def whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_every_page_of_the_form_has_its_tab_in_sight(visit: Visit) -> None:
    visit.window.show_page("setup")
    form = visit.window.setup_page.form
    bar = form.findChild(QTabBar)
    assert bar is not None
    for title in form.pages:
        form.show_page(title)
        QApplication.processEvents()
        assert not any(button.isVisible() for button in bar.findChildren(QToolButton)), title  # arrows to scroll by
        assert all(bar.rect().contains(bar.tabRect(index)) for index in range(bar.count())), title
        words = [bar.fontMetrics().horizontalAdvance(bar.tabText(index)) for index in range(bar.count())]
        assert all(bar.tabRect(i).width() >= bar.iconSize().width() + word for i, word in enumerate(words)), title
    visit.window.setFixedSize(1280, 720)
    QApplication.processEvents()
    roomy = bar.tabRect(0).width()
    visit.window.setFixedSize(WIDTH, HEIGHT)
    QApplication.processEvents()
    assert bar.tabRect(0).width() < roomy


def test_a_panel_beside_the_form_scrolls_where_it_is_too_low_for_its_text(visit: Visit) -> None:
    visit.window.show_page("setup")
    setup = visit.window.setup_page
    setup.range_panel.set_settings(load_settings(None, ["data.train=/photos", "teacher.checkpoint=teacher.pth"]))
    setup.form.show_page("Stage 2")
    QApplication.processEvents()
    hint = setup.range_panel.hint
    assert hint.height() >= hint.heightForWidth(hint.width())


@pytest.mark.parametrize("events", [40, None])
def test_the_line_on_warnings_is_in_sight_below_the_plots(run_page: RunPage, events: int | None) -> None:
    history = golden.history(events)
    run_page.set_run(history, "an earlier run")
    QApplication.processEvents()
    assert run_page.plots.isVisible()
    assert whole(run_page.well) == (not history.alerts)
    assert run_page.warnings.isVisible() == bool(history.alerts)


def test_cells_that_tell_where_figures_are_from_are_whole(qtbot: QtBot, theme: Theme) -> None:
    table, scores = FigureView(), Scores(images=350, auc=0.981, accuracy=0.931, real_accuracy=0.943, eer=0.069)
    qtbot.addWidget(table)
    table.setModel(model := FigureTable(table))
    model.set_figures(
        [FigureRow("validation", "Student", source, scores) for source in ("all images", "camera/unseen_generator")],
        {("validation", "all images"): (0.949, 0.998)},
    )
    for width in (WIDTH - 200, 400):
        table.resize(width, 200)
        table.show()
        table.fit()
        QApplication.processEvents()
        assert all(table.columnWidth(c) >= table.sizeHintForColumn(c) for c in range(model.columnCount()))
        last = model.rowCount() - 1
        assert table.viewport().rect().bottom() + 1 >= table.rowViewportPosition(last) + table.rowHeight(last)


@pytest.mark.parametrize("shape", [(32, 10, 3), (10, 32, 3), (32, 32, 3)])
def test_names_beside_thumbnails_stand_below_one_another(theme: Theme, shape: tuple[int, int, int]) -> None:
    icon = thumbnail_icon(np.zeros(shape, np.uint8), SIDE)
    assert icon.availableSizes()[0].width() == icon.availableSizes()[0].height()


@pytest.mark.parametrize("sign", [True, False])
def test_a_menu_shows_which_entry_is_chosen(qtbot: QtBot, visit: Visit, sign: bool) -> None:
    chosen, other = QAction("Dark"), QAction("Dark")
    for action in (chosen, other):
        action.setCheckable(True)
        if sign:
            action.setIcon(visit.window.actions_by_name["page_run"].icon())
    chosen.setChecked(True)
    looks = []
    for action in (chosen, other):
        menu = QMenu()
        qtbot.addWidget(menu)
        menu.addAction(action)
        looks.append(menu.grab().toImage())
    assert looks[0] != looks[1]


def test_every_page_fits_a_screen_of_1280_by_720_at_150_per_cent(open_window: Callable[[], Visit]) -> None:
    window = open_window().window
    window.resize(WIDTH, HEIGHT)
    QApplication.processEvents()
    assert window.width() <= WIDTH
    for bar in window.findChildren(QToolBar):
        for action in bar.actions():
            assert bar.rect().contains(bar.widgetForAction(action).geometry()), action.text()
