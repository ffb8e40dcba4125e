"""Which settings may differ when a run goes on, after a stop or between two steps, in words where they may not."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import Problem
from engine.settings import RunSettings
from engine.settings.changes import changed_settings
from engine.settings.names import stage_name

FIXED_ON_RESUME = ("seed", "data.", "degradations.", "teacher.", "student.")
MOVABLE_ON_RESUME = (  # paths: their files may lie elsewhere, as resuming compares the files themselves
    "data.train",
    "data.validation",
    "data.test",
    "data.unlabelled",
    "data.classes",
    "teacher.checkpoint",
    "student.checkpoint",
)
FREE_ON_RESUME = (
    "data.decoded_cache_mb",
    "data.decoded_disk_mb",
    "data.max_unreadable",
    "teacher.map_cache_mb",
    "teacher.map_disk_mb",
    "teacher.min_auc",
    "teacher.accept_weak",
    "student.statistics_batches",
)
FIXED_WHILE_RUNNING = (  # a run is built from them
    "data.",
    "degradations.",
    "teacher.",
    "student.checkpoint",
    "output.folder",
    "output.name",
    "machine.",
)

RESUME_REMEDY = "Set it back, or start a new run with this run's student.pth as its student checkpoint."
RUNNING_REMEDY = "Stop the run and change it when resuming, or start a new run with it."
MATCHING = "loss.enable_scale_matching"


@dataclass(frozen=True, slots=True)
class RunPoint:
    """The position of a run that decides what may change; made from its training state or from its events."""

    stage: int = 1
    stage_step: int = 0  # optimiser steps of the stage that are done
    calibrated: bool = False  # whether the teacher's calibration was fitted


def refused_on_resume(before: RunSettings, after: RunSettings, point: RunPoint) -> list[Problem]:
    """Problems of changes that contradict the part of the run that is done; the window offers only others."""
    names = [*_fixed(before, after, point)]
    if before.loss.enable_scale_matching and not after.loss.enable_scale_matching:
        names.append(MATCHING)  # switching it on is a remedy; switching it off would undo one
    refused = [Problem(name, "This cannot change when a run is resumed.", RESUME_REMEDY) for name in names]
    if _lacks_calibration(before, after, point):
        refused.append(Problem(MATCHING, "The teacher of this run was not calibrated.", RESUME_REMEDY))
    return refused


def refused_while_running(before: RunSettings, after: RunSettings, point: RunPoint) -> list[Problem]:
    """Changes that cannot be made between two steps."""
    built = [name for name in changed_settings(before, after) if name.startswith(FIXED_WHILE_RUNNING)]
    names = dict.fromkeys([*_fixed(before, after, point), *built])
    refused = [Problem(name, f"{name} cannot change while a run goes on.", RUNNING_REMEDY) for name in names]
    if _lacks_calibration(before, after, point):
        remedy = "Start a new run with scale matching on."
        refused.append(Problem(MATCHING, "The teacher of this run was not calibrated.", remedy))
    return refused


def _lacks_calibration(before: RunSettings, after: RunSettings, point: RunPoint) -> bool:
    return after.loss.enable_scale_matching and before.loss.alpha_distill > 0 and not point.calibrated


def _fixed(before: RunSettings, after: RunSettings, point: RunPoint) -> Iterator[str]:
    changed = changed_settings(before, after)
    allowed = FREE_ON_RESUME + MOVABLE_ON_RESUME
    yield from (name for name in changed if name.startswith(FIXED_ON_RESUME) and name not in allowed)
    if before.loss.imitates != after.loss.imitates:
        yield "loss.alpha_distill"  # from or to 0: with and without a teacher are two kinds of run
    if point.stage_step > 0:  # the optimiser's state fits these values alone, and its steps are counted by them
        begun = [f"{stage_name(point.stage)}.{name}" for name in ("optimiser", "trainable", "accumulate")]
        yield from (name for name in changed if name in begun)
