"""The strip of a run: figures that are green only where they are good, one sentence, and no jumping."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.events import (
    BestStudent,
    FinalEvaluated,
    PhaseChanged,
    Progress,
    RemedyApplied,
    RunFinished,
    RunStarted,
    Scores,
    Validated,
)
from engine.settings import RunSettings
from gui.history.run_history import RunHistory
from gui.history.run_progress import time_left
from gui.history.verdict import judged, verdict
from gui.run.health_words import HEALED, WELL, health_sentence
from gui.run.page import RunPage
from tests.engine.run_folder.test_control_run import LABELS, write_run
from tests.gui.helpers import golden
from tests.gui.helpers.setup_driver import end_tasks
from tests.gui.run.test_status import shown


@pytest.mark.parametrize(
    ("auc", "images", "teacher", "role"),
    [
        (0.951, 240, 0.925, "good"),
        (0.498, 240, 0.925, "bad"),
        (0.681, 2000, 1.000, "warning"),  # was green beside its teacher
        (0.681, 2000, None, "warning"),
        (0.90, 2000, None, "good"),
        (0.90, 2000, 0.999, "good"),
        (0.80, 10, None, "warning"),  # guesses may reach that on ten images
        (None, 10, None, "muted"),
    ],
)
def test_one_function_decides_what_is_good(auc: float | None, images: int, teacher: float | None, role: str) -> None:
    assert judged(auc, RunSettings(), images, teacher).role == role


def test_a_student_that_fails_on_test_is_not_green_however_good_validation_was() -> None:
    history = golden.history()
    assert verdict(history).role == "good"
    history.add(FinalEvaluated(student={"test": Scores(images=500, auc=0.51)}, teacher={}))
    assert verdict(history).role == "bad"
    assert verdict(history).words.startswith("on the test images it is 0.510: that is hardly better than guessing")


def test_the_strip_tells_name_and_aucs(qtbot: QtBot) -> None:
    history = golden.history(200)
    panel = shown(qtbot, history, live=True)
    last, best = history.last_validation, history.best
    assert history.started is not None
    assert panel.name.text() == history.started.run.rpartition("/")[2]
    assert last is not None and best is not None and best.scores.auc is not None
    assert panel.figures["now"].text() == f"AUC now {last.scores.auc:.3f}"
    assert panel.figures["best"].text() == f"best {best.scores.auc:.3f}"
    assert panel.figures["teacher"].text() == "teacher 0.925"
    assert panel.bars["Run"].words.endswith(" left")
    assert not panel.details.isVisible()
    panel.fold.click()
    assert panel.details.isVisible()


def test_a_best_auc_that_is_a_guess_is_not_green_while_the_run_goes_on(qtbot: QtBot) -> None:
    history = golden.history(119)
    validated = next(event for event in golden.events() if isinstance(event, Validated))
    history.add(replace(validated, step=history.step, best=True, scores=replace(validated.scores, auc=0.498)))
    panel = shown(qtbot, history, live=True)
    assert panel.figures["best"].property("role") == "bad"


def test_words_never_move_what_is_under_the_strip(qtbot: QtBot) -> None:
    history = RunHistory()
    panel = shown(qtbot, history, live=True)
    panel.resize(700, panel.sizeHint().height())
    heights = {panel.sizeHint().height()}
    for count, event in enumerate(golden.events()):
        history.add(event)
        if count % 10 == 0:
            panel.refresh()
            heights.add(panel.sizeHint().height())
    end = next(event for event in golden.events() if isinstance(event, RunFinished))
    history.add(replace(end, reason="failed", message="The disk is full. " * 30, remedy="Free some space."))
    panel.refresh()
    assert heights == {panel.sizeHint().height()}
    assert "The disk is full" in panel.sentence.text()
    assert panel.minimumSizeHint().width() < 700


def test_the_sentence_tells_the_gravest_until_it_is_healed() -> None:
    history = golden.history()
    history.finished = None
    row = next(row for row in history.alerts.values() if row.severity == "warning")
    said = health_sentence(history, live=True)
    assert said.role in ("warning", "bad")
    for other in list(history.alerts):
        if other != row.key:
            del history.alerts[other]
    assert row.message in health_sentence(history, live=True).text
    history.add(
        RemedyApplied(
            stage=row.stage,
            step=row.last_step,
            label="Less",
            changes={},
            origin="user",
            start="next_step",
            rule=row.rule,
            subject=row.subject,
        )
    )
    for key, answer in list(history.answers.found.items()):
        history.answers.found[key] = replace(answer, healed=True)
    assert health_sentence(history, live=True).text == HEALED
    history.alerts.clear()
    assert health_sentence(history, live=True).text == WELL
    assert health_sentence(history, live=True).role != "good"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "less than a minute left"),
        (70, "about 1 minute left"),
        (600, "about 10 minutes left"),
        (3 * 3600 + 60, "about 3 hours left"),
        (90 * 3600, "about 4 days left"),
    ],
)
def test_the_time_left_is_said_in_plain_words(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


def test_an_unhealthy_best_student_is_no_good_one() -> None:
    history, end = golden.history(), next(event for event in golden.events() if isinstance(event, RunFinished))
    history.add(replace(end, best=BestStudent(0.951, 2, 19, healthy=False)))
    assert verdict(history).role == "warning"


def test_the_labels_only_twin_beside_a_run_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    history, page = golden.history(), RunPage()
    qtbot.addWidget(page, before_close_func=end_tasks)
    page.show()
    taught = write_run(tmp_path / "taught", 0.95)
    write_run(tmp_path / "labels", 0.83, *LABELS)
    assert history.started is not None
    history.started = replace(history.started, run=str(taught))
    page.set_run(history, "taught")
    control = page.status.figures["control"]
    assert not control.isVisible()
    qtbot.waitUntil(control.isVisible)
    assert control.text() == "labels only 0.830"
    page.set_run(golden.history(), "golden")
    assert not control.isVisible()


def test_before_the_first_step_nothing_is_promised(qtbot: QtBot) -> None:
    panel = shown(qtbot, golden.history(3), live=True)
    assert panel.bars["Run"].words == "Run: how long it will take is not known yet"
    assert panel.sentence.text() == "Nothing to judge yet: no step has been reported."


def test_until_steps_can_be_counted_the_strip_shows_the_piece_of_work_at_hand(qtbot: QtBot) -> None:
    """Large photographs are read for most of a minute before, and the count lay behind Details."""
    history = RunHistory(RunSettings())
    history.add(RunStarted(run="runs/large", device="cpu", version="0"))
    history.add(Progress(task="statistics", done=7, total=15, unit="batches"))
    panel = shown(qtbot, history, live=True)
    bar = panel.bars["Run"]
    assert bar.words == "Reading training images: 7 of 15 batches: how long it will take is not known yet"
    assert bar.bar.value() / bar.bar.maximum() == pytest.approx(7 / 15, abs=0.01)
    history.add(PhaseChanged(phase="calibrating", text=""))
    panel.refresh()
    assert bar.bar.maximum() == 0, "busy while nothing is counted"
