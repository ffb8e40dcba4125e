"""The command line in processes of its own, forked from one that has imported everything, where systems can do that.

What they do is the same; only the seconds in which each would import torch are saved.
"""

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from engine.cli.main import main

IMPORTED = ["torch", "sklearn.linear_model", "sklearn.tree", "engine.cli.commands", "engine.run.run", __name__]


class CommandProcess:
    """A command that runs in ``folder``; it writes to a file, as nobody reads a pipe meanwhile."""

    def __init__(self, folder: Path, words: Sequence[str], environment: Mapping[str, str], printed: Path) -> None:
        self._printed = printed
        self._process = _context().Process(target=_carry_out, args=(folder, words, dict(environment), printed))
        self._process.start()

    @property
    def runs(self) -> bool:
        return self._process.is_alive()

    def send_signal(self, number: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    def end(self, timeout_s: float) -> tuple[int | None, str]:
        """Exit code and what was printed; no code where it has not ended by then."""
        self._process.join(timeout_s)
        return self._process.exitcode, self._printed.read_text(encoding="utf-8")


@cache
def _context() -> ForkServerContext | SpawnContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(IMPORTED)
    return context


def _carry_out(folder: Path, words: Sequence[str], environment: dict[str, str], printed: Path) -> None:
    os.chdir(folder)
    os.environ.update(environment)
    with printed.open("w", encoding="utf-8") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        with redirect_stdout(out), redirect_stderr(out):
            sys.exit(main(words))
