"""Builds a set like the demo's of other photographs, with other generators and two teachers: to choose defaults on.

    python -m tests.bench.other_set PHOTOGRAPHS FOLDER

PHOTOGRAPHS is a folder of pictures, of which every third is for validation; nothing is fetched. FOLDER gets the tiles
and the teachers ``weaker`` and ``better.safetensors``, and the demo's, which knows none of its generators, beside them.
It takes minutes; what is there is not made again.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file

from engine.data.images.decoding import Pixels
from engine.data.images.kinds import EXTENSIONS
from engine.demo.generator import UpsamplingGenerator
from engine.demo.images import QUALITY, TILE, imitate, textured_tiles
from engine.models.detector import PatchDetector
from engine.models.ladeda import LaDeDa
from engine.models.student import refresh_statistics
from resources.demo.rebuild.collect_photos import reduce_to_tiles
from resources.demo.rebuild.train_generators import Recipe
from resources.demo.rebuild.train_generators import train as train_generator
from resources.demo.rebuild.train_teacher import WIDTH, Scene, crop_pairs, storable
from resources.demo.rebuild.train_teacher import train as train_teacher
from resources.paths import resource

STEPS = 150  # of a generator
SEEN, UNSEEN = Recipe("pixel_shuffle", 11, STEPS), Recipe("nearest", 12, STEPS)
OTHER = Recipe("bilinear", 13, STEPS)  # only the better teacher knows it


TEACHERS = {"weaker": 40, "better": 300}  # steps


@dataclass(frozen=True, slots=True)
class Split:
    """A split of the set: its folder, how many tiles of each class, and by how much its grid is shifted."""

    folder: str
    tiles: int
    offset: int = 0


TRAIN, VALIDATION, TEST = Split("train", 200), Split("val", 120), Split("test/unseen_generator", 120, TILE // 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photographs", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    build(arguments.photographs, arguments.folder)


def build(photographs: Path, folder: Path) -> None:
    """Tiles and teachers, as far as they are not there yet."""
    files = sorted(path for path in photographs.rglob("*") if path.suffix.lower() in EXTENSIONS)
    photos = [halved(path) for path in files]
    known, unknown = [p for n, p in enumerate(photos) if n % 3 != 2], photos[2::3]
    seen, unseen, other = (generator(recipe, known, folder) for recipe in (SEEN, UNSEEN, OTHER))
    for split, pictures, maker in ((TRAIN, known, seen), (VALIDATION, unknown, seen), (TEST, unknown, unseen)):
        if not (folder / split.folder).exists():
            write_tiles(folder, split, pictures, maker)
    for name, steps in TEACHERS.items():
        if not (folder / f"{name}.safetensors").exists():
            makers = [seen, other] if name == "better" else [seen]
            scenes = [[photo, *(imitate(photo, maker) for maker in makers)] for photo in known]
            save_file(teacher(scenes, steps), folder / f"{name}.safetensors")
    shutil.copyfile(resource("demo", "weights", "teacher.safetensors"), folder / "demo.safetensors")


def halved(path: Path) -> Pixels:
    """A photograph as the demo's are: reduced, cut to whole tiles and halved."""
    with Image.open(path) as image:
        return np.asarray(reduce_to_tiles(image.convert("RGB")).reduce(2))


def generator(recipe: Recipe, photos: Sequence[Pixels], folder: Path) -> UpsamplingGenerator:
    """A generator trained on the photographs, or the one kept in the folder."""
    kept = folder / f"{recipe.upsampling}.pt"
    if kept.exists():
        made = UpsamplingGenerator(recipe.upsampling)
        made.load_state_dict(torch.load(kept, weights_only=True))
        return made.eval()
    made = train_generator(recipe, [torch.from_numpy(photo.copy()).permute(2, 0, 1) / 255 for photo in photos])
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(made.state_dict(), kept)
    return made


def write_tiles(folder: Path, split: Split, photos: Sequence[Pixels], maker: UpsamplingGenerator) -> None:
    """Evenly thinned tiles that are not flat, each beside the generator's imitation of it."""
    corners = [(n, corner) for n, photo in enumerate(photos) for corner in textured_tiles(photo, split.offset)]
    wanted = min(split.tiles, len(corners))
    chosen = [corners[index * len(corners) // wanted] for index in range(wanted)]
    imitations = [imitate(photo, maker) for photo in photos]
    for (number, (top, left)), (label, images) in product(chosen, (("real", photos), ("fake", imitations))):
        path = folder / split.folder / label / f"{number:02d}-{top:04d}-{left:04d}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        tile = images[number][top : top + TILE, left : left + TILE]
        Image.fromarray(tile).save(path, quality=QUALITY, subsampling=0)
    print(f"{split.folder}: {wanted} tiles of each class", flush=True)


def teacher(scenes: list[Scene], steps: int) -> dict[str, torch.Tensor]:
    """Weights of a LaDeDa9 trained as the demo's was, for fewer steps."""
    torch.manual_seed(1)
    detector = PatchDetector(LaDeDa(9, WIDTH), "NPR")
    batches: Iterator[torch.Tensor] = crop_pairs(scenes, np.random.default_rng(1))
    train_teacher(detector, batches, steps, learned_scale=False)
    refresh_statistics(detector, (next(batches) for _ in range(50)))
    return {name: storable(value) for name, value in detector.network.state_dict().items()}


if __name__ == "__main__":
    main()
