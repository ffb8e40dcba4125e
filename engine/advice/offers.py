"""Which remedies each rule offers, ranked: one source for window, command line and ladder."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from engine.advice.multiples import multiple
from engine.advice.rate_remedies import lower_rates, raised_rates, shorter_steps, usual_steps
from engine.remedy import Remedy, Start
from engine.settings import FilterName, Normalisation, RunSettings
from engine.settings.changes import useful
from engine.settings.presets import preset_settings
from engine.settings.usual_rates import rates_far_too_high, rates_far_too_low, rates_of, usual_rates

MOST_LABELS, LEAST_IMITATION = 0.9, 0.1


def remedies_for(rule_name: str, settings: RunSettings, stage: int = 2, subject: str = "") -> tuple[Remedy, ...]:
    """Remedies of a rule, the most promising first; only those that would change something.

    ``stage`` is the alert's, whose learning rates are meant; ``subject`` is what it speaks of (a term of the loss).
    """
    offer = _OFFERS.get(rule_name)
    if offer is None:
        return ()
    name = stage_name(stage)
    offered = (useful(settings, remedy) for remedy in offer(settings, name, subject))
    return tuple(replace(remedy, rule=rule_name, subject=subject) for remedy in offered if remedy is not None)


def stage_name(stage: int) -> str:
    """What a stage is called in the settings."""
    return "stage1" if stage == 1 else "stage2"


def new_weights(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The run begins again: with other random weights, or with the student that it was given and shorter steps.

    The same steps from the same student would lead to the same place.
    """
    if settings.student.checkpoint is None:
        return Remedy("Start again from new weights", {}, "new_weights", why)
    gentler = shorter_steps(settings, stage, why)
    return replace(gentler, label="Start again from the given student, with shorter steps", start="new_weights")


def bounded_imitation(settings: RunSettings, start: Start) -> Remedy:
    """Scale matching and the KL loss, whichever is off; nothing where nothing is imitated."""
    off = {"enable_scale_matching": "scale matching", "use_kl_loss": "KL loss"} if settings.loss.imitates else {}
    missing = {name: words for name, words in off.items() if not getattr(settings.loss, name)}
    label = f"{' and '.join(missing.values())} on"
    raw = "Raw teacher logits may reach -1190; calibrated ones and the KL loss bound every patch's gradient."
    squared = "The KL loss bounds every patch's gradient; a squared difference does not."
    changes, why = {f"loss.{name}": True for name in missing}, raw if "enable_scale_matching" in missing else squared
    return Remedy(label[0].upper() + label[1:], changes, start, why)


def more_labels(settings: RunSettings, start: Start, why: str) -> Remedy:
    """The labels' weight up and imitation's down, which stays above 0: without a teacher it would be another run.

    Nothing where the labels outweigh imitation as far already.
    """
    loss = settings.loss
    if not loss.may_drown_labels:
        return Remedy("Labels outweigh imitation already", {}, start, why)
    up, down = loss.alpha_task < MOST_LABELS, loss.alpha_distill > LEAST_IMITATION
    label = "More weight on labels" if up else "Less weight on imitation"
    changes = {
        "loss.alpha_task": max(MOST_LABELS, loss.alpha_task),
        "loss.alpha_distill": min(LEAST_IMITATION, loss.alpha_distill),
    }
    return Remedy(f"{label}, less on imitation" if up and down else label, changes, start, why)


def against_collapse(settings: RunSettings, start: Start) -> Remedy:
    """The weights that keep a map from becoming a constant, up; nothing where no teacher sets the least spread."""
    loss, why = settings.loss, "A constant map is then no longer the easiest way to a small loss."
    _, spread = multiple(settings, "loss.variance_weight", 4, "weight against collapse", least=0.2)
    labels = {"loss.alpha_task": max(MOST_LABELS, loss.alpha_task)}
    raised = [
        words
        for words, changes in (("against collapse", spread), ("on labels", labels))
        if useful(settings, Remedy(words, changes, start, why))
    ]
    return Remedy(f"More weight {' and '.join(raised)}", {**spread, **labels} if loss.imitates else {}, start, why)


