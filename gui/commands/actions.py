"""The window's commands as data: words, icon, shortcut and menu; what they do is connected elsewhere."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from gui.widgets.icons import set_icon
from gui.words.translation import mark, tr

FIRST_NON_LATIN = "\u0250"


@dataclass(frozen=True, slots=True)
class Command:
    """One command as the user meets it, in English; ``group`` makes commands of one name exclude each other,
    ``preference`` is the yes or no that a tick stands for."""

    name: str
    text: str
    tip: str
    menu: str
    icon: str = ""
    shortcut: str = ""
    group: str = ""
    preference: str = ""
    also: str = ""  # a second key, where a keyboard has the first only with Shift


PAGES = (
    ("home", mark("Home"), mark("From images to a student, a step at a time")),
    ("setup", mark("Set-up"), mark("What to train from, and how")),
    ("run", mark("Run"), mark("Curves, warnings and progress")),
    ("results", mark("Results"), mark("How good the student is: figures, decisions, curves, mistakes")),
    ("patches", mark("Patches"), mark("What teacher and student see in a few images")),
    ("inspect", mark("Inspect"), mark("What teacher and student see in a picture of yours")),
    ("try_it", mark("Try it"), mark("What the student says of pictures of yours: real or fake")),
    ("runs", mark("Runs"), mark("Earlier runs: reopen, compare, resume")),
    ("queue", mark("Queue"), mark("Runs to do, one after the other, and studies")),
    ("help", mark("Help"), mark("The guide")),
)
LANGUAGES = (("system", mark("Language of the system")), ("en", "English"), ("de", "Deutsch"), ("zh_CN", "简体中文"))
"""Names as they stand in the preferences, and each language in its own words."""

GUIDE_TOPICS = {
    "home": "first-steps",
    "setup": "images",
    "run": "watching",
    "results": "runs",
    "patches": "watching",
    "inspect": "using",
    "try_it": "using",
    "runs": "runs",
    "queue": "queue",
    "help": "first-steps",
}
"""Where the guide explains each page."""

_RUN = (
    Command("start", "Start", "Train a new student with these settings", "Run", "start", "F5"),
    Command("pause", "Pause", "Hold the run after the current batch", "Run", "pause", "F6"),
    Command("resume", "Resume", "Go on with a paused or stopped run", "Run", "resume", "F7"),
    Command("stop", "Stop", "Save and end the run; it can be resumed", "Run", "stop", "F8"),
    Command("export", "Export", "Take the best student away: formats, proof, report card", "Run", "export", "Ctrl+E"),
    Command(
        "enqueue", "Add to queue", "Put a run with these settings at the end of the queue", "Run", "queue", "Shift+F5"
    ),
    Command("demo", "Try the demo", "Train on the images that come with the program", "Run", "demo"),
    Command("demo_control", "Demo from labels only", "The same without a teacher, to compare with in Runs", "Run"),
)

_WINDOWS_ONLY = (
    (
        Command(
            "taskbar",
            "Progress on the taskbar",
            "The program's button shows how far the run is",
            "Options",
            preference="taskbar_progress",
        ),
    )
    if sys.platform == "win32"
    else ()
)

COMMANDS = (
    Command("new", "New project", "Start from the recommended settings", "File", "new", "Ctrl+N"),
    Command("open", "Open project…", "Load settings from a TOML file", "File", "open", "Ctrl+O"),
    Command("save", "Save project", "Write the settings to their TOML file", "File", "save", "Ctrl+S"),
    Command("save_as", "Save project as…", "Write the settings to a new file", "File", "", "Ctrl+Shift+S"),
    Command("quit", "Quit", "Close the program", "File", "close", "Ctrl+Q"),
    Command("undo", "Undo", "Take back the last change in Set-up", "Edit", "reset", "Ctrl+Z"),
    Command("redo", "Redo", "Make it again", "Edit", "", "Ctrl+Y"),
    Command("find", "Search settings", "Look for a setting by its name or its help", "Edit", "search", "Ctrl+F"),
    *_RUN,
    *(
        Command(f"page_{name}", text, tip, "View", name, f"Ctrl+{number}" if number else "Alt+Home", "pages")
        for number, (name, text, tip) in enumerate(PAGES)
    ),
    Command("scheme_system", "Colours of the system", "Light or dark as the system", "View", "", "", "scheme"),
    Command("scheme_light", "Light", "Dark text on a light ground", "View", "light", "", "scheme"),
    Command("scheme_dark", "Dark", "Light text on a dark ground", "View", "dark", "", "scheme"),
    Command("text_larger", "Larger text", "Show all text larger", "View", "zoom", "Ctrl++", also="Ctrl+="),
    Command("text_smaller", "Smaller text", "Show all text smaller", "View", "", "Ctrl+-"),
    Command("text_usual", "Usual text", "Show text as large as the system does", "View", "", "Ctrl+0"),
    Command("notify", "Notify when a run ends", "Unless the window is in front", "Options", preference="notify_at_end"),
    *_WINDOWS_ONLY,
    Command(
        "native_dialogs",
        "File dialogs of the system",
        "Untick where an extension of the system's dialogs makes them crash: Qt's own are used then",
        "Options",
        preference="native_dialogs",
    ),
    *(
        Command(f"language_{name}", text, "The window's language, from its next start on", "Options", group="languages")
        for name, text in LANGUAGES
    ),
    Command("drills", "Failure drills…", "Provoke each failure in a small run, and see how it ends", "Help"),
    Command("guide", "Guide to this page", "Open the guide where it explains this page", "Help", "help", "F1"),
    Command("support", "Create support file…", "Versions, logs and what the shown run tells, in one zip", "Help"),
    Command("about", "About PatchDistill", "Version and licences", "Help", "info"),
)

TOOLBAR = ("start", "pause", "resume", "stop", "export")


def make_actions(parent: QObject) -> dict[str, QAction]:
    """An action for every command, owned by ``parent``."""
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), parent)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in (command.shortcut, command.also) if key])
        action.setToolTip(tooltip(command))
        if command.icon:
            set_icon(action, command.icon)
        action.setCheckable(bool(command.group or command.preference))
        if command.group:
            groups.setdefault(command.group, QActionGroup(parent)).addAction(action)
        actions[command.name] = action
    return actions


def tooltip(command: Command) -> str:
    """What the command does, and its key."""
    key = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tr(command.tip)} ({key})" if key else tr(command.tip)


def menu_title(title: str) -> str:
    """A menu's title in the window's language, with the letter that opens it: its first, if keyboards have that.

    Chinese has the letter of the English title behind it in brackets, as is usual there.
    """
    shown = tr(title)
    return f"&{shown}" if shown[0] < FIRST_NON_LATIN else f"{shown}(&{title[0]})"


def fill_menu_bar(bar: QMenuBar, actions: dict[str, QAction], owner: QWidget) -> None:
    """Every command under its menu, a line between groups."""
    menus = {title: bar.addMenu(menu_title(title)) for title in dict.fromkeys(c.menu for c in COMMANDS)}
    last = None
    for command in COMMANDS:
        if last and last.menu == command.menu and last.group != command.group:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.name])
        last = command
    owner.addActions(list(actions.values()))
