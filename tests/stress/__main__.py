"""Tries what must lose nothing: kills, failing calls, full disks and the like, rubbish in files, long runs.

python -m tests.stress [--full] [--write]         all but the long run; short, it takes about three minutes
python -m tests.stress --only kills rubbish ...   some parts
python -m tests.stress --soak MINUTES             only the long run
It needs Linux. Exit code 1 where anything was not as it should be; --write puts what was tried into the table of
tests/stress/README.md, and leaves its other rows.
"""

import argparse
import logging
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # before torch: lives are forked from here, which must have no threads of it
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import torch

from engine.machine.processor import processor_name
from tests.engine.helpers.tiny_data import TinyData
from tests.stress.faults import can_be_tried, in_own_process
from tests.stress.kills import kill_at_random
from tests.stress.life import show, small_data
from tests.stress.places import try_places
from tests.stress.table import HEAD, Row, lines_of, write

SHORT, FULL = {"kills": 6, "every": 1200, "inputs": 100}, {"kills": 300, "every": 1, "inputs": 20_000}
PARTS = ("kills", "calls", "places", "rubbish")
ALL_PARTS = (*PARTS, "soak")
Rows = list[Row]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and what was not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="300 kills, every call, 20,000 inputs a format: hours")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="only these parts")
    parser.add_argument("--kills", type=int, help="as many kills")
    parser.add_argument("--every", type=int, help="of each kind of call, every so manieth fails")
    parser.add_argument("--inputs", type=int, help="as much rubbish of each format")
    parser.add_argument("--formats", nargs="+", default=(), help="only these kinds of rubbish")
    parser.add_argument("--soak", type=float, metavar="MINUTES", help="only the long run")
    parser.add_argument("--seed", type=int, default=0, help="other moments, and other calls")
    parser.add_argument("--write", action="store_true", help="put the rows into tests/stress/README.md")
    options = parser.parse_args(arguments)
    logging.disable()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory(prefix="stress-") as folder:
        found, faults = _tried(Path(folder), options)
    print(*HEAD, *(line for lines in found.values() for line in lines), *faults, sep="\n")
    if options.write:
        write(found, ALL_PARTS)
    return bool(faults)


def _tried(place: Path, options: argparse.Namespace) -> tuple[dict[str, list[str]], list[str]]:
    amounts = FULL if options.full else SHORT
    data = small_data(place)
    trials: dict[str, Callable[[], tuple[Rows, list[str]]]] = {
        "kills": lambda: _killed(place, data, options.kills or amounts["kills"], options.seed),
        "calls": lambda: _failed(options.every or amounts["every"], options.seed),
        "places": partial(_placed, place, data),
        "rubbish": lambda: _fuzzed(place, data, options.inputs or amounts["inputs"], options.formats),
        "soak": partial(_soaked, place, options.soak),
    }
    lines, faults = {}, []
    for part in ("soak",) if options.soak is not None else options.only or PARTS:
        began = time.monotonic()
        rows, more = trials[part]()
        lines[part] = lines_of(part, rows, _taken(time.monotonic() - began))
        faults += more
    return lines, faults


def _taken(seconds: float) -> str:
    where = f"{processor_name()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"{seconds / 60:.0f} minutes on {where}"


def _killed(place: Path, data: TinyData, times: int, seed: int) -> tuple[Rows, list[str]]:
    kills = kill_at_random(place / "kills", data, times, seed)
    phases = ", ".join(f"{count} in {phase}" for phase, count in kills.by_phase.most_common())
    total = sum(kills.by_phase.values())
    outcome = "all went on, to the same bits, and nothing was left over" if not kills.faults else "not all went on"
    what = f"SIGKILL, seed {seed}" if seed else "SIGKILL"
    return [(what, f"{total}: {phases}", outcome)], kills.faults


def _failed(every: int, seed: int) -> tuple[Rows, list[str]]:
    if why := can_be_tried():
        return [("failing calls", "0", f"not tried: {why}")], []
    found = in_own_process(every, seed)
    rows = []
    for what, times in found.tried.items():
        ways = {
            "finished": found.finished[what] - found.fewer_pictures[what],
            "finished without pictures that it named": found.fewer_pictures[what],
            "ended in a sentence and went on": found.in_a_sentence[what],
        }
        rows.append((what, str(times), ", ".join(f"{count} {way}" for way, count in ways.items() if count)))
    return rows, found.faults


def _placed(place: Path, data: TinyData) -> tuple[Rows, list[str]]:
    found = try_places(place / "places", data)
    faults = [f"{name}: {outcome}" for name, outcome in found.items() if outcome.startswith("FAULT")]
    return [(name, "1", "held" if outcome == "held" else outcome[:60]) for name, outcome in found.items()], faults


def _fuzzed(place: Path, data: TinyData, inputs: int, chosen: Sequence[str]) -> tuple[Rows, list[str]]:
    from tests.stress.formats import formats, run_with_everything
    from tests.stress.fuzz import feed

    (room := place / "fuzz").mkdir()
    rows, faults = [], []
    kinds = formats(room, run_with_everything(place / "fuzzed", data), data.teacher)
    for name in chosen or kinds:
        kind = kinds[name]
        show(f"rubbish: {name}")
        found = feed(name, kind, range(inputs))
        faults += [f"{name}, input {number}: {fault}" for fault, number in found.faults.items()]
        outcome = f"{found.refused:,} refused in words, the others read; {len(found.faults)} uncaught, slowest "
        rows.append((name, f"{found.tried:,}", f"{outcome}{found.slowest_s:.2f} s, {found.memory / 2**20:.0f} MiB"))
    return rows, faults


def _soaked(place: Path, minutes: float) -> tuple[Rows, list[str]]:
    from tests.stress.soak import soak

    found = soak(place / "soak", minutes)
    return [(name, "1", figure) for name, figure in found.figures.items()], found.faults


if __name__ == "__main__":
    sys.exit(main())
