"""How a run stands, in one sentence: how it ended, what is wrong with it, or that nothing is."""

from collections.abc import Iterator
from dataclasses import dataclass

from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.history.verdict import verdict
from gui.words.plain_words import in_words, plural, rule_title

WELL = "Nothing wrong: losses, gradients, outputs and scores are as they should be."
HEALED = "Nothing wrong any more: what was noticed was answered and has stayed away."


@dataclass(frozen=True, slots=True)
class HealthSentence:
    """A sentence with an icon and a role of the theme; empty where there is nothing to say."""

    text: str = ""
    sign: str = "info"
    role: str = "muted"


def health_sentence(history: RunHistory, *, live: bool) -> HealthSentence:
    """The gravest that can be said of the run now; good news are never green before the student is good."""
    if history.finished is not None:
        return HealthSentence(*_ended(history))
    rows = list(open_alerts(history))
    for severity, sign, role in (("error", "error", "bad"), ("warning", "warning", "warning")):
        found = [row for row in rows if row.severity == severity]
        if found:
            newest = max(found, key=lambda row: row.last_step)
            count = plural(len(found), severity, f"{severity}s")
            return HealthSentence(f"{count}. {rule_title(newest.rule)}: {newest.message}", sign, role)
    trouble = next(iter(history.troubles.values()), None) if live else None
    if trouble is not None and trouble.message:
        return HealthSentence(in_words(f"{trouble.message} {trouble.remedy}".strip()), "warning", "warning")
    if not (len(history.steps) or len(history.validations)):
        return HealthSentence("Nothing to judge yet: no step has been reported." if history.revision else "")
    answered = any(row.severity != "info" for row in history.alerts.values())
    return HealthSentence(HEALED if answered else WELL, "good")


def open_alerts(history: RunHistory) -> Iterator[AlertRow]:
    """Alerts that nothing has healed."""
    for key, row in history.alerts.items():
        answer = history.answers.found.get(key)
        if answer is None or not answer.healed:
            yield row


def _ended(history: RunHistory) -> tuple[str, str, str]:
    """How the run ended: sentence, icon and role."""
    end = history.finished
    assert end is not None
    if end.reason == "failed":
        return in_words(f"The run failed. {end.message} {end.remedy}".strip()), "error", "bad"
    best, teacher = end.best, history.last_validation.teacher_auc if history.last_validation else None
    if best is None or best.auc is None:
        return "", "info", "muted"
    found = verdict(history)
    beside = f"; the teacher's is {teacher:.3f}" if teacher is not None else ""
    judged = f"; {found.words}" if found.words else ""
    text = (
        f"Best validation AUC of the student: {best.auc:.3f} (stage {best.stage}, epoch {best.epoch}){beside}{judged}."
    )
    return text, "good" if found.role == "good" else "warning", found.role
