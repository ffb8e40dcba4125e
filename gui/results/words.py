"""The results in a sentence or two, and what is being measured."""

from engine.events import ControlCompared, Scores
from engine.number_words import decimals
from gui.history.run_history import RunHistory
from gui.history.verdict import teacher_auc, teacher_test_auc, verdict
from gui.results.figures import judged_on, split_word
from gui.words.translation import mark, tr

TASKS = {
    "scan": mark("Looking through the folders"),
    "validation": mark("Student, validation"),
    "test": mark("Student, test"),
    "teacher": mark("Student and teacher"),
}


def headline(history: RunHistory) -> tuple[str, str]:
    """How good the student is, on which images, and how far that can be trusted; with a role of the theme."""
    found, split = verdict(history), judged_on(history)
    scores = _scores(history, split)
    if scores is None:
        return "", found.role
    teacher = teacher_test_auc(history) if split == "test" else teacher_auc(history)
    figures = {"auc": decimals(scores.auc), "images": scores.images, "split": split_word(split)}
    words = tr("AUC {auc} on {images:,} {split} images.", **figures)
    if teacher is not None:
        figures["teacher"] = decimals(teacher)
        words = tr("AUC {auc} on {images:,} {split} images; its teacher's is {teacher}.", **figures)
    if history.control is not None:
        words += f" {_which_student(history.control)}"
    if found.words:
        words += f" {found.words[0].upper()}{found.words[1:]}."
    return f"{words} {_trust(history, split)}".strip(), found.role


def _which_student(found: ControlCompared) -> str:
    """Whether the student had the teacher, and what the other one came to."""
    figures = {
        "alone": decimals(found.control_auc),
        "taught": decimals(found.taught_auc),
        "gain": decimals(abs(found.control_auc - found.taught_auc)),
        "error": decimals(found.error),
    }
    if found.control_delivered:
        return tr(
            "It learned from labels only, which was better on validation: {alone} against {taught} with the teacher "
            "(difference {gain} ± {error}).",
            **figures,
        )
    if found.is_kept_in_spite:
        return tr(
            "It learned with the teacher; labels alone came to {alone} against {taught} on validation (difference "
            "{gain} ± {error}), which is not clearly above the teacher itself.",
            **figures,
        )
    return tr(
        "It learned with the teacher; labels alone came to {alone} against {taught} on validation (difference {gain} ± "
        "{error}).",
        **figures,
    )


def _scores(history: RunHistory, split: str) -> Scores | None:
    if history.final is not None:
        return history.final.student.get(split)
    return history.best.scores if history.best is not None else None


def _trust(history: RunHistory, split: str) -> str:
    if history.final is None:
        return tr("This is the best validation so far: the final evaluation has not been made.")
    if split == "test":
        return ""
    if "test" in history.final.student:
        return tr(
            "Test images are of one class, so these are validation's, on which the best epoch and the threshold were "
            "chosen: they are a little too good."
        )
    return tr(
        "Test images do not exist, so these are validation's, on which the best epoch and the threshold were chosen: "
        "they are a little too good."
    )
