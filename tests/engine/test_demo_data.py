"""The demo's data set: what lies in it, that it is the same every time, and that a broken one is never used."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from sklearn.metrics import roc_auc_score

from engine.control import StopRequestedError
from engine.demo_data import SPLITS, TILE, DemoSplit, build_demo_data, chosen_tiles, demo_images
from engine.errors import StorageError
from engine.models.loading import load_detector
from resources.paths import resource

FEW = (
    DemoSplit("train", "few", "nearest", "seen", tiles=6),
    DemoSplit("val", "few", "nearest", "seen", tiles=4),
    DemoSplit("test/unseen_generator", "few", "transposed", "unseen", tiles=4, offset=TILE // 2),
)
FOLDERS = [f"{split.folder}/{label}" for split in FEW for label in ("fake", "real")]


@pytest.fixture(scope="module")
def few_photos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The smallest photographs, so that the generators have little to do."""
    return sorted(resource("demo", "photos").rglob("*.webp"), key=lambda path: path.stat().st_size)[:2]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> tuple[DemoSplit, ...]:
    return tuple(DemoSplit(s.folder, "val", s.upsampling, s.generator, s.tiles, s.offset) for s in FEW)
