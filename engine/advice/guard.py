"""Watches over a run: what its figures say, whether its weights can be trusted, and what the policy changes next."""

from engine.advice.ladder import Change, Ladder
from engine.events import Alert, Event, RemedyApplied, RolledBack, StepDone
from engine.health import HealthMonitor
from engine.health.suspicion import SEVERE, Suspicion
from engine.settings import RunSettings

CARRIED_OUT = (RolledBack, RemedyApplied, StepDone)  # a change comes before the next step, so none is due any more


class Guard:
    """Every event of a run goes through `observe`, or through `replay` when the run is resumed.

    Both are given the settings of the moment, which a remedy may change during the run.
    """

    def __init__(self) -> None:
        self._monitor = HealthMonitor()
        self._ladder = Ladder()
        self._suspicion = Suspicion()
        self._change: Change | None = None
        self._alarms: list[Alert] = []
        self.distrusted: frozenset[int] = frozenset()  # of states that were rolled back to with other settings, in vain

    @property
    def suspect(self) -> bool:
        """Whether the weights may have been harmed and have not recovered."""
        return self._suspicion.since is not None

    def healthy_until(self, step: int, settings: RunSettings) -> int:
        """The newest step whose state can be trusted: two reports before the first alert, else the present one."""
        since = self._suspicion.since
        return step if since is None else since - 2 * settings.output.report_every

    def observe(self, event: Event, settings: RunSettings) -> list[Alert]:
        """Alerts that the event gives rise to; what the policy does about them is for `take_change`."""
        alerts = self._monitor.observe(event, settings)
        self._alarms += [alert for alert in alerts if alert.rule in SEVERE and not alert.subject]
        for item in (event, *alerts):
            self._take_in(item, settings)
        return alerts

    def replay(self, event: Event, step: int, settings: RunSettings) -> None:
        """Take in an event of a run that goes on from ``step``: what lies beyond it is done again.

        What was about to be changed when the run ended is changed now.
        """
        if isinstance(event, CARRIED_OUT):
            self._change = None
        if isinstance(event, RolledBack | RemedyApplied) or getattr(event, "step", 0) <= step:
            self._monitor.observe(event, settings)
            self._take_in(event, settings)

    def take_change(self) -> Change | None:
        """What the policy wants changed, once."""
        change, self._change = self._change, None
        return change

    def take_alarms(self) -> list[Alert]:
        """Errors of steps since the last call."""
        alarms, self._alarms = self._alarms, []
        return alarms

    def _take_in(self, event: Event, settings: RunSettings) -> None:
        if isinstance(event, RolledBack):
            self.distrusted = _distrusted(self.distrusted, event)
        self._ladder = self._ladder.after(event)
        self._suspicion = self._suspicion.after(event, settings.health.window)
        if settings.health.policy == "automatic" and self._change is None:
            self._change = self._ladder.decide(event, settings)


def _distrusted(before: frozenset[int], event: RolledBack) -> frozenset[int]:
    """The distrusted steps after a rollback: none with new weights, else those whose states were not rolled back."""
    if event.new_weights:
        return frozenset()
    still_there = frozenset(step for step in before if step <= event.to_step)
    return still_there if event.left_out is not None else still_there | {event.to_step}
