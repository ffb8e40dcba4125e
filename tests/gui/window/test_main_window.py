"""The whole window with the real engine: start, pause, stop, close, reopen, resume, finish, export."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from engine.control import FinishReason
from engine.events import RunFinished
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, save_settings
from gui.export.dialog import ExportDialog
from gui.project.preferences import PreferencesFile
from gui.run.controller import RunState
from tests.gui.helpers.small_run import small_settings
from tests.gui.helpers.visit import Visit, set_up


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
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    """One whole story, in the middle of stage 1."""
    visit, run = open_window(), tmp_path / "runs" / "small"
    set_up(visit, small_settings(small_images, tmp_path / "runs"))
    start_pause_and_go_on(visit)
    finished = close_while_it_runs(visit)

    again = open_window()
    again.window.commands.open_run(run)
    qtbot.waitUntil(lambda: again.window.commands.shown.folder == run)
    assert len(again.window.commands.shown.history.steps) == visit.steps()
    assert again.enabled() == {"start", "resume"}
    set_up(again, small_settings(small_images, tmp_path / "runs", "stage1.epochs=1", "machine.keep_awake=false"))
    resume_with_the_change(again, f"stage 1, step {finished.step:,}")
    again.reach(RunState.FINISHED)
    assert again.enabled() == {"start", "export"}
    assert again.window.controller.history.steps.steps[0] == 1

    export_weights(again, run)
    again.press("page_inspect")
    assert again.window.inspect_page.student.value() == run / "student.pth"
    again.window.close()
    qtbot.waitUntil(lambda: not again.window.isVisible())
    qtbot.waitUntil(lambda: not again.window.findChildren(ExportDialog))


def start_pause_and_go_on(visit: Visit) -> None:
    """Each command is there only while it can do what it says."""
    visit.press("start")
    assert visit.window.page_name() == "run"
    visit.train_some()
    assert visit.enabled() == {"pause", "stop"}
    visit.press("pause")
    visit.reach(RunState.PAUSED)
    assert visit.enabled() == {"resume", "stop"}
    visit.press("resume")
    visit.train_some(visit.steps() + 3)
    assert "Stage 1, epoch" in visit.window.badge.text


def close_while_it_runs(visit: Visit) -> RunFinished:
    """Once the user stays, once the run is stopped and the window closes."""
    visit.window.close()
    visit.answer("Keep training")
    assert visit.window.controller.busy
    visit.window.close()
    visit.answer("Stop, save and close")
    visit.qtbot.waitUntil(lambda: not visit.window.isVisible())
    finished = visit.window.controller.history.finished
    assert finished is not None
    assert finished.reason == FinishReason.STOPPED
    return finished


def resume_with_the_change(visit: Visit, place: str) -> None:
    """The question names the place and what was changed in Set-up since."""
    visit.press("resume")
    visit.qtbot.waitUntil(lambda: visit.question() is not None)
    question = visit.question()
    assert question is not None
    assert place in question.informativeText()
    assert "Stage 1: Epochs: 2,000 → 1" in question.informativeText()
    assert "Keep the computer awake: on → off" in question.informativeText()
    question.checkBox().setChecked(True)
    visit.answer("Resume")


def export_weights(visit: Visit, run: Path) -> None:
    """A second press brings the dialog to the front instead of opening another."""
    visit.press("export")
    dialog = visit.window.findChildren(ExportDialog)[0]
    visit.press("export")
    assert visit.window.findChildren(ExportDialog) == [dialog]
    assert dialog.isVisible()
    dialog.accept_weak.setChecked(True)
    dialog.export.click()
    visit.qtbot.waitUntil((run / "exports" / "small.pth").exists)
    visit.qtbot.waitUntil(dialog.export.isEnabled)
    assert "AUC" in dialog.rows["pth"].outcome.text()


def test_a_new_run_can_be_looked_into_as_soon_as_it_has_a_student(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    set_up(visit, small_settings(small_images, tmp_path / "runs", "stage1.epochs=1"))
    visit.press("start")
    visit.press("page_inspect")
    student = visit.window.inspect_page.student
    qtbot.waitUntil(lambda: student.value() == tmp_path / "runs" / "small" / "student.pth")
    visit.reach(RunState.FINISHED)
    student.set_value(None)
    visit.press("page_run")
    visit.press("page_inspect")
    assert student.value() is None  # what the user chose stays


def test_a_run_that_fails_says_why(open_window: Callable[[], Visit], small_images: Path, tmp_path: Path) -> None:
    visit = open_window()
    (tmp_path / "runs").write_text("a file where the folder should be", encoding="utf-8")
    set_up(visit, small_settings(small_images, tmp_path / "runs"))
    visit.press("start")
    visit.reach(RunState.FAILED)
    question = visit.question()
    assert question is not None
    assert "runs" in question.text()
    visit.answer("OK")


def test_settings_that_never_had_a_file_are_offered_at_the_next_start(
    open_window: Callable[..., Visit], tmp_path: Path
) -> None:
    first = open_window()
    changed = first.window.setup_page.value().model_copy(update={"seed": 7})
    first.window.setup_page.set_value(changed)
    first.window.close()
    first.qtbot.waitUntil(lambda: not first.window.isVisible())
    second = open_window()
    offered = PreferencesFile(tmp_path / "preferences.json").value.recent_projects
    assert [path.stem for path in offered] == ["Unsaved project"]
    assert second.open_project(offered[0])
    assert second.window.setup_page.value() == changed


def test_a_project_is_saved_and_opened_and_a_broken_one_changes_nothing(
    open_window: Callable[[], Visit], small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    window = visit.window
    settings = small_settings(small_images, tmp_path / "runs")
    save_settings(settings, tmp_path / "mine.toml")
    assert visit.open_project(tmp_path / "mine.toml")
    assert window.setup_page.value() == settings
    assert window.windowTitle() == "mine[*] – PatchDistill"
    assert not window.isWindowModified()
    (tmp_path / "broken.toml").write_text("[stage1\nepochs = many", encoding="utf-8")
    assert not visit.open_project(tmp_path / "broken.toml")
    visit.answer("OK")
    assert window.setup_page.value() == settings
    window.setup_page.set_value(small_settings(small_images, tmp_path / "runs", "stage2.epochs=7"))
    window.project.save()
    visit.qtbot.waitUntil(lambda: not window.project.modified)
    assert load_settings(tmp_path / "mine.toml").stage2.epochs == 7


def test_a_project_is_found_again_from_another_folder(
    open_window: Callable[[], Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(RunSettings(), tmp_path / "mine.toml")
    monkeypatch.chdir(tmp_path)
    assert open_window().open_project(Path("mine.toml"))
    assert PreferencesFile(tmp_path / "preferences.json").value.recent_projects == (tmp_path / "mine.toml",)


def test_closing_beside_a_run_tells_what_would_be_lost(
    open_window: Callable[[], Visit], small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    settings = small_settings(small_images, tmp_path / "runs")
    set_up(visit, settings)
    visit.window.project.take(settings, tmp_path / "mine.toml")
    visit.press("start")
    visit.window.close()
    question = visit.question()
    assert question is not None
    assert question.informativeText() == "It is still preparing, so there is nothing to save: it would begin anew."
    visit.answer("Keep training")
    visit.train_some()
    visit.window.setup_page.form.rows["stage2.epochs"].field.set_value(7)
    visit.window.close()
    question = visit.question()
    assert question is not None
    assert "can be resumed later" in question.informativeText()
    assert '"mine" has changes that are not saved. They would be lost.' in question.informativeText()
    visit.answer("Stop, save and close")
    visit.qtbot.waitUntil(lambda: not visit.window.isVisible())


def test_logging_off_saves_the_run_and_unsaved_changes(
    open_window: Callable[[], Visit], qapp: QApplication, small_images: Path, tmp_path: Path
) -> None:
    """Qt says aboutToQuit when Windows ends the session, and Windows ends the program right after it."""
    visit, settings = open_window(), small_settings(small_images, tmp_path / "runs")
    set_up(visit, settings)
    visit.window.project.take(settings, tmp_path / "mine.toml")
    visit.press("start")
    visit.train_some()
    visit.window.setup_page.form.rows["stage2.epochs"].field.set_value(7)
    qapp.aboutToQuit.emit()
    last = list(read_events(tmp_path / "runs" / "small"))[-1]
    assert isinstance(last, RunFinished)
    assert last.reason == FinishReason.STOPPED
    kept = PreferencesFile(tmp_path / "preferences.json").value.recent_projects[0]
    assert kept.stem == "Unsaved project"
    assert load_settings(kept).stage2.epochs == 7
    assert not (tmp_path / "mine.toml").exists()
    visit.window.project.take(settings, None)


def test_the_demo_asks_before_it_takes_the_place_of_unsaved_settings(open_window: Callable[[], Visit]) -> None:
    visit = open_window()
    epochs = visit.window.setup_page.form.rows["stage2.epochs"].field
    epochs.set_value(7)
    visit.press("demo")
    visit.answer("Cancel")
    assert epochs.value() == 7
    assert not visit.window.controller.busy


def test_the_demo_asked_for_twice_is_prepared_once(open_window: Callable[[], Visit], qtbot: QtBot) -> None:
    visit = open_window()
    visit.press("demo")
    visit.press("demo")

    def shown() -> list[QProgressDialog]:
        return [dialog for dialog in visit.window.findChildren(QProgressDialog) if dialog.isVisible()]

    assert len(shown()) == 1
    shown()[0].cancel()
    qtbot.waitUntil(lambda: not shown())
    assert not visit.window.controller.busy


def test_a_run_that_is_started_meanwhile_ends_the_demo_s_preparation(
    open_window: Callable[[], Visit], qtbot: QtBot, small_images: Path, tmp_path: Path
) -> None:
    visit = open_window()
    settings = small_settings(small_images, tmp_path / "runs")
    set_up(visit, settings)
    visit.press("demo")
    visit.press("start")
    qtbot.waitUntil(lambda: not [d for d in visit.window.findChildren(QProgressDialog) if d.isVisible()])
    assert visit.window.setup_page.value() == settings
    assert visit.window.controller.history.settings == settings


def test_keys_turn_the_pages_and_f1_opens_the_guide_to_this_page(open_window: Callable[[], Visit]) -> None:
    visit = open_window()
    window = visit.window
    with visit.qtbot.waitActive(window):
        window.activateWindow()
    pages = ("setup", "run", "results", "patches", "inspect", "try_it", "runs", "queue", "help")
    for number, page in enumerate(pages, start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.page_name() == page
    QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.page_name() == "help"
    assert window.help_page.list.currentItem().text() == "Earlier runs"
