"""Trains the demo's teacher, a narrow LaDeDa9, on more than the demo's student ever sees.

    python resources/demo/rebuild/train_teacher.py GENERATORS OUT.safetensors [--steps N] [--learned-scale]

GENERATORS is the folder that train_generators.py wrote; OUT is written in float16. The teacher sees any crop of the
training photographs, and imitations by every generator but the unseen one; never a validation photograph.
"""

import argparse
import io
import math
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from engine.demo.generator import UpsamplingGenerator
from engine.demo.images import QUALITY, imitate, read_photo
from engine.models.detector import PatchDetector
from engine.models.ladeda import LaDeDa
from engine.models.student import refresh_statistics
from resources.demo.rebuild.train_generators import PHOTOS, RECIPES

WIDTH = 12
CROP, PAIRS = 64, 24
LEARNING_RATE, WARM_UP = 3e-3, 100

Pixels = NDArray[np.uint8]
Scene = list[Pixels]  # a photograph, then its imitations


def main() -> None:
    """Train, set the BatchNorm statistics, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("generators", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--learned-scale", action="store_true", help="learn a factor before the loss on images")
    options = parser.parse_args()
    torch.manual_seed(0)
    teacher = PatchDetector(LaDeDa(9, WIDTH), "NPR")
    batches = crop_pairs(scenes(options.generators), np.random.default_rng(0))
    train(teacher, batches, options.steps, options.learned_scale)
    refresh_statistics(teacher, (next(batches) for _ in range(200)))
    save_file({key: storable(value) for key, value in teacher.network.state_dict().items()}, options.out)


def scenes(folder: Path) -> list[Scene]:
    """Every training photograph with its imitations by all generators that the teacher may know."""
    generators = [load(folder, name) for name in RECIPES if name != "unseen"]
    photos = [read_photo(path) for path in sorted((PHOTOS / "train").glob("*.webp"))]
    return [[photo, *(imitate(photo, generator) for generator in generators)] for photo in photos]


def load(folder: Path, name: str) -> UpsamplingGenerator:
    """A generator that train_generators.py wrote."""
    generator = UpsamplingGenerator(RECIPES[name].upsampling)
    weights = load_file(folder / f"{name}.safetensors")
    generator.load_state_dict({key: value.float() for key, value in weights.items()})
    return generator.eval()


def crop_pairs(photos: list[Scene], random: np.random.Generator) -> Iterator[Tensor]:
    """Batches uint8 (2 PAIRS, 3, CROP, CROP): real crops, then imitations of the same crops."""
    areas = np.array([float(scene[0].size) for scene in photos])
    while True:
        chosen = random.choice(len(photos), PAIRS, p=areas / areas.sum())
        pairs = [crop_pair(photos[index], random) for index in chosen]
        real, fake = zip(*pairs, strict=True)
        yield torch.from_numpy(np.stack(real + fake)).permute(0, 3, 1, 2).contiguous()


def crop_pair(scene: Scene, random: np.random.Generator) -> tuple[Pixels, Pixels]:
    """A crop at an even corner, mirrored or not, of a photograph and of one of its imitations, as JPEG."""
    height, width = scene[0].shape[:2]
    top, left = (2 * int(random.integers((side - CROP) // 2 + 1)) for side in (height, width))
    turn = slice(None, None, -1 if random.random() < 0.5 else 1)
    fake = scene[random.integers(1, len(scene))]
    real_crop, fake_crop = (image[top : top + CROP, left : left + CROP][:, turn] for image in (scene[0], fake))
    return through_jpeg(real_crop), through_jpeg(fake_crop)


def through_jpeg(pixels: Pixels) -> Pixels:
    """As the image comes back from the demo's files."""
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "jpeg", quality=QUALITY, subsampling=0)
    with Image.open(file) as image:
        return np.asarray(image)


def train(teacher: PatchDetector, batches: Iterator[Tensor], steps: int, learned_scale: bool) -> None:
    """AdamW with a warm-up and a cosine; the loss is on the image scores and on every patch, in equal parts.

    Patches weigh evidence, and the evidence of an image is their sum rather than their mean. Without a scale between
    the two, the losses pull the logits apart, to a range of hundreds: heavy tails, as published teachers have them.
    """
    scale = torch.nn.Parameter(torch.tensor(4.0 if learned_scale else 1.0), requires_grad=learned_scale)
    optimiser = torch.optim.AdamW([*teacher.parameters(), scale], LEARNING_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / WARM_UP) * (1 + math.cos(math.pi * step / steps)) / 2
    )
    labels = torch.cat([torch.zeros(PAIRS), torch.ones(PAIRS)])
    loss_of = functional.binary_cross_entropy_with_logits
    teacher.train()
    for step in range(1, steps + 1):
        with torch.autocast("cpu", torch.bfloat16):
            logits = teacher(next(batches)).float()
        of_images = loss_of(scale * logits.mean((1, 2, 3)), labels)
        of_patches = loss_of(logits, labels[:, None, None, None].expand_as(logits))
        optimiser.zero_grad()
        ((of_images + of_patches) / 2).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 50 == 0:
            print(f"step {step}: images {of_images:.4f}, patches {of_patches:.4f}", flush=True)  # noqa: T201


def storable(value: Tensor) -> Tensor:
    """Float16 for what is a float."""
    return value.half() if value.is_floating_point() else value


if __name__ == "__main__":
    main()
