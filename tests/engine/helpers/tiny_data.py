"""A small data set that can be learned, a teacher that knows it, and settings of a run that takes a second."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from PIL import Image
from sklearn.linear_model import LogisticRegression

from engine.data.batches.loader import ImageLoader
from engine.data.listing.entries import ImageEntry
from engine.models.detector import PatchDetector
from engine.models.ladeda import LaDeDa
from engine.models.student import refresh_statistics
from engine.settings import DataSettings, RunSettings
from engine.settings.toml_file import load_settings, quoted

SIDE = 64


PER_CLASS = {"train": 20, "val": 10}


@dataclass(frozen=True)
class TinyData:
    """A data set (train|val x real|fake, PNG), a teacher that tells most of its images right, and one that does not."""

    folder: Path
    teacher: Path
    ignorant: Path


MakeSettings = Callable[..., RunSettings]


SMALL = (
    f"data.size={SIDE}",
    "data.batch_size=10",
    "student.statistics_batches=2",
    "teacher.calibration_images=16",
    "stage2.epochs=2",
    "control.when=never",
    "output.report_every=1",
    "output.name=run",
)


def texture(place: str, number: int, *, fake: bool, side: int = SIDE) -> Image.Image:
    """Smooth noise under fine noise; in a fake the fine noise was half the size and is interpolated."""
    rng = np.random.default_rng([crc32(place.encode()), number, fake])
    coarse = Image.fromarray(rng.integers(40, 216, (side // 8, side // 8, 3), dtype=np.uint8))
    smooth = np.asarray(coarse.resize((side, side), Image.Resampling.BICUBIC)).astype(float)
    fine = rng.normal(0, 20, (side // (1 + fake), side // (1 + fake), 3)).repeat(1 + fake, 0).repeat(1 + fake, 1)
    pixels = smooth + fine * rng.uniform(0.3, 1) + rng.normal(0, 22, smooth.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def write_images(folder: Path, counts: dict[str, int] | None = None) -> None:
    """Split folders, each with real and fake; ``counts`` says how many of either."""
    for split, count in (counts or PER_CLASS).items():
        for fake, name in enumerate(("real", "fake")):
            place = folder / split / name
            place.mkdir(parents=True)
            for number in range(count):
                texture(split, number, fake=bool(fake)).save(place / f"{number:02}.png")


def fitted_teacher(folder: Path, side: int = SIDE) -> PatchDetector:
    """A random, shallow LaDeDa9 of width 4 whose last layer is fitted to the training images."""
    paths = [sorted((folder / "train" / name).iterdir()) for name in ("real", "fake")]
    entries = [ImageEntry(path, label, "all", "") for label, group in enumerate(paths) for path in group]
    batch = next(ImageLoader(entries, DataSettings(size=side, batch_size=len(entries)), 0).evaluation_batches())
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        teacher = PatchDetector(LaDeDa(9, width=4, depths=(1, 1, 1, 1)), "NPR")
    refresh_statistics(teacher, [batch.images])
    with torch.no_grad():
        features = teacher.network.features(teacher.prepare(batch.images)).mean((2, 3))
        scale = features.std(0) + 1e-6
        fit = LogisticRegression(C=0.02).fit((features / scale).numpy(), batch.labels.numpy())
        teacher.network.fc.weight.copy_(torch.from_numpy(fit.coef_) / scale * 20)
        teacher.network.fc.bias.copy_(torch.from_numpy(fit.intercept_) * 20)
    return teacher


def settings_for(data: TinyData, runs: Path, *overrides: str) -> RunSettings:
    """Settings of a run of 4 batches an epoch that is kept in ``runs``."""
    places = (
        f"data.train={quoted(data.folder)}",
        f"teacher.checkpoint={quoted(data.teacher)}",
        f"output.folder={quoted(runs)}",
    )
    return load_settings(None, (*places, *SMALL, *overrides))
