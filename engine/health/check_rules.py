"""Health rules over what is known before training: the images that were found and the teacher's own figures."""

import math

from engine.events import FILE_SIZE, TeacherVariant
from engine.figures import figure, percent
from engine.health.history import History
from engine.health.rule import Finding, standard_error
from engine.settings import HealthSettings, RunSettings

IMBALANCE_SHARE = 0.2  # of the smaller class among the training images
CALIBRATION_TOLERANCE = 0.005  # of AUC, beyond what chance explains
CALIBRATION_CHANCE = 1.5  # standard errors of the AUC
VARIANT_MARGIN = 0.03  # of AUC on a small sample
CLEARLY_FITTING = 0.2  # of the mismatch between a teacher's first layer and what it is fed
LEAST_MISMATCH = 0.1  # other images than those of its training may cause it; two thirds of the scale make 0.35
NAMED = 3  # files that a message names; all are in the event


def data_imbalance(history: History, settings: RunSettings) -> list[Finding]:
    """The smaller class is too little of the training images, or validation missed its share of a class."""
    found = []
    if history.data is not None and history.data.share_missed:
        found.append(Finding("data_imbalance", history.data.share_missed, subject="validation"))
    for split in history.data.splits if history.data is not None else ():
        smaller, total = min(split.real, split.fake), split.real + split.fake
        if split.name == "train" and 0 < smaller < IMBALANCE_SHARE * total:
            message = f"Of {total:,} training images {split.real:,} are real and {split.fake:,} are fake."
            found.append(Finding("data_imbalance", message, smaller / total, IMBALANCE_SHARE))
    return found


def data_one_class(history: History, settings: RunSettings) -> list[Finding]:
    """A split that has images of one class only."""
    found = []
    for split in history.data.splits if history.data is not None else ():
        total = split.real + split.fake
        if total and not min(split.real, split.fake):
            missing = "fake" if split.real else "real"
            message = f"The {split.name} images hold no {missing} image: all {total:,} are of the other class."
            found.append(Finding("data_one_class", message, 0, 1, subject=split.name))
    return found


def data_duplicates(history: History, settings: RunSettings) -> list[Finding]:
    """Images of a later set that are copies of earlier ones or show what a training image shows, or of both classes."""
    data = history.data
    if data is None:
        return []
    kinds = (
        ("", data.duplicate_count, data.duplicates, "in an earlier set"),
        ("class", data.contradiction_count, data.contradictions, "of the other class, so that one label is wrong"),
    )
    found = []
    for subject, count, pairs, where in kinds:
        named = _first([f"{copy} of {earlier}" for earlier, copy in pairs])
        copies = "copy" if count == 1 else "copies"
        message = f"{count:,} exact {copies} of an image {where}{named}."
        found += [Finding("data_duplicates", message, count, 0, subject)] if count else []
    if data.related_count:
        named = _first([f"{other} beside {training}" for training, other in data.related])
        images = (
            "1 image of a later set shows"
            if data.related_count == 1
            else f"{data.related_count:,} images of later sets show"
        )
        message = (
            f"By their names, {images} what a training image shows: the same picture in the other class, or another "
            f"tile or frame of it{named}."
        )
        found.append(Finding("data_duplicates", message, data.related_count, 0, subject="related"))
    return found


def data_unreadable(history: History, settings: RunSettings) -> list[Finding]:
    """Files that are no images; the threshold is the number at which the run stops."""
    data = history.data
    if data is None or data.unreadable_count == 0:
        return []
    total = data.unreadable_count + sum(split.real + split.fake for split in data.splits)
    allowed = settings.data.max_unreadable
    message = (
        f"{data.unreadable_count:,} of {total:,} images cannot be read ({percent(data.unreadable_count / total)}; "
        f"{percent(allowed)} is allowed){_first(list(data.unreadable))}."
    )
    return [Finding("data_unreadable", message, data.unreadable_count, allowed * total)]


def tells_the_label(auc: float, health: HealthSettings) -> bool:
    """Whether files that reach this AUC without their pictures give the label away."""
    return auc >= health.leak_score


def data_shortcut(history: History, settings: RunSettings) -> list[Finding]:
    """The files alone, without their pictures, tell the label better than the limit."""
    audited, limit = history.shortcuts, settings.health.leak_score
    if audited is None or audited.leak_score is None or not tells_the_label(audited.leak_score, settings.health):
        return []
    worded = [leak for leak in audited.traits if leak.words and leak.name != FILE_SIZE]
    telling = [leak for leak in worded if tells_the_label(leak.auc, settings.health)]
    named = "; ".join(f"{leak.name} (AUC {leak.auc:.2f}: {leak.words})" for leak in telling[:NAMED])
    message = f"Without their pictures, {audited.images:,} training files tell real from fake with an AUC of "
    message += f"{audited.leak_score:.2f}{f', by their {named}' if named else ''}."
    return [Finding("data_shortcut", message, audited.leak_score, limit)]


def teacher_weak(history: History, settings: RunSettings) -> list[Finding]:
    """Validation AUC below the least that is accepted; far below 0.5 the labels look swapped instead."""
    auc = history.teacher.scores.auc if history.teacher is not None else None
    if auc is None or not auc < settings.teacher.min_auc:
        return []
    if auc < settings.health.swapped_auc:
        message = (
            f"The teacher's AUC on validation is {auc:.3f}; with real and fake exchanged it would be {1 - auc:.3f}."
        )
        return [Finding("labels_swapped", message, auc, settings.health.swapped_auc, subject="teacher")]
    if not settings.loss.imitates:
        return []
    limit = settings.teacher.min_auc
    message = f"The teacher's validation AUC is {auc:.3f}; at least {figure(limit)} is asked for."
    return [Finding("teacher_weak", message, auc, limit)]


