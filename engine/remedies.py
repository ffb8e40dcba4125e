"""Which remedies each rule offers, ranked: one source for window, command line and ladder."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from engine.remedy import Remedy, Start, useful, value_of
from engine.settings import RunSettings
from engine.settings_file import preset_settings
from engine.usual_rates import FAR_OFF, rates_far_too_high, rates_of, usual_rates

LARGEST_RATE, LARGEST_WEIGHT, SMALLEST = 10.0, 10.0, 1e-12


def remedies_for(rule_name: str, settings: RunSettings, stage: int = 2, subject: str = "") -> tuple[Remedy, ...]:
    """Remedies of a rule, the most promising first; only those that would change something.

    ``stage`` is the alert's, whose learning rates are meant; ``subject`` is what it speaks of (a term of the loss).
    """
    offer = _OFFERS.get(rule_name)
    if offer is None:
        return ()
    name = stage_name(stage)
    offered = (useful(settings, remedy) for remedy in offer(settings, name, subject))
    return tuple(replace(remedy, rule=rule_name) for remedy in offered if remedy is not None)


def stage_name(stage: int) -> str:
    """What a stage is called in the settings."""
    return "stage1" if stage == 1 else "stage2"


def lower_rates(settings: RunSettings, stage: str, divisor: float, start: Start, why: str) -> Remedy:
    """The learning rates of a stage divided; one that is above the usual ones falls at least to that."""
    known, changes = usual_rates(settings, stage), {}
    for name, rate in rates_of(settings, stage).items():
        lower = _lowered(rate, divisor)
        changes[f"{stage}.{name}"] = min(lower, known[name]) if divisor >= 10 else lower
    label = f"{_PARTS.get(divisor, f'1/{divisor:g} of')} the learning rate"
    return Remedy(f"{label[0].upper()}{label[1:]}", changes, start, why)


def shorter_steps(settings: RunSettings, stage: str, why: str) -> Remedy:
    """A tenth of the learning rates, from the last healthy state; clipping and warm-up too, where they are off."""
    remedy = lower_rates(settings, stage, 10.0, "last_healthy", why)
    return _bounded(settings, stage, remedy)


def usual_steps(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The usual learning rates where they are higher, from the last healthy state; clipping and warm-up likewise."""
    known = usual_rates(settings, stage)
    rates = {f"{stage}.{name}": min(rate, known[name]) for name, rate in rates_of(settings, stage).items()}
    return _bounded(settings, stage, Remedy("At most the usual learning rates", rates, "last_healthy", why))


def _bounded(settings: RunSettings, stage: str, remedy: Remedy) -> Remedy:
    """The remedy, with the recommended preset's clipping and warm-up where they are switched off."""
    bounds = ("loss.gradient_clip_norm", "loss.gradient_clip_value", f"{stage}.warmup_epochs")
    present, usual = settings.model_dump(), preset_settings("recommended").model_dump()
    missing = {name: value_of(usual, name) for name in bounds if not value_of(present, name)}
    label = f"{remedy.label}, with the usual bounds" if missing else remedy.label
    return replace(remedy, label=label, changes={**remedy.changes, **missing})


