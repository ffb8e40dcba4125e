"""The whole window with the real engine: start, pause, stop, close, reopen, resume, finish, export."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.settings import RunSettings
from engine.settings_file import load_settings, save_settings
from gui.export_dialog import ExportDialog
from gui.run_controller import RunState
from tests.gui.visit import LONG, Visit, set_up

SIDE, IMAGES = 48, 12


def write_images(folder: Path) -> Path:
    """Noise (real) against the same noise at half the size, brought back up (fake)."""
    rng = np.random.default_rng(0)
    for split in ("train", "val"):
        for name in ("real", "fake"):
            (folder / split / name).mkdir(parents=True)
            for number in range(IMAGES):
                side = SIDE if name == "real" else SIDE // 2
                image = Image.fromarray(rng.integers(0, 255, (side, side, 3), dtype=np.uint8))
                image.resize((SIDE, SIDE), Image.Resampling.NEAREST).save(folder / split / name / f"{number}.png")
    return folder


def small_settings(images: Path, runs: Path, *overrides: str) -> RunSettings:
    """Labels only, a stage 1 that lasts until it is stopped, and a short stage 2."""
    return load_settings(
        None,
        (
            f"data.train=['{images.as_posix()}']",
            f"data.size={SIDE}",
            "data.batch_size=4",
            "loss.alpha_distill=0",
            "loss.alpha_task=1",
            "stage1.optimiser=adamw",
            "stage1.epochs=2000",
            "stage1.validate_every=1000",
            "stage1.early_stop=0",
            "stage2.epochs=2",
            "stage2.warmup_epochs=0",
            "output.report_every=1",
            "output.name=small",
            f"output.folder='{runs.as_posix()}'",
            *overrides,
        ),
    )


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_images(tmp_path_factory.mktemp("images"))


def test_a_first_visit_cannot_start_and_is_told_why(open_window: Callable[[], Visit]) -> None:
    visit = open_window()
    assert visit.enabled() == {"start"}
    visit.press("page_help")
    visit.press("start")
    assert visit.window.page_name() == "setup"
    assert "data.train" in {problem.setting for problem in visit.window.setup_page.form.problems()}
    assert visit.window.controller.state == RunState.IDLE


def test_the_guide_opens_before_its_page_was_built(open_window: Callable[..., Visit]) -> None:
    visit = open_window(complete=False)
    visit.press("guide")
    assert visit.window.page_name() == "help"


def test_stop_close_reopen_resume_finish_and_export(
    open_window: Callable[[], Visit], qtbot: QtBot, images: Path, tmp_path: Path
) -> None:
    """One whole story, in the middle of stage 1."""
    visit = open_window()
    set_up(visit, small_settings(images, tmp_path / "runs"))
    visit.press("start")
    assert visit.window.page_name() == "run"
    visit.train_some()
    assert visit.enabled() == {"pause", "stop"}
    visit.press("pause")
    visit.reach(RunState.PAUSED)
    assert visit.enabled() == {"resume", "stop"}
    visit.press("resume")
    visit.train_some(visit.steps() + 3)
    assert "Stage 1, epoch" in visit.window.badge.words.text()

    visit.window.close()
    visit.answer("Keep training")
    assert visit.window.controller.busy
    visit.window.close()
    visit.answer("Stop, save and close")
    qtbot.waitUntil(lambda: not visit.window.isVisible(), timeout=LONG)
    steps = visit.steps()
    finished = visit.window.controller.history.finished
    assert finished is not None
    assert finished.reason == FinishReason.STOPPED

    again = open_window()
    run = tmp_path / "runs" / "small"
    again.window.commands.open_run(run)
    qtbot.waitUntil(lambda: again.window.commands.shown.folder == run, timeout=LONG)
    assert len(again.window.commands.shown.history.steps) == steps
    assert again.enabled() == {"start", "resume"}
    short = small_settings(images, tmp_path / "runs", "stage1.epochs=1")
    set_up(again, short)
    again.press("resume")
    qtbot.waitUntil(lambda: again.question() is not None, timeout=LONG)
    question = again.question()
    assert question is not None
    assert f"stage 1, step {finished.step:,}" in question.informativeText()
    assert "Stage 1: Epochs: 2000 → 1" in question.informativeText()
    question.checkBox().setChecked(True)
    again.answer("Resume")
    again.reach(RunState.FINISHED)
    assert again.enabled() == {"start", "export"}
    assert again.window.controller.history.steps.steps[0] == 1

    again.press("export")
    dialog = again.window.findChildren(ExportDialog)[0]
    again.press("export")
    assert again.window.findChildren(ExportDialog) == [dialog]  # brought to the front, not opened twice
    assert dialog.isVisible()
    dialog.accept_weak.setChecked(True)
    dialog.export.click()
    qtbot.waitUntil((run / "exports" / "small.pth").exists, timeout=LONG)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=LONG)
    assert "AUC" in dialog.rows["pth"].outcome.text()
    again.press("page_inspect")
    assert again.window.inspect_page.student.value() == run / "student.pth"
    again.window.close()
    qtbot.waitUntil(lambda: not again.window.isVisible(), timeout=LONG)
    qtbot.waitUntil(lambda: not again.window.findChildren(ExportDialog), timeout=LONG)


def test_a_new_run_can_be_looked_into_as_soon_as_it_has_a_student(
    open_window: Callable[[], Visit], qtbot: QtBot, images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    set_up(visit, small_settings(images, tmp_path / "runs", "stage1.epochs=1"))
    visit.press("start")
    visit.press("page_inspect")
    student = visit.window.inspect_page.student
    qtbot.waitUntil(lambda: student.value() == tmp_path / "runs" / "small" / "student.pth", timeout=LONG)
    visit.reach(RunState.FINISHED)
    student.set_value(None)
    visit.press("page_run")
    visit.press("page_inspect")
    assert student.value() is None  # what the user chose stays


def test_a_run_that_fails_says_why(open_window: Callable[[], Visit], images: Path, tmp_path: Path) -> None:
    visit = open_window()
    (tmp_path / "runs").write_text("a file where the folder should be", encoding="utf-8")
    set_up(visit, small_settings(images, tmp_path / "runs"))
    visit.press("start")
    visit.reach(RunState.FAILED)
    question = visit.question()
    assert question is not None
    assert "runs" in question.text()
    visit.answer("OK")


def test_a_project_is_saved_and_opened_and_a_broken_one_changes_nothing(
    open_window: Callable[[], Visit], images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    window = visit.window
    settings = small_settings(images, tmp_path / "runs")
    save_settings(settings, tmp_path / "mine.toml")
    assert window.project.open(tmp_path / "mine.toml")
    assert window.setup_page.value() == settings
    assert window.windowTitle() == "mine[*] – PatchDistill"
    assert not window.isWindowModified()
    (tmp_path / "broken.toml").write_text("[stage1\nepochs = many", encoding="utf-8")
    assert not window.project.open(tmp_path / "broken.toml")
    visit.answer("OK")
    assert window.setup_page.value() == settings
    window.setup_page.set_value(small_settings(images, tmp_path / "runs", "stage2.epochs=7"))
    window.project.save()
    assert load_settings(tmp_path / "mine.toml").stage2.epochs == 7


def test_keys_turn_the_pages_and_f1_opens_the_guide_to_this_page(open_window: Callable[[], Visit]) -> None:
    visit = open_window()
    window = visit.window
    with visit.qtbot.waitActive(window):
        window.activateWindow()
    for number, page in enumerate(("setup", "run", "patches", "inspect", "runs", "help"), start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.page_name() == page
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.page_name() == "help"
    assert window.help_page.list.currentItem().text() == "Earlier runs"
