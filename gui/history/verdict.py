"""Whether the best student of a run that ended is a good one: what the window may show in green."""

from engine.health.rules.signal import tells_apart
from engine.settings import RunSettings
from gui.history.run_history import RunHistory

GUESSING = 0.5


def verdict(history: RunHistory) -> tuple[str, str]:
    """A role of the theme, and words to put behind the best AUC where they are needed."""
    best = history.finished.best if history.finished else None
    if best is None or best.auc is None:
        return "muted", ""
    if not tells_apart(best.auc, history.settings or RunSettings()):
        return "bad", f"; that is {'hardly' if best.auc > GUESSING else 'no'} better than guessing ({GUESSING})"
    if not best.healthy:
        return "warning", "; it was found after an error of the weights"
    return "good", ""