def new_weights(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The run begins again: with other random weights, or with the student that it was given and shorter steps.

    The same steps from the same student would lead to the same place.
    """
    if settings.student.checkpoint is None:
        return Remedy("Start again from new weights", {}, "new_weights", why)
    gentler = shorter_steps(settings, stage, why)
    return replace(gentler, label="Start again from the given student, with shorter steps", start="new_weights")


def bounded_imitation(settings: RunSettings, start: Start) -> Remedy:
    """Scale matching and the KL loss, whichever is off."""
    off = {"enable_scale_matching": "scale matching", "use_kl_loss": "KL loss"}
    missing = {name: words for name, words in off.items() if not getattr(settings.loss, name)}
    label = f"{' and '.join(missing.values())} on"
    why = "Raw teacher logits may reach -1190; calibrated ones and the KL loss bound every patch's gradient."
    return Remedy(label[0].upper() + label[1:], {f"loss.{name}": True for name in missing}, start, why)


def more_labels(settings: RunSettings, start: Start, why: str) -> Remedy:
    """The labels' weight up and imitation's down, which stays above 0: without a teacher it would be another run."""
    loss = settings.loss
    changes = {"loss.alpha_task": max(0.9, loss.alpha_task)}
    if loss.alpha_distill > 0:
        changes["loss.alpha_distill"] = min(0.1, loss.alpha_distill)
    return Remedy("More weight on labels, less on imitation", changes, start, why)


def against_collapse(settings: RunSettings, start: Start) -> Remedy:
    """The weights that keep a map from becoming a constant, up."""
    loss = settings.loss
    changes = {
        "loss.variance_weight": min(LARGEST_WEIGHT, max(0.2, _rounded(4 * loss.variance_weight))),
        "loss.alpha_task": max(0.9, loss.alpha_task),
    }
    why = "A constant map is then no longer the easiest way to a small loss."
    return Remedy("More weight against collapse and on labels", changes, start, why)


_Offer = Callable[[RunSettings, str, str], Iterator[Remedy]]
_PARTS = {2.0: "half", 10.0: "a tenth of"}


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
        bound = {"loss.gradient_clip_norm": 0.5}
        yield Remedy("Clip the gradient's norm", bound, "next_step", "No single batch can then throw the weights far.")
    yield lower_rates(settings, stage, 2.0, "next_step", "Shorter steps stay where the loss is smooth.")


def _gradient_vanishing(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield _raised_rates(settings, stage, "Longer steps may leave the flat place.")
    if stage == "stage2":
        thawed = {"stage2.trainable": "all"}
        yield Remedy("Train every weight", thawed, "new_run", "What the loss depends on may be frozen.")


def _clipping_dominates(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    bound = settings.loss.gradient_clip_norm
    wider = {"loss.gradient_clip_norm": min(1000.0, _rounded(4 * bound))} if bound else {}
    yield Remedy("Four times the bound on the gradient", wider, "next_step", "Steps keep their own length again.")


def _saturation_student(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    weight = min(LARGEST_WEIGHT, max(0.01, _rounded(10 * settings.loss.saturation_weight)))
    yield Remedy(
        "Ten times the weight against saturation",
        {"loss.saturation_weight": weight},
        "next_step",
        "The soft wall leads huge logits back.",
    )
    yield lower_rates(settings, stage, 2.0, "next_step", "Shorter steps keep the logits small.")


def _scale_matching(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield bounded_imitation(settings, "next_step")
    if not settings.loss.use_kl_loss:
        on = {"loss.enable_scale_matching": True}
        yield Remedy("Scale matching on", on, "next_step", "It brings the teacher's logits into the student's range.")


def _no_signal(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    rates = _raised_rates(settings, stage, "At the present one the weights hardly move.")
    labels = more_labels(settings, "next_step", "Imitation may drown what the labels say.")
    known = usual_rates(settings, stage)
    tiny = any(FAR_OFF * rate < known[name] for name, rate in rates_of(settings, stage).items())
    yield from (rates, labels) if tiny else (labels,)
    crop = {"data.view": "crop"}
    yield Remedy("Crops at native resolution", crop, "new_run", "Resizing destroys fine traces of generators.")


def _labels_swapped(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    data = settings.data
    names = {"data.real_names": data.fake_names, "data.fake_names": data.real_names}
    yield Remedy("Exchange the names of the classes", names, "new_run", "What is called real is then label 1.")


def _teacher_outrun(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if settings.loss.distill_fade == "none":
        fade = {"loss.distill_fade": "outrun"}
        yield Remedy("Let imitation fade", fade, "next_step", "The labels lead on where the teacher holds back.")
    yield _less_imitation(settings, "The teacher holds back a student that is better than it.")


def _oscillation(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    divisor = 10.0 if rates_far_too_high(settings, stage) else 2.0
    yield lower_rates(settings, stage, divisor, "next_step", "Shorter steps stop jumping over the best place.")
    if getattr(settings, stage).ema_decay == 0:
        average = {f"{stage}.ema_decay": 0.99}
        yield Remedy("Average the weights", average, "next_step", "The average of the last steps swings less.")


def _statistics_lag(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    batches = {"student.statistics_batches": min(1000, 4 * settings.student.statistics_batches)}
    yield Remedy("Statistics over four times the batches", batches, "next_step", "Their average is then less noisy.")
    larger = {"data.batch_size": min(1024, 2 * settings.data.batch_size)}
    yield Remedy("Twice the batch size", larger, "new_run", "Each batch then stands better for all images.")


def _learning_rate_small(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    known, present = usual_rates(settings, stage), rates_of(settings, stage)
    if subject == "stage" and all(rate >= known[name] for name, rate in present.items()):
        epochs = {f"{stage}.epochs": min(10_000, 4 * getattr(settings, stage).epochs)}
        yield Remedy("Four times the epochs", epochs, "new_run", "The steps are too few for usual learning rates.")
    else:
        yield _raised_rates(settings, stage, "The weights then move far enough to learn something.")


def _silent_term(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject == "task":
        everything = {"data.label_fraction": 1.0}
        yield Remedy("Use every label", everything, "new_run", "The labels' term then has something to work on.")
    elif subject in ("relation", "image"):
        off = {f"loss.{subject}_weight": 0.0}
        yield Remedy(f"Switch the {subject} term off", off, "next_step", "It teaches nothing as it is.")


def _loader_slow(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    memory = {"data.decoded_cache_mb": min(1_000_000, max(1024, 4 * settings.data.decoded_cache_mb))}
    yield Remedy("More memory for decoded images", memory, "new_run", "Each is then decoded once, not every epoch.")


def _labels_only(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    alone = {"loss.alpha_distill": 0.0, "loss.alpha_task": max(0.7, settings.loss.alpha_task)}
    yield Remedy("Train from labels only", alone, "new_run", "There is nothing to learn from this teacher.")


def _teacher_calibration(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield _less_imitation(settings, "What the targets have lost then counts less.")
    images = {"teacher.calibration_images": min(100_000, 4 * settings.teacher.calibration_images)}
    yield Remedy("Calibrate on four times the images", images, "new_run", "The fit is then less noisy.")


def fed_otherwise(subject: str) -> dict[str, str]:
    """Settings that feed the teacher in the way that an alert of `teacher_variant` speaks of."""
    return dict(zip(("teacher.input_filter", "teacher.normalisation"), subject.split("/"), strict=False))


def _teacher_variant(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    if subject:  # events of older runs do not say it
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
    "silent_term": _silent_term,
    "loader_slow": _loader_slow,
    "teacher_weak": _labels_only,
    "teacher_constant": _labels_only,
    "teacher_range": _scale_matching,
    "teacher_calibration": _teacher_calibration,
    "teacher_variant": _teacher_variant,
}


def _raised_rates(settings: RunSettings, stage: str, why: str) -> Remedy:
    """The usual rates where these are higher, else ten times the present ones."""
    known, present = usual_rates(settings, stage), rates_of(settings, stage)
    if any(rate < known[name] for name, rate in present.items()):
        changes = {f"{stage}.{name}": max(rate, known[name]) for name, rate in present.items()}
        sgd = getattr(settings, stage).optimiser == "sgd"
        label = "Usual learning rates of SGD" if sgd else "Learning rates of the recommended preset"
        return Remedy(label, changes, "next_step", why)
    changes = {f"{stage}.{name}": min(LARGEST_RATE, _rounded(10 * rate)) for name, rate in present.items()}
    return Remedy("Ten times the learning rate", changes, "next_step", why)


def _less_imitation(settings: RunSettings, why: str) -> Remedy:
    third = {"loss.alpha_distill": _lowered(settings.loss.alpha_distill, 3)}
    return Remedy("A third of the weight of imitation", third, "next_step", why)


def _lowered(value: float, divisor: float) -> float:
    """A part of the value that never becomes 0, which would mean something else."""
    return max(_rounded(value / divisor), min(value, SMALLEST))


def _rounded(value: float) -> float:
    """Without the dust of binary fractions, as people would write it."""
    return float(f"{value:.6g}")
