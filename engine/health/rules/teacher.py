"""Health rules over what is known before training: the images that were found and the teacher's own figures."""

import math

from engine.events import TeacherVariant
from engine.health.history import History
from engine.health.rule import Finding, Rule, standard_error
from engine.number_words import figure, percent
from engine.settings import HealthSettings, RunSettings

CALIBRATION_TOLERANCE = 0.005  # of AUC, beyond what chance explains
CALIBRATION_CHANCE = 1.5  # standard errors of the AUC
VARIANT_MARGIN = 0.03  # of AUC on a small sample
CLEARLY_FITTING = 0.2  # of the mismatch between a teacher's first layer and what it is fed
LEAST_MISMATCH = 0.1  # other images than those of its training may cause it; two thirds of the scale make 0.35


def tells_the_label(auc: float, health: HealthSettings) -> bool:
    """Whether files that reach this AUC without their pictures give the label away."""
    return auc >= health.leak_score


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


CHECK_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "teacher_weak",
        "Weak teacher",
        "error",
        "On the validation images the teacher itself is hardly better than chance.",
        "Its checkpoint was trained on other data, at another size, or with another input filter or normalisation.",
        "Take the size that the teacher was trained at (data.size), above all where your images are smaller and so get "
        "enlarged; try its other input filters (teacher.input_filter) and normalisations (teacher.normalisation); or "
        "choose a teacher that was trained on such images.",
        "All validation images, before training.",
    ),
    Rule(
        "teacher_constant",
        "Constant teacher",
        "error",
        "The teacher gives every patch of every image the same logit: there is nothing to imitate.",
        "The checkpoint is untrained or damaged, or does not fit its input filter.",
        "Choose another teacher checkpoint, or train from labels only (alpha_distill 0).",
        "The teacher's patch logits on the images that it is calibrated on.",
    ),
    Rule(
        "teacher_range",
        "Teacher's range too wide",
        "warning",
        "The teacher's patch logits span a range that no student can follow, and they are imitated as they are.",
        "Teachers of this family drift to huge negative logits; scale matching, which absorbs it, is off.",
        "Switch scale matching on (enable_scale_matching).",
        "The teacher's patch logits on the images that it is calibrated on.",
    ),
    Rule(
        "teacher_calibration",
        "Calibration costs the teacher",
        "warning",
        "The targets that the student imitates tell real from fake less well than the teacher itself does.",
        "The teacher's evidence lies in rare, extreme patch logits, which no bounded target can carry.",
        "Lower the weight of imitation (alpha_distill), calibrate on more images (calibration_images), or try another "
        "calibration.",
        "The training images that the teacher is calibrated on.",
    ),
    Rule(
        "teacher_variant",
        "Teacher fed in another way than it was trained",
        "warning",
        "With another input filter or normalisation the same teacher tells real from fake clearly better, or its first "
        "layer fits far better, so that its decisions lie elsewhere though its AUC may be the same.",
        "The checkpoint does not say how its images were prepared, and the usual way is not the one it was trained "
        "with. What reaches its first layer does not fit what that layer remembers of its training.",
        "Take the filter and the normalisation that are named (teacher.input_filter, teacher.normalisation).",
        "A sample of the validation images, before training.",
    ),
    Rule(
        "data_imbalance",
        "Classes out of balance",
        "warning",
        "One class has far fewer training images than the other, or validation took far more or less of a class than "
        "was asked for.",
        "The folders hold that many more images of one class; or they show so few photographs, videos or other groups "
        "that validation, which never tears one apart, cannot take just its share.",
        "Add images of the smaller class or leave out some of the larger; judge by AUC and by the accuracy of each "
        "class, not by accuracy alone. Of validation: add pictures of other photographs or videos, or choose "
        "validation images yourself.",
        "All training images that were found, and how many of them went to validation.",
    ),
    Rule(
        "data_one_class",
        "One class only",
        "error",
        "A set of images holds one class only: nothing can be learned from it, and its AUC is undefined.",
        "The other class's folder is empty or is named in a way that is not understood.",
        "Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names), or add "
        "the missing images.",
        "All images that were found.",
    ),
    Rule(
        "data_duplicates",
        "Duplicates across splits or classes",
        "warning",
        "Some validation or test images are exact copies of images of an earlier set, or by their names show what a "
        "training image shows (a real photograph and its imitation, tiles of a photograph, frames of a video), so "
        "results look better than they are; or some pictures are both among the real and the fake images, which "
        "teaches a contradiction.",
        "The same pictures were put into more than one folder, or images were dealt to the sets one by one.",
        "Remove the copies that are listed; of a picture in both classes, the one whose label is wrong. Move images "
        "that show the same into one set, or give one folder without train, val and test: validation is then split off "
        "so that they stay together. Where equal names mean different pictures, nothing is wrong.",
        "All images that were found, compared by content and by name.",
    ),
    Rule(
        "data_shortcut",
        "The files give the label away",
        "warning",
        "Real and fake files can be told apart by format, quality, size or metadata, without looking at the pictures.",
        "The two classes come from different places or were saved differently. The student can learn the traces of "
        "that instead of those of generation, and then fails on other pictures although validation AUC is high.",
        "Save both classes in the same way (same format, quality and size), or make them alike in training: "
        "JPEG augmentation (jpeg_probability) and crops (view). Then judge on images that were saved alike.",
        "The format, quality, size and metadata of the training files, before training.",
    ),
    Rule(
        "data_unreadable",
        "Unreadable images",
        "warning",
        "Some files cannot be read as images and are left out.",
        "They are truncated, empty, too large, or not images.",
        "Look at the list and replace or remove those files.",
        "All images that were found, and again those that fail while they are used.",
    ),
)
