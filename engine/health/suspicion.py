"""Whether the weights may have been harmed: from the first alert that speaks of them until they have recovered."""

from dataclasses import dataclass, replace

from engine.events import Alert, Event, RolledBack, RunStarted, StepDone
from engine.health.catalogue import RULES, find_rule
from engine.health.rules.breakdown import LOSS_EXPLOSION

SEVERE = frozenset(rule.name for rule in RULES if rule.harms is not None)


def is_severe(alert: Alert) -> bool:
    """Whether an alert says that the student's weights may be harmed."""
    rule = find_rule(alert.rule)
    return rule is not None and rule.harms is not None and rule.harms(alert)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Nothing (``since`` None), or the step of the first alert and what has to come back to normal."""

    since: int | None = None
    newest: int = 0
    loss_limit: float | None = None

    def after(self, event: Event, window: int) -> "Suspicion":
        """The suspicion with one more event; it is over after a window without an alert and with a usual loss."""
        match event:
            case RolledBack():
                return Suspicion()
            case RunStarted() if self.since is not None and event.step < self.since:
                return Suspicion()
            case Alert() if is_severe(event):
                since = event.step if self.since is None else self.since
                limit = event.threshold if event.rule == LOSS_EXPLOSION.name and self.loss_limit is None else None
                return replace(self, since=since, newest=event.step, loss_limit=limit or self.loss_limit)
            case StepDone() if self._is_over(event, window):
                return Suspicion()
        return self

    def _is_over(self, report: StepDone, window: int) -> bool:
        usual = self.loss_limit is None or report.loss <= self.loss_limit
        return usual and report.step - self.newest > window
