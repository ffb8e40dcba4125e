"""Turns events into alerts: remembers what was said, and says it again only when that is news."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.events import (
    Alert,
    ControlCompared,
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
from engine.health.catalogue import RULES
from engine.health.history import History
from engine.health.rule import Finding, Occasion, Rule
from engine.settings import RunSettings

OCCASIONS: Mapping[type[Event], Occasion] = {
    StepDone: "steps",
    StepSkipped: "steps",
    Validated: "validation",
    StageStarted: "stage",
    ControlCompared: "control",
    DataScanned: "data",
    ShortcutsAudited: "shortcuts",
    TeacherChecked: "teacher",
    MachineReport: "machine",
}
_IN_TURN = sorted(((rule, watch) for rule in RULES for watch in rule.watches), key=lambda pair: pair[1].turn)
_CHECKS = {
    occasion: [(rule, watch.check) for rule, watch in _IN_TURN if watch.occasion == occasion]
    for occasion in OCCASIONS.values()
}


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes two alerts the same one: a rule may alert on each loss term, and in each stage."""

    occasion: Occasion
    stage: int
    rule: str
    subject: str


@dataclass(frozen=True, slots=True)
class _Statement:
    """What was said of a finding, and when."""

    step: int
    message: str


class HealthMonitor:
    """Watches one run: every event goes through `observe`, live or replayed, and alerts come out.

    A finding alerts at once. While it stays true it alerts again after ``health.window`` steps (step rules), at the
    next evaluation (validation rules), or when its evidence changes (images, teacher); once it was gone, at once.
    Rules over the machine speak as step rules do.
    """

    def __init__(self) -> None:
        self._history = History()
        self._said: dict[_Key, _Statement] = {}

    @property
    def history(self) -> History:
        """What the rules have to go by; bounded, whatever the length of the run."""
        return self._history

    def observe(self, event: Event, settings: RunSettings) -> list[Alert]:
        """Alerts that this event gives rise to under the settings that the run has now.

        RunStarted makes a resumed run forget what lies beyond its step.
        """
        self._history = self._history.after(event, settings)
        match event:
            case RunStarted():
                resumed = event.step > 0
                self._said = {key: said for key, said in self._said.items() if resumed and said.step <= event.step}
            case RolledBack():
                early = {key for key, said in self._said.items() if key.stage == 0 or said.step <= event.to_step}
                self._said = {key: said for key, said in self._said.items() if key in early}
        occasion = OCCASIONS.get(type(event))
        stage, step = getattr(event, "stage", 0), getattr(event, "step", self._history.step)
        return self._alerts(occasion, event, stage, step, settings.in_stage(stage)) if occasion is not None else []

    def _alerts(self, occasion: Occasion, event: Event, stage: int, step: int, settings: RunSettings) -> list[Alert]:
        findings = {
            _Key(occasion, stage, rule.name, finding.subject): (rule, finding)
            for rule, check in _CHECKS[occasion]
            for finding in check(self._history, settings)
        }
        self._said = {key: said for key, said in self._said.items() if key.occasion != occasion or key in findings}
        window = settings.health.window
        due = {key: found for key, found in findings.items() if self._is_due(key, found[1], step, window)}
        self._said |= {key: _Statement(step, finding.message) for key, (_, finding) in due.items()}
        return [_alert(rule, finding, event.time_s, stage, step) for rule, finding in due.values()]

    def _is_due(self, key: _Key, finding: Finding, step: int, window: int) -> bool:
        said = self._said.get(key)
        if said is None or key.occasion == "validation":
            return True
        if key.occasion in ("steps", "machine"):
            return step - said.step >= window
        return finding.message != said.message


def _alert(rule: Rule, finding: Finding, time_s: float, stage: int, step: int) -> Alert:
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