_Offer = Callable[[RunSettings, str, str], Iterator[Remedy]]


def _loss_explosion(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "last_healthy")
    yield shorter_steps(settings, stage, "Steps that are too long throw the weights out of reach.")


def _not_finite(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject:  # the teacher's own numbers, or the validation loss: no step of ours
        return
    amp = {f"{stage}.amp": False}
    yield Remedy("Mixed precision off", amp, "last_healthy", "Half-precision numbers overflow early.")
    yield bounded_imitation(settings, "last_healthy")
    yield shorter_steps(settings, stage, "Shorter steps keep the numbers small.")


def _mode_collapse(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    shorter = shorter_steps(settings, stage, "A step that was too long is a common reason.")
    weights = against_collapse(settings, "last_healthy")
    yield from (shorter, weights) if rates_far_too_high(settings, stage) else (weights, shorter)
    yield new_weights(settings, stage, "If it collapses from every healthy state.")
    drawn = {"student.checkpoint": None}
    yield Remedy(
        "Random weights in place of the given student", drawn, "new_run", "If that student is a constant itself."
    )


def _gradient_explosion(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    if settings.loss.gradient_clip_norm == 0:
        bound = {"loss.gradient_clip_norm": preset_settings("recommended").loss.gradient_clip_norm}
        yield Remedy("Clip the gradient's norm", bound, "next_step", "No single batch can then throw the weights far.")
    yield lower_rates(settings, stage, 2.0, "next_step", "Shorter steps stay where the loss is smooth.")


def _gradient_vanishing(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield raised_rates(settings, stage, "Longer steps may leave the flat place.")
    if stage == "stage2":
        thawed = {"stage2.trainable": "all"}
        yield Remedy("Train every weight", thawed, "new_run", "What the loss depends on may be frozen.")


def _clipping_dominates(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    label, wider = multiple(settings, "loss.gradient_clip_norm", 4, "bound on the gradient")
    yield Remedy(label, wider, "next_step", "Steps keep their own length again.")


def _saturation_student(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    label, weight = multiple(settings, "loss.saturation_weight", 10, "weight against saturation", least=0.01)
    yield Remedy(label, weight, "next_step", "The soft wall leads huge logits back.")
    yield lower_rates(settings, stage, 2.0, "next_step", "Shorter steps keep the logits small.")


def _scale_matching(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    if settings.loss.imitates and not settings.loss.use_kl_loss:
        on = {"loss.enable_scale_matching": True}
        yield Remedy("Scale matching on", on, "next_step", "It brings the teacher's logits into the student's range.")


def _no_signal(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if rates_far_too_high(settings, stage):
        yield usual_steps(settings, stage, "Steps so long throw away what the ones before have learned.")
    if rates_far_too_low(settings, stage):
        yield raised_rates(settings, stage, "At the present ones the weights hardly move.")
    yield more_labels(settings, "next_step", "Imitation may drown what the labels say.")
    crop = {"data.view": "crop"}
    yield Remedy("Crops at native resolution", crop, "new_run", "Resizing destroys fine traces of generators.")


def _labels_swapped(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    data = settings.data
    names = {"data.real_names": data.fake_names, "data.fake_names": data.real_names}
    yield Remedy("Exchange the names of the classes", names, "new_run", "What is called real is then label 1.")


def _teacher_outrun(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if not settings.loss.imitates:
        return
    if settings.loss.distill_fade == "none":
        fade = {"loss.distill_fade": "outrun"}
        yield Remedy("Let imitation fade", fade, "next_step", "The labels lead on where the teacher holds back.")
    yield _less_imitation(settings, "The teacher holds back a student that is better than it.")


def _oscillation(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    divisor = 10.0 if rates_far_too_high(settings, stage) else 2.0
    yield lower_rates(settings, stage, divisor, "next_step", "Shorter steps stop jumping over the best place.")
    if rates_of(settings, stage) and getattr(settings, stage).ema_decay == 0:
        average = {f"{stage}.ema_decay": 0.99}
        yield Remedy("Average the weights", average, "next_step", "The average of the last steps swings less.")


def _statistics_lag(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    label, batches = multiple(settings, "student.statistics_batches", 4, "batches for statistics")
    yield Remedy(label, batches, "next_step", "Their average is then less noisy.")
    label, larger = multiple(settings, "data.batch_size", 2, "batch size")
    yield Remedy(label, larger, "new_run", "Each batch then stands better for all images.")


def _learning_rate_small(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    known, present = usual_rates(settings, stage), rates_of(settings, stage)
    if subject == "stage" and all(rate >= known[name] for name, rate in present.items()):
        label, epochs = multiple(settings, f"{stage}.epochs", 4, "epochs")
        yield Remedy(label, epochs, "new_run", "The steps are too few for usual learning rates.")
    else:
        yield raised_rates(settings, stage, "The weights then move far enough to learn something.")


def _learning_rate_jump(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject != "epochs":
        return
    why = "Added epochs then go on at the rate that it ended with."
    yield Remedy("Leave the schedule as it was planned", {f"{stage}.extension": "floor"}, "next_step", why)


def _silent_term(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject == "task":
        everything = {"data.label_fraction": 1.0}
        yield Remedy("Use every label", everything, "new_run", "The labels' term then has something to work on.")
    elif subject in ("relation", "image") and settings.loss.imitates:
        off = {f"loss.{subject}_weight": 0.0}
        yield Remedy(f"Switch the {subject} term off", off, "next_step", "It teaches nothing as it is.")


def _loader_slow(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    _, memory = multiple(settings, "data.decoded_cache_mb", 4, "memory for decoded images", least=1024)
    yield Remedy("More memory for decoded images", memory, "new_run", "Each is then decoded once, not every epoch.")


def _labels_only(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if not settings.loss.imitates:
        return
    alone = {"loss.alpha_distill": 0.0, "loss.alpha_task": max(0.7, settings.loss.alpha_task)}
    yield Remedy("Train from labels only", alone, "new_run", "There is nothing to learn from this teacher.")


def _teacher_calibration(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield _less_imitation(settings, "What the targets have lost then counts less.")
    label, images = multiple(settings, "teacher.calibration_images", 4, "images for calibration")
    yield Remedy(label, images, "new_run", "The fit is then less noisy.")


def fed_otherwise(subject: str) -> dict[str, str]:
    """Settings that feed the teacher in the way that an alert of `teacher_variant` speaks of; none if it names none."""
    input_filter, _, normalisation = subject.partition("/")
    if input_filter not in get_args(FilterName) or normalisation not in get_args(Normalisation):
        return {}  # events of older runs do not say it
    return {"teacher.input_filter": input_filter, "teacher.normalisation": normalisation}


def _teacher_variant(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    why = "Then it tells real from fake clearly better."
    yield Remedy(f"Feed the teacher {subject.replace('/', ', ')}", fed_otherwise(subject), "new_run", why)


_OFFERS: Mapping[str, _Offer] = {
    "loss_explosion": _loss_explosion,
    "not_finite": _not_finite,
    "mode_collapse": _mode_collapse,
    "gradient_explosion": _gradient_explosion,
    "gradient_vanishing": _gradient_vanishing,
    "clipping_dominates": _clipping_dominates,
    "saturation_student": _saturation_student,
    "saturation_teacher": _scale_matching,
    "no_signal": _no_signal,
    "labels_swapped": _labels_swapped,
    "teacher_outrun": _teacher_outrun,
    "oscillation": _oscillation,
    "statistics_lag": _statistics_lag,
    "learning_rate_small": _learning_rate_small,
    "learning_rate_jump": _learning_rate_jump,
    "silent_term": _silent_term,
    "loader_slow": _loader_slow,
    "teacher_weak": _labels_only,
    "teacher_constant": _labels_only,
    "teacher_range": _scale_matching,
    "teacher_calibration": _teacher_calibration,
    "teacher_variant": _teacher_variant,
}


def _less_imitation(settings: RunSettings, why: str) -> Remedy:
    label, third = multiple(settings, "loss.alpha_distill", 1 / 3, "weight of imitation")
    return Remedy(label, third, "next_step", why)
