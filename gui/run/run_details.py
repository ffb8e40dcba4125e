"""What folds away under the strip of a run: bars of step and stage, figures of the machine, troubles in full."""

import psutil
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from engine.events import MachineReport, StepDone
from engine.number_words import whole_percent
from gui.history.run_history import RunHistory
from gui.history.run_progress import duration, stage_measure, task_measure
from gui.plots.catalogue import term_word
from gui.run.measure_bar import MeasureBar
from gui.run.trouble_notes import TroubleNotes
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.theme import GRID
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.translation import mark, tr

_NOTABLE = 0.005  # shares that round to 0 % say nothing
_NOTABLE_WAIT = 0.2
_FIRST_LINE = (
    mark("Speed"),
    mark("Device"),
    mark("GPU memory"),
    mark("Memory"),
    mark("Sleep"),
    mark("Saved"),
    mark("Window"),
)
_AS_NEEDED = (mark("Steps left out"), mark("Loss terms"), mark("Weights"), mark("Computer suspended"))
_BARS = {"Step": mark("Progress: step"), "Stage": mark("Progress: stage")}
_GIB, _MIB_A_GIB = 2**30, 2**10


class RunDetails(QWidget):
    """``set_detail`` adds a figure that others measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = psutil.Process()
        self.bars = {name: MeasureBar(tr(words)) for name, words in _BARS.items()}
        self.outcome, self.troubles, self._figures = WrappedLabel(), TroubleNotes(), QWidget()
        self._flow = FlowLayout(self._figures, spacing=3 * GRID)
        self._values: dict[str, ElidedLabel] = {}
        bars = QGridLayout()
        bars.setHorizontalSpacing(3 * GRID)
        for column, bar in enumerate(self.bars.values()):
            bars.addWidget(bar, 0, column)
            bars.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.outcome)
        layout.addWidget(self.troubles)
        layout.addLayout(bars)
        layout.addWidget(self._figures)
        for name in _FIRST_LINE:
            self.set_detail(name, "")

    def set_detail(self, name: str, text: str) -> None:
        """Show a named figure; an empty text takes it away."""
        if name not in self._values:
            self._values[name] = ElidedLabel()
            self._values[name].setAccessibleName(tr(name))
            self._flow.addWidget(self._values[name])
        label = self._values[name]
        words = f"{tr(name)}: {text}"
        if label.text() != words:
            label.setText(words)
        label.setVisible(bool(text))

    def detail(self, name: str) -> str:
        """Text of a figure; empty where there is none."""
        return self._values[name].text().removeprefix(f"{tr(name)}: ") if name in self._values else ""

    def show_run(self, history: RunHistory, *, live: bool) -> None:
        """Take in what is new."""
        last = history.last_step
        for bar, measure in zip(self.bars.values(), (task_measure(history), stage_measure(history)), strict=True):
            bar.show_measure(measure, live=live)
        self.set_detail("Speed", _speed(last) if last else "")
        self.set_detail("Device", history.started.device if history.started else "")
        self.set_detail("Memory", self._memory() if history.started and live else "")
        self.set_detail("GPU memory", _gpu_memory(history.machine))
        saved = history.last_checkpoint
        self.set_detail("Saved", tr("at step {step:,}", step=saved.step) if saved else "")
        self.set_detail("Steps left out", f"{history.skipped_steps:,}" if history.skipped_steps else "")
        self.set_detail("Loss terms", _terms(history.last_audit) if history.last_audit else "")
        self.set_detail("Weights", _movement(last) if last else "")
        slept = history.troubles.get("suspended")
        self.set_detail("Computer suspended", _slept(slept.seconds, slept.step) if slept else "")
        self.troubles.show_troubles(history.troubles, goes_on=live and history.finished is None)

    def _memory(self) -> str:
        used, whole = self._process.memory_info().rss / _GIB, psutil.virtual_memory()
        free, there = whole.available / _GIB, whole.total / _GIB
        return tr("{used:.1f} GB here, {free:.1f} of {whole:.0f} GB free", used=used, free=free, whole=there)


def _speed(report: StepDone) -> str:
    speed = tr("{images:,.0f} images/s", images=report.images_per_s)
    if report.data_share <= _NOTABLE_WAIT:
        return speed
    return tr("{speed}, {share} of the time waiting for images", speed=speed, share=whole_percent(report.data_share))


def _slept(seconds: float, step: int) -> str:
    return tr("for {time} at step {step:,}", time=duration(seconds), step=step)


def _gpu_memory(report: MachineReport | None) -> str:
    """What is in use on the GPU of the run, by all programs."""
    if report is None or report.gpu_used_mb is None or report.gpu_whole_mb is None:
        return ""
    used, whole = report.gpu_used_mb / _MIB_A_GIB, report.gpu_whole_mb / _MIB_A_GIB
    return tr("{used:.1f} of {whole:.0f} GB in use", used=used, whole=whole)


def _terms(report: StepDone) -> str:
    """Each term's share of the loss and of the pull on the student's outputs, such as labels 60 % and 85 %."""
    values = {name: abs(part * report.weights.get(name, 0.0)) for name, part in report.parts.items()}
    totals = [sum(figures.values()) or 1.0 for figures in (values, report.gradients)]
    shares = {name: (value / totals[0], report.gradients.get(name, 0.0) / totals[1]) for name, value in values.items()}
    notable = [name for name, both in shares.items() if max(both) >= _NOTABLE]
    texts = [_shares(name, *shares[name]) for name in sorted(notable, key=lambda name: -shares[name][1])]
    if not texts:
        return ""
    return tr("{terms} of the sum and of the gradient at step {step:,}", terms=", ".join(texts), step=report.step)


def _shares(name: str, loss: float, gradient: float) -> str:
    words = {"term": term_word(name), "loss": whole_percent(loss), "gradient": whole_percent(gradient)}
    return tr("{term} {loss} and {gradient}", **words)


def _movement(report: StepDone) -> str:
    """How far the weights move, as a share of how far they could."""
    if report.movement is None or not report.movement_allowed:
        return ""
    share = whole_percent(report.movement / report.movement_allowed)
    return tr("change by {share} of what the learning rate allows", share=share)
