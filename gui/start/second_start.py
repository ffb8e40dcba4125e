"""What a second start does before anything heavy is loaded: it hands its project to the first window, and leaves.

It speaks to gui.start.single_instance without Qt, which on Windows must not be loaded before PyTorch.
"""

import hashlib
import socket
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from engine.identity import PROJECT_SUFFIXES

PATIENCE_S = 3.0
TAKEN = b"taken\n"


def channel(preferences: Path) -> str:
    """Name under which the windows of one user, who has one file of preferences, find each other."""
    return f"PatchDistill-{hashlib.sha256(str(preferences).encode()).hexdigest()[:16]}"


def is_project(path: Path) -> bool:
    """Whether the name is that of a project file."""
    return path.suffix.lower() in PROJECT_SUFFIXES


def left_to_first(preferences: Path, given: Sequence[Path]) -> bool:
    """Whether a window that is there already has come forward for this start; it takes one project, no more."""
    project = given[0] if len(given) == 1 and is_project(given[0]) else None
    if not hand_over(channel(preferences), project):
        return False
    if given and project is None:
        from gui.start.start_failure import tell_open_already

        tell_open_already(given)
    return True


def hand_over(name: str, project: Path | None) -> bool:
    """Ask the first window to come forward and open a project; false where none is there, or none that answers."""
    line = f"{project.absolute() if project else ''}\n".encode()
    answers: list[bytes] = []
    # A pipe of Windows knows no time limit: who does not answer is left to a thread that ends with the process.
    asking = threading.Thread(target=lambda: answers.append(_ask(name, line)), daemon=True)
    asking.start()
    asking.join(PATIENCE_S)
    return answers == [TAKEN]


def _ask(name: str, line: bytes) -> bytes:
    """The answer; empty where nobody is there."""
    try:
        if sys.platform == "win32":
            from engine.machine import windows

            with open(rf"\\.\pipe\{name}", "r+b", buffering=0) as pipe:  # noqa: PTH123  a pipe is no path
                windows.let_others_come_forward()
                pipe.write(line)
                return pipe.readline()
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(Path(tempfile.gettempdir(), name)))  # where Qt puts it
            connection.sendall(line)
            with connection.makefile("rb") as answer:
                return answer.readline()
    except OSError:
        return b""
