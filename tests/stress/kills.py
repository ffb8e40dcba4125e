"""Kills a run at random moments of its whole life, lets it go on, and compares what is left to the bit."""

import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from engine.events import PhaseChanged, RunFinished
from engine.run_folder.event_log import read_events
from tests.engine.helpers.tiny_data import TinyData
from tests.stress.life import Command, Life, Undisturbed, processor_s, show, undisturbed

_LOOK_EVERY_S = 0.005
ALL_OF_IT = 0.15  # of the lives: what comes after training takes three times as long as it
TRAINING, WHOLE = ("train",), ("train", "export", "report")


@dataclass
class Kills:
    """Kills by the phase that they hit, what was not as it should be after them, and what nobody was able to kill."""

    by_phase: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    survived: int = 0

    def blame(self, fault: str, life: Life) -> None:
        """Note what was not as it should be, and say it at once."""
        self.faults.append(f"{fault} ({life.keep()})")
        show(f"FAULT {self.faults[-1]}")


def kill_at_random(place: Path, data: TinyData, times: int, seed: int) -> Kills:
    """Kill as many lives; each fourth is killed again while it goes on."""
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
    moments = [rng.uniform(0, 1) * expected.processor_s for _ in range(1 + (rng.random() < 0.25))]
    phases = [phase for moment in moments if (phase := _killed(life, commands, moment))]
    kills.by_phase.update(phases)
    kills.survived += len(moments) - len(phases)
    life.next_day()
    ending = life.live(*commands)
    name = f"killed after {', '.join(f'{moment:.2f} s' for moment in moments)} ({', '.join(phases)})"
    if ending.fault or any(ending.codes) or not ending.codes:
        kills.blame(f"{name}: {ending.fault or ending.said[-500:]}", life)
    elif found := life.differs(expected.end):
        kills.blame(f"{name}: other bits in {found}", life)
    elif left := life.files() - expected.files:
        kills.blame(f"{name}: left over are {sorted(left)}", life)


def _killed(life: Life, commands: Sequence[Callable[[], Command]], after_s: float) -> str:
    """The phase in which a life was killed after so long on the processor; empty where it was over by then."""
    number = life.begin(commands)
    while processor_s(number) < after_s and psutil.Process(number).status() != psutil.STATUS_ZOMBIE:
        time.sleep(_LOOK_EVERY_S)
    os.kill(number, signal.SIGKILL)
    return _phase(life) if life.wait(number).signal == signal.SIGKILL else ""


def _phase(life: Life) -> str:
    if not (life.run / "events.jsonl").is_file():
        return "start"
    events = list(read_events(life.run))
    if events and isinstance(events[-1], RunFinished):
        return "report" if (life.run / "exports.json").exists() else "export"
    phases = [event.phase for event in events if isinstance(event, PhaseChanged)]
    return phases[-1] if phases else "start"
