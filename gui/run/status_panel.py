"""The strip of a run: its name, AUC now, best and the teacher's, the time left, and how it stands in a sentence."""

from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine.number_words import decimals
from gui.history.run_history import RunHistory
from gui.history.run_progress import Measure, counted, run_measure, task_words
from gui.history.verdict import best_auc, teacher_auc, verdict
from gui.run.health_words import health_sentence
from gui.run.measure_bar import MeasureBar
from gui.run.run_details import RunDetails
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

_FIGURES = {"now": mark("AUC now"), "best": mark("best"), "teacher": mark("teacher"), "control": mark("labels only")}
_WIDEST = "0.000"


class StatusPanel(QWidget):
    """Two lines and a bar whose height never changes with their words; the rest folds away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = RunHistory()
        self._seen_revision, self._live = -1, False
        self.name, self.sentence = ElidedLabel(), ElidedLabel()
        self._sign, self._shown_sign = TextLabel(), ("", "")
        self.figures = {name: TextLabel() for name in ("now", "best", "teacher", "control")}
        self._control: float | None = None
        self._run_bar, self.fold, self.details = MeasureBar(tr("Progress: run")), QToolButton(), RunDetails()
        self.bars = self.details.bars | {"Run": self._run_bar}
        self.troubles = self.details.troubles
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
        """Show a named figure among the details; an empty text takes it away."""
        self.details.set_detail(name, text)

    def detail(self, name: str) -> str:
        """Text of a figure among the details; empty where there is none."""
        return self.details.detail(name)

    def set_control(self, auc: float | None) -> None:
        """The best AUC of the labels-only twin; None where none is known."""
        self._control = auc
        self._show_figures()

    @property
    def outcome(self) -> str:
        """How the run ended, in a sentence; empty while it goes on."""
        return self.details.outcome.text()

    def _assemble(self) -> None:
        self.name.setStyleSheet("font-weight: 600;")
        self.name.setAccessibleName(tr("Name of the run"))
        self.sentence.setAccessibleName(tr("How the run stands"))
        self.fold.setText(tr("Details"))
        self.fold.setCheckable(True)
        self.fold.setToolTip(tr("Step, stage, machine and loss terms"))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self.fold, "down")
        self.fold.toggled.connect(self.details.setVisible)
        self.details.hide()
        first = QHBoxLayout()
        first.setSpacing(2 * GRID)
        first.addWidget(self.name, 1)
        self.figures["control"].setToolTip(
            tr("The best AUC of the same training from labels only: this run's own control, or a run beside it.")
        )
        widest = f"{tr(_FIGURES['teacher'])} {_WIDEST}"
        for label in self.figures.values():
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            first.addWidget(label)
        second = QGridLayout()
        second.setHorizontalSpacing(GRID)
        second.addWidget(self._sign, 0, 0)
        second.addWidget(self.sentence, 0, 1)
        second.addWidget(self.fold, 0, 2)
        second.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(first)
        layout.addWidget(self._run_bar)
        layout.addLayout(second)
        layout.addWidget(self.details)

    def _update(self) -> None:
        history = self._history
        self.name.setText(_name(history))
        self._run_bar.show_measure(self._measure(), live=self._live)
        self._show_figures()
        self._show_sentence()
        self.details.show_run(history, live=self._live)

    def _measure(self) -> Measure:
        """Of the whole run; before its steps can be counted, of the piece of work at hand."""
        history, measure = self._history, run_measure(self._history, live=self._live)
        if not self._live or history.started is None:
            return measure
        if not measure.text:
            measure = replace(measure, text=tr("how long it will take is not known yet"))
        now = history.progress
        if measure.total or now is None:
            return measure
        label = f"{task_words(now.task)}: {counted(now, None)}"
        return replace(measure, label=label, done=now.done, total=now.total)

    def _show_figures(self) -> None:
        """Only the best AUC has a colour, and only a good one is green."""
        last, found = self._history.last_validation, verdict(self._history)
        values = {
            "now": last.scores.auc if last is not None else None,
            "best": best_auc(self._history),
            "teacher": teacher_auc(self._history),
            "control": self._control_auc,
        }
        for name, value in values.items():
            known = "–" if value is None else decimals(value)
            words = f"{tr(_FIGURES[name])} {known}"
            if self.figures[name].text() != words:
                self.figures[name].setText(words)
        role = found.role if values["best"] is not None else "muted"
        for name in self.figures:
            wanted = role if name == "best" else "muted"
            if self.figures[name].property("role") != wanted:
                set_role(self.figures[name], wanted)
        self.figures["best"].setToolTip(f"{found.words[:1].upper()}{found.words[1:]}")
        taught = self._history.settings is None or self._history.settings.loss.alpha_distill > 0
        self.figures["teacher"].setVisible(taught)
        self.figures["control"].setVisible(self._control_auc is not None)

    @property
    def _control_auc(self) -> float | None:
        """Of the control that the run trained itself, else of one beside it."""
        own = self._history.control
        return own.control_auc if own is not None else self._control

    def _show_sentence(self) -> None:
        said = health_sentence(self._history, live=self._live)
        self.sentence.setText(said.text)
        if self.sentence.property("role") != said.role:
            set_role(self.sentence, said.role)
        if (said.sign, said.role) != self._shown_sign:
            self._shown_sign = (said.sign, said.role)
            set_icon(self._sign, said.sign, said.role)
        outcome, ended = self.details.outcome, self._history.finished is not None
        text = said.text if ended else ""
        if text != outcome.text():
            outcome.setText(text)
            set_role(outcome, said.role)
        outcome.setVisible(bool(text))


def _name(history: RunHistory) -> str:
    """Of the run's folder, once it has one; before, of its settings."""
    if history.started is not None:
        return PurePath(history.started.run.replace("\\", "/")).name
    return history.settings.output.name if history.settings is not None else ""
