"""The end of a run: the best student, as it lies on disk, and its teacher on validation and test images."""

from engine.control import RunPhase
from engine.evaluation.evaluate import Evaluation, Judge, evaluate, evaluate_batches
from engine.events import (
    FinalEvaluated,
    Scores,
)
from engine.models.loading.recognition import load_detector
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
