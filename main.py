"""PatchDistill: without arguments the window, with a command the command line."""

import multiprocessing
import sys


def main() -> int:
    """Exit code of the window or the command."""
    multiprocessing.freeze_support()
    smoke_test = sys.argv[1:2] == ["--smoke-test"]
    if len(sys.argv) > 1 and not smoke_test:
        from engine.cli.main import main as run_command

        return run_command(sys.argv[1:])
    from gui.splash import show_splash

    close_splash = show_splash()
    import torch  # noqa: F401  on Windows torch must be loaded before Qt (WinError 1114)

    if smoke_test:
        from gui.smoke_test import main as test

        return test(sys.argv[2:], close_splash)
    from gui.app import main as open_window

    return open_window(sys.argv, on_shown=lambda _window: close_splash())


if __name__ == "__main__":
    sys.exit(main())
