"""Progress of the run in three bars, and the figures of the machine under them."""

import psutil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from engine.events import MachineReport, StepDone
from engine.number_words import whole_percent
from gui.history.run_history import RunHistory
from gui.history.run_progress import Measure, duration, run_measure, stage_measure, task_measure
from gui.history.verdict import verdict
from gui.plots.catalogue import term_word
from gui.run.trouble_notes import TroubleNotes
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import in_words

_FULL = 1000
_NOTABLE = 0.005  # shares that round to 0 % say nothing
_NOTABLE_WAIT = 0.2
_FIRST_LINE = ("Speed", "Device", "GPU memory", "Memory", "Sleep", "Saved", "Window delay")
_GIB, _MIB_A_GIB = 2**30, 2**10


class StatusPanel(QWidget):
    """What the run does and how long it will take; ``set_detail`` adds a figure that others measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = RunHistory()
        self._seen_revision, self._live = -1, False
        self._process = psutil.Process()
        self.bars = {name: _Bar(name) for name in ("Step", "Stage", "Run")}
        self._outcome, self._details, self.troubles = WrappedLabel(), QWidget(), TroubleNotes()
        self._flow = FlowLayout(self._details, spacing=3 * GRID)
        self._values: dict[str, ElidedLabel] = {}
        self._assemble()
        self._update()

    def set_history(self, history: RunHistory, *, live: bool = False) -> None:
        """Show another run; one that is not ``live`` was reopened, and what was broken off in it stays as it is."""
        self._history, self._seen_revision, self._live = history, -1, live
        self.refresh()

    def refresh(self) -> None:
        """Take in what is new."""
        if self._history.revision != self._seen_revision:
            self._seen_revision = self._history.revision
            self._update()

    def set_detail(self, name: str, text: str) -> None:
        """Show a named figure under the bars; an empty text takes it away."""
        if name not in self._values:
            self._values[name] = ElidedLabel()
            self._values[name].setAccessibleName(name)
            self._flow.addWidget(self._values[name])
        label = self._values[name]
        words = f"{name}: {text}"
        if label.text() != words:
            label.setText(words)
        label.setVisible(bool(text))

    def detail(self, name: str) -> str:
        """Text of a figure under the bars; empty where there is none."""
        return self._values[name].text().removeprefix(f"{name}: ") if name in self._values else ""

    @property
    def outcome(self) -> str:
        """How the run ended, in a sentence; empty while it goes on."""
        return self._outcome.text()

    def _assemble(self) -> None:
        bars = QGridLayout()
        bars.setHorizontalSpacing(3 * GRID)
        for column, bar in enumerate(self.bars.values()):
            bars.addWidget(bar, 0, column)
            bars.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self._outcome)
        layout.addLayout(bars)
        layout.addWidget(self._details)
        layout.addWidget(self.troubles)
        for name in _FIRST_LINE:
            self.set_detail(name, "")

    def _update(self) -> None:
        history, last = self._history, self._history.last_step
        measures = task_measure(history), stage_measure(history), run_measure(history, live=self._live)
        for bar, measure in zip(self.bars.values(), measures, strict=True):
            bar.show_measure(measure, live=self._live)
        self.set_detail("Speed", _speed(last) if last else "")
        self.set_detail("Device", history.started.device if history.started else "")
        self.set_detail("Memory", self._memory() if history.started and self._live else "")
        self.set_detail("GPU memory", _gpu_memory(history.machine))
        saved = history.last_checkpoint
        self.set_detail("Saved", f"at step {saved.step:,}" if saved else "")
        self.set_detail("Steps left out", f"{history.skipped_steps:,}" if history.skipped_steps else "")
        self.set_detail("Loss terms", _terms(history.last_audit) if history.last_audit else "")
        self.set_detail("Weights", _movement(last) if last else "")
        slept = history.troubles.get("suspended")
        self.set_detail("Computer suspended", f"for {duration(slept.seconds)} at step {slept.step:,}" if slept else "")
        self.troubles.show_troubles(history.troubles, goes_on=self._live and history.finished is None)
        self._show_outcome()

    def _memory(self) -> str:
        used, whole = self._process.memory_info().rss / _GIB, psutil.virtual_memory()
        return f"{used:.1f} GB here, {whole.available / _GIB:.1f} of {whole.total / _GIB:.0f} GB free"

    def _show_outcome(self) -> None:
        text, role = _outcome(self._history)
        if text != self._outcome.text():
            self._outcome.setText(text)
            set_role(self._outcome, role)
        self._outcome.setVisible(bool(text))


def _speed(report: StepDone) -> str:
    waiting = f", {whole_percent(report.data_share)} of the time waiting for images"
    return f"{report.images_per_s:,.0f} images/s" + (waiting if report.data_share > _NOTABLE_WAIT else "")


def _gpu_memory(report: MachineReport | None) -> str:
    """What is in use on the GPU of the run, by all programs."""
    if report is None or report.gpu_used_mb is None or report.gpu_whole_mb is None:
        return ""
    return f"{report.gpu_used_mb / _MIB_A_GIB:.1f} of {report.gpu_whole_mb / _MIB_A_GIB:.0f} GB in use"


def _terms(report: StepDone) -> str:
    """Each term's share of the loss and of the pull on the student's outputs, such as labels 60 % and 85 %."""
    values = {name: abs(part * report.weights.get(name, 0.0)) for name, part in report.parts.items()}
    totals = [sum(figures.values()) or 1.0 for figures in (values, report.gradients)]
    shares = {name: (value / totals[0], report.gradients.get(name, 0.0) / totals[1]) for name, value in values.items()}
    notable = [name for name, both in shares.items() if max(both) >= _NOTABLE]
    texts = [
        f"{term_word(name)} {' and '.join(whole_percent(share) for share in shares[name])}"
        for name in sorted(notable, key=lambda name: -shares[name][1])
    ]
    return f"{', '.join(texts)} of the sum and of the gradient at step {report.step:,}" if texts else ""


def _movement(report: StepDone) -> str:
    """How far the weights move, and how far they could."""
    if report.movement is None or report.movement_allowed is None:
        return ""
    moved, allowed = (f"{share:.2g}" for share in (report.movement, report.movement_allowed))
    return f"move by {moved} times their length in 1,000 steps; the learning rate allows {allowed}"


def _outcome(history: RunHistory) -> tuple[str, str]:
    """How the run ended, in a sentence and a role of the theme."""
    end = history.finished
    if end is None:
        return "", ""
    if end.reason == "failed":
        return in_words(f"The run failed. {end.message} {end.remedy}".strip()), "bad"
    best, teacher = end.best, history.last_validation.teacher_auc if history.last_validation else None
    if best is None or best.auc is None:
        return "", ""
    beside = f"; the teacher's is {teacher:.3f}" if teacher is not None else ""
    where = f"(stage {best.stage}, epoch {best.epoch})"
    role, judged = verdict(history)
    return f"Best validation AUC of the student: {best.auc:.3f} {where}{beside}{judged}.", role


class _Bar(QWidget):
    """A thin bar with its name and its words above."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label, self._text, self.bar = TextLabel(), TextLabel(), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(f"Progress: {name.lower()}")
        set_role(self._text, "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(GRID // 2)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(self._text, 0, 1)
        layout.addWidget(self.bar, 1, 0, 1, 2)

    @property
    def words(self) -> str:
        """Name and figures as shown."""
        return f"{self._label.text()}: {self._text.text()}"

    def show_measure(self, measure: Measure, *, live: bool) -> None:
        """Move the bar; an unknown total makes it busy while the run goes on."""
        self._label.setText(measure.label)
        self._text.setText(measure.text)
        self.bar.setRange(0, _FULL if measure.total or not live else 0)
        self.bar.setValue(round(_FULL * measure.done / measure.total) if measure.total else 0)
        self.bar.setAccessibleDescription(f"{measure.label}: {measure.text}")
