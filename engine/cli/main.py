"""Runs one command: Ctrl-C stops and saves, every failure is a sentence, ``--json`` ends with one object."""

import json
import signal
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from engine import __version__
from engine.cli.arguments import make_parser
from engine.cli.console import Console, standard_stream
from engine.control import RunControl, StopRequestedError


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 only on success, 1 for a failure that was explained, 2 for wrong words, 130 when stopped."""
    parser = make_parser()
    parsed = parser.parse_args(arguments)
    if parsed.version:
        Console(standard_stream("stdout")).say(f"PatchDistill {__version__}")
        return 0
    if parsed.command is None:
        parser.print_help()
        return 2
    console = Console(standard_stream("stderr" if parsed.json else "stdout"))
    code, outcome = _outcome(parsed, console)
    console.close_bar()
    if parsed.json:
        Console(standard_stream("stdout")).say(json.dumps(outcome))
    return code


def _outcome(parsed: Namespace, console: Console) -> tuple[int, dict[str, Any]]:
    from engine.cli.commands import COMMANDS
    from engine.machine import explain

    control = RunControl()
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: _interrupt(control, console))
    try:
        return COMMANDS[parsed.command](parsed, control, console)
    except StopRequestedError:
        return 130, _failure("stopped", "Stopped before anything was written.", "")
    except Exception as error:  # noqa: BLE001  whatever it is, the user gets a sentence
        known = explain(error)
        console.say(f"ERROR: {known.message} {known.remedy}".rstrip())
        for problem in getattr(known, "problems", ())[1:]:
            console.say(f"ERROR: {problem.setting}: {problem.message} {problem.remedy}".rstrip())
        return 1, _failure(known.kind, known.message, known.remedy)
    finally:
        signal.signal(signal.SIGINT, before)


def _interrupt(control: RunControl, console: Console) -> None:
    """The first Ctrl-C stops and saves; the second ends at once."""
    if control.stopping:
        raise KeyboardInterrupt
    console.say("Stopping: the state is being saved. Ctrl-C again ends at once.")
    control.stop()


def _failure(kind: str, message: str, remedy: str) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": message, "remedy": remedy}}
