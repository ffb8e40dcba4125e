"""The recorded runs: typical settings that must ring no rule, and for each rule the faults that must ring it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from tests.health import faults
from tests.health.small_data import SmallData

Damage = Callable[[SmallData, int], None]
FAILS_AT = 10  # the step at which the computer fails, where it does


@dataclass(frozen=True)
class Recipe:
    """A kind of run: which rules it must ring (none: a good one), what was done, in words and in settings."""

    rules: tuple[str, ...]
    done: str
    settings: tuple[str, ...] = ()
    damage: Damage | None = None
    failure: Callable[[], object] | None = None  # what the computer cannot do, asked of it at FAILS_AT


RAW = ("loss.enable_scale_matching=false", "loss.use_kl_loss=false")
NO_CLIPPING = ("loss.gradient_clip_norm=0", "loss.gradient_clip_value=0")
AT_ONCE = ("stage1.enabled=false", "stage2.warmup_epochs=0")
SHORT = ("stage2.epochs=5",)
LONG = ("stage2.epochs=11", "stage2.validate_every=11")
CHECK_ONLY = ("stage1.enabled=false", "stage2.epochs=1")
LABELS_ONLY = ("loss.alpha_distill=0", "loss.alpha_task=1")
NO_TEACHER = (*LABELS_ONLY, *CHECK_ONLY)
STUDENT = "student.checkpoint='student.pth'"


def _rates(rate: float) -> tuple[str, ...]:
    return (f"stage2.head_lr={rate}", f"stage2.backbone_lr={rate}")


def _on_card(size: int) -> torch.Tensor:
    return torch.empty(size, dtype=torch.uint8, device="cuda")


GOOD_RUNS = (
    Recipe((), "recommended preset"),
    Recipe((), "labels only", LABELS_ONLY),
    Recipe(
        (),
        "SGD in both stages",
        ("stage1.optimiser=sgd", "stage1.head_lr=0.1", "stage1.epochs=2", "stage2.optimiser=sgd", *_rates(0.1)),
    ),
    Recipe((), "from scratch", ("preset=from_scratch", "stage2.epochs=10")),
    Recipe((), "a fifth of the labels", ("data.label_fraction=0.2",)),
    Recipe(
        (),
        "crops, JPEG and blur",
        (
            "data.view=crop",
            "data.size=40",
            "degradations.strength=own",
            "degradations.jpeg_probability=0.3",
            "degradations.teacher=seen",
        ),
    ),
    Recipe(
        (),
        "squared difference, top-k, averaged weights",
        ("loss.use_kl_loss=false", "student.pooling=topk_mean", "stage2.ema_decay=0.9", *_rates(5e-3)),
    ),
)
STEP_FAULTS = (
    Recipe(
        ("loss_explosion", "gradient_explosion", "saturation_student", "saturation_teacher", "teacher_range"),
        "teacher drifted to huge negative logits, imitated raw",
        (*RAW, *SHORT),
        faults.drifted_teacher,
    ),
    Recipe(("not_finite",), "a teacher that overflows", (*RAW, *AT_ONCE, *SHORT), faults.overflowing_teacher),
    Recipe(
        ("not_finite",),
        "learning rate 10 without clipping",
        (*AT_ONCE, *NO_CLIPPING, *SHORT, "stage2.optimiser=sgd", *_rates(10)),
    ),
    Recipe(
        ("mode_collapse", "no_signal"),
        "a student with dead activations",
        (*AT_ONCE, *SHORT, STUDENT),
        faults.dead_student,
    ),
    Recipe(
        ("gradient_vanishing",),
        "loss weights of next to nothing",
        (
            *SHORT,
            "loss.alpha_task=1e-7",
            "loss.alpha_distill=1e-7",
            "loss.variance_weight=0",
            "loss.saturation_weight=0",
        ),
    ),
    Recipe(
        ("clipping_dominates",),
        "SGD with a bound of 0.01",
        (*SHORT, "stage2.optimiser=sgd", *_rates(0.1), "loss.gradient_clip_norm=0.01"),
    ),
    Recipe(("learning_rate_small",), "the published rates", (*LONG, *AT_ONCE, "stage2.optimiser=sgd", *_rates(5e-6))),
    Recipe(("learning_rate_small",), "AdamW at 1e-6", (*LONG, *AT_ONCE, *_rates(1e-6))),
    Recipe(("teacher_constant", "silent_term"), "a teacher whose last layer is 0", SHORT, faults.constant_teacher),
    Recipe(
        ("loader_slow",),
        "pictures of 2 megapixels, none kept",
        (
            "data.decoded_cache_mb=0",
            "data.batch_size=4",
            "loss.alpha_distill=0",
            "stage1.enabled=false",
            "stage2.epochs=2",
        ),
        faults.large_pictures,
    ),
    Recipe(("data_one_class_batches",), "batches of 2", ("data.batch_size=2", "stage2.epochs=1")),
)
VALIDATION_FAULTS = (
    Recipe(("labels_swapped",), "validation folders exchanged", SHORT, faults.swapped_validation),
    Recipe(("labels_swapped",), "teacher trained on exchanged labels", CHECK_ONLY, faults.reversed_teacher),
    Recipe(("teacher_outrun",), "a teacher that forgot half", (), faults.forgetful_teacher),
    Recipe(
        ("oscillation",),
        "a learning rate of 0.4, never lowered, with weights that remember a few batches only",
        (
            *LABELS_ONLY,
            *AT_ONCE,
            *_rates(0.4),
            "stage2.schedule=constant",
            "stage2.weight_decay=1",
            "stage2.epochs=20",
        ),
    ),
    Recipe(
        ("statistics_lag",),
        "batches of 2",
        ("student.statistics_batches=8", "data.batch_size=2", "stage2.epochs=3"),
    ),
)
CHECK_FAULTS = (
    Recipe(("teacher_weak",), "a teacher below what is asked for", (*CHECK_ONLY, "teacher.min_auc=0.99")),
    Recipe(
        ("teacher_calibration",),
        "evidence in one patch of an image",
        (*CHECK_ONLY, "teacher.calibration=asinh"),
        faults.rare_evidence,
    ),
    Recipe(("teacher_variant",), "another input filter", (*CHECK_ONLY, "teacher.input_filter=x_grad")),
    Recipe(("data_imbalance",), "six images of one class", NO_TEACHER, faults.few_fakes),
    Recipe(("data_one_class",), "no fake test images", NO_TEACHER, faults.no_test_fakes),
    Recipe(("data_duplicates",), "training images among validation images", NO_TEACHER, faults.copies),
    Recipe(("data_unreadable",), "damaged files", (*NO_TEACHER, "data.max_unreadable=0.2"), faults.damaged_images),
    Recipe(("data_shortcut",), "JPEG against PNG", NO_TEACHER, faults.saved_differently),
)
MACHINE_FAULTS = (
    Recipe(("memory_low",), "more memory asked for than there is", CHECK_ONLY, failure=lambda: bytearray(2**60)),
    Recipe(("disk_low",), "a full device", CHECK_ONLY, failure=lambda: Path("/dev/full").write_text(" ")),
    Recipe(("gpu_memory",), "more memory asked of the card than it has", CHECK_ONLY, failure=lambda: _on_card(2**50)),
)
RECIPES = (*GOOD_RUNS, *STEP_FAULTS, *VALIDATION_FAULTS, *CHECK_FAULTS, *MACHINE_FAULTS)
UNRECORDED = {
    "teacher_view": "needs larger pictures than those of the recorded runs",
    "data_view": "needs larger pictures than those of the recorded runs",
    "page_file": "needs Windows",
    "learning_rate_jump": "needs a run that is resumed with other settings",
    "control_better": "repeats what the run found itself when it compared two students",
}
"""Rules that no ill run is recorded for, and why."""
