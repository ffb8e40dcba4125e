"""The settings as a form that builds itself from the schema: pages, presets, levels and problems beside fields."""

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from engine.errors import Problem, SettingsError
from engine.settings import RunSettings
from engine.settings.names import value_of
from engine.settings.presets import preset_settings
from gui.form.findings import FormFindings
from gui.form.form_page import FormPage
from gui.form.pages import PAGES, PageSpec
from gui.form.setting_row import SettingRow
from gui.widgets.icons import icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, colors
from gui.words.plain_words import plural
from gui.words.setting_names import setting_fields


class SettingsForm(QWidget):
    """Every setting of a run; ``value`` gives what is shown, ``changed`` says that it is no longer what it was."""

    changed = Signal(str)  # the setting's name, "" after set_value
    problems_changed = Signal()
    advanced_changed = Signal(bool)
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = dict(setting_fields(RunSettings))
        self._rows: dict[str, SettingRow] = {}
        self._unbuilt = list(PAGES)
        self.pages: dict[str, FormPage] = {}
        self.advanced = QCheckBox("Advanced settings")
        self.reset_all = QPushButton("Reset all")
        self._tabs = QTabWidget()
        self._changed_count = TextLabel()
        self._signs: dict[str, tuple[int, int]] = {}  # page -> problems and errors that its sign shows
        self._findings: dict[str, FormFindings] = {}
        self._add_pages()
        self._arrange()
        self.advanced.toggled.connect(self._set_level)
        self.reset_all.clicked.connect(self.reset_requested)
        self._preset = preset_settings("recommended")
        self._refresh()

    @property
    def rows(self) -> dict[str, SettingRow]:
        """Every setting's row by its dotted name."""
        self.complete()
        return self._rows

    def complete(self) -> None:
        """Build the pages that nobody has seen yet; until then their settings have the preset's values."""
        if self._unbuilt:
            while self._unbuilt:
                self._build_page(self._unbuilt.pop(0))
            self._refresh()

    def value(self) -> RunSettings:
        """The settings as shown; SettingsError with every problem where they contradict each other."""
        values: dict[str, Any] = {}
        for name, row in self._rows.items():
            section, _, key = name.rpartition(".")
            (values.setdefault(section, {}) if section else values)[key] = row.field.value()
        try:
            return RunSettings.model_validate(values)
        except ValidationError as error:
            raise SettingsError([_as_problem(item) for item in error.errors()]) from None

    def set_value(self, settings: RunSettings) -> None:
        """Show settings; problems found before are forgotten."""
        self._findings = {}
        self._preset = preset_settings(settings.preset)
        with QSignalBlocker(self):
            for name, row in self.rows.items():
                row.field.set_value(value_of(settings, name))
                row.set_baseline(value_of(self._preset, name))
        self._refresh()
        self.changed.emit("")

    def changed_names(self) -> tuple[str, ...]:
        """Settings whose value is not the preset's."""
        return tuple(name for name, row in self._rows.items() if row.is_changed)

    def problems(self) -> list[Problem]:
        """What the settings contradict, then what was found elsewhere and shown here."""
        try:
            self.value()
        except SettingsError as error:
            return [*error.problems, *self._found]
        return self._found

    def show_problems(self, problems: Sequence[Problem], by: str = "", on: Sequence[str] = ()) -> None:
        """Show what was found ``by`` something beside the fields, in place of what it found before.

        Each problem stays until its field is edited; all of them go with any edit of what they were found ``on``:
        settings, or sections of them.
        """
        self.complete()
        self._findings[by] = FormFindings(tuple(problems), tuple(on))
        self._refresh()

    def keep_problems(self, ask: Callable[[], Sequence[Problem]]) -> None:
        """Of what asking the settings found, keep what they still say, in the words of now."""
        before = self._findings.get("")
        if before is None or not before.problems:
            return
        shown = {problem.setting for problem in before.problems}
        kept = tuple(problem for problem in ask() if problem.setting in shown)
        if kept != before.problems:
            self.show_problems(kept)

    def drop_problems(self, name: str) -> None:
        """Forget what was found about a setting: it has been answered."""
        self._forget((name,))
        self._refresh()

    @property
    def _found(self) -> list[Problem]:
        problems = [problem for findings in self._findings.values() for problem in findings.problems]
        return list(dict.fromkeys(problems))

    def _forget(self, names: Sequence[str]) -> None:
        """Settings have other values now."""
        self._findings = {by: findings.without(names) for by, findings in self._findings.items()}

    def go_to(self, name: str) -> None:
        """Turn to a setting's page, scroll to it and give it the focus."""
        self.complete()
        if name not in self._fields:
            name = next((known for known in self._fields if known.startswith(f"{name}.")), "")
        for page in self.pages.values():
            if name in page.names:
                self._tabs.setCurrentWidget(page)
                page.reveal(name)

    def show_page(self, title: str) -> None:
        """Turn to a page by its title."""
        self._tabs.setCurrentWidget(self.pages[title])

    def _add_pages(self) -> None:
        """All pages, and the settings of the first: building a hundred rows would keep the window waiting."""
        for spec in PAGES:
            page = FormPage()
            page.advanced_wanted.connect(lambda: self.advanced.setChecked(True))
            self.pages[spec.title] = page
            self._tabs.addTab(page, spec.title)
        self._build_page(self._unbuilt.pop(0))

    def _build_page(self, spec: PageSpec) -> None:
        groups = []
        for heading, names in spec.groups:
            free = [name for name in self._fields if name not in self._rows and name != "preset"]
            taken = [n for n in free if any(n == name or n.startswith(f"{name}.") for name in names)]
            groups.append((heading, [self._add_row(name) for name in taken]))
        self.pages[spec.title].fill(groups)

    def _add_row(self, name: str) -> SettingRow:
        row = self._rows[name] = SettingRow(name, self._fields[name])
        row.changed.connect(self._edited)
        return row

    def _arrange(self) -> None:
        preset = self._add_row("preset")
        preset.setParent(self)  # its editor stands in the header, the rest of the row nowhere
        preset.hide()
        kept = self.reset_all.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset_all.setSizePolicy(kept)
        header = QHBoxLayout()
        header.setSpacing(2 * GRID)
        label = TextLabel("Preset")
        label.setBuddy(preset.editor)
        header.addWidget(label)
        header.addWidget(preset.editor)
        header.addWidget(self._changed_count)
        header.addWidget(self.reset_all)
        header.addStretch()
        header.addWidget(self.advanced)
        self._tabs.setIconSize(QSize(16, 16))
        self._tabs.tabBar().setAccessibleName("Pages of settings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(header)
        layout.addWidget(self._tabs, 1)

    def _edited(self, name: str) -> None:
        if self.signalsBlocked():
            return
        self._forget((name, *self._follow_preset()) if name == "preset" else (name,))
        self._refresh()
        self.changed.emit(name)

    def _follow_preset(self) -> list[str]:
        """Take the new preset's value wherever the old one's was shown; what the user changed stays.

        The settings that have another value now.
        """
        before = {name: row.field.value() for name, row in self.rows.items()}
        old, self._preset = self._preset, preset_settings(self.rows["preset"].field.value())
        with QSignalBlocker(self):
            for name, row in self.rows.items():
                if row.field.value() == value_of(old, name):
                    row.field.set_value(value_of(self._preset, name))
                row.set_baseline(value_of(self._preset, name))
        return [name for name, row in self.rows.items() if row.field.value() != before[name]]

    def reset(self) -> None:
        """Set everything back to the preset's values."""
        with QSignalBlocker(self):
            for name in self.changed_names():
                self.rows[name].field.set_value(value_of(self._preset, name))
        self._findings = {}
        self._refresh()
        self.changed.emit("")

    def _set_level(self, advanced: bool) -> None:
        self._refresh()
        self.advanced_changed.emit(advanced)

    def _refresh(self) -> None:
        """Bring notes, marks and page titles up to date."""
        problems = self.problems()
        notes: dict[str, Problem] = {}
        for problem in problems:
            notes.setdefault(self._place(problem), problem)
        for name, row in self._rows.items():
            row.note.show_problem(notes.get(name))
        for page in self.pages.values():
            page.show_level(self.advanced.isChecked())
        changed = self.changed_names()
        count = len(changed)
        self._changed_count.setToolTip("\n".join(self._rows[name].title for name in changed))
        self._changed_count.setText(f"{count} changed" if count else "Unchanged")
        self.reset_all.setVisible(count > 0)
        self._name_pages(problems)
        self.problems_changed.emit()

    def _place(self, problem: Problem) -> str:
        """The setting beside which a problem stands: its own, or the first of its section that the words name."""
        inside = [name for name in self._fields if name.startswith(f"{problem.setting}.")]
        named = [name for name in inside if name.rpartition(".")[2] in problem.message]
        return named[0] if named else problem.setting

    def _name_pages(self, problems: Sequence[Problem]) -> None:
        for index, (spec, page) in enumerate(zip(PAGES, self.pages.values(), strict=True)):
            mine = [p for p in problems if any(is_at(p, name) for name in page.names)]
            grave = sum(p.severity == "error" for p in mine)
            if self._signs.get(spec.title) == (len(mine), grave):
                continue  # drawing a sign costs more than all the rest of an edit
            self._signs[spec.title] = (len(mine), grave)
            worst = "error" if grave else "warning"
            role = {"error": "bad", "warning": "warning"}[worst] if mine else "text"
            self._tabs.setTabText(index, f"{spec.title} ({len(mine)})" if mine else spec.title)
            self._tabs.setTabToolTip(index, _count_words(grave, len(mine) - grave))
            self._tabs.setTabIcon(index, icon(worst if mine else spec.icon, colors(self), role))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the page signs again in a new colour scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.pages:
            self._signs.clear()
            self._name_pages(self.problems())


def is_at(problem: Problem, name: str) -> bool:
    """Whether a problem belongs to a setting, or to the section that the setting stands in."""
    return problem.setting == name or name.startswith(f"{problem.setting}.")


def _count_words(errors: int, warnings: int) -> str:
    counted = ((errors, "error", "errors"), (warnings, "warning", "warnings"))
    words = " and ".join(plural(*each) for each in counted if each[0])
    return f"{words} on this page" if words else ""


def _as_problem(item: Any) -> Problem:
    message = str(item["msg"]).removeprefix("Value error, ").removeprefix("Input should be ")
    words = f"Must be {message}" if "Input should be" in item["msg"] else f"{message[:1].upper()}{message[1:]}"
    return Problem(".".join(map(str, item["loc"])), f"{words}.")
