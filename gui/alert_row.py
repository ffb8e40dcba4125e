"""All alerts of one rule in one stage as one row: words and value of the latest, severity of the worst."""

from dataclasses import dataclass

from engine.events import Alert, Severity
from gui.plain_words import in_words

_SEVERITY_ORDER: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


@dataclass(slots=True)
class AlertRow:
    """``merge`` takes in the next one."""

    rule: str
    stage: int
    severity: Severity
    first_step: int
    last_step: int
    count: int
    value: float | None
    threshold: float | None
    message: str
    cause: str
    remedy: str
    subject: str = ""
    since: int | None = None  # first step of the latest one's evidence

    @classmethod
    def of(cls, alert: Alert) -> "AlertRow":
        """The row of a first alert."""
        words = (in_words(alert.message), in_words(alert.cause), in_words(alert.remedy))
        seen = (alert.step, alert.step, 1, alert.value, alert.threshold)
        return cls(alert.rule, alert.stage, alert.severity, *seen, *words, alert.subject, alert.since)

    def merge(self, alert: Alert) -> None:
        """Count another alert of the same rule and stage."""
        self.severity = max(self.severity, alert.severity, key=_SEVERITY_ORDER.__getitem__)
        self.first_step = min(self.first_step, alert.step)
        self.last_step = max(self.last_step, alert.step)
        self.count += 1
        self.value, self.threshold = alert.value, alert.threshold
        self.message, self.cause, self.remedy = in_words(alert.message), in_words(alert.cause), in_words(alert.remedy)
        self.subject, self.since = alert.subject, alert.since


def merge_into(rows: dict[tuple[str, int], AlertRow], alert: Alert) -> None:
    """Count an alert in the row of its rule and stage, which it begins where it is the first."""
    row = rows.get((alert.rule, alert.stage))
    if row is None:
        rows[alert.rule, alert.stage] = AlertRow.of(alert)
    else:
        row.merge(alert)
