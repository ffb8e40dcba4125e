"""A part of the demo that is built in a second or two: few of its photographs, its own generators and teacher."""

import shutil
from pathlib import Path

import pytest

from engine.demo.images import TILE, DemoData, DemoSplit, build_demo_data

TRAIN = DemoSplit("train", "train/b*.webp", "nearest", "seen", tiles=48)
VALIDATION = DemoSplit("val", "val/d*.webp", "nearest", "seen", tiles=24)
UNSEEN = DemoSplit("test/unseen_generator", "val/d*.webp", "transposed", "unseen", tiles=12, offset=TILE // 2)
SMALL_DEMO = (TRAIN, VALIDATION, UNSEEN)


def drill_with_few_images(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drills on this part; what they notice and how they end does not need more."""
    monkeypatch.setattr("engine.demo.drills.runner.SPLITS", SMALL_DEMO)
    monkeypatch.setattr("engine.demo.drills.runner.TILES", tuple(split.tiles for split in SMALL_DEMO))


def small_demo(place: Path, *, unseen: bool = True) -> DemoData:
    """A copy in the caller's own folder, without the unseen generator unless wanted; one process builds it once."""
    built = build_demo_data(splits=SMALL_DEMO)
    folder = shutil.copytree(built.folder, place / built.folder.name)
    if not unseen:
        shutil.rmtree(folder / "test")
    return DemoData(folder, built.teacher)
