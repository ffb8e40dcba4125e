"""What a command's events found: told as they come, summed up in one line, and carried by ``--json``."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from engine.cli.console import Console
from engine.errors import Problem
from engine.events import (
    Alert,
    DataScanned,
    Event,
    FinalEvaluated,
    LeftOut,
    RemedyApplied,
    RemedyRefused,
    RolledBack,
    RunFinished,
    ShortcutsAudited,
    TeacherChecked,
    to_json,
)

_WORDS = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")}


class CommandFindings:
    """Call it with each event of a command: it tells them, and keeps what is asked for when the command is over."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._newest: dict[type[Event], Event] = {}
        self._alerts: list[Alert] = []
        self._changes: list[Event] = []
        self.step = 0  # that the run has come to, once it is over

    def __call__(self, event: Event) -> None:
        """Tell an event; the final evaluation is a table."""
        self._console(event)
        if isinstance(event, FinalEvaluated):
            self._console.table("Best student", event.student)
            if event.teacher:
                self._console.table("Teacher", event.teacher)
        elif isinstance(event, RunFinished):
            self.step = event.step
        elif isinstance(event, Alert):
            self._alerts.append(event)
        elif isinstance(event, RemedyApplied | RemedyRefused | RolledBack):
            self._changes.append(event)
        elif isinstance(event, DataScanned | ShortcutsAudited | TeacherChecked):
            self._newest[type(event)] = event

    def newest(self, kind: type[Event]) -> dict[str, Any] | None:
        """The last event of a kind, None where there was none."""
        event = self._newest.get(kind)
        if event is None:
            return None
        left_out = (
            {"left_out": [plain_left_out(item) for item in event.left_out]} if isinstance(event, DataScanned) else {}
        )
        return asdict(event) | left_out

    @property
    def alerts(self) -> list[dict[str, Any]]:
        """Every alert, in their order."""
        return [_plain(event) for event in self._alerts]

    @property
    def changes(self) -> list[dict[str, Any]]:
        """Every change of settings while a run went on, in their order."""
        return [_plain(event) for event in self._changes]

    def summary(self, problems: Sequence[Problem] = ()) -> str:
        """How much was found, of alerts and problems together; the one place that says that there is nothing."""
        counted = Counter[str](problem.severity for problem in problems)
        counted.update(alert.severity for alert in self._alerts)
        if not counted:
            return "No problem was found."
        parts = [f"{counted[kind]} {words[counted[kind] > 1]}" for kind, words in _WORDS.items() if counted[kind]]
        return f"Found: {', '.join(parts)}; see above."


def plain_left_out(item: LeftOut) -> dict[str, Any]:
    """As JSON has it: class (real, fake or empty), kind, reason, count."""
    return {"class": item.class_name, "kind": item.kind, "reason": item.reason, "count": item.count}


def _plain(event: Event) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(to_json(event))
    return plain
