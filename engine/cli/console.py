"""Tells a run's events on a terminal: sentences, and a progress bar with images per second and time left."""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from tqdm import tqdm

from engine.cli.sentences import number, sentences
from engine.errors import EngineError
from engine.events import Event, Progress, Scores, StepDone
from engine.number_words import figure

# Names of files may hold commands to the terminal.
_SHOWN = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")
SUCCESS, FAILURE, INTERRUPTED = 0, 1, 130  # exit codes of commands


class FailedRunError(Exception):
    """A run has failed: its error, and what is known of it all the same, for ``--json``."""

    def __init__(self, error: EngineError, account: dict[str, Any]) -> None:
        super().__init__(error.message)
        self.error, self.account = error, account


class Console:
    """Writes for people to ``stream`` (None in a windowed program: then it is silent). Call it with each event.

    A stream that takes nothing more (a full disk, a pipe whose reader has left) ends no run: ``lost`` says so.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self.lost = False
        self._stream = stream
        self._bar: tqdm[Any] | None = None
        self._task = ""
        self._figures: dict[str, str] = {}
        self._pending = ""

    def __call__(self, event: Event) -> None:
        """Tell an event."""
        if self._pending:
            line, self._pending = self._pending, ""
            self.say(line)
        if isinstance(event, Progress):
            self._progress(event)
        elif isinstance(event, StepDone):
            self._figures = {"loss": figure(event.loss), "images/s": figure(event.images_per_s)}
        else:
            for line in sentences(event):
                self.say(line)

    def say(self, line: str = "") -> None:
        """A line of text above the progress bar."""
        if self._stream is None:
            return
        try:
            self.close_bar()
            print(line.translate(_SHOWN), file=self._stream, flush=True)
        except OSError:
            self._lose()

    def say_soon(self, line: str) -> None:
        """For a signal handler, which may have interrupted `say` itself: told with the next event."""
        self._pending = line

    def table(self, title: str, rows: Mapping[str, Scores]) -> None:
        """Scores, a row each."""
        self.say(f"{title:<28}{'images':>8}{'AUC':>8}{'AP':>8}{'acc.':>8}{'real':>8}{'fake':>8}{'EER':>8}")
        for name, row in rows.items():
            figures = (row.auc, row.ap, row.accuracy, row.real_accuracy, row.fake_accuracy, row.eer)
            self.say(f"{name:<28}{row.images:>8}" + "".join(f"{_figure(value):>8}" for value in figures))

    def close_bar(self) -> None:
        """Leave the bar's line."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _lose(self) -> None:
        with contextlib.suppress(OSError, AttributeError):  # or Python fails once more over what is left in the buffer
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())  # type: ignore[union-attr]
        self.lost, self._stream, self._bar = True, None, None

    def _progress(self, event: Progress) -> None:
        if self._stream is None:
            return
        try:
            self._draw(event)
        except OSError:
            self._lose()

    def _draw(self, event: Progress) -> None:
        if self._bar is None or (self._task, self._bar.total) != (event.task, event.total) or event.done < self._bar.n:
            self.close_bar()
            self._task = event.task
            self._bar = tqdm(
                total=event.total,
                initial=event.done,  # what was done before it could be timed says nothing of the pace
                desc=event.task,
                unit=f" {event.unit}",
                file=self._stream,
                leave=False,
                dynamic_ncols=True,
                ascii=True,
                mininterval=0.5,
            )
        self._bar.set_postfix(self._figures if event.unit == "batches" else {}, refresh=False)
        self._bar.update(event.done - self._bar.n)


def _figure(value: float | None) -> str:
    return "-" if value is None else number(value)


@contextlib.contextmanager
def own_stderr() -> Iterator[None]:
    """``sys.stderr`` on a descriptor of its own: while a picture is decoded, descriptor 2 may lead nowhere."""
    shared = sys.stderr
    try:
        own = os.dup(2) if shared is not None and shared.fileno() == 2 else None
    except OSError:  # a stream without a descriptor, or one that is closed
        own = None
    if own is None:
        yield
        return
    with open(own, "w", encoding=shared.encoding, errors="backslashreplace", buffering=1) as stream:  # noqa: PTH123 (a descriptor)
        sys.stderr = stream
        try:
            yield
        finally:
            sys.stderr = shared


def standard_stream(name: str) -> TextIO | None:
    """stdout or stderr, made unable to fail on a letter that the console lacks; None in a windowed program."""
    stream: TextIO | None = getattr(sys, name)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream
