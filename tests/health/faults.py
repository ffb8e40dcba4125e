"""Faults that are put into the files of a run: its images, its teacher, the student that it starts from."""

import random
import shutil
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from engine.models.tiny_ladeda import TinyLaDeDa
from tests.engine.helpers.tiny_data import fitted_teacher, texture
from tests.health.small_data import SIDE, SmallData

LOWEST, HIGHEST = -1190.0, 8.0  # of the teacher that the replaced system was given


def drifted_teacher(data: SmallData, seed: int) -> None:
    """The same ranking, with patch logits of a few hundred times the size, mostly negative."""
    _change_head(data.teacher, factor=400.0, shift=LOWEST / 4)


def overflowing_teacher(data: SmallData, seed: int) -> None:
    """Logits of a size that squares to infinity."""
    _change_head(data.teacher, factor=1e22)


def constant_teacher(data: SmallData, seed: int) -> None:
    """The last layer is 0: every patch gets the same logit."""
    _change_head(data.teacher, factor=0.0)


def reversed_teacher(data: SmallData, seed: int) -> None:
    """Trained on exchanged labels: real is high."""
    _change_head(data.teacher, factor=-1.0)


def forgetful_teacher(data: SmallData, seed: int) -> None:
    """Half way between what it learned and noise."""
    state = torch.load(data.teacher, weights_only=True)
    weight = state["fc.weight"]
    noise = torch.randn(weight.shape, generator=torch.Generator().manual_seed(seed))
    state["fc.weight"] = weight + 1.5 * weight.std() * noise
    torch.save(state, data.teacher)


def rare_evidence(data: SmallData, seed: int) -> None:
    """Fakes differ from real images in one place only, and the teacher is one that has learned to look for it."""
    rng = np.random.default_rng(seed)
    for path in sorted(data.folder.parent.rglob("fake/*.png")):
        pixels = np.array(texture(f"one place {path.parts[-3]} {seed}", int(path.stem), fake=False, side=SIDE))
        top, left = rng.integers(0, SIDE - 9, 2)
        pixels[top : top + 9, left : left + 9] = rng.integers(0, 2, (9, 9, 1)) * 255
        Image.fromarray(pixels).save(path)
    torch.save(fitted_teacher(data.folder.parent / "lesson", SIDE).network.state_dict(), data.teacher)


def dead_student(data: SmallData, seed: int) -> None:
    """A student whose last activations are all 0: its map is a constant and no gradient passes."""
    state = _student(seed)
    state["layer1.0.bn2.weight"] = torch.zeros(8)
    state["layer1.0.bn2.bias"] = -torch.ones(8)
    torch.save(state, data.folder.parent / "student.pth")


def swapped_validation(data: SmallData, seed: int) -> None:
    """Real and fake are exchanged among the validation images."""
    real, fake, aside = (data.folder / "val" / name for name in ("real", "fake", "aside"))
    real.rename(aside)
    fake.rename(real)
    aside.rename(fake)


def few_fakes(data: SmallData, seed: int) -> None:
    """All but six training images of one class are gone."""
    for path in sorted((data.folder / "train" / "fake").iterdir())[6:]:
        path.unlink()


def no_test_fakes(data: SmallData, seed: int) -> None:
    """The test images are of one class."""
    for path in (data.folder / "test" / "fake").iterdir():
        path.unlink()


def copies(data: SmallData, seed: int) -> None:
    """Some training images lie among the validation images too."""
    for path in random.Random(seed).sample(sorted((data.folder / "train" / "real").iterdir()), 5):
        shutil.copy(path, data.folder / "val" / "real" / f"copy-{path.name}")


def damaged_images(data: SmallData, seed: int) -> None:
    """Four files are cut, empty, or no images."""
    chosen = random.Random(seed).sample(sorted((data.folder / "train").rglob("*.png")), 4)
    for path, content in zip(chosen, (b"", b"not a picture", chosen[2].read_bytes()[:20], b"GIF89a"), strict=True):
        path.write_bytes(content)


def saved_differently(data: SmallData, seed: int) -> None:
    """Real images are JPEG files, fake ones PNG files."""
    for path in data.folder.rglob("real/*.png"):
        Image.open(path).save(path.with_suffix(".jpg"), quality=80)
        path.unlink()


def large_pictures(data: SmallData, seed: int) -> None:
    """Pictures of many megapixels, of which the student sees next to nothing."""
    rng = np.random.default_rng(seed)
    noise = Image.fromarray(rng.integers(0, 256, (1500, 1500, 3), dtype=np.uint8))
    for path in data.folder.rglob("*.png"):
        noise.save(path.with_suffix(".jpg"), quality=90)
        with path.with_suffix(".jpg").open("ab") as file:
            file.write(path.as_posix().encode())  # so that no two are copies
        path.unlink()


def _change_head(teacher: Path, factor: float, shift: float = 0.0) -> None:
    state = torch.load(teacher, weights_only=True)
    state["fc.weight"] = state["fc.weight"] * factor
    state["fc.bias"] = state["fc.bias"] * factor + shift
    torch.save(state, teacher)


def _student(seed: int) -> dict[str, Tensor]:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return dict(TinyLaDeDa().state_dict())
