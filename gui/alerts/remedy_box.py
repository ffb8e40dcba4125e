"""What can be done about the warning that is selected: a button per remedy, and one to undo what was done last."""

from collections.abc import Mapping
from enum import Enum
from html import escape
from textwrap import fill

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.advice.offers import remedies_for
from engine.events import RemedyApplied, RemedyRefused, RolledBack
from engine.number_words import exact
from engine.remedy import Remedy, is_undo
from engine.settings import RunSettings
from engine.settings.changes import apply, difference, undo
from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import in_words, label_of
from gui.words.translation import mark, tr


class RemedyUse(Enum):
    """What a remedy can do for the run that is shown."""

    APPLY = "apply"  # the run goes on
    RESUME = "resume"  # it was stopped and can go on with the remedy
    ADVISE = "advise"  # it is over: the remedy is for the next run's settings


WHEN = {
    "next_step": mark("from the next step"),
    "last_healthy": mark("from the last healthy state"),
    "new_weights": mark("from the run's beginning"),
    "new_run": mark("in a new run"),
}
_LEADS = {
    RemedyUse.RESUME: mark("Resume: {remedy}"),
    RemedyUse.ADVISE: mark("Into Set-up: {remedy}"),
}
_LINE = 32  # letters of a button's line: Qt does not wrap them, and a long one would push the others out of sight
NOTHING = mark("No change of settings helps here; read above what to do.")


class RemedyBox(QWidget):
    """Emits the remedy that was clicked, and what it is to be used for."""

    chosen = Signal(object, object)  # Remedy, RemedyUse

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 0, GRID, GRID)
        self._column.setSpacing(GRID // 2)

    def show_row(self, row: AlertRow | None, history: RunHistory, use: RemedyUse) -> None:
        """Offer the remedies of a warning, unless they are on screen already."""
        settings = history.settings
        offered: tuple[Remedy, ...] = ()
        if row is not None and settings is not None and settings.health.policy != "off":
            offered = remedies_for(row.rule, settings, row.stage, row.subject)
        last = last_applied(history) if use is not RemedyUse.ADVISE else None
        shown = (row and row.key, use, settings, last)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        if use is RemedyUse.ADVISE:  # a new run begins from new weights anyway
            offered = tuple(remedy for remedy in offered if remedy.changes)
        for remedy in offered:
            self._add(remedy, settings, use)
        if row is not None and not offered and settings is not None and settings.health.policy != "off":
            self._say(tr(NOTHING))
        if last is not None:
            self._add(undo(last.label, last.changes, last.rule, last.subject), settings, use)
        self._column.addStretch(1)

    def _add(self, remedy: Remedy, settings: RunSettings | None, use: RemedyUse) -> None:
        use = RemedyUse.ADVISE if remedy.start == "new_run" else use
        text = tr(remedy.label)
        if use in _LEADS:
            text = tr(_LEADS[use], remedy=text)
        button = QPushButton(fill(text, _LINE))
        button.setAccessibleName(text)
        set_icon(button, {RemedyUse.APPLY: "check", RemedyUse.RESUME: "resume", RemedyUse.ADVISE: "setup"}[use])
        changes = "" if settings is None else changes_in_words(remedy, settings) or tr("same settings")
        when = tr(WHEN[remedy.start if use is not RemedyUse.ADVISE else "new_run"])
        takes_effect = tr("Takes effect {when}.", when=when)
        button.setToolTip(plain_tip(f"{in_words(tr(remedy.why))} {takes_effect}"))
        button.setAccessibleDescription(f"{changes}; {when}")
        button.clicked.connect(lambda: self.chosen.emit(remedy, use))
        self._column.addWidget(button)
        self._say(f"{changes}, {when}")
        self.buttons.append(button)

    def _say(self, text: str) -> None:
        label = TextLabel(text)
        label.setWordWrap(True)
        set_role(label, "muted")
        self._column.addWidget(label)

    def _clear(self) -> None:
        self.buttons = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def changes_in_words(remedy: Remedy, settings: RunSettings) -> str:
    """Such as "Stage 2: Learning rate, head 0.01 → 0.001"."""
    return _changes(difference(settings, apply(settings, remedy)))


def last_applied(history: RunHistory) -> RemedyApplied | None:
    """The newest change of settings, if it was not an undoing itself."""
    applied = [event for event in history.interventions if isinstance(event, RemedyApplied)]
    return applied[-1] if applied and not is_undo(applied[-1].label) else None


def interventions_in_words(history: RunHistory) -> str:
    """What was changed in this run so far, as rich text; empty where nothing was."""
    told = (tr("Step {step:,}: {deed}", step=event.step, deed=_told(event)) for event in history.interventions)
    lines = "".join(f"<div>{escape(words)}</div>" for words in told)
    return f"<p><b>{tr('Changed while it ran.')}</b></p>{lines}" if lines else ""


def _told(event: RemedyApplied | RemedyRefused | RolledBack) -> str:
    match event:
        case RolledBack():
            return f"{tr(_back(event), step=event.to_step)} {in_words(event.reason)}"
        case RemedyRefused():
            return f"{tr('not done: {remedy}.', remedy=tr(event.label))} {in_words(event.reason)}"
        case RemedyApplied():
            deed = f"{tr(event.label)} ({_changes(event.changes)})"
            return tr("by itself, {deed}", deed=deed) if event.origin == "policy" else deed


def _back(event: RolledBack) -> str:
    if event.given:
        return mark("back to step {step:,} with the given student.")
    return mark("back to step {step:,} with new weights.") if event.new_weights else mark("back to step {step:,}.")


def _changes(changes: Mapping[str, tuple[object, object]]) -> str:
    return "; ".join(f"{label_of(name)} {exact(old)} → {exact(new)}" for name, (old, new) in changes.items())
