"""The demo: real photographs, a real small teacher, both stages, and the same student from labels only beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.control import FinishReason, RunControl
from engine.demo.images import DemoData, build_demo_data
from engine.events import Emit, Event, FinalEvaluated, Scores, TeacherChecked
from engine.events.progress import progress_reporter
from engine.run.run import RunResult, run
from engine.run_folder.folder import runs_folder
from engine.settings import OutputSettings, RunSettings
from engine.settings.toml_file import load_settings, quoted

UNSEEN = "test/unseen_generator"
TILE_SETTINGS = ("data.view=crop", "data.size=96", "stage2.epochs=8", "control.when=never")  # that is a run of its own
LABELS_ONLY = ("loss.alpha_distill=0", "loss.alpha_task=1")


@dataclass(frozen=True, slots=True)
class DemoOutcome:
    """Figures for the table and ``--json``; or the run that did not finish."""

    figures: dict[str, Any]
    failed: RunResult | None = None


def demo_settings(data: DemoData, overrides: Sequence[str] = ()) -> RunSettings:
    """The recommended settings on the demo's tiles; overrides are ``section.key=value``."""
    places = (f"data.train=[{quoted(data.folder)}]", f"teacher.checkpoint={quoted(data.teacher)}")
    return load_settings(None, (*places, *TILE_SETTINGS, *overrides))


def run_demo(folder: Path | None, overrides: Sequence[str], control: RunControl, emit: Emit) -> DemoOutcome:
    """Build the data, train the distilled student and its control with the same budget."""
    load_settings(None, overrides)  # refused before the images are built, which takes a minute
    parent = folder or runs_folder(OutputSettings())
    place = f"output.folder={quoted(parent.absolute())}"

    data = build_demo_data(
        progress=progress_reporter(emit, "building the demo's images"), should_stop=lambda: control.stopping
    )
    distilled = _ScoreKeeper(emit)
    settings = demo_settings(data, (place, "output.name=Demo, distilled", *overrides))
    taught = run(settings, control, distilled)
    if taught.state is not FinishReason.FINISHED:
        return DemoOutcome({}, taught)
    control_run = _ScoreKeeper(emit)
    settings = demo_settings(data, (place, "output.name=Demo, labels only", *overrides, *LABELS_ONLY))
    alone = run(settings, control, control_run)
    if alone.state is not FinishReason.FINISHED:
        return DemoOutcome({}, alone)
    return DemoOutcome(
        {
            "teacher": distilled.teacher_figures(),
            "student": distilled.student_figures(),
            "labels_only": control_run.student_figures(),
            "run": str(taught.run),
            "weights": str(taught.weights),
            "seconds": round(taught.seconds + alone.seconds, 2),
        }
    )


class _ScoreKeeper:
    """Passes events on and keeps what the table needs, None where the overrides leave no such figure."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._teacher: dict[str, Scores] = {}
        self._student: dict[str, Scores] = {}

    def __call__(self, event: Event) -> None:
        self._emit(event)
        if isinstance(event, TeacherChecked):
            self._teacher["validation"] = event.scores
        elif isinstance(event, FinalEvaluated):
            self._teacher |= event.teacher
            self._student |= event.student

    def teacher_figures(self) -> dict[str, float | None]:
        return _figures(self._teacher)

    def student_figures(self) -> dict[str, float | None]:
        return _figures(self._student)


def _figures(found: Mapping[str, Scores]) -> dict[str, float | None]:
    names = {"auc": "validation", "unseen_auc": UNSEEN}
    return {figure: found[split].auc if split in found else None for figure, split in names.items()}
