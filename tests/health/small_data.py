"""Small real data for the recorded runs: images that can be told apart, and a narrow teacher that mostly does."""

from dataclasses import dataclass
from pathlib import Path

import torch

from tests.engine.helpers.tiny_data import fitted_teacher, texture

SIDE = 48
PER_CLASS = {"train": 60, "val": 25, "test": 25}
LESSON = 100  # images of each class that the teacher alone has seen


@dataclass(frozen=True)
class SmallData:
    """Split folders (train, val, test), each with real and fake, and the teacher's file."""

    folder: Path
    teacher: Path


def make_data(place: Path, seed: int) -> SmallData:
    """Other images and another teacher for each seed."""
    for split, count in PER_CLASS.items():
        _write(place / "data" / split, f"{split} {seed}", count)
    _write(place / "lesson" / "train", f"lesson {seed}", LESSON)
    teacher = place / "teacher.pth"
    torch.save(fitted_teacher(place / "lesson", SIDE).network.state_dict(), teacher)
    return SmallData(place / "data", teacher)


def _write(folder: Path, stream: str, count: int) -> None:
    for fake, name in enumerate(("real", "fake")):
        (folder / name).mkdir(parents=True)
        for number in range(count):
            texture(stream, number, fake=bool(fake), side=SIDE).save(folder / name / f"{number:03}.png")
