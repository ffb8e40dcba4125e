"""Rules over the teacher's own figures, known before training."""

from collections.abc import Iterator
from typing import get_args

from engine.events import TeacherChecked, TeacherVariant, TeacherView
from engine.health.chance import standard_error
from engine.health.history import History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import figure, percent
from engine.remedies.loss_weights import less_imitation, scale_matching
from engine.remedies.multiples import multiple
from engine.remedies.view import other_view, view_subject
from engine.remedy import Remedy
from engine.settings import FilterName, NormalisationName, RunSettings

CALIBRATION_TOLERANCE = 0.005  # of AUC, beyond what chance explains
CALIBRATION_CHANCE = 1.5  # standard errors of the AUC
VARIANT_MARGIN = 0.03  # of AUC on a small sample
VIEW_CHANCE = 1.5  # standard errors of the AUC in the view that is set
CLEARLY_FITTING = 0.2  # of the mismatch between a teacher's first layer and what it is fed
LEAST_MISMATCH = 0.1  # other images than those of its training may cause it; two thirds of the scale make 0.35


def teacher_weak(history: History, settings: RunSettings) -> list[Finding]:
    """Validation AUC below the least that is accepted; far below 0.5 the labels look swapped instead."""
    auc, limit = history.teacher.scores.auc if history.teacher is not None else None, settings.teacher.min_auc
    if auc is None or not settings.health.swapped_auc <= auc < limit or not settings.loss.imitates:
        return []
    message = f"The teacher's validation AUC is {auc:.3f}; at least {figure(limit)} is asked for."
    return [Finding(message, auc, limit)]


