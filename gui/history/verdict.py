"""Whether a student is a good one: the one place that decides what the window may show in green."""

from dataclasses import dataclass

from engine.events import Scores
from engine.health.chance import standard_error
from engine.health.rules.signal import tells_apart
from engine.number_words import decimals
from engine.settings import RunSettings
from gui.history.run_history import RunHistory
from gui.words.translation import mark, tr

GUESSING = 0.5
GOOD = 0.75  # below, more than one in four pairs of a real and a fake image is ranked the wrong way round
FOLLOWS = 0.8  # share of what its teacher can do beyond guessing that a good student can do as well
SURE = 2.0  # standard errors
SIGNS = {
    "good": ("good", "good"),
    "warning": ("warning", "warning"),
    "bad": ("warning", "bad"),
    "muted": ("info", "muted"),
}
"""Icon and colour of a run that has ended, by the role of the verdict on its student."""
_GRAVITY = ("good", "muted", "warning", "bad")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role of the theme, and words to put behind the AUC where they are needed."""

    role: str = "muted"
    words: str = ""


def judged(auc: float | None, settings: RunSettings, images: int = 0, teacher: float | None = None) -> Verdict:
    """What an AUC on so many images (0: unknown) means beside its teacher's.

    Good is only what is beyond chance, gets most pairs right, and comes near its teacher.
    """
    if auc is None:
        return Verdict()
    if not tells_apart(auc, settings):
        hardly, no = (
            mark("that is hardly better than guessing ({auc})"),
            mark("that is no better than guessing ({auc})"),
        )
        return Verdict("bad", tr(hardly if auc > GUESSING else no, auc=GUESSING))
    if auc - SURE * standard_error(auc, images) <= GUESSING:
        return Verdict("warning", tr("of only {images:,} images; guessing might reach that, too", images=images))
    if teacher is not None and auc - GUESSING < FOLLOWS * (teacher - GUESSING):
        return Verdict("warning", tr("that is far below its teacher's {auc}", auc=decimals(teacher)))
    if auc < GOOD:
        words = tr("more than a quarter of all pairs of a real and a fake image are told the wrong way")
        return Verdict("warning", words)
    return Verdict("good")


def verdict(history: RunHistory) -> Verdict:
    """On the run as it ended, or on the best student so far: by validation, and by test where that is worse."""
    best, settings = best_auc(history), history.settings or RunSettings()
    if best is None:
        return Verdict()
    healthy = history.finished is None or history.finished.best is None or history.finished.best.healthy
    found = judged(best, settings, validation_images(history), teacher_auc(history))
    if found.role == "good" and not healthy:
        found = Verdict("warning", tr("it was found after an error of the weights"))
    test = test_scores(history)
    if test is None or test.auc is None:
        return found
    tested = judged(test.auc, settings, test.images, teacher_test_auc(history))
    if _GRAVITY.index(tested.role) <= _GRAVITY.index(found.role):
        return found
    words = tr("on the test images it is {auc}: {meaning}", auc=decimals(test.auc), meaning=tested.words)
    return Verdict(tested.role, words)


def best_auc(history: RunHistory) -> float | None:
    """The best validation AUC, as the run's end says it, or so far."""
    if history.finished is not None and history.finished.best is not None:
        return history.finished.best.auc
    return history.best.scores.auc if history.best is not None else None


def teacher_auc(history: RunHistory) -> float | None:
    """The teacher's AUC on the validation images; None where nothing is imitated."""
    last = history.last_validation
    if last is not None:
        return last.teacher_auc
    return history.teacher.scores.auc if history.teacher is not None else None


def test_scores(history: RunHistory) -> Scores | None:
    """The student on the test images, once the run has ended."""
    return history.final.student.get("test") if history.final is not None else None


def teacher_test_auc(history: RunHistory) -> float | None:
    """The teacher on the test images."""
    scores = history.final.teacher.get("test") if history.final is not None else None
    return scores.auc if scores is not None else None


def validation_images(history: RunHistory) -> int:
    """How many images a validation looks at; 0 where there was none yet."""
    return history.last_validation.scores.images if history.last_validation is not None else 0
