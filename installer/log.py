"""Runs the steps of a build under time limits and keeps what each took, as JSON and as a table."""

import contextlib
import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
LAST_LINES = 25


class BuildError(Exception):
    """A step that failed, in words for whoever builds."""


class CommandError(BuildError):
    """A command that ended with another code than 0."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class TooSlowError(BuildError):
    """A command that reached its time limit; Windows programs under Wine sometimes hang, so it is tried again."""


@dataclass(slots=True)
class BuildLog:
    """Every step with its seconds, every result with its size."""

    folder: Path
    steps: list[dict[str, object]] = field(default_factory=list)
    sizes: dict[str, float] = field(default_factory=dict)
    left_out: dict[str, float] = field(default_factory=dict)

    def step(self, name: str, work: Callable[[], Result]) -> Result:
        """Do one step, a second time where the first hung."""
        say(f"{name} ...")
        before = time.monotonic()
        tries = 1
        try:
            result = work()
        except TooSlowError as error:
            say(f"{error} Trying once more.")
            tries = 2
            result = work()
        seconds = round(time.monotonic() - before, 1)
        self.steps.append({"step": name, "seconds": seconds, "tries": tries})
        self.write()
        say(f"{name}: {seconds:.0f} s")
        return result

    def size(self, name: str, path: Path) -> float:
        """Note a file's or folder's size, in MB of 1,048,576 bytes."""
        self.sizes[name] = round(size_of(path) / 2**20, 1)
        return self.sizes[name]

    def write(self) -> None:
        """build-log.json and build-log.md in the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        machine = {"system": platform.platform(), "processors": os.cpu_count()}
        said = {"machine": machine, "steps": self.steps, "sizes_mb": self.sizes, "left_out_mb": self.left_out}
        (self.folder / "build-log.json").write_text(json.dumps(said, indent=2), encoding="utf-8")
        (self.folder / "build-log.md").write_text(self._tables(machine), encoding="utf-8")

    def _tables(self, machine: Mapping[str, object]) -> str:
        tables = (
            table(("step", "seconds"), [(str(row["step"]), row["seconds"]) for row in self.steps]),
            table(("what was made", "MB"), _largest_first(self.sizes)),
            table(("left out", "MB"), _largest_first(self.left_out)),
        )
        return f"Built on {machine['system']}, {machine['processors']} processors.\n\n" + "\n".join(tables)


def run(
    command: Sequence[str], limit_s: float, log: Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> str:
    """What a command says, which ``log`` keeps; BuildError with its last lines where it fails.

    Its standard handles are pipes, because Wine cannot use files for them.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        cwd=cwd,
        start_new_session=True,
    )
    try:
        said = process.communicate(timeout=limit_s)[0].decode("utf-8", errors="replace")
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise TooSlowError(f"{Path(command[0]).name} did not end within {limit_s:.0f} s.") from error
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(said, encoding="utf-8")
    if process.returncode != 0:
        last = "\n".join(said.splitlines()[-LAST_LINES:])
        told = f"{' '.join(command)}\nended with code {process.returncode}. All of it: {log}\n{last}"
        raise CommandError(told, process.returncode)
    return said


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return (
        sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) if path.is_dir() else path.stat().st_size
    )


def say(line: str) -> None:
    """Tell whoever watches the build; letters that the console lacks are replaced."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(f"{line.encode(encoding, 'replace').decode(encoding)}\n")
    sys.stdout.flush()


def _end(process: subprocess.Popen[bytes]) -> None:
    """The command and what it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _largest_first(sizes: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(sizes.items(), key=lambda item: item[1], reverse=True)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)
