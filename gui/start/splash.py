"""Something to see at once, while torch and Qt are imported."""

import sys
from collections.abc import Callable


def show_splash() -> Callable[[], None]:
    """Show it, and return what takes it away; on Windows only, where a start takes seconds."""
    if sys.platform == "win32":
        from gui.start.windows_splash import WindowsSplash

        return WindowsSplash().close
    return lambda: None
