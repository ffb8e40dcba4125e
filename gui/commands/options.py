"""The ticks of the menus Options and View: each stands for a preference, is remembered, and takes effect at once."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.commands.actions import COMMANDS, LANGUAGES
from gui.project.preferences import LARGEST_TEXT, SMALLEST_TEXT, PreferencesFile
from gui.widgets import dialogs as messages
from gui.widgets.theme import Scheme, Theme
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from gui.plots.panel import PlotsPanel

TEXT_STEP = 10  # per cent
_WHAT = mark(
    "Messages of a training, what it finds and its errors, the report card and the guide are English, so that files "
    "read alike everywhere."
)


def connect_options(
    actions: Mapping[str, QAction], preferences: PreferencesFile, changed: Callable[[], object]
) -> None:
    """Show what is remembered, and remember what is ticked; ``changed`` follows every change."""
    for command in COMMANDS:
        if command.preference:
            action = actions[command.name]
            action.setChecked(getattr(preferences.value, command.preference))
            action.toggled.connect(lambda ticked, name=command.preference: _prefer(preferences, name, ticked, changed))


def connect_schemes(actions: Mapping[str, QAction], theme: Theme, preferences: PreferencesFile) -> None:
    """Show which colours are in use, and take and remember others."""

    def choose(scheme: Scheme) -> None:
        theme.set_scheme(scheme)
        preferences.update(scheme=scheme)

    for scheme in get_args(Scheme):
        actions[f"scheme_{scheme}"].triggered.connect(lambda _=False, scheme=scheme: choose(scheme))
    actions[f"scheme_{theme.scheme}"].setChecked(True)


def connect_languages(actions: Mapping[str, QAction], preferences: PreferencesFile, window: QWidget) -> None:
    """Show which language is chosen, remember another, and say that it takes effect at the next start."""

    def choose(name: str) -> None:
        if name != preferences.value.language:
            preferences.update(language=name)
            messages.tell(
                window, tr("Language"), tr("The window takes the language when it is next opened."), tr(_WHAT)
            )

    for name, _ in LANGUAGES:
        actions[f"language_{name}"].triggered.connect(lambda _=False, name=name: choose(name))
    actions[f"language_{preferences.value.language}"].setChecked(True)


def remember_plots(panel: "PlotsPanel", preferences: PreferencesFile) -> None:
    """Show the plots that were chosen last, and remember what is chosen."""
    panel.set_chosen(preferences.value.plots)
    panel.chosen_changed.connect(lambda names: preferences.update(plots=names))


def connect_text_size(actions: Mapping[str, QAction], theme: Theme, preferences: PreferencesFile) -> None:
    """Take the size that is remembered, and remember another."""

    def choose(percent: int) -> None:
        theme.set_text_size(min(max(percent, SMALLEST_TEXT), LARGEST_TEXT))
        preferences.update(text_size=theme.text_size)

    theme.set_text_size(preferences.value.text_size)
    actions["text_larger"].triggered.connect(lambda: choose(theme.text_size + TEXT_STEP))
    actions["text_smaller"].triggered.connect(lambda: choose(theme.text_size - TEXT_STEP))
    actions["text_usual"].triggered.connect(lambda: choose(100))


def use_native_dialogs(wanted: bool) -> None:
    """Take the system's file dialogs or, where an extension of theirs crashes, Qt's own."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, not wanted)


def _prefer(preferences: PreferencesFile, name: str, ticked: bool, changed: Callable[[], object]) -> None:
    preferences.update(**{name: ticked})
    use_native_dialogs(preferences.value.native_dialogs)
    changed()
