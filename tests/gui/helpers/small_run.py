"""A run that is small enough for the window's tests: few images, labels only, a stage 1 that waits to be stopped."""

from pathlib import Path

import numpy as np
from PIL import Image

from engine.settings import RunSettings
from engine.settings.toml_file import load_settings

SIDE, IMAGES = 48, 12


def write_images(folder: Path) -> Path:
    """Noise (real) against the same noise at half the size, brought back up (fake)."""
    rng = np.random.default_rng(0)
    for split in ("train", "val"):
        for name in ("real", "fake"):
            (folder / split / name).mkdir(parents=True)
            for number in range(IMAGES):
                side = SIDE if name == "real" else SIDE // 2
                image = Image.fromarray(rng.integers(0, 255, (side, side, 3), dtype=np.uint8))
                image.resize((SIDE, SIDE), Image.Resampling.NEAREST).save(folder / split / name / f"{number}.png")
    return folder


def small_settings(images: Path, runs: Path, *overrides: str) -> RunSettings:
    """Labels only, a stage 1 that lasts until it is stopped, and a short stage 2."""
    return load_settings(
        None,
        (
            f"data.train=['{images.as_posix()}']",
            f"data.size={SIDE}",
            "data.batch_size=4",
            "loss.alpha_distill=0",
            "loss.alpha_task=1",
            "stage1.optimiser=adamw",
            "stage1.epochs=2000",
            "stage1.validate_every=1000",
            "stage1.early_stop=0",
            "stage2.epochs=2",
            "stage2.warmup_epochs=0",
            "output.report_every=1",
            "output.name=small",
            f"output.folder='{runs.as_posix()}'",
            *overrides,
        ),
    )
