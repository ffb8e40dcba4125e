"""`--smoke-test`: the real window trains, stops, resumes, exports and scores the demo, and a file says how it went."""

import faulthandler
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.files import remove_abandoned
from engine.settings import RunSettings
from engine.settings.toml_file import save_settings
from gui.background.background_task import BackgroundTask
from gui.export.dialog import ExportDialog
from gui.project.preferences import PreferencesFile
from gui.run.controller import RunState
from gui.run.resuming import ResumeDialog
from gui.start.app import main as open_window
from gui.start.smoke_driver import SmokeDriver, SmokeResult, Wait, seconds_since_start
from gui.window.main_window import MainWindow

if TYPE_CHECKING:
    from engine.demo.images import DemoSplit

LIMIT_S, GRACE_S = 1800, 60  # a busy computer under Wine is slow
FOLDER = "PatchDistill äß 图 "  # beginning of its name
QUICK_SPLITS = {
    "train": ("train/c*.webp", 48),
    "val": ("val/ch*.webp", 16),
    "test/unseen_generator": ("val/ch*.webp", 8),
}
QUICK_FORMATS = ("pth", "onnx")
SETTINGS = (
    "data.batch_size=8",
    "stage1.optimiser=adamw",
    "stage1.epochs=2",
    "stage1.warmup_epochs=0",
    "stage2.epochs=3",
    "control.when=never",
    "machine.threads=1",  # several that wait for each other on a busy computer are slower
    "output.report_every=1",
    "output.name=Smoke test",
)


def main(file: Path, close_splash: Callable[[], None], *, quick: bool) -> int:
    """Exit code 0 only if every step went well, which the file tells; torch must have been imported before."""
    result = SmokeResult(file.absolute(), quick)
    remove_abandoned(Path(tempfile.gettempdir()), FOLDER)
    folder = Path(tempfile.mkdtemp(prefix=FOLDER))
    drivers: list[SmokeDriver] = []

    def drive(window: MainWindow) -> None:
        close_splash()
        drivers.append(SmokeDriver(window, SmokeScript(window, folder, result).steps(), result, LIMIT_S))

    preferences = PreferencesFile(folder / "preferences.json")
    preferences.update(language="en")  # in which the script reads what the window says

    with result.file.with_suffix(".stacks.txt").open("w", encoding="utf-8") as stacks:
        faulthandler.dump_traceback_later(LIMIT_S + GRACE_S, exit=True, file=stacks)
        code = open_window(["PatchDistill"], preferences, drive, folder / "logs")
        for driver in drivers:
            driver.look()  # the window is closed: the last wait is over
        faulthandler.cancel_dump_traceback_later()
    result.file.with_suffix(".stacks.txt").unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    return code or (0 if result.ok else 1)


