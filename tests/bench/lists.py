"""Measures the window's delay while it lists many runs and a long queue.

python -m tests.bench.lists [--runs 10000] [--entries 200]   (under an X display, or offscreen)

The runs are copies of one that was trained for it, its files linked, each folder with a name and settings of its own.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch  # noqa: F401  before Qt, as in main.py
from PySide6.QtCore import Qt

from engine.control import RunControl
from engine.demo.images import build_demo_data
from engine.demo.training import demo_settings
from engine.queue.queue_folder import Queue
from engine.run.run import run
from engine.settings import RunSettings
from engine.settings.toml_file import save_settings
from gui.background.garbage_collector import GarbageCollector
from gui.project.preferences import PreferencesFile
from gui.start.app import make_application, make_training
from gui.widgets.theme import Theme
from gui.window.main_window import MainWindow
from tests.bench.window import turn

LIMIT_MS = 200.0
TINY = (
    "stage1.enabled=false",
    "stage2.epochs=1",
    "data.label_fraction=0.05",
    "loss.alpha_distill=0",
    "loss.alpha_task=1",
    "output.name=one",
)
LINKED = ("events.jsonl", "environment.json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the worst delays; exit code 1 where one is longer than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--entries", type=int, default=200)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = demo_settings(build_demo_data(), (f"output.folder='{place.as_posix()}/one'", *TINY))
        copies(settings, place / "runs", given.runs)
        queue = Queue(place / "queue")
        queue.add([settings] * given.entries)
        delays = shown(place, queue)
    for name, worst in delays.items():
        print(f"{name:<28} {worst:6.1f} ms at worst (<= {LIMIT_MS:.0f})")
    return 0 if max(delays.values()) <= LIMIT_MS else 1


def copies(settings: RunSettings, runs: Path, count: int) -> None:
    """One short run, and as many folders that look like it."""
    trained = run(settings, RunControl(), lambda _event: None).run
    assert trained is not None
    for number in range(count):
        other = runs / f"run {number:05}"
        other.mkdir(parents=True)
        for name in LINKED:
            os.link(trained / name, other / name)
        save_settings(settings.model_copy(update={"seed": number}), other / "settings.toml")


def shown(place: Path, queue: Queue) -> dict[str, float]:
    """Worst delay in ms of the window's event loop as it lists, filters and sorts the runs, and shows the queue."""
    app = make_application(sys.argv)
    window = MainWindow(PreferencesFile(place / "preferences.json"), Theme(app), make_training)
    window.resize(1280, 720)
    window.show()
    window.complete()
    window.queue.use(queue)
    collector = GarbageCollector()
    panel = window.runs_panel

    def worst(act: Callable[[], object], seconds: float, ready: Callable[[], bool] = lambda: True) -> float:
        turn(1.0)
        window.delay.start()
        began = time.perf_counter()
        act()
        took_ms = 1000 * (time.perf_counter() - began)
        turn(seconds)
        while not ready():
            turn(0.2)
        return max(took_ms, *window.delay.late_ms())

    def list_runs() -> None:
        panel.set_folder(place / "runs")
        window.show_page("runs")

    count = sum(1 for _ in (place / "runs").iterdir())
    delays = {f"listing {count:,} runs": worst(list_runs, 1.0, lambda: panel.model.rowCount() == count)}
    delays["sorting them by name"] = worst(lambda: panel.table.sortByColumn(1, Qt.SortOrder.AscendingOrder), 1.0)
    delays["finding one of them"] = worst(lambda: panel.search.setText("run 07777"), 1.5)
    delays[f"a queue of {len(queue.entries()):,}"] = worst(lambda: window.show_page("queue"), 5.0)
    window.close()
    turn(0.3)
    collector.stop()
    return delays


if __name__ == "__main__":
    sys.exit(main())
