"""Tries what was built as a user would: start it, install it, start it there, remove it."""

import json
import time
from pathlib import Path

from installer.log import BuildError
from installer.pythons import MINUTE, OwnPython, WinePython

Machine = OwnPython | WinePython
LEAST_TRACES = 4  # the program, its project files (two keys), the start menu


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
    """Silently, into a folder of our choice; then the program must be there, and Windows must know of it."""
    machine.program([str(setup), "/S", f"/D={machine.path(place)}"], 15 * MINUTE, place.with_suffix(".install.log"))
    if not (place / "PatchDistill.exe").is_file():
        raise BuildError(f"The installer said nothing and installed nothing into {place}.")
    if len(_traces(machine, place)) < LEAST_TRACES:
        raise BuildError("The installer registered neither the program nor its project files, or made no shortcut.")


def upgrade(machine: Machine, setup: Path, place: Path) -> None:
    """Over what is installed; then nothing of the former version may be left, and what a user put there must be."""
    former, users = place / "_internal" / "former version.dll", place / "users notes.txt"
    for file in (former, users):
        file.write_text("of before", encoding="utf-8")
    install(machine, setup, place)
    if former.exists() or not users.exists():
        raise BuildError(f"After the upgrade, {former.name} is left or {users.name} is gone.")
    users.unlink()


def uninstall(machine: Machine, place: Path) -> None:
    """Silently; then nothing may be left. What was started hands over to a copy of itself, so wait for the end."""
    machine.program([str(place / "Uninstall.exe"), "/S"], 15 * MINUTE, place.with_suffix(".uninstall.log"))
    end = time.monotonic() + 5 * MINUTE
    while place.exists() and time.monotonic() < end:
        time.sleep(1)
    if place.exists():
        left = [path.name for path in place.rglob("*") if path.is_file()]
        raise BuildError(f"Left behind in {place}: {', '.join(left[:20])}")
    if traces := _traces(machine, place):
        raise BuildError(f"Windows still knows of the program: {', '.join(traces)}")


def _traces(machine: Machine, place: Path) -> list[str]:
    return machine.python(["-m", "installer.traces"], 5 * MINUTE, place.with_suffix(".traces.log")).splitlines()


def _read(result: Path) -> str:
    return result.read_text(encoding="utf-8") if result.is_file() else "{}"


def _told(result: Path) -> str:
    return str(json.loads(_read(result)).get("error") or "It wrote no result, or stopped in the middle of a step.")
