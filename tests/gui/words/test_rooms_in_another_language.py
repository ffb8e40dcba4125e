"""Rooms in another language: what is shown is translated, what is compared, stored or parsed is not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.alerts.panel import WarningsPanel
from gui.earlier_runs.compare_panel import ComparePanel
from gui.plots.panel import PlotsPanel
from gui.queue.results import source_words
from gui.results.figures import figure_rows
from gui.results.words import headline
from gui.run.controller import RunState
from gui.run.status_panel import StatusPanel
from gui.words.plain_words import in_words
from gui.words.translation import CONTEXT, tr
from tests.gui.helpers import golden

MARK = "¤"


class _MarkingTranslator(QTranslator):
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return marked(text) if context == CONTEXT else ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def marked(text: str) -> str:
    """A text in a language whose sentences begin with a mark."""
    return f"{MARK}{text}"


@pytest.fixture(autouse=True)
def _other_language(qapp: QApplication) -> Iterator[None]:
    translator = _MarkingTranslator()
    assert qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    in_words.cache_clear()


def test_a_compared_figure_is_found_by_its_name_whatever_is_shown(qtbot: QtBot) -> None:
    panel = ComparePanel()
    qtbot.addWidget(panel)
    panel.set_histories({"a": golden.history(), "b": golden.history(500)})
    panel.show_figure("Losses: total")
    assert panel.figure_button.text() == f"{MARK}Losses: {MARK}total"
    (chosen,) = (action for action in panel.figure_button.menu().actions() if action.isChecked())
    assert chosen.text() == f"{MARK}Losses: {MARK}total"


@pytest.mark.parametrize(("kind", "name"), [("png", "plots.png"), ("csv", "figures.csv")])
def test_saved_files_are_called_the_same_in_every_language(qtbot: QtBot, kind: str, name: str) -> None:
    panel = PlotsPanel()
    qtbot.addWidget(panel)
    getattr(panel.bar, f"{kind}_wanted").emit()
    (dialog,) = panel.findChildren(QFileDialog)
    assert [file.rpartition("/")[2] for file in dialog.selectedFiles()] == [name]
    assert dialog.windowTitle().startswith(MARK)
    dialog.reject()


def test_a_detail_of_the_run_is_asked_for_by_its_name(qtbot: QtBot) -> None:
    panel = StatusPanel()
    qtbot.addWidget(panel)
    panel.set_history(golden.history(), live=True)
    assert panel.detail("Speed").startswith(MARK)
    panel.set_detail("Window", "quick")
    assert panel.detail("Window") == "quick"
    assert panel.sentence.text().startswith(MARK)


def test_columns_are_known_by_their_english_headings(qtbot: QtBot) -> None:
    panel = WarningsPanel()
    qtbot.addWidget(panel)
    panel.resize(1600, 400)
    panel.show()
    panel.set_history(golden.history())
    assert not panel.table.isColumnHidden(0)
    assert [panel.filter.index(row, 0).data() for row in range(3)] == [*map(marked, ("Warning", "Error", "Note"))]
    assert [button.text().removeprefix("1 ") for button in panel.severity_buttons.values()] == [
        *map(marked, ("error", "warning", "note"))
    ]


def test_results_keep_splits_and_networks_as_they_are_in_the_events() -> None:
    assert {(row.split, row.network) for row in figure_rows(golden.history())} == {
        (split, network) for split in ("test", "validation") for network in ("Student", "Teacher")
    }
    words, _role = headline(golden.history())
    assert words.startswith(MARK)
    assert source_words("test/unseen") == f"{MARK}AUC {MARK}test: unseen"


def test_a_state_is_a_word_that_can_be_translated() -> None:
    assert RunState("Paused") is RunState.PAUSED
    assert [tr(state) for state in RunState] == [marked(str(state)) for state in RunState]
