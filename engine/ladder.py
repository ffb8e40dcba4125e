"""The ladder of an unattended run: what happened and what was tried -> the next rung. Pure; the run does what it says.

A bad step is left out before it is applied. Where that is not enough: back to the last healthy checkpoint, leaving out
the steps where it went wrong; back with a lower learning rate; back with other loss weights; stop, resumable.
Milder alerts change settings from the next step. Everything is bounded and told as events.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from engine.events import Alert, Event, RemedyApplied, RolledBack, RunFinished, StepDone, StepSkipped
from engine.health.suspicion import is_severe
from engine.remedies import (
    Remedy,
    against_collapse,
    bounded_imitation,
    lower_rates,
    more_labels,
    remedies_for,
    useful,
)
from engine.settings import RunSettings

MILD = (  # rules that an unattended run may answer by changed settings
    "gradient_explosion",
    "gradient_vanishing",
    "saturation_student",
    "saturation_teacher",
    "teacher_range",
    "no_signal",
    "oscillation",
    "learning_rate_small",
    "statistics_lag",
    "silent_term",
)
Kind = Literal["restore", "rate", "weights"]


@dataclass(frozen=True, slots=True)
class Change:
    """A remedy to be carried out, by whose will and why; ``stops`` ends the run after going back."""

    remedy: Remedy
    origin: Literal["user", "policy"]
    reason: str
    left_out: tuple[int, int] | None = None  # steps that are passed over when they come again
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """What decides the next rung: what was tried so far, steps left out in a row, and the newest reports."""

    rollbacks: int = 0
    tried: frozenset[Kind] = frozenset()
    changes: dict[str, int] = field(default_factory=dict)  # by rule
    skipped: tuple[int, int] = (-1, 0)  # step of the newest step left out, and how many in a row end there
    reports: tuple[int, int] = (0, 0)  # steps of the last two reports

    def after(self, event: Event) -> "Ladder":
        """The ladder with one more event, live or replayed; a run that failed begins anew when it is resumed."""
        match event:
            case StepDone():
                return replace(self, reports=(self.reports[1], event.step))
            case StepSkipped():
                follows = event.step == self.skipped[0] + 1
                return replace(self, skipped=(event.step, self.skipped[1] + 1 if follows else 1))
            case RolledBack():
                return self._back(event)
            case RemedyApplied() if event.origin == "policy":
                return self._changed(event)
            case RunFinished() if event.reason == "failed":
                return Ladder()
        return self

    def decide(self, event: Event, settings: RunSettings) -> Change | None:
        """What to do about an event, where the policy is automatic."""
        match event:
            case StepSkipped() if self.skipped[1] > settings.health.nonfinite_limit:
                last, count = self.skipped
                message = f"{count} steps in a row could not be used: {event.reason}."
                return self._climb("not_finite", event.stage, message, (last - count + 1, last + 1), settings)
            case Alert() if is_severe(event):
                where = (min(self.reports[0], event.step - 1), event.step)
                return self._climb(event.rule, event.stage, event.message, where, settings)
            case Alert() if event.rule in MILD:
                return self._adjust(event, settings)
        return None

    def _climb(
        self, rule: str, stage: int, message: str, where: tuple[int, int], settings: RunSettings
    ) -> Change | None:
        """The next rung for an alert that speaks of the weights."""
        if self.rollbacks >= settings.health.max_rollbacks:
            remedy = Remedy("Stop", {}, "last_healthy", "Everything that may be tried was tried.", rule)
            return Change(remedy, "policy", message, stops=True)
        if rule != "mode_collapse" and "restore" not in self.tried:  # a collapse does not come from one batch
            why = "A few bad batches may be all that was wrong."
            remedy = Remedy("Back to the last healthy state, past the bad steps", {}, "last_healthy", why, rule)
            return Change(remedy, "policy", message, left_out=where)
        name = "stage1" if stage == 1 else "stage2"
        rates = lower_rates(settings, name, 10.0, "last_healthy", "Shorter steps may not get there again.")
        other = self._weights(rule, settings) if "rate" in self.tried and "weights" not in self.tried else None
        return Change(replace(other or rates, rule=rule), "policy", message)

    def _weights(self, rule: str, settings: RunSettings) -> Remedy | None:
        """Other loss weights: what makes the loss bounded, else what the rule is about."""
        other = (
            against_collapse(settings, "last_healthy")
            if rule == "mode_collapse"
            else more_labels(
                settings, "last_healthy", "The labels' term is bounded and does not depend on the teacher."
            )
        )
        return useful(settings, bounded_imitation(settings, "last_healthy")) or useful(settings, other)

    def _adjust(self, alert: Alert, settings: RunSettings) -> Change | None:
        if self.changes.get(alert.rule, 0) >= settings.health.max_changes:
            return None
        offered = remedies_for(alert.rule, settings, alert.stage, alert.subject)
        remedy = next((remedy for remedy in offered if remedy.start == "next_step"), None)
        return None if remedy is None else Change(remedy, "policy", alert.message)

    def _back(self, event: RolledBack) -> "Ladder":
        policy = event.origin == "policy"
        restored = policy and event.left_out is not None
        return replace(
            self,
            rollbacks=self.rollbacks + policy,
            tried=self.tried | {"restore"} if restored else self.tried,
            skipped=(-1, 0),
            reports=(event.to_step, event.to_step),
        )

    def _changed(self, event: RemedyApplied) -> "Ladder":
        if event.start == "next_step":
            return replace(self, changes=self.changes | {event.rule: self.changes.get(event.rule, 0) + 1})
        kind: Kind = "rate" if any(name.endswith("_lr") for name in event.changes) else "weights"
        return replace(self, tried=self.tried | {kind})
