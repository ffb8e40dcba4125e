"""Starts what was built as a user would, without a console."""

import json
from pathlib import Path

from installer.log import BuildError
from installer.pythons import MINUTE, Machine


def smoke_test(machine: Machine, program: Path, result: Path, *, quick: bool) -> None:
    """The program's own smoke test, started without a console; BuildError says in which step it ended."""
    result.unlink(missing_ok=True)
    words = ["--smoke-test", *(["--quick"] if quick else []), "--result", machine.path(result)]
    try:
        machine.program([str(program), *words], 40 * MINUTE, result.with_suffix(".log"))
    except BuildError as error:
        raise BuildError(f"The smoke test failed. {_told(result)}\n{error}") from error
    if not json.loads(_read(result)).get("ok"):
        raise BuildError(f"The smoke test failed. {_told(result)}")


def _read(result: Path) -> str:
    return result.read_text(encoding="utf-8") if result.is_file() else "{}"


def _told(result: Path) -> str:
    return str(json.loads(_read(result)).get("error") or "It wrote no result, or stopped in the middle of a step.")
