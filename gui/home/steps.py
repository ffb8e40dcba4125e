"""How each step of the way stands, in words and a sign; what the page shows is decided here, of plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from engine.errors import Problem
from engine.events import DataScanned
from gui.history.run_history import RunHistory
from gui.history.run_progress import run_measure
from gui.history.verdict import verdict
from gui.run.controller import BUSY, RunState
from gui.words.plain_words import in_words, plural
from gui.words.translation import tr

StepMark = Literal["open", "busy", "done", "warning", "error"]
_NAMED = 4  # class names in a line


@dataclass(frozen=True, slots=True)
class StepState:
    """A step's sign and sentence."""

    mark: StepMark
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that the states are made of."""

    chosen: bool = False  # whether there are training images
    teacher: bool = False  # whether a teacher is given, or none is asked for
    looking: str = ""  # how far the look at the images is, while it goes on
    found: DataScanned | None = None
    undecided: bool = False  # whether folders are neither real nor fake yet
    confirmed: bool = False
    refused: str = ""  # why the images cannot be used
    problems: Sequence[Problem] = ()
    state: RunState = RunState.IDLE
    history: RunHistory = field(default_factory=RunHistory)  # of the live or last run
    student: str = ""  # the name of the shown run that has a student


def data_state(now: Situation) -> StepState:
    """Images and teacher."""
    if not now.chosen:
        return StepState("open", tr("Drop a folder with real and fake images below, or add one."))
    counts = f"{_counts(now.found)}." if now.found is not None else tr("Images are chosen.")
    if not now.teacher:
        return StepState("open", tr("{counts} Now choose the teacher: a large detector.", counts=counts))
    return StepState("done", counts)


def check_state(now: Situation) -> StepState:
    """What was found in the images, and whether its labels are right."""
    if not now.chosen:
        return StepState("open", tr("What is found in the images is shown here, to be confirmed."))
    if now.refused:
        return StepState("error", now.refused)
    if now.undecided:
        return StepState("warning", tr("Some folders are neither real nor fake yet."))
    if now.found is None:
        return StepState(
            "busy" if now.looking else "open", now.looking or tr("The images have not been looked through.")
        )
    return StepState("done" if now.confirmed else "warning", _labels(now.found))


def train_state(now: Situation) -> StepState:
    """The run, or what stands against one."""
    if now.state in BUSY:
        left = run_measure(now.history).text
        return StepState("busy", f"{tr(now.state)}: {left}." if left else f"{tr(now.state)}.")
    if now.state == RunState.FAILED:
        return StepState("error", tr("The last run failed; the page Run says why."))
    if now.history.finished is not None:
        best = now.history.finished.best
        auc = tr(", best validation AUC {auc:.3f}", auc=best.auc) if best is not None and best.auc is not None else ""
        marks: dict[str, StepMark] = {"good": "done", "warning": "warning", "bad": "warning"}
        mark = marks.get(verdict(now.history).role, "open") if now.state == RunState.FINISHED else "open"
        return StepState(mark, tr("The last run is {state}{auc}.", state=tr(now.state.lower()), auc=auc))
    errors = [problem for problem in now.problems if problem.severity == "error"]
    if not now.chosen:
        return StepState("open", tr("Images and a teacher are all that Start needs."))
    if errors:
        more = tr("And {things} more.", things=plural(len(errors) - 1, "thing", "things")) if len(errors) > 1 else ""
        return StepState("open", f"{in_words(errors[0].message)} {more}".rstrip())
    return StepState("open", tr("Nothing stands against it."))


def try_state(now: Situation) -> StepState:
    """The student that came of it."""
    if now.student:
        return StepState(
            "done", tr('"{student}" has a student: try it on pictures of yours, or take it away.', student=now.student)
        )
    return StepState("open", tr("The student judges pictures of yours, and can be exported."))


def _counts(found: DataScanned) -> str:
    real, fake = (sum(getattr(split, kind) for split in found.splits) for kind in ("real", "fake"))
    return tr("{real:,} real and {fake}", real=real, fake=plural(fake, "fake image", "fake images"))


def _labels(found: DataScanned) -> str:
    """Which names stand for which class, such as Real: Urlaub. Fake: KI-Bilder."""
    parts = []
    for label, word in enumerate((tr("Real"), tr("Fake"))):
        names = sorted(name for name, of in found.mapping.items() if of == label)
        if names:
            more = [tr("and others")] if len(names) > _NAMED else []
            parts.append(f"{word}: {' '.join([', '.join(names[:_NAMED]), *more])}.")
    return " ".join(parts) or tr("No class was found.")
