"""Rules about whether anything is learned, and the right way round; an undefined AUC feeds none of them."""

from collections.abc import Iterator

from engine.health.chance import validation_chance
from engine.health.history import History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import exact, figure
from engine.remedies.loss_weights import more_labels
from engine.remedies.step_length import raised_rates, usual_steps
from engine.remedies.usual_rates import rates_far_too_high, rates_far_too_low, usual_rates
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.names import stage_name

SWAPPED_COUNT = 2  # evaluations in a row: the first of an untrained student may lie anywhere
SIGNIFICANT = 2.0  # standard errors of what guesses have, beyond which an AUC is no guessing


def tells_apart(auc: float, settings: RunSettings) -> bool:
    """Whether a validation AUC means that something was learned."""
    return auc > settings.health.no_signal_auc


def no_signal(history: History, settings: RunSettings) -> list[Finding]:
    """AUC at or below its limit in several evaluations in a row, unless images are told apart the wrong way round."""
    count, limit = settings.health.no_signal_count, settings.health.no_signal_auc
    aucs = history.aucs(count)
    if len(aucs) < count or tells_apart(max(aucs), settings) or _wrong_way_round(history, settings):
        return []
    message = f"Validation AUC was at most {max(aucs):.3f} in the last {count} evaluations; "
    beyond_chance = max(aucs) < _least_by_chance(history)
    message += "that is less than guessing explains (0.5)." if beyond_chance else "0.5 is chance."
    cause, remedy = _causes_of_no_signal(settings, stage_name(history.validations[-1].stage))
    since = history.evaluated_since(count)
    return [Finding(message, aucs[-1], limit, since=since, cause=cause, remedy=remedy)]


def _least_by_chance(history: History) -> float:
    """The lowest AUC that guessing explains: with 50 images 0.3, with 400 0.43."""
    return 0.5 - SIGNIFICANT * validation_chance(0.5, history)


def _causes_of_no_signal(settings: RunSettings, stage: str) -> tuple[str, str]:
    """Cause and remedy in words; a learning rate that is far from the usual comes first."""
    found = []
    if high := rates_far_too_high(settings, stage):
        name, times = max(high.items(), key=lambda item: item[1])
        usual = exact(usual_rates(settings, stage)[name])
        cause = f"the learning rate ({name}) is {figure(times)} times the usual one, so that steps undo one another"
        found.append((cause, f"take at most the usual learning rates ({usual})"))
    if rates_far_too_low(settings, stage):
        raised = "take at least the usual learning rates (head_lr, backbone_lr)"
        found.append(("the learning rate hardly moves the weights", raised))
    if settings.loss.may_drown_labels:
        labels = "raise the weight of labels (alpha_task) to 0.9 and lower that of imitation (alpha_distill)"
        found.append(("imitation drowns the labels", labels))
    resized = settings.data.view == "resize"
    traces = "the traces are not in the images" + (" (resizing destroys them)" if resized else "")
    found.append((traces, "try crops at native resolution" if resized else "look at the images and their labels"))
    causes, remedies = [cause for cause, _ in found], [remedy for _, remedy in found]
    likely = f"{', '.join(causes[:-1])}, or {causes[-1]}" if len(causes) > 1 else causes[0]
    return _sentence(likely), _sentence("; ".join(remedies))


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _against_no_signal(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if rates_far_too_high(settings, stage):
        yield usual_steps(settings, stage, "Steps so long throw away what the ones before have learned.")
    if rates_far_too_low(settings, stage):
        yield raised_rates(settings, stage, "At the present ones the weights hardly move.")
    yield more_labels(settings, "next_step", "Imitation may drown what the labels say.")
    crop = {"data.view": "crop"}
    yield Remedy("Crops at native resolution", crop, "new_run", "Resizing destroys fine traces of generators.")


NO_SIGNAL = Rule(
    "no_signal",
    "No signal",
    "warning",
    "Validation AUC stays near 0.5: so far the student tells real from fake no better than a coin.",
    "The learning rate is far too high or hardly moves the weights, imitation drowns the labels, or the traces are "
    "not in the images (resizing destroys them).",
    "Take the usual learning rates (head_lr, backbone_lr); where a teacher is imitated, raise the weight of labels "
    "(alpha_task) to 0.9 and lower that of imitation (alpha_distill); try crops at native resolution.",
    "Three evaluations in a row.",
    watches=(Watch("validation", no_signal),),
    offers=_against_no_signal,
    mild=True,
    rungs=("usual", "renew"),
)


def labels_swapped(history: History, settings: RunSettings) -> list[Finding]:
    """Images are told apart the wrong way round, and not by the random features of a student that is untrained."""
    aucs, limit = history.aucs(SWAPPED_COUNT), settings.health.swapped_auc
    untrained = settings.student.checkpoint is None and history.stage is not None and history.stage.stage == 1
    if not _wrong_way_round(history, settings) or (untrained and not _fell(history, settings)):
        return []
    message = f"Validation AUC is {aucs[-1]:.3f}; with real and fake exchanged it would be {1 - aucs[-1]:.3f}."
    return [Finding(message, aucs[-1], limit, since=history.evaluated_since(SWAPPED_COUNT))]


def _wrong_way_round(history: History, settings: RunSettings) -> bool:
    """AUC below its limit in two evaluations in a row, and lower than chance makes it or fallen by more than chance."""
    aucs = history.aucs(SWAPPED_COUNT)
    if len(aucs) < SWAPPED_COUNT or max(aucs) >= settings.health.swapped_auc:
        return False
    return max(aucs) < _least_by_chance(history) or _fell(history, settings)


def _fell(history: History, settings: RunSettings) -> bool:
    known = history.aucs(settings.health.oscillation_count)
    return bool(known) and known[-1] < max(known) - validation_chance(known[-1], history)


def teacher_swapped(history: History, settings: RunSettings) -> list[Finding]:
    """The teacher, where it is too weak, tells images apart the wrong way round."""
    auc, limit = history.teacher.scores.auc if history.teacher is not None else None, settings.health.swapped_auc
    if auc is None or not auc < min(settings.teacher.min_auc, limit):
        return []
    message = f"The teacher's AUC on validation is {auc:.3f}; with real and fake exchanged it would be {1 - auc:.3f}."
    return [Finding(message, auc, limit, subject="teacher")]


def _against_labels_swapped(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    exchanged = settings.data.exchanged()
    yield Remedy("Exchange the names of the classes", exchanged, "new_run", "What is called real is then label 1.")


LABELS_SWAPPED = Rule(
    "labels_swapped",
    "Labels look swapped",
    "error",
    "Validation AUC is well below 0.5: images are told apart, but the wrong way round.",
    "Real and fake are exchanged in one of the folders, in the names of the classes, or in the checkpoint's own "
    "training.",
    "Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names).",
    "Two evaluations in a row; of the teacher, its check before training.",
    watches=(
        Watch("validation", labels_swapped),
        Watch("teacher", teacher_swapped),
    ),
    offers=_against_labels_swapped,
)


SIGNAL_RULES = (NO_SIGNAL, LABELS_SWAPPED)
