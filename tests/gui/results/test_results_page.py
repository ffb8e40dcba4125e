"""The page of results: figures of the run's events at once, then what is measured on its images."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.control import RunControl
from engine.events import FinalEvaluated, Scores, Validated
from gui.history.run_history import RunHistory
from gui.results.figures import figure_rows, judged_on
from gui.results.mistakes import MistakesPanel
from gui.results.page import ResultsPage
from gui.results.words import headline
from gui.run.resuming import read_run
from tests.engine.helpers.tiny_data import write_images
from tests.gui.helpers import golden
from tests.gui.helpers.setup_driver import end_tasks
from tests.gui.helpers.tiny_run import TinyRun, make_tiny_run
from tests.gui.helpers.visit import Visit

FINAL = FinalEvaluated(
    student={
        "validation": Scores(images=200, auc=0.95),
        "test": Scores(images=400, auc=0.81, accuracy=0.7, real_accuracy=0.8, fake_accuracy=0.6, eer=0.3),
        "test/camera": Scores(images=200, auc=0.9),
        "test/phone": Scores(images=200, auc=0.7),
    },
    teacher={"test": Scores(images=400, auc=0.9), "test/camera": Scores(images=200, auc=0.97)},
)


@pytest.fixture(scope="module")
def tested(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """A run that ended with test images, most of which it cannot tell apart."""
    place = tmp_path_factory.mktemp("tested")
    write_images(place / "more", {"test": 8})
    return make_tiny_run(place, f"data.test='{(place / 'more').as_posix()}'")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ResultsPage]:
    page = ResultsPage()
    qtbot.addWidget(page, before_close_func=end_tasks)
    page.resize(1100, 640)
    page.show()
    yield page


def show(page: ResultsPage, run: Path, *, busy: bool = False) -> RunHistory:
    history = read_run(run, RunControl()).history
    page.set_run(history, run, busy=busy)
    return history


def measuring(page: ResultsPage) -> bool:
    return page._task.running


def measured(qtbot: QtBot, page: ResultsPage) -> None:
    qtbot.waitUntil(lambda: not measuring(page))


def words(page: ResultsPage) -> list[list[str]]:
    model = page.board.model
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_the_final_evaluation_is_shown_test_first_and_by_source() -> None:
    history = golden.history()
    history.add(FINAL)
    rows = figure_rows(history)
    found = [(row.split, row.network, row.source, row.scores.auc) for row in rows][:4]
    assert found == [
        ("test", "Student", "all images", 0.81),
        ("test", "Teacher", "all images", 0.9),
        ("test", "Student", "camera", 0.9),
        ("test", "Teacher", "camera", 0.97),
    ]
    assert [row.scores.auc for row in rows if row.split == "validation" and row.network == "Student"] == [0.95]
    assert headline(history)[0].startswith("AUC 0.810 on 400 test images; its teacher's is 0.900.")


def test_without_test_images_the_figures_are_validations_and_it_is_said() -> None:
    history = golden.history()
    history.add(replace(FINAL, student={"validation": Scores(images=200, auc=0.95)}, teacher={}))
    assert judged_on(history) == "validation"
    text = headline(history)[0]
    assert text.startswith("AUC 0.950 on 200 validation images")
    assert "Test images do not exist" in text
    history.add(replace(FINAL, student={"validation": Scores(images=200, auc=0.95), "test": Scores(images=9)}))
    assert judged_on(history) == "validation"
    assert "Test images are of one class" in headline(history)[0]


def test_before_the_end_it_is_the_best_validation_and_it_is_said() -> None:
    history = golden.history(200)
    assert history.final is None
    best = next(event for event in reversed(golden.events()[:200]) if isinstance(event, Validated) and event.best)
    assert figure_rows(history)[0].scores == best.scores
    assert "the final evaluation has not been made" in headline(history)[0]


def test_events_are_shown_at_once_and_the_rest_is_measured(page: ResultsPage, qtbot: QtBot, tested: TinyRun) -> None:
    history = show(page, tested.folder)
    assert history.final is not None
    shown = words(page)
    assert shown[0][:3] == ["test (16)", "all images", "Student"]
    assert shown[0][3] == f"{history.final.student['test'].auc:.3f}"  # no interval yet
    measured(qtbot, page)
    board = page.board
    counts = [int(cell.text().split("\n")[0]) for cell in board.matrix.cells.values()]
    assert sum(counts) == 16
    student, teacher = board.roc.curves
    assert (student.name, teacher.name) == ("Student", "Teacher")
    assert (student.points[0], student.points[-1]) == ((0.0, 0.0), (1.0, 1.0))
    assert [curve.name for curve in board.reliability.curves] == ["as trained", "calibrated"]
    assert board.agreement.text().startswith("On 16 test images the two decide alike in ")
    wrong = counts[1] + counts[2]
    assert len(board.mistakes.buttons) == min(wrong, 12)
    names = [card._title.text() for card in board._cards.values()]
    assert "ROC, test images" in names
    assert page._said.text() == ""


def test_a_mistake_is_looked_into_by_a_click(open_window: Callable[..., Visit], qtbot: QtBot, tested: TinyRun) -> None:
    window = open_window().window
    window.commands.open_run(tested.folder)
    qtbot.waitUntil(lambda: not window.commands.shows_live)
    window.show_page("results")
    qtbot.waitUntil(lambda: bool(window.results_page.board.mistakes.buttons))
    QTest.mouseClick(window.results_page.board.mistakes.buttons[0], Qt.MouseButton.LeftButton)
    assert window.page_name() == "inspect"
    qtbot.waitUntil(lambda: window.inspect_page.seen is not None)
    seen = window.inspect_page.seen
    assert seen is not None
    assert seen.found.path.is_relative_to(tested.folder.parents[1])


def test_while_a_run_goes_on_nothing_is_measured(page: ResultsPage, qtbot: QtBot, tested: TinyRun) -> None:
    history = show(page, tested.folder, busy=True)
    assert not measuring(page)
    assert "when it has ended" in page._said.text()
    page.set_run(history, tested.folder, busy=False)
    assert measuring(page)
    page.set_run(history, tested.folder, busy=True)  # the processor is the new run's
    measured(qtbot, page)
    assert page.board.matrix.cells["real_right"].text() == "–"


def test_a_run_whose_images_are_gone_keeps_its_figures(
    page: ResultsPage, qtbot: QtBot, tmp_path: Path, tested: TinyRun
) -> None:
    run = tmp_path / "run"
    run.mkdir()
    for name in ("events.jsonl", "student.pth"):
        (run / name).write_bytes((tested.folder / name).read_bytes())
    text = (tested.folder / "settings.toml").read_text(encoding="utf-8")
    (run / "settings.toml").write_text(text.replace("/data", "/gone"), encoding="utf-8")
    show(page, run)
    measured(qtbot, page)
    assert words(page)[0][2] == "Student"
    assert "measured on the run's images" in page._said.text()


def test_a_student_without_mistakes_is_told_so(qtbot: QtBot) -> None:
    panel = MistakesPanel()
    qtbot.addWidget(panel)
    panel.show_mistakes(())
    assert panel.said.text() == "No image is on the wrong side of the threshold."


def test_a_run_that_goes_on_from_its_end_has_no_final_evaluation_until_it_ends_again() -> None:
    history = golden.history()
    history.add(FINAL)
    started = history.started
    assert started is not None
    history.add(replace(started, step=history.step))
    assert history.final is None
