"""PatchDistill's engine: everything that trains, without a window."""

import logging

__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())  # tracebacks go to a run's log, never to the terminal
