"""While torch and Qt are imported: something to see, and Qt without the part that takes long and gives nothing."""

import builtins
import sys
from collections.abc import Callable


def show_splash() -> Callable[[], None]:
    """Show it, and return what takes it away; on Windows only, where a start takes seconds."""
    if sys.platform == "win32":
        from gui.start.windows_splash import WindowsSplash

        return WindowsSplash().close
    return lambda: None


def import_qt() -> None:
    """Import Qt, and have it look into no module that is imported from then on.

    To offer its ``__feature__`` switches, PySide6 reads the source of every module to see whether it speaks of Qt. In
    the packed program there is none to be found, and Windows looks for each in a folder of a hundred files.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
