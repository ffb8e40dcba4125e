"""The life of a small run, from training to its report, in a forked process that may be killed or refused anything."""

import contextlib
import importlib
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import torch

from engine.data.stores.disk_store import DiskStore
from engine.files import ABANDONED_S, is_unfinished
from tests.engine.helpers.command_line import told, write_settings
from tests.engine.helpers.running import difference, outcome
from tests.engine.helpers.tiny_data import TinyData, fitted_teacher, write_images

IMAGES = {"train": 10, "val": 6}
SETTINGS = (  # with much of what outlives a step, and few images
    "data.batch_size=5",
    "data.jpeg_probability=0.5",
    "stage2.ema_decay=0.8",
    "stage2.warmup_epochs=0.5",
    "teacher.accept_weak=true",
)
PATIENCE_S = 120.0  # of the processor, which may be busy with others
WAITING_S = 1800.0  # by the clock, for what waits for ever
_WARMED = ("engine", "sklearn", "scipy", "PIL", "pi_heif", "safetensors", "torch", "numpy", "pydantic", "tomlkit")

Command = tuple[str, ...]
Act = Callable[[], object]


def _nothing() -> None:
    """What a process does before and after its commands unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a process ended: exit codes of its commands, what they said, and the signal that ended it, if one did."""

    codes: list[int] = field(default_factory=list)
    said: str = ""
    signal: int = 0
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def fault(self) -> str:
        """What no command may do, whatever happens to it; empty where it was done as it should be."""
        if "Traceback" in self.said or "inside PatchDistill" in self.said:
            return self.said[max(0, self.said.find("Traceback")) :]
        if any(code not in (0, 1, 130) for code in self.codes):
            return f"exit codes {self.codes}"
        errors = self.said.count("ERROR: ")
        return f"{errors} sentences for one failure" if self.codes.count(1) != errors else ""


