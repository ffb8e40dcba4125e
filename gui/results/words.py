"""The results in a sentence or two, and what is being measured."""

from engine.events import Scores
from engine.number_words import decimals
from gui.history.run_history import RunHistory
from gui.history.verdict import teacher_auc, teacher_test_auc, verdict
from gui.results.figures import judged_on

TASKS = {
    "scan": "Looking through the folders",
    "validation": "Student, validation",
    "test": "Student, test",
    "teacher": "Student and teacher",
}


def headline(history: RunHistory) -> tuple[str, str]:
    """How good the student is, on which images, and how far that can be trusted; with a role of the theme."""
    found, split = verdict(history), judged_on(history)
    scores = _scores(history, split)
    if scores is None:
        return "", found.role
    teacher = teacher_test_auc(history) if split == "test" else teacher_auc(history)
    beside = f"; its teacher's is {decimals(teacher)}" if teacher is not None else ""
    words = f"AUC {decimals(scores.auc)} on {scores.images:,} {split} images{beside}."
    if found.words:
        words += f" {found.words[0].upper()}{found.words[1:]}."
    return f"{words} {_trust(history, split)}".strip(), found.role


def _scores(history: RunHistory, split: str) -> Scores | None:
    if history.final is not None:
        return history.final.student.get(split)
    return history.best.scores if history.best is not None else None


def _trust(history: RunHistory, split: str) -> str:
    if history.final is None:
        return "This is the best validation so far: the final evaluation has not been made."
    if split == "test":
        return ""
    some = "are of one class" if "test" in history.final.student else "do not exist"
    return (
        f"Test images {some}, so these are validation's, on which the best epoch and the threshold were chosen: "
        "they are a little too good."
    )
