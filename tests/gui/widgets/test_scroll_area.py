"""What scrolls is laid out when it is first seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.form.settings_form import SettingsForm
from gui.widgets.scroll_area import ScrollArea


class Measured(QWidget):
    """Counts how often a layout asked for its size."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def sizeHint(self) -> QSize:  # noqa: N802
        self.times += 1
        return QSize(100, 300)


def scrolled(count: int) -> tuple[ScrollArea, list[Measured]]:
    content = QWidget()
    column = QVBoxLayout(content)
    parts = [Measured() for _ in range(count)]
    for part in parts:
        part.setMinimumHeight(300)
        column.addWidget(part)
    return ScrollArea(content), parts


def test_nothing_in_it_is_measured_before_it_is_shown(qtbot: QtBot) -> None:
    area, parts = scrolled(3)
    qtbot.addWidget(area)
    assert [part.times for part in parts] == [0, 0, 0]
    area.resize(200, 200)
    with qtbot.waitExposed(area):
        area.show()
    assert all(part.isVisible() and part.times for part in parts)
    assert area.verticalScrollBar().maximum() > 600


def test_what_was_scrolled_to_before_is_seen_at_once(qtbot: QtBot) -> None:
    area, parts = scrolled(3)
    qtbot.addWidget(area)
    area.resize(200, 200)
    area.ensureWidgetVisible(parts[2])
    area.show()
    assert area.widget() is parts[0].parentWidget()
    area.ensureWidgetVisible(parts[2])
    assert not parts[2].visibleRegion().isEmpty()


def test_no_row_of_a_form_is_laid_out_before_it_is_shown(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.complete()
    layouts = [row.layout() for page in form.pages.values() for row in page.rows.values()]
    assert layouts
    assert not any(layout is None or layout.geometry().isValid() for layout in layouts)
