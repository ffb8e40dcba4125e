"""Redraw of long histories and memory of many events: python tests/bench/plots.py [points]; needs no screen.

Prints, for a plot of that many reports: the time to redraw it (thinning, painting and all) alone and for all six
plots, whole and zoomed, and how long the window could do nothing else meanwhile; the time to take in an event; and
the growth of the process over 100,000 events of a run.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
import psutil
from PySide6.QtWidgets import QApplication

from engine.events import Alert, Event, StepDone
from engine.settings.presets import preset_settings
from gui.alerts.panel import WarningsPanel
from gui.history.run_history import RunHistory
from gui.plots.panel import PlotsPanel
from gui.widgets.theme import Theme

SIZE = (1200, 600)
EVENTS = 100_000
REDRAWS = 15


def reports(count: int, first: int = 1) -> Iterator[Event]:
    """Step reports with noise in every figure, and an alert at every 50th."""
    noise = np.random.default_rng(first).random((count, 4)).tolist()
    for step, (a, b, c, d) in enumerate(noise, start=first):
        yield StepDone(
            stage=2,
            epoch=step // 1000,
            step=step,
            epoch_step=step % 1000,
            loss=a,
            parts={"task": a, "patch": b, "relation": c, "variance": d, "saturation": 0.0},
            weights={"task": 0.7, "patch": 0.3, "relation": 0.15, "variance": 0.05, "saturation": 0.001},
            grad_norm=b,
            grad_norm_clipped=min(b, 0.5),
            clipped_share=0.2,
            head_lr=0.005,
            backbone_lr=0.005,
            student_std=c,
            teacher_std=1 + d / 10,
            student_saturated=0.0,
            teacher_saturated=0.0,
            movement=0.1,
            images_per_s=150 + a,
            data_share=0.05,
        )
        if step % 50 == 0:
            yield Alert(
                rule="gradient_explosion", severity="warning", stage=2, step=step, message="m", cause="c", remedy="r"
            )


def measure_redraw(app: QApplication, panel: PlotsPanel, label: str) -> None:
    """Time until all is drawn, on the clock and of the processor, and the longest that the event loop was held up."""

    def redraw() -> float:
        panel.redraw()
        longest = 0.0
        while not panel.is_drawn:
            longest = max(longest, timed(app.processEvents)[0])
        return longest

    redraw()
    held: list[float] = []
    clock, processor = np.transpose([timed(lambda: held.append(redraw())) for _ in range(REDRAWS)])
    print(
        f"{label:44} {np.median(clock):6.1f} ms median {clock.max():6.1f} ms worst {np.median(processor):6.1f} ms CPU"
        f" {max(held):6.1f} ms at a stretch"
    )


def timed(task: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of a call on the clock and of the processor."""
    clock, processor = time.perf_counter(), time.thread_time()
    task()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - processor) * 1000


def main(points: int) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, "light")
    settings = preset_settings("recommended")
    history = RunHistory(settings)
    begin = time.perf_counter()
    for event in reports(points):
        history.add(event)
    print(f"{'taking in an event':44} {(time.perf_counter() - begin) / points * 1e6:7.1f} us")
    panel = PlotsPanel()
    panel.resize(*SIZE)
    panel.set_chosen(panel.plots)
    panel.show()
    panel.set_history(history)
    app.processEvents()
    measure_redraw(app, panel, f"six plots of {points:,} reports")
    panel.set_smoothing(100)
    measure_redraw(app, panel, "the same, smoothed")
    for name in panel.plots:
        panel.set_smoothing(1)
        panel.plots[name].enlarge_requested.emit()
        measure_redraw(app, panel, f"{panel.plots[name].plot.title} alone")
        panel.set_smoothing(100)
        measure_redraw(app, panel, f"{panel.plots[name].plot.title} alone, smoothed")
        panel.plots[name].enlarge_requested.emit()
    panel.show_steps(points // 2, points // 2 + 1000)
    measure_redraw(app, panel, "six plots, zoomed")
    panel.close()
    measure_memory(app)


def measure_memory(app: QApplication) -> None:
    """A live run with the panels open: 100 events a drain, all panels refreshed."""
    history, panel, warnings = RunHistory(preset_settings("recommended")), PlotsPanel(), WarningsPanel()
    for widget in (panel, warnings):
        widget.resize(*SIZE)
        widget.show()
        widget.set_history(history)
    process, batch, sizes = psutil.Process(), [], []
    for number, event in enumerate(reports(EVENTS), start=1):
        batch.append(event)
        if number % 100 == 0:
            for taken in batch:
                history.add(taken)
            batch.clear()
            panel.refresh()
            warnings.refresh()
            app.processEvents()
        if number % (EVENTS // 10) == 0:
            sizes.append(process.memory_info().rss / 2**20)
    print(f"resident memory in MiB over {EVENTS:,} events: {', '.join(f'{size:.0f}' for size in sizes)}")
    bytes_per_row = 8 + 4 * len(history.steps.names)
    print(f"of that the curves: {bytes_per_row} bytes a report, {bytes_per_row * len(history.steps) / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