def _labels_only(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if not settings.loss.imitates:
        return
    alone = {"loss.alpha_distill": 0.0, "loss.alpha_task": max(0.7, settings.loss.alpha_task)}
    yield Remedy("Train from labels only", alone, "new_run", "There is nothing to learn from this teacher.")


TEACHER_WEAK = Rule(
    "teacher_weak",
    "Weak teacher",
    "error",
    "On the validation images the teacher itself is hardly better than chance.",
    "Its checkpoint was trained on other data, at another size, or with another input filter or normalisation.",
    "Take the size that the teacher was trained at (data.size), above all where your images are smaller and so get "
    "enlarged; try its other input filters (teacher.input_filter) and normalisations (teacher.normalisation); "
    "choose a teacher that was trained on such images, or fit the head of this one to yours (command fit-teacher).",
    "All validation images, before training.",
    watches=(Watch("teacher", teacher_weak),),
    offers=_labels_only,
)


def teacher_constant(history: History, settings: RunSettings) -> list[Finding]:
    """All patch logits of the teacher are the same, to within what counts as a collapse."""
    teacher, limit = history.teacher, settings.health.collapse_std
    if teacher is None or not settings.loss.imitates or not teacher.logit_max - teacher.logit_min <= limit:
        return []
    lowest, highest = figure(teacher.logit_min, 6), figure(teacher.logit_max, 6)
    message = f"All patch logits of the teacher lie between {lowest} and {highest}."
    return [Finding(message, teacher.logit_max - teacher.logit_min, limit)]


TEACHER_CONSTANT = Rule(
    "teacher_constant",
    "Constant teacher",
    "error",
    "The teacher gives every patch of every image the same logit: there is nothing to imitate.",
    "The checkpoint is untrained or damaged, or does not fit its input filter.",
    "Choose another teacher checkpoint, or train from labels only (alpha_distill 0).",
    "The teacher's patch logits on the images that it is calibrated on.",
    watches=(Watch("teacher", teacher_constant),),
    offers=_labels_only,
)


def teacher_range(history: History, settings: RunSettings) -> list[Finding]:
    """Patch logits beyond what counts as saturated, imitated without scale matching."""
    teacher, limit = history.teacher, settings.health.saturation_logit
    if teacher is None or settings.loss.enable_scale_matching or not settings.loss.imitates:
        return []
    largest = max(abs(teacher.logit_min), abs(teacher.logit_max))
    if not largest > limit:
        return []
    message = f"The teacher's patch logits run from {figure(teacher.logit_min)} to {figure(teacher.logit_max)}."
    return [Finding(message, largest, limit)]


def _against_teacher_range(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield from scale_matching(settings)


TEACHER_RANGE = Rule(
    "teacher_range",
    "Teacher's range too wide",
    "warning",
    "The teacher's patch logits span a range that no student can follow, and they are imitated as they are.",
    "Teachers of this family drift to huge negative logits; scale matching, which absorbs it, is off.",
    "Switch scale matching on (enable_scale_matching).",
    "The teacher's patch logits on the images that it is calibrated on.",
    watches=(Watch("teacher", teacher_range),),
    offers=_against_teacher_range,
    mild=True,
)


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
    return [Finding(message, calibrated, limit)]


def _training_images(history: History) -> int:
    splits = history.data.splits if history.data is not None else ()
    return sum(split.real + split.fake for split in splits if split.name == "train")


def _against_teacher_calibration(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield less_imitation(settings, "What the targets have lost then counts less.")
    label, images = multiple(settings, "teacher.calibration_images", 4, "images for calibration")
    yield Remedy(label, images, "new_run", "The fit is then less noisy.")


TEACHER_CALIBRATION = Rule(
    "teacher_calibration",
    "Calibration costs the teacher",
    "warning",
    "The targets that the student imitates tell real from fake less well than the teacher itself does.",
    "The teacher's evidence lies in rare, extreme patch logits, which no bounded target can carry.",
    "Lower the weight of imitation (alpha_distill), calibrate on more images (calibration_images), or try another "
    "calibration.",
    "The training images that the teacher is calibrated on.",
    watches=(Watch("teacher", teacher_calibration),),
    offers=_against_teacher_calibration,
)


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
        return [Finding(message, own.auc, best.auc, subject)]
    message += " The former fits far better what its first layer remembers of its training."
    return [Finding(message, own.mismatch, best.mismatch / CLEARLY_FITTING, subject)]


def _fits_clearly(variant: TeacherVariant, own: TeacherVariant) -> bool:
    return own.mismatch > LEAST_MISMATCH and variant.mismatch < CLEARLY_FITTING * own.mismatch


def _auc(variant: TeacherVariant) -> float:
    return variant.auc or 0.0


def _decisions(variant: TeacherVariant) -> str:
    """How many images of each class are decided rightly at logit 0."""
    if variant.real_accuracy is None or variant.fake_accuracy is None:
        return ""
    return f" ({percent(variant.real_accuracy)} of real, {percent(variant.fake_accuracy)} of fake images right)"


def fed_otherwise(subject: str) -> dict[str, str]:
    """Settings that feed the teacher in the way that an alert of `teacher_variant` speaks of; none if it names none."""
    input_filter, _, normalisation = subject.partition("/")
    if input_filter not in get_args(FilterName) or normalisation not in get_args(NormalisationName):
        return {}  # events of older runs do not say it
    return {"teacher.input_filter": input_filter, "teacher.normalisation": normalisation}


def _against_teacher_variant(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    why = "Then it tells real from fake clearly better."
    yield Remedy(f"Feed the teacher {subject.replace('/', ', ')}", fed_otherwise(subject), "new_run", why)


TEACHER_VARIANT = Rule(
    "teacher_variant",
    "Teacher fed in another way than it was trained",
    "warning",
    "With another input filter or normalisation the same teacher tells real from fake clearly better, or its first "
    "layer fits far better, so that its decisions lie elsewhere though its AUC may be the same.",
    "The checkpoint does not say how its images were prepared, and the usual way is not the one it was trained "
    "with. What reaches its first layer does not fit what that layer remembers of its training.",
    "Take the filter and the normalisation that are named (teacher.input_filter, teacher.normalisation).",
    "A sample of the validation images, before training.",
    watches=(Watch("teacher", teacher_variant),),
    offers=_against_teacher_variant,
)


def better_view(checked: TeacherChecked) -> TeacherView | None:
    """The view in which the teacher is better than in the one that is set, beyond what chance explains."""
    own = next((view for view in checked.views if view.chosen), None)
    if own is None:
        return None
    best = checked.views[0]
    margin = max(VARIANT_MARGIN, VIEW_CHANCE * standard_error(own.auc, own.images))
    return best if best.auc > own.auc + margin else None


def teacher_view(history: History, settings: RunSettings) -> list[Finding]:
    """Shown pictures in another way, the teacher is clearly better on the same images."""
    best = better_view(history.teacher) if history.teacher is not None and settings.loss.imitates else None
    if history.teacher is None or best is None:
        return []
    own = next(view for view in history.teacher.views if view.chosen)
    message = (
        f"On {own.images:,} of the validation images the teacher's AUC is {best.auc:.3f} where it sees them "
        f"{best.words}, and {own.auc:.3f} {own.words}, as set."
    )
    return [Finding(message, own.auc, best.auc, view_subject(best.view, best.size))]


def _against_teacher_view(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield from other_view(subject, "The teacher tells real from fake best in that view.")


TEACHER_VIEW = Rule(
    "teacher_view",
    "Teacher better in another view",
    "warning",
    "The same teacher tells real from fake clearly better where pictures are scaled or cropped in another way.",
    "What it looks for is as fine as single pixels: scaling destroys it, and so does another size than that of its "
    "training.",
    "Take the view and the size that are named (data.view, data.size); the student learns from what the teacher sees.",
    "A sample of the validation images, before training, where the teacher's AUC is below 0.95.",
    watches=(Watch("teacher", teacher_view),),
    offers=_against_teacher_view,
)


def control_better(history: History, settings: RunSettings) -> list[Finding]:
    """The control that was trained beside the student is better on validation, and so is what the run delivers."""
    found = history.compared
    if found is None or not found.control_delivered:
        return []
    message = f"Labels alone were better. {found.words}"
    return [Finding(message, found.control_auc, found.taught_auc)]


CONTROL_BETTER = Rule(
    "control_better",
    "Labels alone were better",
    "info",
    "The same student, trained from labels only for as many steps, is better on validation than the one that had the "
    "teacher. The student delivered learned without the teacher.",
    "The teacher knows less of these images than the labels say, and what it says takes room that a small student has "
    "not got.",
    "Nothing need be done. Train from labels only to save the time, or use a better teacher: a wider student of "
    "your own, or this one with its head fitted to your images (command fit-teacher).",
    "The best of either on all validation images, after the control stage.",
    watches=(Watch("control", control_better),),
    offers=_labels_only,
)


TEACHER_RULES = (
    TEACHER_WEAK,
    TEACHER_CONSTANT,
    TEACHER_RANGE,
    TEACHER_CALIBRATION,
    TEACHER_VARIANT,
    TEACHER_VIEW,
    CONTROL_BETTER,
)
