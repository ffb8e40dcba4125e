"""Which changes made in Set-up a run that is resumed can take over, and how a finished one is trained further."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.advice.allowed_changes import RunPoint
from engine.control import RunControl
from engine.events import CheckpointSaved
from engine.run_folder.checkpoint import load_last
from engine.settings import RunSettings
from engine.settings.changes import with_changes
from gui.run.controller import RunState
from gui.run.resuming import FormChanges, OpenedRun, ResumeDialog, changes_in, point_of, read_run
from tests.gui.helpers import golden
from tests.gui.helpers.small_run import small_settings
from tests.gui.helpers.visit import Visit, set_up

STANDING = RunPoint(stage=2, stage_step=7, calibrated=True)


def test_what_may_change_is_offered_and_nothing_of_another_training(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    run = with_changes(RunSettings(), {"data.train": (here,), "output.name": "a"})
    changed = with_changes(run, {"stage2.head_lr": 0.1, "data.decoded_cache_mb": 1, "output.name": "b"})
    assert changes_in(changed, run, STANDING) == FormChanges(("data.decoded_cache_mb", "stage2.head_lr"))
    for other in ({"data.train": (there,)}, {"seed": 1}):
        assert changes_in(with_changes(changed, other), run, STANDING) == FormChanges()


@pytest.mark.parametrize(
    "change",
    [
        {"loss.alpha_distill": 0.0},
        {"loss.enable_scale_matching": False},
        {"stage2.optimiser": "sgd"},
        {"stage2.trainable": "layer1"},
        {"stage2.accumulate": 2},
    ],
)
def test_what_the_engine_refuses_is_named_and_not_offered(change: dict[str, object]) -> None:
    run, (name,) = RunSettings(), change
    form = with_changes(run, change | {"stage2.head_lr": 0.1})
    assert changes_in(form, run, STANDING) == FormChanges(("stage2.head_lr",), (name,))
    if name.startswith("stage2."):  # another stage, or none of its steps done yet
        for point in (RunPoint(1, 7, calibrated=True), RunPoint(2, 0, calibrated=True)):
            assert set(changes_in(form, run, point).offered) == {"stage2.head_lr", name}


def test_scale_matching_is_offered_only_where_the_teacher_was_calibrated() -> None:
    run = with_changes(RunSettings(), {"loss.enable_scale_matching": False})
    name = "loss.enable_scale_matching"
    assert changes_in(RunSettings(), run, STANDING) == FormChanges((name,))
    assert changes_in(RunSettings(), run, RunPoint(2, 7)) == FormChanges((), (name,))


def test_the_window_knows_from_events_where_a_run_stands() -> None:
    history = golden.history(120)
    for step in (73, 146):
        history.add(CheckpointSaved(stage=2, step=step, name="last", path="last.pt"))
    history.add(CheckpointSaved(stage=2, step=170, name="best", path="student.pth"))
    assert point_of(history) == RunPoint(2, 146, calibrated=True)
    assert point_of(golden.history(3)) == RunPoint()


def test_only_what_is_offered_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    parent, history = QWidget(), golden.history(160)
    qtbot.addWidget(parent)
    assert point_of(history).stage_step > 0
    run = OpenedRun(tmp_path / "a", with_changes(RunSettings(), {"output.name": "a"}), history)
    changes = {"stage2.optimiser": "sgd", "stage2.epochs": 30, "output.save_every_minutes": 3, "output.name": "b"}
    dialog = ResumeDialog(parent, run, with_changes(run.settings, changes))
    assert dialog.settings() == run.settings
    dialog.take_over.setChecked(True)
    wanted = {"stage2.epochs": 30, "output.save_every_minutes": 3}
    assert dialog.settings() == with_changes(run.settings, wanted)
    assert "Not taken over" in dialog.informativeText()
    assert "Optimiser: AdamW → SGD" in dialog.informativeText()


def test_images_and_networks_that_moved_can_be_chosen_again(tmp_path: Path) -> None:
    names = ("data.train", "teacher.checkpoint", "student.checkpoint")
    there = dict.fromkeys(names, tmp_path / "there")
    run = with_changes(RunSettings(), dict.fromkeys(names, tmp_path / "here"))
    assert changes_in(with_changes(run, there), run, STANDING) == FormChanges(names)
    (tmp_path / "here").touch()
    assert changes_in(with_changes(run, there), run, STANDING) == FormChanges()


def test_a_finished_run_is_trained_further(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    visit, run = open_window(), tmp_path / "runs" / "small"
    window, settings = visit.window, small_settings(small_images, tmp_path / "runs", "stage1.enabled=false")
    set_up(visit, settings)
    visit.press("start")
    visit.reach(RunState.FINISHED)
    assert visit.question() is None
    steps = visit.steps()

    def resume_with(change: str) -> None:
        window.setup_page.set_value(small_settings(small_images, tmp_path / "runs", "stage1.enabled=false", change))
        window.commands.resume_run(run)
        visit.answer("Resume")
        visit.reach(RunState.FINISHED)
        qtbot.waitUntil(lambda: not window.controller.busy)

    window.setup_page.set_value(settings.model_copy(update={"seed": 7}))  # another training
    window.commands.resume_run(run)
    visit.answer("Settings into Set-up")
    visit.answer("Discard")  # the other seed is not saved
    assert window.page_name() == "setup"
    assert window.setup_page.value() == settings
    resume_with("output.save_every_minutes=3")
    qtbot.waitUntil(lambda: visit.question() is not None)
    question = visit.question()
    assert question is not None
    assert "Nothing is left to train: all 2 epochs" in question.text()
    assert '"Stage 2: Epochs"' in question.informativeText()
    visit.answer("OK")
    assert visit.steps() == steps
    resume_with("stage2.epochs=3")
    assert visit.steps() == steps * 3 // 2
    assert visit.question() is None
    former = load_last(run / "checkpoints")
    assert former is not None
    point = RunPoint(former.state.stage, former.state.stage_step, calibrated=former.calibration is not None)
    assert point.stage_step > 0
    assert point_of(read_run(run, RunControl()).history) == point  # the window and the engine judge alike


def test_a_finished_run_whose_checkpoint_is_gone_is_not_begun_anew(
    open_window: Callable[[], Visit], qtbot: QtBot, tmp_path: Path
) -> None:
    visit, run = open_window(), golden.write_run(tmp_path / "first", 20_000, end="finished")
    visit.window.commands.resume_run(run)
    qtbot.waitUntil(lambda: visit.question() is not None)
    question = visit.question()
    assert question is not None
    assert "no checkpoint" in question.text()
    visit.answer("OK")


def test_going_on_while_another_run_goes_on_is_refused_in_words(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    """The question of an earlier run stood open while another one was started."""
    visit = open_window()
    commands = visit.window.commands
    set_up(visit, small_settings(small_images, tmp_path / "runs"))
    visit.press("start")
    visit.train_some(1)
    visit.press("stop")
    visit.reach(RunState.STOPPED)
    earlier = commands.shown.folder
    assert earlier is not None
    commands.resume_run(earlier)
    qtbot.waitUntil(lambda: bool(visit.window.findChildren(ResumeDialog)))
    question = visit.window.findChildren(ResumeDialog)[0]
    visit.press("start")
    visit.train_some(1)
    question.go_on.click()
    qtbot.waitUntil(lambda: visit.question() is not None)
    told = visit.question()
    assert told is not None
    assert told.text() == "Another run is going on, and there is one at a time."
    assert visit.window.controller.busy
    visit.answer("OK")
