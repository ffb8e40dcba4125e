"""What faulthandler wrote when the program broke down below Python, and the next start that tells of it.

On Windows faulthandler also writes down every exception that passes through a library, caught or not: COM throws
some of its own whenever another program does not answer. So a report counts only where the program did not end in
order, and its last words are those of a breakdown.
"""

import logging
import re
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from engine.files import SHORT_PATIENCE_S, read_bytes
from gui.widgets import dialogs
from gui.window.support import ask_for_support_file
from gui.words.translation import tr

NAME = "native-crash.txt"
LONGEST = 1_000_000  # bytes, from the end
_HEADLINE = re.compile(r"^(?:Fatal Python error: .*|Windows fatal exception: (?:code 0x(?P<code>[0-9a-f]+)|.*))$", re.M)
_NTSTATUS_ERRORS = range(0xC0000000, 0xD0000000)  # others are HRESULTs of COM, or exceptions that a library throws

_log = logging.getLogger(__name__)


def take_report(folder: Path) -> Path | None:
    """The report of a breakdown that the former start left, moved to a name of its own; None where there is none."""
    left = folder / NAME
    try:
        if not left.is_file():
            return None
        if not is_breakdown(read_bytes(left, SHORT_PATIENCE_S)[-LONGEST:].decode("utf-8", errors="replace")):
            left.unlink()
            return None
        moment = time.strftime("%Y%m%d-%H%M%S", time.localtime(left.stat().st_mtime))
        return left.replace(folder / f"native-crash-{moment}.txt")
    except OSError as error:  # another window has it open
        _log.info("%s was left as it is: %s", left, error)
        return None


def is_breakdown(text: str) -> bool:
    """Whether the last exception that was written down is one that ends a program."""
    headlines = list(_HEADLINE.finditer(text))
    if not headlines:
        return False
    code = headlines[-1]["code"]
    return code is None or int(code, 16) in _NTSTATUS_ERRORS


def tell_of_breakdown(window: QWidget, report: Path, run: Callable[[], Path | None]) -> QMessageBox:
    """Say that the program broke down last time, what is safe, and offer a support file, which holds the report."""
    return dialogs.ask(
        window,
        tr("PatchDistill broke down last time"),
        tr("The program, or a part of the system that it uses, crashed and was ended by the system."),
        tr(
            "A run that was going on can be resumed from its last checkpoint: it is among the earlier runs. If this "
            "happens again, create a support file and pass it on. The report is in {report}.",
            report=report,
        ),
        tr("Create support file…"),
        tr("Close"),
        lambda: ask_for_support_file(window, run()),
    )
