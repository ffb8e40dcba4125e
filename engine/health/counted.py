"""Which alerts of a run count: steps that a resume repeats raise theirs again, so the earlier ones are dropped."""

from collections.abc import Iterable

from engine.events import Alert, Event, RunStarted


def alerts_before(started: RunStarted, alerts: Iterable[Alert]) -> list[Alert]:
    """Those that still count where a run starts or goes on: up to its step, and none at the very beginning."""
    return [alert for alert in alerts if started.step > 0 and alert.step <= started.step]


def counted_alerts(events: Iterable[Event]) -> list[Alert]:
    """Those that count of a whole run, resumed or not, in order."""
    counted: list[Alert] = []
    for event in events:
        match event:
            case RunStarted():
                counted = alerts_before(event, counted)
            case Alert():
                counted.append(event)
    return counted
