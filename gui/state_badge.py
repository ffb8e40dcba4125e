"""The live run's state and stage in words, always in sight in the tool bar."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.control import RunPhase
from gui.icons import set_icon
from gui.run_controller import RunState
from gui.run_history import RunHistory
from gui.theme import GRID

_SIGNS = {
    RunState.IDLE: ("info", "muted"),
    RunState.RUNNING: ("start", "accent"),
    RunState.PAUSING: ("pause", "warning"),
    RunState.PAUSED: ("pause", "warning"),
    RunState.SAVING: ("save", "accent"),
    RunState.FINISHED: ("good", "good"),
    RunState.STOPPED: ("stop", "muted"),
    RunState.FAILED: ("error", "bad"),
}
_SENTENCES = {
    RunState.PAUSING: "Pausing after this batch",
    RunState.SAVING: "Stopping: saving the run",
    RunState.STOPPED: "Stopped and saved",
}


class StateBadge(QWidget):
    """An icon and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self.words = QLabel(), QLabel()
        self.words.setAccessibleName("State of the run")
        self._state: RunState | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.words)

    def show_state(self, state: RunState, history: RunHistory) -> None:
        """Show a state; cheap when nothing changed."""
        if state != self._state:
            self._state = state
            set_icon(self._sign, *_SIGNS[state], 20)
        self.words.setText(describe(state, history))


def describe(state: RunState, history: RunHistory) -> str:
    """The state in a sentence such as "Stage 2, epoch 3 of 20"."""
    if state == RunState.RUNNING:
        return _doing(history)
    if state == RunState.PAUSED and history.last_step is not None:
        return f"Paused in {_place(history)}"
    if state == RunState.STOPPED and history.last_checkpoint is None:
        return "Stopped before anything was saved"
    best = history.finished.best if history.finished else None
    if state == RunState.FINISHED and best and best.auc is not None:
        return f"Finished, best AUC {best.auc:.3f}"
    return _SENTENCES.get(state, str(state))


def _doing(history: RunHistory) -> str:
    if history.phase in (RunPhase.STAGE1, RunPhase.STAGE2):
        place = _place(history)
        return place[0].upper() + place[1:]
    if history.phase == RunPhase.IDLE:
        return "Starting"
    sentence = f"{history.phase}: {history.phase_text}" if history.phase_text else f"{history.phase}"
    return sentence[0].upper() + sentence[1:]


def _place(history: RunHistory) -> str:
    """Stage and epoch of the last reported step."""
    number = 2 if history.phase == RunPhase.STAGE2 or 2 in history.stages else 1
    stage, step = history.stages.get(number), history.last_step
    if stage is None:
        return f"stage {number}"
    epoch = step.epoch if step is not None and step.stage == number else 1
    return f"stage {number}, epoch {min(epoch, stage.epochs)} of {stage.epochs}"
