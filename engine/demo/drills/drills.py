"""Every drill as data: what is done to the demo's run, which rule must notice, and what a good end is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.demo.drills import damage
from engine.demo.drills.machine_faults import (
    DISK_FULL,
    FLAT_TARGETS,
    GPU_MEMORY,
    HUGE_LOGITS,
    NOT_A_NUMBER,
    PAGE_FILE,
    MachineFault,
)
from engine.demo.images import DemoData

End = Literal["healed", "stopped", "told"]


@dataclass(frozen=True, slots=True)
class Drill:
    """One failure; ``noticed_by`` names rules of which one must ring.

    A good end is one of: healed (the run goes on by itself to the clean run's AUC), stopped (it ends with the reason,
    and resumed without the fault it reaches that AUC), told (only people can say what is right: it ends with the
    reason, and a new run with the remedy that is offered reaches that AUC).
    """

    name: str
    title: str
    done: str
    noticed_by: tuple[str, ...]
    end: End
    settings: tuple[str, ...] = ()
    damage: Callable[[DemoData, Path], DemoData] | None = None
    fault: MachineFault | None = None


def _rates(rate: float) -> tuple[str, ...]:
    return (f"stage2.head_lr={rate}", f"stage2.backbone_lr={rate}")


RAW = ("loss.enable_scale_matching=false", "loss.use_kl_loss=false")
NO_CLIPPING = ("loss.gradient_clip_norm=0", "loss.gradient_clip_value=0")

DRILLS: tuple[Drill, ...] = (
    Drill(
        "drifted-teacher",
        "Teacher of a huge range",
        "Teacher scaled to about [-1190, 8], imitated by the old loss: squared difference of raw logits.",
        ("teacher_range", "loss_explosion", "saturation_teacher"),
        "healed",
        RAW,
        damage.drifted_teacher,
    ),
    Drill(
        "collapse",
        "Collapse",
        "A learning rate of 1 from the first step, which throws the activations to 0.",
        ("mode_collapse", "loss_explosion", "gradient_vanishing", "not_finite"),
        "healed",
        (*NO_CLIPPING, "stage2.warmup_epochs=0", *_rates(1.0)),
    ),
    Drill(
        "saturation",
        "Saturation",
        "Two batches whose patch logits come out 300 times too large.",
        ("saturation_student", "loss_explosion"),
        "healed",
        fault=HUGE_LOGITS,
    ),
    Drill(
        "rate-too-high",
        "Learning rate too high",
        "A learning rate of 10 from the first step, without clipping.",
        ("loss_explosion", "not_finite", "mode_collapse", "gradient_explosion"),
        "healed",
        (*NO_CLIPPING, "stage2.warmup_epochs=0", *_rates(10.0)),
    ),
    Drill(
        "rate-too-low",
        "Learning rate too low",
        "The published learning rates, at which the weights hardly move.",
        ("learning_rate_small", "no_signal"),
        "healed",
        ("stage2.warmup_epochs=0", *_rates(5e-6)),
    ),
    Drill(
        "swapped-labels",
        "Swapped labels",
        "The names of the classes the wrong way round: real images count as fake, and fake ones as real.",
        ("labels_swapped",),
        "told",
        ("data.real_names=['fake']", "data.fake_names=['real']"),
    ),
    Drill(
        "silent-term",
        "Silent loss term",
        "Targets of one value per image, so that the relation term has nothing to compare.",
        ("silent_term",),
        "healed",
        fault=FLAT_TARGETS,
    ),
    Drill(
        "nan", "NaN in a batch", "Three batches whose targets are NaN.", ("not_finite",), "healed", fault=NOT_A_NUMBER
    ),
    Drill(
        "corrupt-images",
        "Corrupt images",
        "Forty training images are cut in the middle.",
        ("data_unreadable",),
        "healed",
        ("data.max_unreadable=0.3",),
        damage.corrupt_images,
    ),
    Drill(
        "page-file",
        "Page file exhausted",
        "Error 1455 where the next batch of images is taken.",
        ("page_file",),
        "stopped",
        fault=PAGE_FILE,
    ),
    Drill(
        "gpu-memory",
        "CUDA out of memory",
        "PyTorch's out-of-memory error in a network's forward pass.",
        ("gpu_memory",),
        "stopped",
        fault=GPU_MEMORY,
    ),
    Drill(
        "disk-full", "Disk full", "No space left where files are written.", ("disk_low",), "stopped", fault=DISK_FULL
    ),
)
