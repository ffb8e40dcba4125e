"""Which changes made in Set-up a run that is resumed can take over, and how a finished one is trained further."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from engine.settings import RunSettings
from engine.settings_file import with_changes
from gui.resuming import changes_to_take_over
from gui.run_controller import RunState
from tests.gui import golden
from tests.gui.small_run import small_settings
from tests.gui.visit import Visit, set_up


def test_what_may_change_is_offered_and_nothing_of_another_training(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    run = with_changes(RunSettings(), {"data.train": (here,), "output.name": "a"})
    changed = with_changes(run, {"stage2.head_lr": 0.1, "data.decoded_cache_mb": 1, "output.name": "b"})
    assert changes_to_take_over(run, changed) == ("data.decoded_cache_mb", "stage2.head_lr")
    for other in ({"data.train": (there,)}, {"seed": 1}):
        assert changes_to_take_over(run, with_changes(changed, other)) == ()


def test_images_and_networks_that_moved_can_be_chosen_again(tmp_path: Path) -> None:
    names = ("data.train", "teacher.checkpoint", "student.checkpoint")
    there = dict.fromkeys(names, tmp_path / "there")
    run = with_changes(RunSettings(), dict.fromkeys(names, tmp_path / "here"))
    assert changes_to_take_over(run, with_changes(run, there)) == names
    (tmp_path / "here").touch()
    assert changes_to_take_over(run, with_changes(run, there)) == ()


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
    visit.answer("Go on")  # the other seed is not saved
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
