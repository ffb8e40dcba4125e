"""Lets single calls fail in the clean process that proves an exported file, while the export itself goes on."""

import os
import shutil
from pathlib import Path

from engine.files import sha256_of
from tests.engine.helpers.tiny_data import TinyData
from tests.stress.faults import FAILURES, KINDS, Failure, Faults
from tests.stress.life import Act, Life, show

LEAST = 4  # each is an export with a new process, which takes as long as three runs
COUNTED = 0  # calls before the first one that fails, where none is to


def fail_proofs(place: Path, data: TinyData, every: int, first: int, faults: Faults) -> None:
    """Let every n-th of all failures of calls happen in a proof, each in an export of its own of one run."""
    life = Life(place / "proved", data)
    assert life.live(life.train, life.export).codes == [0, 0]
    exported, files = _exports(life), life.files()
    counts = dict(zip(KINDS, _counted(life), strict=True))
    plan = [(kind, failure, n) for failure in FAILURES for kind in failure.kinds for n in range(counts[kind])]
    step = max(1, min(every, len(plan) // LEAST))
    for kind, failure, number in plan[first % step :: step]:
        show(f"proofs: {kind} {number} of {counts[kind]}, {failure.name}, {len(faults.faults)} faults")
        _fail(life, kind, failure, number, exported, faults)
    life.next_day()
    if life.live(life.export).codes != [0]:
        faults.blame("after the failures of proofs, nothing could be exported", life)
    elif left := life.files() - files - {"runs/run/run.log"}:
        faults.blame(f"left over of proofs are {sorted(left)}", life)
    shutil.rmtree(life.place)


def _fail(life: Life, kind: str, failure: Failure, number: int, exported: dict[str, str], faults: Faults) -> None:
    what = f"{kind} in the proof of an export, {failure.name}"
    faults.tried[what] += 1
    ending = life.live(life.export, before=_told(life, KINDS.index(kind), failure, number))
    name = f"{what}, from call {number}"
    if ending.fault or ending.codes not in ([0], [1]):
        faults.blame(f"{name}: {ending.fault[-700:] or ending.codes}", life)
    (faults.finished if ending.codes == [0] else faults.in_a_sentence)[what] += 1
    if _exports(life) != exported:
        faults.blame(f"{name}: what had been exported is not there as it was", life)


def _counted(life: Life) -> list[int]:
    """How many calls of each kind a proof makes."""
    told = life.place / "counts.txt"
    nothing = Failure("nothing", 0, 0, ())

    def before() -> None:
        _told(life, -1, nothing, COUNTED)()
        os.environ["STRESS_COUNTS"] = str(told)

    assert life.live(life.export, before=before).codes == [0]
    return [int(word) for word in told.read_text("ascii").split()]


def _told(life: Life, kind: int, failure: Failure, number: int) -> Act:
    """For the processes that the life starts, not for itself."""

    def tell() -> None:
        os.environ["STRESS_ARM"] = f"{kind} {number} {failure.times} {failure.number} {life.disk}"

    return tell


def _exports(life: Life) -> dict[str, str]:
    return {path.name: sha256_of(path) for path in (life.run / "exports").iterdir()}
