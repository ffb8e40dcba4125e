"""How a command is told to end: by Ctrl-C, by the system or a scheduler, by a terminal or a console that is closed."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Ctrl-C and, on Windows, Ctrl-Break: the only one that another program can send there.
INTERRUPTS = [signal.Signals[name] for name in ("SIGINT", "SIGBREAK") if name in signal.Signals.__members__]
ENDINGS = [signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__]


@contextmanager
def told_to_end(interrupted: Callable[[], object], ended: Callable[[], object]) -> Iterator[None]:
    """Call ``interrupted`` at each Ctrl-C, and ``ended`` at what asks once and then waits; for the main thread.

    A hang-up that is ignored, as under nohup, stays so. On Windows the end of the session or of the console ends the
    process as soon as that is answered, so the answer is held back until the block is left (Windows waits for 5 s or
    a little more).
    """
    wanted = [(number, interrupted) for number in INTERRUPTS]
    wanted += [(number, ended) for number in ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    before = [(number, signal.signal(number, lambda *_, act=act: act())) for number, act in wanted]
    try:
        if sys.platform == "win32":
            from engine.machine import windows

            with windows.console_held(ended):
                yield
        else:
            yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
