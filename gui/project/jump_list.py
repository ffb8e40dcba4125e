"""Recent projects in the jump list of the program's button, which Windows keeps itself."""

import logging
import sys
import threading
from importlib import import_module
from pathlib import Path

_log = logging.getLogger(__name__)


def add_to_jump_list(path: Path) -> threading.Thread | None:
    """Tell Windows beside the window's thread that a project was used; where it cannot be told, the log says why.

    The shell looks at the file, which may lie on a share that answers late.
    """
    telling = None
    if sys.platform == "win32":
        telling = threading.Thread(target=_tell, args=(path,), name="jump list", daemon=True)
        telling.start()
    return telling


def _tell(path: Path) -> None:
    try:
        import_module("gui.project.windows_recent").add(path)
    except (OSError, ImportError, AttributeError) as error:
        _log.info("Windows' jump list was not told of %s: %s", path, error)
