"""Turns events into alerts: remembers what was said, and says it again only when that is news."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.events import (
    Alert,
    DataScanned,
    Event,
    MachineReport,
    RolledBack,
    RunStarted,
    ShortcutsAudited,
    StageStarted,
    StepDone,
    StepSkipped,
    TeacherChecked,
    Validated,
)
from engine.health.catalogue import rule_named
from engine.health.history import History
from engine.health.rule import Finding
from engine.health.rules.data import DATA_RULES, SHORTCUT_RULES
from engine.health.rules.machine import MACHINE_RULES
from engine.health.rules.outputs import OUTPUT_RULES
from engine.health.rules.teacher import TEACHER_RULES
from engine.health.rules.training import STAGE_RULES, TRAINING_RULES
from engine.health.rules.validation import VALIDATION_RULES
from engine.settings import RunSettings

Check = Callable[[History, RunSettings], list[Finding]]
STEP_RULES: tuple[Check, ...] = (*TRAINING_RULES, *OUTPUT_RULES)
_GROUPS: Mapping[type[Event], tuple[str, tuple[Check, ...]]] = {
    StepDone: ("steps", STEP_RULES),
    StepSkipped: ("steps", STEP_RULES),
    Validated: ("validation", VALIDATION_RULES),
    StageStarted: ("stage", STAGE_RULES),
    DataScanned: ("data", DATA_RULES),
    ShortcutsAudited: ("shortcuts", SHORTCUT_RULES),
    TeacherChecked: ("teacher", TEACHER_RULES),
    MachineReport: ("machine", MACHINE_RULES),
}
"""The rules that an event may set off, and the name under which they are said."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What tells one alert from another: a rule may speak of a term in each stage apart."""

    group: str
    stage: int
    rule: str
    subject: str


@dataclass(frozen=True, slots=True)
class _Said:
    step: int
    message: str


class HealthMonitor:
    """Watches one run: every event goes through `observe`, live or replayed, and alerts come out.

    A finding alerts at once. While it stays true it alerts again after ``health.window`` steps (step rules), at the
    next evaluation (validation rules), or when its evidence changes (images, teacher); once it was gone, at once.
    Rules over the machine speak as step rules do.
    """

    def __init__(self, settings: RunSettings) -> None:
        self.settings = settings
        self._history = History()
        self._said: dict[_Key, _Said] = {}

    @property
    def history(self) -> History:
        """What the rules have to go by; bounded, whatever the length of the run."""
        return self._history

    def observe(self, event: Event) -> list[Alert]:
        """Alerts that this event gives rise to; RunStarted makes a resumed run forget what lies beyond its step."""
        self._history = self._history.after(event, self.settings)
        match event:
            case RunStarted():
                resumed = event.step > 0
                self._said = {key: said for key, said in self._said.items() if resumed and said.step <= event.step}
            case RolledBack():
                early = {key for key, said in self._said.items() if key.stage == 0 or said.step <= event.to_step}
                self._said = {key: said for key, said in self._said.items() if key in early}
        group, rules = _GROUPS.get(type(event), ("", ()))
        stage, step = getattr(event, "stage", 0), getattr(event, "step", self._history.step)
        return self._alerts(group, rules, event, stage, step) if rules else []

    def _alerts(self, group: str, rules: tuple[Check, ...], event: Event, stage: int, step: int) -> list[Alert]:
        findings = {
            _Key(group, stage, finding.rule, finding.subject): finding
            for rule in rules
            for finding in rule(self._history, self.settings)
        }
        self._said = {key: said for key, said in self._said.items() if key.group != group or key in findings}
        due = {key: finding for key, finding in findings.items() if self._is_due(key, finding, step)}
        self._said |= {key: _Said(step, finding.message) for key, finding in due.items()}
        return [_alert(finding, event.time_s, stage, step) for finding in due.values()]

    def _is_due(self, key: _Key, finding: Finding, step: int) -> bool:
        said = self._said.get(key)
        if said is None or key.group == "validation":
            return True
        if key.group in ("steps", "machine"):
            return step - said.step >= self.settings.health.window
        return finding.message != said.message


def _alert(finding: Finding, time_s: float, stage: int, step: int) -> Alert:
    rule = rule_named(finding.rule)
    return Alert(
        time_s=time_s,
        rule=rule.name,
        severity=rule.severity,
        stage=stage,
        step=step,
        message=finding.message,
        cause=finding.cause or rule.cause,
        remedy=finding.remedy or rule.remedy,
        value=finding.value,
        threshold=finding.threshold,
        subject=finding.subject,
        since=finding.since,
    )
