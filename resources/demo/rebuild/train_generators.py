"""Trains the demo's generators of fake images on the training photographs.

    python resources/demo/rebuild/train_generators.py OUT [NAME ...]

OUT receives NAME.safetensors, float16. `seen` and `unseen` are shipped in weights/; the others only widen
what the teacher knows (train_teacher.py) and are not shipped.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from engine.demo.generator import UpsamplingGenerator

PHOTOS = Path(__file__).resolve().parents[1] / "photos"
CROP, BATCH = 64, 8


@dataclass(frozen=True)
class Recipe:
    """How one generator is made; the weight of the adversarial loss decides how crisp its images are."""

    upsampling: str
    seed: int
    steps: int = 1000
    adversarial_weight: float = 0.01


RECIPES = {
    "seen": Recipe("nearest", 1),
    "unseen": Recipe("transposed", 2),
    "teacher_nearest": Recipe("nearest", 3),
    "teacher_bilinear": Recipe("bilinear", 4),
    "teacher_pixel_shuffle": Recipe("pixel_shuffle", 5),
}


def main() -> None:
    """Train the generators named, or all."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    photos = training_photos()
    for name in sys.argv[2:] or RECIPES:
        generator = train(RECIPES[name], photos)
        weights = {key: value.half().contiguous() for key, value in generator.state_dict().items()}
        save_file(weights, out / f"{name}.safetensors")


def training_photos() -> list[Tensor]:
    """The training photographs as the builder uses them: halved, in 0..1, (3, H, W)."""
    photos = []
    for path in sorted((PHOTOS / "train").glob("*.webp")):
        with Image.open(path) as image:
            photos.append(torch.from_numpy(np.array(image.reduce(2))).permute(2, 0, 1) / 255)
    return photos


def train(recipe: Recipe, photos: list[Tensor]) -> UpsamplingGenerator:
    """Minimise the L1 distance of images and of their gradients, and a small hinge-GAN loss."""
    torch.manual_seed(recipe.seed)
    generator, critic = UpsamplingGenerator(recipe.upsampling), patch_critic()
    steer_generator = torch.optim.Adam(generator.parameters(), 1e-3, betas=(0.5, 0.99))
    steer_critic = torch.optim.Adam(critic.parameters(), 5e-4, betas=(0.5, 0.99))
    schedule = torch.optim.lr_scheduler.OneCycleLR(steer_generator, 2e-3, total_steps=recipe.steps)
    for step in range(1, recipe.steps + 1):
        real = crops(photos)
        fake = generator(real)
        reconstruction = functional.l1_loss(fake, real) + functional.l1_loss(gradients(fake), gradients(real))
        loss = reconstruction - recipe.adversarial_weight * critic(fake).mean()
        steer_generator.zero_grad()
        loss.backward()
        steer_generator.step()
        schedule.step()
        hinge = functional.relu(1 - critic(real)).mean() + functional.relu(1 + critic(fake.detach())).mean()
        steer_critic.zero_grad()
        hinge.backward()  # type: ignore[no-untyped-call]
        steer_critic.step()
        if step % 200 == 0:
            print(f"{recipe} step {step}: reconstruction {reconstruction:.4f}, critic {hinge:.3f}", flush=True)  # noqa: T201
    return generator.eval()


def patch_critic(width: int = 24) -> nn.Sequential:
    """A small critic of local texture, (B, 3, H, W) to (B, 1, H / 4, W / 4)."""
    return nn.Sequential(
        nn.Conv2d(3, width, 3, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, 3, padding=1),
    )


def crops(photos: list[Tensor]) -> Tensor:
    """A batch of random training crops, photos weighed by their area, (BATCH, 3, CROP, CROP)."""
    areas = torch.tensor([float(photo[0].numel()) for photo in photos])
    chosen = [photos[index] for index in torch.multinomial(areas, BATCH, replacement=True).tolist()]
    return torch.stack([random_crop(photo) for photo in chosen])


def random_crop(photo: Tensor) -> Tensor:
    """A square (3, CROP, CROP) at any place of a photograph."""
    top, left = (int(torch.randint(side - CROP + 1, ())) for side in photo.shape[1:])
    return photo[:, top : top + CROP, left : left + CROP]


def gradients(images: Tensor) -> Tensor:
    """Differences to the right and the lower neighbour, so that edges and grain count."""
    right = images[..., :-1, 1:] - images[..., :-1, :-1]
    down = images[..., 1:, :-1] - images[..., :-1, :-1]
    return torch.cat([right, down], dim=1)


if __name__ == "__main__":
    main()
