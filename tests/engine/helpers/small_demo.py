"""A part of the demo that is built in a second or two: few of its photographs, its own generators and teacher."""

import pytest

from engine.demo.images import TILE, DemoSplit

TRAIN = DemoSplit("train", "train/b*.webp", "nearest", "seen", tiles=48)
VALIDATION = DemoSplit("val", "val/d*.webp", "nearest", "seen", tiles=24)
UNSEEN = DemoSplit("test/unseen_generator", "val/d*.webp", "transposed", "unseen", tiles=12, offset=TILE // 2)
SMALL_DEMO = (TRAIN, VALIDATION, UNSEEN)


def drill_with_few_images(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drills on this part; what they notice and how they end does not need more."""
    monkeypatch.setattr("engine.demo.drills.runner.SPLITS", SMALL_DEMO)
    monkeypatch.setattr("engine.demo.drills.runner.TILES", tuple(split.tiles for split in SMALL_DEMO))
