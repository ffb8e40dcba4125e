"""Builds golden_events.jsonl beside it: a whole run of the recommended preset, the same bytes every time.

The figures follow the shapes that such a run has (losses that fall, warm-up and cosine, AUC that rises past the
teacher's), with a gradient explosion, a skipped step and a pause in it. Run it again when engine/events changes.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from engine.events import (
    Alert,
    BestStudent,
    CheckpointSaved,
    DataScanned,
    Event,
    FinalEvaluated,
    PatchMapsSaved,
    PhaseChanged,
    RunFinished,
    RunStarted,
    Scores,
    SplitSummary,
    StageFinished,
    StageStarted,
    StepDone,
    StepSkipped,
    TeacherChecked,
    Validated,
    to_json,
)

GOLDEN = Path(__file__).with_name("golden_events.jsonl")
EPOCHS, STEPS_PER_EPOCH, REPORT_EVERY = 20, 73, 10
START_S, STEP_S = 1_760_000_000.0, 0.11
TEACHER_AUC = 0.925
EXPLOSION, SKIPPED = range(410, 451), 437
WEIGHTS = {"task": 0.7, "saturation": 0.001, "patch": 0.3, "relation": 0.15, "variance": 0.05}
_STEPS = EPOCHS * STEPS_PER_EPOCH


def golden_events() -> Iterator[Event]:
    """Every event of the run, with its time."""
    time_s = START_S
    for event in _run(random.Random(0)):
        time_s += STEP_S * REPORT_EVERY if isinstance(event, StepDone) else 0.4
        yield replace(event, time_s=round(time_s, 3))


def _run(dice: random.Random) -> Iterator[Event]:
    yield RunStarted(run="runs/golden", device="CPU (x86_64, 2 of 2 threads)", version="0.1.0")
    yield PhaseChanged(phase="preparing", text="looking through the image folders")
    yield _data()
    yield PhaseChanged(phase="calibrating", text="asking the teacher about a sample of the images")
    yield _teacher()
    yield PhaseChanged(phase="stage 1", text="computing features once")
    yield StageStarted(
        stage=1, epochs=1, steps_per_epoch=1, step=0, trainable_parameters=9, trainable="head", optimiser="solver"
    )
    yield _validation(1, 1, 0, 0.741)
    yield StageFinished(stage=1, step=0, reason="solved")
    yield from _stage2(dice)
    scores = {"validation": _scores(240, 0.951), "test": _scores(120, 0.944)}
    teacher = {"validation": _scores(240, TEACHER_AUC), "test": _scores(120, 0.989)}
    yield PhaseChanged(phase="evaluating", text="the best student on every split")
    yield FinalEvaluated(student=scores, teacher=teacher)
    best = BestStudent(auc=0.951, stage=2, epoch=19)
    yield RunFinished(reason="finished", step=_STEPS, seconds=188.4, best=best, weights="runs/golden/student.pth")


def _stage2(dice: random.Random) -> Iterator[Event]:
    yield PhaseChanged(phase="stage 2")
    yield StageStarted(
        stage=2,
        epochs=EPOCHS,
        steps_per_epoch=STEPS_PER_EPOCH,
        step=0,
        trainable_parameters=1297,
        trainable="all",
        optimiser="adamw",
    )
    for step in range(1, _STEPS + 1):
        if step == 1 or step % REPORT_EVERY == 0:
            yield _report(step, dice)
        if step in (EXPLOSION[0], EXPLOSION[-1]):
            yield _explosion(step)
        if step == SKIPPED:
            yield StepSkipped(stage=2, step=step, reason="the gradient was not finite")
            yield _not_finite(step)
        if step == 700:
            yield PhaseChanged(phase="paused")
            yield PhaseChanged(phase="stage 2")
        if step % STEPS_PER_EPOCH == 0:
            yield from _epoch_end(step // STEPS_PER_EPOCH, step, dice)
    yield StageFinished(stage=2, step=_STEPS, reason="done")


def _epoch_end(epoch: int, step: int, dice: random.Random) -> Iterator[Event]:
    auc = 0.951 - 0.21 * math.exp(-epoch / 4) + dice.gauss(0, 0.004)
    auc = 0.951 if epoch == 19 else round(min(auc, 0.950), 4)
    yield _validation(2, epoch, step, auc)
    yield PatchMapsSaved(stage=2, step=step, path=f"patches/step-{step:06d}.npz")
    yield CheckpointSaved(stage=2, step=step, name="last", path="checkpoints/last.pt")
    if auc > TEACHER_AUC:
        yield Alert(
            rule="teacher_outrun",
            severity="info",
            stage=2,
            step=step,
            message=f"Validation AUC is {auc:.3f}; the teacher's is {TEACHER_AUC}.",
            cause="The student has learned more from the labels than the teacher knows.",
            remedy="Let imitation fade (distill_fade), lower its weight (alpha_distill), or use a better teacher.",
            value=auc,
            threshold=TEACHER_AUC,
        )


def _report(step: int, dice: random.Random) -> StepDone:
    done = step / _STEPS
    fall = 0.25 + 0.75 * math.exp(-4 * done)
    noise = 1 + dice.gauss(0, 0.06)
    parts = {"task": 0.69 * fall * noise, "patch": 3.1 * fall * noise, "relation": 0.9 * fall, "saturation": 0.0}
    parts["variance"] = max(0.0, 0.04 - 0.2 * done)
    explosion = 40.0 if step in EXPLOSION else 1.0
    norm = 1.4 * fall * math.exp(dice.gauss(0, 0.35)) * explosion
    warmup = min(1.0, 0.01 + step / STEPS_PER_EPOCH)
    rate = 5e-3 * warmup * (0.1 + 0.45 * (1 + math.cos(math.pi * done)))
    return StepDone(
        stage=2,
        epoch=(step - 1) // STEPS_PER_EPOCH + 1,
        step=step,
        epoch_step=(step - 1) % STEPS_PER_EPOCH + 1,
        parts={name: round(part, 6) for name, part in parts.items()},
        weights=WEIGHTS,
        teacher_std=round(1.02 + dice.gauss(0, 0.015), 6),
        teacher_saturated=0.0,
        movement=round(0.9 * (1 - done) + 0.05, 6) if step >= 50 else None,
        loss=round(sum(WEIGHTS[name] * part for name, part in parts.items()), 8),
        grad_norm=round(norm, 8),
        grad_norm_clipped=round(min(norm, 0.5), 8),
        clipped_share=round(min(1.0, norm / 2), 2),
        head_lr=round(rate, 8),
        backbone_lr=round(rate, 8),
        student_std=round(0.9 * (1 - math.exp(-9 * done)) + 0.08 + dice.gauss(0, 0.02), 8),
        student_saturated=0.0,
        images_per_s=round(145 + dice.gauss(0, 4), 2),
        data_share=round(abs(dice.gauss(0.06, 0.02)), 4),
    )


def _validation(stage: int, epoch: int, step: int, auc: float) -> Validated:
    return Validated(
        stage=stage,
        epoch=epoch,
        step=step,
        loss=round(0.7 - 0.5 * (auc - 0.5), 4),
        scores=_scores(240, auc),
        sources={"photos": _scores(240, auc)},
        teacher_auc=TEACHER_AUC,
        best=stage == 1 or epoch in (1, 2, 3, 5, 8, 12, 19),
        statistics_gap=0.04,
    )


def _scores(images: int, auc: float) -> Scores:
    accuracy = round(0.5 + 0.85 * (auc - 0.5), 4)
    return Scores(images, auc, round(auc - 0.012, 4), accuracy, accuracy, accuracy, round(1 - accuracy, 4))


def _explosion(step: int) -> Alert:
    return Alert(
        rule="gradient_explosion",
        severity="warning",
        stage=2,
        step=step,
        message="The gradient's norm before clipping is 41.2; at most 10 is healthy.",
        cause="The learning rate is too high, or single images have huge losses.",
        remedy="Lower the learning rate (head_lr, backbone_lr), or the bound on the norm (gradient_clip_norm).",
        value=41.2,
        threshold=10.0,
    )


def _not_finite(step: int) -> Alert:
    return Alert(
        rule="not_finite",
        severity="error",
        stage=2,
        step=step,
        message="The gradient of a step was not a number; the step was left out.",
        cause="The step before it was too large for the arithmetic.",
        remedy="Nothing if it happens once. If it comes again, lower the learning rate (head_lr, backbone_lr).",
    )


def _data() -> DataScanned:
    sources = {"photos": {"real": 590, "fake": 590}}
    return DataScanned(
        mapping={"real": 0, "fake": 1},
        splits=(
            SplitSummary("train", 590, 590, sources),
            SplitSummary("validation", 120, 120, {"photos": {"real": 120, "fake": 120}}),
        ),
    )


def _teacher() -> TeacherChecked:
    counts = tuple(round(900 * math.exp(-(((k - 22) / 5) ** 2))) for k in range(32))
    return TeacherChecked(
        architecture="LaDeDa9, width 16",
        parameters=861_000,
        scores=_scores(240, TEACHER_AUC),
        calibrated_auc=0.922,
        calibration={"kind": "affine", "scale": 0.08, "offset": 0.2},
        logit_min=-116.0,
        logit_max=9.0,
        histogram_counts=counts,
        histogram_edges=tuple(-116 + 125 * k / 32 for k in range(33)),
    )


if __name__ == "__main__":
    GOLDEN.write_text("".join(to_json(event) + "\n" for event in golden_events()), encoding="utf-8")
