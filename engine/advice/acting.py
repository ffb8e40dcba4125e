"""When each setting acts: the one place from which form, guide and command line know what is out of use."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from engine.settings.degradations import DegradationSettings
from engine.settings.names import value_of
from engine.settings.presets import preset_settings
from engine.settings.run import RunSettings


@dataclass(frozen=True, slots=True)
class Condition:
    """Settings that do nothing unless the condition holds; ``when`` ends the sentence "It acts only when"."""

    names: tuple[str, ...]  # dotted
    when: str
    holds: Callable[[RunSettings], bool]


_STEPPED = (
    *("epochs", "head_lr", "momentum", "weight_decay", "schedule", "warmup_epochs", "extension", "plateau_patience"),
    *("validate_every", "early_stop", "ema_decay", "amp"),
)
_STAGE = ("trainable", "optimiser", *_STEPPED, "backbone_lr", "accumulate")
_IMITATING = (
    *("temperature", "use_kl_loss", "enable_scale_matching", "relation_weight", "image_weight", "distill_fade"),
    "distill_floor",
)
_TAUGHT = ("input_filter", "normalisation", "min_auc", "accept_weak", "map_cache_mb", "map_disk_mb")
_CALIBRATED = ("calibration", "calibration_images")
_FADES_BY_STEPS = ("linear", "cosine")


def _of(section: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{section}.{name}" for name in names)


def _fades_by_steps(settings: RunSettings) -> bool:
    return settings.loss.imitates and settings.loss.distill_fade in _FADES_BY_STEPS


def _has_control(settings: RunSettings) -> bool:
    return settings.loss.imitates and settings.loss.alpha_task > 0


def _splits_off(settings: RunSettings) -> bool:
    """Whether validation images, or real ones beside a source that is held out, may be taken from the training's."""
    data = settings.data
    return not data.validation or bool(data.test_source and not data.test)


def _degrading() -> tuple[Condition, ...]:
    """Own figures act where they are asked for, and what bounds a kind of loss where that kind is."""
    names = [name for name in DegradationSettings.model_fields if name != "strength"]
    own = [name for name in names if name not in ("teacher", "views")]
    bounds = {
        "jpeg_full_colour": ("jpeg",),
        "quality_min": ("jpeg", "webp"),
        "quality_max": ("jpeg", "webp"),
        "resize_least": ("resize",),
        "blur_sigma_max": ("blur",),
        "noise_sigma_max": ("noise",),
    }

    def some(settings: RunSettings, kinds: tuple[str, ...]) -> bool:
        return any(getattr(settings.degradations, f"{kind}_probability") > 0 for kind in kinds)

    return (
        Condition(
            _of("degradations", *names), "degradations.strength is not off", lambda s: s.degradations.strength != "off"
        ),
        Condition(
            _of("degradations", *own), "degradations.strength is own", lambda s: s.degradations.strength == "own"
        ),
        Condition(("degradations.teacher",), "loss.alpha_distill is above 0", lambda s: s.loss.imitates),
        *(
            Condition(
                (f"degradations.{name}",),
                f"{' or '.join(f'degradations.{kind}_probability' for kind in kinds)} is above 0",
                partial(some, kinds=kinds),
            )
            for name, kinds in bounds.items()
        ),
    )


