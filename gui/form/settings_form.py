"""The settings as a form that builds itself from the schema: pages, presets, levels and problems beside fields."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from engine.advice.acting import out_of_use
from engine.errors import Problem, SettingsError
from engine.settings import RunSettings
from engine.settings.names import value_of
from engine.settings.presets import preset_settings
from gui.form.edits import Edits, LeftToForm
from gui.form.findings import Findings, as_problem, place_of
from gui.form.form_page import FormPage
from gui.form.header import FormHeader
from gui.form.page_signs import PageSigns
from gui.form.page_tabs import PageTabs
from gui.form.pages import PAGES, PageSpec
from gui.form.setting_row import SettingRow
from gui.widgets.theme import GRID
from gui.words.setting_names import setting_fields
from gui.words.translation import tr


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
        self._tabs = PageTabs()
        self._hits: dict[str, int] | None = None  # settings that the search has found, by page
        self._signs = PageSigns(self._tabs, self.pages)
        self._findings = Findings()
        self.edits, self._keys = Edits(self._values, self._put_back, self), LeftToForm(self)
        self._preset = preset_settings("recommended")
        self._header = FormHeader(self._add_row("preset"))
        self.advanced, self.reset_all, self.search = self._header.advanced, self._header.reset_all, self._header.search
        self._add_pages()
        self._arrange()
        self.edits.begin()
        self.advanced.toggled.connect(self._set_level)
        self.search.textChanged.connect(self._search)
        self.reset_all.clicked.connect(self.reset_requested)
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
            self.edits.learn()
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
            raise SettingsError([as_problem(item) for item in error.errors()]) from None

    def set_value(self, settings: RunSettings) -> None:
        """Show settings; problems found before are forgotten, and nothing before can be taken back."""
        self._findings.clear()
        self._show({name: value_of(settings, name) for name in self.rows})
        self.edits.begin()

    def change(self, values: Mapping[str, Any], words: str) -> None:
        """Show other values of some settings, as one change that can be taken back."""
        names = [name for name, value in values.items() if self.rows[name].field.value() != value]
        self._findings.forget(names)
        self._show({name: values[name] for name in names})
        self.edits.note(words)

    def change_to(self, settings: RunSettings, words: str) -> None:
        """Show other settings, as one change that can be taken back."""
        self.change({name: value_of(settings, name) for name in self.rows}, words)

    def changed_names(self) -> tuple[str, ...]:
        """Settings whose value is not the preset's."""
        return tuple(name for name, row in self._rows.items() if row.is_changed)

    def problems(self) -> list[Problem]:
        """What the settings contradict, then what was found elsewhere and shown here."""
        try:
            self.value()
        except SettingsError as error:
            return [*error.problems, *self._findings.problems]
        return self._findings.problems

    def show_problems(self, problems: Sequence[Problem], by: str = "", on: Sequence[str] = ()) -> None:
        """Show what was found ``by`` something beside the fields, in place of what it found before.

        Each problem stays until its field is edited; all of them go with any edit of what they were found ``on``:
        settings, or sections of them.
        """
        self.complete()
        self._findings.put(by, problems, on)
        self._refresh()

    def keep_problems(self, ask: Callable[[], Sequence[Problem]]) -> None:
        """Of what asking the settings found, keep what they still say, in the words of now."""
        before = self._findings.of("")
        if before:
            shown = {problem.setting for problem in before}
            kept = tuple(problem for problem in ask() if problem.setting in shown)
            if kept != before:
                self.show_problems(kept)

    def drop_problems(self, name: str) -> None:
        """Forget what was found about a setting: it has been answered."""
        self._findings.forget((name,))
        self._refresh()

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

    @property
    def page(self) -> str:
        """Title of the page that is shown."""
        return list(self.pages)[self._tabs.currentIndex()]

    def _add_pages(self) -> None:
        """All pages, and the settings of the first: building a hundred rows would keep the window waiting."""
        for spec in PAGES:
            page = FormPage()
            page.advanced_wanted.connect(lambda: self.advanced.setChecked(True))
            self.pages[spec.title] = page
            self._tabs.addTab(page, tr(spec.title))
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
        for line in row.findChildren(QLineEdit):
            line.installEventFilter(self._keys)
        return row

    def _arrange(self) -> None:
        self._tabs.setIconSize(QSize(16, 16))
        self._tabs.tabBar().setAccessibleName(tr("Pages of settings"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._header)
        layout.addWidget(self._tabs, 1)

    def _edited(self, name: str) -> None:
        if self.signalsBlocked():
            return
        self._findings.forget((name, *self._follow_preset()) if name == "preset" else (name,))
        self.edits.note(self._rows[name].title, name if self._rows[name].is_typed else "")
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
        self._findings.clear()
        self.change({name: value_of(self._preset, name) for name in self.changed_names()}, tr("Reset all"))

    def _values(self) -> dict[str, Any]:
        return {name: row.field.value() for name, row in self._rows.items()}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        """A change is taken back, or made again: show where."""
        self._findings.forget(tuple(values))
        self._show(values)
        self.search.clear()
        self.go_to(next(iter(values)))

    def _show(self, values: Mapping[str, Any]) -> None:
        """Put values into their editors, and say so once."""
        with QSignalBlocker(self):
            for name, value in values.items():
                self._rows[name].field.set_value(value)
            self._preset = preset_settings(self._rows["preset"].field.value())
            for name, row in self._rows.items():
                row.set_baseline(value_of(self._preset, name))
        self._refresh()
        self.changed.emit("")

    def _search(self) -> None:
        """Show what was found, also of the advanced settings, on the page that has some."""
        self.complete()
        self._refresh()
        found = [title for title, count in (self._hits or {}).items() if count]
        if found and self.page not in found:
            self.show_page(found[0])

    def _set_level(self, advanced: bool) -> None:
        self._refresh()
        self.advanced_changed.emit(advanced)

    def _refresh(self) -> None:
        """Bring notes, marks and page titles up to date."""
        problems = self.problems()
        self._say_what_acts()
        notes: dict[str, Problem] = {}
        for problem in problems:
            notes.setdefault(place_of(problem, self._fields), problem)
        for name, row in self._rows.items():
            row.note.show_problem(notes.get(name))
        text = self.search.text()
        for page in self.pages.values():
            page.show_level(self.advanced.isChecked(), text)
        self._hits = {title: page.shown for title, page in self.pages.items()} if text.strip() else None
        self._header.show_changed([self._rows[name].title for name in self.changed_names()])
        self._signs.show(problems, self._hits)
        self.problems_changed.emit()

    def _say_what_acts(self) -> None:
        """While settings contradict each other, what was said last stays."""
        with contextlib.suppress(SettingsError):
            idle = out_of_use(self.value())
            for name, row in self._rows.items():
                row.set_out_of_use(idle.get(name, ""))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the page signs again in a new colour scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.pages:
            self._signs.redraw(self.problems(), self._hits)