class Life:
    """One run in a folder of its own, with its own caches, temporary files and home."""

    def __init__(self, place: Path, data: TinyData, *more: str) -> None:
        self.place, self.data, self.disk = place, data, place / "disk"
        for name in ("runs", "caches", "tmp", "home"):
            (self.disk / name).mkdir(parents=True)
        self.runs = self.disk / "runs"
        self.settings = write_settings(self.runs, data)
        self._more = (*SETTINGS, *more)

    @property
    def run(self) -> Path:
        """The newest run: one that was killed before it had settings is begun anew beside it."""
        found = sorted(self.runs.glob("run*/settings.toml"), key=lambda path: path.stat().st_mtime)
        return found[-1].parent if found else self.runs / "run"

    def train(self) -> Command:
        """Begin, or go on where there is something to go on from."""
        if (self.run / "settings.toml").is_file() and (self.run / "events.jsonl").is_file():
            return ("resume", str(self.run))
        return ("train", str(self.settings), *told(*self._more))

    def export(self) -> Command:
        return ("export", str(self.run), "--format", "safetensors", "--overwrite", "--accept-weak")

    def report(self) -> Command:
        return ("report", str(self.run), "--overwrite")

    def begin(self, commands: Sequence[Callable[[], Command]], before: Act = _nothing, after: Act = _nothing) -> int:
        """The number of a process that does these commands in turn, between two acts of its own."""
        sys.stdout.flush()
        number = os.fork()
        if number:
            return number
        code = 70
        try:
            code = self._live(commands, before, after)
        finally:
            os._exit(code)

    def wait(self, number: int) -> Ending:
        """How a process ended; killed where it takes longer than anything should."""
        deadline = time.monotonic() + WAITING_S
        while (done := os.waitpid(number, os.WNOHANG))[0] == 0:
            if time.monotonic() > deadline or processor_s(number) > PATIENCE_S:
                os.kill(number, signal.SIGKILL)
            time.sleep(0.01)
        said = self._said.read_text("utf-8", "replace") if self._said.exists() else ""
        more = json.loads(self._told.read_text("utf-8")) if self._told.exists() else {}
        return Ending(more.pop("codes", []), said, os.WTERMSIG(done[1]) if os.WIFSIGNALED(done[1]) else 0, more)

    def live(self, *commands: Callable[[], Command], before: Act = _nothing) -> Ending:
        """Do commands in a process of their own and wait for it."""
        return self.wait(self.begin(commands, before))

    def tell(self, **values: Any) -> None:
        """In the process: leave values for `wait`."""
        former = json.loads(self._told.read_text("utf-8")) if self._told.exists() else {}
        (unfinished := self._told.with_suffix(".new")).write_text(json.dumps(former | values), "utf-8")
        unfinished.replace(self._told)  # it may be killed at any moment

    def next_day(self) -> None:
        """Let what a dead process left become so old that it is nobody's; those that it started end first."""
        _, alive = psutil.wait_procs([p for p in psutil.process_iter() if self._is_ours(p)], timeout=300)
        assert not alive, f"{alive} lives on after its parent"
        past = time.time() - ABANDONED_S - 60
        for path in (*self.disk.rglob("*.tmp"), *(self.disk / "tmp").iterdir(), *self.runs.glob("run*")):
            if path.parent == self.runs or is_unfinished(path) or path.name.startswith("PatchDistill "):
                os.utime(path, times=(past, past))

    def files(self) -> set[str]:
        """Every file and folder, but for the numbers in names, once the caches were opened and closed again.

        What SQLite keeps beside them while they are open, its next user takes in.
        """
        for store in self.disk.rglob("*.sqlite"):
            DiskStore(store, 2**20).close()
        paths = (path.relative_to(self.disk).as_posix() for path in self.disk.rglob("*"))
        return {re.sub(r"\brun \(\d+\)", "run", path) for path in paths}

    def keep(self) -> Path:
        """A copy of what it left, to be looked at after the trial."""
        kept = Path(tempfile.mkdtemp(prefix="stress-fault-", dir="/var/tmp"))
        return Path(shutil.copytree(self.place, kept, dirs_exist_ok=True, symlinks=True))

    def differs(self, reference: dict[str, Any]) -> str:
        """Where the end of the run differs in a bit from that of one to which nothing happened."""
        return difference(outcome(self.run), reference)

    def _live(self, commands: Sequence[Callable[[], Command]], before: Act, after: Act) -> int:
        home, tmp = str(self.disk / "home"), str(self.disk / "tmp")
        os.environ |= {"HOME": home, "TMPDIR": tmp, "XDG_CACHE_HOME": str(self.disk / "caches")}
        tempfile.tempdir = None
        self._told.unlink(missing_ok=True)
        for stream in (1, 2):
            os.dup2(os.open(self._said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND), stream)
        codes: list[int] = []
        try:
            before()
            for command in commands:
                from engine.cli.main import main

                codes.append(main(command()))
                if codes[-1]:
                    break
        except BaseException:  # noqa: BLE001  told, and judged by the words
            traceback.print_exc()
        after()
        self.tell(codes=codes)
        return codes[-1] if codes else 71

    @property
    def _said(self) -> Path:
        return self.place / "said.txt"

    @property
    def _told(self) -> Path:
        return self.place / "told.json"

    def _is_ours(self, process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            return process.pid != os.getpid() and str(self.place) in " ".join(process.cmdline())
        return False


def processor_s(number: int) -> float:
    """Seconds of the processor that a process and those that it started have taken."""
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split()
        return sum(psutil.Process(number).cpu_times()[:4]) + sum(processor_s(int(child)) for child in children)
    except (OSError, psutil.NoSuchProcess):  # a child that has ended meanwhile
        return 0.0


def show(line: str) -> None:
    """How far it has come, for whoever watches, and how much of the processor that took."""
    used = sum(os.times()[:4])
    print(f"{used:6.0f} s  {line}", file=sys.stderr, flush=True)


def small_data(place: Path) -> TinyData:
    """Images and teacher that all lives share."""
    write_images(place / "data", IMAGES)
    torch.save(fitted_teacher(place / "data").network.state_dict(), place / "teacher.pth")
    return TinyData(place / "data", place / "teacher.pth", place / "teacher.pth")


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a life ends with to which nothing happens: bits, files, and how much of the processor it took."""

    end: dict[str, Any]
    files: set[str]
    processor_s: float


def undisturbed(place: Path, data: TinyData, commands: Sequence[str], *more: str) -> Undisturbed:
    """Live once; what that imports is imported here, so that later processes begin at once."""
    for attempt in ("first", "second"):  # the first one is slowed by its imports
        life = Life(place / attempt, data, *more)
        began = _of_ended_children()
        told = partial(_tell_modules, life)
        ending = life.wait(life.begin([getattr(life, name) for name in commands], after=told))
        spent = _of_ended_children() - began
        assert set(ending.codes) == {0}, ending
        for name in ending.more["modules"]:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
    found = Undisturbed(outcome(life.run), life.files(), spent)
    shutil.rmtree(place)
    return found


def _of_ended_children() -> float:
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _tell_modules(life: Life) -> None:
    life.tell(modules=[name for name in sys.modules if name.partition(".")[0] in _WARMED])
