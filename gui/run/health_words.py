"""How a run stands, in one sentence: how it ended, what is wrong with it, or that nothing is."""

from collections.abc import Iterator
from dataclasses import dataclass

from gui.history.alert_row import AlertRow
from gui.history.run_history import RunHistory
from gui.history.verdict import verdict
from gui.words.plain_words import in_words, plural, rule_title
from gui.words.translation import mark, tr

WELL = mark("Nothing wrong: losses, gradients, outputs and scores are as they should be.")
HEALED = mark("Nothing wrong any more: what was noticed was answered and has stayed away.")


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
            count = _count(severity, len(found))
            return HealthSentence(f"{count}. {rule_title(newest.rule)}: {newest.message}", sign, role)
    trouble = next(iter(history.troubles.values()), None) if live else None
    if trouble is not None and trouble.message:
        return HealthSentence(in_words(f"{trouble.message} {trouble.remedy}".strip()), "warning", "warning")
    if not (len(history.steps) or len(history.validations)):
        return HealthSentence(tr("Nothing to judge yet: no step has been reported.") if history.revision else "")
    answered = any(row.severity != "info" for row in history.alerts.values())
    return HealthSentence(tr(HEALED) if answered else tr(WELL), "good")


def open_alerts(history: RunHistory) -> Iterator[AlertRow]:
    """Alerts that nothing has healed."""
    for key, row in history.alerts.items():
        answer = history.answers.found.get(key)
        if answer is None or not answer.healed:
            yield row


def _count(severity: str, number: int) -> str:
    return plural(number, "error", "errors") if severity == "error" else plural(number, "warning", "warnings")


def _ended(history: RunHistory) -> tuple[str, str, str]:
    """How the run ended: sentence, icon and role."""
    end = history.finished
    assert end is not None
    if end.reason == "failed":
        return f"{tr('The run failed.')} {in_words(f'{end.message} {end.remedy}'.strip())}".strip(), "error", "bad"
    best, teacher = end.best, history.last_validation.teacher_auc if history.last_validation else None
    if best is None or best.auc is None:
        return "", "info", "muted"
    found = verdict(history)
    text = tr(
        "Best validation AUC of the student: {auc:.3f} (stage {stage}, epoch {epoch})",
        auc=best.auc,
        stage=best.stage,
        epoch=best.epoch,
    )
    beside = tr("the teacher's is {auc:.3f}", auc=teacher) if teacher is not None else ""
    text = f"{'; '.join(part for part in (text, beside, found.words) if part)}."
    return text, "good" if found.role == "good" else "warning", found.role
