"""Pictures at given places, and the scan of them, for the tests of scanning."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from torch import Tensor

from engine.control import RunControl
from engine.data.scan.scan import ImageEntry, ScannedData, scan
from engine.errors import DataError
from engine.settings.data import DataSettings

SPLIT = [f"{split}/{name}/{n}.png" for split in ("train", "val") for name in ("real", "fake") for n in range(2)]


def write_pictures(root: Path, places: Iterable[str]) -> Path:
    """Pictures of different content at these places below the root, which is returned."""
    for number, place in enumerate(places):
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        shade = (number % 256, number // 256, len(place) % 256)
        Image.new("RGB", (12, 12), shade).save(path)
    return root


def run_scan(train: Path | tuple[Path, ...] = (), seed: int = 0, **settings: Any) -> ScannedData:
    return scan(DataSettings(train=train, **settings), seed, RunControl(), lambda done, total: None)


def places(root: Path, entries: Iterable[ImageEntry]) -> list[str]:
    return [entry.path.relative_to(root).as_posix() for entry in entries]


def refused(train: Path | tuple[Path, ...] = (), **settings: Any) -> DataError:
    with pytest.raises(DataError) as caught:
        run_scan(train, **settings)
    assert caught.value.remedy.endswith(".")
    return caught.value


def images_of(count: int, seed: int = 0) -> Tensor:
    random = torch.Generator().manual_seed(seed)
    return torch.randint(0, 256, (count, 3, 64, 64), generator=random, dtype=torch.uint8)
