"""Makes sets of many small and of few large photographs, whose runs take their time: from the demo's photographs.

Both classes are alike but for a blur, as nothing here asks what a student learns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from resources.paths import resource

SPLITS = {"train": 0.8, "val": 0.1, "test": 0.1}
QUALITY = 90
GRAIN = 6.0  # grey levels, as a sensor has; what was enlarged is too smooth, and is decoded too quickly


@dataclass(frozen=True, slots=True)
class TimedSet:
    """How many photographs, and their size (px)."""

    images: int
    size: tuple[int, int]


MANY, LARGE = TimedSet(10_000, (192, 128)), TimedSet(300, (3000, 2000))


def build(folder: Path, what: TimedSet) -> Path:
    """Folders of splits and classes below ``folder``."""
    chance = np.random.default_rng(0)
    photos = [Image.open(path).convert("RGB") for path in sorted(resource("demo", "photos").rglob("*.webp"))]
    for number, path in enumerate(_paths(folder, what.images)):
        photo = _grainy(_piece(photos[number % len(photos)], what.size, chance), chance)
        if path.parent.name == "fake":
            photo = photo.filter(ImageFilter.GaussianBlur(0.8))
        path.parent.mkdir(parents=True, exist_ok=True)
        photo.save(path, quality=QUALITY)
    return folder


def _paths(folder: Path, images: int) -> Iterator[Path]:
    for split, share in SPLITS.items():
        for number in range(round(images * share)):
            yield folder / split / ("real", "fake")[number % 2] / f"{number:05}.jpg"


def _piece(photo: Image.Image, size: tuple[int, int], chance: np.random.Generator) -> Image.Image:
    """A piece of a photograph: cut from it as it is where it is large enough, else enlarged."""
    width, height = (min(of, wanted) for of, wanted in zip(photo.size, size, strict=True))
    left, top = (int(chance.integers(of - part + 1)) for of, part in zip(photo.size, (width, height), strict=True))
    piece = photo.crop((left, top, left + width, top + height))
    return piece if piece.size == size else piece.resize(size, Image.Resampling.BICUBIC)


def _grainy(photo: Image.Image, chance: np.random.Generator) -> Image.Image:
    pixels = np.asarray(photo, np.float32)
    grain = chance.standard_normal(pixels.shape, np.float32) * GRAIN
    return Image.fromarray((pixels + grain).clip(0, 255).astype(np.uint8))
