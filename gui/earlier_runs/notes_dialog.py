"""Name, tags and a note of one run."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from engine.run_folder.notes import RunNotes, tags_of
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import tr


class NotesDialog(QDialog):
    """``chosen`` tells the name and the notes; the dialog is gone then."""

    chosen = Signal(str, object)  # name, RunNotes

    def __init__(self, run: Path, notes: RunNotes, *, going_on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Name and notes"))
        self.name, self.tags = QLineEdit(run.name), QLineEdit(" ".join(notes.tags))
        self.note = QPlainTextEdit(notes.note)
        self.name.setEnabled(not going_on)
        self.name.setToolTip(
            tr("A run that is going on keeps its name.") if going_on else tr("The run's folder is called so.")
        )
        self.tags.setPlaceholderText(tr("baseline, night"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumSize(48 * GRID, 12 * GRID)
        self.save, leave = QPushButton(tr("Save")), QPushButton(tr("Cancel"))
        set_role(self.save, "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._accept)
        leave.clicked.connect(self.reject)
        self.name.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        for words, field in ((tr("Name"), self.name), (tr("Tags"), self.tags), (tr("Note"), self.note)):
            label = TextLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _accept(self) -> None:
        notes = RunNotes(note=self.note.toPlainText().strip(), tags=tags_of(self.tags.text()))
        self.chosen.emit(self.name.text(), notes)
        self.accept()
