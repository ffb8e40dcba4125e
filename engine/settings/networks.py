"""Settings of the two networks: the frozen teacher and the student that is trained."""

from typing import Literal

from engine.settings.base import FilterName, NormalisationName, OptionalPath, Section, option
from engine.settings.network_modules import DEFAULT_STUDENT, StudentNetwork


class TeacherSettings(Section):
    """The frozen network that is imitated, and how its logits become a target."""

    checkpoint: OptionalPath = option(
        None,
        "Teacher checkpoint",
        "A trained LaDeDa (.pth or .safetensors). The architecture is recognised from the file. One that "
        "is at chance on your images may be fitted to them (command fit-teacher). Leave "
        "empty only with alpha_distill 0.",
    )
    input_filter: Literal[FilterName, "auto"] = option(
        "auto",
        "Teacher input filter",
        "auto: what the checkpoint says, otherwise NPR, as published.",
        level="advanced",
    )
    normalisation: Literal[NormalisationName, "auto"] = option(
        "auto",
        "Teacher normalisation",
        "How pixels are scaled before the filter. auto: what the checkpoint says, otherwise ImageNet's.",
        level="advanced",
    )
    calibration: Literal["auto", "affine", "clipped", "asinh"] = option(
        "auto",
        "Calibration",
        "How raw teacher logits become targets in [-6, 6]. auto takes the simplest that keeps the teacher's AUC.",
        level="advanced",
    )
    calibration_images: int = option(
        512,
        "Images for calibration",
        "Training images that the calibration looks at.",
        ge=16,
        le=100_000,
        level="advanced",
    )
    map_cache_mb: int = option(
        512,
        "Memory for teacher maps",
        "Maps kept in memory, so that the teacher is asked once about each picture. A map of 256 x 256 pixels takes "
        "2.5 kB. 0 keeps none.",
        unit="MB",
        ge=0,
        le=1_000_000,
        level="advanced",
    )
    map_disk_mb: int = option(
        4096,
        "Disk for teacher maps",
        "Maps kept in the cache folder, for what memory cannot hold and for the next run with this teacher. A map of "
        "256 x 256 pixels takes 2 kB. 0 keeps none.",
        unit="MB",
        ge=0,
        le=100_000_000,
        level="advanced",
    )
    min_auc: float = option(
        0.6,
        "Lowest teacher AUC",
        "A teacher below this on validation is refused.",
        ge=0.5,
        le=1,
        level="advanced",
    )
    accept_weak: bool = option(
        False, "Accept a weak teacher", "Train even though the teacher failed its check.", level="advanced"
    )


class StudentSettings(Section):
    """The network that is trained."""

    checkpoint: OptionalPath = option(
        None,
        "Student checkpoint",
        "Weights to start from. Empty starts from random weights drawn from the seed.",
    )
    network: StudentNetwork = option(
        DEFAULT_STUDENT,
        "Student network",
        "The architecture that is trained. A student checkpoint brings its own.",
        level="advanced",
    )
    input_filter: Literal[FilterName, "auto"] = option(
        "auto",
        "Student input filter",
        "auto: what the student checkpoint says, otherwise the network's usual one: right_diag, as published.",
        level="advanced",
    )
    width: int = option(
        8,
        "Width",
        "Channels of the student; 8 is the published Tiny-LaDeDa with 1,297 parameters.",
        ge=4,
        le=128,
        level="advanced",
    )
    pooling: Literal["mean", "topk_mean", "topk_max"] = option(
        "mean",
        "Pooling",
        "How patch logits become the image's logit: all of them, or the k largest. Where whole pictures are generated, "
        "mean learns most; topk_mean and topk_max are meant for pictures of which a part is fake.",
        level="advanced",
    )
    topk_ratio: float = option(
        0.1, "Share of patches in top-k", "k as a share of all patches.", gt=0, le=1, level="advanced"
    )
    topk_minimum: int = option(5, "Least k", "k is never smaller.", ge=1, le=10_000, level="advanced")
    statistics_batches: int = option(
        16,
        "Batches for BatchNorm statistics",
        "Before every validation and checkpoint the statistics are averaged anew over this many training "
        "batches: the published momentum of 0.001 lags far behind.",
        ge=1,
        le=1000,
        level="advanced",
    )
