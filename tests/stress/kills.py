"""Kills a run at random moments of its whole life, lets it go on, and compares what is left to the bit."""

import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil

from engine.events import PhaseChanged, RunFinished
from engine.run_folder.event_log import read_events
from tests.engine.helpers.tiny_data import TinyData
from tests.stress.life import WAITING_S, Command, Ending, Life, Undisturbed, processor_s, show, undisturbed

_LOOK_EVERY_S = 0.005
AGAIN, SHORTER = 0.8, 0.8  # how often what was killed is killed again, which is sooner as less of it is left
ALL_OF_IT = 0.15  # of the lives: what comes after training takes three times as long as it
TRAINING, WHOLE = ("train",), ("train", "export", "report")
KILLED = Ending(signal=signal.SIGKILL)


@dataclass
class Kills:
    """Kills by the phase that they hit, what was not as it should be after them."""

    by_phase: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def blame(self, fault: str, life: Life) -> None:
        """Note what was not as it should be, and say it at once."""
        self.faults.append(f"{fault} ({life.keep()})")
        show(f"FAULT {self.faults[-1]}")


def kill_at_random(place: Path, data: TinyData, times: int, seed: int) -> Kills:
    """As many kills, most of them of lives that were killed before and go on."""
    rng = random.Random(seed)
    kills = Kills()
    expected = {what: undisturbed(place / "undisturbed", data, what) for what in (TRAINING, WHOLE)}
    while (done := sum(kills.by_phase.values())) < times:
        show(f"kills: {done} of {times}, {len(kills.faults)} faults")
        life = Life(place / "life", data)
        try:
            what = WHOLE if rng.random() < ALL_OF_IT else TRAINING
            _kill_and_go_on(life, what, expected[what], kills, rng)
        finally:
            shutil.rmtree(life.place)
    return kills


def _kill_and_go_on(life: Life, what: Sequence[str], expected: Undisturbed, kills: Kills, rng: random.Random) -> None:
    commands = [getattr(life, name) for name in what]
    name, longest, ending = "killed", expected.processor_s, KILLED
    while ending.signal == signal.SIGKILL and (longest == expected.processor_s or rng.random() < AGAIN):
        ending = _killed(life, commands, moment := rng.uniform(0, longest))
        if ending.signal == signal.SIGKILL:
            kills.by_phase[phase := _phase(life)] += 1
            name += f", after {moment:.2f} s in {phase}"
            life.next_day()
        longest *= SHORTER
    if ending.signal == signal.SIGKILL:
        ending = life.live(*commands)
    if ending.fault or any(ending.codes) or not ending.codes:
        kills.blame(f"{name}: {ending.fault or ending.said[-500:]}", life)
    elif found := life.differs(expected.end):
        kills.blame(f"{name}: other bits in {found}", life)
    elif left := life.files() - expected.files:
        kills.blame(f"{name}: left over are {sorted(left)}", life)


def _killed(life: Life, commands: Sequence[Callable[[], Command]], after_s: float) -> Ending:
    """How a life ended that is killed after so long on the processor, or is over by then; without signal if it hung."""
    number = life.begin(commands)
    deadline = time.monotonic() + WAITING_S
    while processor_s(number) < after_s and psutil.Process(number).status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > deadline:
            os.kill(number, signal.SIGKILL)
            return replace(life.wait(number), signal=0)
        time.sleep(_LOOK_EVERY_S)
    os.kill(number, signal.SIGKILL)
    return life.wait(number)


def _phase(life: Life) -> str:
    if not (life.run / "events.jsonl").is_file():
        return "start"
    events = list(read_events(life.run))
    if events and isinstance(events[-1], RunFinished):
        return "report" if (life.run / "exports.json").exists() else "export"
    phases = [event.phase for event in events if isinstance(event, PhaseChanged)]
    return phases[-1] if phases else "start"
