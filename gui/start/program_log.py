"""The window's own log, which never grows beyond a few megabytes."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

BYTES, FORMER = 1_000_000, 2
LOGGERS = ("engine", "gui", "py.warnings")


def keep_log(folder: Path) -> logging.Handler:
    """Write what engine and window log into patchdistill.log; the two files before it are kept."""
    handler = _ProgramLog(folder / "patchdistill.log", maxBytes=BYTES, backupCount=FORMER, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for name in LOGGERS:
        logging.getLogger(name).addHandler(handler)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Write nothing more."""
    for name in LOGGERS:
        logging.getLogger(name).removeHandler(handler)
    handler.close()


class _ProgramLog(RotatingFileHandler):
    """Stays short where the folder cannot be written: a log ends no program."""

    def emit(self, record: logging.LogRecord) -> None:
        """The first line opens the file."""
        try:
            super().emit(record)
        except OSError:
            return

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Nothing."""
