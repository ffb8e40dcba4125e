"""All alerts of one key (rule, stage, subject) as one row: words and value of the latest, severity of the worst."""

from dataclasses import dataclass

from engine.events import Alert, AlertKey, Severity
from gui.words.plain_words import in_words
from gui.words.translation import tr

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

    @property
    def key(self) -> AlertKey:
        """As of its alerts."""
        return self.rule, self.stage, self.subject

    @classmethod
    def of(cls, alert: Alert) -> "AlertRow":
        """The row of a first alert."""
        seen = (alert.step, alert.step, 1, alert.value, alert.threshold)
        return cls(alert.rule, alert.stage, alert.severity, *seen, *_words(alert), alert.subject, alert.since)

    def merge(self, alert: Alert) -> None:
        """Count another alert of the same key."""
        self.severity = max(self.severity, alert.severity, key=_SEVERITY_ORDER.__getitem__)
        self.first_step = min(self.first_step, alert.step)
        self.last_step = max(self.last_step, alert.step)
        self.count += 1
        self.value, self.threshold = alert.value, alert.threshold
        self.message, self.cause, self.remedy = _words(alert)
        self.since = alert.since


def _words(alert: Alert) -> tuple[str, str, str]:
    """Message, cause and remedy; a rule's own are translated before names of settings in them become labels."""
    return in_words(alert.message), in_words(tr(alert.cause)), in_words(tr(alert.remedy))


def merge_into(rows: dict[AlertKey, AlertRow], alert: Alert) -> None:
    """Count an alert in its row, which it begins where it is the first of its key."""
    row = rows.get(alert.key)
    if row is None:
        rows[alert.key] = AlertRow.of(alert)
    else:
        row.merge(alert)
