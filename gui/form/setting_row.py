"""One setting in the form: label, editor, what it does, whether it was changed with a way back, and its problem."""

from html import escape
from typing import Any

from pydantic.fields import FieldInfo
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from gui.form.data_fields import ClassesField, SourcesField
from gui.form.fields import Field, FloatField, IntField, TextField, field_for
from gui.form.names_field import NamesField
from gui.widgets.icons import set_icon
from gui.widgets.notes import ProblemNote
from gui.widgets.path_fields import EDITOR_HEIGHT, FoldersField, PathField
from gui.widgets.plain_text import RichLabel, TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import in_words
from gui.words.translation import tr
from gui.words.values import extra, range_text, value_text

LABEL_WIDTH = 168
_SHORT = 30


class SettingRow(QWidget):
    """A setting's editor and all that stands around it; ``name`` is dotted, such as stage2.epochs."""

    changed = Signal(str)  # the setting's name

    def __init__(self, name: str, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.advanced = extra(info).get("level") == "advanced"
        self.title = tr(str(info.title))
        self.field: Field = field_for(name.rpartition(".")[2], info)
        self.note, self.help_text = ProblemNote(), TextLabel()
        self.reset = QToolButton()  # gets its parent after the editor, and so Tab comes to it after the editor
        self._info, self._help = info, in_words(tr(str(info.description)))
        self._baseline: Any = info.default
        self._label = self.field.label if isinstance(self.field, FoldersField) else RichLabel()
        self._label.setText(self.title)
        self._arrange()
        self._explain()
        self.reset.clicked.connect(lambda: self.field.set_value(self._baseline))
        self.field.set_value(info.default)
        self.field.changed.connect(self._edited)
        self._mark()

    @property
    def editor(self) -> QWidget:
        """The editor as a widget."""
        assert isinstance(self.field, QWidget)
        return self.field

    @property
    def is_changed(self) -> bool:
        """Whether the value differs from the preset; what a user has to bring, such as folders, never counts."""
        return bool(self.field.value() != self._baseline) and self._baseline not in ((), None, "")

    @property
    def is_typed(self) -> bool:
        """Whether a value is typed letter by letter."""
        return isinstance(self.field, IntField | FloatField | TextField | PathField | NamesField)

    def matches(self, text: str) -> bool:
        """Whether label, help or name hold every word."""
        shown, english = f"{self.title} {self._help}", f"{self._info.title} {self._info.description}"
        told = f"{shown} {english} {self.name}".casefold()
        return all(word in told for word in text.casefold().split())

    def set_baseline(self, value: Any) -> None:
        """The preset's value, to which the way back leads."""
        if value != self._baseline:
            self._baseline = value
            self._explain()
        self._mark()

    def set_out_of_use(self, when: str) -> None:
        """Say that the setting does nothing unless ``when``; empty: it acts."""
        words = tr("Out of use: it acts only when {when}.", when=in_words(tr(when))) if when else self._help
        if words != self.help_text.text():
            self.help_text.setText(words)
            self.editor.setEnabled(not when)
            self._label.setEnabled(not when)

    def _edited(self) -> None:
        self._mark()
        self.changed.emit(self.name)

    def _mark(self) -> None:
        title = escape(self.title)
        self._label.setText(f"<b>{title}</b>" if self.is_changed else title)  # a font would not outlive the theme
        self.reset.setVisible(self.is_changed)
        if self.is_changed and self.reset.icon().isNull():  # drawn when first seen: icons are half of a row's cost
            set_icon(self.reset, "reset", "accent")
        described = self._help
        if self.is_changed:
            described += f" {tr('(changed; the preset has {value})', value=value_text(self._baseline))}"
        self.editor.setAccessibleDescription(described)

    def _explain(self) -> None:
        before = value_text(self._baseline)
        way_back = tr("Back to {value}", value=before)
        self.reset.setToolTip(plain_tip(way_back))
        self.reset.setText(way_back if len(before) < _SHORT else tr("Back"))
        self.reset.setAccessibleName(tr("{title}: back to {value}", title=self.title, value=before))
        lines = (f"<b>{self.title}</b>", escape(self._help, quote=False), range_text(self._info), f"<i>{self.name}</i>")
        tip = "<br>".join(lines)
        self._label.setToolTip(tip)
        self.editor.setToolTip(tip)

    def _arrange(self) -> None:
        self._label.setBuddy(self.editor)
        self._label.setWordWrap(True)
        self.editor.setAccessibleName(self.title)
        self.reset.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.help_text.setText(self._help)
        self.help_text.setWordWrap(True)
        set_role(self.help_text, "muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GRID // 2)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 4)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        below = 0 if isinstance(self.field, FoldersField) else 1
        if below:
            grid.addWidget(self._label, 0, 0)
            grid.addLayout(self._editor_line(), 0, 1)
        else:
            grid.addWidget(self.editor, 0, 0, 1, 2)
            self.reset.setParent(self)  # in no layout: folders are no change, and have no way back
        grid.addWidget(self.help_text, 1, below, 1, 2 - below)
        grid.addWidget(self.note, 2, below, 1, 2 - below)

    def _editor_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        stretches = isinstance(self.field, PathField | NamesField | TextField | ClassesField | SourcesField)
        self.editor.setMinimumHeight(EDITOR_HEIGHT)
        line.addWidget(self.editor, 1 if stretches else 0)
        line.addWidget(self.reset)
        if not stretches:
            line.addStretch()
        return line
