"""Measures how surely pictures that show the same are found, what is taken for the same and is not, and the time.

    python -m tests.bench.look_alikes [FOLDER ...]

Photographs are the demo's and those in the folders, which should show different things. Each is changed in several
ways and looked for among all; strangers are tiles of 300 pixels, which show different things, too.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from engine.control import RunControl
from engine.data.scan.look_alikes import SIDE, Small, has_details, look_alikes
from resources.paths import resource
from tests.engine.helpers.changed_pictures import as_jpeg, cut

LARGEST, TILE, MANY = 1600, 300, 50_000
Change = Callable[[Image.Image], Image.Image]


CHANGES: dict[str, Change] = {
    "JPEG 50": lambda image: as_jpeg(image, 50),
    "JPEG 20": lambda image: as_jpeg(image, 20),
    "a quarter, JPEG 60": lambda image: as_jpeg(image, 60, 0.25),
    "brighter by 15 %": lambda image: image.point(lambda value: min(255, int(value * 1.15 + 5))),
    "5 % cut, all sides": lambda image: cut(image, 0.025, 0.025, 0.975, 0.975),
    "10 % cut, all sides": lambda image: cut(image, 0.05, 0.05, 0.95, 0.95),
    "15 % cut, all sides": lambda image: cut(image, 0.075, 0.075, 0.925, 0.925),
    "10 % cut, left": lambda image: cut(image, 0.1, 0, 1, 1),
    "10 % cut, corner": lambda image: cut(image, 0.1, 0.1, 1, 1),
    "8 % cut, half, JPEG 70": lambda image: as_jpeg(cut(image, 0.04, 0.04, 0.96, 0.96), 70, 0.5),
}


def main() -> None:
    """Print a table of the changes, and what was found among strangers."""
    folders = [resource("demo", "photos"), *map(Path, sys.argv[1:])]
    kinds = (".jpg", ".webp", ".png")
    photos = [_read(path) for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in kinds]
    photos = [photo for photo in photos if has_details(_small(photo))]
    originals = np.stack([_small(photo) for photo in photos])
    print("| change | found |\n|---|---|")
    for name, change in CHANGES.items():
        found = _groups(np.concatenate([originals, [_small(change(photo)) for photo in photos]]))
        print(f"| {name} | {(found[: len(photos)] == found[len(photos) :]).mean():.1%} of {len(photos)} |", flush=True)
    tiles = np.stack([small for photo in photos for small in map(_small, _tiles(photo)) if has_details(small)])
    false = int((_groups(tiles) != np.arange(len(tiles))).sum())
    print(f"{false} of {len(tiles):,} tiles, {len(tiles) * (len(tiles) - 1) // 2:,} pairs, are taken for another")
    rng = np.random.default_rng(0)
    turns = [np.roll(tile, rng.integers(SIDE, size=2), (0, 1)) for tile in tiles[rng.integers(len(tiles), size=MANY)]]
    began = time.process_time()
    _groups(np.stack(turns))
    print(f"{MANY:,} pictures compared in {time.process_time() - began:.1f} s of a processor")


def _read(path: Path) -> Image.Image:
    image = Image.open(path).convert("RGB")
    image.thumbnail((LARGEST, LARGEST))
    return image


def _small(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("L").resize((SIDE, SIDE), Image.Resampling.LANCZOS))


def _tiles(image: Image.Image) -> list[Image.Image]:
    return [
        image.crop((left, top, left + TILE, top + TILE))
        for top in range(0, image.height - TILE + 1, TILE)
        for left in range(0, image.width - TILE + 1, TILE)
    ]


def _groups(small: Small) -> np.ndarray:
    return look_alikes(small, RunControl())


if __name__ == "__main__":
    main()
