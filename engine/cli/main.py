"""Runs one command, which whatever asks it to end stops and saves; every failure is a sentence.

``--json`` ends with one object.
"""

import json
import math
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine import __version__
from engine.cli.arguments import make_parser
from engine.cli.console import FAILURE, Console, FailedRunError, own_stderr, standard_stream
from engine.control import RunControl, StopRequestedError
from engine.errors import EngineError, MachineError, SettingsError
from engine.machine.stop_signals import told_to_end
from engine.packages.first_import import collect_garbage, import_torch, why_not_loaded


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 only on success, 1 for a failure that was explained, 2 for wrong words, 130 when stopped."""
    if arguments[:1] == ["prove"]:  # what `export` starts: a process of its own, kept as bare as the format allows
        from engine.export.prove import end_with, prove

        kind, file, folder, parent = arguments[1:]
        end_with(int(parent), Path(folder), Path(file))
        return prove(kind, Path(file), Path(folder))
    with own_stderr():
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    parser = make_parser()
    try:
        parsed = parser.parse_args(arguments)
    except SettingsError as error:
        return _wrong_words(parser, error, as_json="--json" in arguments)
    if parsed.version:
        console = Console(standard_stream("stdout"))
        console.say(f"PatchDistill {__version__}")
        return int(console.lost)
    if parsed.command is None:
        parser.print_help()
        return 2
    console = Console(standard_stream("stderr" if parsed.json else "stdout") if _leads() else None)
    code, outcome = _outcome(parsed, console)
    console.close_bar()
    if parsed.json and _leads():
        console = Console(standard_stream("stdout"))
        console.say(json.dumps(_plain(outcome), allow_nan=False))
    return code or int(console.lost)


def _wrong_words(parser: ArgumentParser, error: SettingsError, *, as_json: bool) -> int:
    console = Console(standard_stream("stderr"))
    console.say(f"{parser.format_usage()}ERROR: {error.message} {error.remedy}")
    if as_json:
        Console(standard_stream("stdout")).say(json.dumps(_failure(error.kind, error.message, error.remedy)))
    return 2


def _outcome(parsed: Namespace, console: Console) -> tuple[int, dict[str, Any]]:
    control = RunControl()
    try:
        with told_to_end(lambda: _interrupt(control, console), lambda: _end(control, console)):
            return _commanded(parsed, control, console)
    except KeyboardInterrupt:
        return _stopped(console, "Ended at once.", "A run can be resumed from its last checkpoint.")


def _commanded(parsed: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    try:
        import_torch()
    except (ImportError, OSError) as error:
        return _not_loaded(error, console)
    from engine.cli.commands import COMMANDS
    from engine.machine.device import explain

    collect_garbage()
    try:
        return COMMANDS[parsed.command](parsed, control, console)
    except StopRequestedError:
        return _stopped(console, "Stopped before the end.")
    except FailedRunError as failed:
        return FAILURE, _explained(failed.error, console) | failed.account
    except Exception as error:  # noqa: BLE001  whatever it is, the user gets a sentence
        return FAILURE, _explained(explain(error), console)


def _explained(known: EngineError, console: Console) -> dict[str, Any]:
    """Say what went wrong, and return it."""
    if not _leads():  # silent otherwise
        console = Console(standard_stream("stderr"))
    console.say(f"ERROR: {known.message} {known.remedy}".rstrip())
    problems = getattr(known, "problems", ())
    for problem in problems[1:]:
        console.say(f"ERROR: {problem.setting}: {problem.message} {problem.remedy}".rstrip())
    failure = _failure(known.kind, known.message, known.remedy)
    if len(problems) > 1:
        failure["error"]["problems"] = [asdict(problem) for problem in problems]
    return failure


def _not_loaded(error: Exception, console: Console) -> tuple[int, dict[str, Any]]:
    known = MachineError(*why_not_loaded(error))
    console.say(f"ERROR: {known.message} {known.remedy}")
    return 1, _failure(known.kind, known.message, known.remedy)


def _stopped(console: Console, message: str, remedy: str = "") -> tuple[int, dict[str, Any]]:
    console.say(f"{message} {remedy}".rstrip())
    return 130, _failure("stopped", message, remedy)


def _interrupt(control: RunControl, console: Console) -> None:
    """The first Ctrl-C stops and saves; the second ends at once."""
    if control.stopping and not _together():  # torchrun passes on what the terminal has sent already
        raise KeyboardInterrupt
    control.stop()
    console.say_soon("Stopping: the state is being saved. Ctrl-C again ends at once.")


def _end(control: RunControl, console: Console) -> None:
    """The system asks to end, perhaps more than once, and cuts off by itself what takes too long."""
    control.stop()
    console.say_soon("Told to end: the state is being saved.")


def _together() -> bool:
    """Whether torchrun started this process, beside others."""
    return "TORCHELASTIC_RUN_ID" in os.environ


def _leads() -> bool:
    """Whether this process is alone or the first: only that one tells."""
    return not _together() or os.environ["RANK"] == "0"


def _failure(kind: str, message: str, remedy: str) -> dict[str, Any]:
    return {"error": {"kind": kind, "message": message, "remedy": remedy}}


def _plain(value: Any) -> Any:
    """The same without NaN and infinity, which JSON does not know."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
