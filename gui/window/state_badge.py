"""What run is shown and how it stands, and what the live one does, in words and always in sight in the tool bar."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.control import FinishReason, RunPhase
from gui.history.planned import epoch_at, planned_epochs
from gui.history.run_history import RunHistory
from gui.history.verdict import SIGNS, verdict
from gui.run.controller import BUSY, RunState
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID
from gui.words.plain_words import capitalised
from gui.words.translation import mark, tr

_SIGNS = {
    RunState.IDLE: ("info", "muted"),
    RunState.RUNNING: ("start", "accent"),
    RunState.PAUSING: ("pause", "warning"),
    RunState.PAUSED: ("pause", "warning"),
    RunState.SAVING: ("save", "accent"),
    RunState.STOPPED: ("stop", "muted"),
    RunState.FAILED: ("error", "bad"),
}
_SENTENCES = {
    RunState.PAUSING: mark("Pausing after this batch"),
    RunState.SAVING: mark("Stopping: saving the run"),
    RunState.STOPPED: mark("Stopped and saved"),
}

_NUMBERS: dict[str, int] = {RunPhase.STAGE1: 1, RunPhase.STAGE2: 2, RunPhase.STAGE3: 3}


class StateBadge(QWidget):
    """The live or last run; while an earlier one is shown that one, and the live one beside it if it goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earlier, self._live = _Sentence(tr("The earlier run that is shown")), _Sentence(tr("State of the run"))
        self._earlier.show_text("runs", "muted", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._earlier)
        row.addWidget(self._live)

    @property
    def text(self) -> str:
        """All that it says."""
        return " | ".join(part.words.text() for part in (self._earlier, self._live) if not part.isHidden())

    def show_state(self, state: RunState, history: RunHistory, earlier: RunHistory | None = None) -> None:
        """Show the live or last run's state, or an earlier run; cheap when nothing changed."""
        sign = SIGNS[verdict(history).role] if state == RunState.FINISHED else _SIGNS[state]
        self._live.show_text(*sign, describe(state, history))
        self._live.setVisible(earlier is None or state in BUSY)
        self._earlier.setVisible(earlier is not None)
        if earlier is not None:
            self._earlier.show_text("runs", "muted", describe_earlier(earlier))


class _Sentence(QWidget):
    """An icon and a sentence."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sign, self.words = TextLabel(), ElidedLabel()
        self.words.setAccessibleName(name)
        self._shown = ("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.words)

    def show_text(self, sign: str, role: str, text: str) -> None:
        if (sign, role) != self._shown:
            self._shown = (sign, role)
            set_icon(self._sign, sign, role, 20)
        self.words.setText(text)


def describe(state: RunState, history: RunHistory) -> str:
    """The state in a sentence such as "Stage 2, epoch 3 of 20"."""
    if state == RunState.RUNNING:
        return _doing(history)
    if state == RunState.PAUSED and history.phase == RunPhase.PAUSED and history.phase_text:
        return tr("Paused. {why}", why=history.phase_text)  # by itself
    if state == RunState.PAUSED and history.stage is not None:
        return tr("Paused in {place}", place=_place(history))
    if state == RunState.STOPPED and history.last_checkpoint is None:
        return tr("Stopped before anything was saved")
    if state == RunState.FINISHED:
        return tr("Finished") + _best(history)
    return tr(_SENTENCES.get(state, state))


def describe_earlier(history: RunHistory) -> str:
    """How a run that was reopened ended; one without an end was broken off, or another program is at it."""
    end = history.finished
    if end is None:
        return tr("Earlier run: not finished")
    best = _best(history) if end.reason == FinishReason.FINISHED else ""
    return tr("Earlier run: {state}", state=tr(end.reason)) + best


def _best(history: RunHistory) -> str:
    best = history.finished.best if history.finished else None
    return tr(", best AUC {auc:.3f}", auc=best.auc) if best and best.auc is not None else ""


def _doing(history: RunHistory) -> str:
    if history.phase in _NUMBERS:
        return capitalised(_place(history))
    if history.phase == RunPhase.IDLE:
        return tr("Starting")
    sentence = tr(history.phase) + (f": {tr(history.phase_text)}" if history.phase_text else "")
    return capitalised(sentence)


def _place(history: RunHistory) -> str:
    """Stage and epoch of the newest step that is known."""
    stage = history.stage
    number = _NUMBERS.get(history.phase, stage.stage if stage else 1)
    if stage is None or stage.stage != number:
        return tr("stage {number}", number=number)
    epochs = planned_epochs(history, stage)
    epoch = min(epoch_at(stage, history.step), epochs)
    return tr("stage {number}, epoch {epoch} of {epochs}", number=number, epoch=epoch, epochs=epochs)
