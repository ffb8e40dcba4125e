"""What can be done with the entries of the queue: words, icons and keys of its buttons and of the context menu."""

from gui.words.translation import mark

ENTRY_ACTIONS = (
    (
        "add",
        "add",
        mark("Add present settings"),
        mark("Put a run with the settings of Set-up at the end."),
        "Insert",
    ),
    ("study", "compare", mark("Study…"), mark("Runs with several values of settings, and several seeds."), ""),
    ("control", "student", mark("Control run"), mark("After each chosen run the same from labels only."), "Ctrl+L"),
    ("up", "up", mark("Up"), mark("Run the chosen entries earlier."), "Alt+Up"),
    ("down", "down", mark("Down"), mark("Run the chosen entries later."), "Alt+Down"),
    (
        "remove",
        "delete",
        mark("Remove"),
        mark("Take the chosen entries out; the folders of their runs stay."),
        "Del",
    ),
    ("again", "refresh", mark("Try again"), mark("Let chosen entries that failed wait for their turn again."), ""),
    ("open", "open", mark("Open"), mark("Show the run's curves and warnings (Enter or double-click)."), ""),
)
"""Name, icon, text, help and key."""
