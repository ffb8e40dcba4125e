"""The ladder of an unattended run: what happened and what was tried -> the next rung. Pure; the run does what it says.

A bad step is left out before it is applied. Where that is not enough: back to the last healthy checkpoint, leaving out
the steps where it went wrong; back with shorter steps; back with other loss weights; new weights, or the given student
with shorter steps; stop, resumable.
Rungs that change the settings go back to where a validation speaks for the weights, as harm comes before its alert;
what rings afterwards, or a student that still learns nothing, leads to the next rung. Milder alerts change settings
from the next step; at learning rates far too high they lead back, too. Everything is bounded and told as events.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from engine.advice.offers import remedies_for
from engine.events import Alert, Event, RemedyApplied, RolledBack, RunFinished, Rung, StepDone, StepSkipped
from engine.health import RULES, Rule, rule_named
from engine.health.rules.breakdown import NOT_FINITE
from engine.health.rules.signal import NO_SIGNAL
from engine.health.suspicion import is_severe
from engine.remedies.loss_weights import bounded_imitation, more_labels
from engine.remedies.new_beginning import new_weights
from engine.remedies.step_length import shorter_steps, usual_steps
from engine.remedies.usual_rates import rates_far_too_high
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.changes import useful
from engine.settings.names import stage_name

MILD = tuple(rule.name for rule in RULES if rule.mild)


@dataclass(frozen=True, slots=True)
class Change:
    """A remedy to be carried out, by whose will and why; ``stops`` ends the run after going back."""

    remedy: Remedy
    origin: Literal["user", "policy"]
    reason: str
    rung: Rung = ""
    left_out: tuple[int, int] | None = None  # steps that are passed over when they come again
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """What decides the next rung: what was tried so far, steps left out in a row, and the newest reports."""

    rollbacks: int = 0
    tried: frozenset[Rung] = frozenset()
    changes: dict[tuple[str, str], int] = field(default_factory=dict)  # by rule and subject
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
            case RemedyApplied(origin="policy", start="next_step"):
                answered = (event.rule, event.subject)
                return replace(self, changes=self.changes | {answered: self.changes.get(answered, 0) + 1})
            case RunFinished(reason="failed"):
                return Ladder()
        return self

    def decide(self, event: Event, settings: RunSettings) -> Change | None:
        """What to do about an event, where the policy is automatic."""
        match event:
            case StepSkipped() if self.skipped[1] > settings.health.nonfinite_limit:
                last, count = self.skipped
                message = f"{count} steps in a row could not be used: {event.reason}."
                return self._climb(NOT_FINITE, event.stage, message, (last - count + 1, last + 1), settings)
            case Alert() if is_severe(event):
                where = (min(self.reports[0], event.step - 1), event.step)
                return self._climb(rule_named(event.rule), event.stage, event.message, where, settings)
            case Alert() if event.rule in MILD:
                return self._ease(event, settings)
        return None

    def _climb(self, rule: Rule, stage: int, message: str, where: tuple[int, int], settings: RunSettings) -> Change:
        """The next rung for an alert that speaks of the weights."""
        for rung in rule.rungs if self.rollbacks < settings.health.max_rollbacks else ():
            remedy = None if rung in self.tried else _remedy(rung, rule, stage, settings)
            if remedy is not None:
                left_out = where if rung == "restore" else None
                return Change(replace(remedy, rule=rule.name), "policy", message, rung, left_out)
        remedy = Remedy("Stop", {}, "last_healthy", "Everything that may be tried was tried.", rule.name)
        return Change(remedy, "policy", message, stops=True)

    def _ease(self, alert: Alert, settings: RunSettings) -> Change | None:
        """A change from the next step on, or going back where that cannot help; a milder alert stops no run."""
        back, rule = None, rule_named(alert.rule)
        if rule.rungs:
            change = self._climb(rule, alert.stage, alert.message, (0, 0), settings)
            back = None if change.stops else change
        learns_nothing = rule is NO_SIGNAL
        if learns_nothing and self.rollbacks:
            return back
        if back is not None and rates_far_too_high(settings, stage_name(alert.stage)):
            return back  # such steps have moved the weights so far that training on from there would take too long
        adjusted = self._adjust(alert, settings)
        return back if adjusted is None and learns_nothing else adjusted

    def _adjust(self, alert: Alert, settings: RunSettings) -> Change | None:
        if self.changes.get((alert.rule, alert.subject), 0) >= settings.health.max_changes:
            return None
        offered = remedies_for(alert.rule, settings, alert.stage, alert.subject)
        remedy = next((remedy for remedy in offered if remedy.start == "next_step"), None)
        return None if remedy is None else Change(remedy, "policy", alert.message)

    def _back(self, event: RolledBack) -> "Ladder":
        return replace(
            self,
            rollbacks=self.rollbacks + (event.origin == "policy"),
            tried=self.tried | {event.rung},
            skipped=(-1, 0),
            reports=(event.to_step, event.to_step),
        )


def _remedy(rung: Rung, rule: Rule, stage: int, settings: RunSettings) -> Remedy | None:
    """What a rung does about a rule; None where it would change nothing."""
    name = stage_name(stage)
    match rung:
        case "restore":
            why = "A few bad batches may be all that was wrong."
            return Remedy("Back to the last healthy state, past the bad steps", {}, "last_healthy", why)
        case "usual":
            return useful(settings, usual_steps(settings, name, "No step is then longer than is known to lead on."))
        case "rate":
            return useful(settings, shorter_steps(settings, name, "Shorter steps may not get there again."))
        case "weights":
            return _other_weights(rule, settings)
    why = "No healthy state was left that settings could lead on from."
    return useful(settings, new_weights(settings, name, why))


def _other_weights(rule: Rule, settings: RunSettings) -> Remedy | None:
    """Other loss weights: what makes the loss bounded, else what the rule is about."""
    if (bounded := useful(settings, bounded_imitation(settings, "last_healthy"))) is not None:
        return bounded
    if rule.other_weights is not None:
        return useful(settings, rule.other_weights(settings))
    why = "The labels' term is bounded and does not depend on the teacher."
    return useful(settings, more_labels(settings, "last_healthy", why))
