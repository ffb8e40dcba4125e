"""Faults in the files of a drill: its teacher, and copies of its images."""

import shutil
from pathlib import Path

from safetensors import safe_open
from safetensors.torch import load_file, save_file

from engine.demo.images import DemoData

SCALE, SHIFT = 2.79, -376.0  # brings the demo teacher's patch logits to about [-1190, 8]
DAMAGED = 40


def drifted_teacher(data: DemoData, folder: Path) -> DemoData:
    """A teacher of the same ranking whose patch logits have drifted far below 0."""
    state = load_file(data.teacher)
    state["fc.weight"] *= SCALE
    state["fc.bias"] = state["fc.bias"] * SCALE + SHIFT
    teacher = folder / "teacher.safetensors"
    save_file(state, teacher, metadata=_notes(data.teacher))
    return DemoData(data.folder, teacher)


def corrupt_images(data: DemoData, folder: Path) -> DemoData:
    """Training images that are cut in the middle."""
    images = Path(shutil.copytree(data.folder, folder / "images"))
    for path in sorted((images / "train").rglob("*.jpg"))[::7][:DAMAGED]:
        path.write_bytes(path.read_bytes()[:300])
    return DemoData(images, data.teacher)


def _notes(teacher: Path) -> dict[str, str]:
    with safe_open(teacher, "pt") as file:
        return dict(file.metadata() or {})
