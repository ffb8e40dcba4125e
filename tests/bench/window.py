"""Measures the window during a real training: event-loop delay, training rate with and without it, first paint.

python -m tests.bench.window [--seconds 60] [--set section.key=value ...]   (under an X display, or offscreen)

The rate without the window is taken in the same run: in every other period the window's thread sleeps, as if there
were no window. Compared are the stretches between two reports of an epoch that lie in one period, so that neither a
validation nor the change from one kind of period to the other counts for or against the window.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch  # noqa: F401  before Qt, as in main.py
from PySide6.QtCore import QEventLoop, QThread, QTimer

from engine.demo.images import build_demo_data
from engine.demo.training import demo_settings
from engine.events import StepDone
from engine.machine.allocator import keep_freed_memory
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings
from gui.background.garbage_collector import GarbageCollector
from gui.history.run_history import RunHistory
from gui.project.preferences import PreferencesFile
from gui.start.app import make_application, make_training
from gui.widgets.theme import Theme
from gui.window.main_window import MainWindow

PERIOD_S = 4.0
LONG_RUN = (
    "output.name=bench",
    "output.report_every=5",
    "stage1.enabled=false",
    "stage2.epochs=1000",
    "stage2.early_stop=0",
)
BARE = """
import time; begin = time.perf_counter()
import torch
import PySide6.QtWidgets
print(time.perf_counter() - begin)
"""
PAINTED = """
import time; begin = time.perf_counter()
import pathlib, runpy, sys
import platformdirs
from gui.start import loading

folder, import_qt = sys.argv.pop(), loading.import_qt
platformdirs.user_config_dir = lambda *_, **__: folder  # no window that is open takes part
platformdirs.user_log_path = lambda *_, **__: pathlib.Path(folder)

def then_time_the_window():
    import_qt()
    from PySide6.QtCore import QTimer
    from gui.start import app

    class Timed(app.MainWindow):
        timed = False

        def paintEvent(self, event):
            if not self.timed:
                self.timed = True
                QTimer.singleShot(0, self.tell)  # once everything in the window has been painted
            super().paintEvent(event)

        def tell(self):
            print(time.perf_counter() - begin)
            self.close()

    app.MainWindow = Timed

loading.import_qt = then_time_the_window
runpy.run_path("main.py", run_name="__main__")
"""
ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; exit code 1 where one is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--set", action="append", default=[])
    given = parser.parse_args(arguments)
    keep_freed_memory()  # as main.py does
    bare_s, painted_s = first_paint()
    with tempfile.TemporaryDirectory() as folder:
        overrides = (f"output.folder='{Path(folder).as_posix()}'", *LONG_RUN, *given.set)
        settings = demo_settings(build_demo_data(), overrides)
        delays_ms, rates = train_under_the_window(settings, given.seconds, Path(folder))
    p99, worst, ratio = np.percentile(delays_ms, 99), max(delays_ms), rates[True] / rates[False]
    print(f"event-loop delay     99 % within {p99:.1f} ms (<= 50), worst {worst:.1f} ms (<= 200)")
    print(f"training rate        {rates[True]:.2f} steps/s with, {rates[False]:.2f} without: {ratio:.3f} (>= 0.95)")
    print(f"first paint          {painted_s:.2f} s, imports alone {bare_s:.2f} s: {painted_s / bare_s:.2f} (<= 1.5)")
    return 0 if p99 <= 50 and worst <= 200 and ratio >= 0.95 and painted_s <= 1.5 * bare_s else 1


def first_paint() -> tuple[float, float]:
    """Seconds until torch and Qt are imported bare, and until main.py's window has painted itself; best of three.

    Python keeps the bytecode of modules, as users' does, and has it from a first start that does not count.
    """
    with tempfile.TemporaryDirectory() as folder:
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = usual | {"PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}

        def seconds(code: str) -> float:
            command = [sys.executable, "-c", code, folder]
            return float(subprocess.check_output(command, cwd=ROOT, env=environment, text=True))

        seconds(PAINTED)
        return min(seconds(BARE) for _ in range(3)), min(seconds(PAINTED) for _ in range(3))


def train_under_the_window(
    settings: RunSettings, seconds: float, folder: Path
) -> tuple[list[float], dict[bool, float]]:
    """Delays of the window's event loop in ms, and steps per second with the window alive (True) and asleep."""
    app = make_application(sys.argv)
    window = MainWindow(PreferencesFile(folder / "preferences.json"), Theme(app), make_training)
    window.resize(1280, 720)
    window.show()
    window.complete()
    window.project.take(settings, None)
    window.setup_page.stop_tasks()
    window.controller.start(settings)
    collector = GarbageCollector()
    window.show_page("run")
    while window.controller.busy and not past_the_first_epoch(window.controller.history):
        turn(0.1)
    window.run_page.set_run(window.controller.history, "")
    marks, delays = [], list[float]()
    for period in range(int(seconds / PERIOD_S)):
        alive = period % 2 == 0
        marks.append((time.time(), alive))
        if alive:
            window.delay.start()
            turn(PERIOD_S)
            delays += window.delay.late_ms()
        else:
            QThread.msleep(int(1000 * PERIOD_S))
    marks.append((time.time(), False))
    finished = window.controller.history.finished
    assert finished is None, f"the run ended before the measurement did: {finished}"
    window.controller.stop()
    while window.controller.busy:
        turn(0.1)
    run = window.controller.folder
    window.close()
    turn(0.3)
    collector.stop()
    assert run is not None
    return delays, rates_between(marks, [event for event in read_events(run) if isinstance(event, StepDone)])


def past_the_first_epoch(history: RunHistory) -> bool:
    """The first is slower, as it decodes the images."""
    return history.last_step is not None and history.last_step.epoch > 1


def turn(seconds: float) -> None:
    """Let the event loop turn as it does in the program: asleep until something happens."""
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def rates_between(marks: list[tuple[float, bool]], reports: list[StepDone]) -> dict[bool, float]:
    """Steps per second between the reports in the periods of each kind."""
    done, lasted = {True: 0, False: 0}, {True: 0.0, False: 0.0}
    for (begin, alive), (end, _) in pairwise(marks):
        for before, after in pairwise(report for report in reports if begin <= report.time_s <= end):
            if before.epoch == after.epoch:
                done[alive] += after.step - before.step
                lasted[alive] += after.time_s - before.time_s
    return {kind: done[kind] / lasted[kind] for kind in done}


if __name__ == "__main__":
    sys.exit(main())
