"""Asks which settings a study varies, with which values and seeds, and counts the runs before they are added."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import SettingsError
from engine.queue.grid import choices, control_of, grid_settings, parse_grid, variable_settings
from engine.settings import RunSettings
from engine.settings.names import value_of
from gui.form.fields import NoWheel
from gui.widgets.dialogs import GrowingDialog
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import in_words, label_of, plural
from gui.words.translation import mark, tr
from gui.words.values import range_text

WIDTH, WIDTHS = "student.width", "4, 8, 16, 32"
_SAID_HEIGHT = 5 * GRID
_MEANT = mark(
    "Every combination of the values is trained with every seed, otherwise with the present settings of Set-up. Runs "
    "that the study has already are not added again."
)


class _Names(NoWheel, QComboBox):
    """Which setting is varied; typing finds it."""


class StudyDialog(GrowingDialog):
    """Emits ``chosen`` with the study's name and the settings of its runs."""

    chosen = Signal(str, list)

    def __init__(self, base: RunSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base, self._known = base, dict(variable_settings())
        self.setWindowTitle(tr("Study"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name, self.seeds = QLineEdit(tr("Study")), QLineEdit(str(base.seed))
        self.axes: list[tuple[QComboBox, QLineEdit, TextLabel]] = []
        self.more, self.widths = QPushButton(tr("Vary another setting")), QPushButton(tr("How small may it be?"))
        self.control = QCheckBox(tr("Beside each run the same from labels only"))
        self.said, self.accept_button, self.leave = WrappedLabel(), QPushButton(), QPushButton(tr("Cancel"))
        self._rows = QGridLayout()
        self._arrange()
        self._connect()
        self.add_axis()

    def add_axis(self, name: str = "stage2.epochs", values: str = "") -> None:
        """Another setting that is varied."""
        names, field, hint = _Names(), QLineEdit(values), TextLabel()
        for known in self._known:
            names.addItem(label_of(known), known)
        names.setCurrentIndex(list(self._known).index(name))
        number = len(self.axes) + 1
        names.setAccessibleName(tr("Setting {number}", number=number))
        field.setAccessibleName(tr("Values of setting {number}", number=number))
        set_role(hint, "muted")
        hint.setWordWrap(True)
        row = self._rows.rowCount()
        self._rows.addWidget(names, row, 0)
        self._rows.addWidget(field, row, 1)
        self._rows.addWidget(hint, row + 1, 0, 1, 2)
        self.axes.append((names, field, hint))
        names.currentIndexChanged.connect(self._follow)
        field.textChanged.connect(self._follow)
        self._follow()

    def vary_width(self) -> None:
        """The study over the student's size: its width in the first row whose values nobody has given yet."""
        free = next((axis for axis in self.axes if not axis[1].text().strip()), None)
        if free is None:
            self.add_axis(WIDTH, WIDTHS)
        else:
            free[0].setCurrentIndex(list(self._known).index(WIDTH))
            free[1].setText(WIDTHS)

    def settings(self) -> list[RunSettings]:
        """The runs that are asked for; SettingsError with what is wrong."""
        runs = grid_settings(self._base, self._grid(), self._seeds(), self._study())
        if not self.control.isChecked():
            return runs
        return [twin for run in runs for twin in (run, control_of(run))]

    def _study(self) -> str:
        return self.name.text().strip() or tr("Study")

    def _grid(self) -> dict[str, list[Any]]:
        told = [(names.currentData(), field.text().strip(" ,")) for names, field, _ in self.axes]
        return parse_grid([f"{name}={values}" for name, values in told if values])

    def _seeds(self) -> Sequence[Any]:
        """As typed: what is no seed the settings refuse."""
        return parse_grid([f"seed={self.seeds.text().strip(' ,')}"])["seed"]

    def _arrange(self) -> None:
        set_role(self.accept_button, "primary")
        self.accept_button.setDefault(True)
        set_icon(self.more, "add")
        set_icon(self.widths, "student")
        self.widths.setToolTip(
            tr("Vary the student's width: the results then tell parameters, operations and speed, too.")
        )
        self.said.setMinimumHeight(_SAID_HEIGHT)
        meant = WrappedLabel(tr("What a study is"))
        meant.setText(tr(_MEANT))
        set_role(meant, "muted")
        top, seeds, below, end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._label(top, tr("Name of the study"), self.name)
        self._label(seeds, tr("Seeds, with commas between"), self.seeds)
        for layout, widgets in ((below, (self.more, self.widths)), (end, (self.leave, self.accept_button))):
            if layout is end:
                layout.addStretch(1)
            for widget in widgets:
                layout.addWidget(widget)
        below.addStretch(1)
        self._rows.addWidget(TextLabel(tr("Setting")), 0, 0)
        self._rows.addWidget(TextLabel(tr("Values, with commas between")), 0, 1)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addWidget(meant)
        for part in (top, self._rows, below, seeds):
            column.addLayout(part)
        column.addWidget(self.control)
        column.addWidget(self.said)
        column.addLayout(end)
        self.setMinimumWidth(72 * GRID)

    def _label(self, layout: QHBoxLayout, text: str, field: QLineEdit) -> None:
        label = TextLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        layout.addWidget(label)
        layout.addWidget(field, 1)

    def _connect(self) -> None:
        self.more.clicked.connect(self._add_another)
        self.widths.clicked.connect(self.vary_width)
        self.name.textChanged.connect(self._follow)
        self.seeds.textChanged.connect(self._follow)
        self.control.toggled.connect(self._follow)
        self.leave.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)

    def _add_another(self) -> None:
        self.add_axis()

    def _accept(self) -> None:
        self.chosen.emit(self._study(), self.settings())
        self.accept()

    def _follow(self) -> None:
        """Say how many runs it is, or what is wrong; beside each setting what it can be and what it is now."""
        for names, _, hint in self.axes:
            hint.setText(self._hint(names.currentData()))
        try:
            count = len(self.settings())
        except SettingsError as error:
            count = 0
            self.said.setText(in_words(" ".join(f"{p.setting}: {p.message} {p.remedy}" for p in error.problems[:1])))
        else:
            self.said.setText(tr("That is {runs}.", runs=plural(count, "run", "runs")))
        set_role(self.said, "muted" if count else "bad")
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(tr("Add {runs}", runs=plural(count, "run", "runs")) if count else tr("Add"))

    def _hint(self, name: str) -> str:
        info, now = self._known[name], value_of(self._base, name)
        kind = tr("One of {choices}.", choices=", ".join(choices(info))) if choices(info) else range_text(info)
        if info.annotation is bool:
            kind, now = tr("On or off."), tr("on") if now else tr("off")
        return f"{tr('Now {value}.', value=now)} {kind}".rstrip()
