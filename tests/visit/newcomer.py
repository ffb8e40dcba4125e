"""One whole visit as a newcomer would make it, with a real pointer and keyboard, and a picture of each step.

xvfb-run -a -s "-screen 0 1280x720x24" python -m tests.visit.newcomer PICTURES [--dark]   (needs xdotool; a window
manager such as openbox is used where there is one; with QT_SCALE_FACTOR=1.5 give the screen 1920x1080 pixels)

The program starts as it does for the first time: with a home folder of its own. The visit takes some minutes; what goes
wrong ends it, and is told in PICTURES/visit.json. The pictures are to be looked at.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch  # noqa: F401  before Qt, as in main.py
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from gui.export.dialog import ExportDialog
from gui.run.controller import RunState
from gui.run.resuming import ResumeDialog
from gui.start.app import main as open_window
from gui.start.smoke_driver import SmokeDriver, SmokeResult, Wait
from gui.widgets.path_fields import FoldersField
from gui.window.main_window import MainWindow
from resources.paths import resource
from tests.visit.visitor import Visitor, pause, xdotool

LIMIT_S = 1500
CHAPTERS = (
    "first_look",
    "demo",
    "watch",
    "export",
    "control_run",
    "compare",
    "inspect",
    "own_images",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 if the visit came to its end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", type=Path, help="folder to write the pictures to")
    parser.add_argument("--dark", action="store_true", help="choose the dark colours first")
    parser.add_argument("--chapters", nargs="+", choices=CHAPTERS, default=CHAPTERS, help="only a part of the visit")
    given = parser.parse_args(arguments)
    pictures: Path = given.pictures.absolute()
    pictures.mkdir(parents=True, exist_ok=True)
    result = SmokeResult(pictures / "visit.json", quick=False)
    drivers: list[SmokeDriver] = []

    def visit(window: MainWindow) -> None:
        window.move(0, 0)
        newcomer = Newcomer(window, Visitor(window, pictures), home)
        drivers.append(SmokeDriver(window, newcomer.story(given.chapters, dark=given.dark), result, LIMIT_S))

    with tempfile.TemporaryDirectory() as folder, window_manager():
        home = Path(folder)
        live_in(home)
        code = open_window(["PatchDistill"], on_shown=visit)
        for driver in drivers:
            driver.look()  # the window is closed: the last wait is over
    print("\n".join(f"{step['seconds']:7.2f} s  {step['name']}" for step in result.steps))
    print(result.error or f"The visit came to its end. Pictures: {pictures}")
    return code or int(not result.ok)


class Newcomer:
    """The story, a chapter a method."""

    def __init__(self, window: MainWindow, visitor: Visitor, home: Path) -> None:
        self._window, self._visitor, self._home = window, visitor, home

    def story(self, chapters: Sequence[str], *, dark: bool) -> Iterator[Wait]:
        """From the first start to closing while a run goes on."""
        yield pause("the window is there", 2.0)
        if dark:
            yield from self._visitor.choose("View", "Dark")
        for chapter in chapters:
            yield from getattr(self, chapter)()
        yield from self._leave()

    def first_look(self) -> Iterator[Wait]:
        visitor = self._visitor
        yield from visitor.look("first start")
        yield from visitor.keys("F1")
        yield from visitor.look("help")
        yield from visitor.click(self._window.help_page.search)
        yield from visitor.write("collapse")
        yield from visitor.look("help searched")
        for page in ("Run", "Patches", "Inspect", "Runs"):
            yield from visitor.press(page)
            yield from visitor.look(f"{page} before anything")

    def demo(self) -> Iterator[Wait]:
        """Start the demo, hold it, go on, stop it, resume it."""
        visitor = self._visitor
        yield from visitor.press("Home")
        yield from visitor.press("Try the demo")
        yield from visitor.look("demo is prepared")
        yield self._trained(1)
        yield from visitor.look("demo has begun")
        yield from visitor.press("Pause")
        yield self._state(RunState.PAUSED)
        yield from visitor.look("paused")
        yield from visitor.press("Resume")
        yield self._trained(20)
        yield from visitor.press("Stop")
        yield self._state(RunState.STOPPED)
        yield from visitor.look("stopped")
        yield from visitor.press("Resume")
        yield self._shown(ResumeDialog)
        yield from visitor.look("resume is asked")
        yield from visitor.press("Resume", QDialog)
        yield self._trained(40)

    def watch(self) -> Iterator[Wait]:
        visitor, window = self._visitor, self._window
        canvas = window.run_page.plots.plots["loss"].canvas
        visitor.point(canvas)
        yield from visitor.look("pointing at a curve")
        xdotool("click", "--repeat", "4", "--delay", "60", "4")
        yield from visitor.look("zoomed in")
        yield from visitor.press("Whole run")
        yield from visitor.click(window.run_page.plots.plots["validation"].enlarge_button)
        yield from visitor.look("one plot enlarged")
        yield from visitor.click(window.run_page.plots.plots["validation"].enlarge_button)
        yield Wait("there are patch maps", lambda: bool(window.controller.history.patch_maps))
        yield from visitor.press("Patches")
        visitor.point(window.patches_page, QPoint(200, 200))
        yield from visitor.look("patches")
        yield from visitor.press("Run")
        yield self._state(RunState.FINISHED)
        yield from visitor.look("finished")  # which turns to the results
        yield from visitor.press("Run")
        warnings = window.run_page.warnings
        if warnings.filter.rowCount():
            yield from visitor.choose_row(warnings.table, 0)
            yield from visitor.look("a warning in full")

    def export(self) -> Iterator[Wait]:
        visitor = self._visitor
        yield from visitor.press("Export")
        yield self._shown(ExportDialog)
        yield from visitor.look("export")
        yield from visitor.press("Export", ExportDialog)
        dialog = self._window.findChildren(ExportDialog)[0]
        yield Wait("the student is exported", lambda: dialog.export.isEnabled() and bool(dialog.said.text()))
        yield from visitor.look("exported")
        yield from visitor.press("Close", ExportDialog)

    def control_run(self) -> Iterator[Wait]:
        """The menu's demo from labels only, to its end."""
        yield from self._visitor.choose("Run", "Demo from labels only")
        yield Wait("another run begins", lambda: self._window.controller.busy)
        yield self._trained(20)
        yield from self._visitor.look("labels only")
        yield self._state(RunState.FINISHED)

    def compare(self) -> Iterator[Wait]:
        visitor, page = self._visitor, self._window.runs_panel
        yield from visitor.press("Runs")
        yield Wait("both runs are listed", lambda: page.model.rowCount() == 2 and page.table.isVisible())
        yield from visitor.choose_row(page.table, 0)
        yield from visitor.choose_row(page.table, 1, add=True)
        yield from visitor.press("Compare")
        yield Wait("they are compared", page.comparison.isVisible)
        yield from visitor.look("runs compared")
        yield from visitor.choose_row(page.table, 1)
        yield from visitor.press("Open")
        yield Wait("the run is shown", lambda: self._window.page_name() == "results")
        yield from visitor.look("results")
        yield from visitor.press("Run")
        yield from visitor.look("earlier run")

    def inspect(self) -> Iterator[Wait]:
        visitor, page = self._visitor, self._window.inspect_page
        yield from visitor.press("Inspect")
        yield from visitor.press("Open a picture…")
        yield self._shown(QFileDialog)
        yield from visitor.write(str(next(self._home.rglob("fake/*.jpg"))))
        yield from visitor.keys("Return")
        yield Wait("the picture is looked into", lambda: page.seen is not None)
        yield from visitor.look("inspected")

    def own_images(self) -> Iterator[Wait]:
        """A new project: own folders, labels confirmed, a teacher, fewer epochs."""
        visitor, window = self._visitor, self._window
        folder = paint_images(self._home / "my pictures")
        yield from visitor.press("Set-up")
        yield from visitor.keys("ctrl+n")
        if question := window.findChildren(QMessageBox):
            yield from visitor.look("new project is asked")
            yield from visitor.press(question[0].defaultButton().text(), QMessageBox)
        training = window.setup_page.form.rows["data.train"].field
        assert isinstance(training, FoldersField)
        yield from visitor.click(training.add_folder)
        yield self._shown(QFileDialog)
        yield from visitor.write(str(folder))
        yield from visitor.keys("Return")
        panel = window.setup_page.data_panel
        yield Wait("the images are looked through", lambda: panel.found is not None and not panel.looking)
        yield from visitor.look("own images")
        yield from visitor.press("Start")
        yield from visitor.look("start is refused")
        yield from visitor.turn_to("Images")
        yield from visitor.click(panel.findings.confirmed, QPoint(12, panel.findings.confirmed.height() // 2))
        for page in ("Networks", "Loss", "Stage 1", "Stage 2", "Health rules", "Output"):
            yield from visitor.turn_to(page)
            yield from visitor.look(f"set-up {page}")
        yield from visitor.turn_to("Networks")
        teacher = window.setup_page.form.rows["teacher.checkpoint"].editor
        yield from visitor.click(teacher)
        yield from visitor.write(str(resource("demo", "weights", "teacher.safetensors")))
        yield from visitor.look("teacher chosen")
        yield from visitor.press("Check the teacher")
        checked = window.setup_page.teacher_panel
        yield Wait("the teacher is checked", lambda: not checked.checking)
        yield from visitor.look("teacher checked")
        yield from visitor.press("Start")
        yield Wait("the run begins", lambda: window.controller.busy)
        yield from visitor.look("own run")

    def _leave(self) -> Iterator[Wait]:
        """Close; while a run goes on, once staying and once leaving."""
        visitor, window = self._visitor, self._window
        if window.controller.busy:
            yield from visitor.keys("ctrl+q")
            yield from visitor.look("closing is asked")
            yield from visitor.press("Keep training", QMessageBox)
            assert window.controller.busy
        yield from visitor.keys("ctrl+q")
        if window.controller.busy:
            yield self._shown(QMessageBox)
            question = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
            yield from visitor.press(question.defaultButton().text(), QMessageBox)
        yield Wait("the window is closed", lambda: not window.isVisible())

    def _trained(self, reports: int) -> Wait:
        history = self._window.controller
        return Wait(f"{reports} reports of training", lambda: len(history.history.steps) >= reports)

    def _state(self, state: RunState) -> Wait:
        return Wait(f"the run is {state}", lambda: self._window.controller.state == state)

    def _shown(self, kind: type[QDialog]) -> Wait:
        return Wait(f"{kind.__name__} is shown", lambda: any(d.isVisible() for d in self._window.findChildren(kind)))


def paint_images(folder: Path) -> Path:
    """Grainy pictures that count as real and smooth ones that count as fake, as the demo's teacher sees it too."""
    rng = np.random.default_rng(0)
    for name, grain in (("real", 24), ("fake", 4)):
        (folder / name).mkdir(parents=True)
        for number in range(40):
            ground = Image.fromarray(rng.integers(40, 215, (6, 6, 3), np.uint8)).resize((160, 128))
            pixels = np.asarray(ground, np.float64) + rng.normal(0, grain, (128, 160, 3))
            Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(folder / name / f"{number:02}.png")
    return folder


def live_in(home: Path) -> None:
    """Let the program find its own files here, as on a computer where it never ran."""
    os.environ["HOME"] = str(home)
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)


@contextmanager
def window_manager() -> Iterator[None]:
    """One that gives windows the keyboard, while it lasts, if there is one."""
    program = shutil.which("openbox")
    process = subprocess.Popen([program]) if program else None
    try:
        yield
    finally:
        if process is not None:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
