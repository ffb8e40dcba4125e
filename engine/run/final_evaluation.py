"""The end of a run: the best student, as it lies on disk, beside its teacher, and beside its control if it has one."""

from pathlib import Path

import numpy as np

from engine.control import RunPhase
from engine.data.scan.related import belonging_together
from engine.evaluation.evaluate import Evaluation, Judge, evaluate, evaluate_batches
from engine.evaluation.reliability import gain_error
from engine.events import ControlCompared, FinalEvaluated, Scores
from engine.models.loading.recognition import load_detector
from engine.run_folder.training_state import TrainingState
from engine.settings import CONTROL_STAGE
from engine.training.context import RunContext


def final_evaluation(context: RunContext) -> None:
    """The best student as it lies on disk, and the teacher on the test images, overall and by source."""
    context.phase(RunPhase.EVALUATING)
    if not context.folder.weights.exists():
        return
    detector = load_detector(context.folder.weights).to(context.device)
    logits = Judge(detector, context.settings.student)
    student = _by_split(
        "validation", evaluate(logits, context.validation, context.device, context.progress("validation"))
    )
    teacher: dict[str, Scores] = {}
    if context.test is not None:
        student |= _by_split("test", evaluate(logits, context.test, context.device, context.progress("test")))
        if context.teacher is not None:
            progress = context.progress("test, teacher")
            scored = evaluate_batches(context.teacher.batch_logits, context.test, progress)
            teacher = _by_split("test", scored)
    context.tell_unreadable()
    context.emit(FinalEvaluated(student=student, teacher=teacher))


def _by_split(name: str, result: Evaluation) -> dict[str, Scores]:
    return {name: result.overall} | {f"{name}/{source}": scores for source, scores in result.by_source.items()}


def compare_with_control(run: RunContext, state: TrainingState) -> None:
    """Say by how much they differ, how sure that is, and which of them is the run's."""
    folder = run.folder
    if not folder.taught.exists() or not folder.control.exists():
        return
    run.phase(RunPhase.STAGE3, "comparing both students")
    taught, control = _judged(run, folder.taught), _judged(run, folder.control)
    aucs = taught.overall.auc, control.overall.auc
    alike = np.array_equal(taught.labels, control.labels)
    if aucs[0] is None or aucs[1] is None or not alike:  # an image became unreadable between the two: no comparison
        return
    logits = np.stack([control.logits]), np.stack([taught.logits])
    error = gain_error(taught.labels, *logits, belonging_together(taught.entries))
    run.emit(
        ControlCompared(
            stage=state.stage,
            step=state.step,
            taught_auc=aucs[0],
            control_auc=aucs[1],
            error=error,
            control_delivered=state.best is not None and state.best.stage == CONTROL_STAGE,
        )
    )


def _judged(run: RunContext, weights: Path) -> Evaluation:
    judge = Judge(load_detector(weights).to(run.device), run.settings.student)
    return evaluate(judge, run.validation, run.device, run.progress("validation"))
