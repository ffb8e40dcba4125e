"""PatchDistill: without arguments, or with a project file, the window; with a command the command line."""

import gc
import multiprocessing
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.cli.smoke_words import OPTION, read_smoke_words
from engine.identity import PROJECT_SUFFIXES, RUNNING_MUTEX
from engine.machine.allocator import keep_freed_memory
from engine.packages.thread_waiting import let_waiting_threads_sleep


def main() -> int:
    """Exit code of the window or the command."""
    multiprocessing.freeze_support()
    if sys.platform == "win32":
        from engine.machine import windows

        windows.mark_as_running(RUNNING_MUTEX)
    let_waiting_threads_sleep()
    keep_freed_memory()  # before there are threads, and PyTorch, which take part only if they come later
    words = sys.argv[1:]
    smoke_test = smoke_words(words) if words[:1] == [OPTION] else None
    if smoke_test is None:
        if not opens_window(words):
            return run_words(words)
        if left_to_first(words):
            return 0
    from engine.packages.first_import import import_torch
    from gui.start.loading import import_qt, show_splash

    close_splash = show_splash()
    try:
        import_torch()  # on Windows before Qt (WinError 1114)
    except (ImportError, OSError) as error:
        close_splash()
        from gui.start.start_failure import tell

        return tell(error)
    import_qt()
    if smoke_test is not None:
        from gui.start.smoke_test import main as test

        return test(smoke_test.result, close_splash, quick=smoke_test.quick)
    from gui.start.app import main as open_window

    return open_window(sys.argv, on_shown=lambda _window: close_splash())


def opens_window(words: Sequence[str]) -> bool:
    """Whether the words are none, or files and folders as Windows passes them: whole paths, or a project file.

    A command comes first and is no whole path; an option begins with a hyphen.
    """
    first = words[:1]
    starts = not first or Path(first[0]).is_absolute() or Path(first[0]).suffix.lower() in PROJECT_SUFFIXES
    return starts and not any(word.startswith("-") for word in words)


def smoke_words(words: Sequence[str]) -> Namespace:
    """What a smoke test is asked for; where the words are wrong or ask for help, that is said and the program ends."""
    read: list[Namespace] = []

    def keep(words: Sequence[str]) -> int:
        read.append(read_smoke_words(words))
        return 0

    code = said(words, keep)
    return read[0] if read else sys.exit(code)


def run_words(words: Sequence[str]) -> int:
    """Exit code of a command."""
    from engine.cli.main import main as run_command

    return said(words, run_command)


def said(words: Sequence[str], run: Callable[[Sequence[str]], int]) -> int:
    """Exit code of what runs these words; the windowed program has no console to tell on."""
    if sys.platform == "win32" and sys.stderr is None:
        from engine.cli.without_console import run_without_console
        from engine.machine import windows

        return run_without_console(words, run, windows.message_box, where_commands_go)
    return run(words)


def where_commands_go() -> str:
    """Where the command line lies; it loads Qt, so PyTorch cannot be loaded afterwards."""
    from gui.start import start_failure

    return start_failure.where_commands_go()


def left_to_first(words: Sequence[str]) -> bool:
    """Whether a window that is there already has come forward, before anything slow is loaded."""
    from gui.project.preferences import preferences_path
    from gui.start import second_start

    return second_start.left_to_first(preferences_path(), [Path(word) for word in words])


if __name__ == "__main__":
    gc.disable()  # while everything is imported: all of that stays, and looking through it took a sixth of the time
    sys.exit(main())
