"""What the program's button in the taskbar shows; nothing where the system has no such thing."""

from typing import Literal, Protocol

TaskbarState = Literal["none", "busy", "normal", "paused", "failed"]


class Taskbar(Protocol):
    """What a system's taskbar can show of a window; OSError where it does not."""

    def show(self, state: TaskbarState, share: float) -> None: ...
