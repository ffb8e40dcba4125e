"""Imports torch for the first time, without the part of it that takes seconds on Windows and gives nothing."""

import functools
import gc
import inspect
import os

_REASONS = {  # WinError
    126: "Windows did not find one of its files, or the Visual C++ runtime that it needs (error 126).",
    1114: "One of its files failed as it was started (error 1114), often beside an outdated Visual C++ runtime.",
}


def import_torch() -> None:
    """As it is imported, torch has ``inspect`` tell where its operators are defined.

    That asks for the real path of every imported module's file; Windows opens each file for it, and the folders above
    one that is packed away in the frozen program. Whether a file is a link makes no difference to torch. For the lines
    around the place, which torch does not look at, all modules are gone through once an operator.
    """
    follow_links, with_lines = os.path.realpath, inspect.getframeinfo
    os.path.realpath = os.path.abspath  # type: ignore[assignment]
    inspect.getframeinfo = functools.partial(with_lines, context=0)
    try:
        import torch  # noqa: F401
    finally:
        os.path.realpath, inspect.getframeinfo = follow_links, with_lines


def collect_garbage() -> None:
    """Have Python collect garbage again, where main.py switched that off for the imports, whose objects stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def why_not_loaded(error: Exception) -> tuple[str, str]:
    """What happened where torch could not be imported, and what to do."""
    from engine.machine.memory import COMMIT_LIMIT, PAGE_FILE_TOO_SMALL  # needed only where all has failed

    number = getattr(error, "winerror", None)
    if number == COMMIT_LIMIT:
        return PAGE_FILE_TOO_SMALL
    reason = _REASONS.get(number or 0, "")
    return (
        f"PyTorch, which does the arithmetic, could not be loaded. {reason}".rstrip(),
        "Install PatchDistill again, or from source the pinned packages. If that does not help, look whether an "
        f"antivirus program has removed one of its files. The system says: {error}",
    )
