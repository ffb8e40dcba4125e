"""Streams of events that health rules watch: the usual ones, and what differs in them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from engine.events import (
    Alert,
    ControlCompared,
    DataScanned,
    Event,
    MachineReport,
    Scores,
    SplitSummary,
    StageStarted,
    StepDone,
    StepSkipped,
    TeacherChecked,
    TeacherVariant,
    TeacherView,
    Validated,
)
from engine.health import HealthMonitor
from engine.settings import RunSettings

STAGE2 = StageStarted(
    stage=2, epochs=20, steps_per_epoch=73, step=0, trainable_parameters=1297, trainable="all", optimiser="adamw"
)
WEIGHTS = {"task": 0.7, "patch": 0.3, "relation": 0.15, "variance": 0.05, "saturation": 0.001}
PARTS = {"task": 0.5, "patch": 0.4, "relation": 0.3, "variance": 0.0, "saturation": 0.0}
USUAL = StepDone(
    stage=2,
    epoch=1,
    step=10,
    epoch_step=10,
    loss=0.6,
    parts=PARTS,
    weights=WEIGHTS,
    grad_norm=0.8,
    grad_norm_clipped=0.5,
    clipped_share=0.9,
    head_lr=1e-2,
    backbone_lr=1e-2,
    student_std=1.5,
    teacher_std=2.0,
    student_saturated=0.0,
    teacher_saturated=0.0,
    movement=2.0,
    images_per_s=500.0,
    data_share=0.05,
)
VALIDATED = Validated(
    stage=2, epoch=1, step=73, loss=0.5, scores=Scores(images=500, auc=0.9), sources={}, teacher_auc=0.95, best=True
)
TEACHER = TeacherChecked(
    architecture="LaDeDa9",
    parameters=13_641_793,
    scores=Scores(images=500, auc=0.97),
    calibrated_auc=0.97,
    calibration={},
    logit_min=-246.0,
    logit_max=46.0,
)
CROPPED = TeacherView(view="crop", size=128, images=64, auc=0.88)
SCALED = TeacherView(view="resize", size=256, images=64, auc=0.453, chosen=True)
DATA = DataScanned(
    mapping={"real": 0, "fake": 1},
    splits=(SplitSummary("train", 600, 500, {}), SplitSummary("validation", 200, 250, {})),
)


def reports(*changes: dict[str, Any], start: int = 10) -> list[Event]:
    """One report every 10 steps, the usual one but for what changed."""
    return [replace(USUAL, step=start + 10 * i, **change) for i, change in enumerate(changes)]


def same(count: int, **change: Any) -> list[Event]:
    return reports(*[change] * count)


def evaluations(*aucs: float | None, **change: Any) -> list[Event]:
    return [
        replace(VALIDATED, epoch=i, step=73 * i, scores=Scores(images=500, auc=auc), **change)
        for i, auc in enumerate(aucs, start=1)
    ]


def skips(*steps: int) -> list[Event]:
    return [StepSkipped(stage=2, step=step, reason="the loss is NaN") for step in steps]


def scanned(**change: Any) -> list[Event]:
    return [replace(DATA, **change)]


def splits(*counts: tuple[str, int, int]) -> list[Event]:
    return scanned(splits=tuple(SplitSummary(name, real, fake, {}) for name, real, fake in counts))


def checked(**change: Any) -> list[Event]:
    return [replace(TEACHER, **change)]


def compared(**change: Any) -> list[Event]:
    return [ControlCompared(stage=3, step=99, taught_auc=0.8, control_auc=0.9, error=0.02, **change)]


def machine(**change: Any) -> list[Event]:
    return [replace(MachineReport(stage=2, step=40, disk_free_mb=9e4, memory_free_mb=8e3), **change)]


def alerts_of(events: Iterable[Event], settings: dict[str, Any] | None = None) -> list[tuple[int, Alert]]:
    """Every alert with the number of events that had been seen."""
    monitor, chosen = HealthMonitor(), RunSettings.model_validate(settings or {})
    monitor.observe(STAGE2, chosen)
    return [(seen, alert) for seen, event in enumerate(events, start=1) for alert in monitor.observe(event, chosen)]


def without(term: str) -> dict[str, float]:
    return {**PARTS, term: 0.0}


FED_WELL = TeacherVariant(input_filter="NPR", normalisation="half", mismatch=0.1, auc=0.95)
FED_AS_SET = TeacherVariant(input_filter="NPR", normalisation="imagenet", mismatch=3.0, auc=0.7, chosen=True)
