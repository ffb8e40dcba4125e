"""Lets single calls of the system fail while a run goes on, as a full, failing or busy disk does.

Runs in a process that was started with the library of `failing_calls.c`, which Python, SQLite and torch all call.
"""

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import engine.files
import tests
from tests.engine.helpers.tiny_data import TinyData
from tests.stress.life import Life, Undisturbed, show, small_data, undisturbed

ROOT = Path(tests.__file__).resolve().parents[1]
SOURCE = Path(__file__).with_name("failing_calls.c")
KINDS = ("open", "read", "write", "flush", "move", "delete")


@dataclass(frozen=True, slots=True)
class Failure:
    """What the system answers, and how many calls in a row it answers so."""

    name: str
    number: int
    times: int
    kinds: tuple[str, ...]


LASTING = 10**9
_QUICKER = 50
FAILURES = (
    Failure("held by another program for two calls", errno.EBUSY, 2, ("open", "read", "move", "delete")),
    Failure("no permission for two calls", errno.EACCES, 2, ("open", "move", "delete")),
    Failure("no permission, lasting", errno.EACCES, LASTING, ("open", "move", "delete")),
    Failure("disk full once", errno.ENOSPC, 1, ("open", "write", "flush", "move")),
    Failure("disk full, lasting", errno.ENOSPC, LASTING, ("write",)),
    Failure("input/output error once", errno.EIO, 1, KINDS),
    Failure("input/output error, lasting", errno.EIO, LASTING, ("read", "write")),
)


@dataclass
class Faults:
    """How often each failure was tried, and how the runs took it."""

    tried: Counter[str] = field(default_factory=Counter)
    finished: Counter[str] = field(default_factory=Counter)
    in_a_sentence: Counter[str] = field(default_factory=Counter)
    fewer_pictures: Counter[str] = field(default_factory=Counter)  # it said which it left out, so other bits are right
    faults: list[str] = field(default_factory=list)

    def blame(self, fault: str, life: Life) -> None:
        """Note what was not as it should be, and say it at once."""
        self.faults.append(f"{fault} ({life.keep()})")
        show(f"FAULT {self.faults[-1]}")


def can_be_tried() -> str:
    """Why it cannot; empty where it can."""
    if sys.platform != "linux":
        return "it needs Linux"
    return "" if shutil.which("cc") else "no C compiler was found"


def in_own_process(every: int, seed: int) -> Faults:
    """Build the library, and do `fail_calls` in a process that has it."""
    with tempfile.TemporaryDirectory(prefix="stress-") as folder:  # no space: LD_PRELOAD would split there
        library, result = Path(folder, "failing.so"), Path(folder, "result.json")
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"], check=True)
        command = [sys.executable, "-m", "tests.stress.faults", folder, str(every), str(seed), str(result)]
        subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"LD_PRELOAD": str(library)})
        found = json.loads(result.read_text("utf-8"))
    counted = {name: Counter(found[name]) for name in ("tried", "finished", "in_a_sentence", "fewer_pictures")}
    return Faults(**counted, faults=found["faults"])


def fail_calls(place: Path, data: TinyData, every: int, first: int) -> Faults:
    """Let every n-th call of a kind fail, in a run each."""
    expected = undisturbed(place / "undisturbed", data, ("train",))
    counts = _counted(Life(place / "counted", data))
    faults = Faults()
    plan = list(_plan(counts, every, first))
    for done, (kind, failure, number) in enumerate(plan):
        show(f"failing calls: {done} of {len(plan)}, {len(faults.faults)} faults")
        life = Life(place / "life", data)
        try:
            _fail(life, kind, failure, number, expected, faults)
        finally:
            shutil.rmtree(life.place)
    return faults


def _counted(life: Life) -> list[int]:
    """How many calls of each kind a run makes."""
    number = life.begin((life.train,), _arm(life, -1, FAILURES[0], 0), lambda: life.tell(counts=_counts()))
    return list(life.wait(number).more["counts"])


def _plan(counts: list[int], every: int, first: int) -> Iterator[tuple[int, Failure, int]]:
    """Kinds of calls, failures and numbers of calls; ``first`` moves them on for another try."""
    for turn, failure in enumerate(FAILURES):
        for kind in failure.kinds:
            total = counts[KINDS.index(kind)]
            step = max(1, min(every, total))
            for number in range((first + 7 * turn) % step, total, step):
                yield KINDS.index(kind), failure, number


def _fail(life: Life, kind: int, failure: Failure, number: int, expected: Undisturbed, faults: Faults) -> None:
    what = f"{KINDS[kind]}, {failure.name}"
    faults.tried[what] += 1
    begun = life.begin((life.train,), _arm(life, kind, failure, number), lambda: life.tell(failed=_failed()))
    ending = life.wait(begun)
    name = f"{what}, from call {number} ({Path(ending.more.get('failed', '?')).name})"
    if ending.fault:
        faults.blame(f"{name}: {ending.fault[-700:]}", life)
    (faults.finished if ending.codes == [0] else faults.in_a_sentence)[what] += 1
    told_of_pictures = "pictures that cannot be read" in ending.said
    life.next_day()
    later = ending if ending.codes == [0] else life.live(life.train)  # what has finished is as it was to be
    if later.codes != [0] or later.fault:
        faults.blame(f"{name}: it did not go on: {later.said[-500:]}", life)
    elif told_of_pictures:
        faults.fewer_pictures[what] += 1
    elif found := life.differs(expected.end):
        faults.blame(f"{name}: other bits in {found}", life)
    elif left := life.files() - expected.files - {"runs/run/run.log"}:
        faults.blame(f"{name}: left over are {sorted(left)}", life)


def _arm(life: Life, kind: int, failure: Failure, number: int) -> Callable[[], None]:
    folders = [str(folder).encode() for folder in (life.disk, life.data.folder)]

    def arm() -> None:
        if failure.times == LASTING:
            vars(engine.files)["time"] = _QuickClock()
        _library().stress_arm(*folders, kind, ctypes.c_long(number), ctypes.c_long(failure.times), failure.number)

    return arm


class _QuickClock:
    """The clock of who waits for files: what is refused for good need not be waited for."""

    @staticmethod
    def monotonic() -> float:
        return time.monotonic() * _QUICKER

    @staticmethod
    def sleep(seconds: float) -> None:
        time.sleep(seconds / _QUICKER)


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None)


def _counts() -> list[int]:
    count = _library().stress_count
    count.restype = ctypes.c_long
    return [count(kind) for kind in range(len(KINDS))]


def _failed() -> str:
    failed = _library().stress_failed
    failed.restype = ctypes.c_char_p
    return os.fsdecode(failed())


if __name__ == "__main__":
    from tests.stress.proofs import fail_proofs

    root, every, first, result = sys.argv[1:]
    (shared := Path(root, "shared")).mkdir()
    data = small_data(shared)
    found = fail_calls(Path(root), data, int(every), int(first))
    fail_proofs(Path(root), data, int(every), int(first), found)
    Path(result).write_text(json.dumps(vars(found)), "utf-8")
