"""Tries what was built as a user would: start it, install it, start it there, remove it."""

import json
import time
from pathlib import Path

from installer.log import BuildError
from installer.pythons import MINUTE, OwnPython, WinePython

Machine = OwnPython | WinePython


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


def install(machine: Machine, setup: Path, place: Path) -> None:
    """Silently, into a folder of our choice; then the program must be there."""
    machine.program([str(setup), "/S", f"/D={machine.path(place)}"], 15 * MINUTE, place.with_suffix(".install.log"))
    if not (place / "PatchDistill.exe").is_file():
        raise BuildError(f"The installer said nothing and installed nothing into {place}.")


def uninstall(machine: Machine, place: Path) -> None:
    """Silently; then nothing may be left. What was started hands over to a copy of itself, so wait for the end."""
    machine.program([str(place / "Uninstall.exe"), "/S"], 15 * MINUTE, place.with_suffix(".uninstall.log"))
    end = time.monotonic() + 5 * MINUTE
    while place.exists() and time.monotonic() < end:
        time.sleep(1)
    if place.exists():
        left = [path.name for path in place.rglob("*") if path.is_file()]
        raise BuildError(f"Left behind in {place}: {', '.join(left[:20])}")


def _read(result: Path) -> str:
    return result.read_text(encoding="utf-8") if result.is_file() else "{}"


def _told(result: Path) -> str:
    return str(json.loads(_read(result)).get("error") or "It wrote no result, or stopped in the middle of a step.")
