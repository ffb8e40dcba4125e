"""Threads that wait for one another sleep, so that a run shares a computer with other work."""

import os

# How OpenMP's threads wait at the end of each operation. By default they spin, and where another program takes one of
# the cores, all of them spin until the one that lost its core has it back. Linux (libgomp) reads the first, Windows
# (Intel's OpenMP, in milliseconds) the second.
WAITING = {"OMP_WAIT_POLICY": "passive", "KMP_BLOCKTIME": "0"}


def let_waiting_threads_sleep() -> None:
    """Must come before PyTorch is imported, as OpenMP reads it when it is loaded; what the user has set stays."""
    for name, value in WAITING.items():
        os.environ.setdefault(name, value)