CONDITIONS: tuple[Condition, ...] = (
    Condition(_of("stage1", *_STAGE, "solver_images"), "stage1.enabled is on", lambda s: s.stage1.enabled),
    Condition(_of("stage2", *_STAGE), "stage2.enabled is on", lambda s: s.stage2.enabled),
    Condition(
        _of("stage1", *_STEPPED, "accumulate"),
        "stage1.optimiser is sgd or adamw: the solver takes no steps",
        lambda s: s.stage1.optimiser != "solver",
    ),
    Condition(("stage1.solver_images",), "stage1.optimiser is solver", lambda s: s.stage1.optimiser == "solver"),
    Condition(("stage1.backbone_lr",), "a stage trains the backbone, which stage 1 never does", lambda _: False),
    Condition(("stage1.momentum",), "stage1.optimiser is sgd", lambda s: s.stage1.optimiser == "sgd"),
    Condition(("stage2.momentum",), "stage2.optimiser is sgd", lambda s: s.stage2.optimiser == "sgd"),
    Condition(("stage1.plateau_patience",), "stage1.schedule is plateau", lambda s: s.stage1.schedule == "plateau"),
    Condition(("stage2.plateau_patience",), "stage2.schedule is plateau", lambda s: s.stage2.schedule == "plateau"),
    Condition(("stage1.extension",), "stage1.schedule is cosine", lambda s: s.stage1.schedule == "cosine"),
    Condition(
        ("stage2.extension",),
        "stage2.schedule is cosine or imitation fades over the stage",
        lambda s: s.stage2.schedule == "cosine" or _fades_by_steps(s),
    ),
    Condition(
        (*_of("loss", *_IMITATING), *_of("teacher", *_TAUGHT, *_CALIBRATED)),
        "loss.alpha_distill is above 0",
        lambda s: s.loss.imitates,
    ),
    Condition(("control.when",), "loss.alpha_distill and loss.alpha_task are above 0", _has_control),
    Condition(("control.when",), "stage2.enabled is on", lambda s: s.stage2.enabled),
    Condition(("loss.temperature",), "loss.use_kl_loss is on", lambda s: s.loss.use_kl_loss),
    Condition(("loss.distill_floor",), "loss.distill_fade is not none", lambda s: s.loss.distill_fade != "none"),
    Condition(_of("teacher", *_CALIBRATED), "loss.enable_scale_matching is on", lambda s: s.loss.enable_scale_matching),
    Condition(("loss.variance_ratio",), "loss.variance_weight is above 0", lambda s: s.loss.variance_weight > 0),
    Condition(("loss.saturation_limit",), "loss.saturation_weight is above 0", lambda s: s.loss.saturation_weight > 0),
    Condition(("data.label_fraction",), "loss.alpha_task is above 0", lambda s: s.loss.alpha_task > 0),
    Condition(_of("data", "judged", "judged_megapixels"), "data.view is crop", lambda s: s.data.view == "crop"),
    Condition(("data.judged_megapixels",), "data.judged is whole", lambda s: s.data.judged == "whole"),
    Condition(("data.unlabelled", "data.unlabelled_share"), "loss.alpha_distill is above 0", lambda s: s.loss.imitates),
    Condition(("data.epochs_over_all",), "loss.alpha_distill is 0", lambda s: not s.loss.imitates),
    Condition(("data.epochs_over_all",), "pictures lack labels", lambda s: s.data.lacks_labels),
    Condition(("data.unlabelled_share",), "data.unlabelled names pictures", lambda s: bool(s.data.unlabelled)),
    *_degrading(),
    Condition(("data.validation_fraction",), "no validation images are given", _splits_off),
    Condition(
        _of("student", "network", "width"),
        "no student checkpoint is given: that brings its own",
        lambda s: s.student.checkpoint is None,
    ),
    Condition(
        _of("student", "topk_ratio", "topk_minimum"),
        "student.pooling is topk_mean or topk_max",
        lambda s: s.student.pooling != "mean",
    ),
    Condition(
        _of("health", "max_rollbacks", "max_changes"),
        "health.policy is automatic",
        lambda s: s.health.policy == "automatic",
    ),
    Condition(
        ("machine.cuda_graphs", "stage1.amp", "stage2.amp"), "a GPU is used", lambda s: s.machine.device != "cpu"
    ),
)
"""Of several that a setting has, the first that does not hold is told."""


def conditions_of(name: str) -> tuple[str, ...]:
    """When a setting acts: each condition must hold; none for one that always does."""
    return tuple(condition.when for condition in CONDITIONS if name in condition.names)


def out_of_use(settings: RunSettings) -> dict[str, str]:
    """Settings that change nothing now, and when they would."""
    found: dict[str, str] = {}
    for condition in CONDITIONS:
        if not condition.holds(settings):
            for name in condition.names:
                found.setdefault(name, condition.when)
    return found


def set_in_vain(settings: RunSettings) -> dict[str, str]:
    """Of those, the ones that somebody has set to another value than the preset's."""
    preset = preset_settings(settings.preset)
    return {n: when for n, when in out_of_use(settings).items() if value_of(settings, n) != value_of(preset, n)}
