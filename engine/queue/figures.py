"""What came of a run, read from what it told."""

import math
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import RunFolderError
from engine.events import FinalEvaluated, RunFinished
from engine.run_folder.event_log import read_events


@dataclass(frozen=True, slots=True)
class RunFigures:
    """AUC of the best student by split and source (validation, test, test/SOURCE), and seconds of all its parts."""

    auc: dict[str, float | None] = field(default_factory=dict)
    seconds: float = 0.0


def figures_of(run: Path) -> RunFigures:
    """Of a run folder; none where it has told nothing that can be read."""
    auc: dict[str, float | None] = {}
    seconds = 0.0
    try:
        for event in read_events(run, ("final_evaluated", "run_finished")):
            if isinstance(event, FinalEvaluated):
                auc = {name: _known(scores.auc) for name, scores in event.student.items()}
            elif isinstance(event, RunFinished):
                seconds += event.seconds
    except RunFolderError:
        return RunFigures()
    return RunFigures(auc, seconds)


def _known(auc: float | None) -> float | None:
    """What is no number, as only a damaged line has it, is not known."""
    return auc if auc is not None and math.isfinite(auc) else None
