"""The engine's work behind the page, for task threads: scores of pictures as they come, and their table as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.control import RunControl
from engine.evaluation.judgement import JudgementFound
from engine.events import Emit, ScoredPicture

if TYPE_CHECKING:
    from engine.trained.scoring import Scorer


@dataclass(frozen=True, slots=True)
class Asked:
    """What to score with which weights; pictures that are ``known`` already are left out."""

    weights: Path
    paths: tuple[Path, ...]
    known: frozenset[str]


class Student:
    """The student that was opened last, kept until other weights are asked for; for one thread at a time."""

    def __init__(self) -> None:
        self._known: tuple[Path, int] | None = None
        self._scorer: Scorer | None = None

    def open(self, weights: Path) -> "Scorer":
        """Ready for use; CheckpointError and SettingsError where it cannot be."""
        from engine.trained.scoring import load_scorer

        known = (weights, weights.stat().st_mtime_ns) if weights.is_file() else None
        if self._scorer is None or known is None or known != self._known:
            self._scorer, self._known = load_scorer(weights), known
        return self._scorer


def score(student: Student, asked: Asked, control: RunControl, emit: Emit) -> int:
    """Tell how scores are judged, then the scores as they come; returns how many pictures were new."""
    from engine.trained.named_images import named_images
    from engine.trained.scoring import score_images

    scorer = student.open(asked.weights)
    emit(JudgementFound(judgement=scorer.judgement))
    named = named_images(asked.paths, control)
    new = [picture for picture in named.pictures if str(picture) not in asked.known]
    if new:
        score_images(scorer, new, control, emit)
    return len(new)


def write_csv(path: Path, pictures: Sequence[ScoredPicture], threshold: float) -> None:
    """The same columns as `score --csv`; StorageError where the file cannot be written."""
    from engine.trained.score_files import score_rows, write_table

    write_table(path, score_rows(pictures, threshold))
