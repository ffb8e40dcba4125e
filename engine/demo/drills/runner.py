"""Carries out drills: the clean run once, then each failure through the same engine.run.run."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from engine.advice.offers import remedies_for
from engine.control import FinishReason, RunControl
from engine.demo.drills.drills import DRILLS, Drill
from engine.demo.drills.machine_faults import switched_on
from engine.demo.drills.outcome import DrillOutcome
from engine.demo.images import SPLITS, DemoData, build_demo_data
from engine.demo.training import demo_settings
from engine.errors import Problem, SettingsError
from engine.events import Alert, Emit, Event, Progress
from engine.files import temporary_folder
from engine.remedy import Remedy
from engine.run.run import RunResult, run
from engine.settings import RunSettings
from engine.settings.changes import apply
from engine.settings.toml_file import load_settings, quoted

TILES = (150, 150, 30)  # training, validation, unseen generator: a quarter of the demo
SHORT = (
    "data.size=64",
    "stage2.epochs=20",
    "control.when=never",
    "stage2.validate_every=2",
    "health.policy=automatic",
    "health.incidents=0",
)
FUNCTION_BY_FUNCTION = "machine.cuda_graphs=false"  # a fault is a function that fails; a graph calls none
TOLERANCE = 0.02  # of AUC, against the clean run


def run_drills(
    names: Sequence[str], control: RunControl, emit: Emit, overrides: Sequence[str] = ()
) -> list[DrillOutcome]:
    """All drills, or those named, in a folder that is gone afterwards; each outcome is emitted as soon as it is known.

    ``overrides`` are settings of every run, the clean one too. Raises SettingsError for a name that is none,
    StopRequestedError, and the clean run's EngineError.
    """
    chosen = _chosen(names)
    load_settings(None, overrides)  # refused before the images are built
    splits = [replace(split, tiles=tiles) for split, tiles in zip(SPLITS, TILES, strict=True)]
    data = build_demo_data(splits=splits, should_stop=lambda: control.stopping)
    outcomes = list[DrillOutcome]()
    with temporary_folder("drills") as place:
        caches = f"machine.cache_folder={quoted(Path(place) / 'caches')}"
        common = (*SHORT, caches, FUNCTION_BY_FUNCTION, *overrides)
        emit(_progress("clean run", 0, len(chosen)))
        clean = _clean_auc(_Trial(data, Path(place), control, common))
        for number, drill in enumerate(chosen, start=1):
            emit(_progress(drill.title, number, len(chosen)))
            folder = Path(place) / drill.name
            folder.mkdir()
            trial = _Trial(drill.damage(data, folder) if drill.damage else data, folder, control, common)
            outcomes.append(_drilled(drill, trial, clean))
            emit(outcomes[-1])
            shutil.rmtree(folder, ignore_errors=True)
    return outcomes


class _Trial:
    """Runs in one folder, and their alerts."""

    def __init__(self, data: DemoData, folder: Path, control: RunControl, common: Sequence[str]) -> None:
        self._data, self._control = data, control
        self._common = (*common, f"output.folder={quoted(folder)}")
        self.alerts: list[Alert] = []

    def settings(self, overrides: Sequence[str] = ()) -> RunSettings:
        """The demo's, short and unattended, with these changes."""
        return demo_settings(self._data, (*self._common, *overrides))

    def run(self, settings: RunSettings, resume: Path | None = None) -> RunResult:
        """One run, or the rest of one; StopRequestedError where the drills were told to stop."""
        result = run(settings, self._control, self._watch, resume)
        self._control.check()
        return result

    def noticed(self, rules: Sequence[str]) -> Alert | None:
        """The first alert of one of the rules."""
        return next((alert for alert in self.alerts if alert.rule in rules), None)

    def remedy(self, drill: Drill) -> Remedy | None:
        """What the window would offer first about the drill's alert."""
        alert = self.noticed(drill.noticed_by)
        if alert is None:
            return None
        return next(iter(remedies_for(alert.rule, self.settings(drill.settings), alert.stage, alert.subject)), None)

    def _watch(self, event: Event) -> None:
        if isinstance(event, Alert):
            self.alerts.append(event)


def _chosen(names: Sequence[str]) -> list[Drill]:
    known = [drill.name for drill in DRILLS]
    if unknown := sorted(set(names) - set(known)):
        raise SettingsError([Problem("", f"There is no drill {', '.join(unknown)}.", f"Known: {', '.join(known)}.")])
    return [drill for drill in DRILLS if not names or drill.name in names]


def _progress(title: str, done: int, chosen: int) -> Progress:
    return Progress(task=f"drill: {title}", done=done, total=chosen + 1, unit="runs")


def _clean_auc(trial: _Trial) -> float:
    result = trial.run(trial.settings())
    if result.error is not None:
        raise result.error
    auc = _auc(result)
    assert auc is not None  # the demo has both classes
    return auc


def _drilled(drill: Drill, trial: _Trial, clean: float) -> DrillOutcome:
    with switched_on(drill.fault):
        result = trial.run(trial.settings(drill.settings))
    noticed = trial.noticed(drill.noticed_by)
    end, ended_well, auc = _end(drill, trial, result, clean)
    return DrillOutcome(
        name=drill.name,
        title=drill.title,
        done=drill.done,
        noticed_by=noticed.rule if noticed else "",
        noticed_at=noticed.step if noticed else None,
        end=end,
        auc=auc,
        clean_auc=clean,
        passed=noticed is not None and ended_well,
    )


def _end(drill: Drill, trial: _Trial, result: RunResult, clean: float) -> tuple[str, bool, float | None]:
    """How it ended in words, whether that is the end it should have, and the AUC."""
    if result.state is FinishReason.FINISHED:
        healed = _as_good(result, clean)
        return ("healed" if healed else "went on, but not healed"), healed and drill.end == "healed", _auc(result)
    assert result.error is not None
    reason, remedy = _clause(result.error.message), trial.remedy(drill)
    if drill.end == "told" and remedy is not None:
        again = trial.run(apply(trial.settings(drill.settings), remedy))
        after = "a new run with the remedy offered"
    elif drill.end == "stopped" and result.run is not None:
        again = trial.run(load_settings(result.run / "settings.toml"), result.run)
        after = "the run resumed"
    else:
        return f"stopped: {reason}", False, _auc(result)
    well = _as_good(again, clean)
    return f"stopped safely ({reason}); {after} {'went well' if well else 'did not go well'}", well, _auc(again)


def _clause(sentence: str) -> str:
    return sentence.rstrip(".")


def _as_good(result: RunResult, clean: float) -> bool:
    auc = _auc(result)
    return result.state is FinishReason.FINISHED and auc is not None and auc >= clean - TOLERANCE


def _auc(result: RunResult) -> float | None:
    return result.best.auc if result.best is not None else None
