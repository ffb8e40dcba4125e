"""What the computer does to a run that goes on all the same, each in a sentence with what can be done."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.events import MachineTrouble
from gui.widgets.notes import SignedText
from gui.words.plain_words import in_words

_ALWAYS, _WHILE_IT_GOES_ON = ("gpu_unused",), ("memory_short", "not_kept_awake")


class TroubleNotes(QWidget):
    """One line for each kind of trouble; takes no room where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = {what: SignedText() for what in (*_ALWAYS, *_WHILE_IT_GOES_ON)}
        self._told: dict[str, MachineTrouble] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for note in self.notes.values():
            column.addWidget(note)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is said."""
        return [note.text.text() for note in self.notes.values() if not note.isHidden()]

    def show_troubles(self, troubles: Mapping[str, MachineTrouble], *, goes_on: bool) -> None:
        """Say what is still of interest: a run that is over is in no danger of too little memory; cheap when known."""
        kinds = (*_ALWAYS, *_WHILE_IT_GOES_ON) if goes_on else _ALWAYS
        told = {what: troubles[what] for what in kinds if what in troubles}
        if told == self._told:
            return
        self._told = told
        for what, note in self.notes.items():
            note.hide()
            if what in told:
                words = in_words(f"{told[what].message} {told[what].remedy}".strip())
                note.show_text("warning", "warning", "text", words)
        self.setVisible(bool(told))