def teacher_constant(history: History, settings: RunSettings) -> list[Finding]:
    """All patch logits of the teacher are the same, to within what counts as a collapse."""
    teacher, limit = history.teacher, settings.health.collapse_std
    if teacher is None or not settings.loss.imitates or not teacher.logit_max - teacher.logit_min <= limit:
        return []
    lowest, highest = figure(teacher.logit_min, 6), figure(teacher.logit_max, 6)
    message = f"All patch logits of the teacher lie between {lowest} and {highest}."
    return [Finding("teacher_constant", message, teacher.logit_max - teacher.logit_min, limit)]


def teacher_range(history: History, settings: RunSettings) -> list[Finding]:
    """Patch logits beyond what counts as saturated, imitated without scale matching."""
    teacher, limit = history.teacher, settings.health.saturation_logit
    if teacher is None or settings.loss.enable_scale_matching or not settings.loss.imitates:
        return []
    largest = max(abs(teacher.logit_min), abs(teacher.logit_max))
    if not largest > limit:
        return []
    message = f"The teacher's patch logits run from {figure(teacher.logit_min)} to {figure(teacher.logit_max)}."
    return [Finding("teacher_range", message, largest, limit)]


def teacher_calibration(history: History, settings: RunSettings) -> list[Finding]:
    """On the same training images, pooled targets rank worse than the teacher's raw logits."""
    teacher = history.teacher
    if teacher is None or not settings.loss.enable_scale_matching or not settings.loss.imitates:
        return []
    raw, calibrated = teacher.calibration.get("raw_auc"), teacher.calibrated_auc
    if not isinstance(raw, float) or calibrated is None:
        return []
    labelled = round(settings.data.label_fraction * _training_images(history))
    images = min(settings.teacher.calibration_images, labelled)
    limit = raw - CALIBRATION_TOLERANCE - CALIBRATION_CHANCE * standard_error(raw, images)
    if not calibrated < limit:
        return []
    message = f"Calibrated maps rank training images with an AUC of {calibrated:.3f}, raw ones with {raw:.3f}."
    return [Finding("teacher_calibration", message, calibrated, limit)]


def teacher_variant(history: History, settings: RunSettings) -> list[Finding]:
    """Fed in another way, the teacher is clearly better on the same images, or no worse where its layers fit better.

    A wrong scale often leaves the AUC as it was and moves the decisions: more real images right and fewer fake ones.
    """
    tried = [v for v in history.teacher.variants if v.auc is not None] if history.teacher is not None else []
    own = next((v for v in tried if v.chosen), None)
    if own is None or own.auc is None or not settings.loss.imitates:
        return []
    fitting = [v for v in tried if _fits_clearly(v, own) and _auc(v) >= own.auc - VARIANT_MARGIN]
    better = [v for v in tried if _auc(v) > own.auc + VARIANT_MARGIN]
    if not fitting and not better:
        return []
    best = min(fitting, key=lambda v: v.mismatch) if fitting else max(better, key=_auc)
    message = (
        f"On a sample of the validation images the teacher's AUC is {best.auc:.3f}{_decisions(best)} with the input "
        f"filter {best.input_filter} and the normalisation {best.normalisation}, and {own.auc:.3f}{_decisions(own)} "
        f"with {own.input_filter} and {own.normalisation}, which are set."
    )
    subject = f"{best.input_filter}/{best.normalisation}"
    if not fitting:
        return [Finding("teacher_variant", message, own.auc, best.auc, subject)]
    message += " The former fits far better what its first layer remembers of its training."
    return [Finding("teacher_variant", message, own.mismatch, best.mismatch / CLEARLY_FITTING, subject)]


def _fits_clearly(variant: TeacherVariant, own: TeacherVariant) -> bool:
    return own.mismatch > LEAST_MISMATCH and variant.mismatch < CLEARLY_FITTING * own.mismatch


def _auc(variant: TeacherVariant) -> float:
    return variant.auc or 0.0


def _decisions(variant: TeacherVariant) -> str:
    """How many images of each class are decided rightly at logit 0."""
    if variant.real_accuracy is None or variant.fake_accuracy is None:
        return ""
    return f" ({percent(variant.real_accuracy)} of real, {percent(variant.fake_accuracy)} of fake images right)"


def teacher_not_finite(history: History, settings: RunSettings) -> list[Finding]:
    """The teacher put out NaN or infinity."""
    teacher = history.teacher
    if teacher is None or (math.isfinite(teacher.logit_min) and math.isfinite(teacher.logit_max)):
        return []
    message = f"The teacher's patch logits run from {figure(teacher.logit_min)} to {figure(teacher.logit_max)}."
    return [Finding("not_finite", message, subject="teacher")]


SHORTCUT_RULES = (data_shortcut,)
DATA_RULES = (data_imbalance, data_one_class, data_duplicates, data_unreadable)
TEACHER_RULES = (
    teacher_weak,
    teacher_constant,
    teacher_range,
    teacher_calibration,
    teacher_variant,
    teacher_not_finite,
)


def _training_images(history: History) -> int:
    splits = history.data.splits if history.data is not None else ()
    return sum(split.real + split.fake for split in splits if split.name == "train")


def _first(named: list[str]) -> str:
    if not named:
        return ""
    more = ", ..." if len(named) > NAMED else ""
    return f": {', '.join(named[:NAMED])}{more}"
