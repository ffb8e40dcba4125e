"""What can be done with the runs that are selected: words, keys and icons, for the context menu and the menu More."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from gui.widgets.icons import set_icon
from gui.words.translation import mark, tr


@dataclass(frozen=True, slots=True)
class RunAction:
    """One action; ``more`` are those that have no button of their own."""

    name: str
    text: str
    tip: str
    icon: str
    key: str = ""
    more: bool = False


RUN_ACTIONS = (
    RunAction(
        "open", mark("Open"), mark("Show the run's results, curves and warnings (Enter or double-click)."), "open"
    ),
    RunAction(
        "compare",
        mark("Compare"),
        mark("Results, settings and curves of 2 to 8 runs side by side."),
        "compare",
        "Ctrl+K",
    ),
    RunAction("resume", mark("Resume"), mark("Go on with the run."), "resume"),
    RunAction(
        "notes", mark("Name and notes…"), mark("Give the run another name, tags and a note."), "info", "F2", more=True
    ),
    RunAction(
        "settings",
        mark("Settings into Set-up"),
        mark("Begin another run from these settings."),
        "setup",
        "Ctrl+D",
        more=True,
    ),
    RunAction(
        "folder", mark("Open folder"), mark("Show the run's files in the file manager."), "folder", "Ctrl+L", more=True
    ),
    RunAction(
        "delete", mark("Delete"), mark("Move the selected runs to the recycle bin, after a question."), "delete", "Del"
    ),
)


def make_run_actions(parent: QObject) -> dict[str, QAction]:
    """An action for each, with keys that act while the list has the focus."""
    actions = {}
    for about in RUN_ACTIONS:
        action = QAction(tr(about.text), parent)
        action.setToolTip(f"{tr(about.tip)} ({about.key})" if about.key else tr(about.tip))
        action.setShortcut(QKeySequence(about.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        set_icon(action, about.icon)
        actions[about.name] = action
    return actions
