"""A command that was given to the windowed program, which has no console: why it ended is said in a box."""

import io
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout

FAILED = (1, 2)
LONGEST = 3000  # letters of a box
FOR_PROGRAMS = ("--json", "prove")  # nobody is there to read a box


def run_without_console(
    words: Sequence[str], run: Callable[[Sequence[str]], int], show: Callable[[str], object], where: Callable[[], str]
) -> int:
    """Run a command and return its exit code; ``show`` is given why it failed, or what an option as --help tells.

    ``where`` says where commands go; it is asked once the command is over, so that it may load what it likes.
    """
    if not set(FOR_PROGRAMS).isdisjoint(words):
        return run(words)
    told = LastWords()
    with redirect_stderr(told), redirect_stdout(told):
        try:
            code = run(words)
        except SystemExit as end:  # after --help
            code = end.code if isinstance(end.code, int) else 1
    text = told.getvalue().strip()
    if code in FAILED:
        show(f"{text[max(0, text.find('ERROR:')) :]}\n\n{where()}")
    elif text and words[0].startswith("-"):
        show(f"{text}\n\n{where()}")
    return code


class LastWords(io.StringIO):
    """Keeps the end of what is written, however long a run tells of its steps."""

    def write(self, text: str, /) -> int:
        """Letters written."""
        kept = (self.getvalue() + text)[-LONGEST:]
        self.seek(0)
        self.truncate()
        super().write(kept)
        return len(text)
