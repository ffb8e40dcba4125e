"""The library of recorded runs: how it lies on disk, its replay, and each rule's error rates."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from engine.events import Event, FinalEvaluated, TeacherChecked, from_json
from engine.health import RULES, HealthMonitor
from engine.health.evidence import RuleFigures
from engine.settings import RunSettings
from engine.settings.toml_file import parse_settings
from tests.health.recipes import UNRECORDED

TEACHER_AUC, STUDENT_AUC = 0.7, 0.8
"""What a good run must reach, on validation and on test images: looked at instead of its alerts."""
LIBRARY = Path(__file__).parents[1] / "data" / "health"


@dataclass(frozen=True)
class Recording:
    """One run: the rules that it must ring (none: a good one), what was done, and its events."""

    rules: tuple[str, ...]
    done: str
    seed: int
    onset: int  # the step after which the fault is there
    settings: RunSettings
    events: tuple[Event, ...]

    def first_alerts(self) -> dict[str, int]:
        """Rule -> step of its first alert, in a replay."""
        monitor, first = HealthMonitor(), dict[str, int]()
        for event in self.events:
            for alert in monitor.observe(event, self.settings):
                first.setdefault(alert.rule, alert.step)
        return first

    def fits(self) -> bool:
        """Whether the run became what its recipe meant, judged by what no rule sees: the student on test images."""
        if self.rules == ("teacher_outrun",):
            return self.outran()
        return bool(self.rules) or self.is_good()

    def is_good(self) -> bool:
        """Teacher and student are both clearly better than chance."""
        teachers = [event.scores.auc or 0.0 for event in self.events if isinstance(event, TeacherChecked)]
        students = [event.student["test"].auc or 0.0 for event in self.events if isinstance(event, FinalEvaluated)]
        return min(teachers, default=1.0) >= TEACHER_AUC and min(students, default=0.0) >= STUDENT_AUC

    def outran(self) -> bool:
        """Whether the student is better than its teacher on test images, which no rule sees."""
        final = next((event for event in self.events if isinstance(event, FinalEvaluated)), None)
        if final is None or "test" not in final.teacher:
            return False
        student, teacher = final.student["test"].auc, final.teacher["test"].auc
        return student is not None and teacher is not None and student > teacher


def recordings(folder: Path = LIBRARY) -> Iterator[Recording]:
    """Every recorded run; a file holds the runs of one rule, each after a line that says what it is."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from parsed(lines)


def write(path: Path, runs: list[list[str]]) -> None:
    """Lines of several runs, the same bytes for the same lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{line}\n" for run in runs for line in run)
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def measured(folder: Path = LIBRARY) -> dict[str, RuleFigures]:
    """Each rule's error rates over the library."""
    replayed = [(recording, recording.first_alerts()) for recording in recordings(folder)]
    good = [(recording, first) for recording, first in replayed if not recording.rules]
    return {rule.name: _figures(rule.name, replayed, good) for rule in RULES}


ReplayedStep = list[tuple[Recording, dict[str, int]]]


def _figures(rule: str, replayed: ReplayedStep, good: ReplayedStep) -> RuleFigures:
    ill = [(recording, first) for recording, first in replayed if rule in recording.rules]
    delays = [first[rule] - recording.onset for recording, first in ill if rule in first]
    false = [recording for recording, first in good if rule in first and not _is_true(rule, recording)]
    return RuleFigures(
        ill_runs=len(ill),
        noticed=len(delays),
        delay_steps=median(delays) if delays else None,
        good_runs=len(good),
        false_alarms=len(false),
        unrecorded=UNRECORDED.get(rule, ""),
    )


def _is_true(rule: str, recording: Recording) -> bool:
    """A good student may well outrun its teacher: then it is no false alarm to say so."""
    return rule == "teacher_outrun" and recording.outran()


def parsed(lines: Iterable[str]) -> Iterator[Recording]:
    """Runs from their lines."""
    header: dict[str, Any] = {}
    events: list[Event] = []
    for line in lines:
        if not line.startswith('{"recording"'):
            events.append(from_json(line))
            continue
        if header:
            yield _recording(header, events)
        header, events = json.loads(line), []
    yield _recording(header, events)


def _recording(header: dict[str, Any], events: list[Event]) -> Recording:
    rules, settings = tuple(header["recording"]), parse_settings(header["settings"])
    return Recording(rules, header["done"], header["seed"], header["onset"], settings, tuple(events))