class SmokeScript:
    """What a user does, one step after the other; everything is written below ``folder``."""

    def __init__(self, window: MainWindow, folder: Path, result: SmokeResult) -> None:
        self._window, self._folder, self._result = window, folder, result
        self._settings: RunSettings | None = None
        self._task = BackgroundTask(window)
        self._task.finished.connect(self._built)

    def steps(self) -> Iterator[Wait]:
        """The whole visit."""
        refuse_qt_first(sys.modules)
        yield Wait("window is shown", lambda: self._window.isVisible() and not self._window.visibleRegion().isEmpty())
        self._result.figures["seconds_to_window"] = round(seconds_since_start(), 2)
        yield from self._set_up()
        yield from self._train()
        yield from self._export()
        yield from self._score()
        self._window.close()
        yield Wait("window is closed", lambda: not self._window.isVisible())

    def _set_up(self) -> Iterator[Wait]:
        self._task.start(_build_demo(self._folder, quick=self._result.quick))
        yield Wait("demo images are built", lambda: self._settings is not None)
        assert self._settings is not None
        project = self._folder / "smoke test.toml"
        save_settings(self._settings, project)
        self._window.project.open(project)
        panel = self._window.setup_page.data_panel
        yield Wait("images are looked through", lambda: panel.found is not None and not panel.looking)
        panel.findings.confirmed.setChecked(True)

    def _train(self) -> Iterator[Wait]:
        self._press("start")
        yield Wait("stage 1 trains", lambda: self._in_stage(1))
        self._press("pause")
        yield self._state(RunState.PAUSED)
        self._press("resume")
        yield Wait("stage 2 trains", lambda: self._in_stage(2))
        self._press("stop")
        yield self._state(RunState.STOPPED)
        self._press("resume")
        yield Wait("resuming is offered", lambda: bool(self._window.findChildren(ResumeDialog)))
        self._window.findChildren(ResumeDialog)[0].go_on.click()
        yield self._state(RunState.FINISHED)
        history = self._window.controller.history
        self._result.figures["steps"] = len(history.steps)

    def _export(self) -> Iterator[Wait]:
        self._press("export")
        dialog = self._window.findChildren(ExportDialog)[0]
        for name, row in dialog.rows.items():
            row.box.setChecked(name in QUICK_FORMATS or not self._result.quick)
        formats = dialog.formats()
        dialog.accept_weak.setChecked(True)  # a few steps may teach little
        dialog.export.click()
        yield Wait("student is exported and proven", dialog.export.isEnabled)
        written = sorted(path.name for path in (dialog.run / "exports").iterdir())
        self._result.figures["exported"] = written
        if not dialog.said.text().startswith(f"{len(formats)} of {len(formats)} "):
            raise EngineError(f"The export said: {dialog.said.text()}")
        dialog.close()

    def _score(self) -> Iterator[Wait]:
        self._window.show_page("inspect")
        page = self._window.inspect_page
        picture = next((self._folder / "demo").rglob("fake/*.jpg"))
        page.inspect(picture)
        yield Wait("a picture is scored", lambda: page.seen is not None)

    def _press(self, name: str) -> None:
        action = self._window.actions_by_name[name]
        if not action.isEnabled():
            raise EngineError(f"{action.text()} cannot be pressed, the run is {self._window.controller.state}.")
        action.trigger()
        problems = [
            problem.message for problem in self._window.setup_page.form.problems() if problem.severity == "error"
        ]
        if problems:
            raise EngineError(" ".join(problems))

    def _state(self, state: RunState) -> Wait:
        return Wait(f"the run is {state}", lambda: self._window.controller.state == state)

    def _in_stage(self, stage: int) -> bool:
        last = self._window.controller.history.last_step
        return last is not None and last.stage == stage

    def _built(self, settings: RunSettings | None, error: EngineError | None) -> None:
        if error is not None:
            raise error
        self._settings = settings


def _build_demo(folder: Path, *, quick: bool) -> Callable[[RunControl, Emit], object]:
    """The demo's settings on images below ``folder``."""

    def build(control: RunControl, _emit: Emit) -> object:
        from engine.demo.images import SPLITS, build_demo_data
        from engine.demo.training import demo_settings
        from engine.settings.toml_file import quoted

        splits = [_smaller(split) for split in SPLITS] if quick else SPLITS
        data = build_demo_data(folder / "demo", should_stop=lambda: control.stopping, splits=splits)
        return demo_settings(data, (*SETTINGS, f"output.folder={quoted(folder / 'runs')}"))

    return build


def refuse_qt_first(modules: Iterable[str]) -> None:
    """On Windows torch cannot be loaded once Qt has been (WinError 1114); ``modules`` in the order of their import."""
    order = [name for name in modules if name in ("torch", "PySide6")]
    if order != ["torch", "PySide6"]:
        raise EngineError(f"Torch has to be imported before Qt, and the order was: {', '.join(order)}.")


def _smaller(split: "DemoSplit") -> "DemoSplit":
    photos, tiles = QUICK_SPLITS[split.folder]
    return replace(split, photos=photos, tiles=tiles)
